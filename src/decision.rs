//! The decision on an incident, which serialises to the JSON that callers get. What is absent is left out; there is no
//! `null`.

use serde::Serialize;

use crate::policy::labels::Notice;
use crate::policy::table::{InWords, List, Text};
use crate::policy::vocabulary::{Answer, Basis, Recording, Response, Scope, Status, Timing, Typology, Value, Who};

/// Everything that the guide decides on an incident.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Decision {
    /// The edition that it comes from.
    pub policy: Stamp,
    /// Whether this is an incident for the guide.
    pub scope: Finding<Scope>,
    /// What must happen.
    pub response: ResponseFinding,
    /// What the police would record; absent outside England and Wales and outside scope.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub recording: Option<Finding<Recording>>,
    /// The kind of incident; absent in Scotland, and if no world has a value.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub typology: Option<Finding<Typology>>,
    /// The readings that made an answer count as another.
    pub readings: Vec<AppliedReading>,
    /// Answers to questions that do not apply. Nothing depends on them.
    pub set_aside: Vec<Given>,
    /// What to do, in the order of doing.
    pub steps: Vec<Said>,
    /// What to have ready for the call, if there is one to make.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub have_ready: Option<Notice>,
    /// What never to do.
    pub never: Vec<Said>,
    /// Words that can be said.
    pub scripts: Vec<Said>,
    /// Every unanswered question that applies and can still change something, in file order.
    pub ask: Vec<Text>,
    /// Which of them to ask first, and why.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next: Option<Next>,
    /// The single answers that would change a bound or a possible value.
    pub would_change: Vec<Change>,
    /// What to keep in mind whatever the result.
    pub in_mind: Vec<Notice>,
}

/// The stamp of an edition on a decision.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Stamp {
    /// The edition.
    pub edition: Text,
    /// Whether it has been signed off.
    pub status: Status,
    /// SHA-256 of the policy's rows, conditions and slots in a canonical form, in hexadecimal.
    pub rules: Text,
    /// SHA-256 of the policy's files, in hexadecimal.
    pub sha256: Text,
    /// The day on which its sources were last checked.
    pub checked: Text,
    /// The day by which it must be reviewed.
    pub review_by: Text,
}

/// The possible values of an axis other than the response.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Finding<V> {
    /// Every value that some world of some finishing has.
    pub possible: Vec<V>,
    /// Whether exactly one is possible.
    pub settled: bool,
    /// Every rule met whose value is possible.
    pub because: Vec<Reason>,
    /// The questions on which it turns.
    pub open_on: Vec<Text>,
    /// On scope: the notice that names the other route, once it is settled outside.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub route: Option<Notice>,
    /// On recording: a forecast for each possible category.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub forecast: Vec<Forecasted>,
    /// The notices that have to be shown with it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub notices: Vec<Notice>,
}

/// The bounds of the response.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ResponseFinding {
    /// The least response over all finishings; absent while in some of them no rule is met.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at_least: Option<Response>,
    /// The greatest response over all finishings and their worlds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at_most: Option<Response>,
    /// Whether the two are equal.
    pub settled: bool,
    /// Whether the least is an immediate referral or an emergency, which no further answer can make less urgent.
    pub immediate: bool,
    /// Whether it is one with every *not known yet* read as no, too.
    pub clear: bool,
    /// The questions whose *not known yet* holds the least up: each that keeps it with every other *not known yet* read as no;
    /// if none does, all in the rules on which it rests; empty if it stays without them.
    pub held_up: Vec<Text>,
    /// The notices that have to be shown with it.
    pub notices: Vec<Notice>,
    /// Every rule met, most urgent first.
    pub because: Vec<Reason>,
    /// The questions on which it turns.
    pub open_on: Vec<Text>,
}

/// A rule met.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Reason {
    /// The rule.
    pub rule: Text,
    /// The value it leads to.
    pub then: Value,
    /// Whether the conclusion rests on it.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub decides: bool,
    /// The answers that met it.
    pub answers: Vec<Given>,
    /// Whether a source says it or it is our judgement.
    pub basis: Basis,
    /// Where it comes from.
    pub sources: Vec<Cited>,
    /// The rule in words.
    #[serde(skip_serializing_if = "InWords::is_none")]
    pub says: InWords<Text>,
}

