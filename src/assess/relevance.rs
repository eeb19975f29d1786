//! On which questions the axes turn, exactly.
//!
//! An axis *turns on* a question (the question is *open* there) if two finishings, or two worlds, that differ only in
//! the answer to it have different values. A question that is not answered yet is open, too, if it would open a
//! question that is. An answer that a reading makes *not known* counts as one that was given so.
//!
//! Not every pair has to be looked at. If there is such a pair, there is one whose other answers are the least that
//! meet some row: the rows that it is compared with are unate ([`Cube::least`]), so a pair with greater answers tells
//! nothing that this one does not.

use super::situation::Situation;
use crate::policy::cube::{Cube, Question, Questions};
use crate::policy::logic::Row;
use crate::policy::vocabulary::{Answer, Axis, OnAxis, Response};

/// Two answers to one question, in which the halves of a pair differ.
pub(super) struct Flip {
    pub question: Question,
    pub from: Answer,
    pub to: Answer,
}

impl Situation<'_> {
    /// The questions on which the response turns.
    pub fn open_on_response(&self) -> Questions {
        let worlds = self.open_in(&self.policy.response_in_worlds, self.worlds, &|row, cube, flip| {
            let point = cube.least(Questions::NONE);
            self.level_in_world(flip.apply(point)).map(Response::value) < Some(row.to)
        });
        let finishings = self.open_in(&self.policy.rows.response, self.finishings, &|row, cube, flip| {
            self.least_finishings(cube).into_iter().any(|point| {
                let flipped = flip.apply(point);
                self.is_finishing(flipped) && self.level(flipped).map(Response::value) < Some(row.to)
            })
        });
        self.with_those_that_open(worlds.union(finishings))
    }

    /// The questions on which an axis other than the response turns.
    pub fn open_on(&self, axis: Axis) -> Questions {
        let rows = &self.policy.rows[axis];
        let open = self.open_in(rows, self.worlds, &|row, cube, flip| {
            let fit = self.policy.fit.map(|fit| (fit, flip.apply(cube).at(fit)));
            let others = rows.iter().filter(|other| other.to == row.to && self.holds_here(other));
            let others = others.filter(|other| fit.is_none_or(|(fit, here)| other.cube.at(fit).touches(here)));
            let falls: Questions = others.clone().map(|other| other.cube.falls()).collect();
            let flipped = flip.apply(cube.least(falls));
            !others.clone().any(|other| flipped.is_within(&other.cube))
        });
        self.with_those_that_open(open)
    }

    /// The questions on whose answer a row turns within the answers in `space`: one answer meets the row, another does
    /// not, and `changes_value` finds that the value then changes. It is given the row, what meets it in `space` with
    /// the one answer (a cube for each answer on fit), and the pair of answers.
    fn open_in(&self, rows: &[Row], space: Cube, changes_value: &dyn Fn(&Row, Cube, &Flip) -> bool) -> Questions {
        let mut open = Questions::NONE;
        for row in rows.iter().filter(|row| self.holds_here(row)) {
            let met = row.cube.meet(space);
            if met.is_empty() {
                continue;
            }
            let turns = |flip: &Flip| {
                self.by_fit(met.fixed(flip.question, flip.from)).any(|cube| changes_value(row, cube, flip))
            };
            for question in row.cube.concerns().without(open).iter() {
                if flips(&row.cube, space, question).iter().any(turns) {
                    open = open.with(question);
                }
            }
        }
        open
    }

    /// `open`, and the unanswered questions that would open one of them. How a question turns out (see
    /// `Policy::outcomes`) is replaced by the question itself.
    pub fn with_those_that_open(&self, mut open: Questions) -> Questions {
        for (question, outcome) in self.policy.outcomes() {
            if open.contains(outcome) {
                open = open.without(outcome.into()).union(self.made_unsure().meet(question.into()));
            }
        }
        let late = self.applies.union(self.closed).complement();
        for (question, entry) in self.policy.questions().rev() {
            if open.meet(late).contains(question) {
                open = open.union(entry.logic.parents().meet(self.unanswered()));
            }
        }
        open
    }
}

impl Flip {
    /// The other half of the pair.
    pub fn apply(&self, cube: Cube) -> Cube {
        cube.fixed(self.question, self.to)
    }
}

/// The pairs of possible answers to a question of which a row accepts the first and not the second.
pub(super) fn flips(row: &Cube, space: Cube, question: Question) -> Vec<Flip> {
    let (free, accepted) = (space.at(question), row.at(question));
    let mut flips = Vec::new();
    for from in free.meet(accepted).iter() {
        flips.extend(free.without(accepted).iter().map(|to| Flip { question, from, to }));
    }
    flips
}
