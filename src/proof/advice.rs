//! Whether an advice is shown, as a function of the answers: at complete answer sets and at partial ones.

use biodivine_lib_bdd::Bdd;

use super::algebra::{Bit, Term, Vector};
use super::partial::opened_by_rows;
use super::subject::{Here, Subject};
use crate::policy::cube::Question;
use crate::policy::logic::{Condition, Said};
use crate::policy::set::Set;
use crate::policy::vocabulary::{Answer, Response, Scope, Word};

/// The facts that a condition may mention, each as a function of the answers.
pub struct Standing<'a> {
    subject: &'a Subject<'a>,
    here: &'a Here,
    at_least: &'a [Bdd],
    at_most: &'a [Bdd],
    scope: Vec<Bdd>,
    /// Of each question: it was given an answer, and it applies.
    given: Vec<Bdd>,
    /// The answers, as read.
    said: Vector,
}

impl<'a> Standing<'a> {
    /// At a complete answer set.
    pub fn complete(subject: &'a Subject<'a>, here: &'a Here) -> Self {
        let scope = here.meaning.on.scope.iter().map(|scope| subject.in_some_world(scope)).collect();
        let said = Vector::finishing(&subject.space);
        Self {
            subject,
            here,
            at_least: &here.meaning.on.response,
            at_most: &here.at_most,
            scope,
            given: Vec::new(),
            said,
        }
        .with(|place| subject.open.get(place).cloned())
    }

    /// At a partial answer set.
    pub fn partial(subject: &'a Subject<'a>, here: &'a Here) -> Self {
        let known = subject.known(here);
        let (at_least, at_most) = (known.at_least.as_slice(), known.at_most.as_slice());
        let said = Vector::told(&subject.space);
        let given = |place: usize| Some(subject.partial().applies.get(place)?.and(&subject.space.is(place, Bit::Told)));
        Self { subject, here, at_least, at_most, scope: known.scope.clone(), given: Vec::new(), said }.with(given)
    }

    /// Works out which answers were given and apply (also to questions that are asked only while some response is
    /// possible), and what they are read as.
    fn with(mut self, given: impl Fn(usize) -> Option<Bdd>) -> Self {
        let subject = self.subject;
        let opening = |parent: Question| Some(given(parent.place())?.and(&self.said.at(parent)?.unsure));
        let waits = |place: usize, given: Bdd| {
            let posed = subject.policy.questions.get(place).map(|entry| &entry.logic);
            let due = posed.and_then(|posed| {
                let on = subject.among(self.at_most, posed.asked_while?);
                Some(on.or(&opened_by_rows(&subject.space, posed, opening)))
            });
            due.map_or_else(|| given.clone(), |due| given.and(&due))
        };
        let given = |place| given(place).map_or_else(|| subject.space.never(), |given| waits(place, given));
        self.given = (0..subject.space.questions).map(given).collect();
        let told = self.said.clone();
        for reading in subject.policy.readings.iter().map(|entry| &entry.logic) {
            let cells = reading.cube.concerns().iter().map(|cell| self.cell(&told, cell, reading.cube.at(cell)));
            let brought_about = subject.space.all(cells);
            let changes = brought_about.and(&self.cell(&self.said, reading.question, reading.from));
            if let Some(term) = self.said.0.get_mut(reading.question.place()) {
                *term = term.changed(&changes, reading.to);
            }
        }
        self
    }

    /// Whether a question was given one of these answers, and applies.
    fn cell(&self, answers: &Vector, question: Question, accepted: Set<Answer>) -> Bdd {
        let among = |(term, given): (&Term, &Bdd)| given.and(&term.among(accepted));
        let found = answers.at(question).zip(self.given.get(question.place()));
        found.map_or_else(|| self.subject.space.never(), among)
    }

    /// Whether a question was given one of these answers, by its identifier; never, if there is no such question.
    pub fn is_said(&self, id: &str, answers: Set<Answer>) -> Bdd {
        let question = self.subject.policy.question(id);
        question.map_or_else(|| self.subject.space.never(), |question| self.cell(&self.said, question, answers))
    }

    /// Whether the greatest possible response is one of a set.
    pub fn at_most_among(&self, set: Set<Response>) -> Bdd {
        self.subject.among(self.at_most, set)
    }

    /// Whether the least possible response is one of a set.
    pub fn at_least_among(&self, set: Set<Response>) -> Bdd {
        self.subject.among(self.at_least, set)
    }

    /// Where an advice with this condition is shown.
    pub fn shows(&self, condition: &Condition) -> Bdd {
        let Condition { nations, at_least, at_most, scope, rows, read: _ } = condition;
        let space = &self.subject.space;
        if !nations.contains(self.here.nation) {
            return space.never();
        }
        let bounds = [
            at_least.map(|set| self.at_least_among(set)),
            at_most.map(|set| self.at_most_among(set)),
            scope.map(|scope| self.settled_on(scope)),
        ];
        let met = space.any(rows.iter().map(|row| self.is_met(row)));
        let said = if rows.is_empty() { space.always() } else { met };
        space.all(bounds.into_iter().flatten().chain([said]))
    }

    /// Whether the guide may not fit.
    pub fn perhaps_outside(&self) -> Bdd {
        self.scope.get(usize::from(Scope::Outside.index())).cloned().unwrap_or_else(|| self.subject.space.never())
    }

    fn settled_on(&self, scope: Scope) -> Bdd {
        let possible = |value: Scope| self.scope.get(usize::from(value.index())).cloned();
        let others = Set::every().without(Set::only(scope)).iter().filter_map(possible);
        possible(scope).unwrap_or_else(|| self.subject.space.never()).and_not(&self.subject.space.any(others))
    }

    fn is_met(&self, row: &Said) -> Bdd {
        self.subject.space.all(row.concerns().iter().map(|question| {
            let silent = self.given.get(question.place()).map_or_else(|| self.subject.space.never(), Bdd::not);
            let given = self.cell(&self.said, question, row.cube.at(question));
            if row.unanswered.contains(question) { given.or(&silent) } else { given }
        }))
    }
}
