//! Witnesses: answer sets at which a sentence fails, as incidents that a person can read.

use std::fmt;

use biodivine_lib_bdd::{Bdd, BddValuation};

use super::algebra::Bit;
use super::subject::{Here, Subject};
use crate::policy::vocabulary::{Answer, Nation, Response, Word};

/// An incident at which a sentence fails: the smallest, with fewest answers given, and fewest of those other than no.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Witness {
    /// The nation, if it matters.
    pub nation: Option<Nation>,
    /// The answers that make the sentence fail.
    pub answers: Vec<(String, Answer)>,
    /// The answer to every other question: `no` or `unanswered`.
    pub others: &'static str,
    /// The results there, and those that there should be.
    pub results: Vec<String>,
    /// The rules involved.
    pub rules: Vec<String>,
}

impl Witness {
    /// A failure that is in the tables or the words, and at no incident.
    pub fn of_text(result: impl Into<String>) -> Self {
        Self { results: vec![result.into()], ..Self::default() }
    }

    /// This witness with the results there.
    pub fn with(mut self, results: impl IntoIterator<Item = String>) -> Self {
        self.results.extend(results);
        self
    }
}

impl fmt::Display for Witness {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut lines = Vec::new();
        if let Some(nation) = self.nation {
            lines.push(format!("in {}", nation.id()));
        }
        lines.extend(self.answers.iter().map(|(question, answer)| format!("{question} = {}", answer.id())));
        lines.extend((!self.others.is_empty()).then(|| format!("every other question {}", self.others)));
        lines.extend(self.results.iter().map(|result| format!("=> {result}")));
        lines.extend(self.rules.iter().map(|rule| format!("by {rule}")));
        f.write_str(&lines.join("\n"))
    }
}

impl Subject<'_> {
    /// The smallest complete answer set for which something holds, with its valuation.
    pub fn complete_witness(&self, here: &Here, bad: &Bdd) -> Option<(Witness, BddValuation)> {
        let at = self.space.least(bad)?;
        let answers = self.answers(|place| match self.finished(&at, place) {
            Answer::No => None,
            answer @ (Answer::Unsure | Answer::Yes) => Some(answer),
        });
        let rules = self.rules_met(here, &at);
        Some((Witness { nation: Some(here.nation), answers, others: "no", results: Vec::new(), rules }, at))
    }

    /// The smallest partial answer set for which something holds, with its valuation.
    pub fn partial_witness(&self, here: Option<&Here>, bad: &Bdd) -> Option<(Witness, BddValuation)> {
        let at = self.space.least(bad)?;
        let answers = self.answers(|place| self.told(&at, place));
        let nation = here.map(|here| here.nation);
        Some((Witness { nation, answers, others: "unanswered", ..Witness::default() }, at))
    }

    /// The response at a finishing, in words.
    pub fn response_at(&self, here: &Here, at: &BddValuation) -> &'static str {
        let level = here.meaning.on.response.iter().filter(|level| level.eval_in(at)).count();
        let level = level.checked_sub(1).and_then(|level| Response::ALL.get(level));
        level.map_or("no response", |level| level.id())
    }

    /// The response rules met at a finishing.
    fn rules_met(&self, here: &Here, at: &BddValuation) -> Vec<String> {
        let rules = self.policy.rules.response.iter().zip(&self.written.on.response);
        let met = rules.filter(|(rule, met)| rule.logic.nations.contains(here.nation) && met.eval_in(at));
        met.map(|(rule, _)| format!("response rule `{}`", rule.id)).collect()
    }

    /// The identifier of a question.
    pub fn id(&self, place: usize) -> &str {
        self.policy.questions.get(place).map_or("?", |question| &question.id)
    }

    fn answers(&self, of: impl Fn(usize) -> Option<Answer>) -> Vec<(String, Answer)> {
        (0..self.space.questions).filter_map(|place| Some((self.id(place).to_owned(), of(place)?))).collect()
    }

    fn finished(&self, at: &BddValuation, place: usize) -> Answer {
        self.answer(at, place, Bit::Unsure, Bit::Yes)
    }

    fn told(&self, at: &BddValuation, place: usize) -> Option<Answer> {
        let told = at.value(self.space.variable(place, Bit::Told));
        told.then(|| self.answer(at, place, Bit::ToldUnsure, Bit::ToldYes))
    }

    fn answer(&self, at: &BddValuation, place: usize, unsure: Bit, yes: Bit) -> Answer {
        match (at.value(self.space.variable(place, yes)), at.value(self.space.variable(place, unsure))) {
            (true, _) => Answer::Yes,
            (false, true) => Answer::Unsure,
            (false, false) => Answer::No,
        }
    }
}
