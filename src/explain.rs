//! Fills the policy's own sentences into a decision, in the words of a nation.

use crate::decision::{Decision, Reason};
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
/// assert!(decision.steps.iter().all(|step| step.text.is_none()));
///
/// let decision = explain::in_words(&POLICY, Nation::Wales, decision);
/// assert!(decision.steps.iter().all(|step| step.text.is_some() && step.why.is_some()));
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
        let Policy { steps, never, scripts, readings, .. } = self.policy;
        for said in &mut decision.steps {
            (said.text, said.why) = self.saying(named(steps, &said.id).map(|step| &step.words));
        }
        for said in &mut decision.never {
            (said.text, said.why) = self.saying(named(never, &said.id).map(|never| &never.words));
        }
        for said in &mut decision.scripts {
            let script = named(scripts, &said.id).map(|script| &script.words);
            said.to = script.map(|script| self.fill(&script.to));
            said.lines = script.map(|script| self.fill_all(&script.lines));
        }
        for applied in &mut decision.readings {
            applied.says = named(readings, &applied.id).map(|reading| self.fill(&reading.words));
        }
    }

    fn saying(&self, saying: Option<&Saying>) -> (Option<Text>, Option<Text>) {
        saying.map(|saying| (self.fill(&saying.text), self.fill(&saying.why))).unzip()
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
