//! Kinds of incident: the complete answer sets that end alike on an axis.

use biodivine_lib_bdd::Bdd;

use super::subject::{Here, Subject};
use crate::policy::vocabulary::{Axis, Nation, Response, Value, Word};

/// The complete answer sets of a nation by where they end on an axis.
pub struct Kinds {
    /// The nation.
    pub nation: Nation,
    /// The axis.
    pub axis: Axis,
    /// Of each value, in the order of the vocabulary.
    pub values: Vec<Kind>,
    /// Several values are possible.
    pub several: Bdd,
    /// No value is possible.
    pub none: Bdd,
}

/// The complete answer sets at which a value is possible.
pub struct Kind {
    /// The value's identifier.
    pub id: &'static str,
    /// It is possible, whatever else is.
    pub possible: Bdd,
    /// No other value is.
    pub alone: Bdd,
}

impl Kinds {
    /// By the rules as written. A complete answer set has one response, and each value of the other axes that it has in
    /// some world.
    pub fn new(subject: &Subject<'_>, here: &Here, axis: Axis) -> Self {
        let meaning = &here.meaning;
        let levels = || Response::ALL.iter().map(|level| subject.among(&meaning.response, level.bit()));
        let in_worlds = |values: &[Bdd]| values.iter().map(|value| subject.in_some_world(value)).collect();
        let values: Vec<Bdd> = match axis {
            Axis::Scope => in_worlds(&meaning.scope),
            Axis::Response => levels().collect(),
            Axis::Recording => in_worlds(&meaning.recording),
            Axis::Typology => in_worlds(&meaning.typology),
        };
        let possible: Vec<Bdd> = values.iter().map(|value| value.and(&here.complete)).collect();
        let some = subject.space.any(possible.iter().cloned());
        let alone: Vec<Bdd> = (0..possible.len()).map(|place| alone(subject, &possible, place)).collect();
        let values = Value::of(axis).map(Value::id).zip(&possible).zip(&alone);
        Self {
            nation: here.nation,
            axis,
            several: some.and_not(&subject.space.any(alone.iter().cloned())),
            none: here.complete.and_not(&some),
            values: values
                .map(|((id, possible), alone)| Kind { id, possible: possible.clone(), alone: alone.clone() })
                .collect(),
        }
    }
}

/// Where a value is possible and no other is.
fn alone(subject: &Subject<'_>, possible: &[Bdd], place: usize) -> Bdd {
    let others = possible.iter().enumerate().filter(|(other, _)| *other != place).map(|(_, value)| value.clone());
    let value = possible.get(place).cloned().unwrap_or_else(|| subject.space.never());
    value.and_not(&subject.space.any(others))
}
