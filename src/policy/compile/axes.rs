//! The rows that the rules of each axis compile to, with readings, scope and "the first that holds" worked in.

use super::super::Policy;
use super::super::cube::{Cube, Question};
use super::super::entry::Entry;
use super::super::logic::{Presence, Reading, Row, Rule};
use super::super::set::Set;
use super::super::table::{List, Text};
use super::super::vocabulary::{Answer, Axis, Nation, PerAxis, Scope, Value};
use super::cover::{absorbed, minus_all, product};
use super::fold::{Outcome, in_finishings, in_worlds};
use super::simplify::{Table, add};

/// A policy with its rows, one for each cube that a rule compiles to.
pub(super) fn with_rows(mut policy: Policy) -> Policy {
    policy.outcomes = made_unsure(&policy);
    let axes = Axes { policy: &policy, inside: inside(&policy), outcomes: outcomes(&policy) };
    let rows = PerAxis {
        scope: axes.scope(),
        response: axes.response(),
        recording: axes.recording(),
        typology: axes.typology(),
    };
    let response_in_worlds = axes.response_in_worlds();
    let people =
        policy.people.iter().map(|entry| Entry { logic: axes.presence(&entry.logic), ..entry.clone() }).collect();
    Policy { rows, response_in_worlds, people, ..policy }
}

/// The answer sets inside scope: all but those that a rule puts outside.
pub(super) fn inside(policy: &Policy) -> Vec<Cube> {
    let outside =
        policy.rules.scope.iter().map(|rule| &rule.logic).filter(|rule| rule.to == Value::Scope(Scope::Outside));
    minus_all(Cube::ALL, outside.map(|rule| &rule.cube))
}

/// The questions that a reading makes *not known*.
fn made_unsure(policy: &Policy) -> List<Question> {
    let mut made = Vec::new();
    for reading in readings(policy).filter(|reading| reading.to == Answer::Unsure) {
        if !made.contains(&reading.question) {
            made.push(reading.question);
        }
    }
    made.into()
}

fn outcomes(policy: &Policy) -> Vec<Outcome> {
    policy.outcomes().map(|(of, turned)| Outcome { of, turned }).collect()
}

/// The readings of a policy, in order.
pub(super) fn readings(policy: &Policy) -> impl DoubleEndedIterator<Item = &Reading> + Clone {
    policy.readings.iter().map(|entry| &entry.logic)
}

struct Axes<'a> {
    policy: &'a Policy,
    inside: Vec<Cube>,
    outcomes: Vec<Outcome>,
}

impl Axes<'_> {
    fn scope(&self) -> List<Row> {
        self.rows(Axis::Scope, |rule, _| self.in_worlds(rule.logic.cube))
    }

    fn response(&self) -> List<Row> {
        self.rows(Axis::Response, |rule, _| self.scoped(rule, in_finishings(rule.logic.cube, readings(self.policy))))
    }

    fn response_in_worlds(&self) -> List<Row> {
        self.rows(Axis::Response, |rule, _| self.scoped(rule, self.in_worlds(rule.logic.cube)))
    }

    fn recording(&self) -> List<Row> {
        self.rows(Axis::Recording, |rule, _| product(&self.in_worlds(rule.logic.cube), &self.inside))
    }

    /// The first rule that holds decides, so each is compiled without what earlier rules of its nations take.
    fn typology(&self) -> List<Row> {
        let needed = product(&self.policy.typology_needs, &self.inside);
        let rules = &self.policy.rules.typology;
        self.rows(Axis::Typology, |rule, nation| {
            let earlier = rules.iter().take_while(|other| other.id != rule.id).map(|other| &other.logic);
            let taken = earlier.filter(|other| other.to != rule.logic.to && other.nations.contains(nation));
            let left = minus_all(rule.logic.cube.meet(Cube::CERTAIN), taken.map(|other| &other.cube));
            let worlds: Vec<Cube> = left.into_iter().flat_map(|cube| self.in_worlds(cube)).collect();
            product(&worlds, &needed)
        })
    }

    /// The worlds in which a person is in it, and those in which not.
    fn presence(&self, presence: &Presence) -> Presence {
        let rows = if presence.rows.is_empty() { vec![Cube::ALL] } else { presence.rows.to_vec() };
        let present: Vec<Cube> = rows.into_iter().flat_map(|cube| self.in_worlds(cube)).collect();
        let absent = absorbed(minus_all(Cube::CERTAIN, &present));
        Presence { present: absorbed(present).into(), absent: absent.into(), ..presence.clone() }
    }

    fn in_worlds(&self, cube: Cube) -> Vec<Cube> {
        in_worlds(cube, readings(self.policy), &self.outcomes)
    }

    fn scoped(&self, rule: &Entry<Rule, Text>, cubes: Vec<Cube>) -> Vec<Cube> {
        if rule.logic.inside_only { product(&cubes, &self.inside) } else { cubes }
    }

    /// The rows of an axis, with the greatest value first, so that the first row met has the greatest.
    fn rows(&self, axis: Axis, cubes: impl Fn(&Entry<Rule, Text>, Nation) -> Vec<Cube>) -> List<Row> {
        let mut rows: Vec<Row> = Vec::new();
        for rule in &self.policy.rules[axis] {
            for nation in rule.logic.nations.iter() {
                for cube in absorbed(cubes(rule, nation)) {
                    add(&mut rows, Row { to: rule.logic.to, nations: Set::only(nation), cube });
                }
            }
        }
        rows.sort_by_key(|row| std::cmp::Reverse(row.to));
        rows.into()
    }
}

/// The policy with fewer rows and the same results. On the response the most urgent row that is met counts, so a row
/// may take over answer sets from rows that are no more urgent.
pub(super) fn simplified(mut policy: Policy) -> Policy {
    let fit = policy.fit;
    let worlds = Table { space: Cube::CERTAIN, fit, yields: |one, other| one == other };
    let most_urgent = Table { space: Cube::ALL, fit, yields: |one, other| one >= other };
    let most_urgent_world = Table { space: Cube::CERTAIN, ..most_urgent };
    for (axis, rows) in policy.rows.iter_mut() {
        let table = if axis == Axis::Response { &most_urgent } else { &worlds };
        *rows = table.simplify(rows).into();
    }
    policy.response_in_worlds = most_urgent_world.simplify(&policy.response_in_worlds).into();
    policy
}
