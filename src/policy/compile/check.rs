//! What a policy must be once each entry is well written: complete, monotone, fit for exact reasoning, and all of it
//! used.

use super::super::Policy;
use super::super::cube::{Cube, Question, Questions};
use super::super::entry::Entry;
use super::super::logic::{Reading, Row, Rule, Said};
use super::super::set::Set;
use super::super::table::Text;
use super::super::vocabulary::{Answer, Axis, Nation, Value, Word};
use super::axes::{inside, readings};
use super::cover::gap;
use super::gates::closed_but_answered;
use super::places::Places;
use crate::say::lists::quoted;

/// The policy under check, and where to complain.
struct Check<'a> {
    policy: &'a Policy,
    places: &'a Places<'a>,
    /// Answer sets that no incident can have.
    unreachable: Vec<Cube>,
}

/// Every check, on a policy whose entries are well written.
pub(super) fn all(policy: &Policy, places: &Places<'_>) {
    let check = Check { policy, places, unreachable: closed_but_answered(policy) };
    check.every_question_is_used();
    check.no_reading_feeds_a_reading();
    let clear = check.readings_stay_clear();
    check.nothing_rests_on_a_question_asked_by_response();
    check.conditions_can_be_told();
    check.people_can_be_told();
    check.scope_is_one_or_the_other();
    check.typology_knows_when_it_is_needed();
    check.every_answer_set_has_a("response", |nation| check.without_response(nation));
    check.every_answer_set_has_a("recording", |nation| check.without_recording(nation));
    if clear {
        Nation::ALL.iter().for_each(|nation| check.reasoning_is_exact(*nation));
    }
    if places.complaints() == 0 {
        check.the_response_is_monotone_in_worlds();
    }
}

