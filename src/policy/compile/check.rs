//! What a policy must be beyond well written: complete, monotone, fit for exact reasoning, all of it used.

use super::super::cube::{Cube, Questions, each};
use super::super::logic::{Chart, Logic, Row, Rule};
use super::super::vocabulary::{Answer, Axis, Nation, Recording, Typology, Word};
use super::axes::inside;
use super::cover::gap;
use super::draft::{Draft, Entry};
use super::entries::value_id;
use super::problem::Problems;
use crate::say::lists::quoted;

/// Everything a check looks at.
struct Check<'a> {
    draft: &'a Draft<'a>,
    logic: &'a Logic,
    problems: &'a Problems,
    /// Answer sets that cannot be told.
    unreachable: Vec<Cube>,
}

/// Every check, on a policy whose entries are well written.
pub(super) fn all(draft: &Draft<'_>, logic: &Logic, problems: &Problems) {
    let check = Check { draft, logic, problems, unreachable: draft.unreachable() };
    check.every_question_is_used();
    check.no_reading_feeds_a_reading();
    let clear = check.readings_stay_clear();
    check.nothing_rests_on_a_question_asked_by_response();
    check.conditions_can_be_told();
    check.scope_is_one_or_the_other();
    check.typology_knows_when_it_is_needed();
    check.every_answer_set_has_a("response", |nation| check.without_response(nation));
    check.every_answer_set_has_a("recording", |nation| check.without_recording(nation));
    if clear {
        Nation::ALL.iter().for_each(|nation| check.reasoning_is_exact(*nation));
    }
    if problems.is_empty() {
        check.the_response_is_monotone_in_worlds();
    }
}

