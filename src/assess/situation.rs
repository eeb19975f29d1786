//! An incident, as the answer sets that are still possible.

use crate::incident::Incident;
use crate::policy::Policy;
use crate::policy::cube::{Cube, Question, Questions};
use crate::policy::logic::{Posed, Reading};
use crate::policy::set::Set;
use crate::policy::table::Text;
use crate::policy::vocabulary::Answer;

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
    /// Reads an incident. [`Posed::asked_while`] plays no part yet: no axis rests on questions that have it.
    pub fn new(policy: &'a Policy, incident: Incident) -> Self {
        let (applies, closed) = standing(policy, incident);
        let told = incident.without(applies.complement());
        let free = told.answered().union(closed).complement();
        let unsure = told.given(Answer::Unsure);
        let no = told.given(Answer::No).union(closed);
        let yes = told.given(Answer::Yes);
        let finishings = Cube { no: no.union(free), unsure: unsure.union(free), yes: yes.union(free) };
        let either = unsure.union(free).union(turned_out(policy));
        let worlds = Cube { no: no.union(either), unsure: Questions::NONE, yes: yes.union(either) };
        Self { policy, incident: told, applies, closed, finishings, worlds }
    }

    /// This situation with one answer given or changed.
    pub fn with(&self, question: Question, answer: Answer) -> Self {
        Self::new(self.policy, self.incident.with(question, answer))
    }

    /// The questions without an answer that apply, or that may come to apply.
    pub const fn unanswered(&self) -> Questions {
        self.incident.answered().union(self.closed).complement()
    }

    /// `space` split by the answer to the question of fit, the only one in which the response need not be monotone; as
    /// it is if there is no such question.
    pub fn by_fit(&self, space: Cube) -> impl Iterator<Item = Cube> + use<> {
        let fit = self.policy.fit;
        let answers = fit.map_or(Set::only(Answer::No), |fit| space.at(fit));
        answers.iter().map(move |answer| space.fixed(fit, answer))
    }

    /// Whether a point of [`Self::finishings`] is a finishing: it answers no question that does not apply.
    pub fn is_finishing(&self, point: Cube) -> bool {
        self.answered_in_vain(point).is_none()
    }

    /// The first question that a point answers though it does not apply there.
    fn answered_in_vain(&self, point: Cube) -> Option<&'a Posed> {
        let answered = point.yes.union(point.unsure);
        let late = answered.without(self.applies);
        let mut late = questions(self.policy).filter(|(question, _)| late.contains(*question));
        late.find(|(_, posed)| !opened(posed, answered)).map(|(_, posed)| posed)
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
        let point = cube.least(Questions::NONE);
        match self.answered_in_vain(point) {
            None => found.push(point),
            Some(posed) => {
                for parents in &posed.asked_when {
                    let open = Cube { no: cube.no.without(*parents), ..cube };
                    self.open_upwards(open, found);
                }
            }
        }
    }

    /// The readings, in order.
    pub fn readings(&self) -> impl Iterator<Item = &'a Reading> + use<'a> {
        self.policy.readings.iter().map(|entry| &entry.logic)
    }

    /// The identifier of a question.
    pub fn id(&self, question: Question) -> Text {
        self.policy.asked(question).id.clone()
    }
}

/// Each question with its logic, in order.
pub(super) fn questions(policy: &Policy) -> impl Iterator<Item = (Question, &Posed)> {
    policy.questions().map(|(question, entry)| (question, &entry.logic))
}

/// How the questions turn out that a reading can make *not known*.
pub(super) fn turned_out(policy: &Policy) -> Questions {
    policy.outcomes().map(|(_, outcome)| outcome).collect()
}

/// Whether answers open a question: in one of its rows every parent is answered yes or unsure.
fn opened(posed: &Posed, answered: Questions) -> bool {
    posed.asked_while.is_some() || posed.asked_when.is_empty() || posed.is_opened_by(answered)
}

/// The questions that apply, and those that apply in no finishing. Parents stand before the questions that they open,
/// so one pass in file order is enough.
fn standing(policy: &Policy, incident: Incident) -> (Questions, Questions) {
    let opening = incident.given(Answer::Yes).union(incident.given(Answer::Unsure));
    let (mut applies, mut closed) = (Questions::NONE, Questions::NONE);
    for (question, posed) in questions(policy) {
        if opened(posed, opening.meet(applies)) {
            applies = applies.with(question);
        }
        let shut = closed.union(incident.given(Answer::No).meet(applies));
        if posed.asked_while.is_none()
            && !posed.asked_when.is_empty()
            && posed.asked_when.iter().all(|parents| parents.touches(shut))
        {
            closed = closed.with(question);
        }
    }
    (applies, closed.union(policy.questions_that(|_| true).complement()))
}

/// The identifiers of a set of questions, in file order.
pub(super) fn ids(policy: &Policy, set: Questions) -> Vec<Text> {
    let mut ids = Vec::new();
    set.iter().for_each(|question| ids.push(policy.asked(question).id.clone()));
    ids
}
