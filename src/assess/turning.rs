//! The questions on which advice turns, exactly.
//!
//! Advice is a number of *choices*: of the variants at one place the first that holds is shown. We look for a witness: two
//! finishings that differ in the answer to one question and show different variants. Only questions on which no axis turns
//! are tried, so both halves have the same bounds and scope, and it must be a row of a variant's condition that the answer
//! decides. The rest of the condition asks for a response of at least or at most some level and for a scope. The lower
//! bound rises with the answers, so the least finishings that reach it are tried first ([`Cube::least`]). Where another
//! row or an earlier variant hides the difference there, the search goes on in what that row leaves.

use super::advise::Standing;
use super::relevance::{Flip, flips};
use super::situation::{Situation, questions, turned_out};
use crate::decision::Bounds;
use crate::policy::cube::{Cube, Questions};
use crate::policy::entry::Entry;
use crate::policy::logic::{Advice, Condition, Presence, Row, Step};
use crate::policy::set::Set;
use crate::policy::table::Text;
use crate::policy::vocabulary::{Answer, OnAxis, Person, Place, Response, Scope, Timing, Word};

/// A situation without the answers to questions that do not apply at the present response.
struct Advised<'a> {
    here: Situation<'a>,
    bounds: Bounds,
}

/// Variants, of which the first that holds is shown. Without any it stands for whether a person is in it.
#[derive(Clone, Default)]
struct Choice<'a> {
    variants: Vec<&'a Condition>,
    /// It is shown only on the card of this person.
    of: Option<Person>,
    /// It is shown only if one of these holds.
    with: Option<Vec<&'a Condition>>,
    /// It is shown only while the guide may not fit.
    is_route: bool,
}

/// Those of `candidates` on which it turns what is to be done now. No axis may turn on any of them.
pub(super) fn open_on_now(here: &Situation<'_>, standing: &Standing, candidates: Questions) -> Questions {
    let now = |step: &&Entry<Step, _>| step.logic.timing == Timing::Now;
    let steps = here.policy.steps.iter().filter(now).map(|step| &step.logic.advice);
    open_on(here, standing, &choices(steps), candidates)
}

/// Those of `candidates` on which any other advice turns, and who is in it. No axis may turn on any of them.
pub(super) fn open_on_the_rest(here: &Situation<'_>, standing: &Standing, candidates: Questions) -> Questions {
    let policy = here.policy;
    let later = policy.steps.iter().filter(|step| step.logic.timing != Timing::Now).map(|step| &step.logic.advice);
    let mut all = choices(later);
    all.extend(choices(policy.never.iter().map(|never| &never.logic)));
    let routes = choices(policy.routes.iter().map(|route| &route.logic.advice));
    all.extend(routes.into_iter().map(|choice| Choice { is_route: true, ..choice }));
    for (person, _) in here.presences() {
        let about = policy.lines.iter().filter(|line| line.logic.about.contains(person));
        let lines = choices(about.map(|line| &line.logic.advice));
        all.extend(lines.into_iter().map(|choice| Choice { of: Some(person), ..choice }));
        all.push(Choice { of: Some(person), ..Choice::default() });
    }
    let is_call = |step: &&Entry<Step, _>| step.logic.advice.place.as_deref() == Some(Place::Call.id());
    let calls: Vec<&Condition> = policy.steps.iter().filter(is_call).map(|step| &step.logic.advice.when).collect();
    let spoken = choices(policy.utterances.iter().map(|utterance| &utterance.logic.advice));
    all.extend(spoken.into_iter().map(|choice| Choice { with: Some(calls.clone()), ..choice }));
    open_on(here, standing, &all, candidates)
}

/// The choices among advice of one kind: the variants at one place are one choice, and what has no place is one of its own.
fn choices<'a>(all: impl Iterator<Item = &'a Advice>) -> Vec<Choice<'a>> {
    let mut choices: Vec<(Option<&Text>, Choice<'a>)> = Vec::new();
    for Advice { when, place, basis: _ } in all {
        match choices.iter_mut().find(|(other, _)| place.is_some() && *other == place.as_ref()) {
            Some((_, choice)) => choice.variants.push(when),
            None => choices.push((place.as_ref(), Choice { variants: vec![when], ..Choice::default() })),
        }
    }
    choices.into_iter().map(|(_, choice)| choice).collect()
}

fn open_on(here: &Situation<'_>, standing: &Standing, choices: &[Choice<'_>], candidates: Questions) -> Questions {
    let kept = Situation::new(here.policy, here.incident.without(standing.applies.complement()));
    let advised = Advised { here: kept, bounds: standing.bounds };
    let open = choices.iter().fold(Questions::NONE, |open, choice| {
        open.union(advised.open_on_choice(choice, candidates.without(open)))
    });
    let waiting = open.meet(here.applies.without(standing.applies)).iter();
    let opening = waiting.flat_map(|question| here.policy.asked(question).logic.asked_when.iter().copied());
    here.with_those_that_open(open.union(opening.collect::<Questions>().meet(here.unanswered())))
}

