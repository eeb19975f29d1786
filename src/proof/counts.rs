//! How many complete answer sets come to what.

use std::fmt::Write;

use biodivine_lib_bdd::Bdd;

use super::subject::{Here, Subject};
use crate::policy::vocabulary::{Recording, Response, Typology, Word};

/// How many complete answer sets of a nation come to each value of an axis.
pub struct Counts {
    /// The nation's identifier.
    pub nation: &'static str,
    /// What is counted.
    pub axis: &'static str,
    /// Each value, and how many.
    pub values: Vec<(&'static str, u128)>,
}

/// The exact counts, nation by nation. Of the response, each answer set is counted once; of the other axes, wherever
/// the value is possible.
pub fn counts(subject: &Subject<'_>) -> Vec<Counts> {
    subject.nations.iter().flat_map(|here| of_nation(subject, here)).collect()
}

fn of_nation(subject: &Subject<'_>, here: &Here) -> [Counts; 3] {
    let nation = here.nation.id();
    let possible = |values: &[Bdd]| values.iter().map(|value| subject.in_some_world(value)).collect::<Vec<_>>();
    let levels: Vec<Bdd> =
        Response::ALL.iter().map(|level| subject.among(&here.meaning.response, level.bit())).collect();
    let none = subject.space.any(levels.iter().cloned()).not();
    let mut response = named::<Response>(subject, here, &levels);
    response.push(("none: another route", subject.count(&none.and(&here.complete))));
    let recording = named::<Recording>(subject, here, &possible(&here.meaning.recording));
    let typology = named::<Typology>(subject, here, &possible(&here.meaning.typology));
    [("response", response), ("recording", recording), ("typology", typology)].map(|(axis, values)| Counts {
        nation,
        axis,
        values,
    })
}

fn named<V: Word>(subject: &Subject<'_>, here: &Here, values: &[Bdd]) -> Vec<(&'static str, u128)> {
    let count = |value: &Bdd| subject.count(&value.and(&here.complete));
    V::ALL.iter().zip(values).map(|(word, value)| (word.id(), count(value))).collect()
}

/// The counts as a table, without the axes that a nation does not have.
pub fn table(counts: &[Counts]) -> String {
    let mut text = String::new();
    for count in counts.iter().filter(|count| count.values.iter().any(|(_, many)| *many != 0)) {
        let _ = writeln!(text, "{}, {}", count.nation, count.axis);
        for (value, many) in &count.values {
            let _ = writeln!(text, "  {value:20} {:>32}", grouped(*many));
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
