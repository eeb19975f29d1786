//! The policy's logic as tables: everything a decision depends on, and no sentence of it.

use super::cube::{Cube, Questions};
use super::table::{List, Text};
use super::vocabulary::{Answer, Axis, Basis, Nation, Status, Timing, Who, Word};

/// A set of words of one kind: one bit each ([`Word::bit`]).
pub type Words = u8;

/// The logic of one edition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Logic {
    /// Which edition this is.
    pub edition: Edition,
    /// The groups in which questions are shown, in order.
    pub groups: List<Text>,
    /// The questions, in the order in which they are read and asked.
    pub questions: List<Question>,
    /// The questions that were, whose slots a case code may still answer.
    pub retired: List<Retired>,
    /// The question of fit, if any: the one in which nothing need be monotone. At most one bit.
    pub fit: Questions,
    /// The readings, in order.
    pub readings: List<Reading>,
    /// The questions that a reading can make *not known*. How each turns out is a further bit in the rows over
    /// worlds, after the bits of the questions.
    pub outcomes: List<Questions>,
    /// Inside the guide's scope, or outside.
    pub scope: Chart,
    /// The response, over finishings: answer sets that may say *not known yet*.
    pub response: Chart,
    /// The response, over worlds: yes and no only.
    pub response_in_worlds: List<Row>,
    /// What the police would record, over worlds inside scope.
    pub recording: Chart,
    /// The typology, over worlds inside scope.
    pub typology: Chart,
    /// The worlds in which there is a typology, as written: without one of these rows there is none.
    pub typology_needs: List<Cube>,
    /// What follows from a recording category.
    pub forecasts: List<Forecast>,
    /// What the published summary does not say.
    pub unpublished: List<Unpublished>,
    /// What must never be done.
    pub never: List<Advice>,
    /// What to do, in the order of doing.
    pub steps: List<Step>,
    /// Words that can be said.
    pub scripts: List<Advice>,
    /// The source register.
    pub sources: List<Registered>,
}

/// The stamp of an edition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edition {
    /// Its identifier, for example `2026-11`.
    pub id: Text,
    /// Whether it has been signed off.
    pub status: Status,
    /// The day on which its sources were last checked, as an ISO date.
    pub checked: Text,
    /// The day by which it must be reviewed, as an ISO date.
    pub review_by: Text,
    /// SHA-256 of the rows, conditions and slots in a canonical form, in hexadecimal. It changes exactly when a result may.
    pub rules: Text,
    /// SHA-256 of the policy's files, in hexadecimal.
    pub sha256: Text,
}

/// A question. *Yes* is always the more serious answer, but for the question of fit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// Its permanent identifier.
    pub id: Text,
    /// Its permanent place in a case code.
    pub slot: u8,
    /// Its group, as a place in [`Logic::groups`].
    pub group: u8,
    /// Rows of earlier questions. It applies when, in some row, none of them is *no* or unanswered;
    /// always when there is no row.
    pub asked_when: List<Questions>,
    /// It applies only while the most urgent possible response is one of these; whatever it is, where this is absent.
    pub asked_while: Option<Words>,
}

/// The most slots there may be: a case code of whatever edition has room for two bits each.
pub const MOST_SLOTS: u8 = 48;

/// A question that was withdrawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Retired {
    /// Its permanent identifier.
    pub id: Text,
    /// The slot that was its own, and stays so.
    pub slot: u8,
}

/// How answers to some questions change what the answer to another counts as.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// Its permanent identifier.
    pub id: Text,
    /// The answers that bring it about.
    pub cube: Cube,
    /// The question whose answer it changes. One bit.
    pub question: Questions,
    /// The answers that it changes.
    pub from: Words,
    /// What they count as.
    pub to: Answer,
}

/// One axis: the rules as written, and the rows that they come to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chart {
    /// The rules as written, over answers as read. They explain.
    pub rules: List<Rule>,
    /// The same rules over answers as given: readings, scope and "the first that holds" are worked in. They decide.
    pub rows: List<Row>,
}

/// A rule as written: a conjunction of accepted answers, and what it comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule {
    /// Its permanent identifier, unique on its axis.
    pub id: Text,
    /// The value it leads to, as a place in its axis's vocabulary.
    pub to: u8,
    /// The nations it holds for.
    pub nations: Words,
    /// The answers it accepts.
    pub cube: Cube,
    /// Whether it holds only inside scope.
    pub inside_only: bool,
    /// Whether a source says it or it is our judgement.
    pub basis: Basis,
    /// Where it comes from.
    pub cites: List<Cite>,
}

/// A row: wherever its cube holds, its value does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row {
    /// The value, as a place in its axis's vocabulary.
    pub to: u8,
    /// The nations it holds for.
    pub nations: Words,
    /// The answers it accepts, as given.
    pub cube: Cube,
}

