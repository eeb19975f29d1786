//! When something holds, as a sentence that a person can check: "When … then …".

use super::document::Line;
use super::speech::nations;
use crate::policy::cube::Cube;
use crate::policy::logic::{Condition, Reading, Rule, Said};
use crate::policy::set::Set;
use crate::policy::vocabulary::{Nation, Scope};
use crate::say::conditions::{Cell, ENGLISH};
use crate::say::lists::joined;

/// How many cells a sentence holds. More become a list.
const MOST_IN_A_SENTENCE: usize = 3;

/// A sentence, and a list under it if it has many cells.
pub(super) struct When {
    /// The sentence.
    pub lead: String,
    /// The list under it.
    pub items: Vec<Line>,
}

/// A rule as a sentence, "When … then …", and the list under it.
pub(super) fn rule(rule: &Rule, then: &Line) -> (Line, Vec<Line>) {
    let row = Said::of_answers(rule.cube);
    let cells: Vec<Cell> = ENGLISH.cells(&row).collect();
    let fits = rule.inside_only.then(|| "this guide fits".to_owned());
    let listed = cells.len() > MOST_IN_A_SENTENCE;
    let all_of_it = listed.then(|| "these are the answers".to_owned());
    let told = if listed { Vec::new() } else { cells.iter().map(told).collect() };
    let parts: Vec<String> = fits.into_iter().chain(told).chain(all_of_it).collect();
    let lead = format!("{}when {}, then ", place(rule.nations), parts.join(", and "));
    let stop = if listed { ":" } else { "." };
    let items = if listed { cells.iter().map(beside).collect() } else { Vec::new() };
    (Line::joined([Line::plain(capital(&lead)), then.clone(), Line::plain(stop)], ""), items)
}

/// The condition of an advice; `None` if it always holds.
pub(super) fn condition(condition: &Condition) -> Option<When> {
    let Condition { nations, at_least, at_most, scope, rows, read: _ } = condition;
    let rows: Vec<Vec<Cell>> = rows.iter().map(|row| ENGLISH.cells(row).collect()).collect();
    let (said, items) = rows_told(&rows);
    let least = at_least.map(|levels| format!("the least urgent response still possible is {}", ENGLISH.named(levels)));
    let most = at_most.map(|levels| format!("the most urgent response still possible is {}", ENGLISH.named(levels)));
    let parts: Vec<String> = [scope.map(fits), least, most, said].into_iter().flatten().collect();
    let place = place(*nations);
    let lead = match (place.is_empty(), parts.is_empty()) {
        (true, true) => return None,
        (false, true) => place.trim_end_matches(", ").to_owned(),
        (_, false) => format!("{place}when {}", parts.join(", and ")),
    };
    let stop = if items.is_empty() { "." } else { ":" };
    Some(When { lead: format!("{}{stop}", capital(&lead)), items })
}

/// Rows as the last part of a sentence, and the list under it.
fn rows_told(rows: &[Vec<Cell>]) -> (Option<String>, Vec<Line>) {
    match rows {
        [] => (None, Vec::new()),
        [only] => (Some(conjunction(only)), Vec::new()),
        many => match one_answer(many) {
            Some(is) => (
                Some(format!("the answer to any of these is {is}")),
                many.iter().flatten().map(|cell| Line::plain(format!("“{}”", cell.ask))).collect(),
            ),
            None => {
                (Some("any of these is so".to_owned()), many.iter().map(|row| Line::plain(conjunction(row))).collect())
            }
        },
    }
}

/// The answer that every row accepts, if each row has one cell and all accept the same.
fn one_answer(rows: &[Vec<Cell>]) -> Option<&str> {
    let first = &rows.first()?.first()?.is;
    let alike = |row: &Vec<Cell>| matches!(row.as_slice(), [only] if only.is == *first);
    rows.iter().all(alike).then_some(first)
}

/// A row over what turns out to be so.
pub(super) fn certain(cube: &Cube) -> Line {
    let cells: Vec<Cell> = ENGLISH.cells(&Said::of_answers(*cube)).collect();
    Line::plain(format!("{}.", capital(&conjunction(&cells))))
}

fn conjunction(cells: &[Cell]) -> String {
    cells.iter().map(told).collect::<Vec<_>>().join(", and ")
}

fn told(cell: &Cell) -> String {
    format!("the answer to “{}” is {}", cell.ask, cell.is)
}

fn beside(cell: &Cell) -> Line {
    Line::plain(format!("{} to “{}”", cell.is, cell.ask))
}

fn fits(scope: Scope) -> String {
    match scope {
        Scope::Inside => "this guide fits".to_owned(),
        Scope::Outside => "this guide does not fit".to_owned(),
    }
}

fn place(set: Set<Nation>) -> String {
    if set == Set::every() { String::new() } else { format!("in {}, ", nations(set)) }
}

/// A text with a capital first letter.
pub(super) fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| format!("{}{}", first.to_uppercase(), letters.as_str()))
}

/// A reading as a sentence: when it changes an answer, and to what.
pub(super) fn reading(reading: &Reading, ask: &str) -> Line {
    let row = Said::of_answers(reading.cube);
    let when = conjunction(&ENGLISH.cells(&row).collect::<Vec<_>>());
    let from = reading.from.iter().map(|answer| ENGLISH.answer(answer).to_owned()).collect();
    let (from, to) = (joined(from, "or"), ENGLISH.answer(reading.to));
    Line::plain(format!("when {when}, then {from} to “{ask}” counts as {to}."))
}
