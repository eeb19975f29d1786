//! What is generated from the policy for people to read: the page's words, the static guidance, the
//! review pack; and what a school adds to the page, its local contacts.
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
pub use page_words::{entries, page_words_json};