/// A place in a source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cite {
    /// A place in [`Logic::sources`].
    pub source: u8,
    /// The section or paragraph; empty where the evidence names none.
    pub section: Text,
}

/// A source, as far as a decision depends on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Registered {
    /// Its permanent identifier.
    pub id: Text,
    /// The nations it speaks for. Elsewhere, what rests on it alone is our judgement.
    pub nations: Words,
}

/// Something said to the person under a condition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Advice {
    /// Its permanent identifier.
    pub id: Text,
    /// When it is said.
    pub when: Condition,
    /// Whether a source says it or it is our judgement.
    pub basis: Basis,
    /// Where it comes from.
    pub cites: List<Cite>,
}

/// An advice with a time and a doer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// What, and when it is said.
    pub advice: Advice,
    /// When it is to be done.
    pub timing: Timing,
    /// Who does it.
    pub who: Who,
}

/// When an advice is said. Every part must hold; an absent part always does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Condition {
    /// The nations it holds for.
    pub nations: Words,
    /// The least possible response is one of these.
    pub at_least: Option<Words>,
    /// The greatest possible response is one of these.
    pub at_most: Option<Words>,
    /// Scope is settled on this, as a place in its vocabulary.
    pub scope: Option<u8>,
    /// The answers given, after readings, are in one of these rows; any will do where there is none.
    pub rows: List<Said>,
    /// The same rows over finishings, answers as given.
    pub finishings: List<Cube>,
}

/// A row of a condition: it can tell an answer from none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Said {
    /// The answers accepted.
    pub cube: Cube,
    /// The questions where no answer is accepted.
    pub unanswered: Questions,
}

impl Said {
    /// Answers alone, which silence never meets.
    pub const fn of_answers(cube: Cube) -> Self {
        Self { cube, unanswered: !cube.concerns() }
    }

    /// The questions that it turns on.
    pub const fn concerns(&self) -> Questions {
        self.cube.concerns() | !self.unanswered
    }
}

/// What follows from a recording category, as far as it is published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Forecast {
    /// The category, as a place in its vocabulary.
    pub value: u8,
    /// How each child is shown on the record.
    pub label: Option<Text>,
    /// The crimes recorded.
    pub crimes: List<Text>,
    /// The outcome codes recommended.
    pub outcomes: List<Text>,
}

/// A point that the published summary leaves open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unpublished {
    /// Its permanent identifier.
    pub id: Text,
    /// The recording categories it bears on.
    pub with: Words,
}

impl Logic {
    /// The chart of each axis, in the order of the vocabulary.
    pub const fn charts(&self) -> [&Chart; 4] {
        [&self.scope, &self.response, &self.recording, &self.typology]
    }

    /// The chart of an axis.
    pub const fn chart(&self, axis: Axis) -> &Chart {
        match axis {
            Axis::Scope => &self.scope,
            Axis::Response => &self.response,
            Axis::Recording => &self.recording,
            Axis::Typology => &self.typology,
        }
    }

    /// The bit of a question.
    pub fn question(&self, id: &str) -> Option<Questions> {
        self.questions.iter().position(|question| &*question.id == id).map(|place| 1 << place)
    }

    /// Each question that a reading can make *not known*, with the bit of how it turns out.
    pub fn outcomes(&self) -> impl Iterator<Item = (Questions, Questions)> {
        let first = self.questions.len();
        self.outcomes.iter().enumerate().map(move |(place, question)| (*question, 1 << (first + place)))
    }

    /// Everything said under a condition.
    pub fn advice(&self) -> impl Iterator<Item = &Advice> {
        self.never.iter().chain(self.steps.iter().map(|step| &step.advice)).chain(&self.scripts)
    }

    /// Whether, in every nation, something is said for some answers to a question and not for others, whatever else is
    /// answered. Such a question is asked until it has an answer.
    pub fn always_matters(&self, question: Questions) -> bool {
        let told = self.advice().filter(|advice| advice.when.turns_on_alone(question));
        let nations = told.fold(0, |nations, advice| nations | advice.when.nations);
        Nation::ALL.iter().all(|nation| nation.is_in(nations))
    }

    /// The question of a bit.
    pub fn asked(&self, question: Questions) -> Option<&Question> {
        self.questions.get(question.trailing_zeros() as usize)
    }
}

impl Condition {
    /// Whether nothing but the answer to one question decides it, and that answer does.
    fn turns_on_alone(&self, question: Questions) -> bool {
        let accepted = self.finishings.iter().fold(0, |answers, row| answers | row.at(question));
        let alone = self.finishings.iter().all(|row| row.concerns() == question);
        let bounded = self.at_least.is_some() || self.at_most.is_some() || self.scope.is_some();
        !bounded && alone && accepted != 0 && accepted != Cube::ALL.at(question)
    }
}
