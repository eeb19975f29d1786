//! The guide on the command line.

use std::io::{self, ErrorKind, Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use sgii_guide::code::{self, Reopened};
use sgii_guide::compare::{Diff, Version};
use sgii_guide::edition::{LOGIC, WORDING};
use sgii_guide::incident::{Incident, Rejection};
use sgii_guide::json::Told;
use sgii_guide::policy::{Policy, compile};
use sgii_guide::publish::{contacts, counts, review};
use sgii_guide::{Decision, assess, explain, json, proof, prose, questions};

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
    /// Read an incident as JSON from standard input and print its case code
    Code,
    /// Print the incident of a case code as JSON, with warnings where the guide has changed since
    Reopen {
        /// The code; spaces and hyphens do not matter
        #[arg(required = true)]
        code: Vec<String>,
    },
    /// Print incidents drawn at random, always the same ones, a line of JSON each
    Sample {
        /// How many
        count: usize,
    },
    /// Print one SHA-256 over the decisions on these incidents, without words
    Digest {
        /// How many
        count: usize,
    },
    /// Write the review pack: `policy/review.md` and `dist/review.html`
    Review {
        /// The folder of the worked cases
        #[arg(default_value = "tests/cases")]
        cases: PathBuf,
    },
    /// Write how many answer sets end where, and how many questions it takes: `policy/counts.md`
    Counts,
    /// Check a policy folder: print every problem it has, or prove every sentence that it must satisfy
    Check {
        /// The folder of the policy's files
        #[arg(default_value = "policy")]
        folder: PathBuf,
    },
    /// Check the policy's words in another language: print what is missing or misfits, and what is out of review
    Language {
        /// The folder of the language's files, with the language's tag for a name
        #[arg(required_unless_present = "template")]
        folder: Option<PathBuf>,
        /// Instead, print the file to fill in for a language, each text under the English one
        #[arg(long, value_name = "TAG", conflicts_with = "folder")]
        template: Option<String>,
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
    /// Put a school's own contacts into the sealed page, and print its new SHA-256 beside that of the empty one
    Contacts {
        /// The sealed page, empty or filled before; or the folder of both pages and their worker, as it is hosted
        guide: PathBuf,
        /// The contacts, as in `www/contacts.example.json`; `{}` empties the page again
        contacts: PathBuf,
        /// The page to write; otherwise `guide-local.html` beside `guide.html`, and `dist-local` beside the folder `dist`
        out: Option<PathBuf>,
    },
}

fn main() -> ExitCode {
    let done = match Arguments::parse().command {
        Command::Classify => decided().map(|(_, decision)| pretty(&decision)),
        Command::Explain => decided().map(|(incident, decision)| prose::prose(&WORDING, incident.nation, &decision)),
        Command::Questions { json: true } => Ok(pretty(&all_questions())),
        Command::Questions { json: false } => Ok(listed_questions()),
        Command::Code => told().map(|incident| code::encode(&LOGIC, incident)),
        Command::Reopen { code } => reopen(&code.join(" ")),
        Command::Sample { count } => Ok(proof::parity::incidents(&LOGIC, count).trim_end().to_owned()),
        Command::Digest { count } => Ok(proof::parity::digest(&LOGIC, count)),
        Command::Review { cases } => write_review(&cases),
        Command::Counts => write_counts(),
        Command::Check { folder } => check(&folder),
        Command::Language { folder: Some(folder), .. } => language(&folder),
        Command::Language { folder: None, template } => {
            let template = compile::template(&carried(), &template.unwrap_or_default());
            template.map(|file| file.trim_end().to_owned()).map_err(|unknown| unknown.to_string())
        }
        Command::Diff { old, new, json } => diff(&old, &new, json),
        Command::Contacts { guide, contacts, out } => {
            let out = out.unwrap_or_else(|| contacts::beside(&guide));
            contacts::install(&guide, &contacts, &out)
        }
    };
    match done.and_then(|text| print(&text)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(complaint) => {
            eprintln!("{complaint}");
            ExitCode::FAILURE
        }
    }
}

/// Prints a result. A reader who has seen enough of it, such as `head`, is content.
fn print(text: &str) -> Result<(), String> {
    match writeln!(io::stdout().lock(), "{text}") {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(format!("standard output: {error}")),
        _ => Ok(()),
    }
}

/// The incident on standard input.
fn told() -> Result<Incident, String> {
    let mut text = String::new();
    io::stdin().read_to_string(&mut text).map_err(|error| format!("standard input: {error}"))?;
    json::incident(&LOGIC, &text).map_err(|refused: Rejection| refused.to_string())
}

/// The incident on standard input, and what the guide says to it.
fn decided() -> Result<(Incident, Decision), String> {
    let incident = told()?;
    let decision = assess(&LOGIC, incident);
    Ok((incident, explain::in_words(&LOGIC, &WORDING, incident.nation, decision)))
}

/// The incident of a case code; what has changed since goes to standard error.
fn reopen(code: &str) -> Result<String, String> {
    let Reopened { incident, same_rules, retired, unknown } =
        code::decode(&LOGIC, code).map_err(|refused: Rejection| refused.to_string())?;
    if !same_rules {
        eprintln!("this code was made under other rules: the result may differ from the one noted with it");
    }
    retired.iter().for_each(|question| eprintln!("`{question}` was answered and is no longer asked"));
    if unknown {
        eprintln!("some answers are to questions that this edition does not have: the code is from a later one");
    }
    Ok(pretty(&Told { logic: &LOGIC, incident }))
}

fn all_questions() -> Vec<questions::Asked> {
    questions::questionnaire(&LOGIC, &WORDING).questions
}

fn listed_questions() -> String {
    let line = |question: &questions::Asked| {
        let ask = &*question.ask;
        format!("{:24} {}", &*question.id, &*explain::fill(&WORDING, None, ask))
    };
    all_questions().iter().map(line).collect::<Vec<_>>().join("\n")
}

/// Writes the review pack in its two forms, from the worked cases and the policy that this program carries.
fn write_review(cases: &Path) -> Result<String, String> {
    let proved = review::Proved::all(&subject());
    let pack = review::pack(&review::Case::folder(cases)?, &proved);
    Ok([write("policy/review.md", &pack.markdown())?, write("dist/review.html", &pack.html())?].join("\n"))
}

/// Writes how many answer sets end where, and how long sittings are.
fn write_counts() -> Result<String, String> {
    write("policy/counts.md", &counts::counts(&subject()).markdown())
}

/// The policy that this program carries, under proof.
fn subject() -> proof::Subject<'static> {
    proof::Subject::new(&LOGIC, &WORDING)
}

