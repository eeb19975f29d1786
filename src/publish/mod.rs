//! Documents that are generated from the policy: the page's words, the written guidance and the review pack. Beside
//! them, the local contacts that a school puts into its page.
//!
//! Native only.

pub mod contacts;
mod english;
mod guidance;
mod interface;
mod own_words;
mod page_words;
pub mod review;

pub use guidance::{guidance_html, notice_html, notice_link_html};
pub use interface::{labels_json, languages_html, page_html, unmarkable};
pub use page_words::{entries, page_block_json, page_words_json};
