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
use crate::policy::logic::{Advice, Condition, Posed, Row};
use crate::policy::set::Set;
use crate::policy::table::Text;
use crate::policy::vocabulary::{Answer, OnAxis, Person, Place, Response, Scope, Timing, Word};

/// A situation without the answers to questions that do not apply at the present response.
struct Advised<'a> {
    here: Situation<'a>,
    bounds: Bounds,
}

/// Variants, of which the first that holds is shown. Without any it stands for whether a person is in it.
struct Choice<'a> {
    shown: Shown,
    place: Option<&'a Text>,
    variants: Vec<&'a Condition>,
}

/// Where a decision shows the variants of a choice, and so under what condition besides their own.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shown {
    /// Among the steps.
    Steps,
    /// Among what never to do.
    Never,
    /// Among the other routes, while the guide may not fit.
    Routes,
    /// On the card of a person, if the person is in it.
    Card(Person),
    /// In the call, if there is one.
    Call,
}

/// Those of `candidates` on which it turns what is to be done now. No axis may turn on any of them.
pub(super) fn open_on_now(here: &Situation<'_>, standing: &Standing, candidates: Questions) -> Questions {
    let mut choices = Vec::new();
    for step in &here.policy.steps {
        if step.logic.timing == Timing::Now {
            add(&mut choices, Shown::Steps, &step.logic.advice);
        }
    }
    open_on(here, standing, &choices, candidates)
}

/// Those of `candidates` on which any other advice turns, and who is in it. No axis may turn on any of them.
pub(super) fn open_on_the_rest(here: &Situation<'_>, standing: &Standing, candidates: Questions) -> Questions {
    let policy = here.policy;
    let mut choices = Vec::new();
    for step in &policy.steps {
        if step.logic.timing != Timing::Now {
            add(&mut choices, Shown::Steps, &step.logic.advice);
        }
    }
    policy.never.iter().for_each(|never| add(&mut choices, Shown::Never, &never.logic));
    policy.routes.iter().for_each(|route| add(&mut choices, Shown::Routes, &route.logic.advice));
    policy.utterances.iter().for_each(|utterance| add(&mut choices, Shown::Call, &utterance.logic.advice));
    for person in policy.people.iter().map(|entry| entry.logic.who) {
        choices.push(Choice { shown: Shown::Card(person), place: None, variants: Vec::new() });
        for line in policy.lines.iter().filter(|line| line.logic.about.contains(person)) {
            add(&mut choices, Shown::Card(person), &line.logic.advice);
        }
    }
    open_on(here, standing, &choices, candidates)
}

/// Adds an advice: the variants at one place are one choice, and what has no place is one of its own.
fn add<'a>(choices: &mut Vec<Choice<'a>>, shown: Shown, advice: &'a Advice) {
    let Advice { when, place, basis: _ } = advice;
    let place = place.as_ref();
    match choices.iter_mut().find(|other| place.is_some() && other.place == place && other.shown == shown) {
        Some(choice) => choice.variants.push(when),
        None => choices.push(Choice { shown, place, variants: vec![when] }),
    }
}

fn open_on(here: &Situation<'_>, standing: &Standing, choices: &[Choice<'_>], candidates: Questions) -> Questions {
    let kept = Situation::new(here.policy, here.incident.without(standing.applies.complement()));
    let advised = Advised { here: kept, bounds: standing.bounds };
    let mut open = Questions::NONE;
    for choice in choices {
        open = open.union(advised.open_on_choice(choice, candidates.without(open)));
    }
    for question in open.meet(here.applies.without(standing.applies)).iter() {
        open = open.union(here.policy.asked(question).logic.parents().meet(here.unanswered()));
    }
    here.with_those_that_open(open)
}

