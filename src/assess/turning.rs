//! The questions on which steps, warnings and scripts turn, exactly.
//!
//! We look for a witness: two finishings that differ in the answer to one question, of which one shows an advice and
//! the other does not. Only questions on which no axis turns are tried, so both halves have the same bounds and scope,
//! and it must be a row of the advice's condition that the answer decides. The rest of the condition asks for a
//! response of at least or at most some level and for a scope. The lower bound rises with the answers, so the least
//! finishings that reach it are enough ([`Cube::least`]); what is bounded from above holds there if it holds anywhere.

use super::advise::Standing;
use super::relevance::{Flip, flips};
use super::situation::{Situation, questions, turned_out};
use crate::decision::Bounds;
use crate::policy::cube::{Cube, Questions};
use crate::policy::logic::{Condition, Row};
use crate::policy::set::Set;
use crate::policy::vocabulary::{Answer, OnAxis, Response, Scope, Word};

/// A situation without the answers to questions that do not apply at the present response.
struct Advised<'a> {
    here: Situation<'a>,
    bounds: Bounds,
}

/// Those of `candidates` on which some advice turns. No axis may turn on any of them.
pub(super) fn open_on_advice(here: &Situation<'_>, standing: &Standing, candidates: Questions) -> Questions {
    let kept = Situation::new(here.policy, here.incident.without(standing.applies.complement()));
    let advised = Advised { here: kept, bounds: standing.bounds };
    let conditions = here.policy.conditions().map(|(_, _, condition)| condition);
    let conditions = conditions.filter(|condition| condition.nations.contains(here.incident.nation));
    let open = conditions
        .fold(Questions::NONE, |open, condition| open.union(advised.open_on(condition, candidates.without(open))));
    here.with_those_that_open(open)
}

impl Advised<'_> {
    fn open_on(&self, condition: &Condition, candidates: Questions) -> Questions {
        let mut open = Questions::NONE;
        if !self.bounds_allow(condition) {
            return open;
        }
        for row in &condition.finishings {
            let met = row.meet(self.here.finishings);
            for question in row.concerns().meet(candidates).without(open).iter() {
                if flips(row, self.here.finishings, question).iter().any(|flip| self.tells(condition, met, flip)) {
                    open = open.with(question);
                }
            }
        }
        open
    }

    /// Whether the bounds leave a response that a condition asks for. This only saves work: most conditions end here. Without a
    /// least response any may still come; without a greatest, none does.
    fn bounds_allow(&self, condition: &Condition) -> bool {
        let Bounds { at_least, at_most } = self.bounds;
        let within = |levels: Set<Response>| {
            at_least.is_none_or(|least| levels.touches(Set::at_or_above(least)))
                && at_most.is_some_and(|most| levels.touches(Set::at_or_below(most)))
        };
        [condition.at_least, condition.at_most].into_iter().flatten().all(within)
    }

    /// Whether some finishing in `met` shows the advice of a condition, and the same finishing with one answer flipped
    /// does not.
    fn tells(&self, condition: &Condition, met: Cube, flip: &Flip) -> bool {
        self.finishings_like(condition, met, flip).into_iter().any(|point| {
            let point = point.fixed(flip.question, flip.from);
            let flipped = flip.apply(point);
            self.here.is_finishing(flipped)
                && self.finished(point).shows(condition)
                && !self.finished(flipped).shows(condition)
        })
    }

    /// The least finishings in a cube that meet what a condition asks of the response and of scope, one for each way of
    /// meeting it. What the questions of its rows wait for is met as well.
    fn finishings_like(&self, condition: &Condition, met: Cube, flip: &Flip) -> Vec<Cube> {
        // The question must apply in both halves. The more serious answer is the one that opens further questions.
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

    /// The cubes in which the least response is one that a condition asks for; `None` if no finishing falls short of
    /// it.
    fn reaching_least(&self, condition: &Condition) -> Option<Vec<Cube>> {
        let levels = condition.at_least.filter(|levels| !self.is_reached(*levels))?;
        Some(self.leading_to(&self.here.policy.rows.response, levels).map(|row| row.cube).collect())
    }

    /// The cubes in which the greatest response is one that a condition asks for, or that a question of its rows waits
    /// for.
    fn reaching_most(&self, condition: &Condition) -> Option<Vec<Cube>> {
        // The greatest response is no less than the least, so what that has to reach may have seen to this already.
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

    /// Whether each response from the lower bound upwards is one of `levels`, up to the greatest of them.
    fn is_reached(&self, levels: Set<Response>) -> bool {
        self.bounds.at_least.is_some_and(|least| runs_from(levels, least))
    }

    /// The responses while which some question in the rows of a condition is asked.
    fn late(&self, condition: &Condition) -> Option<Set<Response>> {
        let named = |question| condition.rows.iter().any(|row| row.concerns().contains(question));
        let late = questions(self.here.policy).filter(|(question, _)| named(*question));
        late.filter_map(|(_, posed)| posed.asked_while).reduce(Set::union)
    }

    /// The cubes of finishings whose response is one of `levels`, or which have a world whose response is.
    fn with_a_world_in(&self, levels: Set<Response>) -> Vec<Cube> {
        let policy = self.here.policy;
        let outcomes = turned_out(policy);
        let with_a_world = |row: &Row| {
            let (no, yes) = (row.cube.no.union(outcomes), row.cube.yes.union(outcomes));
            let unsure = yes.union(no.meet(policy.fit.into()));
            Row { cube: Cube { no, unsure, yes }, ..*row }
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

    /// The facts about a finishing, taken as an incident.
    fn finished(&self, point: Cube) -> Standing {
        let told = self.here.incident;
        let told = Answer::ALL.iter().fold(told, |told, answer| told.with(point.accepting(*answer), *answer));
        let finished = Situation::new(self.here.policy, told);
        Standing::of(&finished, finished.bounds(), finished.possible::<Scope>())
    }
}

/// Whether the members of a set from a level upwards begin at that level and leave no gap; also if there are none.
fn runs_from(levels: Set<Response>, level: Response) -> bool {
    let above = levels.meet(Set::at_or_above(level));
    let most = above.iter().next_back();
    most.is_none_or(|most| above == Set::at_or_above(level).meet(Set::at_or_below(most)))
}

/// The intersections of each cube of one list with each of another, without empty ones.
fn meets(spaces: &[Cube], rows: &[Cube]) -> Vec<Cube> {
    let both = spaces.iter().flat_map(|space| rows.iter().map(|row| space.meet(*row)));
    both.filter(|both| !both.is_empty()).collect()
}