/// Writes a file, unless it says the same already: the build script looks at the policy's folder.
fn write(path: &str, text: &str) -> Result<String, String> {
    let folder = Path::new(path).parent().unwrap_or_else(|| Path::new("."));
    std::fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    if std::fs::read_to_string(path).is_ok_and(|old| old == text) {
        return Ok(format!("{path}: unchanged"));
    }
    std::fs::write(path, text).map_err(|error| format!("{path}: {error}"))?;
    Ok(format!("{path}: {} bytes", text.len()))
}

/// Compiles a policy, then proves every sentence of it.
fn check(folder: &Path) -> Result<String, String> {
    let files = compile::folder(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let policy = compile::compile(&files).map_err(|problems| listed(&problems))?;
    let report = proof::report(&proof::Subject::new(&policy.logic, &policy.words));
    let (questions, steps) = (policy.logic.questions.len(), policy.logic.steps.len());
    let text = format!("{questions} questions, {steps} steps: no problems\n\n{}", report.text);
    if report.holds { Ok(text) } else { Err(text) }
}

/// Reads the policy that this program carries in another language.
fn language(folder: &Path) -> Result<String, String> {
    let files = compile::folder(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let tag = folder.file_name().unwrap_or_default().to_string_lossy();
    let translation = compile::language(&carried(), &tag, &files).map_err(|problems| listed(&problems))?;
    let fallen: Vec<_> = translation.fallen.iter().map(|fallen| &fallen.why).collect();
    let summary = format!("`{tag}` lacks no text; entries that stay in English: {}", fallen.len());
    Ok([listed(fallen), summary].join("\n").trim_start().to_owned())
}

/// The policy that this program carries.
fn carried() -> Policy {
    Policy { logic: LOGIC.clone(), words: WORDING.clone() }
}

fn listed<'a>(problems: impl IntoIterator<Item = &'a compile::Problem>) -> String {
    problems.into_iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
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
