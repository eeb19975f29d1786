//! Partial answer sets: which questions apply, and which finishings and worlds are still possible.

use biodivine_lib_bdd::Bdd;

use super::algebra::{Bit, Space, Term, Vector};
use crate::policy::Policy;
use crate::policy::cube::{Question, Questions};
use crate::policy::logic::Posed;

/// Relations between the answers given and the answer sets that are still possible.
pub struct Partial {
    /// Of each question: it applies.
    pub applies: Vec<Bdd>,
    /// Of each question: it applies in no finishing.
    pub closed: Vec<Bdd>,
    /// The bits encode answers given: one at each answered question, and none at the others.
    pub valid: Bdd,
    /// A finishing of the answers given. Questions that are asked only while some response is possible are left free,
    /// because nothing on an axis depends on them.
    pub finishings: Bdd,
    /// A world of such a finishing, as the product over which rows are evaluated.
    pub worlds: Bdd,
}

impl Partial {
    /// The relations of a policy.
    pub fn new(space: &Space, policy: &Policy) -> Self {
        let told = Vector::told(space);
        let (applies, closed) = standing(space, policy, &told);
        let given = |place: usize| applied(space, &applies, place);
        let valid =
            told.is_valid(space).and(&space.all(
                (0..space.questions).map(|place| space.is(place, Bit::ToldUnsure).imp(&space.is(place, Bit::Told))),
            ));
        let finishing = Vector::finishing(space);
        let agrees = |place| Some(given(place).imp(&finishing.0.get(place)?.equals(told.0.get(place)?)));
        let late =
            |place: &usize| policy.questions.get(*place).is_some_and(|question| question.logic.asked_while.is_some());
        let finishings = space.all((0..space.questions).filter(|place| !late(place)).filter_map(agrees));
        let worlds = space.all((0..space.questions).filter(|place| !late(place)).filter_map(|place| {
            let (term, world) = (told.0.get(place)?, space.is(place, Bit::World));
            let no = given(place).and_not(&term.unsure).or(closed.get(place)?);
            Some(given(place).and(&term.yes).imp(&world).and(&no.imp(&world.not())))
        }));
        Self {
            finishings: space.all([finishings, complete(space, policy), valid.clone()]),
            worlds: worlds.and(&valid),
            applies,
            closed,
            valid,
        }
    }

    /// Whether a question was answered and applies.
    pub fn given(&self, space: &Space, place: usize) -> Bdd {
        applied(space, &self.applies, place)
    }
}

fn applied(space: &Space, applies: &[Bdd], place: usize) -> Bdd {
    applies.get(place).map_or_else(|| space.never(), |applies| applies.and(&space.is(place, Bit::Told)))
}

/// The finishings of an incident without answers: each question that is answered applies. Questions that are asked only
/// while some response is possible count as applying.
pub fn complete(space: &Space, policy: &Policy) -> Bdd {
    let finishing = Vector::finishing(space);
    let open = open_questions(space, policy, &finishing);
    let opened = finishing.0.iter().zip(open).map(|(term, open)| term.unsure.imp(&open));
    finishing.is_valid(space).and(&space.all(opened))
}

/// Whether each question applies in a finishing.
pub fn open_questions(space: &Space, policy: &Policy, finishing: &Vector) -> Vec<Bdd> {
    let unsure = |parent: Question| finishing.at(parent).map(|term| term.unsure.clone());
    policy.questions.iter().map(|question| opened(space, &question.logic, unsure)).collect()
}

/// Whether in some row of a question `of` holds of every parent; always, if it has no row.
fn opened(space: &Space, posed: &Posed, of: impl Fn(Question) -> Option<Bdd>) -> Bdd {
    if posed.asked_when.is_empty() || posed.asked_while.is_some() {
        return space.always();
    }
    opened_by_rows(space, posed, of)
}

/// Whether in some row of a question `of` holds of every parent.
pub fn opened_by_rows(space: &Space, posed: &Posed, of: impl Fn(Question) -> Option<Bdd>) -> Bdd {
    space.any(posed.asked_when.iter().map(|parents| space.all(parents.iter().filter_map(&of))))
}

/// Which questions apply and which are closed. Parents stand before the questions that they open, so one pass is
/// enough.
fn standing(space: &Space, policy: &Policy, told: &Vector) -> (Vec<Bdd>, Vec<Bdd>) {
    let (mut applies, mut closed): (Vec<Bdd>, Vec<Bdd>) = (Vec::new(), Vec::new());
    for posed in policy.questions.iter().map(|entry| &entry.logic) {
        let given = |parent: Question| Some(space.is(parent.place(), Bit::Told).and(applies.get(parent.place())?));
        let opens = |parent: Question| Some(given(parent)?.and(&told.at(parent)?.unsure));
        let shuts =
            |parent: Question| Some(given(parent)?.and_not(&told.at(parent)?.unsure).or(closed.get(parent.place())?));
        let rows = &posed.asked_when;
        let shut = |row: &Questions| space.any(row.iter().filter_map(shuts));
        let is_open = opened(space, posed, opens);
        let is_closed = if rows.is_empty() || posed.asked_while.is_some() {
            space.never()
        } else {
            space.all(rows.iter().map(shut))
        };
        applies.push(is_open);
        closed.push(is_closed);
    }
    (applies, closed)
}

/// Whether a world belongs to a finishing, by definition: each unsure of it is yes or no, and all else is the same.
pub fn turns(space: &Space) -> Bdd {
    let finishing = Vector::finishing(space);
    space.all(finishing.0.iter().enumerate().map(|(place, Term { unsure, yes })| {
        let world = space.is(place, Bit::World);
        yes.imp(&world).and(&world.imp(unsure))
    }))
}
