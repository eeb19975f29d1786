//! The worked cases of `tests/cases/`, as people write them.
//!
//! A case is a short story, the answers that a lead would give, and the whole result that people expect, with where
//! the expectation comes from. Nothing in a case has a meaning that is not written there: an unknown field is refused,
//! and a question that is not in `answers` has not been answered.

#![allow(dead_code, reason = "each test uses its own part of a case")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test may")]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde::Deserialize;
use sgii_guide::Incident;
use sgii_guide::edition::POLICY;
use sgii_guide::policy::vocabulary::{Axis, Response, Timing};

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
    pub nation: String,
    /// From question to answer.
    pub answers: BTreeMap<String, String>,
    /// What people expect the guide to say.
    pub expect: Expected,
}

/// The whole result that is expected.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Expected {
    /// Where the expectation comes from: a source and who says so, or “our judgement”.
    pub from: Vec<String>,
    /// Whether this is an incident for the guide.
    pub scope: Finding,
    /// What must happen.
    pub response: Bounds,
    /// What police would record; left out where there is no such finding.
    pub recording: Option<Finding>,
    /// The kind of incident; left out where there is no such finding.
    pub typology: Option<Finding>,
    /// The readings that change an answer.
    #[serde(default)]
    pub readings: Vec<String>,
    /// The answers that do not count, because their questions do not apply.
    #[serde(default)]
    pub set_aside: BTreeMap<String, String>,
    /// The steps by their timing, each list in the order of doing.
    pub steps: Steps,
    /// The words that can be said, in order.
    pub scripts: Vec<String>,
    /// What never to do, in order.
    pub never: Never,
    /// What to ask further, in order.
    pub ask: Vec<String>,
    /// What to ask first; left out where there is nothing to ask.
    pub next: Option<Next>,
}

/// What is expected on an axis whose values stand side by side.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Finding {
    /// Every value still possible. The finding is settled when there is one.
    pub possible: Vec<String>,
    /// The rules met, in order. They decide when the finding is settled.
    pub because: Vec<String>,
    /// The questions on which it turns.
    #[serde(default)]
    pub open_on: Vec<String>,
}

/// What is expected of the response. It is settled when its two bounds are equal.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Bounds {
    /// The least; left out while no rule need be met.
    pub at_least: Option<String>,
    /// The greatest; left out where no rule can be met.
    pub at_most: Option<String>,
    /// The rules met on which the least response rests, in order.
    pub decided_by: Vec<String>,
    /// The other rules met, most urgent first.
    pub also_true: Vec<String>,
    /// The questions on which it turns.
    #[serde(default)]
    pub open_on: Vec<String>,
}

/// The steps that are expected.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Steps {
    pub now: Vec<String>,
    pub today: Vec<String>,
    pub before_closing: Vec<String>,
    pub follow_up: Vec<String>,
}

/// What never to do: the word `all`, or a list.
#[derive(Clone, Debug, Deserialize)]
#[serde(untagged)]
pub enum Never {
    /// The word `all`.
    All(All),
    /// These alone.
    These(Vec<String>),
}

/// The word `all`.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum All {
    All,
}

/// The question to ask first.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Next {
    /// The question.
    pub question: String,
    /// The most important thing that turns on it.
    pub open_on: String,
    /// The response that a yes would force, where it would.
    pub if_yes: Option<String>,
}

impl Case {
    /// Reads a case. The complaint says what is wrong and where.
    pub fn read(name: &str, text: &str) -> Result<Self, String> {
        let case: Self = toml::from_str(text).map_err(|error| format!("{name}: {error}"))?;
        Ok(Self { name: name.to_owned(), ..case })
    }

    /// The incident that its answers make.
    #[track_caller]
    pub fn incident(&self) -> Incident {
        let text = serde_json::json!({ "nation": self.nation, "answers": self.answers }).to_string();
        sgii_guide::json::incident(&POLICY, &text).unwrap_or_else(|refused| panic!("{}: {refused}", self.name))
    }

    /// What was answered to a question.
    pub fn answer(&self, question: &str) -> Option<&str> {
        self.answers.get(question).map(String::as_str)
    }
}

impl Expected {
    /// What is expected on an axis; `None` for the response, which has bounds.
    pub fn finding(&self, axis: Axis) -> Option<&Finding> {
        match axis {
            Axis::Scope => Some(&self.scope),
            Axis::Response => None,
            Axis::Recording => self.recording.as_ref(),
            Axis::Typology => self.typology.as_ref(),
        }
    }

    /// The rules that are expected to be met on an axis, in order.
    pub fn rules(&self, axis: Axis) -> Vec<&str> {
        let bounds = [&self.response.decided_by, &self.response.also_true];
        match axis {
            Axis::Response => bounds.into_iter().flatten().map(String::as_str).collect(),
            Axis::Scope | Axis::Recording | Axis::Typology => {
                self.finding(axis).iter().flat_map(|finding| &finding.because).map(String::as_str).collect()
            }
        }
    }

    /// The least and the greatest response.
    pub fn bounds(&self) -> [Option<Response>; 2] {
        [&self.response.at_least, &self.response.at_most]
            .map(|bound| bound.as_ref().map(|id| id.parse().expect("a response")))
    }

    /// Every step with its timing, in the order of doing.
    pub fn all_steps(&self) -> Vec<(Timing, &str)> {
        let Steps { now, today, before_closing, follow_up } = &self.steps;
        let by_timing = [now, today, before_closing, follow_up];
        let steps = [Timing::Now, Timing::Today, Timing::BeforeClosing, Timing::FollowUp].into_iter().zip(by_timing);
        steps.flat_map(|(timing, steps)| steps.iter().map(move |step| (timing, step.as_str()))).collect()
    }

    /// What never to do, in order.
    pub fn all_never(&self) -> Vec<&str> {
        match &self.never {
            Never::All(All::All) => POLICY.never.iter().map(|advice| &*advice.id).collect(),
            Never::These(these) => these.iter().map(String::as_str).collect(),
        }
    }
}

/// Every worked case, in the order of their names.
#[track_caller]
pub fn cases() -> Vec<Case> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let files = fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut paths: Vec<_> = files.map(|file| file.expect("a file").path()).collect();
    paths.sort();
    let read = paths.iter().filter(|path| path.extension().is_some_and(|ending| ending == "toml")).map(|path| {
        let name = path.file_stem().expect("a name").to_string_lossy();
        let text = fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        Case::read(&name, &text)
    });
    let (cases, complaints): (Vec<_>, Vec<_>) = read.partition(Result::is_ok);
    let complaints: Vec<_> = complaints.into_iter().filter_map(Result::err).collect();
    assert!(complaints.is_empty(), "{}", complaints.join("\n"));
    cases.into_iter().filter_map(Result::ok).collect()
}
