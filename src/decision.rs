//! The decision on an incident, which serialises to the JSON that callers get. What is absent is left out; there is no
//! `null`.

use serde::Serialize;

use crate::policy::labels::Notice;
use crate::policy::set::Set;
use crate::policy::table::{InWords, List, Text};
use crate::policy::vocabulary::{
    Answer, Basis, Contact, Person, Recording, Response, Scope, Status, Typology, Value, Who, Word,
};

/// Everything that the guide decides on an incident.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
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
    /// What to do now: at most one step a place, in the order of doing.
    pub now: Vec<Said>,
    /// The call to make now, ready to be read out; absent if there is none to make.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub call: Option<Call>,
    /// Who is in it.
    pub people: Vec<InIt>,
    /// What to do afterwards.
    pub later: Later,
    /// What never to do.
    pub never: Vec<Said>,
    /// Every unanswered question that applies and can still change something, in file order.
    pub ask: Vec<Text>,
    /// Those of them on which the response turns, or what is to be done now.
    pub decides: Vec<Decides>,
    /// Which of them to ask first, and why.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next: Option<Next>,
    /// The single answers that would change a bound or a possible value.
    pub would_change: Vec<Change>,
    /// What to keep in mind whatever the result.
    pub in_mind: Vec<Notice>,
}

impl Decision {
    /// Everything that it says, with the kind of each.
    pub fn said(&self) -> impl Iterator<Item = (&'static str, &Said)> {
        let Later { today, before_closing, follow_up } = &self.later;
        let steps = self.now.iter().chain(today).chain(before_closing).chain(follow_up).map(|said| ("step", said));
        let routes = self.scope.routes.iter().map(|said| ("route", said));
        let lines = self.people.iter().flat_map(|person| {
            let InIt { say, act, do_not, police, .. } = person;
            say.iter().chain(act).chain(do_not).chain(police).map(|said| ("line", said))
        });
        let call = self.call.iter().flat_map(|call| call.report.iter().chain(&call.children).chain(&call.ask));
        let never = self.never.iter().map(|said| ("never", said));
        steps.chain(routes).chain(lines).chain(call.map(|said| ("call", said))).chain(never)
    }
}

/// The stamp of an edition on a decision.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
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
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[cfg_attr(not(target_arch = "wasm32"), schemars(bound = "V: Word + schemars::JsonSchema", rename = "FindingOf{V}"))]
#[serde(rename_all = "camelCase", bound = "V: Word + Serialize")]
pub struct Finding<V> {
    /// Every value that some world of some finishing has.
    pub possible: Set<V>,
    /// Whether exactly one is possible.
    pub settled: bool,
    /// Every rule met whose value is possible.
    pub because: Vec<Reason>,
    /// The questions on which it turns.
    pub open_on: Vec<Text>,
    /// On scope: other routes, while it is possible that the guide does not fit.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub routes: Vec<Said>,
    /// On recording: a forecast for each possible category.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub forecast: Vec<Forecasted>,
    /// The notices that have to be shown with it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub notices: Vec<Notice>,
}

/// The bounds of the response.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
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
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
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
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
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
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Cited {
    /// The source's identifier in the register.
    pub source: Text,
    /// The section or paragraph, where the evidence names one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub section: Option<Text>,
}

/// A reading that changed what an answer counts as.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
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

/// An advice that is shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Said {
    /// Its identifier.
    pub id: Text,
    /// Of a step: who does it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub who: Option<Who>,
    /// Of a step or a route: whom it calls.
    #[serde(skip_serializing_if = "Set::is_empty")]
    pub calls: Set<Contact>,
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
}

/// The call, part by part as it is read out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Call {
    /// Whom it is to.
    pub to: Set<Contact>,
    /// Who is calling, and what is reported.
    pub report: Vec<Said>,
    /// What is known: questions answered yes, the most serious first.
    pub known: Vec<Told>,
    /// How many more are known.
    pub more_known: u8,
    /// What is not known: questions answered so, the most serious first.
    pub not_known: Vec<Told>,
    /// How many more are not known.
    pub more_not_known: u8,
    /// The children it touches.
    pub children: Vec<Said>,
    /// What is asked of those who are called.
    pub ask: Vec<Said>,
}

/// An answer that a call tells of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Told {
    /// The question.
    pub question: Text,
    /// What the call says of it.
    #[serde(skip_serializing_if = "InWords::is_none")]
    pub says: InWords<Text>,
}

/// A person in an incident, with their card.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct InIt {
    /// Who.
    pub who: Person,
    /// Whether it is not certain that there is such a person.
    pub maybe: bool,
    /// Their name on the card.
    #[serde(skip_serializing_if = "InWords::is_none")]
    pub name: InWords<Text>,
    /// Words to say.
    pub say: Vec<Said>,
    /// What to do.
    #[serde(rename = "do")]
    pub act: Vec<Said>,
    /// What not to do.
    pub do_not: Vec<Said>,
    /// How police may record them.
    pub police: Vec<Said>,
}

/// The steps for after now, each list in the order of doing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Later {
    /// Today.
    pub today: Vec<Said>,
    /// Before the case is closed.
    pub before_closing: Vec<Said>,
    /// Afterwards.
    pub follow_up: Vec<Said>,
}

/// What follows from a recording category, as far as it is published.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
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
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct NotPublished {
    /// Its identifier.
    pub id: Text,
    /// The point in words.
    #[serde(skip_serializing_if = "InWords::is_none")]
    pub says: InWords<Text>,
}

/// The question to ask first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
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
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
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
    /// What is to be done now.
    Now,
    /// Other advice, or who is in it.
    Rest,
}

/// A question that decides something urgent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Decides {
    /// The question.
    pub question: Text,
    /// The response or what is to be done now.
    pub on: Turns,
}

/// The response that an answer would make certain.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Forced {
    /// The least response then.
    pub at_least: Response,
}

/// What a single answer would change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
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
    pub scope: Option<Set<Scope>>,
    /// The possible categories then, if they change.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub recording: Option<Set<Recording>>,
    /// The possible types then, if they change.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub typology: Option<Set<Typology>>,
}

/// The least and the greatest possible response.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
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
