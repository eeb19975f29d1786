//! A decision in words: the policy's own, filled for a nation.

use crate::decision::{Decision, Reason};
use crate::policy::labels::Notice;
use crate::policy::logic::{Logic, Rule};
use crate::policy::table::{List, Text};
use crate::policy::vocabulary::{Axis, Nation, Response, Word};
use crate::policy::words::Wording;

/// A text with its terms filled; for no nation, with their neutral words.
pub fn fill(words: &Wording, nation: Option<Nation>, text: &str) -> Text {
    let filled = words.terms.iter().fold(text.to_owned(), |text, term| {
        let word = nation.and_then(|nation| term.by_nation.get(usize::from(nation.index()))).unwrap_or(&term.neutral);
        text.replace(&format!("{{{}}}", &*term.id), word)
    });
    filled.into()
}

/// The decision with every text that it can carry.
pub fn in_words(logic: &Logic, words: &Wording, nation: Nation, decision: Decision) -> Decision {
    Speaker { logic, words, nation }.decision(decision)
}

struct Speaker<'a> {
    logic: &'a Logic,
    words: &'a Wording,
    nation: Nation,
}

impl Speaker<'_> {
    fn decision(&self, mut decision: Decision) -> Decision {
        self.reasons(Axis::Scope, &self.logic.scope.rules, &mut decision.scope.because);
        self.reasons(Axis::Response, &self.logic.response.rules, &mut decision.response.because);
        if let Some(recording) = &mut decision.recording {
            self.reasons(Axis::Recording, &self.logic.recording.rules, &mut recording.because);
        }
        if let Some(typology) = &mut decision.typology {
            self.reasons(Axis::Typology, &self.logic.typology.rules, &mut typology.because);
        }
        self.advice(&mut decision);
        self.forecasts(&mut decision);
        self.next(&mut decision);
        decision
    }

    fn fill(&self, text: &Text) -> Text {
        fill(self.words, Some(self.nation), text)
    }

    fn fill_all(&self, texts: &List<Text>) -> List<Text> {
        texts.iter().map(|text| self.fill(text)).collect()
    }

    fn reasons(&self, axis: Axis, rules: &[Rule], reasons: &mut [Reason]) {
        let says = self.words.rules.get(usize::from(axis.index()));
        for reason in reasons {
            let place = rules.iter().position(|rule| rule.id == reason.rule);
            reason.says = place.zip(says).and_then(|(place, says)| says.get(place)).map(|says| self.fill(says));
        }
    }

    fn advice(&self, decision: &mut Decision) {
        let steps = self.logic.steps.iter().map(|step| &step.advice.id).zip(&self.words.steps);
        let never = self.logic.never.iter().map(|advice| &advice.id).zip(&self.words.never);
        for said in decision.steps.iter_mut().chain(&mut decision.never) {
            let found = steps.clone().chain(never.clone()).find(|(id, _)| **id == said.id);
            said.text = found.map(|(_, saying)| self.fill(&saying.text));
            said.why = found.map(|(_, saying)| self.fill(&saying.why));
        }
        let scripts = self.logic.scripts.iter().zip(&self.words.scripts);
        for said in &mut decision.scripts {
            let found = scripts.clone().find(|(script, _)| script.id == said.id);
            said.to = found.map(|(_, script)| self.fill(&script.to));
            said.lines = found.map(|(_, script)| self.fill_all(&script.lines));
        }
        let readings = self.logic.readings.iter().zip(&self.words.readings);
        for said in &mut decision.readings {
            let found = readings.clone().find(|(reading, _)| reading.id == said.id);
            said.says = found.map(|(_, says)| self.fill(says));
        }
    }

    fn forecasts(&self, decision: &mut Decision) {
        let meanings = self.words.values.get(usize::from(Axis::Recording.index()));
        let points = self.logic.unpublished.iter().zip(&self.words.unpublished);
        for forecast in decision.recording.iter_mut().flat_map(|recording| &mut recording.forecast) {
            let meaning = meanings.and_then(|meanings| meanings.get(usize::from(forecast.value.index())));
            forecast.says = meaning.map(|meaning| self.fill_all(&meaning.says));
            for point in &mut forecast.not_published {
                let found = points.clone().find(|(logic, _)| logic.id == point.id);
                point.says = found.map(|(_, says)| self.fill(says));
            }
        }
    }

    /// Why a question is asked first: what a yes would force, or else the question's own reason.
    fn next(&self, decision: &mut Decision) {
        let Some(next) = &mut decision.next else { return };
        let refers = next.if_yes.is_some_and(|forced| forced.at_least >= Response::ReferNow);
        let questions = self.logic.questions.iter().zip(&self.words.questions);
        let why =
            questions.into_iter().find(|(question, _)| question.id == next.question).map(|(_, asking)| &asking.why);
        let notice = self.words.notice(Notice::NextRefer).first().filter(|_| refers);
        next.because = notice.or(why).map(|says| self.fill(says));
    }
}
