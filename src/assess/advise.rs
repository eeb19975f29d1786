//! Which steps, warnings and scripts an incident shows.

use super::situation::Situation;
use crate::decision::Bounds;
use crate::policy::Policy;
use crate::policy::cube::{Cube, Questions};
use crate::policy::logic::{Condition, Posed, Said};
use crate::policy::set::Set;
use crate::policy::vocabulary::{Answer, Nation, Response, Scope};

/// The facts about an incident that a condition may mention.
pub(super) struct Standing {
    nation: Nation,
    pub bounds: Bounds,
    /// The scopes that are still possible.
    scope: Set<Scope>,
    /// The answers given, after readings. A question without an answer accepts nothing.
    said: Cube,
    /// The questions that apply.
    pub applies: Questions,
}

impl Standing {
    /// The facts about a situation, given its bounds and its possible scopes.
    pub fn of(here: &Situation<'_>, bounds: Bounds, scope: Set<Scope>) -> Self {
        let applies = here.applies.without(waiting(here.policy, bounds));
        Self { nation: here.incident.nation, bounds, scope, said: here.said(applies), applies }
    }

    /// Whether an advice with this condition is shown.
    pub fn shows(&self, condition: &Condition) -> bool {
        let among = |set: Option<Set<Response>>, level: Option<Response>| {
            set.is_none_or(|set| level.is_some_and(|level| set.contains(level)))
        };
        let Condition { nations, at_least, at_most, scope, rows, finishings: _ } = condition;
        nations.contains(self.nation)
            && among(*at_least, self.bounds.at_least)
            && among(*at_most, self.bounds.at_most)
            && scope.is_none_or(|scope| self.scope == Set::only(scope))
            && self.is_said(rows)
    }

    fn is_said(&self, rows: &[Said]) -> bool {
        let silent = self.said.accepts().complement();
        let met = |row: &Said| self.said.is_within(&row.cube) && silent.is_within(row.unanswered);
        rows.is_empty() || rows.iter().any(met)
    }
}

/// The questions that are asked only while a response is possible that no longer is (`asked_while`).
fn waiting(policy: &Policy, bounds: Bounds) -> Questions {
    let is_asked = |on: Set<Response>| bounds.at_most.is_some_and(|most| on.contains(most));
    let waits = |posed: &Posed| posed.asked_while.is_some_and(|on| !is_asked(on));
    policy.questions_that(waits)
}

impl Situation<'_> {
    fn said(&self, applies: Questions) -> Cube {
        let given = |answer| self.incident.given(answer).meet(applies);
        let given = Cube { no: given(Answer::No), unsure: given(Answer::Unsure), yes: given(Answer::Yes) };
        self.applied().into_iter().fold(given, |said, reading| said.fixed(reading.logic.question, reading.logic.to))
    }
}
