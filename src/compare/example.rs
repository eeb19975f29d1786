//! The smallest answer set at which something differs, as an incident that a person can read.

use biodivine_lib_bdd::{Bdd, BddValuation};
use serde::Serialize;

use super::side::Pair;
use crate::policy::vocabulary::Answer;
use crate::proof::Witness;
use crate::proof::algebra::{Bit, Space};

/// An incident at which something differs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Example {
    /// The answers, by question, in the order of the policy.
    pub answers: Vec<Given>,
    /// The answer to every other question: `no` or `unanswered`.
    pub others: &'static str,
}

/// An answer to a question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Given {
    /// The question's identifier.
    pub question: String,
    /// The answer.
    pub answer: Answer,
}

impl From<Witness> for Example {
    fn from(witness: Witness) -> Self {
        let given = |(question, answer)| Given { question, answer };
        Self { answers: witness.answers.into_iter().map(given).collect(), others: witness.others }
    }
}

impl Pair<'_> {
    /// The complete answer set with the fewest answers other than no, and of those the fewest yes.
    pub fn example(&self, of: &Bdd) -> Option<(Example, BddValuation)> {
        let space = self.space();
        let at = fewest(space, of)?;
        let answer = |place: usize| match [Bit::Unsure, Bit::Yes].map(|bit| at.value(space.variable(place, bit))) {
            [_, true] => Some(Answer::Yes),
            [true, false] => Some(Answer::Unsure),
            [false, false] => None,
        };
        let given =
            |place: usize| Some(Given { question: self.new.subject.id(place).to_owned(), answer: answer(place)? });
        let answers = (0..space.questions).filter_map(given).collect();
        Some((Example { answers, others: "no" }, at))
    }
}

/// The valuation to show, in two steps: the fewest questions that are not answered no, and then the mildest answers to
/// them.
fn fewest(space: &Space, of: &Bdd) -> Option<BddValuation> {
    let outline = space.least(&space.exists(of, &[Bit::Yes]))?;
    let outlined = (0..space.questions).map(|place| {
        let is = space.is(place, Bit::Unsure);
        if outline.value(space.variable(place, Bit::Unsure)) { is } else { is.not() }
    });
    space.least(&of.and(&space.all(outlined)))
}
