//! Questions, when they are asked, and the readings of their answers.

use std::cmp::Ordering;
use std::collections::BTreeSet;

use super::Reader;
use crate::policy::compile::names::Cells;
use crate::policy::compile::record::Record;
use crate::policy::cube::{Cube, MOST_QUESTIONS, Question, Questions};
use crate::policy::entry::Entry;
use crate::policy::logic::{Posed, Reading, Retired};
use crate::policy::set::Set;
use crate::policy::table::{List, Text};
use crate::policy::vocabulary::{Answer, Response};
use crate::policy::words::Asking;

/// A question in place of one that was complained of, so that reading goes on.
const STAND_IN: Question = Question::at(0);

impl<'a> Reader<'a> {
    pub(super) fn questions(&self) -> List<Entry<Posed, Asking>> {
        let mut slots = BTreeSet::new();
        self.each("question", |record| {
            let slot = record.slot("slot");
            if let Some(slot) = slot.filter(|slot| !slots.insert(*slot)) {
                record.complain_about("slot", format!("has slot {slot}, which another question has"));
            }
            if let Some(Retired { id, slot }) = self.retired_questions.iter().find(|past| Some(past.slot) == slot) {
                record.complain_about("slot", format!("has slot {slot}, which the retired question `{id}` had"));
            }
            (self.question(record, slot.unwrap_or_default()), Self::asking(record))
        })
    }

    fn question(&self, record: &Record<'a>, slot: u8) -> Posed {
        // Which question is the one of fit is read by `fit`, over all of them.
        let _ = record.flag("fit");
        let group = record.text("group");
        let place = self.names.group(&group);
        if place.is_none() && !group.trim().is_empty() {
            record.complain_about("group", format!("is in group `{}`, which is not a group", &*group));
        }
        let asked_when: List<_> = record.tables("asked-when").into_iter().map(|row| self.gate(record, row)).collect();
        let asked_while = record.maybe_words::<Response>("asked-while");
        Posed {
            slot,
            group: place.unwrap_or_default(),
            asked_when,
            asked_while,
            known: record.has("known"),
            open: record.has("open"),
        }
    }

    /// A row of `asked-when`: earlier questions, each of which must accept exactly yes and unsure.
    fn gate(&self, record: &Record<'a>, row: &'a toml::de::DeTable<'a>) -> Questions {
        let cube = self.names.row(record, row, Cells::Answers).cube;
        let own = self.names.question(&record.text("id"));
        let parents: Questions = row.keys().filter_map(|key| self.names.question(key.get_ref())).collect();
        for question in parents.iter() {
            let asked = self.names.asked(question);
            if cube.at(question) != Set::every().without(Set::only(Answer::No)) {
                let complaint = format!("is asked on the wrong answers to `{asked}`, expected exactly `yes`, `unsure`");
                record.complain_about("asked-when", complaint);
            }
            match own.map(|own| question.cmp(&own)) {
                Some(Ordering::Equal) => {
                    record.complain_about("asked-when", "is asked only once it has itself been answered");
                }
                Some(Ordering::Greater) => {
                    let complaint = format!("is asked only once `{asked}` is answered, which comes later");
                    record.complain_about("asked-when", complaint);
                }
                Some(Ordering::Less) | None => {}
            }
        }
        parents
    }

    fn asking(record: &Record<'a>) -> Asking {
        let ask = record.text("ask");
        if !ask.trim().is_empty() && !ask.ends_with('?') {
            record.complain_about("ask", "has an `ask` that does not end in a question mark");
        }
        Asking {
            ask,
            hint: record.text("hint"),
            more: record.maybe_text("more"),
            why: record.text("why"),
            unknown: record.text("unknown"),
            known: record.maybe_text("known"),
            open: record.maybe_text("open"),
        }
    }

    pub(super) fn fit(&self) -> Option<Question> {
        let fits: Vec<_> = self.records("question").into_iter().filter(|record| record.flag("fit")).collect();
        if let Some(second) = fits.get(1) {
            second.complain_about("fit", "is a second question of fit, and there may be only one");
        }
        fits.first().and_then(|record| self.names.question(&record.text("id")))
    }

    pub(super) fn all_readings(&self) -> List<Entry<Reading, Text>> {
        let readings = self.each("reading", |record| (self.reading(record), record.text("says")));
        self.refuse_too_many(&readings);
        readings
    }

    /// Questions that a reading makes *not known* need a second place, for how they turn out. There must be a place for
    /// all.
    fn refuse_too_many(&self, readings: &[Entry<Reading, Text>]) {
        let questions = self.records("question").len();
        let mut made = BTreeSet::new();
        for entry in readings.iter().filter(|entry| entry.logic.to == Answer::Unsure) {
            if made.insert(entry.logic.question) && questions + made.len() > MOST_QUESTIONS {
                let complaint = format!(
                    "makes one question too many not known: those and all questions may be {MOST_QUESTIONS} together"
                );
                self.places.borrow().complain("reading", &entry.id, complaint);
            }
        }
    }

    pub(super) fn reading(&self, record: &Record<'a>) -> Reading {
        Reading {
            cube: self.required_when(record, Cells::Answers),
            question: self.names.question_in(record, "question").unwrap_or(STAND_IN),
            from: record.words("from").unwrap_or(Set::NONE),
            to: record.word("to").unwrap_or(Answer::Unsure),
        }
    }

    fn required_when(&self, record: &Record<'a>, cells: Cells) -> Cube {
        record.table("when").map_or(Cube::ALL, |row| self.names.row(record, row, cells).cube)
    }
}
