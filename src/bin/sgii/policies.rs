//! The commands on policy folders.

use std::path::Path;

use sgii_guide::compare::{Diff, Version};
use sgii_guide::csv;
use sgii_guide::edition::POLICY;
use sgii_guide::policy::Policy;
use sgii_guide::policy::compile::{self, Problem};
use sgii_guide::proof;

use crate::arguments::Format;
use crate::complaints::with_lines;
use crate::terminal::pretty;

/// Compiles a policy, then proves every sentence of it.
pub fn check(folder: &Path) -> Result<String, String> {
    let files = compile::folder(folder).map_err(|error| error.to_string())?;
    let policy = compile::compile(&files).map_err(|problems| with_lines(&problems, &files))?;
    let report = proof::report(&proof::Subject::new(&policy));
    let (questions, steps) = (policy.questions.len(), policy.steps.len());
    let text = format!("{questions} questions, {steps} steps: no problems\n\n{}", report.text);
    if report.holds { Ok(text) } else { Err(text) }
}

/// Reads the policy that this program carries in another language.
pub fn language(folder: &Path) -> Result<String, String> {
    let files = compile::folder(folder).map_err(|error| error.to_string())?;
    let tag = folder.file_name().unwrap_or_default().to_string_lossy();
    let translation = compile::language(&carried(), &tag, &files).map_err(|problems| listed(&problems))?;
    let fallen: Vec<_> = translation.fallen.iter().map(|fallen| &fallen.why).collect();
    let summary = format!("`{tag}` lacks no text; entries that stay in English: {}", fallen.len());
    Ok([listed(fallen), summary].join("\n").trim_start().to_owned())
}

/// The file to fill in for a language.
pub fn template(tag: &str) -> Result<String, String> {
    let file = compile::template(&carried(), tag).map_err(|unknown| unknown.to_string())?;
    Ok(file.trim_end().to_owned())
}

/// Compares two policies, each a folder or a revision of the repository here.
pub fn diff(old: &str, new: &str, format: Format) -> Result<String, String> {
    let [old, new] = [Version::find(old, Path::new("."))?, Version::find(new, Path::new("."))?];
    let diff = Diff::of(&old, &new)?;
    Ok(match format {
        Format::Text => diff.text(&old, &new),
        Format::Json => pretty(&diff),
        Format::Csv => csv::diff(&diff),
    })
}

/// The policy that this program carries.
fn carried() -> Policy {
    POLICY.clone()
}

fn listed<'a>(problems: impl IntoIterator<Item = &'a Problem>) -> String {
    problems.into_iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}
