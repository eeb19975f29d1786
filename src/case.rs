//! Worked cases: what is told of an incident in a short story, and what people expect the guide to say to it.
//!
//! They stand in `policy/cases/`, a file each. Tests check the guide against them, the review pack shows them, and
//! other programs use them as examples of incidents. A case names what its author cares about and nothing else, so that
//! a new question, step or rule touches only the cases that it matters to. An unknown field, answer, rule or step is
//! refused.

use std::collections::BTreeMap;
use std::path::Path;

use serde::Deserialize;
use serde::de::{Deserializer, Error};

use crate::assess;
use crate::edition::POLICY;
use crate::files;
use crate::incident::Incident;
use crate::policy::cube::{Question, Questions};
use crate::policy::entry::named;
use crate::policy::labels::Notice;
use crate::policy::logic::Posed;
use crate::policy::vocabulary::{Answer, Nation, Recording, Response, Scope, Typology, Word};
use crate::say::lists::quoted;

/// The folder that holds them.
pub const FOLDER: &str = "policy/cases";

/// How a case says that a question has no answer.
const UNANSWERED: &str = "unanswered";

/// A worked case.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Case {
    /// The name of its file, without the ending.
    #[serde(skip)]
    pub name: String,
    /// What it is, in a few words.
    pub title: String,
    /// What happened, in three to six plain sentences.
    pub story: String,
    /// Where the school is.
    #[serde(deserialize_with = "word")]
    pub nation: Nation,
    /// The answer to every question that is asked and that `answers` does not name; `None` if these are unanswered.
    /// Questions that are asked only while some response is possible are about what was done since, and have to be
    /// named.
    #[serde(deserialize_with = "given")]
    pub other_answers: Option<Answer>,
    /// From question to answer; `None` where it is unanswered.
    #[serde(deserialize_with = "answers")]
    pub answers: BTreeMap<Question, Option<Answer>>,
    /// What people expect the guide to say.
    pub expect: Expected,
}

/// What people expect the guide to say.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Expected {
    /// Where the expectation comes from: a source and who says so, or “our judgement”.
    pub from: Vec<String>,
    /// Whether this is an incident for the guide; *inside* if the file does not say.
    #[serde(default = "inside")]
    pub scope: Finding<Scope>,
    /// What must happen.
    pub response: Bounds,
    /// What police would record; left out if there is no such finding.
    pub recording: Option<Finding<Recording>>,
    /// The kind of incident; left out if there is no such finding.
    pub typology: Option<Finding<Typology>>,
    /// The readings that change an answer.
    #[serde(default, deserialize_with = "readings")]
    pub readings: Vec<String>,
    /// What the guide must say: steps, words to say, things never to do, and the notice that names another route.
    #[serde(deserialize_with = "sayings")]
    pub must_say: Vec<String>,
    /// What the guide must not say.
    #[serde(deserialize_with = "sayings")]
    pub must_not_say: Vec<String>,
}

/// What is expected on an axis other than the response.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, bound = "V: Word")]
pub struct Finding<V> {
    /// Every value still possible.
    #[serde(deserialize_with = "words")]
    pub possible: Vec<V>,
}

/// What is expected of the response. It is settled when its two bounds are equal.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Bounds {
    /// The least; left out if some finishing meets no rule.
    #[serde(default, deserialize_with = "some_word")]
    pub at_least: Option<Response>,
    /// The greatest; left out if no rule can be met.
    #[serde(default, deserialize_with = "some_word")]
    pub at_most: Option<Response>,
    /// The rules met on which the least response rests, in order.
    #[serde(deserialize_with = "rules")]
    pub decided_by: Vec<String>,
}

impl Case {
    /// The cases in a folder, in the order of their names.
    ///
    /// # Errors
    ///
    /// When the folder or a file cannot be read, or a file is no case; the complaint names it.
    pub fn folder(path: &Path) -> Result<Vec<Self>, String> {
        let files = files::toml(path).map_err(|error| error.to_string())?;
        files.iter().map(|(path, text)| Self::file(path, text)).collect()
    }

    fn file(path: &Path, text: &str) -> Result<Self, String> {
        let case = Self::read(text).map_err(|complaint| format!("{}: {complaint}", path.display()))?;
        Ok(Self { name: path.file_stem().unwrap_or_default().to_string_lossy().into_owned(), ..case })
    }