impl<'a> Advised<'a> {
    fn open_on_choice(&self, choice: &Choice<'_>, candidates: Questions) -> Questions {
        match choice.of {
            Some(person) if choice.variants.is_empty() => self.open_on_person(choice, person, candidates),
            _ => self.open_on_variants(choice, candidates),
        }
    }

    /// A person comes or goes, or becomes certain, by a row of their own or of somebody who takes their place.
    fn open_on_person(&self, choice: &Choice<'_>, person: Person, candidates: Questions) -> Questions {
        let mut open = Questions::NONE;
        let bearing = self.here.presences().filter(|(other, it)| *other == person || it.instead_of.contains(person));
        for row in bearing.flat_map(|(_, presence)| &presence.present).flat_map(|row| self.as_finishings(row)) {
            for question in row.concerns().meet(candidates).without(open).iter() {
                let tells = |flip: &Flip| {
                    let spaces = self.with_person(person, &[self.met(row, flip)]);
                    spaces.into_iter().any(|space| self.tells_in(choice, space, flip, 0))
                };
                if flips(&row, self.here.finishings, question).iter().any(tells) {
                    open = open.with(question);
                }
            }
        }
        open
    }

    /// A row over worlds as rows over finishings: where it is met for certain, and where it may be.
    fn as_finishings(&self, row: &Cube) -> [Cube; 2] {
        let row = row.with(turned_out(self.here.policy), Set::every());
        [Cube { unsure: row.no.meet(row.yes), ..row }, Cube { unsure: Questions::ALL, ..row }]
    }

    /// The finishings in some world of which a row may be met.
    fn perhaps(&self, row: &Cube) -> Cube {
        let [_, perhaps] = self.as_finishings(row);
        perhaps
    }

    /// The finishings in a row, with the first answer of a flip.
    fn met(&self, row: Cube, flip: &Flip) -> Cube {
        row.meet(self.here.finishings).fixed(flip.question, flip.from)
    }

