//! Conditions of any policy in words, with questions by their identifiers.

use crate::policy::cube::{Cube, Questions, each};
use crate::policy::logic::{Cite, Condition, Logic, Reading, Rule, Said, Words};
use crate::policy::vocabulary::{Answer, Nation, Response, Scope, Word};
use crate::publish::conditions::either;

/// When a rule is met.
pub(super) fn rule(logic: &Logic, rule: &Rule) -> String {
    cube(logic, &rule.cube)
}

/// The answers that a cube accepts, where it does not accept all.
pub(super) fn cube(logic: &Logic, cube: &Cube) -> String {
    let told = |question| Some(format!("`{}` is {}", logic.asked(question)?.id, accepted(cube.at(question), false)));
    joined(each(cube.concerns()).filter_map(told).collect())
}

/// What a reading does.
pub(super) fn reading(logic: &Logic, reading: &Reading) -> String {
    let question = logic.asked(reading.question).map_or("?", |question| &question.id);
    format!("{} to `{question}` counts as {}", accepted(reading.from, false), word(reading.to))
}

/// When something is said.
pub(super) fn condition(logic: &Logic, condition: &Condition) -> String {
    let levels = |set| either(Response::of(set).map(|level| level.id().to_owned()).collect(), "or");
    let rows: Vec<String> = condition.rows.iter().map(|row| said(logic, row)).collect();
    let parts = [
        (condition.nations != Nation::every()).then(|| format!("in {}", nations(condition.nations))),
        condition.at_least.map(|set| format!("the least urgent response still possible is {}", levels(set))),
        condition.at_most.map(|set| format!("the most urgent response still possible is {}", levels(set))),
        condition.scope.and_then(Scope::at).map(|scope| format!("it is {} scope", scope.id())),
        (!rows.is_empty()).then(|| rows.join("; or ")),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    if parts.is_empty() { "always".to_owned() } else { parts.join("; and ") }
}

fn said(logic: &Logic, row: &Said) -> String {
    let told = |question| {
        let silent = row.unanswered & question != 0;
        Some(format!("`{}` is {}", logic.asked(question)?.id, accepted(row.cube.at(question), silent)))
    };
    joined(each(row.concerns()).filter_map(told).collect())
}

/// When a question is asked.
pub(super) fn asked_when(logic: &Logic, rows: &[Questions]) -> String {
    let ids = |row: &Questions| each(*row).filter_map(|question| Some(format!("`{}`", logic.asked(question)?.id)));
    let rows: Vec<String> = rows.iter().map(|row| ids(row).collect::<Vec<_>>().join(" and ")).collect();
    if rows.is_empty() { "always".to_owned() } else { format!("yes or not known yet to {}", rows.join(", or to ")) }
}

/// Responses as a list.
pub(super) fn responses(set: Words) -> String {
    either(Response::of(set).map(|level| level.id().to_owned()).collect(), "or")
}

/// Nations as a list.
pub(super) fn nations(set: Words) -> String {
    either(Nation::of(set).map(|nation| nation.id().to_owned()).collect(), "and")
}

/// Where something comes from.
pub(super) fn cites(logic: &Logic, cites: &[Cite]) -> String {
    let one = |cite: &Cite| {
        let source = logic.sources.get(usize::from(cite.source)).map_or("?", |source| &source.id);
        if cite.section.is_empty() { source.to_owned() } else { format!("{source}: {}", cite.section) }
    };
    cites.iter().map(one).collect::<Vec<_>>().join("; ")
}

/// An answer in words.
pub(super) fn word(answer: Answer) -> &'static str {
    crate::publish::conditions::ENGLISH.answer(answer)
}

fn accepted(answers: u8, silent: bool) -> String {
    let said = Answer::ALL.iter().rev().filter(|answer| answer.is_in(answers)).map(|answer| word(*answer));
    either(said.chain(silent.then_some("not answered")).map(str::to_owned).collect(), "or")
}

fn joined(cells: Vec<String>) -> String {
    if cells.is_empty() { "always".to_owned() } else { cells.join(" and ") }
}
