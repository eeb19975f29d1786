//! Reads the entries of every kind into a policy that has no rows yet.

mod asked;
mod decided;
mod edition;
mod interface;
mod said;

use std::cell::RefCell;
use std::collections::BTreeSet;

use super::super::Policy;
use super::super::entry::Entry;
use super::super::logic::{Reading, Retired};
use super::super::table::List;
use super::super::vocabulary::{Basis, PerAxis};
use super::super::words::Wording;
use super::names::Names;
use super::places::Places;
use super::problem::Problems;
use super::read::Document;
use super::record::Record;
use super::terms;
use edition::retired_questions;

/// Reads entries, and holds the identifiers and readings that some entries need of others.
pub(super) struct Reader<'a> {
    documents: &'a [Document<'a>],
    problems: &'a Problems,
    places: RefCell<Places<'a>>,
    names: Names,
    /// Identifiers that are retired and were no question's.
    retired: BTreeSet<String>,
    retired_questions: Vec<Retired>,
    readings: Vec<Reading>,
}

impl<'a> Reader<'a> {
    pub fn new(documents: &'a [Document<'a>], places: Places<'a>, problems: &'a Problems) -> Self {
        let mut reader = Self {
            documents,
            problems,
            places: RefCell::new(places),
            names: Names::default(),
            retired: BTreeSet::new(),
            retired_questions: Vec::new(),
            readings: Vec::new(),
        };
        let ids = |kind| reader.records(kind).iter().map(|record| record.text("id").to_string()).collect();
        let source = |record: &Record<'_>| (record.text("id").to_string(), record.text("edition").to_string());
        let sources = reader.records("source").iter().map(source).collect();
        reader.names = Names { groups: ids("group"), questions: ids("question"), sources };
        reader.retired = reader.retired_ids();
        reader.retired_questions = reader.records("edition").iter().flat_map(retired_questions).collect();
        reader.readings = reader.records("reading").iter().map(|record| reader.reading(record)).collect();
        reader
    }

    /// The policy as it is written, without rows, and the places of its entries.
    pub fn policy(self) -> (Policy, Places<'a>) {
        terms::check(self.documents, self.problems);
        let (title, edition) = self.edition();
        let wording = Wording {
            title,
            nations: self.nations(),
            terms: self.terms(),
            contacts: self.contacts(),
            notices: self.notices(),
            looking: self.looking(),
            contradictions: self.contradictions(),
            labels: self.labels(),
            page: self.page(),
            pieces: self.pieces(),
        };
        let policy = Policy {
            edition,
            groups: self.groups(),
            questions: self.questions(),
            retired: self.retired_questions.clone().into(),
            fit: self.fit(),
            readings: self.all_readings(),
            outcomes: List::default(),
            rules: PerAxis::of(|axis| self.rules(axis)),
            rows: PerAxis::of(|_| List::default()),
            response_in_worlds: List::default(),
            typology_needs: self.needs(),
            values: self.values(),
            unpublished: self.unpublished(),
            never: self.never(),
            steps: self.steps(),
            routes: self.routes(),
            people: self.people(),
            lines: self.lines(),
            utterances: self.utterances(),
            sources: self.sources(),
            wording,
        };
        (policy, self.places.into_inner())
    }

    fn records(&self, kind: &'static str) -> Vec<Record<'a>> {
        self.documents.iter().flat_map(|document| document.records(kind, self.problems)).collect()
    }

    /// Reads every entry of a kind; identifiers must be well formed, new and not retired.
    fn each<L: Clone, W: Clone>(
        &self,
        kind: &'static str,
        mut read: impl FnMut(&Record<'a>) -> (L, W),
    ) -> List<Entry<L, W>> {
        let mut seen = BTreeSet::new();
        let entry = |record: Record<'a>| {
            let id = record.text("id");
            self.check_id(&record, &id, &mut seen);
            self.places.borrow_mut().put(kind, &id, record.place);
            let (logic, words) = read(&record);
            let cites = if CITED.contains(&kind) { self.names.cites(&record) } else { List::default() };
            record.done();
            Entry { id, logic, words, cites }
        };
        self.records(kind).into_iter().map(entry).collect()
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

    /// A complaint about something that is missing.
    fn missing(&self, complaint: impl Into<String>) {
        self.places.borrow().missing(complaint);
    }
}

/// The kinds of entry that must have citations. Those of a value are read with its axis.
const CITED: [&str; 9] = ["scope", "response", "recording", "typology", "never", "step", "route", "line", "call"];

fn basis(record: &Record<'_>) -> Basis {
    record.word("basis").unwrap_or(Basis::Judgement)
}
