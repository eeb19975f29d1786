//! Fills the policy's own sentences into a decision, in the words of a nation.

use crate::decision::{Call, Decision, InIt, Reason, Said, Told};
use crate::policy::Policy;
use crate::policy::entry::{Entry, named};
use crate::policy::labels::Notice;
use crate::policy::logic::Rule;
use crate::policy::table::{List, Text};
use crate::policy::vocabulary::{Nation, Response, Word};
use crate::policy::words::{Saying, Wording};

/// A text with each term in braces replaced by the nation's word, or by the neutral one without a nation.
pub fn fill(wording: &Wording, nation: Option<Nation>, text: &str) -> Text {
    let filled = wording.terms.iter().fold(text.to_owned(), |text, entry| {
        let term = &entry.words;
        let word = nation.and_then(|nation| term.by_nation.get(usize::from(nation.index()))).unwrap_or(&term.neutral);
        text.replace(&format!("{{{}}}", &*entry.id), word)
    });
    filled.into()
}

/// The decision with every text that it can carry, in the words of a nation.
///
/// ```
/// use sgii_guide::edition::POLICY;
/// use sgii_guide::policy::vocabulary::{Answer, Nation};
/// use sgii_guide::{Incident, assess, explain};
///
/// let danger = POLICY.question("immediate-danger");
/// let decision = assess(&POLICY, Incident::new(Nation::Wales).with(danger, Answer::Yes));
/// assert!(decision.now.iter().all(|step| step.text.is_none()));
///
/// let decision = explain::in_words(&POLICY, Nation::Wales, decision);
/// assert!(decision.now.iter().all(|step| step.text.is_some() && step.why.is_some()));
/// ```
pub fn in_words(policy: &Policy, nation: Nation, decision: Decision) -> Decision {
    Speaker { policy, nation }.decision(decision)
}

struct Speaker<'a> {
    policy: &'a Policy,
    nation: Nation,
}

impl Speaker<'_> {
    fn decision(&self, mut decision: Decision) -> Decision {
        let rules = &self.policy.rules;
        self.reasons(&rules.scope, &mut decision.scope.because);
        self.reasons(&rules.response, &mut decision.response.because);
        if let Some(recording) = &mut decision.recording {
            self.reasons(&rules.recording, &mut recording.because);
        }
        if let Some(typology) = &mut decision.typology {
            self.reasons(&rules.typology, &mut typology.because);
        }
        self.advice(&mut decision);
        self.forecasts(&mut decision);
        self.next(&mut decision);
        decision
    }

    fn fill(&self, text: &str) -> Text {
        fill(&self.policy.wording, Some(self.nation), text)
    }

    fn fill_all(&self, texts: &List<Text>) -> List<Text> {
        texts.iter().map(|text| self.fill(text)).collect()
    }

    fn reasons(&self, rules: &List<Entry<Rule, Text>>, reasons: &mut [Reason]) {
        for reason in reasons {
            reason.says = named(rules, &reason.rule).map(|rule| self.fill(&rule.words));
        }
    }

    fn advice(&self, decision: &mut Decision) {
        let Policy { never, routes, people, readings, .. } = self.policy;
        let Decision { now, later, .. } = decision;
        for said in now.iter_mut().chain(&mut later.today).chain(&mut later.before_closing).chain(&mut later.follow_up)
        {
            self.saying(said, &self.policy.steps);
        }
        decision.never.iter_mut().for_each(|said| self.saying(said, never));
        decision.scope.routes.iter_mut().for_each(|said| self.saying(said, routes));
        for person in &mut decision.people {
            person.name = named(people, person.who.id()).map(|entry| self.fill(&entry.words.name));
            let InIt { say, act, do_not, police, .. } = person;
            say.iter_mut().chain(act).chain(do_not).chain(police).for_each(|said| self.text(said, &self.policy.lines));
        }
        if let Some(call) = &mut decision.call {
            self.call(call);
        }
        for applied in &mut decision.readings {
            applied.says = named(readings, &applied.id).map(|reading| self.fill(&reading.words));
        }
    }

    fn call(&self, call: &mut Call) {
        let Call { report, known, not_known, children, ask, .. } = call;
        report.iter_mut().chain(children).chain(ask).for_each(|said| self.text(said, &self.policy.utterances));
        let asking = |told: &Told| named(&self.policy.questions, &told.question).map(|entry| &entry.words);
        for told in known {
            told.says = asking(told).and_then(|words| words.known.as_ref()).map(|says| self.fill(says));
        }
        for told in not_known {
            told.says = asking(told).and_then(|words| words.open.as_ref()).map(|says| self.fill(says));
        }
    }

    fn saying<L: Clone>(&self, said: &mut Said, entries: &List<Entry<L, Saying>>) {
        let saying = named(entries, &said.id).map(|entry| &entry.words);
        (said.text, said.why) = saying.map(|saying| (self.fill(&saying.text), self.fill(&saying.why))).unzip();
    }

    fn text<L: Clone>(&self, said: &mut Said, entries: &List<Entry<L, Text>>) {
        said.text = named(entries, &said.id).map(|entry| self.fill(&entry.words));
    }

    fn forecasts(&self, decision: &mut Decision) {
        let Policy { values, unpublished, .. } = self.policy;
        for forecast in decision.recording.iter_mut().flat_map(|recording| &mut recording.forecast) {
            let meaning = named(&values.recording, forecast.value.id());
            forecast.says = meaning.map(|meaning| self.fill_all(&meaning.words.says));
            for point in &mut forecast.not_published {
                point.says = named(unpublished, &point.id).map(|point| self.fill(&point.words));
            }
        }
    }

    /// Why a question is asked first: because a yes would mean a referral, or else for the question's own reason.
    fn next(&self, decision: &mut Decision) {
        let Some(next) = &mut decision.next else { return };
        let refers = next.if_yes.is_some_and(|forced| forced.at_least >= Response::ReferNow);
        let why = named(&self.policy.questions, &next.question).map(|question| &question.words.why);
        let notice = self.policy.wording.notice(Notice::NextRefer).first().filter(|_| refers);
        next.because = notice.or(why).map(|says| self.fill(says));
    }
}
