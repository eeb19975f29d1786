//! The call: whom it is to, and what is read out.

use super::Assessment;
use crate::decision::{Call, Said, Told};
use crate::policy::cube::Question;
use crate::policy::logic::{Posed, Step, Utterance};
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
        let (known, more_known) = self.told(Answer::Yes, |posed| posed.known);
        let (not_known, more_not_known) = self.told(Answer::Unsure, |posed| posed.open);
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
        let now = self.standing.first_entries(&self.here.policy.steps, |step: &Step| &step.advice);
        let mut now = now.into_iter().map(|entry| &entry.logic).filter(|step| step.timing == Timing::Now);
        let staff = Set::only(Contact::StaffConcerns);
        let concerns = now.clone().fold(Set::NONE, |concerns, step| concerns.union(step.calls.meet(staff)));
        let call = now.find(|step| step.advice.place.as_deref() == Some(Place::Call.id()))?;
        Some(call.calls.union(concerns))
    }

    fn utterances(&self, part: Spoken) -> Vec<Said> {
        let utterances = self.standing.first_entries(&self.here.policy.utterances, |logic: &Utterance| &logic.advice);
        let those = utterances.into_iter().filter(|entry| entry.logic.part == part);
        those.map(|entry| self.say(&entry.id, &entry.logic.advice, &entry.cites)).collect()
    }

    /// The questions with an answer that a call tells of, the most serious first, and how many more there are.
    fn told(&self, answer: Answer, is_told: impl Fn(&Posed) -> bool) -> (Vec<Told>, usize) {
        let policy = self.here.policy;
        let told = policy.questions().filter(|(question, entry)| is_told(&entry.logic) && self.standing.is_answered(*question, answer));
        let mut told: Vec<Question> = told.map(|(question, _)| question).collect();
        told.sort_by_key(|question| std::cmp::Reverse(self.weight(*question)));
        let more = told.len().saturating_sub(MOST_TOLD);
        let told = told.into_iter().take(MOST_TOLD).map(|question| Told { question: self.here.id(question), says: InWords::default() });
        (told.collect(), more)
    }

    /// The most urgent response to which a rule leads that goes by a yes to a question.
    fn weight(&self, question: Question) -> Option<Response> {
        let rules = self.here.policy.rules.response.iter().map(|entry| &entry.logic);
        let by_yes = rules.filter(|rule| {
            rule.cube.concerns().contains(question) && rule.cube.yes.contains(question) && !rule.cube.no.contains(question)
        });
        by_yes.filter_map(|rule| Response::of(rule.to)).max()
    }
}
