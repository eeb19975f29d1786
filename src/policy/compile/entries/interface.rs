//! The interface texts: closed lists, each in one table.

use super::Reader;
use crate::policy::compile::read::INTERFACE;
use crate::policy::compile::record::Record;
use crate::policy::compile::terms::{in_braces, is_place};
use crate::policy::entry::Entry;
use crate::policy::labels::{Label, PageText, Piece, Plural};
use crate::policy::table::{List, Text};
use crate::policy::vocabulary::Word;
use crate::policy::words::Forms;
use crate::say::lists::quoted;

/// The forms that a counted text has in English.
const ENGLISH_FORMS: [Plural; 2] = [Plural::One, Plural::Other];

impl<'a> Reader<'a> {
    pub(super) fn labels(&self) -> List<Entry<(), Forms>> {
        self.closed("label", |record, label: Label| {
            let one = || Forms { texts: [self.one(record, label.id(), &[])].into_iter().collect(), ..Forms::default() };
            closed_entry(label, if label.is_counted() { self.forms(record, label) } else { one() })
        })
    }

    pub(super) fn page(&self) -> List<Entry<(), Text>> {
        let terms: Vec<String> = self.records("term").iter().map(|term| term.text("id").to_string()).collect();
        self.closed("page", |record, text: PageText| closed_entry(text, self.one(record, text.id(), &terms)))
    }

    pub(super) fn pieces(&self) -> List<Text> {
        self.closed("condition", |record, piece: Piece| self.one(record, piece.id(), &[]))
    }

    /// The texts of a closed list from its table. A policy without a page has no such table; any other must have every
    /// text.
    fn closed<K: Word, T: Clone>(&self, kind: &'static str, read: impl Fn(&Record<'a>, K) -> T) -> List<T> {
        let mut records = self.records(kind).into_iter();
        let first = records.next();
        records.for_each(|again| again.complain("is there twice"));
        if first.is_none() && INTERFACE.iter().any(|table| !self.records(table).is_empty()) {
            self.missing(format!("there is no `[{kind}]`"));
        }
        let all = first.iter().flat_map(|record| K::ALL.iter().map(|key| read(record, *key))).collect();
        first.into_iter().for_each(Record::done);
        all
    }

    fn forms(&self, record: &Record<'a>, label: Label) -> Forms {
        let Some(forms) = record.record(label.id()) else { return Forms::default() };
        let texts = ENGLISH_FORMS.iter().map(|form| self.one(&forms, form.id(), &[])).collect();
        forms.done();
        Forms { categories: ENGLISH_FORMS.into_iter().collect(), texts }
    }

    /// A text in which each name in braces is the place of a value or one of `terms`.
    fn one(&self, record: &Record<'a>, key: &'static str, terms: &[String]) -> Text {
        let text = record.text(key);
        for name in in_braces(&text).filter(|name| !is_place(name) && !terms.iter().any(|term| term == name)) {
            let expected = quoted(["{0}".to_owned()].into_iter().chain(terms.iter().map(|term| format!("{{{term}}}"))));
            record.complain_about(key, format!("says `{{{name}}}` in `{key}`, expected one of {expected}"));
        }
        text
    }
}

fn closed_entry<K: Word, W>(key: K, words: W) -> Entry<(), W> {
    Entry { id: key.id().into(), logic: (), words, cites: List::default() }
}
