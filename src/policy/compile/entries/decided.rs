//! Rules and the values that they lead to.

use std::collections::BTreeSet;

use super::{Reader, basis};
use crate::policy::compile::draft::Entry;
use crate::policy::compile::names::Cells;
use crate::policy::compile::record::Record;
use crate::policy::cube::Cube;
use crate::policy::logic::{Forecast, Rule, Unpublished};
use crate::policy::table::{List, Text};
use crate::policy::vocabulary::{Axis, Nation, Recording, Response, RuleScope, Scope, Typology, Value, Word};
use crate::policy::words::Meaning;

impl<'a> Reader<'a> {
    fn when(&self, record: &Record<'a>, cells: Cells) -> Cube {
        record.maybe_table("when").map_or(Cube::ALL, |row| self.names.row(record, row, cells).cube)
    }

    pub(super) fn rules(&self, axis: Axis) -> Vec<Entry<'a, Rule, Text>> {
        self.each(axis.id(), |record| {
            let cells = if axis == Axis::Response { Cells::Answers } else { Cells::Certain };
            let inside = if axis == Axis::Response { record.word::<RuleScope>("scope") } else { None };
            let rule = Rule {
                id: record.text("id"),
                to: value_of(record, axis),
                nations: record.maybe_words::<Nation>("nations").unwrap_or_else(Nation::every),
                cube: self.when(record, cells),
                inside_only: inside == Some(RuleScope::Inside),
                basis: basis(record),
                cites: self.names.cites(record),
            };
            Self::entry(record, rule, record.text("says"))
        })
    }

    pub(super) fn needs(&self) -> Vec<Cube> {
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

    pub(super) fn values(&self) -> (Vec<List<Meaning>>, List<Forecast>) {
        let mut seen = BTreeSet::new();
        let mut meanings: Vec<Vec<Option<Meaning>>> =
            Axis::ALL.iter().map(|axis| vec![None; Value::of(*axis).count()]).collect();
        let mut forecasts: Vec<Forecast> = Vec::new();
        for record in self.records("value") {
            let Some(axis) = record.word::<Axis>("axis") else { continue };
            let Some(value) = value_in(&record, axis, "id") else { continue };
            if !seen.insert((axis.index(), value)) {
                record.complain("is there twice");
            }
            let meaning =
                Meaning { name: record.text("name"), says: record.texts("says"), cites: self.names.cites(&record) };
            if let Some(slot) = meanings.get_mut(usize::from(axis.index())).and_then(|m| m.get_mut(usize::from(value)))
            {
                *slot = Some(meaning);
            }
            if axis == Axis::Recording {
                forecasts.push(forecast(&record, value));
            }
            record.done();
        }
        forecasts.sort_by_key(|forecast| forecast.value);
        (self.every_value(meanings), forecasts.into())
    }

    fn every_value(&self, meanings: Vec<Vec<Option<Meaning>>>) -> Vec<List<Meaning>> {
        let nothing = || Meaning { name: "".into(), says: Vec::new().into(), cites: Vec::new().into() };
        for (axis, values) in Axis::ALL.iter().zip(&meanings) {
            for (place, _) in values.iter().enumerate().filter(|(_, meaning)| meaning.is_none()) {
                let value = value_id(*axis, u8::try_from(place).unwrap_or_default());
                self.missing(format!("there is no `[[value]]` with the words for the {} `{value}`", axis.id()));
            }
        }
        meanings.into_iter().map(|values| values.into_iter().map(|v| v.unwrap_or_else(nothing)).collect()).collect()
    }

    pub(super) fn unpublished(&self) -> Vec<Entry<'a, Unpublished, Text>> {
        self.each("unpublished", |record| {
            let with = record.words::<Recording>("with").unwrap_or_default();
            Self::entry(record, Unpublished { id: record.text("id"), with }, record.text("says"))
        })
    }
}

fn forecast(record: &Record<'_>, value: u8) -> Forecast {
    let nothing = || Vec::new().into();
    Forecast {
        value,
        label: record.maybe_text("label"),
        crimes: record.maybe_texts("crimes").unwrap_or_else(nothing),
        outcomes: record.maybe_texts("outcomes").unwrap_or_else(nothing),
    }
}

fn value_of(record: &Record<'_>, axis: Axis) -> u8 {
    value_in(record, axis, "then").unwrap_or_default()
}

fn value_in(record: &Record<'_>, axis: Axis, key: &'static str) -> Option<u8> {
    match axis {
        Axis::Scope => record.word::<Scope>(key).map(Word::index),
        Axis::Response => record.word::<Response>(key).map(Word::index),
        Axis::Recording => record.word::<Recording>(key).map(Word::index),
        Axis::Typology => record.word::<Typology>(key).map(Word::index),
    }
}

/// The identifier of a value of an axis.
pub(in crate::policy::compile) fn value_id(axis: Axis, value: u8) -> &'static str {
    Value::at(axis, value).map(Value::id).unwrap_or_default()
}
