//! Which answers no incident can have together, because one of the questions is not asked then.

use super::super::Policy;
use super::super::cube::{Cube, Question, Questions};
use super::super::vocabulary::Answer;

/// The answer sets in which a question that does not apply has an answer other than *no*.
pub(super) fn closed_but_answered(policy: &Policy) -> Vec<Cube> {
    let gates = policy.questions().map(|(question, entry)| (question, &entry.logic.asked_when));
    gates.filter(|(_, rows)| !rows.is_empty()).flat_map(|(question, rows)| closed(question, rows)).collect()
}

/// The cubes in which `question` is answered though in each of its rows some parent is *no*.
fn closed(question: Question, rows: &[Questions]) -> Vec<Cube> {
    let answered = Cube::ALL.with(question, [Answer::Unsure, Answer::Yes].into_iter().collect());
    rows.iter().fold(vec![answered], |cubes, parents| {
        cubes.iter().flat_map(|cube| parents.iter().map(|parent| cube.fixed(parent, Answer::No))).collect()
    })
}