impl Check<'_> {
    /// What the lemma of least points needs.
    fn reasoning_is_exact(&self, nation: Nation) {
        if self.without_response(nation).is_none() {
            self.the_response_is_monotone(nation);
        }
        self.world_axes_are_unate(nation);
    }

    fn rules(&self) -> impl Iterator<Item = &Entry<'_, Rule, super::super::table::Text>> {
        self.draft.rules.iter().flatten()
    }

    fn every_question_is_used(&self) {
        let rules = self.rules().fold(0, |used, entry| used | entry.logic.cube.concerns());
        let needs = self.draft.needs.iter().fold(rules, |used, cube| used | cube.concerns());
        let readings = self.draft.readings.iter().fold(needs, |used, entry| used | entry.logic.cube.concerns());
        let used = self.draft.conditions().fold(readings, |used, (_, _, condition)| {
            condition.rows.iter().fold(used, |used, row| used | row.concerns())
        });
        let questions = self.draft.questions.iter().enumerate();
        for (_, entry) in questions.filter(|(place, _)| used & 1 << place == 0) {
            self.problems.add(entry.place, format!("{} is used by no rule and no step", entry.name));
        }
    }

    /// Readings see the answers given, not one another's work.
    fn no_reading_feeds_a_reading(&self) {
        for entry in &self.draft.readings {
            let fed = self.draft.readings.iter().find(|other| other.logic.cube.concerns() & entry.logic.question != 0);
            if let Some(fed) = fed {
                let asked = self.draft.names.asked(entry.logic.question);
                let whom = if fed.name == entry.name { "it also goes by" } else { &format!("{} goes by", fed.name) };
                let complaint = format!("{} changes the answer to `{asked}`, which {whom}", entry.name);
                self.problems.add(entry.place, complaint);
            }
        }
    }

    /// Reasoning is exact where readings grow with the answers they go by, and change nothing that decides which
    /// questions are asked or what is inside scope. Whether all of them do.
    fn readings_stay_clear(&self) -> bool {
        let before = self.problems.count();
        let scope = self.draft.axis(Axis::Scope).iter().fold(0, |used, entry| used | entry.logic.cube.concerns());
        let used = self.draft.needs.iter().fold(scope, |used, cube| used | cube.concerns());
        for entry in &self.draft.readings {
            if let Some(cell) = each(gives_way(&entry.logic.cube)).next() {
                let asked = self.draft.names.asked(cell);
                let complaint = format!(
                    "{} refuses a more serious answer to `{asked}`, expected every answer more serious than one it accepts",
                    entry.name
                );
                self.problems.add(entry.place, complaint);
            }
            if [used, self.gated(), self.logic.fit].iter().any(|set| entry.logic.question & set != 0) {
                let asked = self.draft.names.asked(entry.logic.question);
                let complaint = format!(
                    "{} changes `{asked}`, expected a question that is always asked, is not the one of fit, and by which neither scope nor `[typology-needs]` goes",
                    entry.name
                );
                self.problems.add(entry.place, complaint);
            }
        }
        self.problems.count() == before
    }

    fn nothing_rests_on_a_question_asked_by_response(&self) {
        let late = self.asked_by_response();
        let gates = self.logic.questions.iter().zip(&self.draft.questions);
        for (question, entry) in gates {
            let parents = question.asked_when.iter().fold(0, |set, row| set | row);
            self.refuse_late(entry, parents & late);
        }
        self.rules().for_each(|entry| self.refuse_late(entry, entry.logic.cube.concerns() & late));
        for entry in &self.draft.readings {
            self.refuse_late(entry, (entry.logic.cube.concerns() | entry.logic.question) & late);
        }
    }

    fn refuse_late<L, W>(&self, entry: &Entry<'_, L, W>, late: Questions) {
        for question in each(late) {
            let asked = self.draft.names.asked(question);
            let complaint = format!("{} rests on `{asked}`, which is asked only while some responses hold", entry.name);
            self.problems.add(entry.place, complaint);
        }
    }

    fn asked_by_response(&self) -> Questions {
        let asked = self.logic.questions.iter().enumerate().filter(|(_, question)| question.asked_while.is_some());
        asked.fold(0, |set, (place, _)| set | 1 << place)
    }

    /// What exact reasoning about steps needs: see the module `assess::turning`.
    fn conditions_can_be_told(&self) {
        for (name, place, condition) in self.draft.conditions() {
            let folded = condition.finishings.iter().fold(0, |set, cube| set | gives_way_to_yes(cube));
            if condition.rows.len() <= 1 && condition.finishings.len() > 1 && folded != 0 {
                let asked = self.draft.names.asked(folded);
                let complaint =
                    format!("{name} refuses a more serious `{asked}`, which a reading makes into several rows");
                self.problems.add(place, complaint);
            }
            for row in &condition.rows {
                for question in each(self.gated() & (row.cube.no ^ row.unanswered)) {
                    let asked = self.draft.names.asked(question);
                    let complaint = format!(
                        "{name} takes only one of `no` and `unanswered` for `{asked}`, expected both or \
                         neither, as it is not always asked"
                    );
                    self.problems.add(place, complaint);
                }
                let falling = gives_way_to_yes(&row.cube);
                if condition.rows.len() > 1 && falling != 0 {
                    let asked = self.draft.names.asked(falling);
                    let complaint = format!(
                        "{name} has several rows, and one refuses a more serious answer to `{asked}`, \
                         expected an entry of its own for that row"
                    );
                    self.problems.add(place, complaint);
                }
            }
        }
    }

    fn gated(&self) -> Questions {
        let gated = self.logic.questions.iter().enumerate().filter(|(_, question)| !question.asked_when.is_empty());
        gated.fold(0, |set, (place, _)| set | 1 << place)
    }

    fn scope_is_one_or_the_other(&self) {
        let rows: Vec<Cube> = self.logic.scope.rows.iter().map(|row| row.cube).collect();
        if let Some(witness) = gap(Cube::CERTAIN, &rows) {
            self.missing(format!("no scope rule covers these answers: {}", self.told(witness)));
        }
        for one in &self.logic.scope.rows {
            let other = self.logic.scope.rows.iter().find(|row| row.to != one.to && row.cube.touches(&one.cube));
            if let Some(other) = other {
                let witness = other.cube.meet(one.cube).least(0);
                self.missing(format!("scope is both inside and outside for these answers: {}", self.told(witness)));
            }
        }
    }

    fn typology_knows_when_it_is_needed(&self) {
        if self.draft.needs.is_empty() && !self.draft.axis(Axis::Typology).is_empty() {
            self.missing(
                "there are typology rules, and no `[typology-needs]` that says when they are wanted".to_owned(),
            );
        }
    }

    /// One complaint for each answer set found, with the nations where it is not covered.
    fn every_answer_set_has_a(&self, axis: &str, without: impl Fn(Nation) -> Option<Cube>) {
        let found: Vec<_> =
            Nation::ALL.iter().filter_map(|nation| Some((nation.id(), self.told(without(*nation)?)))).collect();
        for (_, told) in &found {
            let nations = quoted(found.iter().filter(|(_, other)| other == told).map(|(nation, _)| nation));
            self.missing(format!("no {axis} rule covers these answers in {nations}: {told}"));
        }
    }

    fn without_response(&self, nation: Nation) -> Option<Cube> {
        let mut cover = self.cubes(&self.logic.response.rows, nation, |_| true);
        cover.extend(&self.unreachable);
        inside(self.draft).into_iter().find_map(|space| gap(space, &cover))
    }

    fn without_recording(&self, nation: Nation) -> Option<Cube> {
        let cover = self.cubes(&self.logic.recording.rows, nation, |_| true);
        let inside = inside(self.draft).into_iter().map(|cube| cube.meet(Cube::CERTAIN));
        inside.into_iter().filter(|_| !cover.is_empty()).find_map(|space| gap(space, &cover))
    }

    /// A more serious answer must be met by a response at least as urgent.
    fn the_response_is_monotone(&self, nation: Nation) {
        for entry in self.draft.axis(Axis::Response).iter().filter(|entry| nation.is_in(entry.logic.nations)) {
            let rows = super::fold::in_finishings(entry.logic.cube, &self.logic.readings);
            let inside = if entry.logic.inside_only { inside(self.draft) } else { vec![Cube::ALL] };
            let raised = super::cover::product(&rows, &inside).into_iter().flat_map(|cube| self.raised(cube));
            let mut cover = self.cubes(&self.logic.response.rows, nation, |row| row.to >= entry.logic.to);
            cover.extend(&self.unreachable);
            if let Some((question, witness)) = raised.into_iter().find_map(|(q, cube)| Some((q, gap(cube, &cover)?))) {
                let (asked, told) = (self.draft.names.asked(question), self.told(witness));
                let complaint = format!(
                    "{} lets the response fall when the answer to `{asked}` grows more serious, \
                     at these answers: {told}",
                    entry.name
                );
                self.problems.add(entry.place, complaint);
            }
        }
    }

    /// The same over worlds, which may answer a question that is closed in them.
    fn the_response_is_monotone_in_worlds(&self) {
        let rows = &self.logic.response_in_worlds;
        let fall = Nation::ALL.iter().find_map(|nation| {
            let here = rows.iter().filter(|row| nation.is_in(row.nations));
            here.into_iter().find_map(|row| self.fall_in_a_world(row, *nation))
        });
        if let Some((question, witness)) = fall {
            let (asked, told) = (self.draft.names.asked(question), self.told(witness));
            self.missing(format!("the response falls when `{asked}` turns out to be yes, at these answers: {told}"));
        }
    }

    /// A question and a world in which the response is less than the row's, with a row of it raised there.
    fn fall_in_a_world(&self, row: &Row, nation: Nation) -> Option<(Questions, Cube)> {
        let cover = self.cubes(&self.logic.response_in_worlds, nation, |other| other.to >= row.to);
        let raised = self.raised(row.cube).into_iter().map(|(question, cube)| (question, cube.meet(Cube::CERTAIN)));
        let mut raised = raised.filter(|(_, cube)| !cube.is_empty());
        raised.find_map(|(question, cube)| Some((question, gap(cube, &cover)?)))
    }

    /// The cubes next to `cube` with one answer raised, but for the question of fit.
    fn raised(&self, cube: Cube) -> Vec<(Questions, Cube)> {
        let cells = each(cube.concerns() & !self.logic.fit);
        let higher = |question| {
            let least = Answer::ALL.iter().find(|answer| cube.accepting(**answer) & question != 0).copied();
            let refused = Answer::ALL.iter().filter(move |answer| cube.accepting(**answer) & question == 0);
            let raised = refused.filter(move |answer| least.is_some_and(|least| **answer > least));
            raised.map(move |answer| (question, cube.fixed(question, *answer))).collect::<Vec<_>>()
        };
        cells.flat_map(higher).collect()
    }

    /// Each value must grow with a question or shrink with it, not both: the lemma of least points needs it.
    fn world_axes_are_unate(&self, nation: Nation) {
        self.unate(Axis::Recording, &self.logic.recording, nation, Recording::ALL.len());
        self.unate(Axis::Typology, &self.logic.typology, nation, Typology::ALL.len());
    }

    fn unate(&self, axis: Axis, chart: &Chart, nation: Nation, values: usize) {
        for value in 0..u8::try_from(values).unwrap_or_default() {
            for fit in [Answer::No, Answer::Yes] {
                let space = Cube::ALL.fixed(self.logic.fit, fit);
                let cubes = self.cubes(&chart.rows, nation, |row| row.to == value && row.cube.touches(&space));
                let rises = cubes.iter().fold(0, |set, cube| set | !cube.no & cube.yes);
                let falls = cubes.iter().fold(0, |set, cube| set | falls(cube));
                for question in each(rises & falls & !self.logic.fit) {
                    let asked = self.draft.names.asked(question);
                    let value = value_id(axis, value);
                    let axis = axis.id();
                    self.missing(format!(
                        "the {axis} `{value}` goes by yes to `{asked}` in one place and by no in another, expected \
                         only one of them"
                    ));
                }
            }
        }
    }

    fn cubes(&self, rows: &[Row], nation: Nation, keep: impl Fn(&Row) -> bool) -> Vec<Cube> {
        rows.iter().filter(|row| nation.is_in(row.nations) && keep(row)).map(|row| row.cube).collect()
    }

    /// A complaint about something that is nowhere.
    fn missing(&self, complaint: String) {
        if let Some(end) = self.draft.end {
            self.problems.add(end, complaint);
        }
    }

    /// An answer set in words.
    fn told(&self, point: Cube) -> String {
        let questions = self.draft.names.questions.iter().enumerate();
        let said = questions.filter_map(|(place, id)| match point.at(1 << place) {
            answer if answer == Answer::Yes.bit() => Some(format!("{id} = yes")),
            answer if answer == Answer::Unsure.bit() => Some(format!("{id} = unsure")),
            _ => None,
        });
        let mut said: Vec<String> = said.collect();
        said.push(if said.is_empty() { "all = no" } else { "all else = no" }.to_owned());
        said.join(", ")
    }
}

/// The questions at which a cube refuses *yes* and not *no*.
const fn falls(cube: &Cube) -> Questions {
    cube.no & !cube.yes
}

/// The questions at which a cube accepts an answer and refuses *yes*.
const fn gives_way_to_yes(cube: &Cube) -> Questions {
    (cube.no | cube.unsure) & !cube.yes
}

/// The questions at which a cube accepts an answer and refuses a more serious one.
const fn gives_way(cube: &Cube) -> Questions {
    cube.no & !cube.unsure | gives_way_to_yes(cube)
}
