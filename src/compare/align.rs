//! Two policies over one list of questions, matched by identifier.
//!
//! A question that only one of them has is given to the other as well, under the same condition; nothing there depends
//! on it. Compiled rows are left out: results are worked out from the rules as written.

use super::version::Version;
use crate::policy::Policy;
use crate::policy::cube::{Cube, MOST_QUESTIONS, Question, Questions};
use crate::policy::entry::{Entry, named};
use crate::policy::logic::{Advice, Condition, Line, Posed, Presence, Reading, Route, Rule, Said, Step, Utterance};
use crate::policy::table::{List, Text};
use crate::policy::vocabulary::PerAxis;
use crate::policy::words::Asking;

/// Both policies over the questions of either, in an order that keeps that of the second.
pub(super) fn together(old: &Version, new: &Version) -> Result<[Policy; 2], String> {
    let (old, new) = (&old.policy, &new.policy);
    let order = union(old, new);
    if order.len() > MOST_QUESTIONS {
        let many = order.len();
        return Err(format!("the two have {many} questions together, expected at most {MOST_QUESTIONS}"));
    }
    let (from_old, from_new) = (Renumbering { from: old, order: &order }, Renumbering { from: new, order: &order });
    Ok([from_old.renumbered(&from_new), from_new.renumbered(&from_old)])
}

/// The questions of the second, each followed by those that only the first has and has after it.
fn union(old: &Policy, new: &Policy) -> Vec<Text> {
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
    from: &'a Policy,
    order: &'a [Text],
}

impl Renumbering<'_> {
    /// The policy over the new order. A question that only `other` has is taken from there, and nothing rests on it.
    fn renumbered(&self, other: &Renumbering<'_>) -> Policy {
        let from = self.from;
        let questions = self.order.iter().filter_map(|id| self.question(id).or_else(|| other.question(id)));
        Policy {
            questions: questions.collect(),
            fit: from.fit.map(|fit| self.placed(fit)),
            readings: moved(&from.readings, |reading| self.reading(reading)),
            outcomes: from.outcomes.iter().map(|question| self.placed(*question)).collect(),
            rules: PerAxis::of(|axis| moved(&from.rules[axis], |rule| self.rule(rule))),
            rows: PerAxis::of(|_| List::default()),
            response_in_worlds: List::default(),
            typology_needs: from.typology_needs.iter().map(|row| self.cube(row)).collect(),
            never: moved(&from.never, |advice| self.advice(advice)),
            steps: moved(&from.steps, |step| Step { advice: self.advice(&step.advice), ..step.clone() }),
            routes: moved(&from.routes, |route| Route { advice: self.advice(&route.advice), ..route.clone() }),
            people: moved(&from.people, |presence| self.presence(presence)),
            lines: moved(&from.lines, |line| Line { advice: self.advice(&line.advice), ..line.clone() }),
            utterances: moved(&from.utterances, |said| Utterance { advice: self.advice(&said.advice), ..said.clone() }),
            ..from.clone()
        }
    }

    fn question(&self, id: &Text) -> Option<Entry<Posed, Asking>> {
        let entry = named(&self.from.questions, id)?;
        let asked_when = entry.logic.asked_when.iter().map(|row| self.moved(*row)).collect();
        Some(Entry { logic: Posed { asked_when, ..entry.logic.clone() }, ..entry.clone() })
    }

    fn reading(&self, reading: &Reading) -> Reading {
        Reading { cube: self.cube(&reading.cube), question: self.placed(reading.question), ..reading.clone() }
    }

    fn rule(&self, rule: &Rule) -> Rule {
        Rule { cube: self.cube(&rule.cube), ..rule.clone() }
    }

    fn advice(&self, advice: &Advice) -> Advice {
        let rows = advice.when.rows.iter().map(|row| self.said(row)).collect();
        let when = Condition { rows, read: List::default(), ..advice.when.clone() };
        Advice { when, ..advice.clone() }
    }

    fn presence(&self, presence: &Presence) -> Presence {
        let moved = |rows: &List<Cube>| rows.iter().map(|row| self.cube(row)).collect();
        Presence { rows: moved(&presence.rows), present: List::default(), absent: List::default(), ..presence.clone() }
    }

    /// A row over the new list of questions. Where it refused a missing answer it still does; at questions that only
    /// the other policy has it accepts one.
    fn said(&self, row: &Said) -> Said {
        Said { cube: self.cube(&row.cube), unanswered: self.moved(row.unanswered.complement()).complement() }
    }

    fn cube(&self, cube: &Cube) -> Cube {
        let cells = cube.concerns();
        cells.iter().fold(Cube::ALL, |moved, question| moved.with(self.placed(question), cube.at(question)))
    }

    /// A set of questions in the new order.
    fn moved(&self, questions: Questions) -> Questions {
        questions.iter().map(|question| self.placed(question)).collect()
    }

    /// A question in the new order, which has all of them.
    fn placed(&self, question: Question) -> Question {
        let id = &self.from.asked(question).id;
        Question::at(self.order.iter().take_while(|other| *other != id).count())
    }
}

/// Entries with their logic moved to the new places.
fn moved<L: Clone, W: Clone>(entries: &List<Entry<L, W>>, logic: impl Fn(&L) -> L) -> List<Entry<L, W>> {
    entries.iter().map(|entry| Entry { logic: logic(&entry.logic), ..entry.clone() }).collect()
}
