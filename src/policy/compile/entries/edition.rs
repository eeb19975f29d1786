//! The entries around the rules: edition, nations, terms, headings, notices, looking and sources.

use std::collections::BTreeSet;

use super::Reader;
use crate::policy::compile::read::INTERFACE;
use crate::policy::compile::record::Record;
use crate::policy::entry::{Entry, named};
use crate::policy::labels::Notice;
use crate::policy::logic::{Edition, Registered, Retired};
use crate::policy::set::Set;
use crate::policy::table::{List, Text};
use crate::policy::vocabulary::{Depth, Nation, Status, Word};
use crate::policy::words::{FOR_THE_BOARD, Heading, LEFT_OUT, Looking, Named, Remark, Source, Term, is_shown};
use crate::say::lists::quoted;

/// The notices that a decision names, which a policy without a page needs, too.
const OF_RESULTS: [Notice; 2] = [Notice::OtherRoute, Notice::Forecast];

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

    pub(super) fn nations(&self) -> List<Entry<(), Named>> {
        let nations = self.each("nation", |record| {
            let _ = record.word::<Nation>("id");
            ((), Named { name: record.text("name") })
        });
        for nation in Nation::ALL.iter().filter(|nation| named(&nations, nation.id()).is_none()) {
            self.missing(format!("there is no `[[nation]]` with the identifier `{}`", nation.id()));
        }
        Nation::ALL.iter().filter_map(|nation| named(&nations, nation.id()).cloned()).collect()
    }

    pub(super) fn terms(&self) -> List<Entry<(), Term>> {
        self.each("term", |record| {
            let by_nation = Nation::ALL.iter().map(|nation| record.text(nation.id())).collect();
            ((), Term { neutral: record.text("neutral"), by_nation })
        })
    }

    pub(super) fn groups(&self) -> List<Entry<(), Heading>> {
        self.each("group", |record| {
            ((), Heading { heading: record.text("heading"), intro: record.maybe_text("intro") })
        })
    }

    /// The notices, all of which a policy with a page must have, and the remarks of the review pack.
    pub(super) fn notices(&self) -> List<Entry<(), Remark>> {
        let remarks = self.each("notice", |record| {
            let id = record.text("id");
            if is_shown(&id) && id.parse::<Notice>().is_err() {
                record.complain(unknown_notice());
            }
            ((), Remark { says: record.texts("says") })
        });
        for notice in self.required_notices().iter().filter(|notice| named(&remarks, notice.id()).is_none()) {
            self.missing(format!("there is no `[[notice]]` with the identifier `{}`, which is shown", notice.id()));
        }
        remarks
    }

    fn required_notices(&self) -> &'static [Notice] {
        let has_page = INTERFACE.iter().any(|table| !self.records(table).is_empty());
        if has_page { Notice::ALL } else { &OF_RESULTS }
    }

    /// The sentences about looking that somebody has read.
    pub(super) fn looking(&self) -> List<Entry<(), Looking>> {
        self.each("looking", |record| {
            ((), Looking { by: record.text("by"), on: record.day("on"), sentences: record.texts("sentences") })
        })
    }

    pub(super) fn sources(&self) -> List<Entry<Registered, Source>> {
        self.each("source", |record| {
            let (checked, review_by) = checked_and_review_by(record);
            let nations = record.maybe_words("nations").unwrap_or_else(Set::every);
            let words = Source {
                title: record.text("title"),
                publisher: record.text("publisher"),
                edition: record.text("edition"),
                read: record.word("read").unwrap_or(Depth::NotRead),
                checked,
                review_by,
                url: record.maybe_text("url"),
                note: record.text("note"),
                detail: record.maybe_text("detail"),
            };
            (Registered { nations }, words)
        })
    }
}

/// The edition while none has been read.
fn no_edition() -> Edition {
    let nothing = Text::default;
    Edition {
        id: nothing(),
        status: Status::Draft,
        checked: nothing(),
        review_by: nothing(),
        rules: nothing(),
        sha256: nothing(),
    }
}

fn unknown_notice() -> String {
    let known = quoted(Notice::ALL.iter().map(|notice| notice.id()));
    format!("is shown nowhere, expected one of {known}, or a name that begins with `{LEFT_OUT}` or `{FOR_THE_BOARD}`")
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
