//! The values of a policy at a finishing and in a world: once from its rules as written, once from its compiled rows.

use biodivine_lib_bdd::Bdd;

use super::algebra::{Space, Vector};
use crate::policy::Policy;
use crate::policy::entry::Entry;
use crate::policy::logic::{Row, Rule};
use crate::policy::table::{List, Text};
use crate::policy::vocabulary::{Axis, Nation, OnAxis, PerAxis, Scope, Value};

/// The values in one nation.
#[derive(Clone, PartialEq, Eq)]
pub struct Meaning {
    /// One function for each value, in the order of its vocabulary. On the response: at a finishing, it is at least so
    /// urgent. On the other axes: a world has the value.
    pub on: PerAxis<Vec<Bdd>>,
    /// In a world, the response is at least so urgent. What a reading makes *not known* has turned out as the outcome
    /// bits say.
    pub response_in_world: Vec<Bdd>,
}

/// The rules of a policy as written, each with the answer sets that meet it.
pub struct Written {
    /// For each rule, where it is met: at finishings on the response, in worlds on the other axes. On the typology also
    /// where an earlier rule is met.
    pub on: PerAxis<Vec<Bdd>>,
    /// For each response rule, the worlds in which it is met.
    pub response_in_world: Vec<Bdd>,
    /// The finishings outside scope.
    pub outside: Bdd,
}

type Rules = List<Entry<Rule, Text>>;

impl Written {
    /// Substitutes answers as read into the rules.
    pub fn new(space: &Space, policy: &Policy) -> Self {
        let finishing = Vector::finishing(space).read(space, policy);
        let world = Vector::world(space).read(space, policy).resolved(space);
        let outside = |vector: &Vector| space.any(outside(policy).map(|rule| vector.accepted(space, &rule.cube)));
        let (outside, outside_in_world) = (outside(&finishing), outside(&world));
        let met = |axis: Axis, vector: &Vector, out: &Bdd| {
            let met = |rule: &Entry<Rule, Text>| {
                let cells = vector.accepted(space, &rule.logic.cube);
                if rule.logic.inside_only { cells.and_not(out) } else { cells }
            };
            policy.rules[axis].iter().map(met).collect::<Vec<_>>()
        };
        let without = |met: Vec<Bdd>, not: &Bdd| met.iter().map(|met| met.and_not(not)).collect();
        let needed = space.any(policy.typology_needs.iter().map(|row| world.accepted(space, row)));
        let no_typology = needed.not().or(&outside_in_world);
        let on = PerAxis {
            scope: met(Axis::Scope, &world, &space.never()),
            response: met(Axis::Response, &finishing, &outside),
            recording: without(met(Axis::Recording, &world, &outside_in_world), &outside_in_world),
            typology: without(met(Axis::Typology, &world, &outside_in_world), &no_typology),
        };
        let response_in_world = met(Axis::Response, &world, &outside_in_world);
        Self { on, response_in_world, outside }
    }

    /// The values that the rules lead to in a nation.
    pub fn meaning(&self, space: &Space, policy: &Policy, nation: Nation) -> Meaning {
        let of = |axis: Axis, met: &[Bdd]| {
            let here = policy.rules[axis].iter().zip(met).filter(|(rule, _)| rule.logic.nations.contains(nation));
            united(space, axis, here.map(|(rule, met)| (rule.logic.to, met.clone())))
        };
        let on = PerAxis {
            scope: of(Axis::Scope, &self.on.scope),
            response: at_least(space, &of(Axis::Response, &self.on.response)),
            recording: of(Axis::Recording, &self.on.recording),
            typology: united(space, Axis::Typology, self.first_met(space, &policy.rules.typology, nation)),
        };
        Meaning { on, response_in_world: at_least(space, &of(Axis::Response, &self.response_in_world)) }
    }

    /// Each typology rule with the worlds in which it is the first that holds.
    pub fn first_met(&self, space: &Space, rules: &Rules, nation: Nation) -> Vec<(Value, Bdd)> {
        let mut taken = space.never();
        let mut first = Vec::new();
        for (rule, met) in rules.iter().zip(&self.on.typology) {
            let here = rule.logic.nations.contains(nation);
            let met = if here { met.and_not(&taken) } else { space.never() };
            taken = taken.or(&met);
            first.push((rule.logic.to, met));
        }
        first
    }
}

impl Meaning {
    /// The values that the compiled rows lead to in a nation, over answers as given.
    pub fn of_rows(space: &Space, policy: &Policy, nation: Nation) -> Self {
        let finishing = Vector::finishing(space);
        let world = Vector::world_with_outcomes(space, &policy.outcomes);
        let here = |rows: &[Row], vector: &Vector| {
            let rows = rows.iter().filter(|row| row.nations.contains(nation));
            rows.map(|row| (row.to, vector.accepted(space, &row.cube))).collect::<Vec<_>>()
        };
        let first = |rows: &[Row], vector: &Vector| at_least(space, &first_of(space, here(rows, vector)));
        let of = |axis: Axis| {
            let rows = &policy.rows[axis];
            if axis == Axis::Response { first(rows, &finishing) } else { united(space, axis, here(rows, &world)) }
        };
        Self { on: PerAxis::of(of), response_in_world: first(&policy.response_in_worlds, &world) }
    }
}

/// The rules that put answers outside scope.
fn outside(policy: &Policy) -> impl Iterator<Item = &Rule> {
    policy.rules.scope.iter().map(|rule| &rule.logic).filter(|rule| rule.to == Scope::Outside.value())
}

/// One function for each value of an axis: whether something with that value holds.
fn united(space: &Space, axis: Axis, met: impl IntoIterator<Item = (Value, Bdd)>) -> Vec<Bdd> {
    let met: Vec<_> = met.into_iter().collect();
    let of = |value| space.any(met.iter().filter(|(to, _)| *to == value).map(|(_, met)| met.clone()));
    Value::of(axis).map(of).collect()
}

/// The value of the first row that is met, as `assess` takes it. It does not matter here whether the greatest values
/// stand first, as they should.
fn first_of(space: &Space, rows: Vec<(Value, Bdd)>) -> Vec<Bdd> {
    if rows.is_sorted_by(|one, two| one.0 >= two.0) {
        return united(space, Axis::Response, rows);
    }
    let mut taken = space.never();
    let mut first = Vec::new();
    for (to, met) in rows {
        first.push((to, met.and_not(&taken)));
        taken = taken.or(&met);
    }
    united(space, Axis::Response, first)
}

/// From functions that say *is this value* to functions that say *is at least this value*.
fn at_least(space: &Space, values: &[Bdd]) -> Vec<Bdd> {
    let mut reached = space.never();
    let mut levels: Vec<Bdd> = Vec::new();
    for value in values.iter().rev() {
        reached = reached.or(value);
        levels.push(reached.clone());
    }
    levels.reverse();
    levels
}