impl Advised<'_> {
    fn open_on_choice(&self, choice: &Choice<'_>, candidates: Questions) -> Questions {
        let mut open = Questions::NONE;
        for condition in choice.variants.iter().filter(|variant| self.may_hold(variant)) {
            for row in condition.finishings() {
                open = open.union(self.open_on_row(choice, Some(condition), row, candidates.without(open)));
            }
        }
        if choice.variants.is_empty() {
            for row in self.rows_of_people(choice) {
                open = open.union(self.open_on_row(choice, None, row, candidates.without(open)));
            }
        }
        open
    }

    /// The questions whose answer decides a row, so that something else is shown.
    fn open_on_row(
        &self,
        choice: &Choice<'_>,
        condition: Option<&Condition>,
        row: Cube,
        candidates: Questions,
    ) -> Questions {
        let mut open = Questions::NONE;
        for question in row.concerns().meet(candidates).iter() {
            if flips(&row, self.here.finishings, question).iter().any(|flip| self.tells(choice, condition, row, flip)) {
                open = open.with(question);
            }
        }
        open
    }

    /// The rows by which a person comes or goes, or becomes certain: their own and those of whoever takes their place.
    fn rows_of_people(&self, choice: &Choice<'_>) -> Vec<Cube> {
        let mut rows = Vec::new();
        if let Shown::Card(person) = choice.shown {
            for presence in self.here.policy.people.iter().map(|entry| &entry.logic) {
                if presence.who == person || presence.instead_of.contains(person) {
                    for row in &presence.present {
                        let [certain, perhaps] = self.as_finishings(row);
                        rows.push(certain);
                        rows.push(perhaps);
                    }
                }
            }
        }
        rows
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

    /// Whether a condition may hold, by its nations and by its response. This only saves work: most conditions end here.
    /// Without a least response any may still come; without a greatest, none does.
    fn may_hold(&self, condition: &Condition) -> bool {
        let Bounds { at_least, at_most } = self.bounds;
        let within = |levels: Option<Set<Response>>| {
            levels.is_none_or(|levels| {
                at_least.is_none_or(|least| levels.touches(Set::at_or_above(least)))
                    && at_most.is_some_and(|most| levels.touches(Set::at_or_below(most)))
            })
        };
        condition.nations.contains(self.here.incident.nation) && within(condition.at_least) && within(condition.at_most)
    }

    /// Whether some finishing in a row, of a variant's condition or of a person, shows one variant of a choice, and the
    /// same finishing with one answer flipped shows another or none.
    fn tells(&self, choice: &Choice<'_>, condition: Option<&Condition>, row: Cube, flip: &Flip) -> bool {
        let met = vec![row.meet(self.here.finishings).fixed(flip.question, flip.from)];
        let spaces = condition.map_or(met.clone(), |condition| self.with_bounds(condition, met));
        let spaces = match choice.shown {
            Shown::Steps | Shown::Never => spaces,
            Shown::Routes => meets(&spaces, &self.perhaps_outside()),
            Shown::Card(person) => self.with_person(person, &spaces),
            Shown::Call => self.with_a_call(&spaces),
        };
        spaces.iter().any(|space| self.tells_in(choice, *space, flip, 0))
    }

    fn tells_in(&self, choice: &Choice<'_>, space: Cube, flip: &Flip, depth: usize) -> bool {
        // The question must apply in both halves. The more serious answer is the one that opens further questions.
        let space = space.fixed(flip.question, flip.from.max(flip.to));
        let mut points = Vec::new();
        self.here.by_fit(space).for_each(|space| self.here.open_upwards(space, &mut points));
        points.iter().any(|point| self.tells_at(choice, space, point.fixed(flip.question, flip.from), flip, depth))
    }

    /// Whether a choice differs at a point and at the same point flipped, or in what the rows that hide it there leave.
    fn tells_at(&self, choice: &Choice<'_>, space: Cube, point: Cube, flip: &Flip, depth: usize) -> bool {
        let flipped = flip.apply(point);
        if !self.here.is_finishing(flipped) {
            return false;
        }
        if self.chosen(choice, point) != self.chosen(choice, flipped) {
            return true;
        }
        depth < DEEPEST
            && self.rows(choice).iter().any(|row| {
                let hides = point.is_within(row) || flipped.is_within(row);
                hides && rest(space, row, flip).iter().any(|left| self.tells_in(choice, *left, flip, depth + 1))
            })
    }

    /// The rows that may hide a difference: those of the variants, and the worlds in which somebody takes the place of
    /// the person on whose card the choice is shown.
    fn rows(&self, choice: &Choice<'_>) -> Vec<Cube> {
        let mut rows = self.rows_of_people(choice);
        choice.variants.iter().for_each(|variant| rows.extend(variant.finishings()));
        rows
    }

    /// The parts of spaces in which the bounds and the scope are such as a condition asks for, or can be. What the questions
    /// of its rows wait for is met as well.
    fn with_bounds(&self, condition: &Condition, mut spaces: Vec<Cube>) -> Vec<Cube> {
        let asked = [self.reaching_least(condition.at_least), self.reaching_most(condition), self.settling(condition)];
        for rows in asked.iter().flatten() {
            spaces = meets(&spaces, rows);
        }
        spaces
    }

    /// The parts of spaces in which a call is made.
    fn with_a_call(&self, spaces: &[Cube]) -> Vec<Cube> {
        let mut parts = Vec::new();
        for step in &self.here.policy.steps {
            let advice = &step.logic.advice;
            if is_call(advice) && self.may_hold(&advice.when) {
                let rows = advice.when.finishings();
                let met = if rows.is_empty() { spaces.to_vec() } else { meets(spaces, &rows) };
                parts.extend(self.with_bounds(&advice.when, met));
            }
        }
        parts
    }

    /// The parts of spaces in which a person may be in it.
    fn with_person(&self, person: Person, spaces: &[Cube]) -> Vec<Cube> {
        let mut parts = Vec::new();
        for presence in self.here.policy.people.iter().map(|entry| &entry.logic).filter(|it| it.who == person) {
            let rows: Vec<Cube> = presence.present.iter().map(|row| self.perhaps(row)).collect();
            let spaces = meets(spaces, &rows);
            let reaching = self.reaching_least(presence.at_least);
            parts.extend(reaching.map_or(spaces.clone(), |rows| meets(&spaces, &rows)));
        }
        parts
    }

    /// The cubes in which the least response is one of some levels; `None` if no finishing falls short of them.
    fn reaching_least(&self, levels: Option<Set<Response>>) -> Option<Vec<Cube>> {
        let levels = levels.filter(|levels| !self.is_reached(*levels))?;
        Some(cubes(&self.leading_to(&self.here.policy.rows.response, levels)))
    }

    /// The cubes in which the greatest response is one that a condition asks for, or that a question of its rows waits
    /// for.
    fn reaching_most(&self, condition: &Condition) -> Option<Vec<Cube>> {
        // The greatest response is no less than the least, so what that has to reach may have seen to this already.
        let asked_least = condition.at_least.and_then(|levels| levels.iter().next());
        let seen_to = |levels: Set<Response>| asked_least.is_some_and(|least| runs_from(levels, least));
        let beyond = |levels: &Set<Response>| !self.is_reached(*levels) && !seen_to(*levels);
        if let Some(levels) = condition.at_most.filter(beyond) {
            return Some(self.with_a_world_in(levels));
        }
        let waiting = self.waiting(condition);
        let late = waiting.iter().filter_map(|posed| posed.asked_while).reduce(Set::union).filter(beyond)?;
        let mut rows = self.with_a_world_in(condition.at_most.map_or(late, |levels| levels.meet(late)));
        rows.push(Cube::ALL);
        let opened = Set::only(Answer::Unsure).union(Set::only(Answer::Yes));
        for posed in waiting {
            rows.extend(posed.asked_when.iter().map(|parents| Cube::ALL.with(*parents, opened)));
        }
        Some(rows)
    }

    /// The finishings that may be outside scope.
    fn perhaps_outside(&self) -> Vec<Cube> {
        let mut rows = self.scoped(Scope::Outside);
        rows.iter_mut().for_each(|row| *row = self.perhaps(row));
        rows
    }

    /// The rows that settle scope.
    fn settling(&self, condition: &Condition) -> Option<Vec<Cube>> {
        condition.scope.map(|scope| self.scoped(scope))
    }

    fn scoped(&self, scope: Scope) -> Vec<Cube> {
        let mut settling = Vec::new();
        for row in self.here.policy.rows.scope.iter().filter(|row| row.to == scope.value()) {
            settling.push(row.cube);
        }
        settling
    }

    /// Whether each response from the lower bound upwards is one of `levels`, up to the greatest of them.
    fn is_reached(&self, levels: Set<Response>) -> bool {
        self.bounds.at_least.is_some_and(|least| runs_from(levels, least))
    }

    /// The questions in the rows of a condition that are asked only while some response is possible.
    fn waiting(&self, condition: &Condition) -> Vec<&Posed> {
        let named = condition.rows.iter().fold(Questions::NONE, |named, row| named.union(row.concerns()));
        let waits = |(question, posed): &(_, &Posed)| named.contains(*question) && posed.asked_while.is_some();
        questions(self.here.policy).filter(waits).map(|(_, posed)| posed).collect()
    }

    /// The cubes of finishings whose response is one of `levels`, or which have a world whose response is.
    fn with_a_world_in(&self, levels: Set<Response>) -> Vec<Cube> {
        let policy = self.here.policy;
        let outcomes = turned_out(policy);
        let mut worlds = self.leading_to(&policy.response_in_worlds, levels);
        for row in &mut worlds {
            let (no, yes) = (row.cube.no.union(outcomes), row.cube.yes.union(outcomes));
            row.cube = Cube { no, unsure: yes.union(no.meet(policy.fit.into())), yes };
        }
        let mut found = cubes(&worlds);
        for row in self.leading_to(&policy.rows.response, levels) {
            if !worlds.iter().any(|other| row.to == other.to && row.cube.is_within(&other.cube)) {
                found.push(row.cube);
            }
        }
        found
    }

    fn leading_to(&self, rows: &[Row], levels: Set<Response>) -> Vec<Row> {
        let leads = |row: &Row| Response::of(row.to).is_some_and(|level| levels.contains(level));
        let mut leading = Vec::new();
        for row in rows.iter().filter(|row| self.here.holds_here(row) && leads(row)) {
            leading.push(*row);
        }
        leading
    }

    /// Which variant of a choice a finishing shows, taken as an incident.
    fn chosen(&self, choice: &Choice<'_>, point: Cube) -> Option<usize> {
        let mut told = self.here.incident;
        Answer::ALL.iter().for_each(|answer| told = told.with(point.accepting(*answer), *answer));
        let finished = Situation::new(self.here.policy, told);
        Standing::of(&finished, finished.bounds(), finished.possible::<Scope>()).chosen(choice, &finished)
    }
}

