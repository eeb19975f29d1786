//! A policy under proof: its tables, and what follows from them that several properties need.

use std::sync::OnceLock;

use biodivine_lib_bdd::Bdd;

use super::algebra::{Bit, FINISHING, Space, Vector, WORLD};
use super::known::Known;
use super::meaning::{Meaning, Written};
use super::partial::{Partial, complete, open_questions};
use crate::policy::cube::{Cube, Questions};
use crate::policy::logic::Logic;
use crate::policy::vocabulary::{Nation, Word};
use crate::policy::words::Wording;

/// A policy under proof.
pub struct Subject<'a> {
    /// What decisions depend on.
    pub logic: &'a Logic,
    /// What is said.
    pub words: &'a Wording,
    /// The answer sets.
    pub space: Space,
    /// The rules as written.
    pub written: Written,
    /// What holds in each nation.
    pub nations: Vec<Here>,
    /// The finishings of no answer at all.
    pub complete: Bdd,
    /// Whether each question applies in a finishing.
    pub open: Vec<Bdd>,
    partial: OnceLock<Partial>,
}

/// What the rules as written come to in one nation.
pub struct Here {
    /// The nation.
    pub nation: Nation,
    /// By the rules as written.
    pub meaning: Meaning,
    /// The response at a finishing, or in one of its worlds, is at least so urgent.
    pub at_most: Vec<Bdd>,
    /// The complete answer sets: an answer to each question that applies, and to no other.
    pub complete: Bdd,
    known: OnceLock<Known>,
}

impl<'a> Subject<'a> {
    /// Takes up a policy.
    pub fn new(logic: &'a Logic, words: &'a Wording) -> Self {
        let space = Space::new(logic.questions.len());
        let written = Written::new(&space, logic);
        let complete = complete(&space, logic);
        let open = open_questions(&space, logic, &Vector::finishing(&space));
        let mut subject =
            Self { logic, words, space, written, nations: Vec::new(), complete, open, partial: OnceLock::new() };
        subject.nations = Nation::ALL.iter().map(|nation| subject.here(*nation)).collect();
        subject
    }

    /// Partial answer sets, worked out when they are first asked for.
    pub fn partial(&self) -> &Partial {
        self.partial.get_or_init(|| Partial::new(&self.space, self.logic))
    }

    /// What is known at each partial answer set in a nation.
    pub fn known<'h>(&self, here: &'h Here) -> &'h Known {
        here.known.get_or_init(|| Known::new(&self.space, self.partial(), &here.meaning))
    }

    /// The nations, one of each kind: those that come to the same on every axis are one kind.
    pub fn kinds(&self) -> impl Iterator<Item = &Here> {
        let first = |here: &&Here| self.nations.iter().position(|other| other.meaning == here.meaning);
        self.nations.iter().enumerate().filter(move |(place, here)| first(here) == Some(*place)).map(|(_, here)| here)
    }

    fn here(&self, nation: Nation) -> Here {
        let space = &self.space;
        let meaning = self.written.meaning(space, self.logic, nation);
        let turns = super::partial::turns(space);
        let levels = meaning.response.iter().zip(&meaning.response_in_world);
        let at_most: Vec<Bdd> = levels.map(|(now, then)| now.or(&space.some(&turns, then, WORLD))).collect();
        let late = self.logic.questions.iter().enumerate().filter_map(|(place, question)| {
            let waits = self.among(&at_most, question.asked_while?).not();
            Some(space.is(place, Bit::Unsure).and(&waits).not())
        });
        let complete = self.complete.and(&space.all(late));
        Here { nation, meaning, at_most, complete, known: OnceLock::new() }
    }

    /// Whether a response, given as *at least*, is one of a set.
    pub fn among(&self, levels: &[Bdd], set: u8) -> Bdd {
        let above = |level: usize| levels.get(level + 1).cloned().unwrap_or_else(|| self.space.never());
        let exactly = levels.iter().enumerate().filter(|(level, _)| set & 1 << level != 0);
        self.space.any(exactly.map(|(level, reached)| reached.and_not(&above(level))))
    }

    /// The finishings whose answers, as read, a row accepts, whatever the scope.
    pub fn as_read(&self, cube: &Cube) -> Bdd {
        Vector::finishing(&self.space).read(&self.space, &self.logic.readings).accepted(&self.space, cube)
    }

    /// The finishings with one of these answers to a question.
    pub fn answering(&self, question: Questions, answers: u8) -> Bdd {
        Vector::finishing(&self.space).accepted(&self.space, &Cube::ALL.with(question, answers))
    }

    /// How many finishings hold.
    pub fn count(&self, of: &Bdd) -> u128 {
        self.space.count(of, FINISHING)
    }

    /// The finishings with a world in which something holds.
    pub fn in_some_world(&self, of: &Bdd) -> Bdd {
        self.space.some(&super::partial::turns(&self.space), of, WORLD)
    }
}
