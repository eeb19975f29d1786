//! What the page takes from the guide itself: the only file here that knows the library.

use sgii_guide::edition::WORDING;
use sgii_guide::policy::compile::Translation;
use sgii_guide::publish;

/// The whole guidance as an HTML fragment, for a page whose script does not run.
pub fn guidance() -> String {
    publish::guidance_html(&Translation::english(&WORDING))
}

/// The policy's words as JSON, for the page to look up by identifier.
pub fn words() -> String {
    publish::page_words_json(&Translation::english(&WORDING))
}

/// One of the policy's notices as an HTML fragment, a paragraph a sentence.
pub fn notice(id: &str) -> String {
    publish::notice_html(&Translation::english(&WORDING), id)
}

/// Where the policy's sources can be found: every address that the page leads to.
pub fn cited() -> Vec<&'static str> {
    WORDING.sources.iter().filter_map(|source| source.url.as_deref()).collect()
}
