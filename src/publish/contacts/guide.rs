//! A sealed page, known to be whole by the hash that it carries of itself.
//!
//! ```html
//! <meta name="guide-sha256" content="…">
//! ```
//!
//! It is the SHA-256 of the page as it is published, without contacts, and with nothing in the place of the hash. So it
//! shows whether a page was cut off or changed on its way, with contacts in it or without. It does not show who made
//! the page: whoever changes one on purpose can write the hash that fits.

use super::written::Spoken;
use super::{BLOCK, Contacts, WRITTEN};
use crate::policy::compile::sha256::sha256;

/// The beginning and the end of the place of the hash.
const HASH: (&str, &str) = (r#"<meta name="guide-sha256" content=""#, r#"">"#);

/// The complaint about a page without that place.
const NOT_A_GUIDE: &str = "is not a guide made by this project";

/// The complaint about a page that is not as it was published.
pub(super) const ALTERED: &str = "the guide is cut off or altered: take it from the release again";

/// A page that is as it was published, apart from the contacts in it.
pub struct Guide<'a> {
    /// The text before, between and after the two places for contacts.
    parts: [&'a str; 3],
    spoken: Spoken,
}

impl<'a> Guide<'a> {
    /// The guide in a page, which may hold contacts.
    ///
    /// # Errors
    ///
    /// If the page is no guide, or is not whole.
    pub fn read(page: &'a str) -> Result<Self, &'static str> {
        if page.contains(HASH.0) { Self::whole(page).ok_or(ALTERED) } else { Err(NOT_A_GUIDE) }
    }

    fn whole(page: &'a str) -> Option<Self> {
        let (before, _, rest) = split(page, WRITTEN)?;
        let (between, _, after) = split(rest, BLOCK)?;
        let guide = Self { parts: [before, between, after], spoken: Spoken::of(page)? };
        let published = guide.published();
        let (_, carried, _) = split(&published, HASH)?;
        let is_whole = carried == hash(&published)?;
        is_whole.then_some(guide)
    }

    /// The page as it is published, without contacts.
    pub fn published(&self) -> String {
        self.with(&Contacts::default())
    }

    /// The page with these contacts.
    pub fn with(&self, contacts: &Contacts) -> String {
        let [before, between, after] = self.parts;
        let written = [WRITTEN.0, &self.spoken.section(contacts), WRITTEN.1].concat();
        let block = [BLOCK.0, &contacts.block(), BLOCK.1].concat();
        [before, &written, between, &block, after].concat()
    }
}

/// A page that is to be published, with its hash filled in; `None` if it lacks a place that a guide has.
pub fn hashed(page: &str) -> Option<String> {
    let (before, _, after) = split(page, HASH)?;
    let hashed = [before, HASH.0, &hash(page)?, HASH.1, after].concat();
    let published = Guide::read(&hashed).ok()?.published();
    (published == hashed).then_some(hashed)
}

/// The SHA-256 of a page with nothing in the place of its hash.
fn hash(page: &str) -> Option<String> {
    let (before, _, after) = split(page, HASH)?;
    Some(sha256([before, HASH.0, HASH.1, after]))
}

/// The text before, in and after the first place between two marks.
pub(super) fn split<'a>(page: &'a str, (open, close): (&str, &str)) -> Option<(&'a str, &'a str, &'a str)> {
    let (before, rest) = page.split_once(open)?;
    let (text, after) = rest.split_once(close)?;
    Some((before, text, after))
}
