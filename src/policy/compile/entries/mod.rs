//! Entries of every kind, from records to a draft.

mod asked;
mod decided;
mod edition;
mod interface;
mod said;

use std::collections::BTreeSet;

use super::super::logic::{Reading, Retired};
use super::super::vocabulary::{Axis, Basis, Word};
use super::draft::{Draft, Entry};
use super::names::Names;
use super::problem::{Place, Problems};
use super::read::Document;
use super::record::Record;
use super::terms;
pub(super) use decided::value_id;
use edition::retired_questions;

/// Reads the entries of every kind, and holds what some of them need of others.
pub(super) struct Reader<'a> {
    documents: &'a [Document<'a>],
    problems: &'a Problems,
    names: Names,
    /// Identifiers that are retired and were no question's.
    retired: BTreeSet<String>,
    retired_questions: Vec<Retired>,
    readings: Vec<Reading>,
}

impl<'a> Reader<'a> {
    pub fn new(documents: &'a [Document<'a>], problems: &'a Problems) -> Self {
        let mut reader = Self {
            documents,
            problems,
            names: Names::default(),
            retired: BTreeSet::new(),
            retired_questions: Vec::new(),
            readings: Vec::new(),
        };
        let ids = |kind| reader.records(kind).iter().map(|record| record.text("id").to_string()).collect();
        let names = Names {
            groups: ids("group"),
            questions: ids("question"),
            sources: reader
                .records("source")
                .iter()
                .map(|record| (record.text("id").to_string(), record.text("edition").to_string()))
                .collect(),
        };
        reader.names = names;
        reader.retired = reader.retired_ids();
        reader.retired_questions = reader.records("edition").iter().flat_map(retired_questions).collect();
        reader.readings = reader.records("reading").iter().map(|record| reader.reading(record)).collect();
        reader
    }

    fn records(&self, kind: &'static str) -> Vec<Record<'a>> {
        self.documents.iter().flat_map(|document| document.records(kind, self.problems)).collect()
    }

    /// Reads every entry of a kind; identifiers must be well formed, new and not retired.
    fn each<T>(&self, kind: &'static str, mut entry: impl FnMut(&Record<'a>) -> T) -> Vec<T> {
        let mut seen = BTreeSet::new();
        let read = |record: Record<'a>| {
            let id = record.text("id");
            self.check_id(&record, &id, &mut seen);
            let read = entry(&record);
            record.done();
            read
        };
        self.records(kind).into_iter().map(read).collect()
    }

    fn check_id(&self, record: &Record<'_>, id: &str, seen: &mut BTreeSet<String>) {
        let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit();
        if !id.is_empty() && !id.split('-').all(|word| !word.is_empty() && word.chars().all(plain)) {
            record.complain("has an identifier that is not lower-case words joined by hyphens");
        }
        if self.retired.contains(id) || self.retired_questions.iter().any(|past| &*past.id == id) {
            record.complain("has a retired identifier, which may never be used again");
        }
        if !id.is_empty() && !seen.insert(id.to_owned()) {
            record.complain("is there twice");
        }
    }

    fn entry<L, W>(record: &Record<'a>, logic: L, words: W) -> Entry<'a, L, W> {
        Entry { name: record.name.clone(), place: record.place, logic, words }
    }

    pub fn draft(self) -> Draft<'a> {
        terms::check(self.documents, self.problems);
        let (title, edition) = self.edition();
        let nations = self.nations();
        let (values, forecasts) = self.values();
        let mut draft = Draft {
            names: Names::default(),
            title,
            edition,
            nations,
            terms: self.terms(),
            groups: self.groups(),
            questions: self.questions(),
            retired: self.retired_questions.clone().into(),
            fit: self.fit(),
            readings: self.readings(),
            rules: Axis::ALL.iter().map(|axis| self.rules(*axis)).collect(),
            needs: self.needs(),
            values,
            forecasts,
            unpublished: self.unpublished(),
            never: self.never(),
            steps: self.steps(),
            scripts: self.scripts(),
            contacts: self.contacts(),
            notices: self.notices().into(),
            looking: self.looking().into(),
            sources: self.sources().into(),
            labels: self.labels(),
            page: self.page(),
            condition: self.pieces(),
            end: self.end(),
        };
        draft.names = self.names;
        draft
    }

    /// The end of the last file.
    fn end(&self) -> Option<Place<'a>> {
        self.documents.last().map(Document::end)
    }

    /// A complaint about something that is nowhere.
    fn missing(&self, complaint: String) {
        if let Some(end) = self.end() {
            self.problems.add(end, complaint);
        }
    }
}

fn basis(record: &Record<'_>) -> Basis {
    record.word("basis").unwrap_or(Basis::Judgement)
}
