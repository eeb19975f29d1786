//! An incident, as the answer sets that are still possible.

use crate::incident::Incident;
use crate::policy::Policy;
use crate::policy::cube::{Cube, Questions, each};
use crate::policy::entry::Entry;
use crate::policy::logic::{Question, Reading};
use crate::policy::set::Set;
use crate::policy::vocabulary::Answer;
use crate::policy::words::Asking;

/// An incident read against a policy: which questions apply, and which answer sets are still possible.
///
/// A *finishing* (a completion) answers every open question that applies with yes, no or unsure. A *world* (a resolved
/// completion) turns every unsure of a finishing into yes or no, also those that a reading makes, and leaves as it was
/// which questions apply. Answers to questions that do not apply are left out, so nothing here depends on them.
#[derive(Clone, Copy)]
pub(super) struct Situation<'a> {
    pub policy: &'a Policy,
    pub incident: Incident,
    /// The questions that apply.
    pub applies: Questions,
    /// The questions that apply in no finishing.
    pub closed: Questions,
    /// A product that holds every finishing, and more: a point of it is a finishing if [each question answered
    /// applies](Self::is_finishing).
    pub finishings: Cube,
    /// The worlds, which are exactly this product.
    pub worlds: Cube,
}

impl<'a> Situation<'a> {
    /// Reads an incident. [`Question::asked_while`] plays no part yet: no axis rests on questions that have it.
    pub fn new(policy: &'a Policy, incident: Incident) -> Self {
        let (applies, closed) = standing(policy, incident);
        let told = incident.without(!applies);
        let free = !told.answered() & !closed;
        let unsure = told.given(Answer::Unsure);
        let no = told.given(Answer::No) | closed;
        let yes = told.given(Answer::Yes);
        let finishings = Cube { no: no | free, unsure: unsure | free, yes: yes | free };
        let either = unsure | free | policy.outcomes().fold(0, |set, (_, outcome)| set | outcome);
        let worlds = Cube { no: no | either, unsure: 0, yes: yes | either };
        Self { policy, incident: told, applies, closed, finishings, worlds }
    }

    /// This situation with one answer given or changed.
    pub fn with(&self, question: Questions, answer: Answer) -> Self {
        Self::new(self.policy, self.incident.with(question, answer))
    }

    /// The questions without an answer that apply, or that may come to apply.
    pub const fn unanswered(&self) -> Questions {
        !self.incident.answered() & !self.closed
    }

    /// `space` split by the answer to the question of fit, the only one in which the response need not be monotone; as
    /// it is if there is no such question.
    pub fn by_fit(&self, space: Cube) -> impl Iterator<Item = Cube> + use<> {
        let fit = self.policy.fit;
        let answers = if fit == 0 { Set::only(Answer::No) } else { space.at(fit) };
        answers.iter().map(move |answer| space.fixed(fit, answer))
    }

    /// Whether a point of [`Self::finishings`] is a finishing: it answers no question that does not apply.
    pub fn is_finishing(&self, point: Cube) -> bool {
        let answered = point.yes | point.unsure;
        questions(self.policy).all(|(bit, question)| bit & answered & !self.applies == 0 || opened(question, answered))
    }

    /// The least finishings in a cube, one for each way of opening the questions that it answers.
    pub fn least_finishings(&self, cube: Cube) -> Vec<Cube> {
        let mut finishings = Vec::new();
        self.open_upwards(cube, &mut finishings);
        finishings
    }

    /// Adds the [least finishings](Self::least_finishings) of a cube, which may be empty.
    pub fn open_upwards(&self, cube: Cube, found: &mut Vec<Cube>) {
        if cube.is_empty() {
            return;
        }
        let point = cube.least(0);
        let answered = point.yes | point.unsure;
        let shut = questions(self.policy)
            .find(|(bit, question)| bit & answered & !self.applies != 0 && !opened(question, answered));
        match shut {
            None => found.push(point),
            Some((_, question)) => {
                for parents in &question.asked_when {
                    let open = Cube { no: cube.no & !parents, ..cube };
                    self.open_upwards(open, found);
                }
            }
        }
    }

    /// The readings, in order.
    pub fn readings(&self) -> impl Iterator<Item = &'a Reading> + use<'a> {
        self.policy.readings.iter().map(|entry| &entry.logic)
    }

    /// The question of a bit.
    pub fn question(&self, question: Questions) -> Option<&'a Entry<Question, Asking>> {
        self.policy.asked(question)
    }
}

/// Each question with its bit, in order.
pub(super) fn questions(policy: &Policy) -> impl Iterator<Item = (Questions, &Question)> {
    policy.questions.iter().enumerate().map(|(place, question)| (1 << place, &question.logic))
}

/// Whether answers open a question: in one of its rows every parent is answered yes or unsure.
fn opened(question: &Question, answered: Questions) -> bool {
    question.asked_when.is_empty() || question.asked_when.iter().any(|parents| parents & !answered == 0)
}

/// The questions that apply, and those that apply in no finishing. Parents stand before the questions that they open,
/// so one pass in file order is enough.
fn standing(policy: &Policy, incident: Incident) -> (Questions, Questions) {
    let mut open = 0;
    let mut applies = 0;
    let mut closed = 0;
    for (bit, question) in questions(policy) {
        if opened(question, open) {
            applies |= bit;
            open |= bit & (incident.given(Answer::Yes) | incident.given(Answer::Unsure));
        }
        let shut = closed | incident.given(Answer::No) & applies;
        if !question.asked_when.is_empty() && question.asked_when.iter().all(|parents| parents & shut != 0) {
            closed |= bit;
        }
    }
    (applies, closed | !every_question(policy))
}

/// One bit for each question of the policy.
fn every_question(policy: &Policy) -> Questions {
    questions(policy).fold(0, |set, (bit, _)| set | bit)
}

/// The identifiers of a set of questions, in file order.
pub(super) fn ids(policy: &Policy, set: Questions) -> Vec<crate::policy::table::Text> {
    each(set).filter_map(|bit| policy.asked(bit)).map(|question| question.id.clone()).collect()
}
