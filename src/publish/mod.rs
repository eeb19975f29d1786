//! What is generated from the policy for people to read: the page's words, the static guidance.
//!
//! Native only.

mod conditions;
mod guidance;
mod page_words;

pub use guidance::guidance_html;
pub use page_words::page_words_json;
