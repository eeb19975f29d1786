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
//! | `phone` | required, but for `partnership` with a `web` | a UK number, as it is to be read |
//! | `outOfHours` | if any | a UK number |
//! | `web` | `partnership` alone, if any | where the local procedures are; shown as text |
//! | `note` | if any | hours or an extension: at most 120 characters |
//! | `checked` | required | the day on which somebody last called, as an ISO date |
//!
//! All of them are plain text, to be shown as text. Beside it, the block of the policy's words says under `contacts`
//! what each kind is called, at which steps it is shown, and what to do where it is missing:
//!
//! ```json
//! "contacts": { "front-door": { "name": "…", "missing": "…", "steps": ["refer-now", "…"] } }
//! ```
//!
//! The written guidance has a place for them too, an empty `<div id="local"></div>`, which is filled in the words of the page.

mod hosted;
mod phone;
mod read;
mod written;

use std::ffi::OsStr;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use jiff::Zoned;
use serde::Serialize;

use crate::policy::compile::sha256::sha256;
use crate::policy::vocabulary::{Contact, Word};
use written::Spoken;

/// How the block begins and ends in every sealed page.
const BLOCK: (&str, &str) = (r#"<script type="application/json" id="contacts">"#, "</script>");

/// How the place in the written guidance does.
const WRITTEN: (&str, &str) = (r#"<div id="local">"#, "</div>");

/// What is said of a page without them.
const NOT_A_GUIDE: &str = "is not a guide made by this project: it has no place for contacts, or more than one";

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
    /// A page with these contacts in place of those it has. With none, it is the page as it was built.
    ///
    /// # Errors
    ///
    /// If the page has no places for contacts, or more than one of a kind, or does not say what contacts are called.
    pub fn fill(&self, page: &str) -> Result<String, String> {
        let written = put(page, WRITTEN, &Spoken::of(page)?.section(self))?;
        put(&written, BLOCK, &self.block())
    }

    /// The block's text. No `<` stands in it, so that nothing in it can end the element.
    fn block(&self) -> String {
        let mut entries = serde_json::Map::new();
        for (contact, entry) in &self.0 {
            entries.insert(contact.id().to_owned(), serde_json::json!(entry));
        }
        serde_json::Value::Object(entries).to_string().replace('<', r"\u003c")
    }

    /// What is allowed but should not stay: numbers that are kept for fiction, so nobody answers them.
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

/// Puts the contacts of one file into the page of another as they are today, writes the result to a third, and says the
/// SHA-256 of the page without and with them. Given the folder of a guide as it is hosted, it does so for its pages, and
/// says the SHA-256 of the worker that now knows them.
///
/// # Errors
///
/// If a file cannot be read or written, the page is not a guide, or anything is wrong with the contacts: every such
/// thing, a line each. Nothing is written then.
pub fn install(guide: &Path, contacts: &Path, out: &Path) -> Result<String, String> {
    let read = |path: &Path| fs::read_to_string(path).map_err(|error| told(path, &error));
    let text = read(contacts)?;
    let contacts = Contacts::read(&text, Zoned::now().date())
        .map_err(|wrong| wrong.iter().map(|complaint| told(contacts, complaint)).collect::<Vec<_>>().join("\n"))?;
    if guide.is_dir() {
        return Ok(format!("{}{}", hosted::install(guide, &contacts, out)?, contacts.warnings()));
    }
    let page = read(guide)?;
    let empty = Contacts::default().fill(&page).map_err(|error| told(guide, &error))?;
    let filled = contacts.fill(&page)?;
    fs::write(out, &filled).map_err(|error| told(out, &error))?;
    let (before, after) = (sha256([&empty]), sha256([&filled]));
    Ok(format!("{before}  without contacts\n{after}  {}{}", out.display(), contacts.warnings()))
}

fn told(path: &Path, error: &dyn std::fmt::Display) -> String {
    format!("{}: {error}", path.display())
}

/// Where a page with contacts goes unless somebody says otherwise: `guide-local.html` beside `guide.html`, and for a folder
/// `dist-local` beside `dist`, also where `dist` is spelled `.`.
pub fn beside(guide: &Path) -> PathBuf {
    if guide.is_dir() {
        return match guide.canonicalize() {
            Ok(named) if guide.file_name().is_none() => local(&named, named.file_name(), ""),
            _ => local(guide, guide.file_name(), ""),
        };
    }
    local(guide, guide.file_stem(), ".html")
}

fn local(guide: &Path, name: Option<&OsStr>, ending: &str) -> PathBuf {
    let name = name.unwrap_or_default().to_string_lossy();
    let name = name.strip_suffix("-local").unwrap_or(&name);
    guide.with_file_name(format!("{name}-local{ending}"))
}

/// A page with a text in its one place of a kind.
fn put(page: &str, (open, close): (&str, &str), text: &str) -> Result<String, String> {
    let (before, _, after) =
        between(page, open, close).filter(|(_, _, after)| !after.contains(open)).ok_or(NOT_A_GUIDE)?;
    Ok(format!("{before}{open}{text}{close}{after}"))
}

/// What stands before, between and after the first `open` and the `close` that follows.
fn between<'a>(page: &'a str, open: &str, close: &str) -> Option<(&'a str, &'a str, &'a str)> {
    let (before, rest) = page.split_once(open)?;
    let (text, after) = rest.split_once(close)?;
    Some((before, text, after))
}
