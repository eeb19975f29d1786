//! Local contacts in the written guidance, for readers without a script: each with a number to press.

use std::collections::BTreeMap;

use jiff::civil::Date;
use maud::{Markup, html};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::guide::split;
use super::{Contacts, Entry, phone};
use crate::policy::compile::ENGLISH;
use crate::policy::vocabulary::{Contact, Word};
use crate::publish::english;
use crate::say::places::put;

/// The words that a page has for contacts, in its own language.
pub(super) struct Spoken {
    words: Words,
    labels: BTreeMap<String, Value>,
}

/// The part of the page's words that concerns contacts.
#[derive(Deserialize)]
struct Words {
    lang: String,
    term: BTreeMap<String, Term>,
    contact: BTreeMap<String, Kind>,
}

/// The neutral word of a term.
#[derive(Deserialize)]
struct Term {
    neutral: String,
}

#[derive(Deserialize)]
struct Kind {
    name: String,
}

impl Spoken {
    /// Reads the words from a page; `None` if they cannot be read.
    pub fn of(page: &str) -> Option<Self> {
        Some(Self { words: block(page, "words")?, labels: block(page, "labels")? })
    }

    /// The section with all contacts; empty if there are none.
    pub fn section(&self, contacts: &Contacts) -> String {
        html! {
            @if !contacts.0.is_empty() {
                section id="local-numbers" {
                    h2 { (self.label("contacts", "")) }
                    ul { @for (contact, entry) in &contacts.0 { li.contact { (self.contact(*contact, entry)) } } }
                }
            }
        }
        .into_string()
    }

    /// An interface word, with a value in its place if it has one.
    fn label(&self, key: &str, value: &str) -> Markup {
        let text = self.labels.get(key).and_then(Value::as_str).unwrap_or_default();
        english::markup(&put(text, &[value]))
    }

    fn contact(&self, contact: Contact, entry: &Entry) -> Markup {
        let checked = self.label("contact-checked", &self.day(&entry.checked));
        html! {
            (self.kind(contact)) (entry.name) ". "
            @if let Some(phone) = &entry.phone { (number(phone)) ". " }
            @if let Some(phone) = &entry.out_of_hours { (self.label("out-of-hours", "")) (number(phone)) ". " }
            @if let Some(web) = &entry.web { (web) ". " }
            @if let Some(note) = &entry.note { (note) ". " }
            (checked)
        }
    }

    /// The name of a kind, in the neutral words.
    fn kind(&self, contact: Contact) -> Markup {
        let Words { term, contact: kinds, .. } = &self.words;
        let name = kinds.get(contact.id()).map_or("", |kind| &kind.name);
        let fill = |name: String, (id, said): (&String, &Term)| name.replace(&format!("{{{id}}}"), &said.neutral);
        let name = term.iter().fold(name.to_owned(), fill);
        html! { b { (english::markup(&name)) ": " } }
    }

    /// A date in words, or in figures unless the page is in English: those need no month names.
    fn day(&self, iso: &str) -> String {
        let form = if self.words.lang == ENGLISH { "%-d %B %Y" } else { "%d/%m/%Y" };
        iso.parse::<Date>().map_or_else(|_| iso.to_owned(), |day| day.strftime(form).to_string())
    }
}

/// A number to press. The shell opens a telephone address only if the same address stands in the written guidance.
fn number(number: &str) -> Markup {
    html! { a href={ "tel:" (phone::dialled(number)) } { (number) } }
}

/// A block of data in a page.
fn block<T: DeserializeOwned>(page: &str, id: &str) -> Option<T> {
    let open = format!(r#"<script type="application/json" id="{id}">"#);
    let (_, text, _) = split(page, (&open, "</script>"))?;
    serde_json::from_str(text).ok()
}
