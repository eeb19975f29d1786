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
use crate::policy::logic::{Condition, Row};
use crate::policy::set::Set;
use crate::policy::vocabulary::{Answer, OnAxis, Response, Scope, Word};

/// The situation in which conditions are looked at, without answers that wait for another response.
struct Advised<'a> {
    here: Situation<'a>,
    bounds: Bounds,
}

/// Those of `candidates`, on which no axis turns, on which something said turns.
pub(super) fn open_on_advice(here: &Situation<'_>, standing: &Standing, candidates: Questions) -> Questions {
    let kept = Situation::new(here.policy, here.incident.without(!standing.applies));
    let advised = Advised { here: kept, bounds: standing.bounds };
    let conditions = here.policy.conditions().map(|(_, _, condition)| condition);
    let conditions = conditions.filter(|condition| condition.nations.contains(here.incident.nation));
    let open = conditions.fold(0, |open, condition| open | advised.open_on(condition, candidates & !open));
    here.with_those_that_open(open)
}

impl Advised<'_> {
    fn open_on(&self, condition: &Condition, candidates: Questions) -> Questions {
        let mut open = 0;
        if !self.can_be_met(condition) {
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
    fn can_be_met(&self, condition: &Condition) -> bool {
        let Bounds { at_least, at_most } = self.bounds;
        let within = |levels: Set<Response>| {
            at_least.is_none_or(|least| levels.touches(Set::at_or_above(least)))
                && at_most.is_some_and(|most| levels.touches(Set::at_or_below(most)))
        };
        [condition.at_least, condition.at_most].into_iter().flatten().all(within)
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
        Some(self.leading_to(&self.here.policy.rows.response, levels).map(|row| row.cube).collect())
    }

    /// Where the greatest possible response is what a condition asks for, or a question of it waits for.
    fn reaching_most(&self, condition: &Condition) -> Option<Vec<Cube>> {
        // The greatest is no less than the least.
        let asked_least = condition.at_least.and_then(|levels| levels.iter().next());
        let seen_to = |levels: Set<Response>| asked_least.is_some_and(|least| runs_from(levels, least));
        let beyond = |levels: &Set<Response>| !self.is_reached(*levels) && !seen_to(*levels);
        let late = self.late(condition).filter(beyond);
        match (condition.at_most.filter(beyond), late) {
            (Some(levels), _) => Some(self.with_a_world_in(levels)),
            (None, Some(late)) => {
                let late = condition.at_most.map_or(late, |levels| levels.meet(late));
                Some([Cube::ALL].into_iter().chain(self.with_a_world_in(late)).collect())
            }
            (None, None) => None,
        }
    }

    /// The rows that settle scope.
    fn settling(&self, condition: &Condition) -> Option<Vec<Cube>> {
        let scope = condition.scope?;
        let rows = self.here.policy.rows.scope.iter().filter(|row| row.to == scope.value());
        Some(rows.map(|row| row.cube).collect())
    }

    /// Whether only a response beyond `levels` can fail to be one of them, in any finishing.
    fn is_reached(&self, levels: Set<Response>) -> bool {
        self.bounds.at_least.is_some_and(|least| runs_from(levels, least))
    }

    /// The responses for which some question of a condition waits.
    fn late(&self, condition: &Condition) -> Option<Set<Response>> {
        let named = |bit| condition.rows.iter().any(|row| row.concerns() & bit != 0);
        let late = questions(self.here.policy).filter(|(bit, _)| named(*bit));
        late.filter_map(|(_, question)| question.asked_while).reduce(Set::union)
    }

    /// The finishings in a row of the response with one of `levels`, or with a world in such a row.
    fn with_a_world_in(&self, levels: Set<Response>) -> Vec<Cube> {
        let policy = self.here.policy;
        let outcomes = policy.outcomes().fold(0, |set, (_, outcome)| set | outcome);
        let with_a_world = |row: &Row| {
            let Cube { no, yes, .. } = row.cube;
            Row {
                cube: Cube { no: no | outcomes, unsure: yes | no & policy.fit | outcomes, yes: yes | outcomes },
                ..*row
            }
        };
        let worlds: Vec<Row> = self.leading_to(&policy.response_in_worlds, levels).map(with_a_world).collect();
        let taken = |row: &Row| worlds.iter().any(|other| row.to == other.to && row.cube.is_within(&other.cube));
        let finishings = self.leading_to(&policy.rows.response, levels).filter(|row| !taken(row));
        worlds.iter().chain(finishings).map(|row| row.cube).collect()
    }

    fn leading_to<'r>(&self, rows: &'r [Row], levels: Set<Response>) -> impl Iterator<Item = &'r Row> {
        let leads = move |row: &&Row| Response::of(row.to).is_some_and(|level| levels.contains(level));
        rows.iter().filter(move |row| self.here.holds_here(row)).filter(leads)
    }

    /// How things stand when a finishing has been told.
    fn finished(&self, point: Cube) -> Standing {
        let told = self.here.incident;
        let told = Answer::ALL.iter().fold(told, |told, answer| told.with(point.accepting(*answer), *answer));
        let finished = Situation::new(self.here.policy, told);
        Standing::of(&finished, finished.bounds(), finished.possible::<Scope>())
    }
}

/// Whether what a set holds from a level upwards, if anything, runs on from there without a gap.
fn runs_from(levels: Set<Response>, level: Response) -> bool {
    let above = levels.meet(Set::at_or_above(level));
    let most = above.iter().next_back();
    most.is_none_or(|most| above == Set::at_or_above(level).meet(Set::at_or_below(most)))
}

/// What the cubes of the one list and of the other have in common, where they have anything.
fn meets(spaces: &[Cube], rows: &[Cube]) -> Vec<Cube> {
    let both = spaces.iter().flat_map(|space| rows.iter().map(|row| space.meet(*row)));
    both.filter(|both| !both.is_empty()).collect()
}
