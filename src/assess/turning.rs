//! The questions on which what is said turns, exactly.
//!
//! No axis turns on them, so both halves of a pair have the same response and scope: what is looked for is one
//! finishing in which a condition has the response and the scope that it asks for, and a row that an answer decides.
//! What it asks grows with the answers from below and shrinks from above, so the least finishings that meet it from
//! below are all there is to look at ([`Cube::least`]).

use super::advise::Standing;
use super::relevance::{Flip, flips};
use super::situation::{Situation, questions};
use crate::decision::Bounds;
use crate::policy::cube::{Cube, Questions, each};
use crate::policy::logic::{Condition, Row, Words};
use crate::policy::vocabulary::{Answer, Word};

/// The situation in which conditions are looked at, without answers that wait for another response.
struct Advised<'a> {
    here: Situation<'a>,
    bounds: Bounds,
}

/// Those of `candidates`, on which no axis turns, on which something said turns.
pub(super) fn open_on_advice(here: &Situation<'_>, standing: &Standing, candidates: Questions) -> Questions {
    let kept = Situation::new(here.logic, here.incident.without(!standing.applies));
    let advised = Advised { here: kept, bounds: standing.bounds };
    let conditions = here.logic.advice().map(|advice| &advice.when);
    let conditions = conditions.filter(|condition| here.incident.nation.is_in(condition.nations));
    let open = conditions.fold(0, |open, condition| open | advised.open_on(condition, candidates & !open));
    here.with_those_that_open(open)
}

