//! What an incident shows of the advice in a policy.

use super::people::People;
use super::situation::Situation;
use crate::decision::Bounds;
use crate::policy::cube::{Cube, Questions};
use crate::policy::logic::{Advice, Condition, Posed, Said};
use crate::policy::set::Set;
use crate::policy::table::Text;
use crate::policy::vocabulary::{Answer, Nation, Response, Scope};

/// The facts about an incident that a condition may mention.
pub(super) struct Standing {
    nation: Nation,
    pub bounds: Bounds,
    /// The scopes that are still possible.
    pub scope: Set<Scope>,
    /// The answers given, after readings. A question without an answer accepts nothing.
    said: Cube,
    /// The questions that apply.
    pub applies: Questions,
    /// Who is in it.
    pub people: People,
}

impl Standing {
    /// The facts about a situation, given its bounds and its possible scopes.
    pub fn of(here: &Situation<'_>, bounds: Bounds, scope: Set<Scope>) -> Self {
        let applies = here.applies.without(waiting(here, bounds));
        Self {
            nation: here.incident.nation,
            bounds,
            scope,
            said: here.said(applies),
            applies,
            people: here.people(bounds),
        }
    }

    /// Whether an advice with this condition is shown.
    pub fn shows(&self, condition: &Condition) -> bool {
        let among = |set: Option<Set<Response>>, level: Option<Response>| {
            set.is_none_or(|set| level.is_some_and(|level| set.contains(level)))
        };
        let Condition { nations, at_least, at_most, scope, rows, read: _ } = condition;
        nations.contains(self.nation)
            && among(*at_least, self.bounds.at_least)
            && among(*at_most, self.bounds.at_most)
            && scope.is_none_or(|scope| self.scope == Set::only(scope))
            && self.is_said(rows)
    }

    /// Whether an advice is shown beside those shown before, whose places are taken: of those with one place the first
    /// that holds alone.
    pub fn shows_first<'a>(&self, advice: &'a Advice, taken: &mut Vec<&'a Text>) -> bool {
        let is_taken = advice.place.as_ref().is_some_and(|place| taken.contains(&place));
        let is_shown = !is_taken && self.shows(&advice.when);
        if is_shown {
            taken.extend(&advice.place);
        }
        is_shown
    }

    /// The questions with this answer, after readings.
    pub const fn answered(&self, answer: Answer) -> Questions {
        self.said.accepting(answer)
    }

    fn is_said(&self, rows: &[Said]) -> bool {
        let silent = self.said.accepts().complement();
        let met = |row: &Said| self.said.is_within(&row.cube) && silent.is_within(row.unanswered);
        rows.is_empty() || rows.iter().any(met)
    }
}

/// The questions that are asked only while a response is possible that no longer is (`asked_while`), and that nothing
/// else opens.
fn waiting(here: &Situation<'_>, bounds: Bounds) -> Questions {
    let is_asked = |on: Set<Response>| bounds.at_most.is_some_and(|most| on.contains(most));
    let opening = here.incident.given(Answer::Yes).union(here.incident.given(Answer::Unsure));
    let waits = |posed: &Posed| posed.asked_while.is_some_and(|on| !is_asked(on)) && !posed.is_opened_by(opening);
    here.policy.questions_that(waits)
}

impl Situation<'_> {
    fn said(&self, applies: Questions) -> Cube {
        let given = |answer| self.incident.given(answer).meet(applies);
        let given = Cube { no: given(Answer::No), unsure: given(Answer::Unsure), yes: given(Answer::Yes) };
        self.applied().into_iter().fold(given, |said, reading| said.fixed(reading.logic.question, reading.logic.to))
    }
}
