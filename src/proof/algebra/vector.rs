//! An answer set as functions of the bits: for each question, the answer to it.

use biodivine_lib_bdd::Bdd;

use super::space::{Bit, Space};
use crate::policy::Policy;
use crate::policy::cube::{Cube, Question};
use crate::policy::set::Set;
use crate::policy::vocabulary::Answer;

/// An answer, as its two thresholds.
#[derive(Clone)]
pub struct Term {
    /// It is at least unsure.
    pub unsure: Bdd,
    /// It is yes.
    pub yes: Bdd,
}

impl Term {
    /// Whether it is one of a set.
    pub fn among(&self, answers: Set<Answer>) -> Bdd {
        let takes = |answer| answers.contains(answer);
        match (takes(Answer::No), takes(Answer::Unsure), takes(Answer::Yes)) {
            (false, false, false) => self.yes.and_not(&self.yes),
            (false, false, true) => self.yes.clone(),
            (false, true, false) => self.unsure.and_not(&self.yes),
            (false, true, true) => self.unsure.clone(),
            (true, false, false) => self.unsure.not(),
            (true, false, true) => self.yes.or(&self.unsure.not()),
            (true, true, false) => self.yes.not(),
            (true, true, true) => self.yes.or(&self.yes.not()),
        }
    }

    /// This answer, but `to` where `change` holds.
    pub fn changed(&self, change: &Bdd, to: Answer) -> Self {
        let turned = |bit: &Bdd, on: bool| if on { bit.or(change) } else { bit.and_not(change) };
        Self { unsure: turned(&self.unsure, to >= Answer::Unsure), yes: turned(&self.yes, to == Answer::Yes) }
    }

    /// This answer, but where it is unsure, yes or no as `outcome` says.
    fn resolved(&self, outcome: &Bdd) -> Self {
        let yes = self.yes.or(&self.unsure.and(outcome));
        Self { unsure: yes.clone(), yes }
    }

    /// Whether the two are the same answer.
    pub fn equals(&self, other: &Self) -> Bdd {
        self.unsure.iff(&other.unsure).and(&self.yes.iff(&other.yes))
    }
}

/// One answer a question, in the order of the policy.
#[derive(Clone)]
pub struct Vector(pub Vec<Term>);

impl Vector {
    /// The answers given.
    pub fn told(space: &Space) -> Self {
        Self::thresholds(space, Bit::ToldUnsure, Bit::ToldYes)
    }

    /// The answers of a finishing.
    pub fn finishing(space: &Space) -> Self {
        Self::thresholds(space, Bit::Unsure, Bit::Yes)
    }

    /// The answers of a world.
    pub fn world(space: &Space) -> Self {
        Self::thresholds(space, Bit::World, Bit::World)
    }

    fn thresholds(space: &Space, unsure: Bit, yes: Bit) -> Self {
        let term = |place| Term { unsure: space.is(place, unsure), yes: space.is(place, yes) };
        Self((0..space.questions).map(term).collect())
    }

    /// The answers of a world, and after them how each of `outcomes` turns out. Rows over worlds are about these.
    pub fn world_with_outcomes(space: &Space, outcomes: &[Question]) -> Self {
        let mut all = Self::world(space);
        all.0.extend(outcomes.iter().map(|question| {
            let bit = space.is(question.place(), Bit::Outcome);
            Term { unsure: bit.clone(), yes: bit }
        }));
        all
    }

    /// Whether the bits encode answers: *yes* implies *at least unsure* at every question.
    pub fn is_valid(&self, space: &Space) -> Bdd {
        space.all(self.0.iter().map(|term| term.yes.imp(&term.unsure)))
    }

    /// The answer to a question.
    pub fn at(&self, question: Question) -> Option<&Term> {
        self.0.get(question.place())
    }

    /// Whether every cell accepts its answer.
    pub fn accepted(&self, space: &Space, cube: &Cube) -> Bdd {
        let cells = cube.concerns().iter().filter_map(|question| Some(self.at(question)?.among(cube.at(question))));
        space.all(cells)
    }

    /// The answers after readings. These apply in order, and each is brought about by the answers before any reading.
    pub fn read(&self, space: &Space, policy: &Policy) -> Self {
        let mut read = self.clone();
        for reading in policy.readings.iter().map(|entry| &entry.logic) {
            let brought_about = self.accepted(space, &reading.cube);
            if let Some(term) = read.0.get_mut(reading.question.place()) {
                *term = term.changed(&brought_about.and(&term.among(reading.from)), reading.to);
            }
        }
        read
    }

    /// The answers of a world after readings, where each that is unsure then turns out as its outcome bit says.
    pub fn resolved(&self, space: &Space) -> Self {
        let resolve = |(place, term): (usize, &Term)| {
            let known = term.unsure == term.yes;
            if known { term.clone() } else { term.resolved(&space.is(place, Bit::Outcome)) }
        };
        Self(self.0.iter().enumerate().map(resolve).collect())
    }
}
