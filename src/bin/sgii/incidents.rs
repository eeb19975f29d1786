//! The commands on incidents and questions.

use std::path::Path;

use sgii_guide::case::Case;
use sgii_guide::code::{self, Reopened};
use sgii_guide::edition::POLICY;
use sgii_guide::explain::{fill, in_words};
use sgii_guide::incident::{Incident, Rejection};
use sgii_guide::json::Told;
use sgii_guide::questions::{Asked, questionnaire};
use sgii_guide::visible::on_one_line;
use sgii_guide::{Decision, assess, csv, json, prose};

use crate::arguments::Format;
use crate::terminal::{complain, line, pretty, read};

/// The decision on the incident on standard input, as JSON.
pub fn classify() -> Result<String, String> {
    decided().map(|(_, decision)| pretty(&decision))
}

/// The decision on the incident on standard input, in words.
pub fn explain(format: Format) -> Result<String, String> {
    decided().map(|(incident, decision)| match format {
        Format::Text => prose::prose(&POLICY, incident.nation, &decision),
        Format::Json => pretty(&decision),
        Format::Csv => csv::decision(&decision),
    })
}

/// The case code of the incident on standard input.
pub fn code() -> Result<String, String> {
    told().map(|incident| code::encode(&POLICY, incident))
}

/// The incident of a case code, as JSON. Warnings about what has changed since go to standard error.
pub fn reopen(code: &str) -> Result<String, String> {
    let Reopened { incident, same_rules, retired, unknown } = code::decode(&POLICY, code).map_err(refusal)?;
    if !same_rules {
        complain("this code was made under other rules: the result may differ from the one noted with it");
    }
    retired.iter().for_each(|question| complain(&format!("`{question}` was answered and is no longer asked")));
    if unknown {
        complain("some answers are to questions that this edition does not have: the code is from a later one");
    }
    Ok(pretty(&Told { policy: &POLICY, incident }))
}

/// The incidents of the worked cases in a folder, a line of JSON each.
pub fn worked(folder: &Path) -> Result<Vec<String>, String> {
    let told = |case: &Case| line(&Told { policy: &POLICY, incident: case.incident() });
    Ok(Case::folder(folder)?.iter().map(told).collect())
}

/// The questions: as text a line each, as JSON an array of objects with `id`.
pub fn questions(format: Format) -> String {
    let questionnaire = questionnaire(&POLICY);
    let line = |question: &Asked| format!("{:24} {}", &*question.id, &*fill(&POLICY.wording, None, &question.ask));
    match format {
        Format::Text => questionnaire.questions.iter().map(line).collect::<Vec<_>>().join("\n"),
        Format::Json => pretty(&questionnaire.questions),
        Format::Csv => csv::questions(&questionnaire),
    }
}

/// The incident on standard input.
fn told() -> Result<Incident, String> {
    json::incident(&POLICY, &read()?).map_err(refusal)
}

/// The incident on standard input, and the decision on it in words.
fn decided() -> Result<(Incident, Decision), String> {
    let incident = told()?;
    let decision = assess(&POLICY, incident);
    Ok((incident, in_words(&POLICY, incident.nation, decision)))
}

/// Every complaint on a line of its own.
fn refusal(refused: Rejection) -> String {
    refused.0.iter().map(|complaint| on_one_line(complaint)).collect::<Vec<_>>().join("\n")
}
