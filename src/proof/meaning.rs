//! What a policy comes to at a finishing and in a world: once from its rules as written, once from its rows.

use biodivine_lib_bdd::Bdd;

use super::algebra::{Space, Vector};
use crate::policy::logic::{Logic, Row, Rule};
use crate::policy::vocabulary::{Nation, Recording, Response, Scope, Typology, Word};

/// What holds in one nation. Each list has one function a value, in the order of its vocabulary.
#[derive(Clone, PartialEq, Eq)]
pub struct Meaning {
    /// The response at a finishing is at least so urgent.
    pub response: Vec<Bdd>,
    /// The response in a world is, with what a reading makes *not known* turned out as it does.
    pub response_in_world: Vec<Bdd>,
    /// The scope in a world.
    pub scope: Vec<Bdd>,
    /// The recording categories in a world.
    pub recording: Vec<Bdd>,
    /// The typology in a world.
    pub typology: Vec<Bdd>,
}

/// The rules of a policy as written, each with the answer sets that meet it.
pub struct Written {
    /// Of each response rule, the finishings.
    pub response: Vec<Bdd>,
    /// Of each response rule, the worlds.
    pub response_in_world: Vec<Bdd>,
    /// Of each scope rule, the worlds.
    pub scope: Vec<Bdd>,
    /// Of each recording rule, the worlds.
    pub recording: Vec<Bdd>,
    /// Of each typology rule, the worlds, whether or not an earlier rule is met there.
    pub typology: Vec<Bdd>,
    /// The finishings outside scope.
    pub outside: Bdd,
}

impl Written {
    /// Substitutes answers as read into the rules.
    pub fn new(space: &Space, logic: &Logic) -> Self {
        let finishing = Vector::finishing(space).read(space, &logic.readings);
        let world = Vector::world(space).read(space, &logic.readings).resolved(space);
        let outside = |vector: &Vector| space.any(outside(logic).map(|rule| vector.accepted(space, &rule.cube)));
        let (outside, outside_in_world) = (outside(&finishing), outside(&world));
        let met = |rules: &[Rule], vector: &Vector, out: &Bdd| {
            let met = |rule: &Rule| {
                let cells = vector.accepted(space, &rule.cube);
                if rule.inside_only { cells.and_not(out) } else { cells }
            };
            rules.iter().map(met).collect::<Vec<_>>()
        };
        let without = |met: Vec<Bdd>, not: &Bdd| met.iter().map(|met| met.and_not(not)).collect();
        let needed = space.any(logic.typology_needs.iter().map(|row| world.accepted(space, row)));
        let no_typology = needed.not().or(&outside_in_world);
        Self {
            response: met(&logic.response.rules, &finishing, &outside),
            response_in_world: met(&logic.response.rules, &world, &outside_in_world),
            scope: met(&logic.scope.rules, &world, &space.never()),
            recording: without(met(&logic.recording.rules, &world, &outside_in_world), &outside_in_world),
            typology: without(met(&logic.typology.rules, &world, &outside_in_world), &no_typology),
            outside,
        }
    }

    /// What the rules come to in a nation.
    pub fn meaning(&self, space: &Space, logic: &Logic, nation: Nation) -> Meaning {
        let of = |rules: &[Rule], met: &[Bdd], values: usize| {
            let here = rules.iter().zip(met).filter(|(rule, _)| nation.is_in(rule.nations));
            united(space, here.map(|(rule, met)| (rule.to, met.clone())), values)
        };
        let responses = Response::ALL.len();
        Meaning {
            response: at_least(space, &of(&logic.response.rules, &self.response, responses)),
            response_in_world: at_least(space, &of(&logic.response.rules, &self.response_in_world, responses)),
            scope: of(&logic.scope.rules, &self.scope, Scope::ALL.len()),
            recording: of(&logic.recording.rules, &self.recording, Recording::ALL.len()),
            typology: united(space, self.first_met(space, &logic.typology.rules, nation), Typology::ALL.len()),
        }
    }

    /// Each typology rule with the worlds in which it is the first that holds.
    pub fn first_met(&self, space: &Space, rules: &[Rule], nation: Nation) -> Vec<(u8, Bdd)> {
        let here = |rule: &Rule| nation.is_in(rule.nations);
        let mut taken = space.never();
        let mut first = Vec::new();
        for (rule, met) in rules.iter().zip(&self.typology) {
            let met = if here(rule) { met.and_not(&taken) } else { space.never() };
            taken = taken.or(&met);
            first.push((rule.to, met));
        }
        first
    }
}

impl Meaning {
    /// What the compiled rows come to in a nation, over answers as given.
    pub fn of_rows(space: &Space, logic: &Logic, nation: Nation) -> Self {
        let finishing = Vector::finishing(space);
        let world = Vector::world_with_outcomes(space, &logic.outcomes);
        let here = |rows: &[Row], vector: &Vector| {
            let rows = rows.iter().filter(|row| nation.is_in(row.nations));
            rows.map(|row| (row.to, vector.accepted(space, &row.cube))).collect::<Vec<_>>()
        };
        let of = |rows: &[Row], values: usize| united(space, here(rows, &world), values);
        let first = |rows: &[Row], vector: &Vector| at_least(space, &first_of(space, here(rows, vector)));
        Self {
            response: first(&logic.response.rows, &finishing),
            response_in_world: first(&logic.response_in_worlds, &world),
            scope: of(&logic.scope.rows, Scope::ALL.len()),
            recording: of(&logic.recording.rows, Recording::ALL.len()),
            typology: of(&logic.typology.rows, Typology::ALL.len()),
        }
    }
}

/// The rules that put answers outside scope.
fn outside(logic: &Logic) -> impl Iterator<Item = &Rule> {
    logic.scope.rules.iter().filter(|rule| rule.to == Scope::Outside.index())
}

/// One function a value: whether something with that value holds.
fn united(space: &Space, met: impl IntoIterator<Item = (u8, Bdd)>, values: usize) -> Vec<Bdd> {
    let mut by_value = vec![Vec::new(); values];
    for (to, met) in met {
        if let Some(same) = by_value.get_mut(usize::from(to)) {
            same.push(met);
        }
    }
    by_value.into_iter().map(|met| space.any(met)).collect()
}

/// The value of the first row met, where rows stand with the greatest value first. Rows that do not stand so are
/// taken one by one, as the tables' reader takes them.
fn first_of(space: &Space, rows: Vec<(u8, Bdd)>) -> Vec<Bdd> {
    let values = Response::ALL.len();
    if rows.is_sorted_by(|one, two| one.0 >= two.0) {
        return united(space, rows, values);
    }
    let mut taken = space.never();
    let mut first = Vec::new();
    for (to, met) in rows {
        first.push((to, met.and_not(&taken)));
        taken = taken.or(&met);
    }
    united(space, first, values)
}

/// From *is* to *is at least*, where the greatest value counts.
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
