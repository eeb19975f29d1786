//! Conditions in words, for a reader who has answered nothing.

use super::lists::with_last;
use super::places::put;
use crate::edition::POLICY;
use crate::explain::fill;
use crate::policy::Policy;
use crate::policy::cube::{Question, Questions};
use crate::policy::entry::named;
use crate::policy::labels::Piece;
use crate::policy::logic::{Condition, Rule, Said};
use crate::policy::set::Set;
use crate::policy::table::Text;
use crate::policy::vocabulary::{Answer, Axis, Nation, Response, Scope, Word};

/// Puts conditions into the words of one language.
pub(crate) struct Conditions<'a> {
    pub policy: &'a Policy,
}

/// In the policy's own words, which are English.
pub(crate) static ENGLISH: Conditions<'static> = Conditions { policy: &POLICY };

/// A question as asked, and the answers that a row accepts.
pub(crate) struct Cell {
    /// The question.
    pub ask: Text,
    /// The answers, as a list.
    pub is: String,
}

impl Conditions<'_> {
    /// A condition as a sentence; empty if it always holds.
    pub(crate) fn condition(&self, condition: &Condition) -> String {
        // Here and wherever else a condition is read all its parts are named, so that a new one that is left out does
        // not compile.
        let Condition { nations, at_least, at_most, scope, rows, read: _ } = condition;
        let bound = |piece, levels| put(self.piece(piece), &[&self.named(levels)]);
        sentence([
            self.nations(*nations),
            at_least.map(|levels| bound(Piece::AtLeast, levels)),
            at_most.map(|levels| bound(Piece::AtMost, levels)),
            scope.map(|scope| self.scope(scope)),
            self.answers(rows),
        ])
    }

    fn piece(&self, piece: Piece) -> &str {
        self.policy.wording.piece(piece)
    }

    fn nations(&self, nations: Set<Nation>) -> Option<String> {
        let names = named_nations(nations).iter().filter_map(|nation| named(&self.policy.wording.nations, nation.id()));
        let names = self.listed(names.map(|entry| entry.words.name.to_string()).collect(), Piece::And);
        (!names.is_empty()).then(|| put(self.piece(Piece::Nations), &[&names]))
    }

    /// Responses by their names: "“this” or “that”".
    pub(crate) fn named(&self, levels: Set<Response>) -> String {
        let meanings = levels.iter().filter_map(|level| named(&self.policy.values.response, level.id()));
        let names = meanings.map(|value| put(self.piece(Piece::Named), &[&self.plain(&value.words.name)]));
        self.either(names.collect())
    }

    fn scope(&self, scope: Scope) -> String {
        let piece = match scope {
            Scope::Inside => Piece::Inside,
            Scope::Outside => Piece::Outside,
        };
        self.piece(piece).to_owned()
    }

    fn answers(&self, rows: &[Said]) -> Option<String> {
        let rows: Vec<String> = rows.iter().map(|row| self.row(row)).filter(|row| !row.is_empty()).collect();
        let or_if = self.piece(Piece::OrIf);
        let any = rows.into_iter().reduce(|rows, row| put(or_if, &[&rows, &row]));
        any.map(|any| put(self.piece(Piece::If), &[&any]))
    }

    fn row(&self, row: &Said) -> String {
        let cells = self.cells(row).map(|cell| put(self.piece(Piece::Answer), &[&cell.ask, &cell.is]));
        let and = self.piece(Piece::AndAnswer);
        cells.reduce(|cells, cell| put(and, &[&cells, &cell])).unwrap_or_default()
    }

    /// The cells of a row.
    pub(crate) fn cells(&self, row: &Said) -> impl Iterator<Item = Cell> {
        row.concerns().iter().map(|question| self.cell(row, question))
    }

    fn cell(&self, row: &Said, question: Question) -> Cell {
        let asking = &self.policy.asked(question).words;
        let silent = row.unanswered.contains(question).then(|| self.piece(Piece::NotAnswered).to_owned());
        let accepted = row.cube.at(question);
        let most_serious_first = accepted.iter().rev();
        let said = most_serious_first.map(|answer| self.answer(answer).to_owned()).chain(silent).collect();
        Cell { ask: self.plain(&asking.ask), is: self.either(said) }
    }

    /// An answer in words.
    pub(crate) fn answer(&self, answer: Answer) -> &str {
        self.piece(match answer {
            Answer::Yes => Piece::Yes,
            Answer::No => Piece::No,
            Answer::Unsure => Piece::Unsure,
        })
    }

    fn either(&self, words: Vec<String>) -> String {
        self.listed(words, Piece::Or)
    }

    fn listed(&self, words: Vec<String>, joint: Piece) -> String {
        with_last(words, |most, last| put(self.piece(joint), &[most, last]))
    }

    /// A text with the neutral words.
    pub(crate) fn plain(&self, text: &str) -> Text {
        fill(&self.policy.wording, None, text)
    }
}

/// The rows and nations of a rule as a condition.
pub(crate) fn of_rule(rule: &Rule) -> Condition {
    let rows = [Said::of_answers(rule.cube)].into_iter().collect();
    let read = Vec::new().into();
    Condition { nations: rule.nations, at_least: None, at_most: None, scope: None, rows, read }
}

/// The entries whose words a condition is put together from.
pub(crate) fn made_of(condition: &Condition) -> impl Iterator<Item = String> {
    // The pieces that say the scope belong to the entry `condition`, which every condition needs.
    let Condition { nations, at_least, at_most, scope: _, rows, read: _ } = condition;
    let nations = named_nations(*nations).iter().map(|nation| format!("nation/{}", nation.id()));
    let levels = [*at_least, *at_most].into_iter().flatten().flat_map(Set::iter);
    let levels = levels.map(|level| format!("value/{}/{}", Axis::Response.id(), level.id()));
    let asked: Questions = rows.iter().map(Said::concerns).collect();
    let asked = asked.iter().map(|question| format!("question/{}", POLICY.asked(question).id));
    nations.chain(levels).chain(asked).chain(["condition".to_owned()])
}

/// The nations to name: none if something holds in all.
fn named_nations(nations: Set<Nation>) -> Set<Nation> {
    if nations == Set::every() { Set::NONE } else { nations }
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
        let row = Said { cube: Cube::ALL, unanswered: Questions::only(Question::at(0)).complement() };
        let rows = vec![row].into();
        let read = Vec::new().into();
        let condition = Condition { nations: Set::every(), at_least: None, at_most: None, scope: None, rows, read };
        let told = ENGLISH.condition(&condition);
        assert!(told.starts_with("If the answer to “") && told.ends_with("” is yes, not known yet or no."), "{told}");
        let asked = POLICY.questions.iter().take(1).map(|question| format!("question/{}", question.id));
        assert_eq!(made_of(&condition).collect::<Vec<_>>(), asked.chain(["condition".to_owned()]).collect::<Vec<_>>());
    }
}
