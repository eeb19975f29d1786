//! What is so over every finishing and every world of an incident.

use std::collections::BTreeSet;

use super::cases::{Vector, all_worlds, set_aside, turned_out};
use super::policy::{Advice, Answer, Given, Person, Policy, RESPONSES, SCOPES};
use super::verdict::{Judge, Response, Values, World, holds_in};

/// For each question, what it may be read as.
pub type MayBe = Vec<BTreeSet<Answer>>;

/// An incident, and what is known of it.
pub struct Known {
    /// Whether each question applies.
    pub applies: Vec<bool>,
    /// Whether each question applies in no finishing.
    pub closed: Vec<bool>,
    pub kept: Given,
    pub aside: Given,
    pub finishings: Vec<Vector>,
    pub worlds: Vec<Vector>,
    pub at_least: Response,
    pub at_most: Response,
    pub scope: Values,
    pub recording: Values,
    pub typology: Values,
}

impl Known {
    /// Nothing but what applies as far as *asked when* says.
    pub fn of_nothing(applies: Vec<bool>) -> Self {
        let questions = applies.len();
        Self {
            applies,
            closed: vec![false; questions],
            kept: vec![None; questions],
            aside: vec![None; questions],
            finishings: Vec::new(),
            worlds: Vec::new(),
            at_least: None,
            at_most: None,
            scope: Values::new(),
            recording: Values::new(),
            typology: Values::new(),
        }
    }

    /// What is asked only while a response is possible comes last.
    pub fn ask_late(&mut self, policy: &Policy, given: &[Option<Answer>]) {
        (self.kept, _) = set_aside(given, &self.applies);
        for (applies, question) in self.applies.iter_mut().zip(&policy.questions) {
            let opened =
                || question.asked_when.iter().any(|row| row.iter().all(|parent| is_opening(&self.kept, *parent)));
            *applies &= question.asked_while.as_ref().is_none_or(|levels| is_in(levels, self.at_most) || opened());
        }
        (self.kept, self.aside) = set_aside(given, &self.applies);
    }
}

