//! What stands around the rules: the edition, its nations and their terms, headings, notices and sources.

use std::collections::BTreeSet;

use super::Reader;
use crate::policy::compile::draft::{Entry, no_edition};
use crate::policy::compile::record::Record;
use crate::policy::logic::{Edition, Retired};
use crate::policy::table::{List, Text};
use crate::policy::vocabulary::{Depth, Nation, Status, Word};
use crate::policy::words::{Heading, Notice, Source, Term};

/// The notices that a result names; the page's others are its own affair.
const NOTICES: [&str; 2] = ["other-route", "forecast"];

impl<'a> Reader<'a> {
    pub(super) fn edition(&self) -> (Text, Edition) {
        let mut found: Option<(Text, Edition)> = None;
        for record in self.records("edition") {
            if found.is_some() {
                record.complain("is a second edition, and there may be only one");
            }
            found = Some(Self::one_edition(&record));
            record.done();
        }
        if found.is_none() {
            self.missing("there is no `[edition]`".to_owned());
        }
        found.unwrap_or_else(|| ("".into(), no_edition()))
    }

    fn one_edition(record: &Record<'a>) -> (Text, Edition) {
        let _ = record.maybe_texts("retired");
        let _ = retired_questions(record);
        let (checked, review_by) = checked_and_review_by(record);
        let status = record.word("status").unwrap_or(Status::Draft);
        let edition = Edition { id: record.text("id"), status, checked, review_by, ..no_edition() };
        (record.text("title"), edition)
    }

    pub(super) fn retired_ids(&self) -> BTreeSet<String> {
        let records = self.records("edition");
        let lists = records.iter().filter_map(|record| record.maybe_texts("retired"));
        lists.flat_map(|list| list.iter().map(ToString::to_string).collect::<Vec<_>>()).collect()
    }

    pub(super) fn nations(&self) -> List<Text> {
        let named = self.each("nation", |record| {
            let _ = record.word::<Nation>("id");
            (record.text("id"), record.text("name"))
        });
        let name = |nation: &Nation| named.iter().find(|(id, _)| &**id == nation.id()).map(|(_, name)| name.clone());
        for nation in Nation::ALL.iter().filter(|nation| name(nation).is_none()) {
            self.missing(format!("there is no `[[nation]]` with the identifier `{}`", nation.id()));
        }
        Nation::ALL.iter().map(|nation| name(nation).unwrap_or_else(|| "".into())).collect()
    }

    pub(super) fn terms(&self) -> List<Term> {
        let term = |record: &Record<'a>| Term {
            id: record.text("id"),
            neutral: record.text("neutral"),
            by_nation: Nation::ALL.iter().map(|nation| record.text(nation.id())).collect(),
        };
        self.each("term", term).into()
    }

    pub(super) fn groups(&self) -> Vec<Entry<'a, Text, Heading>> {
        self.each("group", |record| {
            let words = Heading { heading: record.text("heading"), intro: record.maybe_text("intro") };
            Self::entry(record, record.text("id"), words)
        })
    }

    pub(super) fn notices(&self) -> Vec<Notice> {
        let notices = self.each("notice", |record| Notice { id: record.text("id"), says: record.texts("says") });
        for id in NOTICES.iter().filter(|id| !notices.iter().any(|notice| *notice.id == ***id)) {
            self.missing(format!("there is no `[[notice]]` with the identifier `{id}`, which a result may name"));
        }
        notices
    }

    pub(super) fn sources(&self) -> Vec<Source> {
        self.each("source", |record| {
            let (checked, review_by) = checked_and_review_by(record);
            Source {
                title: record.text("title"),
                publisher: record.text("publisher"),
                edition: record.text("edition"),
                read: record.word("read").unwrap_or(Depth::NotRead),
                checked,
                review_by,
                nations: record.maybe_words::<Nation>("nations").unwrap_or_else(Nation::every),
                url: record.maybe_text("url"),
                note: record.text("note"),
            }
        })
    }
}

/// The questions that an edition retires, with the slots that were theirs.
pub(super) fn retired_questions(record: &Record<'_>) -> Vec<Retired> {
    let mut retired: Vec<Retired> = Vec::new();
    for (id, slot) in record.maybe_slots("retired-questions") {
        if let Some(other) = retired.iter().find(|other| other.slot == slot) {
            let complaint = format!("retires `{id}` with slot {slot}, which `{}` had", other.id);
            record.complain_about("retired-questions", complaint);
        }
        retired.push(Retired { id, slot });
    }
    retired
}

/// The days on which an entry was checked and is to be checked again.
fn checked_and_review_by(record: &Record<'_>) -> (Text, Text) {
    let (checked, review_by) = (record.day("checked"), record.day("review-by"));
    if !checked.is_empty() && !review_by.is_empty() && review_by < checked {
        record.complain_about("review-by", "is to be reviewed before the day on which it was checked");
    }
    (checked, review_by)
}
