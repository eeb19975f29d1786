//! Local contacts: the numbers that only a school's own area knows, put into the sealed page by whoever installs it.
//!
//! The page carries them as one JSON block, which is data and never runs, so the page's content policy has no hash of
//! it and holds as before:
//!
//! ```html
//! <script type="application/json" id="contacts">{}</script>
//! ```
//!
//! Filled, the block is an object with one entry a kind ([`Contact`]), each left out where there is none. It has the
//! same shape as the file it comes from, on one line, entries and fields in this order:
//!
//! ```json
//! {
//!   "lead": { "name": "…", "phone": "…", "outOfHours": "…", "note": "…", "checked": "2026-11-02" },
//!   "deputy": { },
//!   "front-door": { },
//!   "police": { },
//!   "staff-concerns": { },
//!   "partnership": { "name": "…", "phone": "…", "web": "https://…", "note": "…", "checked": "2026-11-02" }
//! }
//! ```
//!
//! | field | | what it is |
//! |---|---|---|
//! | `name` | required | who answers: at most 80 characters |
//! | `phone` | required, but for `partnership` with a `web` | a UK number: at most 40 characters, shown in one way of writing |
//! | `outOfHours` | if any | a UK number |
//! | `web` | `partnership` alone, if any | where the local procedures are; shown as text |
//! | `note` | if any | hours or an extension: at most 120 characters |
//! | `checked` | required | the day on which somebody last called, as an ISO date |
//!
//! All of them are plain text, to be shown as text, without anything that cannot be seen. Beside it, the block of the
//! policy's words says under `contact` what each kind is called, at which steps it is shown, and what to do where it is
//! missing:
//!
//! ```json
//! "contact": { "front-door": { "name": "…", "missing": "…", "steps": ["refer-now", "…"] } }
//! ```
//!
//! The written guidance has a place for them too, an empty `<div id="local"></div>`, which is filled in the words of
//! the page.

mod figures;
mod guide;
mod install;
mod phone;
mod plain;
mod read;
mod written;

use std::fmt::Write as _;

use serde::Serialize;

use crate::policy::vocabulary::{Contact, Word};
pub use guide::{Guide, hashed};
pub use install::{beside, install};

/// The beginning and the end of the block in every sealed page.
const BLOCK: (&str, &str) = (r#"<script type="application/json" id="contacts">"#, "</script>");

/// The beginning and the end of the place in the written guidance.
const WRITTEN: (&str, &str) = (r#"<div id="local">"#, "</div>");

/// Local contacts that have been found fit to be shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Contacts(Vec<(Contact, Entry)>);

/// Whom to call, in the field order of the block.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
struct Entry {
    name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    phone: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    out_of_hours: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    web: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<String>,
    checked: String,
}

impl Contacts {
    /// The block's text. It holds no `<`, so that nothing in it can end the element.
    fn block(&self) -> String {
        let mut entries = serde_json::Map::new();
        for (contact, entry) in &self.0 {
            entries.insert(contact.id().to_owned(), serde_json::json!(entry));
        }
        serde_json::Value::Object(entries).to_string().replace('<', r"\u003c")
    }

    /// Warnings about numbers that are reserved for fiction. They are allowed, for examples, but nobody answers them.
    pub fn warnings(&self) -> String {
        let mut warnings = String::new();
        for (contact, entry) in &self.0 {
            for number in
                [&entry.phone, &entry.out_of_hours].into_iter().flatten().filter(|number| phone::is_fiction(number))
            {
                let _ = write!(
                    warnings,
                    "\nwarning: {}: nobody answers {number}, which is kept for examples",
                    contact.id()
                );
            }
        }
        warnings
    }
}
