//! Steps, scripts and contacts, and when each is said.

use std::collections::BTreeSet;

use super::{Reader, basis};
use crate::policy::compile::fold::in_finishings;
use crate::policy::compile::names::Cells;
use crate::policy::compile::record::Record;
use crate::policy::entry::Entry;
use crate::policy::logic::{Advice, Condition, Said, Step};
use crate::policy::set::Set;
use crate::policy::table::{List, Text};
use crate::policy::vocabulary::{Contact, Response, Timing, Who};
use crate::policy::words::{Local, Saying, Script};

impl<'a> Reader<'a> {
    fn advice(&self, record: &Record<'a>) -> Advice {
        Advice { when: self.condition(record), basis: basis(record) }
    }

    fn condition(&self, record: &Record<'a>) -> Condition {
        let rows: Vec<Said> =
            record.tables("when").into_iter().map(|row| self.names.row(record, row, Cells::Said)).collect();
        let at_least = record.maybe_words("at-least");
        let at_most = record.maybe_words("at-most");
        if at_least.zip(at_most).is_some_and(|(least, most)| is_above(least, most)) {
            record.complain_about("at-most", "is never shown: every `at-least` is more urgent than every `at-most`");
        }
        let finishings = rows.iter().flat_map(|row| in_finishings(row.cube, self.readings.iter()));
        Condition {
            finishings: finishings.collect(),
            nations: record.maybe_words("nations").unwrap_or_else(Set::every),
            at_least,
            at_most,
            scope: record.maybe_word("scope"),
            rows: rows.into(),
        }
    }

    fn saying(record: &Record<'a>) -> Saying {
        Saying { text: record.text("text"), why: record.text("why") }
    }

    pub(super) fn never(&self) -> List<Entry<Advice, Saying>> {
        self.each("never", |record| (self.advice(record), Self::saying(record)))
    }

    pub(super) fn steps(&self) -> List<Entry<Step, Saying>> {
        self.each("step", |record| {
            let advice = self.advice(record);
            let timing = record.word("timing").unwrap_or(Timing::Now);
            let who = record.word("who").unwrap_or(Who::Lead);
            (Step { advice, timing, who }, Self::saying(record))
        })
    }

    pub(super) fn scripts(&self) -> List<Entry<Advice, Script>> {
        self.each("script", |record| {
            (self.advice(record), Script { to: record.text("for"), lines: record.texts("lines") })
        })
    }

    pub(super) fn contacts(&self) -> List<Entry<(), Local>> {
        self.each("contact", |record| {
            let _ = record.word::<Contact>("id");
            let steps = self.steps_in(record);
            ((), Local { name: record.text("name"), missing: record.text("missing"), steps })
        })
    }

    /// The steps that a record names; each must be there.
    fn steps_in(&self, record: &Record<'a>) -> List<Text> {
        let known: BTreeSet<Text> = self.records("step").iter().map(|step| step.text("id")).collect();
        let steps = record.texts("steps");
        for step in steps.iter().filter(|step| !known.contains(*step)) {
            record.complain_about("steps", format!("is shown at `{step}`, which is not a step"));
        }
        steps
    }
}

/// Whether every response of one set is more urgent than every one of another.
fn is_above(least: Set<Response>, most: Set<Response>) -> bool {
    most.iter().max().is_some_and(|most| least.iter().min() > Some(most))
}
