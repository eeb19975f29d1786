//! Everything that is said under a condition, the people it is said of, and contacts.

use std::collections::BTreeSet;

use super::{Reader, basis};
use crate::policy::compile::fold::in_finishings;
use crate::policy::compile::names::Cells;
use crate::policy::compile::record::Record;
use crate::policy::cube::Cube;
use crate::policy::entry::Entry;
use crate::policy::logic::{Advice, Condition, Line, Presence, Route, Said, Step, Utterance};
use crate::policy::set::Set;
use crate::policy::table::{List, Text};
use crate::policy::vocabulary::{Contact, Part, Person, Place, Response, Spoken, Timing, Who, Word};
use crate::policy::words::{Contradiction, Local, Named, Saying};
use crate::say::lists::quoted;

impl<'a> Reader<'a> {
    fn advice(&self, record: &Record<'a>) -> Advice {
        Advice { when: self.condition(record), basis: basis(record), place: record.maybe_text("place") }
    }

    fn condition(&self, record: &Record<'a>) -> Condition {
        let rows: Vec<Said> =
            record.tables("when").into_iter().map(|row| self.names.row(record, row, Cells::Said)).collect();
        let at_least = record.maybe_words("at-least");
        let at_most = record.maybe_words("at-most");
        if at_least.zip(at_most).is_some_and(|(least, most)| is_above(least, most)) {
            record.complain_about("at-most", "is never shown: every `at-least` is more urgent than every `at-most`");
        }
        let read: Vec<Cube> = rows.iter().flat_map(|row| in_finishings(row.cube, self.readings.iter())).collect();
        let is_as_written = read.iter().eq(rows.iter().map(|row| &row.cube));
        Condition {
            read: if is_as_written { List::default() } else { read.into() },
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
            let timing = record.word("timing");
            if timing == Some(Timing::Now) {
                check_place(record, advice.place.as_deref());
            }
            let (timing, who) = (timing.unwrap_or(Timing::Today), record.word("who").unwrap_or(Who::Lead));
            (Step { advice, timing, who, calls: calls(record) }, Self::saying(record))
        })
    }

    pub(super) fn routes(&self) -> List<Entry<Route, Saying>> {
        self.each("route", |record| (Route { advice: self.advice(record), calls: calls(record) }, Self::saying(record)))
    }

    pub(super) fn people(&self) -> List<Entry<Presence, Named>> {
        self.each("person", |record| (self.presence(record), Named { name: record.text("name") }))
    }

    /// When a person is in an incident, without what it compiles to.
    fn presence(&self, record: &Record<'a>) -> Presence {
        let rows = record.tables("in-it-when").into_iter();
        Presence {
            who: record.word("id").unwrap_or(Person::ChildInIt),
            rows: rows.map(|row| self.names.row(record, row, Cells::Certain).cube).collect(),
            at_least: record.maybe_words("at-least"),
            only_if_certain: record.flag("only-if-certain"),
            instead_of: record.maybe_words("instead-of").unwrap_or(Set::NONE),
            present: List::default(),
            absent: List::default(),
        }
    }

    pub(super) fn lines(&self) -> List<Entry<Line, Text>> {
        self.each("line", |record| {
            let about = record.words("for").unwrap_or(Set::NONE);
            let part = record.word("part").unwrap_or(Part::Do);
            (Line { advice: self.advice(record), about, part }, record.text("text"))
        })
    }

    pub(super) fn utterances(&self) -> List<Entry<Utterance, Text>> {
        self.each("call", |record| {
            let part = record.word("part").unwrap_or(Spoken::Ask);
            (Utterance { advice: self.advice(record), part }, record.text("text"))
        })
    }

    /// Each side names advice that there is.
    pub(super) fn contradictions(&self) -> List<Entry<(), Contradiction>> {
        let kinds = ["never", "step", "route", "line", "call"];
        let of = |kind: &'static str| {
            self.records(kind).into_iter().map(move |entry| format!("{kind}/{}", &*entry.text("id")))
        };
        let known: BTreeSet<String> = kinds.into_iter().flat_map(of).collect();
        self.each("contradiction", |record| {
            let side = |key: &'static str| {
                let side = record.texts(key);
                for path in side.iter().filter(|path| !known.contains(&***path)) {
                    record.complain_about(key, format!("names `{path}`, which is no advice"));
                }
                side
            };
            ((), Contradiction { one: side("one"), other: side("other"), says: record.text("says") })
        })
    }

    pub(super) fn contacts(&self) -> List<Entry<(), Local>> {
        self.each("contact", |record| {
            let _ = record.word::<Contact>("id");
            ((), Local { name: record.text("name"), missing: record.maybe_text("missing") })
        })
    }
}

/// Whom a step or a route calls.
fn calls(record: &Record<'_>) -> Set<Contact> {
    record.maybe_words("call").unwrap_or(Set::NONE)
}

/// What is to be done now has one of the places for it.
fn check_place(record: &Record<'_>, place: Option<&str>) {
    let expected = quoted(Place::ALL.iter().map(|place| place.id()));
    match place {
        None => record.complain(format!("is to be done now and has no `place`, expected one of {expected}")),
        Some(place) if place.parse::<Place>().is_err() => {
            record.complain_about("place", format!("has `{place}` as `place`, expected one of {expected}"));
        }
        Some(_) => {}
    }
}

/// Whether every response of one set is more urgent than every one of another.
fn is_above(least: Set<Response>, most: Set<Response>) -> bool {
    most.iter().max().is_some_and(|most| least.iter().min() > Some(most))
}
