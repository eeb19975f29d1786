//! The call: whom it is to, and what is read out.

use super::Assessment;
use crate::decision::{Call, Said, Told};
use crate::policy::cube::Questions;
use crate::policy::entry::Entry;
use crate::policy::logic::{Posed, Utterance};
use crate::policy::set::Set;
use crate::policy::table::InWords;
use crate::policy::vocabulary::{Answer, Contact, OnAxis, Place, Response, Spoken, Timing, Word};

/// How many answers a call tells of what is known and of what is not, the most serious. The others are counted, so that
/// nothing goes missing in silence.
const MOST_KNOWN: usize = 4;
const MOST_NOT_KNOWN: usize = 2;

impl Assessment<'_> {
    /// The call, if one is to be made now.
    pub(super) fn call(&self) -> Option<Call> {
        let to = self.called()?;
        let (known, more_known) = self.told(Answer::Yes, MOST_KNOWN);
        let (not_known, more_not_known) = self.told(Answer::Unsure, MOST_NOT_KNOWN);
        let (report, children, ask) = (Vec::new(), Vec::new(), Vec::new());
        let mut call = Call { to, report, known, more_known, not_known, more_not_known, children, ask };
        let mut taken = Vec::new();
        for Entry { id, logic: Utterance { advice, part }, cites, words: _ } in &self.here.policy.utterances {
            if self.standing.shows_first(advice, &mut taken) {
                call.part(*part).push(self.say(id, advice, cites));
            }
        }
        Some(call)
    }

    /// Whom the call is to; a concern about someone who works with children goes to those who deal with that as well.
    fn called(&self) -> Option<Set<Contact>> {
        let (mut call, mut concerns) = (None, Set::NONE);
        for step in self.steps.iter().map(|entry| &entry.logic).filter(|step| step.timing == Timing::Now) {
            concerns = concerns.union(step.calls.meet(Set::only(Contact::StaffConcerns)));
            if step.advice.place.as_deref() == Some(Place::Call.id()) {
                call = Some(step.calls);
            }
        }
        call.map(|call| call.union(concerns))
    }

    /// The questions with an answer that a call tells of, the most serious first, and how many more there are.
    fn told(&self, answer: Answer, most: usize) -> (Vec<Told>, u8) {
        let policy = self.here.policy;
        let is_told = |posed: &Posed| if answer == Answer::Yes { posed.known } else { posed.open };
        let mut left = policy.questions_that(is_told).meet(self.standing.answered(answer));
        if answer == Answer::Yes {
            left = left.without(self.said_by(left));
        }
        let mut told = Vec::new();
        for level in Response::ALL.iter().rev() {
            for rule in policy.rules.response.iter().map(|entry| &entry.logic) {
                if rule.to == level.value() {
                    // A yes, and no longer a no, leads to the response.
                    left = self.tell(left, rule.cube.yes.without(rule.cube.no), most, &mut told);
                }
            }
        }
        left = self.tell(left, left, most, &mut told);
        (told, left.len() as u8)
    }

    /// Tells of the questions left that are among these, until so many are told, and gives those that are left then.
    fn tell(&self, mut left: Questions, those: Questions, most: usize, told: &mut Vec<Told>) -> Questions {
        for question in left.meet(those).iter() {
            if told.len() < most {
                told.push(Told { question: self.here.id(question), says: InWords::default() });
                left = left.without(question.into());
            }
        }
        left
    }

    /// What goes without saying once these are told, as each of them is asked because of it alone: a demand says that there
    /// is a threat.
    fn said_by(&self, told: Questions) -> Questions {
        told.iter().map(|question| self.here.policy.asked(question).logic.always_opened_by()).collect()
    }
}

impl Call {
    /// Where the texts of a part stand.
    const fn part(&mut self, part: Spoken) -> &mut Vec<Said> {
        match part {
            Spoken::Report => &mut self.report,
            Spoken::Children => &mut self.children,
            Spoken::Ask => &mut self.ask,
        }
    }
}
