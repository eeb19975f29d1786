//! What is said to the person, and the questions on which that turns.

use super::relevance::{Flip, flips};
use super::situation::{Situation, questions};
use crate::decision::Bounds;
use crate::policy::cube::{Cube, Questions, each};
use crate::policy::logic::{Condition, Logic, Row, Words};
use crate::policy::vocabulary::{Answer, Nation, Word};

/// What conditions are tested against.
pub(super) struct Standing {
    nation: Nation,
    bounds: Bounds,
    /// The possible scopes.
    scope: Words,
    /// The answers given, after readings; nothing at a question without an answer.
    said: Cube,
    /// The questions that apply.
    pub applies: Questions,
}

impl Standing {
    pub fn of(here: &Situation<'_>) -> Self {
        let bounds = here.bounds();
        let applies = here.applies & !waiting(here.logic, bounds);
        let scope = here.possible(&here.logic.scope);
        Self { nation: here.incident.nation, bounds, scope, said: here.said(applies), applies }
    }

    /// Whether an advice is said.
    pub fn shows(&self, condition: &Condition) -> bool {
        let among = |set: Option<Words>, level: Option<crate::policy::vocabulary::Response>| {
            set.is_none_or(|set| level.is_some_and(|level| set & level.bit() != 0))
        };
        condition.nations & self.nation.bit() != 0
            && among(condition.at_least, self.bounds.at_least)
            && among(condition.at_most, self.bounds.at_most)
            && condition.scope.is_none_or(|scope| self.scope == 1 << scope)
            && self.is_said(condition)
    }

    fn is_said(&self, condition: &Condition) -> bool {
        let silent = !(self.said.no | self.said.unsure | self.said.yes);
        let met = |row: &crate::policy::logic::Said| self.said.is_within(&row.cube) && silent & !row.unanswered == 0;
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

    /// Those of `candidates`, on which no axis turns, on which something said turns.
    pub fn open_on_advice(&self, candidates: Questions) -> Questions {
        let here = conditions(self.logic).filter(|condition| condition.nations & self.incident.nation.bit() != 0);
        let aside = waiting(self.logic, self.bounds());
        let kept = Situation::new(self.logic, self.incident.without(aside));
        let open = here.fold(0, |open, condition| open | kept.open_on_condition(condition, candidates & !open));
        self.with_those_that_open(open)
    }

    fn open_on_condition(&self, condition: &Condition, candidates: Questions) -> Questions {
        let mut open = 0;
        for row in &condition.finishings {
            let met = row.meet(self.finishings);
            for question in each(row.concerns() & candidates & !open) {
                if flips(row, self.finishings, question).iter().any(|flip| self.tells(condition, met, flip)) {
                    open |= question;
                }
            }
        }
        open
    }

    /// Whether a finishing in `met` shows a condition, and shows it no longer with one answer flipped.
    fn tells(&self, condition: &Condition, met: Cube, flip: &Flip) -> bool {
        self.finishings_like(met.fixed(flip.question, flip.from), condition, flip).into_iter().any(|point| {
            let point = point.fixed(flip.question, flip.from);
            let flipped = flip.apply(point);
            self.is_finishing(flipped)
                && self.finished(point).shows(condition)
                && !self.finished(flipped).shows(condition)
        })
    }

    /// The least finishings in a cube that meet, each in its way, what a condition and a question ask of the
    /// response and of scope.
    fn finishings_like(&self, cube: Cube, condition: &Condition, flip: &Flip) -> Vec<Cube> {
        let least = condition.at_least.map_or(vec![Cube::ALL], |levels| self.reaching(levels));
        let late = questions(self.logic).filter_map(|(_, question)| question.asked_while);
        let late = late.reduce(|all, levels| all | levels);
        let most = match (condition.at_most, late) {
            (Some(levels), _) => self.reaching_at_most(levels),
            (None, None) => vec![Cube::ALL],
            (None, Some(levels)) => [Cube::ALL].into_iter().chain(self.reaching_at_most(levels)).collect(),
        };
        let scope = condition.scope.map_or(vec![Cube::ALL], |scope| self.settling(scope));
        let mut points = Vec::new();
        for least in &least {
            for most in &most {
                for scope in &scope {
                    let space = cube.meet(*least).meet(*most).meet(*scope);
                    if space.is_empty() {
                        continue;
                    }
                    // Both halves of the pair must be open, so open the more serious.
                    let space = space.fixed(flip.question, flip.from.max(flip.to));
                    self.by_fit(space).for_each(|space| self.open_upwards(space, &mut points));
                }
            }
        }
        points
    }

    /// The rows of the response with one of `levels`, over finishings.
    fn reaching(&self, levels: Words) -> Vec<Cube> {
        self.leading_to(&self.logic.response.rows, levels).map(|row| row.cube).collect()
    }

    /// The same, and the finishings with a world in such a row.
    fn reaching_at_most(&self, levels: Words) -> Vec<Cube> {
        let outcomes = self.logic.outcomes().fold(0, |set, (_, outcome)| set | outcome);
        let with_a_world = |row: &Row| Cube {
            no: row.cube.no | outcomes,
            unsure: row.cube.yes | row.cube.no & self.logic.fit | outcomes,
            yes: row.cube.yes | outcomes,
        };
        let worlds = self.leading_to(&self.logic.response_in_worlds, levels).map(with_a_world);
        self.reaching(levels).into_iter().chain(worlds).collect()
    }

    fn leading_to<'r>(&self, rows: &'r [Row], levels: Words) -> impl Iterator<Item = &'r Row> {
        rows.iter().filter(move |row| self.holds_here(row) && levels & 1 << row.to != 0)
    }

    /// The rows that settle scope.
    fn settling(&self, scope: u8) -> Vec<Cube> {
        self.logic.scope.rows.iter().filter(|row| row.to == scope).map(|row| row.cube).collect()
    }

    /// How things stand when a finishing has been told.
    fn finished(&self, point: Cube) -> Standing {
        let told = Answer::ALL.iter().fold(self.incident, |told, answer| told.with(point.accepting(*answer), *answer));
        Standing::of(&Situation::new(self.logic, told))
    }
}

/// Everything said under a condition.
fn conditions(logic: &Logic) -> impl Iterator<Item = &Condition> {
    let never = logic.never.iter().map(|advice| &advice.when);
    let steps = logic.steps.iter().map(|step| &step.advice.when);
    never.chain(steps).chain(logic.scripts.iter().map(|advice| &advice.when))
}
