//! Which answers cannot stand together because one of the questions is not asked.

use super::super::cube::{Cube, Questions, each};
use super::super::logic::Question;
use super::super::vocabulary::{Answer, Word};

/// The answer sets in which a question that does not apply is other than *no*.
pub(super) fn closed_but_answered<'a>(questions: impl Iterator<Item = &'a Question>) -> Vec<Cube> {
    let gated = questions.enumerate().filter(|(_, question)| !question.asked_when.is_empty());
    gated.flat_map(|(place, question)| closed(1 << place, &question.asked_when)).collect()
}

/// `question` answered though in every row some parent is *no*.
fn closed(question: Questions, rows: &[Questions]) -> Vec<Cube> {
    let answered = Cube::ALL.with(question, Answer::set([Answer::Unsure, Answer::Yes]));
    rows.iter().fold(vec![answered], |cubes, parents| {
        cubes.iter().flat_map(|cube| each(*parents).map(|parent| cube.fixed(parent, Answer::No))).collect()
    })
}