impl Check<'_> {
    /// The premisses of the lemma of least points ([`Cube::least`]).
    fn reasoning_is_exact(&self, nation: Nation) {
        if self.without_response(nation).is_none() {
            self.the_response_is_monotone(nation);
        }
        self.world_axes_are_unate(nation);
    }

    fn rules(&self) -> impl Iterator<Item = (Axis, &Entry<Rule, Text>)> {
        self.policy.rules.iter().flat_map(|(axis, rules)| rules.iter().map(move |rule| (axis, rule)))
    }

    /// The identifier of a question. How one turns out has none.
    fn asked(&self, question: Question) -> &str {
        self.policy.questions.get(question.place()).map_or("?", |entry| &entry.id)
    }

    fn every_question_is_used(&self) {
        let rules = self.rules().map(|(_, entry)| &entry.logic.cube);
        let cubes = rules.chain(&self.policy.typology_needs).chain(readings(self.policy).map(|reading| &reading.cube));
        let people = self.policy.people.iter().flat_map(|entry| &entry.logic.rows);
        let cubes = cubes.chain(people);
        let rows = self.policy.conditions().flat_map(|(_, _, condition)| &condition.rows);
        let used: Questions = cubes.map(Cube::concerns).chain(rows.map(Said::concerns)).collect();
        for (_, entry) in self.policy.questions().filter(|(question, _)| !used.contains(*question)) {
            self.places.complain("question", &entry.id, "is used by no rule and no step");
        }
    }

    /// Readings go by the answers given and not by one another, so their order does not matter to what brings them
    /// about.
    fn no_reading_feeds_a_reading(&self) {
        for entry in &self.policy.readings {
            let changed = entry.logic.question;
            let fed = self.policy.readings.iter().find(|other| other.logic.cube.concerns().contains(changed));
            if let Some(fed) = fed {
                let whom =
                    if fed.id == entry.id { "it also goes by" } else { &format!("reading `{}` goes by", fed.id) };
                self.of_reading(entry, format!("changes the answer to `{}`, which {whom}", self.asked(changed)));
            }
        }
    }

    /// Whether every reading leaves reasoning exact: it is brought about by more serious answers only, and changes no
    /// answer that decides which questions are asked or what is inside scope.
    fn readings_stay_clear(&self) -> bool {
        let before = self.places.complaints();
        let scope = self.policy.rules.scope.iter().map(|rule| &rule.logic.cube);
        let used: Questions = scope.chain(&self.policy.typology_needs).map(Cube::concerns).collect();
        let fixed = used.union(self.gated()).union(self.policy.fit.into());
        for entry in &self.policy.readings {
            if let Some(cell) = gives_way(&entry.logic.cube).iter().next() {
                let complaint = format!(
                    "refuses a more serious answer to `{}`, expected every answer more serious than one it accepts",
                    self.asked(cell)
                );
                self.of_reading(entry, complaint);
            }
            if fixed.contains(entry.logic.question) {
                let complaint = format!(
                    "changes `{}`, expected a question that is always asked, is not the one of fit, and by which \
                     neither scope nor `[typology-needs]` goes",
                    self.asked(entry.logic.question)
                );
                self.of_reading(entry, complaint);
            }
        }
        self.places.complaints() == before
    }

    fn nothing_rests_on_a_question_asked_by_response(&self) {
        let late = self.asked_by_response();
        for entry in &self.policy.questions {
            self.refuse_late("question", &entry.id, entry.logic.parents().meet(late));
        }
        for (axis, entry) in self.rules() {
            self.refuse_late(axis.id(), &entry.id, entry.logic.cube.concerns().meet(late));
        }
        for entry in &self.policy.readings {
            let rests_on = entry.logic.cube.concerns().with(entry.logic.question);
            self.refuse_late("reading", &entry.id, rests_on.meet(late));
        }
    }

    fn refuse_late(&self, kind: &'static str, id: &str, late: Questions) {
        for question in late.iter() {
            let asked = self.asked(question);
            let complaint = format!("rests on `{asked}`, which is asked only while some responses hold");
            self.places.complain(kind, id, complaint);
        }
    }

    fn of_reading(&self, entry: &Entry<Reading, Text>, complaint: String) {
        self.places.complain("reading", &entry.id, complaint);
    }

    fn asked_by_response(&self) -> Questions {
        self.policy.questions_that(|posed| posed.asked_while.is_some())
    }

    /// The premiss of exact reasoning about advice: where a question may not apply, a missing answer counts as *no*. So a
    /// row that tells the two apart must itself see to it that the question applies. See the module `assess::turning`.
    fn conditions_can_be_told(&self) {
        for (kind, id, condition) in self.policy.conditions() {
            for row in &condition.rows {
                let told_apart = row.cube.no.without(row.unanswered).union(row.unanswered.without(row.cube.no));
                for question in
                    told_apart.meet(self.gated()).iter().filter(|question| !self.is_opened_in(row, *question))
                {
                    let complaint = format!(
                        "takes only one of `no` and `unanswered` for `{}`, expected both or neither, as it is not \
                         always asked",
                        self.asked(question)
                    );
                    self.places.complain(kind, id, complaint);
                }
            }
        }
    }

    /// Whether a row can only be met where a question applies.
    fn is_opened_in(&self, row: &Said, question: Question) -> bool {
        let answered = row.cube.no.union(row.unanswered).complement();
        self.policy.asked(question).logic.is_opened_by(answered)
    }

    /// Who is in an incident is reasoned about as the axes over worlds are.
    fn people_can_be_told(&self) {
        let late = self.asked_by_response();
        for entry in &self.policy.people {
            let concerns: Questions = entry.logic.rows.iter().map(Cube::concerns).collect();
            self.refuse_late("person", &entry.id, concerns.meet(late));
            let rises: Questions = entry.logic.rows.iter().map(|cube| cube.yes.without(cube.no)).collect();
            let falls: Questions = entry.logic.rows.iter().map(|cube| cube.no.without(cube.yes)).collect();
            for question in rises.meet(falls).iter() {
                let complaint = format!(
                    "goes by yes to `{}` in one row and by no in another, expected only one of them",
                    self.asked(question)
                );
                self.places.complain("person", &entry.id, complaint);
            }
        }
    }

    fn gated(&self) -> Questions {
        self.policy.questions_that(|posed| !posed.asked_when.is_empty() && posed.asked_while.is_none())
    }

    fn scope_is_one_or_the_other(&self) {
        let rows: Vec<Cube> = self.policy.rows.scope.iter().map(|row| row.cube).collect();
        if let Some(witness) = gap(Cube::CERTAIN, &rows) {
            self.places.missing(format!("no scope rule covers these answers: {}", self.told(witness)));
        }
        for one in &self.policy.rows.scope {
            let other = self.policy.rows.scope.iter().find(|row| row.to != one.to && row.cube.touches(&one.cube));
            if let Some(other) = other {
                let witness = other.cube.meet(one.cube).least(Questions::NONE);
                self.places
                    .missing(format!("scope is both inside and outside for these answers: {}", self.told(witness)));
            }
        }
    }

    fn typology_knows_when_it_is_needed(&self) {
        if self.policy.typology_needs.is_empty() && !self.policy.rules.typology.is_empty() {
            self.places.missing(
                "there are typology rules, and no `[typology-needs]` that says when they are wanted".to_owned(),
            );
        }
    }

    /// Complains once for each answer set that is not covered, with its nations.
    fn every_answer_set_has_a(&self, axis: &str, without: impl Fn(Nation) -> Option<Cube>) {
        let found: Vec<_> =
            Nation::ALL.iter().filter_map(|nation| Some((nation.id(), self.told(without(*nation)?)))).collect();
        for (_, told) in &found {
            let nations = quoted(found.iter().filter(|(_, other)| other == told).map(|(nation, _)| nation));
            self.places.missing(format!("no {axis} rule covers these answers in {nations}: {told}"));
        }
    }

    fn without_response(&self, nation: Nation) -> Option<Cube> {
        let mut cover = self.cubes(&self.policy.rows.response, nation, |_| true);
        cover.extend(&self.unreachable);
        inside(self.policy).into_iter().find_map(|space| gap(space, &cover))
    }

    fn without_recording(&self, nation: Nation) -> Option<Cube> {
        let cover = self.cubes(&self.policy.rows.recording, nation, |_| true);
        let inside = inside(self.policy).into_iter().map(|cube| cube.meet(Cube::CERTAIN));
        inside.into_iter().filter(|_| !cover.is_empty()).find_map(|space| gap(space, &cover))
    }

    /// A more serious answer must lead to a response at least as urgent.
    fn the_response_is_monotone(&self, nation: Nation) {
        for entry in self.policy.rules.response.iter().filter(|entry| entry.logic.nations.contains(nation)) {
            let rows = super::fold::in_finishings(entry.logic.cube, readings(self.policy));
            let inside = if entry.logic.inside_only { inside(self.policy) } else { vec![Cube::ALL] };
            let raised = super::cover::product(&rows, &inside).into_iter().flat_map(|cube| self.raised(cube));
            let mut cover = self.cubes(&self.policy.rows.response, nation, |row| row.to >= entry.logic.to);
            cover.extend(&self.unreachable);
            if let Some((question, witness)) = raised.into_iter().find_map(|(q, cube)| Some((q, gap(cube, &cover)?))) {
                let (asked, told) = (self.asked(question), self.told(witness));
                let complaint = format!(
                    "lets the response fall when the answer to `{asked}` grows more serious, at these answers: {told}"
                );
                self.places.complain(Axis::Response.id(), &entry.id, complaint);
            }
        }
    }

    /// The same over worlds, in which a question that is closed may have an answer.
    fn the_response_is_monotone_in_worlds(&self) {
        let rows = &self.policy.response_in_worlds;
        let fall = Nation::ALL.iter().find_map(|nation| {
            let here = rows.iter().filter(|row| row.nations.contains(*nation));
            here.into_iter().find_map(|row| self.fall_in_a_world(row, *nation))
        });
        if let Some((question, witness)) = fall {
            let (asked, told) = (self.asked(question), self.told(witness));
            self.places
                .missing(format!("the response falls when `{asked}` turns out to be yes, at these answers: {told}"));
        }
    }

    /// A question and a world of a row in which raising the answer to that question lowers the response.
    fn fall_in_a_world(&self, row: &Row, nation: Nation) -> Option<(Question, Cube)> {
        let cover = self.cubes(&self.policy.response_in_worlds, nation, |other| other.to >= row.to);
        let raised = self.raised(row.cube).into_iter().map(|(question, cube)| (question, cube.meet(Cube::CERTAIN)));
        let mut raised = raised.filter(|(_, cube)| !cube.is_empty());
        raised.find_map(|(question, cube)| Some((question, gap(cube, &cover)?)))
    }

    /// The cubes with one answer of `cube` raised, for each question but that of fit.
    fn raised(&self, cube: Cube) -> Vec<(Question, Cube)> {
        let cells = cube.concerns().without(self.policy.fit.into());
        let higher = |question| {
            let least = Answer::ALL.iter().find(|answer| cube.accepting(**answer).contains(question)).copied();
            let refused = Answer::ALL.iter().filter(move |answer| !cube.accepting(**answer).contains(question));
            let raised = refused.filter(move |answer| least.is_some_and(|least| **answer > least));
            raised.map(move |answer| (question, cube.fixed(question, *answer))).collect::<Vec<_>>()
        };
        cells.iter().flat_map(higher).collect()
    }

    /// The rows of each value must be unate: they may rise or fall with a question, but not both. The lemma of least
    /// points needs it.
    fn world_axes_are_unate(&self, nation: Nation) {
        self.unate(Axis::Recording, nation);
        self.unate(Axis::Typology, nation);
    }

    fn unate(&self, axis: Axis, nation: Nation) {
        for value in Value::of(axis) {
            for fit in [Answer::No, Answer::Yes] {
                let space = Cube::ALL.fixed(self.policy.fit, fit);
                let cubes =
                    self.cubes(&self.policy.rows[axis], nation, |row| row.to == value && row.cube.touches(&space));
                let rises: Questions = cubes.iter().map(|cube| cube.yes.without(cube.no)).collect();
                let falls: Questions = cubes.iter().map(Cube::falls).collect();
                for question in rises.meet(falls).without(self.policy.fit.into()).iter() {
                    let (axis, value, asked) = (axis.id(), value.id(), self.asked(question));
                    self.places.missing(format!(
                        "the {axis} `{value}` goes by yes to `{asked}` in one place and by no in another, expected \
                         only one of them"
                    ));
                }
            }
        }
    }

    fn cubes(&self, rows: &[Row], nation: Nation, keep: impl Fn(&Row) -> bool) -> Vec<Cube> {
        rows.iter().filter(|row| row.nations.contains(nation) && keep(row)).map(|row| row.cube).collect()
    }

    /// An answer set in words.
    fn told(&self, point: Cube) -> String {
        let said = self.policy.questions().filter_map(|(question, entry)| {
            let accepted = point.at(question);
            let answer = [Answer::Yes, Answer::Unsure].into_iter().find(|answer| accepted == Set::only(*answer))?;
            Some(format!("{} = {}", entry.id, answer.id()))
        });
        let mut said: Vec<String> = said.collect();
        said.push(if said.is_empty() { "all = no" } else { "all else = no" }.to_owned());
        said.join(", ")
    }
}

/// The questions at which a cube accepts an answer and refuses *yes*.
const fn gives_way_to_yes(cube: &Cube) -> Questions {
    cube.no.union(cube.unsure).without(cube.yes)
}

/// The questions at which a cube accepts an answer and refuses a more serious one.
const fn gives_way(cube: &Cube) -> Questions {
    cube.no.without(cube.unsure).union(gives_way_to_yes(cube))
}
