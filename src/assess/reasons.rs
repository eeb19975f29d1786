//! Which rules are met, and by which answers.

use super::situation::Situation;
use crate::decision::{AppliedReading, Cited, Given, Reason};
use crate::policy::cube::{Cube, Questions, each};
use crate::policy::logic::{Chart, Cite, Logic, Reading, Rule, Words};
use crate::policy::table::{InWords, Text};
use crate::policy::vocabulary::{Answer, Axis, Basis, Nation, Response, Scope, Value, Word};

impl Situation<'_> {
    /// The response rules met whatever is still answered, unless it makes things more serious; most urgent first.
    pub fn response_reasons(&self, least: Option<Response>) -> Vec<Reason> {
        let read = self.read_in_finishings();
        let outside = |rule: &Rule| rule.to == Scope::Outside.index() && self.finishings.touches(&rule.cube);
        let inside = !self.logic.scope.rules.iter().any(outside);
        let rules = &self.logic.response.rules;
        let most_urgent_first = Response::ALL.iter().rev();
        let mut reasons = Vec::new();
        for level in most_urgent_first {
            let met = rules.iter().filter(|rule| rule.to == level.index() && (inside || !rule.inside_only));
            reasons.extend(met.filter_map(|rule| self.reason(Axis::Response, rule, read, least == Some(*level))));
        }
        reasons
    }

    /// The rules of an axis met in every world, as far as their value is possible.
    pub fn reasons(&self, axis: Axis, chart: &Chart, possible: Words) -> Vec<Reason> {
        let read = self.read_in_worlds();
        let settled = possible.count_ones() == 1;
        let rules = chart.rules.iter().filter(|rule| possible & 1 << rule.to != 0);
        rules.filter_map(|rule| self.reason(axis, rule, read, settled)).collect()
    }

    /// A rule of this nation, where it is met whatever an answer may be read as.
    fn reason(&self, axis: Axis, rule: &Rule, read: Cube, decides: bool) -> Option<Reason> {
        if !self.incident.nation.is_in(rule.nations) || !read.is_within(&rule.cube) {
            return None;
        }
        Some(Reason {
            rule: rule.id.clone(),
            then: Value::at(axis, rule.to)?,
            decides,
            answers: self.answers_to(rule.cube.concerns()),
            basis: basis(self.logic, self.incident.nation, rule.basis, &rule.cites),
            sources: cited(self.logic, self.incident.nation, &rule.cites),
            says: InWords::default(),
        })
    }

    /// The answers given to `questions`, and those that a reading puts in their place.
    fn answers_to(&self, questions: Questions) -> Vec<Given> {
        let mut given: Vec<Given> = each(questions).filter_map(|question| self.given_to(question, None)).collect();
        for reading in self.applied() {
            if reading.question & questions != 0 {
                let through = each(reading.cube.concerns());
                given.extend(through.filter_map(|question| self.given_to(question, Some(&reading.id))));
            }
        }
        given
    }

    fn given_to(&self, question: Questions, reading: Option<&Text>) -> Option<Given> {
        let answer = self.incident.answer(question)?;
        Some(Given { question: self.question(question)?.id.clone(), answer, reading: reading.cloned() })
    }

    /// What answers may count as in finishings, after the readings that come about in all of them. One that an
    /// answer still to come may bring about makes things only more serious, and takes no reason away.
    fn read_in_finishings(&self) -> Cube {
        let certain = self.logic.readings.iter().filter(|reading| self.finishings.is_within(&reading.cube));
        certain.fold(self.finishings, |read, reading| changed(read, reading, read.at(reading.question) & !reading.from))
    }

    /// What answers may count as in worlds, after readings; what may be *not known* may be either.
    fn read_in_worlds(&self) -> Cube {
        let possible = self.logic.readings.iter().filter(|reading| self.worlds.touches(&reading.cube));
        let read = possible.fold(self.worlds, |read, reading| {
            let answers = read.at(reading.question);
            let left = if self.worlds.is_within(&reading.cube) { answers & !reading.from } else { answers };
            changed(read, reading, left)
        });
        Cube { no: read.no | read.unsure, unsure: 0, yes: read.yes | read.unsure }
    }

    /// Whether the answers given bring a reading about.
    fn comes_about(&self, reading: &Reading) -> bool {
        let told = self.incident.answered();
        reading.cube.concerns() & !told == 0 && self.finishings.is_within(&reading.cube)
    }

    /// The readings that change an answer that was given, as earlier readings leave it.
    pub fn applied(&self) -> Vec<&Reading> {
        let mut counts = self.incident;
        let mut applied = Vec::new();
        for reading in &self.logic.readings {
            let now = counts.answer(reading.question);
            if self.comes_about(reading) && now.is_some_and(|answer| answer.is_in(reading.from)) {
                counts = counts.with(reading.question, reading.to);
                applied.push(reading);
            }
        }
        applied
    }

    /// The questions whose answer a reading makes *not known*.
    pub fn made_unsure(&self) -> Questions {
        let made = self.applied().into_iter().filter(|reading| reading.to == Answer::Unsure);
        made.fold(0, |made, reading| made | reading.question)
    }

    /// The readings that change an answer.
    pub fn applied_readings(&self) -> Vec<AppliedReading> {
        self.applied().into_iter().filter_map(|reading| self.shown(reading)).collect()
    }

    fn shown(&self, reading: &Reading) -> Option<AppliedReading> {
        let from: Answer = self.incident.answer(reading.question)?;
        let question = self.question(reading.question)?.id.clone();
        Some(AppliedReading { id: reading.id.clone(), question, from, to: reading.to, says: InWords::default() })
    }
}

/// Answers after a reading that leaves some of them to its question, and changes the others if there are any.
fn changed(read: Cube, reading: &Reading, left: Words) -> Cube {
    let changes = read.at(reading.question) & reading.from != 0;
    if changes { read.with(reading.question, left | reading.to.bit()) } else { read }
}

/// The sources that a nation goes by: those that speak for it, or where none does all that it borrows from.
pub(super) fn cited(logic: &Logic, nation: Nation, cites: &[Cite]) -> Vec<Cited> {
    let own = cites.iter().any(|cite| speaks(logic, nation, cite));
    let kept = cites.iter().filter(|cite| !own || speaks(logic, nation, cite));
    let cited = |cite: &Cite| {
        let source = logic.sources.get(usize::from(cite.source))?.id.clone();
        let section = (!cite.section.is_empty()).then(|| cite.section.clone());
        Some(Cited { source, section })
    };
    kept.filter_map(cited).collect()
}

/// The basis in a nation: guidance only where one of the sources speaks for it.
pub(super) fn basis(logic: &Logic, nation: Nation, basis: Basis, cites: &[Cite]) -> Basis {
    if cites.iter().any(|cite| speaks(logic, nation, cite)) { basis } else { Basis::Judgement }
}

fn speaks(logic: &Logic, nation: Nation, cite: &Cite) -> bool {
    logic.sources.get(usize::from(cite.source)).is_some_and(|source| nation.is_in(source.nations))
}
