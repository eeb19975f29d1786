//! Reads an entry in another language.

use std::collections::BTreeSet;

use super::super::super::register::{Changed, Field};
use super::super::super::table::{List, Text};
use super::super::problem::{Place, Problems};
use super::super::record::Record;
use super::super::terms::{in_braces, is_place};
use super::file::{self, Document};
use super::{Fallen, IN_ENGLISH, review};

/// An English entry, and the texts that are to replace its own.
pub(super) struct Draft<'a> {
    pub entry: Changed<'a>,
    /// Why it stays English, if it does.
    pub fell: Option<String>,
    texts: Vec<List<Text>>,
    name: String,
    place: Place<'a>,
}

impl<'a> Draft<'a> {
    /// Reads an entry; `None` if the files do not have it.
    pub fn read(entry: Changed<'a>, documents: &'a [Document<'a>], problems: &'a Problems) -> Option<Self> {
        let record = file::record(&entry, documents, problems)?;
        let texts = entry.fields.iter().map(|(key, field)| texts(&record, key, field)).collect();
        let fell = review::lacking(&record, &entry.stamp());
        let (name, place) = (record.name.clone(), record.place);
        record.done();
        Some(Self { entry, fell, texts, name, place })
    }

    /// Replaces the English texts, or says why they stay.
    pub fn settled(self, fallen_terms: &[String]) -> Option<Fallen> {
        let Self { mut entry, fell, texts, name, place } = self;
        let Some(why) = fell.or_else(|| uses_one_of(&entry, fallen_terms)) else {
            entry.fields.iter_mut().zip(texts).for_each(|((_, field), texts)| field.put(texts));
            return None;
        };
        entry.change_each(with_english_terms);
        Some(Fallen { entry: entry.path, why: place.problem(format!("{name} {why}")) })
    }
}

/// The texts of a field. There must be as many as in English, each with the same terms.
fn texts(record: &Record<'_>, key: &'static str, field: &Field<'_>) -> List<Text> {
    let english = field.texts();
    let texts = match field {
        Field::One(_) => [record.text(key)].into_iter().collect(),
        Field::Each(_) => record.texts(key),
    };
    if !texts.is_empty() && texts.len() != english.len() {
        record.complain_about(key, format!("has {} in `{key}`, and the English has {}", texts.len(), english.len()));
    }
    texts.iter().zip(english).for_each(|(text, english)| check_terms(record, key, text, english));
    texts
}

/// Complains of each term in braces that only one of the two texts has. An empty text is complained of as such.
fn check_terms(record: &Record<'_>, key: &'static str, text: &str, english: &str) {
    if text.trim().is_empty() {
        return;
    }
    let (said, wanted) = (terms(text), terms(english));
    for term in said.difference(&wanted) {
        record.complain_about(key, format!("says `{{{term}}}` in `{key}`, which the English does not"));
    }
    for term in wanted.difference(&said) {
        record.complain_about(key, format!("does not say `{{{term}}}` in `{key}`, which the English does"));
    }
}

fn terms(text: &str) -> BTreeSet<&str> {
    in_braces(text).collect()
}

fn uses_one_of(entry: &Changed<'_>, fallen: &[String]) -> Option<String> {
    let used = |term: &&String| entry.texts().any(|text| terms(text).contains(term.as_str()));
    fallen.iter().find(used).map(|term| format!("says `{{{term}}}`, which stays English"))
}

/// A text with each term replaced by the English one. Places for values stay as they are.
fn with_english_terms(text: &Text) -> Text {
    in_braces(text)
        .filter(|name| !is_place(name))
        .fold(text.to_string(), |said, term| said.replace(&format!("{{{term}}}"), &format!("{{{term}{IN_ENGLISH}}}")))
        .into()
}