/// An answer given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Given {
    /// The question.
    pub question: Text,
    /// The answer that was given.
    pub answer: Answer,
    /// The reading that it brought about, if it counts here through one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reading: Option<Text>,
}

/// A place in a source.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Cited {
    /// The source's identifier in the register.
    pub source: Text,
    /// The section or paragraph, where the evidence names one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub section: Option<Text>,
}

/// A reading that changed what an answer counts as.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct AppliedReading {
    /// The reading.
    pub id: Text,
    /// The question whose answer it changed.
    pub question: Text,
    /// The answer that was given.
    pub from: Answer,
    /// What it counts as.
    pub to: Answer,
    /// The reading in words.
    #[serde(skip_serializing_if = "InWords::is_none")]
    pub says: InWords<Text>,
}

/// An advice that is shown: a step, a thing never to do, or a script.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Said {
    /// Its identifier.
    pub id: Text,
    /// Of a step: when it is to be done.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub timing: Option<Timing>,
    /// Of a step: who does it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub who: Option<Who>,
    /// Whether a source says it or it is our judgement.
    pub basis: Basis,
    /// Where it comes from.
    pub sources: Vec<Cited>,
    /// What it says.
    #[serde(skip_serializing_if = "InWords::is_none")]
    pub text: InWords<Text>,
    /// Why.
    #[serde(skip_serializing_if = "InWords::is_none")]
    pub why: InWords<Text>,
    /// Of a script: to whom.
    #[serde(rename = "for", skip_serializing_if = "InWords::is_none")]
    pub to: InWords<Text>,
    /// Of a script: sentence by sentence.
    #[serde(skip_serializing_if = "InWords::is_none")]
    pub lines: InWords<List<Text>>,
}

/// What follows from a recording category, as far as it is published.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Forecasted {
    /// The category.
    pub value: Recording,
    /// How each child is shown on the record.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub label: Option<Text>,
    /// The crimes recorded.
    #[serde(skip_serializing_if = "<[Text]>::is_empty")]
    pub crimes: List<Text>,
    /// The outcome codes recommended.
    #[serde(skip_serializing_if = "<[Text]>::is_empty")]
    pub outcomes: List<Text>,
    /// What it means.
    #[serde(skip_serializing_if = "InWords::is_none")]
    pub says: InWords<List<Text>>,
    /// What the published summary does not say of it.
    pub not_published: Vec<NotPublished>,
}

/// A point that the published summary leaves open.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct NotPublished {
    /// Its identifier.
    pub id: Text,
    /// The point in words.
    #[serde(skip_serializing_if = "InWords::is_none")]
    pub says: InWords<Text>,
}

/// The question to ask first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Next {
    /// The question.
    pub question: Text,
    /// The most important thing that turns on it.
    pub open_on: Turns,
    /// The least response after a yes, if that is higher than now.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub if_yes: Option<Forced>,
    /// Why it is asked first, in words.
    #[serde(skip_serializing_if = "InWords::is_none")]
    pub because: InWords<Text>,
}

/// What can turn on a question, most important first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Turns {
    /// The response.
    Response,
    /// Whether this is an incident for the guide.
    Scope,
    /// What the police would record.
    Recording,
    /// The kind of incident.
    Typology,
    /// A step, or words to say.
    Steps,
}

/// The response that an answer would make certain.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Forced {
    /// The least response then.
    pub at_least: Response,
}

/// What a single answer would change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Change {
    /// The question.
    pub question: Text,
    /// The answer.
    pub answer: Answer,
    /// The bounds then, if one changes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub response: Option<Bounds>,
    /// The possible values then, if they change.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub scope: Option<Vec<Scope>>,
    /// The possible categories then, if they change.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub recording: Option<Vec<Recording>>,
    /// The possible types then, if they change.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub typology: Option<Vec<Typology>>,
}

/// The least and the greatest possible response.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Bounds {
    /// The least; absent while in some finishing no rule is met, which is less than any response.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at_least: Option<Response>,
    /// The greatest; absent where no rule can be met any more.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at_most: Option<Response>,
}

impl Bounds {
    /// Whether nothing more can change them.
    pub fn settled(&self) -> bool {
        self.at_least == self.at_most
    }
}
