//! Bounds and possible values at each partial answer set, by their definition: over all of its finishings and worlds.

use biodivine_lib_bdd::Bdd;

use super::algebra::{FINISHING, Space, WORLD};
use super::meaning::Meaning;
use super::partial::Partial;

/// Bounds and possible values, as functions of the answers given.
pub struct Known {
    /// Every finishing has a response at least so urgent.
    pub at_least: Vec<Bdd>,
    /// Some finishing or world has a response at least so urgent.
    pub at_most: Vec<Bdd>,
    /// The possible scopes.
    pub scope: Vec<Bdd>,
    /// The possible recording categories.
    pub recording: Vec<Bdd>,
    /// The possible types.
    pub typology: Vec<Bdd>,
}

impl Known {
    /// Quantifies over finishings (for all of them, for some of them) and over worlds (for some of them).
    pub fn new(space: &Space, partial: &Partial, meaning: &Meaning) -> Self {
        let in_world = |values: &[Bdd]| values.iter().map(|value| space.some(&partial.worlds, value, WORLD)).collect();
        let every = |level| partial.valid.and(&space.every(&partial.finishings, level, FINISHING));
        let some = |(now, then): (&Bdd, &Bdd)| {
            space.some(&partial.finishings, now, FINISHING).or(&space.some(&partial.worlds, then, WORLD))
        };
        Self {
            at_least: meaning.on.response.iter().map(every).collect(),
            at_most: meaning.on.response.iter().zip(&meaning.response_in_world).map(some).collect(),
            scope: in_world(&meaning.on.scope),
            recording: in_world(&meaning.on.recording),
            typology: in_world(&meaning.on.typology),
        }
    }
}