impl Standing {
    /// Which variant of a choice is shown; of a person without variants, whether it is certain.
    fn chosen(&self, choice: &Choice<'_>, here: &Situation<'_>) -> Option<usize> {
        let is_there = match choice.shown {
            Shown::Steps | Shown::Never => true,
            Shown::Routes => self.scope.contains(Scope::Outside),
            Shown::Card(person) => self.people.there.contains(person),
            Shown::Call => {
                let mut steps = here.policy.steps.iter().map(|step| &step.logic.advice);
                steps.any(|advice| is_call(advice) && self.shows(&advice.when))
            }
        };
        let is_certain = matches!(choice.shown, Shown::Card(person) if self.people.certain.contains(person));
        let presence = choice.variants.is_empty().then_some(usize::from(is_certain));
        presence.or_else(|| choice.variants.iter().position(|variant| self.shows(variant))).filter(|_| is_there)
    }
}

fn is_call(advice: &Advice) -> bool {
    advice.place.as_deref() == Some(Place::Call.id())
}

/// How many hiding rows are taken away one after another.
const DEEPEST: usize = 6;

/// What a row leaves of a space, apart from the question that is flipped.
fn rest(space: Cube, row: &Cube, flip: &Flip) -> Vec<Cube> {
    let mut left = Vec::new();
    for question in row.concerns().without(flip.question.into()).iter() {
        let part = space.with(question, space.at(question).without(row.at(question)));
        if !part.is_empty() {
            left.push(part);
        }
    }
    left
}

/// Whether the members of a set from a level upwards begin at that level and leave no gap; also if there are none.
fn runs_from(levels: Set<Response>, level: Response) -> bool {
    let above = levels.meet(Set::at_or_above(level));
    let most = above.iter().next_back();
    most.is_none_or(|most| above == Set::at_or_above(level).meet(Set::at_or_below(most)))
}

/// The intersections of each cube of one list with each of another, without empty ones.
fn meets(spaces: &[Cube], rows: &[Cube]) -> Vec<Cube> {
    let mut both = Vec::new();
    for space in spaces {
        both.extend(rows.iter().map(|row| space.meet(*row)).filter(|part| !part.is_empty()));
    }
    both
}

fn cubes(rows: &[Row]) -> Vec<Cube> {
    let mut cubes = Vec::new();
    rows.iter().for_each(|row| cubes.push(row.cube));
    cubes
}
