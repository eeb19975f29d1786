//! Why: the rules that are met, the answers that met them, and the sources that they rest on.

use super::situation::Situation;
use crate::decision::{AppliedReading, Cited, Given, Reason};
use crate::policy::Policy;
use crate::policy::cube::{Cube, Question, Questions};
use crate::policy::entry::Entry;
use crate::policy::logic::{Cite, Reading, Rule};
use crate::policy::set::Set;
use crate::policy::table::{InWords, Text};
use crate::policy::vocabulary::{Answer, Axis, Basis, Nation, OnAxis, Response, Scope, Value, Word};

impl Situation<'_> {
    /// The response rules that are met now and stay met unless a further answer makes things more serious; most urgent
    /// first.
    pub fn response_reasons(&self, least: Option<Response>) -> Vec<Reason> {
        let read = self.read_in_finishings();
        let outside = |rule: &Rule| rule.to == Scope::Outside.value() && self.finishings.touches(&rule.cube);
        let inside = !self.policy.rules.scope.iter().any(|rule| outside(&rule.logic));
        let mut reasons = Vec::new();
        for level in Response::ALL.iter().rev() {
            for rule in &self.policy.rules.response {
                if rule.logic.to == level.value() && (inside || !rule.logic.inside_only) {
                    reasons.extend(self.reason(rule, read, least == Some(*level)));
                }
            }
        }
        reasons
    }

    /// The rules of an axis that are met in every world and whose value is possible.
    pub fn reasons<V: OnAxis>(&self, possible: Set<V>) -> Vec<Reason> {
        self.reasons_for(
            V::AXIS,
            &|value| V::of(value).is_some_and(|value| possible.contains(value)),
            possible.len() == 1,
        )
    }

    fn reasons_for(&self, axis: Axis, is_possible: &dyn Fn(Value) -> bool, is_settled: bool) -> Vec<Reason> {
        let read = self.read_in_worlds();
        let mut reasons = Vec::new();
        for rule in &self.policy.rules[axis] {
            if is_possible(rule.logic.to) {
                reasons.extend(self.reason(rule, read, is_settled));
            }
        }
        reasons
    }

    /// A rule as a reason, if it holds in this nation and accepts everything that the answers may be read as.
    fn reason(&self, entry: &Entry<Rule, Text>, read: Cube, decides: bool) -> Option<Reason> {
        let (rule, cites) = (&entry.logic, &entry.cites);
        let is_met = rule.nations.contains(self.incident.nation) && read.is_within(&rule.cube);
        is_met.then(|| Reason {
            rule: entry.id.clone(),
            then: rule.to,
            decides,
            answers: self.answers_to(rule.cube.concerns()),
            basis: basis(self.policy, self.incident.nation, rule.basis, cites),
            sources: cited(self.policy, self.incident.nation, cites),
            says: InWords::default(),
        })
    }

    /// The answers given to `questions`, and the answers that brought about a reading of them.
    fn answers_to(&self, questions: Questions) -> Vec<Given> {
        let mut given = Vec::new();
        questions.iter().for_each(|question| given.extend(self.given_to(question, None)));
        for reading in self.applied() {
            if questions.contains(reading.logic.question) {
                let through = reading.logic.cube.concerns();
                through.iter().for_each(|question| given.extend(self.given_to(question, Some(&reading.id))));
            }
        }
        given
    }

    fn given_to(&self, question: Question, reading: Option<&Text>) -> Option<Given> {
        let answer = self.incident.answer(question)?;
        Some(Given { question: self.id(question), answer, reading: reading.cloned() })
    }

    /// What answers may count as in finishings, after the readings that come about in all of them. A reading that only
    /// a further answer would bring about can be left out: it makes things more serious, and so takes no reason away.
    fn read_in_finishings(&self) -> Cube {
        let certain = self.readings().filter(|reading| self.finishings.is_within(&reading.cube));
        certain.fold(self.finishings, |read, reading| {
            changed(read, reading, read.at(reading.question).without(reading.from))
        })
    }

    /// What answers may count as in worlds, after readings. What may be *not known* may be yes or no.
    fn read_in_worlds(&self) -> Cube {
        let possible = self.readings().filter(|reading| self.worlds.touches(&reading.cube));
        let read = possible.fold(self.worlds, |read, reading| {
            let answers = read.at(reading.question);
            let left = if self.worlds.is_within(&reading.cube) { answers.without(reading.from) } else { answers };
            changed(read, reading, left)
        });
        Cube { no: read.no.union(read.unsure), unsure: Questions::NONE, yes: read.yes.union(read.unsure) }
    }

    /// Whether the answers given bring a reading about.
    fn comes_about(&self, reading: &Reading) -> bool {
        reading.cube.concerns().is_within(self.incident.answered()) && self.finishings.is_within(&reading.cube)
    }

    /// The readings that change an answer, each applied to what earlier readings have left.
    pub fn applied(&self) -> Vec<&Entry<Reading, Text>> {
        let mut counts = self.incident;
        let mut applied = Vec::new();
        for entry in &self.policy.readings {
            let reading = &entry.logic;
            let now = counts.answer(reading.question);
            if self.comes_about(reading) && now.is_some_and(|answer| reading.from.contains(answer)) {
                counts = counts.with(reading.question, reading.to);
                applied.push(entry);
            }
        }
        applied
    }

    /// The questions whose answer a reading makes *not known*.
    pub fn made_unsure(&self) -> Questions {
        let made = self.applied().into_iter().filter(|reading| reading.logic.to == Answer::Unsure);
        made.map(|reading| reading.logic.question).collect()
    }

    /// The readings that change an answer, as a decision reports them.
    pub fn applied_readings(&self) -> Vec<AppliedReading> {
        self.applied().into_iter().filter_map(|reading| self.shown(reading)).collect()
    }

    fn shown(&self, entry: &Entry<Reading, Text>) -> Option<AppliedReading> {
        let Reading { question, to, .. } = entry.logic;
        let from = self.incident.answer(question)?;
        Some(AppliedReading { id: entry.id.clone(), question: self.id(question), from, to, says: InWords::default() })
    }
}

/// The answers after a reading: `left` are those to its question that it does not change.
fn changed(read: Cube, reading: &Reading, left: Set<Answer>) -> Cube {
    let changes = read.at(reading.question).touches(reading.from);
    if changes { read.with(reading.question, left.union(Set::only(reading.to))) } else { read }
}

/// The sources that are cited to a nation: those that speak for it, or all of them if none does.
pub(super) fn cited(policy: &Policy, nation: Nation, cites: &[Cite]) -> Vec<Cited> {
    let own = cites.iter().any(|cite| speaks(policy, nation, cite));
    let mut cited = Vec::new();
    for cite in cites.iter().filter(|cite| !own || speaks(policy, nation, cite)) {
        if let Some(source) = policy.sources.get(usize::from(cite.source)) {
            let section = (!cite.section.is_empty()).then(|| cite.section.clone());
            cited.push(Cited { source: source.id.clone(), section });
        }
    }
    cited
}

/// The basis in a nation. What no source says for that nation is our judgement there, whatever it is elsewhere.
pub(super) fn basis(policy: &Policy, nation: Nation, basis: Basis, cites: &[Cite]) -> Basis {
    if cites.iter().any(|cite| speaks(policy, nation, cite)) { basis } else { Basis::Judgement }
}

fn speaks(policy: &Policy, nation: Nation, cite: &Cite) -> bool {
    policy.sources.get(usize::from(cite.source)).is_some_and(|source| source.logic.nations.contains(nation))
}