impl Advised<'_> {
    fn open_on(&self, condition: &Condition, candidates: Questions) -> Questions {
        let mut open = 0;
        if !self.can_be_asked(condition) {
            return open;
        }
        for row in &condition.finishings {
            let met = row.meet(self.here.finishings);
            for question in each(row.concerns() & candidates & !open) {
                if flips(row, self.here.finishings, question).iter().any(|flip| self.tells(condition, met, flip)) {
                    open |= question;
                }
            }
        }
        open
    }

    /// Whether the response can be what a condition asks for, as far as its bounds tell.
    fn can_be_asked(&self, condition: &Condition) -> bool {
        let Bounds { at_least, at_most } = self.bounds;
        let below = |levels: Words| at_least.is_none_or(|least| levels >> least.index() != 0);
        let above = |levels: Words| at_most.is_some_and(|most| levels & ((2 << most.index()) - 1) != 0);
        [condition.at_least, condition.at_most].into_iter().flatten().all(|levels| below(levels) && above(levels))
    }

    /// Whether a finishing in `met` shows a condition, and shows it no longer with one answer flipped.
    fn tells(&self, condition: &Condition, met: Cube, flip: &Flip) -> bool {
        self.finishings_like(condition, met, flip).into_iter().any(|point| {
            let point = point.fixed(flip.question, flip.from);
            let flipped = flip.apply(point);
            self.here.is_finishing(flipped)
                && self.finished(point).shows(condition)
                && !self.finished(flipped).shows(condition)
        })
    }

    /// The least finishings in a cube that meet, each in its way, what a condition and a question of it ask of the
    /// response and of scope.
    fn finishings_like(&self, condition: &Condition, met: Cube, flip: &Flip) -> Vec<Cube> {
        // Both halves of the pair must be open, so open the more serious.
        let mut spaces = vec![met.fixed(flip.question, flip.from.max(flip.to))];
        let asked = [self.reaching_least(condition), self.reaching_most(condition), self.settling(condition)];
        for choice in asked.iter().flatten() {
            spaces = meets(&spaces, choice);
        }
        let mut points = Vec::new();
        for space in spaces.into_iter().flat_map(|space| self.here.by_fit(space)) {
            self.here.open_upwards(space, &mut points);
        }
        points
    }

    /// Where the least possible response is what a condition asks for; nothing where it comes up to that anyway.
    fn reaching_least(&self, condition: &Condition) -> Option<Vec<Cube>> {
        let levels = condition.at_least.filter(|levels| !self.is_reached(*levels))?;
        Some(self.leading_to(&self.here.logic.response.rows, levels).map(|row| row.cube).collect())
    }

    /// Where the greatest possible response is what a condition asks for, or a question of it waits for.
    fn reaching_most(&self, condition: &Condition) -> Option<Vec<Cube>> {
        // The greatest is no less than the least.
        let seen_to = |levels: Words| condition.at_least.is_some_and(|least| runs_from(levels, least.trailing_zeros()));
        let beyond = |levels: &Words| !self.is_reached(*levels) && !seen_to(*levels);
        let late = self.late(condition).filter(beyond);
        match (condition.at_most.filter(beyond), late) {
            (Some(levels), _) => Some(self.with_a_world_in(levels)),
            (None, Some(late)) => {
                let late = late & condition.at_most.unwrap_or(Words::MAX);
                Some([Cube::ALL].into_iter().chain(self.with_a_world_in(late)).collect())
            }
            (None, None) => None,
        }
    }

    /// The rows that settle scope.
    fn settling(&self, condition: &Condition) -> Option<Vec<Cube>> {
        let scope = condition.scope?;
        Some(self.here.logic.scope.rows.iter().filter(|row| row.to == scope).map(|row| row.cube).collect())
    }

    /// Whether only a response beyond `levels` can fail to be one of them, in any finishing.
    fn is_reached(&self, levels: Words) -> bool {
        self.bounds.at_least.is_some_and(|least| runs_from(levels, least.index().into()))
    }

    /// The responses for which some question of a condition waits.
    fn late(&self, condition: &Condition) -> Option<Words> {
        let named = |bit| condition.rows.iter().any(|row| row.concerns() & bit != 0);
        let late = questions(self.here.logic).filter(|(bit, _)| named(*bit));
        let mut all = None;
        for levels in late.filter_map(|(_, question)| question.asked_while) {
            *all.get_or_insert(0) |= levels;
        }
        all
    }

    /// The finishings in a row of the response with one of `levels`, or with a world in such a row.
    fn with_a_world_in(&self, levels: Words) -> Vec<Cube> {
        let logic = self.here.logic;
        let outcomes = logic.outcomes().fold(0, |set, (_, outcome)| set | outcome);
        let with_a_world = |row: &Row| {
            let Cube { no, yes, .. } = row.cube;
            Row {
                cube: Cube { no: no | outcomes, unsure: yes | no & logic.fit | outcomes, yes: yes | outcomes },
                ..*row
            }
        };
        let worlds: Vec<Row> = self.leading_to(&logic.response_in_worlds, levels).map(with_a_world).collect();
        let taken = |row: &Row| worlds.iter().any(|other| row.to == other.to && row.cube.is_within(&other.cube));
        let finishings = self.leading_to(&logic.response.rows, levels).filter(|row| !taken(row));
        worlds.iter().chain(finishings).map(|row| row.cube).collect()
    }

    fn leading_to<'r>(&self, rows: &'r [Row], levels: Words) -> impl Iterator<Item = &'r Row> {
        rows.iter().filter(move |row| self.here.holds_here(row) && levels & 1 << row.to != 0)
    }

    /// How things stand when a finishing has been told.
    fn finished(&self, point: Cube) -> Standing {
        let told = self.here.incident;
        let told = Answer::ALL.iter().fold(told, |told, answer| told.with(point.accepting(*answer), *answer));
        let finished = Situation::new(self.here.logic, told);
        Standing::of(&finished, finished.bounds(), finished.possible(&self.here.logic.scope))
    }
}

/// Whether what a set holds from a level upwards, if anything, runs on from there without a gap.
const fn runs_from(levels: Words, level: u32) -> bool {
    let above = levels >> level;
    above & (above + 1) == 0
}

/// What the cubes of the one list and of the other have in common, where they have anything.
fn meets(spaces: &[Cube], rows: &[Cube]) -> Vec<Cube> {
    let both = spaces.iter().flat_map(|space| rows.iter().map(|row| space.meet(*row)));
    both.filter(|both| !both.is_empty()).collect()
}
