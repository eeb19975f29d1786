//! A policy under proof: its tables, and the functions that several properties need.

use std::sync::OnceLock;

use biodivine_lib_bdd::Bdd;

use super::algebra::{Bit, FINISHING, Space, Vector, WORLD};
use super::known::Known;
use super::meaning::{Meaning, Written};
use super::partial::{Partial, complete, open_questions};
use crate::policy::Policy;
use crate::policy::cube::{Cube, Question};
use crate::policy::set::Set;
use crate::policy::vocabulary::{Answer, Nation, Response, Word};

/// A policy under proof.
pub struct Subject<'a> {
    /// The policy.
    pub policy: &'a Policy,
    /// The answer sets.
    pub space: Space,
    /// The rules as written.
    pub written: Written,
    /// The results in each nation.
    pub nations: Vec<Here>,
    /// The finishings of no answer at all.
    pub complete: Bdd,
    /// Whether each question applies in a finishing.
    pub open: Vec<Bdd>,
    partial: OnceLock<Partial>,
}

/// The results of the rules as written in one nation.
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
    /// The functions of a policy.
    pub fn new(policy: &'a Policy) -> Self {
        let space = Space::new(policy.questions.len());
        let written = Written::new(&space, policy);
        let complete = complete(&space, policy);
        let open = open_questions(&space, policy, &Vector::finishing(&space));
        let mut subject =
            Self { policy, space, written, nations: Vec::new(), complete, open, partial: OnceLock::new() };
        subject.nations = Nation::ALL.iter().map(|nation| subject.here(*nation)).collect();
        subject
    }

    /// Partial answer sets, worked out when they are first asked for.
    pub fn partial(&self) -> &Partial {
        self.partial.get_or_init(|| Partial::new(&self.space, self.policy))
    }

    /// Bounds and possible values at each partial answer set in a nation.
    pub fn known<'h>(&self, here: &'h Here) -> &'h Known {
        here.known.get_or_init(|| Known::new(&self.space, self.partial(), &here.meaning))
    }

    /// One nation of each kind. Nations with the same results on every axis are of one kind.
    pub fn kinds(&self) -> impl Iterator<Item = &Here> {
        let first = |here: &&Here| self.nations.iter().position(|other| other.meaning == here.meaning);
        self.nations.iter().enumerate().filter(move |(place, here)| first(here) == Some(*place)).map(|(_, here)| here)
    }

    fn here(&self, nation: Nation) -> Here {
        let space = &self.space;
        let meaning = self.written.meaning(space, self.policy, nation);
        let turns = super::partial::turns(space);
        let levels = meaning.on.response.iter().zip(&meaning.response_in_world);
        let at_most: Vec<Bdd> = levels.map(|(now, then)| now.or(&space.some(&turns, then, WORLD))).collect();
        let late = self.policy.questions.iter().enumerate().filter_map(|(place, question)| {
            let waits = self.among(&at_most, question.logic.asked_while?).not();
            Some(space.is(place, Bit::Unsure).and(&waits).not())
        });
        let complete = self.complete.and(&space.all(late));
        Here { nation, meaning, at_most, complete, known: OnceLock::new() }
    }

    /// Whether a response, given by functions that say *is at least*, is one of a set.
    pub fn among(&self, levels: &[Bdd], set: Set<Response>) -> Bdd {
        let above = levels.iter().skip(1).cloned().chain([self.space.never()]);
        let exactly = Response::ALL.iter().zip(levels.iter().zip(above)).filter(|(level, _)| set.contains(**level));
        self.space.any(exactly.map(|(_, (reached, above))| reached.and_not(&above)))
    }

    /// The finishings whose answers, as read, a row accepts, whatever the scope.
    pub fn as_read(&self, cube: &Cube) -> Bdd {
        Vector::finishing(&self.space).read(&self.space, self.policy).accepted(&self.space, cube)
    }

    /// The finishings with an answer to a question.
    pub fn answering(&self, question: Question, answer: Answer) -> Bdd {
        Vector::finishing(&self.space).accepted(&self.space, &Cube::ALL.fixed(question, answer))
    }

    /// At how many finishings a function holds.
    pub fn count(&self, of: &Bdd) -> u128 {
        self.space.count(of, FINISHING)
    }

    /// The finishings with a world in which something holds.
    pub fn in_some_world(&self, of: &Bdd) -> Bdd {
        self.space.some(&super::partial::turns(&self.space), of, WORLD)
    }
}
