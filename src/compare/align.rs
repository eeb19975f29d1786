//! Two policies over one list of questions, matched by identifier.
//!
//! A question that only one of them has is put to the other as well, when the one would ask it; nothing there rests on
//! it. Compiled rows are left out: results are worked out from the rules as written.

use super::version::Version;
use crate::policy::cube::{Cube, MOST_QUESTIONS, Questions, each};
use crate::policy::logic::{Advice, Chart, Condition, Logic, Question, Reading, Rule, Said, Step};
use crate::policy::table::{List, Text};

/// Both logics over the questions of either, in an order that keeps those of the second.
pub(super) fn together(old: &Version, new: &Version) -> Result<[Logic; 2], String> {
    let (old, new) = (&old.policy.logic, &new.policy.logic);
    let order = union(old, new);
    if order.len() > MOST_QUESTIONS {
        let many = order.len();
        return Err(format!("the two have {many} questions together, expected at most {MOST_QUESTIONS}"));
    }
    let (from_old, from_new) = (Renumbering { from: old, order: &order }, Renumbering { from: new, order: &order });
    Ok([from_old.logic(&from_new), from_new.logic(&from_old)])
}

/// The questions of the second, each followed by those of the first that stand after it and only there.
fn union(old: &Logic, new: &Logic) -> Vec<Text> {
    let mut order: Vec<Text> = new.questions.iter().map(|question| question.id.clone()).collect();
    let mut next = 0;
    for question in &old.questions {
        match order.iter().position(|id| *id == question.id) {
            Some(place) => next = place + 1,
            None => {
                order.insert(next, question.id.clone());
                next += 1;
            }
        }
    }
    order
}

struct Renumbering<'a> {
    from: &'a Logic,
    order: &'a [Text],
}

impl Renumbering<'_> {
    fn logic(&self, other: &Renumbering<'_>) -> Logic {
        let from = self.from;
        let questions = self.order.iter().filter_map(|id| self.question(id).or_else(|| other.question(id)));
        Logic {
            questions: questions.collect(),
            fit: self.moved(from.fit),
            readings: from.readings.iter().map(|reading| self.reading(reading)).collect(),
            outcomes: from.outcomes.iter().map(|question| self.moved(*question)).collect(),
            scope: self.chart(&from.scope),
            response: self.chart(&from.response),
            response_in_worlds: nothing(),
            recording: self.chart(&from.recording),
            typology: self.chart(&from.typology),
            typology_needs: from.typology_needs.iter().map(|row| self.cube(row)).collect(),
            never: from.never.iter().map(|advice| self.advice(advice)).collect(),
            steps: from.steps.iter().map(|step| Step { advice: self.advice(&step.advice), ..step.clone() }).collect(),
            scripts: from.scripts.iter().map(|advice| self.advice(advice)).collect(),
            ..from.clone()
        }
    }

    fn question(&self, id: &Text) -> Option<Question> {
        let question = self.from.questions.iter().find(|question| question.id == *id)?;
        let asked_when = question.asked_when.iter().map(|row| self.moved(*row)).collect();
        Some(Question { asked_when, ..question.clone() })
    }

    fn reading(&self, reading: &Reading) -> Reading {
        Reading { cube: self.cube(&reading.cube), question: self.moved(reading.question), ..reading.clone() }
    }

    fn chart(&self, chart: &Chart) -> Chart {
        let rule = |rule: &Rule| Rule { cube: self.cube(&rule.cube), ..rule.clone() };
        Chart { rules: chart.rules.iter().map(rule).collect(), rows: nothing() }
    }

    fn advice(&self, advice: &Advice) -> Advice {
        let rows = advice.when.rows.iter().map(|row| self.said(row)).collect();
        let when = Condition { rows, finishings: nothing(), ..advice.when.clone() };
        Advice { when, ..advice.clone() }
    }

    /// Silence is refused of the same questions, and accepted of those that only the other policy has.
    fn said(&self, row: &Said) -> Said {
        Said { cube: self.cube(&row.cube), unanswered: !self.moved(!row.unanswered) }
    }

    fn cube(&self, cube: &Cube) -> Cube {
        each(cube.concerns()).fold(Cube::ALL, |moved, question| moved.with(self.moved(question), cube.at(question)))
    }

    /// The same questions at their new places.
    fn moved(&self, questions: Questions) -> Questions {
        let asked = each(questions).filter_map(|question| self.from.asked(question));
        let places = asked.filter_map(|question| self.order.iter().position(|id| *id == question.id));
        places.fold(0, |set, place| set | 1 << place)
    }
}

fn nothing<T: Clone>() -> List<T> {
    Vec::new().into()
}
