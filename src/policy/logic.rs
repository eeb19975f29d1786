//! The logic of each kind of entry: everything that decisions depend on, and no text.

use super::cube::{Cube, Question, Questions};
use super::set::Set;
use super::table::{List, Text};
use super::vocabulary::{
    Answer, Basis, Contact, Nation, Part, Person, Recording, Response, Scope, Spoken, Status, Timing, Value, Who,
};

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
    /// SHA-256 of the rows, conditions and slots in a canonical form, in hexadecimal. It changes exactly when a result
    /// may.
    pub rules: Text,
    /// SHA-256 of the policy's files, in hexadecimal.
    pub sha256: Text,
}

/// A question, as far as a decision depends on it. *Yes* is the more serious answer, except to the question of fit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Posed {
    /// Its permanent place in a case code.
    pub slot: u8,
    /// Its group, as a place in [`Policy::groups`](super::Policy::groups).
    pub group: u8,
    /// Rows of earlier questions. The question applies if in some row each is answered yes or unsure, or if there is no
    /// row.
    pub asked_when: List<Questions>,
    /// If present, the question applies while the greatest possible response is one of these, or if it has rows and one
    /// of them opens it.
    pub asked_while: Option<Set<Response>>,
    /// Whether a call tells of a yes.
    pub known: bool,
    /// Whether a call tells that it is not known.
    pub open: bool,
}

impl Posed {
    /// Whether the answers to other questions open it, `answered` being those that are yes or unsure.
    pub fn is_opened_by(&self, answered: Questions) -> bool {
        self.asked_when.iter().any(|parents| parents.is_within(answered))
    }
}

impl Posed {
    /// The questions that every row names.
    pub fn always_opened_by(&self) -> Questions {
        self.asked_when.iter().copied().reduce(Questions::meet).unwrap_or(Questions::NONE)
    }

    /// Every question that a row names.
    pub fn parents(&self) -> Questions {
        self.asked_when.iter().copied().collect()
    }
}

/// How many slots there may be. A case code has room for two bits for each, in every edition.
pub const MOST_SLOTS: u8 = 48;

/// A question that was withdrawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Retired {
    /// Its permanent identifier.
    pub id: Text,
    /// Its slot, which no other question may have.
    pub slot: u8,
}

/// A reading: answers to some questions change what the answer to another counts as.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// The answers that bring it about.
    pub cube: Cube,
    /// The question whose answer it changes.
    pub question: Question,
    /// The answers that it changes.
    pub from: Set<Answer>,
    /// What they count as.
    pub to: Answer,
}

/// A rule as written: a conjunction of accepted answers, and the value that it leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule {
    /// The value it leads to, of its axis.
    pub to: Value,
    /// The nations it holds for.
    pub nations: Set<Nation>,
    /// The answers it accepts.
    pub cube: Cube,
    /// Whether it holds only inside scope.
    pub inside_only: bool,
    /// Whether a source says it or it is our judgement.
    pub basis: Basis,
}

/// A compiled row: wherever its cube holds, so does its value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row {
    /// The value, of its axis.
    pub to: Value,
    /// The nations it holds for.
    pub nations: Set<Nation>,
    /// The answers it accepts, as given.
    pub cube: Cube,
}

/// A place in a source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cite {
    /// A place in [`Policy::sources`](super::Policy::sources).
    pub source: u8,
    /// The section or paragraph; empty where the evidence names none.
    pub section: Text,
}

/// A source, as far as a decision depends on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Registered {
    /// The nations it speaks for. In any other, what rests on it alone is our judgement.
    pub nations: Set<Nation>,
}

/// Something that is said under a condition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Advice {
    /// When it is said.
    pub when: Condition,
    /// Whether a source says it or it is our judgement.
    pub basis: Basis,
    /// What it is one of several variants of: among entries of its kind with the same place, the first that holds is
    /// said. Of a step to be done now it is a [`Place`](super::vocabulary::Place).
    pub place: Option<Text>,
}

/// An advice with a time and a doer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// When it is said, and whether a source says it.
    pub advice: Advice,
    /// When it is to be done.
    pub timing: Timing,
    /// Who does it.
    pub who: Who,
    /// Whom it calls.
    pub calls: Set<Contact>,
}

/// Another route, where the guide may not fit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Route {
    /// When it is said, and whether a source says it.
    pub advice: Advice,
    /// Whom it calls.
    pub calls: Set<Contact>,
}

/// When a person is in an incident.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Presence {
    /// The person.
    pub who: Person,
    /// The rows as written, over what turns out to be so; none if the person is in every incident.
    pub rows: List<Cube>,
    /// The person is in it only while the least possible response is one of these.
    pub at_least: Option<Set<Response>>,
    /// Whether someone who may be in it is left out until it is certain.
    pub only_if_certain: bool,
    /// Those who are left out where this person is in it.
    pub instead_of: Set<Person>,
    /// The worlds in which a row holds, over answers as given.
    pub present: List<Cube>,
    /// The worlds in which none does.
    pub absent: List<Cube>,
}

/// A line of a person's card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// When it is said, and whether a source says it.
    pub advice: Advice,
    /// On whose cards it stands.
    pub about: Set<Person>,
    /// In which part of the card.
    pub part: Part,
}

/// A text of the call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Utterance {
    /// When it is said, and whether a source says it.
    pub advice: Advice,
    /// In which part of the call.
    pub part: Spoken,
}

/// When an advice is said. Every part must hold; a part that is absent always does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Condition {
    /// The nations it holds for.
    pub nations: Set<Nation>,
    /// The least possible response is one of these.
    pub at_least: Option<Set<Response>>,
    /// The greatest possible response is one of these.
    pub at_most: Option<Set<Response>>,
    /// Scope is settled on this.
    pub scope: Option<Scope>,
    /// The answers given, after readings, meet one of these rows, or there is no row.
    pub rows: List<Said>,
    /// The cubes of the rows with readings worked in, where that changes any.
    pub read: List<Cube>,
}

/// A row of a condition, which can tell a missing answer from any other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Said {
    /// The answers accepted.
    pub cube: Cube,
    /// The questions at which a missing answer is accepted.
    pub unanswered: Questions,
}

impl Said {
    /// A row that a missing answer never meets.
    pub const fn of_answers(cube: Cube) -> Self {
        Self { cube, unanswered: cube.concerns().complement() }
    }

    /// The questions with a cell.
    pub const fn concerns(&self) -> Questions {
        self.cube.concerns().union(self.unanswered.complement())
    }
}

/// What follows from a recording category, as far as it is published. Nothing follows from a value of another axis.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Forecast {
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
    /// The recording categories it bears on.
    pub with: Set<Recording>,
}

impl Condition {
    /// The rows over finishings: answers as given that meet a row after readings. There are none where there is no row.
    pub fn finishings(&self) -> Vec<Cube> {
        let mut cubes = self.read.to_vec();
        if cubes.is_empty() {
            self.rows.iter().for_each(|row| cubes.push(row.cube));
        }
        cubes
    }

    /// Whether the condition depends on the answer to one question and on nothing else.
    pub(super) fn turns_on_alone(&self, question: Question) -> bool {
        let Self { nations: _, at_least, at_most, scope, rows: _, read: _ } = self;
        let accepted = self.finishings().iter().fold(Set::NONE, |answers, row| answers.union(row.at(question)));
        let alone = self.finishings().iter().all(|row| row.concerns() == Questions::only(question));
        let bounded = at_least.is_some() || at_most.is_some() || scope.is_some();
        !bounded && alone && !accepted.is_empty() && accepted != Cube::ALL.at(question)
    }
}
