//! What is known at each partial answer set, by definition: over all of its finishings and worlds.

use biodivine_lib_bdd::Bdd;

use super::algebra::{Bit, FINISHING, Space, WORLD};
use super::meaning::Meaning;
use super::partial::{PAIRS, Partial};
use crate::policy::cube::each;
use crate::policy::Policy;
use crate::policy::set::Set;
use crate::policy::vocabulary::Answer;

/// Bounds and possible values, as functions of the answers given.
pub struct Known {
    /// Every finishing has a response at least so urgent.
    pub at_least: Vec<Bdd>,
    /// Some finishing or world has.
    pub at_most: Vec<Bdd>,
    /// The possible scopes.
    pub scope: Vec<Bdd>,
    /// The possible recording categories.
    pub recording: Vec<Bdd>,
    /// The possible types.
    pub typology: Vec<Bdd>,
}

/// On which questions each axis turns, as functions of the answers given.
pub struct Open {
    /// The response.
    pub response: Vec<Bdd>,
    /// The scope.
    pub scope: Vec<Bdd>,
    /// The recording.
    pub recording: Vec<Bdd>,
    /// The typology.
    pub typology: Vec<Bdd>,
}

impl Known {
    /// By definition: for all finishings, for some finishing or world.
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

impl Open {
    /// By definition: two finishings, or two worlds, that differ only in a question differ on the axis.
    pub fn new(space: &Space, policy: &Policy, partial: &Partial, meaning: &Meaning) -> Self {
        let finder = Finder { space, policy, partial };
        let mut response = finder.in_worlds(&meaning.response_in_world);
        for (place, open) in response.iter_mut().enumerate() {
            *open = open.or(&finder.in_finishings(&meaning.response, place));
        }
        let axis = |values: &[Bdd]| finder.with_those_that_open(finder.in_worlds(values));
        Self {
            response: finder.with_those_that_open(response),
            scope: axis(&meaning.scope),
            recording: axis(&meaning.recording),
            typology: axis(&meaning.typology),
        }
    }
}

struct Finder<'a> {
    space: &'a Space,
    policy: &'a Policy,
    partial: &'a Partial,
}

impl Finder<'_> {
    fn in_worlds(&self, values: &[Bdd]) -> Vec<Bdd> {
        let by_outcome = |place| self.turns(values, place, Bit::Outcome).and(&self.made_unsure(place));
        (0..self.space.questions).map(|place| self.turns(values, place, Bit::World).or(&by_outcome(place))).collect()
    }

    /// Two worlds that differ only in a bit differ in some value. Worlds are a product, so both halves of a pair are
    /// worlds where either value of the bit is one.
    fn turns(&self, values: &[Bdd], place: usize, bit: Bit) -> Bdd {
        let differs = self.space.any(values.iter().map(|value| self.space.turns(value, place, bit)));
        if differs.is_false() {
            return differs;
        }
        self.space.some(&self.partial.pairs(self.space, place, bit), &differs, WORLD)
    }

    fn in_finishings(&self, levels: &[Bdd], place: usize) -> Bdd {
        let space = self.space;
        space.any(PAIRS.iter().enumerate().map(|(pair, (one, two))| {
            let differ = |level: &Bdd| space.answered(level, place, *one).xor(&space.answered(level, place, *two));
            let differs = space.any(levels.iter().map(differ));
            if differs.is_false() {
                return differs;
            }
            space.some(&self.partial.flips(space, place, pair), &differs, FINISHING)
        }))
    }

    /// The answer given to a question is made *not known* by the readings that the answers given bring about.
    fn made_unsure(&self, place: usize) -> Bdd {
        let mut made = self.space.never();
        let readings = self.policy.readings.iter().filter(|reading| super::algebra::place(reading.question) == place);
        for reading in readings {
            let cells = each(reading.cube.concerns()).map(|cell| self.is_given(cell, reading.cube.at(cell)));
            let applies = self.space.all(cells).and(&self.is_given(reading.question, reading.from));
            made = if reading.to == Answer::Unsure { made.or(&applies) } else { made.and_not(&applies) };
        }
        made
    }

    /// A question was given one of these answers, and it applies.
    fn is_given(&self, question: u64, answers: Words) -> Bdd {
        let told = super::algebra::Vector::told(self.space);
        let among = told.at(question).map_or_else(|| self.space.never(), |term| term.among(answers));
        self.partial.given(self.space, super::algebra::place(question)).and(&among)
    }

    /// An unanswered question is open, too, where one is that it would open.
    fn with_those_that_open(&self, mut open: Vec<Bdd>) -> Vec<Bdd> {
        for (place, question) in self.policy.questions.iter().enumerate().rev() {
            let Some(child) = open.get(place) else { continue };
            let late = child.and_not(&self.or_never(&self.partial.applies, place));
            let late = late.and_not(&self.or_never(&self.partial.closed, place));
            for parent in question.asked_when.iter().flat_map(|row| each(*row)).map(super::algebra::place) {
                let unanswered =
                    self.partial.given(self.space, parent).or(&self.or_never(&self.partial.closed, parent));
                if let Some(open) = open.get_mut(parent) {
                    *open = open.or(&late.and_not(&unanswered));
                }
            }
        }
        open
    }

    fn or_never(&self, of: &[Bdd], place: usize) -> Bdd {
        of.get(place).cloned().unwrap_or_else(|| self.space.never())
    }
}
