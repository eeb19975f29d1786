//! Conditions in words, for a reader who has answered nothing.

use super::lists::with_last;
use super::places::put;
use crate::edition::{LOGIC, WORDING};
use crate::explain::fill;
use crate::policy::cube::{Questions, each};
use crate::policy::labels::Piece;
use crate::policy::logic::{Condition, Rule, Said, Words};
use crate::policy::table::Text;
use crate::policy::vocabulary::{Answer, Axis, Nation, Response, Scope, Word};
use crate::policy::words::Wording;

/// What puts conditions into the words of one language.
pub(crate) struct Conditions<'a> {
    pub words: &'a Wording,
}

/// The policy's own words.
pub(crate) static ENGLISH: Conditions<'static> = Conditions { words: &WORDING };

/// A question as asked, and the answers that a row accepts.
pub(crate) struct Cell {
    /// The question.
    pub ask: Text,
    /// The answers, as a list.
    pub is: String,
}

impl Conditions<'_> {
    /// When something is said: a sentence, or nothing where it always is.
    pub(crate) fn condition(&self, condition: &Condition) -> String {
        let bound = |piece, levels| put(self.words.piece(piece), &[&self.named(levels)]);
        sentence([
            self.nations(condition.nations),
            condition.at_least.map(|levels| bound(Piece::AtLeast, levels)),
            condition.at_most.map(|levels| bound(Piece::AtMost, levels)),
            condition.scope.and_then(Scope::at).map(|scope| self.scope(scope)),
            self.answers(&condition.rows),
        ])
    }

    fn nations(&self, nations: Words) -> Option<String> {
        let names = Nation::of(named_nations(nations));
        let names = names.filter_map(|nation| self.words.nations.get(usize::from(nation.index())));
        let names = self.listed(names.map(ToString::to_string).collect(), Piece::And);
        (!names.is_empty()).then(|| put(self.words.piece(Piece::Nations), &[&names]))
    }

    /// Responses by their names: "“this” or “that”".
    pub(crate) fn named(&self, levels: Words) -> String {
        let meanings = self.words.values.get(usize::from(Axis::Response.index()));
        let name =
            |level: Response| meanings.and_then(|all| all.get(usize::from(level.index()))).map(|level| &level.name);
        let named = |name: &Text| put(self.words.piece(Piece::Named), &[&self.plain(name)]);
        self.either(Response::of(levels).filter_map(name).map(named).collect())
    }

    fn scope(&self, scope: Scope) -> String {
        let piece = match scope {
            Scope::Inside => Piece::Inside,
            Scope::Outside => Piece::Outside,
        };
        self.words.piece(piece).to_owned()
    }

    fn answers(&self, rows: &[Said]) -> Option<String> {
        let rows: Vec<String> = rows.iter().map(|row| self.row(row)).filter(|row| !row.is_empty()).collect();
        let or_if = self.words.piece(Piece::OrIf);
        let any = rows.into_iter().reduce(|rows, row| put(or_if, &[&rows, &row]));
        any.map(|any| put(self.words.piece(Piece::If), &[&any]))
    }

    fn row(&self, row: &Said) -> String {
        let cells = self.cells(row).map(|cell| put(self.words.piece(Piece::Answer), &[&cell.ask, &cell.is]));
        let and = self.words.piece(Piece::AndAnswer);
        cells.reduce(|cells, cell| put(and, &[&cells, &cell])).unwrap_or_default()
    }

    /// The cells of a row.
    pub(crate) fn cells(&self, row: &Said) -> impl Iterator<Item = Cell> {
        each(row.concerns()).filter_map(|question| self.cell(row, question))
    }

    fn cell(&self, row: &Said, question: Questions) -> Option<Cell> {
        let asking = self.words.questions.get(question.trailing_zeros() as usize)?;
        let silent = (row.unanswered & question != 0).then(|| self.words.piece(Piece::NotAnswered).to_owned());
        let accepted = row.cube.at(question);
        let most_serious_first = Answer::ALL.iter().rev().filter(|answer| answer.is_in(accepted));
        let said = most_serious_first.map(|answer| self.answer(*answer).to_owned()).chain(silent).collect();
        Some(Cell { ask: self.plain(&asking.ask), is: self.either(said) })
    }

    /// An answer in words.
    pub(crate) fn answer(&self, answer: Answer) -> &str {
        self.words.piece(match answer {
            Answer::Yes => Piece::Yes,
            Answer::No => Piece::No,
            Answer::Unsure => Piece::Unsure,
        })
    }

    fn either(&self, words: Vec<String>) -> String {
        self.listed(words, Piece::Or)
    }

    fn listed(&self, words: Vec<String>, joint: Piece) -> String {
        with_last(words, |most, last| put(self.words.piece(joint), &[most, last]))
    }

    /// A text with the neutral words.
    pub(crate) fn plain(&self, text: &str) -> Text {
        fill(self.words, None, text)
    }
}

/// The condition that a rule is.
pub(crate) fn of_rule(rule: &Rule) -> Condition {
    let rows = [Said::of_answers(rule.cube)].into_iter().collect();
    let finishings = Vec::new().into();
    Condition { nations: rule.nations, at_least: None, at_most: None, scope: None, rows, finishings }
}

/// The entries whose words a condition is made of.
pub(crate) fn made_of(condition: &Condition) -> impl Iterator<Item = String> {
    let nations = Nation::of(named_nations(condition.nations)).map(|nation| format!("nation/{}", nation.id()));
    let levels = [condition.at_least, condition.at_most].into_iter().flatten();
    let levels = levels.flat_map(Response::of).map(|level| format!("value/{}/{}", Axis::Response.id(), level.id()));
    let asked = condition.rows.iter().fold(0, |asked, row| asked | row.concerns());
    let asked = each(asked).filter_map(|question| LOGIC.questions.get(question.trailing_zeros() as usize));
    let asked = asked.map(|question| format!("question/{}", question.id));
    nations.chain(levels).chain(asked).chain(["condition".to_owned()])
}

/// Nobody is told that something holds in all nations.
fn named_nations(nations: Words) -> Words {
    let all = Nation::every();
    if nations & all == all { 0 } else { nations }
}

fn sentence<const N: usize>(parts: [Option<String>; N]) -> String {
    let text = parts.into_iter().flatten().collect::<Vec<_>>().join(", ");
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| format!("{}{}.", first.to_uppercase(), letters.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::policy::cube::Cube;

    #[test]
    fn that_a_question_has_been_answered_is_told_whatever_the_answer() {
        let row = Said { cube: Cube::ALL, unanswered: !1 };
        let all = Nation::set(Nation::ALL.iter().copied());
        let rows = vec![row].into();
        let finishings = Vec::new().into();
        let condition = Condition { nations: all, at_least: None, at_most: None, scope: None, rows, finishings };
        let told = ENGLISH.condition(&condition);
        assert!(told.starts_with("If the answer to “") && told.ends_with("” is yes, not known yet or no."), "{told}");
        let asked = LOGIC.questions.iter().take(1).map(|question| format!("question/{}", question.id));
        assert_eq!(made_of(&condition).collect::<Vec<_>>(), asked.chain(["condition".to_owned()]).collect::<Vec<_>>());
    }
}
