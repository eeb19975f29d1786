//! Every text of a policy that a person may be shown, with where it stands.

use crate::policy::labels::Label;
use crate::policy::table::Text;
use crate::policy::vocabulary::{Axis, Word};
use crate::policy::words::Wording;

/// A text that a person may be shown.
pub struct Shown {
    /// Where it stands.
    pub place: String,
    /// What it says.
    pub says: Text,
}

impl Shown {
    /// Whether it is a notice, which stands outside every Decision.
    pub fn is_notice(&self) -> bool {
        self.place.starts_with("notice")
    }

    /// Whether it says what a value means.
    pub fn is_of_value(&self, axis: &str, value: u8) -> bool {
        self.place == value_place(axis, usize::from(value))
    }
}

fn value_place(axis: &str, value: usize) -> String {
    format!("{axis} value {value}")
}

/// Every text but the register of sources.
pub fn texts(words: &Wording) -> Vec<Shown> {
    let mut shown = List(Vec::new());
    shown.add("title", [&words.title]);
    shown.add("nation", &words.nations);
    for term in &words.terms {
        shown.add(&format!("term `{}`", term.id), [&term.neutral].into_iter().chain(&term.by_nation));
    }
    for (place, group) in words.groups.iter().enumerate() {
        shown.add(&format!("group {place}"), [&group.heading].into_iter().chain(&group.intro));
    }
    for (place, asking) in words.questions.iter().enumerate() {
        shown.add(&format!("question {place}"), [&asking.ask, &asking.hint, &asking.why, &asking.unknown]);
    }
    for (axis, (rules, values)) in Axis::ALL.iter().zip(words.rules.iter().zip(&words.values)) {
        shown.add(&format!("{} rule", axis.id()), rules);
        for (place, value) in values.iter().enumerate() {
            shown.add(&value_place(axis.id(), place), [&value.name].into_iter().chain(&value.says));
        }
    }
    shown.add("reading", &words.readings);
    for (place, point) in words.unpublished.iter().enumerate() {
        shown.add(&format!("unpublished {place}"), [point]);
    }
    for (kind, sayings) in [("never", &words.never), ("step", &words.steps)] {
        for (place, saying) in sayings.iter().enumerate() {
            shown.add(&format!("{kind} {place}"), [&saying.text, &saying.why]);
        }
    }
    for (place, script) in words.scripts.iter().enumerate() {
        shown.add(&format!("script {place}"), [&script.to].into_iter().chain(&script.lines));
    }
    for local in &words.contacts {
        shown.add(&format!("contact `{}`", local.id), [&local.name, &local.missing]);
    }
    for notice in &words.notices {
        shown.add(&format!("notice `{}`", notice.id), &notice.says);
    }
    for (label, forms) in Label::ALL.iter().zip(&words.labels) {
        shown.add(&format!("label `{}`", label.id()), forms);
    }
    shown.add("page", &words.page);
    shown.add("condition", &words.condition);
    shown.0
}

struct List(Vec<Shown>);

impl List {
    fn add<'t>(&mut self, place: &str, texts: impl IntoIterator<Item = &'t Text>) {
        self.0.extend(texts.into_iter().map(|says| Shown { place: place.to_owned(), says: says.clone() }));
    }
}

/// The sentences of a text.
pub fn sentences(text: &str) -> impl Iterator<Item = &str> {
    text.split_inclusive(['.', '?', '!', ':', ';']).map(str::trim).filter(|sentence| !sentence.is_empty())
}
