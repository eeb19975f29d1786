//! Rules and the values that they lead to.

use std::collections::BTreeMap;

use super::{Reader, basis};
use crate::policy::compile::names::Cells;
use crate::policy::compile::record::Record;
use crate::policy::cube::Cube;
use crate::policy::entry::Entry;
use crate::policy::logic::{Forecast, Rule, Unpublished};
use crate::policy::set::Set;
use crate::policy::table::{List, Text};
use crate::policy::vocabulary::{Axis, OnAxis, PerAxis, Recording, Response, RuleScope, Scope, Typology, Value, Word};
use crate::policy::words::Meaning;

impl<'a> Reader<'a> {
    fn when(&self, record: &Record<'a>, cells: Cells) -> Cube {
        record.maybe_table("when").map_or(Cube::ALL, |row| self.names.row(record, row, cells).cube)
    }

    pub(super) fn rules(&self, axis: Axis) -> List<Entry<Rule, Text>> {
        self.each(axis.id(), |record| {
            let cells = if axis == Axis::Response { Cells::Answers } else { Cells::Certain };
            let inside = if axis == Axis::Response { record.word::<RuleScope>("scope") } else { None };
            let rule = Rule {
                to: value(record, axis, "then").unwrap_or_else(|| stand_in(axis)),
                nations: record.maybe_words("nations").unwrap_or_else(Set::every),
                cube: self.when(record, cells),
                inside_only: inside == Some(RuleScope::Inside),
                basis: basis(record),
            };
            (rule, record.text("says"))
        })
    }

    pub(super) fn needs(&self) -> List<Cube> {
        let rows = |record: Record<'a>| {
            let tables = record.tables("rows");
            if tables.is_empty() {
                record.complain("has no row");
            }
            let cubes: Vec<_> =
                tables.into_iter().map(|row| self.names.row(&record, row, Cells::Certain).cube).collect();
            record.done();
            cubes
        };
        self.records("typology-needs").into_iter().flat_map(rows).collect()
    }

    /// The values of every axis, each with its one entry.
    pub(super) fn values(&self) -> PerAxis<List<Entry<Option<Forecast>, Meaning>>> {
        let mut read = BTreeMap::new();
        for record in self.records("value") {
            let Some(axis) = record.word::<Axis>("axis") else { continue };
            let Some(value) = value(&record, axis, "id") else { continue };
            if read.insert(value, self.value(&record, axis, value)).is_some() {
                record.complain("is there twice");
            }
            record.done();
        }
        let mut one = |axis, value| read.remove(&value).unwrap_or_else(|| self.no_value(axis, value));
        PerAxis::of(|axis| Value::of(axis).map(|value| one(axis, value)).collect())
    }

    fn value(&self, record: &Record<'a>, axis: Axis, value: Value) -> Entry<Option<Forecast>, Meaning> {
        Entry {
            id: value.id().into(),
            logic: (axis == Axis::Recording).then(|| forecast(record)),
            words: Meaning { name: record.text("name"), says: record.texts("says") },
            cites: self.names.cites(record),
        }
    }

    fn no_value(&self, axis: Axis, value: Value) -> Entry<Option<Forecast>, Meaning> {
        self.missing(format!("there is no `[[value]]` with the words for the {} `{}`", axis.id(), value.id()));
        Entry { id: value.id().into(), logic: None, words: Meaning::default(), cites: List::default() }
    }

    pub(super) fn unpublished(&self) -> List<Entry<Unpublished, Text>> {
        self.each("unpublished", |record| {
            (Unpublished { with: record.words("with").unwrap_or(Set::NONE) }, record.text("says"))
        })
    }
}

/// A value of an axis, as a field names it.
fn value(record: &Record<'_>, axis: Axis, key: &'static str) -> Option<Value> {
    match axis {
        Axis::Scope => record.word(key).map(Scope::value),
        Axis::Response => record.word(key).map(Response::value),
        Axis::Recording => record.word(key).map(Recording::value),
        Axis::Typology => record.word(key).map(Typology::value),
    }
}

/// A value in place of one that was complained of, so that reading goes on.
const fn stand_in(axis: Axis) -> Value {
    match axis {
        Axis::Scope => Value::Scope(Scope::Inside),
        Axis::Response => Value::Response(Response::SchoolLed),
        Axis::Recording => Value::Recording(Recording::Aggravated),
        Axis::Typology => Value::Typology(Typology::AdultInvolved),
    }
}

fn forecast(record: &Record<'_>) -> Forecast {
    Forecast {
        label: record.maybe_text("label"),
        crimes: record.maybe_texts("crimes").unwrap_or_default(),
        outcomes: record.maybe_texts("outcomes").unwrap_or_default(),
    }
}
