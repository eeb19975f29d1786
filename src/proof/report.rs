//! The report of a check, for a person to read.

use std::fmt::Write;

use super::counts::{counts, grouped, table};
use super::properties::{Checked, Verdict, all};
use super::subject::Subject;

/// The result of checking a policy.
pub struct Report {
    /// For a person to read.
    pub text: String,
    /// Whether every sentence holds.
    pub holds: bool,
}

/// Checks every sentence and counts every result.
pub fn report(subject: &Subject<'_>) -> Report {
    let checked = all(subject);
    let holds = !checked.iter().any(failed);
    let mut text = String::new();
    let mut sentences: Vec<&str> = Vec::new();
    for check in &checked {
        if !sentences.contains(&check.property.sentence) {
            sentences.push(check.property.sentence);
            let ways: Vec<_> =
                checked.iter().filter(|other| other.property.sentence == check.property.sentence).collect();
            let _ = write!(text, "{}", sentence(check.property.sentence, &ways));
        }
    }
    let _ = write!(text, "\ncomplete answer sets that come to each result\n\n{}", table(&counts(subject)));
    Report { text, holds }
}

fn failed(check: &Checked) -> bool {
    matches!(check.verdict, Verdict::Refuted(_))
}

fn sentence(sentence: &str, ways: &[&Checked]) -> String {
    let holds = !ways.iter().any(|way| failed(way));
    let mut text = format!("{} {sentence}\n", if holds { "ok    " } else { "FAILED" });
    for way in ways {
        let millis = way.took.as_secs_f64() * 1000.0;
        let _ = writeln!(text, "       {}, {millis:.1} ms: {}", shown(&way.verdict), way.property.shows);
        if let Verdict::Refuted(witness) = &way.verdict {
            witness.to_string().lines().for_each(|line| {
                let _ = writeln!(text, "           {line}");
            });
        }
    }
    text
}

fn shown(verdict: &Verdict) -> String {
    match verdict {
        Verdict::Proved { answer_sets } => format!("proved of {} answer sets", grouped(*answer_sets)),
        Verdict::Read { entries } => format!("read in {} places", grouped(*entries as u128)),
        Verdict::Refuted(_) => "refuted".to_owned(),
    }
}
