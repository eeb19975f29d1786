//! What is said to the person.

use super::situation::{Situation, questions};
use crate::decision::Bounds;
use crate::policy::cube::{Cube, Questions};
use crate::policy::logic::{Condition, Logic, Said, Words};
use crate::policy::vocabulary::{Answer, Nation, Response, Word};

/// What conditions are tested against.
pub(super) struct Standing {
    nation: Nation,
    pub bounds: Bounds,
    /// The possible scopes.
    scope: Words,
    /// The answers given, after readings; nothing at a question without an answer.
    said: Cube,
    /// The questions that apply.
    pub applies: Questions,
}

impl Standing {
    /// How a situation stands whose response and scopes have been worked out.
    pub fn of(here: &Situation<'_>, bounds: Bounds, scope: Words) -> Self {
        let applies = here.applies & !waiting(here.logic, bounds);
        Self { nation: here.incident.nation, bounds, scope, said: here.said(applies), applies }
    }

    /// Whether an advice is said.
    pub fn shows(&self, condition: &Condition) -> bool {
        let among = |set: Option<Words>, level: Option<Response>| {
            set.is_none_or(|set| level.is_some_and(|level| level.is_in(set)))
        };
        self.nation.is_in(condition.nations)
            && among(condition.at_least, self.bounds.at_least)
            && among(condition.at_most, self.bounds.at_most)
            && condition.scope.is_none_or(|scope| self.scope == 1 << scope)
            && self.is_said(condition)
    }

    fn is_said(&self, condition: &Condition) -> bool {
        let silent = !(self.said.no | self.said.unsure | self.said.yes);
        let met = |row: &Said| self.said.is_within(&row.cube) && silent & !row.unanswered == 0;
        condition.rows.is_empty() || condition.rows.iter().any(met)
    }
}

/// The questions that wait for another response.
fn waiting(logic: &Logic, bounds: Bounds) -> Questions {
    let most = bounds.at_most.map_or(0, Word::bit);
    let waiting = questions(logic).filter(|(_, question)| question.asked_while.is_some_and(|on| on & most == 0));
    waiting.fold(0, |set, (bit, _)| set | bit)
}

impl Situation<'_> {
    fn said(&self, applies: Questions) -> Cube {
        let given = |answer| self.incident.given(answer) & applies;
        let given = Cube { no: given(Answer::No), unsure: given(Answer::Unsure), yes: given(Answer::Yes) };
        self.applied().into_iter().fold(given, |said, reading| said.fixed(reading.question, reading.to))
    }
}
