//! How many complete answer sets come to what.

use std::fmt::Write;

use super::kinds::Kinds;
use super::subject::{Here, Subject};
use crate::policy::vocabulary::{Axis, Nation, Word};

/// How many complete answer sets of a nation end where on an axis.
pub struct Counts {
    /// The nation.
    pub nation: Nation,
    /// The axis.
    pub axis: Axis,
    /// Each value.
    pub values: Vec<Count>,
    /// At how many several values are possible.
    pub several: u128,
    /// At how many no value is.
    pub none: u128,
}

/// How many complete answer sets a value is possible at.
pub struct Count {
    /// The value's identifier.
    pub id: &'static str,
    /// Whatever else is possible.
    pub possible: u128,
    /// Where no other value is.
    pub alone: u128,
}

impl Counts {
    /// How many complete answer sets the nation has.
    pub fn all(&self) -> u128 {
        self.values.iter().map(|value| value.alone).sum::<u128>() + self.several + self.none
    }

    /// Whether the nation has the axis at all.
    pub fn has_values(&self) -> bool {
        self.values.iter().any(|value| value.possible != 0)
    }
}

/// The exact counts, nation by nation, axis by axis.
pub fn counts(subject: &Subject<'_>) -> Vec<Counts> {
    let of_nation = |here| Axis::ALL.iter().map(move |axis| of_kinds(subject, here, *axis));
    subject.nations.iter().flat_map(of_nation).collect()
}

fn of_kinds(subject: &Subject<'_>, here: &Here, axis: Axis) -> Counts {
    let Kinds { nation, axis, values, several, none } = Kinds::new(subject, here, axis);
    let count = |kind: &super::kinds::Kind| Count {
        id: kind.id,
        possible: subject.count(&kind.possible),
        alone: subject.count(&kind.alone),
    };
    let values = values.iter().map(count).collect();
    Counts { nation, axis, values, several: subject.count(&several), none: subject.count(&none) }
}

/// At how many each value is possible, as a table, without the axes that a nation does not have.
pub fn table(counts: &[Counts]) -> String {
    let mut text = String::new();
    for count in counts.iter().filter(|count| count.has_values()) {
        let _ = writeln!(text, "{}, {}", count.nation.id(), count.axis.id());
        let values = count.values.iter().map(|value| (value.id, value.possible));
        for (name, many) in values.chain([("several of these", count.several), ("none of these", count.none)]) {
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
