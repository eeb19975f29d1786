//! The call: whom it is to, and what is read out.

use super::Assessment;
use crate::decision::{Call, Said, Told};
use crate::policy::cube::Questions;
use crate::policy::logic::{Posed, Utterance};
use crate::policy::set::Set;
use crate::policy::table::InWords;
use crate::policy::vocabulary::{Answer, Contact, OnAxis, Place, Response, Spoken, Timing, Word};

/// How many answers of one kind a call tells, the most serious. The others are counted, so that nothing goes missing in
/// silence.
const MOST_TOLD: usize = 3;

impl Assessment<'_> {
    /// The call, if one is to be made now.
    pub(super) fn call(&self) -> Option<Call> {
        let to = self.called()?;
        let (known, more_known) = self.told(Answer::Yes);
        let (not_known, more_not_known) = self.told(Answer::Unsure);
        Some(Call {
            to: to.iter().collect(),
            report: self.utterances(Spoken::Report),
            known,
            more_known,
            not_known,
            more_not_known,
            children: self.utterances(Spoken::Children),
            ask: self.utterances(Spoken::Ask),
        })
    }

    /// Whom the call is to; a concern about someone who works with children goes to those who deal with that as well.
    fn called(&self) -> Option<Set<Contact>> {
        let mut now = self.steps.iter().map(|entry| &entry.logic).filter(|step| step.timing == Timing::Now);
        let staff = Set::only(Contact::StaffConcerns);
        let concerns = now.clone().fold(Set::NONE, |concerns, step| concerns.union(step.calls.meet(staff)));
        let call = now.find(|step| step.advice.place.as_deref() == Some(Place::Call.id()))?;
        Some(call.calls.union(concerns))
    }

    fn utterances(&self, part: Spoken) -> Vec<Said> {
        let all = self.here.policy.utterances.iter();
        let utterances = self.standing.first_entries(all, |logic: &Utterance| &logic.advice);
        let those = utterances.into_iter().filter(|entry| entry.logic.part == part);
        those.map(|entry| self.say(&entry.id, &entry.logic.advice, &entry.cites)).collect()
    }

    /// The questions with an answer that a call tells of, the most serious first, and how many more there are.
    fn told(&self, answer: Answer) -> (Vec<Told>, usize) {
        let policy = self.here.policy;
        let is_told = |posed: &Posed| if answer == Answer::Yes { posed.known } else { posed.open };
        let told = policy.questions().filter(|(_, entry)| is_told(&entry.logic)).map(|(question, _)| question);
        let mut left = told.collect::<Questions>().meet(self.standing.answered(answer));
        let mut told = Vec::new();
        for level in Response::ALL.iter().rev() {
            let those = left.meet(self.leading_by_yes_to(*level));
            left = left.without(those);
            told.extend(those.iter());
        }
        told.extend(left.iter());
        let more = told.len().saturating_sub(MOST_TOLD);
        let first = told.into_iter().take(MOST_TOLD);
        (first.map(|question| Told { question: self.here.id(question), says: InWords::default() }).collect(), more)
    }

    /// The questions of which a yes, and no longer a no, meets a rule that leads to a response.
    fn leading_by_yes_to(&self, level: Response) -> Questions {
        let rules = self.here.policy.rules.response.iter().map(|entry| &entry.logic);
        rules.filter(|rule| rule.to == level.value()).map(|rule| rule.cube.yes.without(rule.cube.no)).collect()
    }
}
