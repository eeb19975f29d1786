//! The questions, as a caller sees them.

use std::ops::Not;

use serde::Serialize;

use crate::policy::Policy;
use crate::policy::cube::{Question, Questions};
use crate::policy::entry::Entry;
use crate::policy::logic::Posed;
use crate::policy::table::Text;
use crate::policy::vocabulary::{Answer, Nation, Response, Word};
use crate::policy::words::Asking;

/// The questions of an edition, and the nations and answers that it knows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Questionnaire {
    /// The edition.
    pub edition: Text,
    /// The nations whose guidance it holds.
    pub nations: &'static [Nation],
    /// The answers that a question takes.
    pub answers: &'static [Answer],
    /// The groups in which questions are shown, in order.
    pub groups: Vec<Text>,
    /// The questions, in the order in which they are asked.
    pub questions: Vec<Asked>,
}

/// A question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Asked {
    /// Its permanent identifier.
    pub id: Text,
    /// Its group.
    pub group: Text,
    /// Its permanent place in a case code.
    pub slot: u8,
    /// Rows of earlier questions. It applies if in some row each is answered yes or unsure, or if there is no row.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub asked_when: Vec<Vec<Text>>,
    /// It applies only while the greatest possible response is one of these.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub asked_while: Vec<Response>,
    /// Whether it is asked until it is answered, as long as it applies and whatever else is answered
    /// ([`Policy::always_matters`]).
    #[serde(skip_serializing_if = "Not::not")]
    pub always_matters: bool,
    /// The question in words.
    pub ask: Text,
    /// What counts.
    pub hint: Text,
    /// Why it is asked.
    pub why: Text,
    /// What to do while it is not known.
    pub unknown: Text,
}

/// The questions of a policy; terms keep their braces, which [`explain::fill`](crate::explain::fill) fills.
pub fn questionnaire(policy: &Policy) -> Questionnaire {
    Questionnaire {
        edition: policy.edition.id.clone(),
        nations: Nation::ALL,
        answers: Answer::ALL,
        groups: policy.groups.iter().map(|group| group.id.clone()).collect(),
        questions: policy.questions().map(|(question, entry)| asked(policy, question, entry)).collect(),
    }
}

fn asked(policy: &Policy, question: Question, entry: &Entry<Posed, Asking>) -> Asked {
    let Entry { id, logic: posed, words: asking, .. } = entry;
    let ids = |row: &Questions| row.iter().map(|parent| policy.asked(parent).id.clone()).collect();
    Asked {
        id: id.clone(),
        group: policy.groups.get(usize::from(posed.group)).map(|group| group.id.clone()).unwrap_or_default(),
        slot: posed.slot,
        asked_when: posed.asked_when.iter().map(ids).collect(),
        asked_while: posed.asked_while.map_or_else(Vec::new, |levels| levels.iter().collect()),
        always_matters: policy.always_matters(question),
        ask: asking.ask.clone(),
        hint: asking.hint.clone(),
        why: asking.why.clone(),
        unknown: asking.unknown.clone(),
    }
}
