//! Each axis's rules and the rows they come to, with readings, scope and "the first that holds" worked in.

use super::super::cube::Cube;
use super::super::logic::{Chart, Logic, Reading, Row, Rule};
use super::super::table::List;
use super::super::vocabulary::{Axis, Nation, Scope, Word};
use super::cover::{absorbed, minus_all, product};
use super::draft::Draft;
use super::fold::{in_finishings, in_worlds};
use super::simplify::{Table, add};

pub(super) fn scope(draft: &Draft<'_>) -> Chart {
    chart(draft, Axis::Scope, |rule, _, readings| in_worlds(rule.cube, readings, &draft.outcomes()))
}

pub(super) fn response(draft: &Draft<'_>) -> Chart {
    let inside = inside(draft);
    chart(draft, Axis::Response, |rule, _, readings| scoped(rule, in_finishings(rule.cube, readings), &inside))
}

pub(super) fn response_in_worlds(draft: &Draft<'_>) -> List<Row> {
    let inside = inside(draft);
    chart(draft, Axis::Response, |rule, _, readings| {
        scoped(rule, in_worlds(rule.cube, readings, &draft.outcomes()), &inside)
    })
    .rows
}

pub(super) fn recording(draft: &Draft<'_>) -> Chart {
    let inside = inside(draft);
    chart(draft, Axis::Recording, |rule, _, readings| {
        product(&in_worlds(rule.cube, readings, &draft.outcomes()), &inside)
    })
}

/// The first that holds: each rule without what earlier rules of its nations already take.
pub(super) fn typology(draft: &Draft<'_>) -> Chart {
    let needed = product(&draft.needs, &inside(draft));
    let rules: Vec<&Rule> = draft.axis(Axis::Typology).iter().map(|entry| &entry.logic).collect();
    chart(draft, Axis::Typology, |rule, nation, readings| {
        let earlier = rules.iter().take_while(|other| other.id != rule.id);
        let taken = earlier.filter(|other| other.to != rule.to && nation.is_in(other.nations));
        let left = minus_all(rule.cube.meet(Cube::CERTAIN), taken.map(|other| &other.cube));
        let worlds: Vec<Cube> =
            left.into_iter().flat_map(|cube| in_worlds(cube, readings, &draft.outcomes())).collect();
        product(&worlds, &needed)
    })
}

/// The answer sets inside scope: all but those that a rule puts outside.
pub(super) fn inside(draft: &Draft<'_>) -> Vec<Cube> {
    let rules = draft.axis(Axis::Scope).iter().map(|entry| &entry.logic);
    let outside: Vec<Cube> = rules.filter(|rule| rule.to == Scope::Outside.index()).map(|rule| rule.cube).collect();
    minus_all(Cube::ALL, &outside)
}

fn scoped(rule: &Rule, cubes: Vec<Cube>, inside: &[Cube]) -> Vec<Cube> {
    if rule.inside_only { product(&cubes, inside) } else { cubes }
}

/// Rules and rows of an axis; the most serious value first, so that the first row met is the greatest.
fn chart(draft: &Draft<'_>, axis: Axis, cubes: impl Fn(&Rule, Nation, &[Reading]) -> Vec<Cube>) -> Chart {
    let readings: Vec<Reading> = draft.readings.iter().map(|entry| entry.logic.clone()).collect();
    let rules: Vec<Rule> = draft.axis(axis).iter().map(|entry| entry.logic.clone()).collect();
    let mut rows: Vec<Row> = Vec::new();
    for rule in &rules {
        for nation in Nation::of(rule.nations) {
            for cube in absorbed(cubes(rule, nation, &readings)) {
                add(&mut rows, Row { to: rule.to, nations: nation.bit(), cube });
            }
        }
    }
    rows.sort_by_key(|row| std::cmp::Reverse(row.to));
    Chart { rules: rules.into(), rows: rows.into() }
}

/// The logic with as few rows as come to the same. Of the response the most urgent counts, so one row may take from
/// another what is no more urgent.
pub(super) fn simplified(logic: Logic) -> Logic {
    let fit = logic.fit;
    let worlds = Table { space: Cube::CERTAIN, fit, yields: |one, other| one == other };
    let most_urgent = Table { space: Cube::ALL, fit, yields: |one, other| one >= other };
    let most_urgent_world = Table { space: Cube::CERTAIN, ..most_urgent };
    let chart = |chart: Chart, table: &Table| Chart { rows: table.simplify(&chart.rows).into(), ..chart };
    Logic {
        scope: chart(logic.scope, &worlds),
        response: chart(logic.response, &most_urgent),
        response_in_worlds: most_urgent_world.simplify(&logic.response_in_worlds).into(),
        recording: chart(logic.recording, &worlds),
        typology: chart(logic.typology, &worlds),
        ..logic
    }
}