    /// Reads a case, which has no name yet.
    ///
    /// # Errors
    ///
    /// What is wrong with it, with the line.
    pub fn read(text: &str) -> Result<Self, String> {
        toml::from_str(text).map_err(|error| error.to_string().trim_end().to_owned())
    }

    /// The incident that its answers make. An answer to a question that is not asked is kept only if the case names it.
    pub fn incident(&self) -> Incident {
        let incident = POLICY.questions().fold(Incident::new(self.nation), |incident, (question, entry)| {
            let answer = self.answers.get(&question).copied().unwrap_or_else(|| self.other_answer(&entry.logic));
            answer.map_or(incident, |answer| incident.with(question, answer))
        });
        incident.without(set_aside(incident).without(self.named()))
    }

    fn other_answer(&self, posed: &Posed) -> Option<Answer> {
        self.other_answers.filter(|_| posed.asked_while.is_none())
    }

    /// The questions that it names.
    fn named(&self) -> Questions {
        self.answers.keys().copied().collect()
    }
}

/// The questions that are answered though they are not asked.
fn set_aside(incident: Incident) -> Questions {
    let given = assess(&POLICY, incident).set_aside;
    given.iter().filter_map(|given| POLICY.question(&given.question)).collect()
}

fn inside() -> Finding<Scope> {
    Finding { possible: vec![Scope::Inside] }
}

// --- Reading --------------------------------------------------------------------------------------------------------

/// For serde: a word of the vocabulary.
fn word<'de, W: Word, D: Deserializer<'de>>(deserializer: D) -> Result<W, D::Error> {
    let id = String::deserialize(deserializer)?;
    word_of(&id).map_err(D::Error::custom)
}

fn some_word<'de, W: Word, D: Deserializer<'de>>(deserializer: D) -> Result<Option<W>, D::Error> {
    word(deserializer).map(Some)
}

fn words<'de, W: Word, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<W>, D::Error> {
    let ids = Vec::<String>::deserialize(deserializer)?;
    ids.iter().map(|id| word_of(id)).collect::<Result<_, _>>().map_err(D::Error::custom)
}

/// For serde: an answer in a case, and nothing for `unanswered`.
fn given<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Answer>, D::Error> {
    let id = String::deserialize(deserializer)?;
    given_of(&id).map_err(D::Error::custom)
}

/// For serde: the answers that a case names.
fn answers<'de, D: Deserializer<'de>>(deserializer: D) -> Result<BTreeMap<Question, Option<Answer>>, D::Error> {
    let answers = BTreeMap::<String, String>::deserialize(deserializer)?;
    let answer = |(id, given): (&String, &String)| {
        let question = POLICY.question(id).ok_or_else(|| format!("`{id}` is not a question"))?;
        given_of(given).map(|answer| (question, answer)).map_err(|complaint| format!("`{id}`: {complaint}"))
    };
    answers.iter().map(answer).collect::<Result<_, _>>().map_err(D::Error::custom)
}

fn rules<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<String>, D::Error> {
    known(deserializer, "a rule of the response", |id| named(&POLICY.rules.response, id).is_some())
}

fn readings<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<String>, D::Error> {
    known(deserializer, "a reading", |id| named(&POLICY.readings, id).is_some())
}

fn sayings<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<String>, D::Error> {
    known(deserializer, "a step, words to say, something never to do or the other route", |id| {
        POLICY.conditions().any(|(_, said, _)| &**said == id) || Notice::OtherRoute.id() == id
    })
}

/// Identifiers, each of which must be one of the policy's.
fn known<'de, D: Deserializer<'de>>(
    deserializer: D,
    what: &str,
    is_known: impl Fn(&str) -> bool,
) -> Result<Vec<String>, D::Error> {
    let ids = Vec::<String>::deserialize(deserializer)?;
    match ids.iter().find(|id| !is_known(id)) {
        Some(unknown) => Err(D::Error::custom(format!("`{unknown}` is not {what}"))),
        None => Ok(ids),
    }
}

fn word_of<W: Word>(id: &str) -> Result<W, String> {
    id.parse().map_err(|_| format!("found `{id}`, expected one of {}", listed::<W>()))
}

fn given_of(id: &str) -> Result<Option<Answer>, String> {
    if id == UNANSWERED {
        return Ok(None);
    }
    let answer = id.parse().map(Some);
    answer.map_err(|_| format!("found `{id}`, expected one of {}, `{UNANSWERED}`", listed::<Answer>()))
}

fn listed<W: Word>() -> String {
    quoted(W::ALL.iter().map(|word| word.id()))
}