    fn open_on_variants(&self, choice: &Choice<'_>, candidates: Questions) -> Questions {
        let mut open = Questions::NONE;
        let nation = self.here.incident.nation;
        let here = choice.variants.iter().filter(|variant| variant.nations.contains(nation));
        for condition in here.filter(|condition| self.bounds_allow(condition)) {
            for row in &condition.finishings {
                for question in row.concerns().meet(candidates).without(open).iter() {
                    let flips = flips(row, self.here.finishings, question);
                    if flips.iter().any(|flip| self.tells(choice, condition, *row, flip)) {
                        open = open.with(question);
                    }
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

    /// Whether some finishing in a row of a variant's condition shows one variant of a choice, and the same finishing with
    /// one answer flipped shows another or none.
    fn tells(&self, choice: &Choice<'_>, condition: &Condition, row: Cube, flip: &Flip) -> bool {
        let spaces = self.with_bounds(condition, vec![self.met(row, flip)]);
        let spaces = choice.with.as_ref().map_or(spaces.clone(), |with| self.with_one_of(with, &spaces));
        let spaces = choice.of.map_or(spaces.clone(), |person| self.with_person(person, &spaces));
        let spaces = if choice.is_route { meets(&spaces, &self.perhaps_outside()) } else { spaces };
        spaces.into_iter().any(|space| self.tells_in(choice, space, flip, 0))
    }

    fn tells_in(&self, choice: &Choice<'_>, space: Cube, flip: &Flip, depth: usize) -> bool {
        // The question must apply in both halves. The more serious answer is the one that opens further questions.
        let space = space.fixed(flip.question, flip.from.max(flip.to));
        let mut points = Vec::new();
        self.here.by_fit(space).for_each(|space| self.here.open_upwards(space, &mut points));
        points.into_iter().any(|point| {
            let point = point.fixed(flip.question, flip.from);
            let flipped = flip.apply(point);
            if !self.here.is_finishing(flipped) {
                return false;
            }
            let (one, other) = (self.finished(point), self.finished(flipped));
            let shown = [one.choice(choice), other.choice(choice)];
            shown[0] != shown[1]
                || depth < DEEPEST
                    && self
                        .hiding(choice, point, flipped)
                        .into_iter()
                        .flat_map(|row| rest(space, &row, flip))
                        .any(|space| self.tells_in(choice, space, flip, depth + 1))
        })
    }

    /// The rows that may hide a difference between two points: those of variants that hold at both, and the worlds in which
    /// somebody takes the place of the person to whom the choice is shown.
    fn hiding(&self, choice: &Choice<'_>, point: Cube, flipped: Cube) -> Vec<Cube> {
        let rows = choice.variants.iter().flat_map(|variant| &variant.finishings);
        let bears = |(other, presence): &(Person, &Presence)| {
            choice.of.is_some_and(|person| presence.instead_of.contains(person) || *other == person)
        };
        let people = self.here.presences().filter(bears).flat_map(|(_, presence)| &presence.present);
        let rows = rows.copied().chain(people.flat_map(|row| self.as_finishings(row)));
        rows.filter(|row| point.is_within(row) || flipped.is_within(row)).collect()
    }

    /// The parts of spaces in which the bounds and the scope are such as a condition asks for, or can be. What the questions
    /// of its rows wait for is met as well.
    fn with_bounds(&self, condition: &Condition, spaces: Vec<Cube>) -> Vec<Cube> {
        let asked = [self.reaching_least(condition), self.reaching_most(condition), self.settling(condition)];
        asked.iter().flatten().fold(spaces, |spaces, rows| meets(&spaces, rows))
    }

    /// The parts of spaces in which one of some conditions holds.
    fn with_one_of(&self, conditions: &[&Condition], spaces: &[Cube]) -> Vec<Cube> {
        let nation = self.here.incident.nation;
        let here = conditions.iter().filter(|condition| condition.nations.contains(nation) && self.bounds_allow(condition));
        here.flat_map(|condition| {
            let rows = if condition.rows.is_empty() { vec![Cube::ALL] } else { condition.finishings.to_vec() };
            self.with_bounds(condition, meets(spaces, &rows))
        })
        .collect()
    }

    /// The parts of spaces in which a person may be in it.
    fn with_person(&self, person: Person, spaces: &[Cube]) -> Vec<Cube> {
        let presences = self.here.presences().filter(|(other, _)| *other == person);
        presences.flat_map(|(_, presence)| self.with_presence(presence, spaces)).collect()
    }

    fn with_presence(&self, presence: &Presence, spaces: &[Cube]) -> Vec<Cube> {
        let rows: Vec<Cube> = presence.present.iter().map(|row| self.perhaps(row)).collect();
        let spaces = meets(spaces, &rows);
        let beyond = presence.at_least.filter(|levels| !self.is_reached(*levels));
        beyond.map_or(spaces.clone(), |levels| {
            let rows: Vec<Cube> = self.leading_to(&self.here.policy.rows.response, levels).map(|row| row.cube).collect();
            meets(&spaces, &rows)
        })
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
                Some([Cube::ALL].into_iter().chain(self.opening(condition)).chain(self.with_a_world_in(late)).collect())
            }
            (None, None) => None,
        }
    }

    /// The finishings that may be outside scope.
    fn perhaps_outside(&self) -> Vec<Cube> {
        let outside = self.here.policy.rows.scope.iter().filter(|row| row.to == Scope::Outside.value());
        outside.map(|row| self.perhaps(&row.cube)).collect()
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

    /// The cubes that open what a condition's rows name and what is otherwise asked only while some response is possible.
    fn opening(&self, condition: &Condition) -> Vec<Cube> {
        let named = |question| condition.rows.iter().any(|row| row.concerns().contains(question));
        let late = questions(self.here.policy).filter(|(question, posed)| named(*question) && posed.asked_while.is_some());
        let opened = [Answer::Unsure, Answer::Yes].into_iter().collect();
        late.flat_map(|(_, posed)| &posed.asked_when).map(|parents| Cube::ALL.with(*parents, opened)).collect()
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

impl Standing {
    /// Which variant of a choice is shown.
    fn choice(&self, choice: &Choice<'_>) -> Option<usize> {
        let is_with = choice.with.as_ref().is_none_or(|with| with.iter().any(|condition| self.shows(condition)));
        let is_there = choice.of.is_none_or(|person| self.people.there.contains(person));
        let is_in_place = !choice.is_route || self.scope.contains(Scope::Outside);
        let shown = match choice.of {
            Some(person) if choice.variants.is_empty() => Some(usize::from(self.people.certain.contains(person))),
            _ => choice.variants.iter().position(|variant| self.shows(variant)),
        };
        shown.filter(|_| is_with && is_there && is_in_place)
    }
}

/// How many hiding rows are taken away one after another.
const DEEPEST: usize = 6;

/// What a row leaves of a space, apart from the question that is flipped.
fn rest(space: Cube, row: &Cube, flip: &Flip) -> Vec<Cube> {
    let others = row.concerns().without(flip.question.into());
    let left = others.iter().map(|question| space.with(question, space.at(question).without(row.at(question))));
    left.filter(|left| !left.is_empty()).collect()
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
