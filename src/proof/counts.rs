//! How many complete answer sets have which results.

use std::fmt::Write;

use biodivine_lib_bdd::Bdd;

use super::algebra::Space;
use super::subject::{Here, Subject};
use crate::policy::set::Set;
use crate::policy::vocabulary::{Axis, Nation, Response, Value, Word};

/// The number of complete answer sets of a nation with each value of an axis.
pub struct Counts {
    /// The nation.
    pub nation: Nation,
    /// The axis.
    pub axis: Axis,
    /// For each value, by its identifier, at how many it is possible, alone or among others.
    pub values: Vec<(&'static str, u128)>,
    /// At how many more than one value is possible.
    pub several: u128,
    /// At how many no value is possible.
    pub none: u128,
}

/// The exact counts, nation by nation, axis by axis.
pub fn counts(subject: &Subject<'_>) -> Vec<Counts> {
    let of_nation = |here| Axis::ALL.iter().map(move |axis| Counts::new(subject, here, *axis));
    subject.nations.iter().flat_map(of_nation).collect()
}

impl Counts {
    fn new(subject: &Subject<'_>, here: &Here, axis: Axis) -> Self {
        let sets = sets_by_value(subject, here, axis);
        let some = subject.space.any(sets.iter().cloned());
        Self {
            nation: here.nation,
            axis,
            several: subject.count(&several(&subject.space, &sets)),
            none: subject.count(&here.complete.and_not(&some)),
            values: Value::of(axis).map(Value::id).zip(sets.iter().map(|sets| subject.count(sets))).collect(),
        }
    }

    /// Whether the nation has the axis at all.
    fn has_values(&self) -> bool {
        self.values.iter().any(|(_, possible)| *possible != 0)
    }
}

/// For each value, the complete answer sets at which it comes out by the rules as written, or may on the other axes.
fn sets_by_value(subject: &Subject<'_>, here: &Here, axis: Axis) -> Vec<Bdd> {
    let functions = &here.meaning.on[axis];
    let values: Vec<Bdd> = match axis {
        // The functions of the response are nested, each *at least so urgent*: exactly one level is left at a set.
        Axis::Response => Response::ALL.iter().map(|level| subject.among(functions, Set::only(*level))).collect(),
        // The others hold in a world, and a set may have several.
        Axis::Scope | Axis::Recording | Axis::Typology => {
            functions.iter().map(|value| subject.in_some_world(value)).collect()
        }
    };
    values.iter().map(|value| value.and(&here.complete)).collect()
}

/// Where more than one of several functions holds.
fn several(space: &Space, possible: &[Bdd]) -> Bdd {
    let start = (space.never(), space.never());
    let step = |(one, more): (Bdd, Bdd), value: &Bdd| (one.or(value), more.or(&one.and(value)));
    possible.iter().fold(start, step).1
}

/// The counts as a table, without the axes that a nation does not have.
pub fn table(counts: &[Counts]) -> String {
    let mut text = String::new();
    for count in counts.iter().filter(|count| count.has_values()) {
        let _ = writeln!(text, "{}, {}", count.nation.id(), count.axis.id());
        for (name, many) in
            count.values.iter().copied().chain([("several of these", count.several), ("none of these", count.none)])
        {
            let _ = writeln!(text, "  {name:20} {:>32}", grouped(many));
        }
    }
    text
}

/// A number with a thin space between groups of three digits.
pub fn grouped(number: u128) -> String {
    let digits = number.to_string();
    let length = digits.len();
    let space = |place: usize| place != 0 && (length - place).is_multiple_of(3);
    digits
        .chars()
        .enumerate()
        .flat_map(|(place, digit)| space(place).then_some('\u{2009}').into_iter().chain([digit]))
        .collect()
}