impl Judge<'_> {
    pub fn known(&self, given: &[Option<Answer>]) -> Known {
        let policy = self.policy;
        let applies = policy.applies(given);
        let (answers, _) = set_aside(given, &applies);
        let finishings = policy.finishings(&answers);
        let worlds = turned_out(all_worlds(&finishings), policy.outcomes().len());

        let at_finishings: Vec<_> = finishings.iter().map(|finishing| self.finishing(finishing)).collect();
        let at_worlds: Vec<_> = worlds.iter().map(|world| self.world(world)).collect();
        let at_least = at_finishings.iter().copied().min().flatten();
        let at_most = at_finishings.iter().copied().chain(at_worlds.iter().map(|world| world.response)).max().flatten();

        let applies_somewhere = |place| finishings.iter().any(|finishing| policy.applies_in(finishing, place));
        let closed = (0..policy.questions.len()).map(|place| !applies_somewhere(place)).collect();
        let union = |of: fn(&World) -> &Values| at_worlds.iter().flat_map(|world| of(world)).copied().collect();
        let (scope, recording, typology) = (union(|at| &at.scope), union(|at| &at.recording), union(|at| &at.typology));
        let mut known = Known { closed, at_least, at_most, scope, recording, typology, ..Known::of_nothing(applies) };
        (known.finishings, known.worlds) = (finishings, worlds);
        known.ask_late(policy, given);
        known
    }

    /// Whether an advice is given.
    pub fn gives(&self, advice: &Advice, known: &Known, counted: &[Option<Answer>]) -> bool {
        let settled_on = |scope: &String| known.scope.iter().map(|value| SCOPES[*value]).eq([scope.as_str()]);
        let cell = |(question, accepted): &(usize, Vec<String>)| {
            let said = counted[*question].map_or("unanswered", Answer::word);
            accepted.iter().any(|word| word == said)
        };
        holds_in(advice.nations.as_ref(), self.nation)
            && advice.at_least.as_ref().is_none_or(|levels| is_in(levels, known.at_least))
            && advice.at_most.as_ref().is_none_or(|levels| is_in(levels, known.at_most))
            && advice.scope.as_ref().is_none_or(settled_on)
            && (advice.rows.is_empty() || advice.rows.iter().any(|row| row.iter().all(cell)))
    }

    /// Of a kind of advice what is given: each that holds, but of those at one place the first alone.
    pub fn given<'a>(
        &self,
        all: impl IntoIterator<Item = &'a Advice>,
        known: &Known,
        counted: &[Option<Answer>],
    ) -> Vec<&'a Advice> {
        let mut given: Vec<&Advice> = Vec::new();
        for advice in all {
            let is_taken = given.iter().any(|other| advice.place.is_some() && other.place == advice.place);
            if self.gives(advice, known, counted) && !is_taken {
                given.push(advice);
            }
        }
        given
    }

    /// Everybody who is or may be in it, and whether that is certain: in every world, or in one.
    pub fn people(&self, known: &Known) -> Vec<(&'_ Person, bool)> {
        let turned: Vec<Vector> = known.worlds.iter().map(|world| self.policy.turned(world)).collect();
        let is_in_it = |person: &Person, world: &Vector| {
            person.rows.is_empty() || person.rows.iter().any(|row| super::verdict::accepts(row, world))
        };
        let mut there: Vec<(&Person, bool)> = Vec::new();
        for person in &self.policy.people {
            let certain = turned.iter().all(|world| is_in_it(person, world));
            let possible = turned.iter().any(|world| is_in_it(person, world));
            let due = person.at_least.as_ref().is_none_or(|levels| is_in(levels, known.at_least));
            if due && (certain || possible && !person.only_if_certain) {
                there.push((person, certain));
            }
        }
        let replaced: Vec<&String> = there.iter().flat_map(|(person, _)| &person.instead_of).collect();
        there.iter().filter(|(person, _)| !replaced.contains(&&person.id)).copied().collect()
    }

    /// The readings that the answers given bring about, and what the answers count as then.
    pub fn readings(&self, kept: &Given) -> (Vec<usize>, Given) {
        let mut counted = kept.clone();
        let mut applied = Vec::new();
        for (place, reading) in self.policy.readings.iter().enumerate() {
            let accepted =
                |accepted: &[Answer], answer: Option<Answer>| answer.is_some_and(|it| accepted.contains(&it));
            let brought_about = reading.when.iter().all(|(question, cell)| accepted(cell, kept[*question]));
            if brought_about && accepted(&reading.from, counted[reading.question]) {
                counted[reading.question] = Some(reading.to);
                applied.push(place);
            }
        }
        (applied, counted)
    }

    /// The questions whose given answer a reading makes *not known*.
    pub fn made_unsure(&self, kept: &Given) -> Vec<bool> {
        let (applied, counted) = self.readings(kept);
        let changes = |question: usize| applied.iter().any(|place| self.policy.readings[*place].question == question);
        (0..kept.len()).map(|question| changes(question) && counted[question] == Some(Answer::Unsure)).collect()
    }

    /// What each question may still be read as: in finishings by the readings that come about in all of them, in worlds
    /// by any. Each question is looked at with what bears on
    /// it, and nothing else.
    pub fn may_be_read_as(&self, kept: &Given) -> (MayBe, MayBe) {
        let one = |question| {
            let finishings = self.policy.finishings_of(kept, &self.policy.bearing_on(question));
            let in_finishings = self.policy.surely_read(&finishings).map(|read| read[question]).collect();
            let worlds = all_worlds(&finishings);
            let cases = worlds.iter().flat_map(|world| self.policy.resolutions(world));
            (in_finishings, cases.map(|case| case[question]).collect())
        };
        (0..kept.len()).map(one).unzip()
    }
}

/// Whether a response is in a list; one that is absent is in none.
pub fn is_in(levels: &[String], response: Response) -> bool {
    response.is_some_and(|response| levels.iter().any(|level| level == RESPONSES[response]))
}

/// Whether an answer opens the questions under it.
fn is_opening(given: &Given, parent: usize) -> bool {
    matches!(given[parent], Some(Answer::Yes | Answer::Unsure))
}
