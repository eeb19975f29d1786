//! The guide on the command line.

use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use sgii_guide::compare::{Diff, Version};
use sgii_guide::edition::{LOGIC, WORDING};
use sgii_guide::incident::{Incident, Rejection};
use sgii_guide::publish::review;
use sgii_guide::{Decision, assess, explain, json, policy::compile, proof, prose, questions};

/// What a school should do, and why, when a nude or semi-nude image of a child may be going round.
#[derive(Parser)]
#[command(version)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Read an incident as JSON from standard input and print the decision as JSON
    Classify,
    /// Read an incident as JSON from standard input and print the decision in words
    Explain,
    /// List the questions
    Questions {
        /// As JSON: an array of objects with `id`
        #[arg(long)]
        json: bool,
    },
    /// Write the review pack: `policy/review.md` and `dist/review.html`
    Review {
        /// The folder of the worked cases
        #[arg(default_value = "tests/cases")]
        cases: PathBuf,
    },
    /// Check a policy folder: print every problem it has, or prove every sentence that it must satisfy
    Check {
        /// The folder of the policy's files
        #[arg(default_value = "policy")]
        folder: PathBuf,
    },
    /// Say what differs between two policies: results first, then steps and words
    Diff {
        /// The policy before: a folder, or a git revision whose `policy/` is meant
        old: String,
        /// The policy now: a folder, or a git revision
        new: String,
        /// As JSON
        #[arg(long)]
        json: bool,
    },
}

fn main() -> ExitCode {
    let done = match Arguments::parse().command {
        Command::Classify => decided().map(|(_, decision)| pretty(&decision)),
        Command::Explain => decided().map(|(incident, decision)| prose::prose(&WORDING, incident.nation, &decision)),
        Command::Questions { json: true } => Ok(pretty(&all_questions())),
        Command::Questions { json: false } => Ok(listed_questions()),
        Command::Review { cases } => write_review(&cases),
        Command::Check { folder } => check(&folder),
        Command::Diff { old, new, json } => diff(&old, &new, json),
    };
    match done {
        Ok(text) => {
            println!("{text}");
            ExitCode::SUCCESS
        }
        Err(complaint) => {
            eprintln!("{complaint}");
            ExitCode::FAILURE
        }
    }
}

/// The incident on standard input, and what the guide says to it.
fn decided() -> Result<(Incident, Decision), String> {
    let mut text = String::new();
    io::stdin().read_to_string(&mut text).map_err(|error| format!("standard input: {error}"))?;
    let incident = json::incident(&LOGIC, &text).map_err(|refused: Rejection| refused.to_string())?;
    let decision = assess(&LOGIC, incident);
    Ok((incident, explain::in_words(&LOGIC, &WORDING, incident.nation, decision)))
}

fn all_questions() -> Vec<questions::Asked> {
    questions::questionnaire_in_words(&LOGIC, &WORDING).questions
}

fn listed_questions() -> String {
    let line = |question: &questions::Asked| {
        let ask = question.ask.as_deref().unwrap_or_default();
        format!("{:24} {}", &*question.id, &*explain::fill(&WORDING, None, ask))
    };
    all_questions().iter().map(line).collect::<Vec<_>>().join("\n")
}

/// Writes the review pack in its two forms, from the worked cases and the policy that this program carries.
fn write_review(cases: &Path) -> Result<String, String> {
    let files = compile::folder(Path::new("policy")).map_err(|error| format!("policy: {error}"))?;
    let needs = proof::needs(&files, &LOGIC);
    let proved = review::Proved::all(&proof::Subject::new(&LOGIC, &WORDING, &needs).sampling(1));
    let pack = review::pack(&review::Case::folder(cases)?, &proved);
    let written = [("policy/review.md", pack.markdown()), ("dist/review.html", pack.html())];
    for (path, text) in &written {
        let folder = Path::new(path).parent().unwrap_or_else(|| Path::new("."));
        std::fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
        // The build script looks at the folder, so a file that need not change is left as it is.
        if std::fs::read_to_string(path).ok().as_ref() != Some(text) {
            std::fs::write(path, text).map_err(|error| format!("{path}: {error}"))?;
        }
    }
    Ok(written.map(|(path, text)| format!("{path}: {} bytes", text.len())).join("\n"))
}

/// Compiles a policy, then proves every sentence of it.
fn check(folder: &Path) -> Result<String, String> {
    let files = compile::folder(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let listed = |problems: Vec<compile::Problem>| problems.iter().map(ToString::to_string).collect::<Vec<_>>();
    let policy = compile::compile(&files).map_err(|problems| listed(problems).join("\n"))?;
    let needs = proof::needs(&files, &policy.logic);
    let report = proof::report(&proof::Subject::new(&policy.logic, &policy.words, &needs));
    let (questions, steps) = (policy.logic.questions.len(), policy.logic.steps.len());
    let text = format!("{questions} questions, {steps} steps: no problems\n\n{}", report.text);
    if report.holds { Ok(text) } else { Err(text) }
}

/// Compares two policies, each a folder or a revision of the repository here.
fn diff(old: &str, new: &str, json: bool) -> Result<String, String> {
    let [old, new] = [Version::find(old, Path::new("."))?, Version::find(new, Path::new("."))?];
    let diff = Diff::of(&old, &new)?;
    Ok(if json { pretty(&diff) } else { diff.text(&old, &new) })
}

fn pretty<T: serde::Serialize>(value: &T) -> String {
    serde_json::to_string_pretty(value).unwrap_or_else(|error| error.to_string())
}
