//! Conditions in words, for a reader who has answered nothing.

use super::guidance::plain;
use crate::edition::{LOGIC, WORDING};
use crate::policy::cube::{Questions, each};
use crate::policy::logic::{Condition, Rule, Said, Words};
use crate::policy::table::Text;
use crate::policy::vocabulary::{Answer, Axis, Nation, Response, Scope, Word};

/// When a rule holds: a sentence.
pub(super) fn rule(rule: &Rule) -> String {
    // A rule is never met by silence.
    let said = Said { cube: rule.cube, unanswered: 0 };
    sentence([nations(rule.nations), answers(&[said])])
}

/// When something is said: a sentence, or nothing where it always is.
pub(super) fn condition(condition: &Condition) -> String {
    sentence([
        nations(condition.nations),
        condition.at_least.map(|levels| format!("when the response is at least {}", named(levels))),
        condition.at_most.map(|levels| format!("when it is at most {}", named(levels))),
        condition.scope.and_then(Scope::at).map(scope),
        answers(&condition.rows),
    ])
}

fn sentence<const N: usize>(parts: [Option<String>; N]) -> String {
    let text = parts.into_iter().flatten().collect::<Vec<_>>().join(", ");
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| format!("{}{}.", first.to_uppercase(), letters.as_str()))
}

fn nations(nations: Words) -> Option<String> {
    let all = Nation::ALL.iter().fold(0, |set, nation| set | nation.bit());
    let names = Nation::of(nations).filter_map(|nation| WORDING.nations.get(usize::from(nation.index())));
    (nations & all != all).then(|| format!("in {}", either(names.map(|name| name.to_string()).collect(), "and")))
}

/// Responses by their names: "“this” or “that”".
pub(super) fn named(levels: Words) -> String {
    let meanings = WORDING.values.get(usize::from(Axis::Response.index()));
    let name = |level: Response| meanings.and_then(|all| all.get(usize::from(level.index()))).map(|level| &level.name);
    either(Response::of(levels).filter_map(name).map(|name| format!("“{}”", plain(name))).collect(), "or")
}

fn scope(scope: Scope) -> String {
    match scope {
        Scope::Inside => "when this guide fits".to_owned(),
        Scope::Outside => "when this guide does not fit".to_owned(),
    }
}

fn answers(rows: &[Said]) -> Option<String> {
    let rows: Vec<String> = rows.iter().map(row).filter(|row| !row.is_empty()).collect();
    (!rows.is_empty()).then(|| format!("if {}", rows.join("; or if ")))
}

fn row(row: &Said) -> String {
    let cells = cells(row).map(|cell| format!("the answer to “{}” is {}", cell.ask, cell.is));
    cells.collect::<Vec<_>>().join(", and ")
}

/// A question as asked, and the answers that a row accepts.
pub(super) struct Cell {
    /// The question.
    pub ask: Text,
    /// The answers, as a list.
    pub is: String,
}

/// The cells of a row.
pub(super) fn cells(row: &Said) -> impl Iterator<Item = Cell> {
    each(row.cube.concerns()).filter_map(|question| cell(row, question))
}

fn cell(row: &Said, question: Questions) -> Option<Cell> {
    let place = question.trailing_zeros() as usize;
    let ask = LOGIC.questions.get(place).and(WORDING.questions.get(place))?;
    let silent = (row.unanswered & question != 0).then(|| "not answered".to_owned());
    let accepted = row.cube.at(question);
    let most_serious_first = Answer::ALL.iter().rev().filter(|answer| accepted & answer.bit() != 0);
    let said = most_serious_first.map(|answer| word(*answer).to_owned()).chain(silent).collect();
    Some(Cell { ask: plain(&ask.ask), is: either(said, "or") })
}

/// An answer in words.
pub(crate) const fn word(answer: Answer) -> &'static str {
    match answer {
        Answer::Yes => "yes",
        Answer::No => "no",
        Answer::Unsure => "not known yet",
    }
}

/// Words as a list, the last two with `joint` between them.
pub(crate) fn either(words: Vec<String>, joint: &str) -> String {
    match words.as_slice() {
        [] => String::new(),
        [only] => only.clone(),
        [most @ .., last] => format!("{} {joint} {last}", most.join(", ")),
    }
}
