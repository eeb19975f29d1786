//! Commands as lists of steps: said before they run, timed, and summed up in a table.

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use anyhow::{Result, bail};

use crate::site::Site;

/// One thing a command does, under the name a reader sees.
#[derive(Clone, Copy)]
pub struct Step {
    name: &'static str,
    needed: bool,
    run: fn(&mut Site) -> Result<()>,
}

impl Step {
    /// A step without which the later ones make no sense: its failure ends the run.
    pub const fn needed(name: &'static str, run: fn(&mut Site) -> Result<()>) -> Self {
        Self { name, needed: true, run }
    }

    /// A step that stands alone: its failure fails the run, once the others have had their say.
    pub const fn check(name: &'static str, run: fn(&mut Site) -> Result<()>) -> Self {
        Self { name, needed: false, run }
    }
}

struct Entry {
    name: &'static str,
    took: Option<Duration>,
    failed: bool,
}

/// Runs the steps in order and prints how each went and how long it took.
///
/// # Errors
///
/// If any step failed; what was wrong has been printed by then.
pub fn carry_out(parts: &[&[Step]], site: &mut Site) -> Result<()> {
    let steps = parts.concat();
    let entries = run_all(&steps, site);
    print!("\n{}", table(&entries));
    let failed = entries.iter().filter(|entry| entry.failed).count();
    if failed > 0 {
        bail!("{failed} of {} steps failed", entries.len());
    }
    Ok(())
}

fn run_all(steps: &[Step], site: &mut Site) -> Vec<Entry> {
    let mut over = false;
    let mut entries = Vec::new();
    for (number, step) in (1..).zip(steps) {
        let (took, failed) = if over { (None, false) } else { run_one(step, number, steps.len(), site) };
        over |= failed && step.needed;
        entries.push(Entry { name: step.name, took, failed });
    }
    entries
}

fn run_one(step: &Step, number: usize, of: usize, site: &mut Site) -> (Option<Duration>, bool) {
    println!("[{number}/{of}] {}", step.name);
    let started = Instant::now();
    let outcome = (step.run)(site);
    if let Err(problem) = &outcome {
        println!("error: {problem:#}");
    }
    (Some(started.elapsed()), outcome.is_err())
}

fn table(entries: &[Entry]) -> String {
    let mut text = String::new();
    for entry in entries {
        let word = match entry {
            Entry { failed: true, .. } => "FAILED",
            Entry { took: None, .. } => "not run",
            Entry { .. } => "ok",
        };
        let took = entry.took.map_or_else(String::new, seconds);
        let _ = writeln!(text, "{word:<8} {:<44} {took:>9}", entry.name);
    }
    let total = entries.iter().filter_map(|entry| entry.took).sum();
    let _ = writeln!(text, "{:<53} {:>9}", "in all", seconds(total));
    text
}

fn seconds(time: Duration) -> String {
    format!("{:.1} s", time.as_secs_f64())
}

#[cfg(test)]
mod tests {
    use super::*;

    const WELL: fn(&mut Site) -> Result<()> = |_| Ok(());
    const BADLY: fn(&mut Site) -> Result<()> = |_| bail!("it did not work");

    fn words(steps: &[Step]) -> Vec<String> {
        let entries = run_all(steps, &mut Site::at("nowhere"));
        table(&entries).lines().filter_map(|line| Some(line.split_whitespace().next()?.to_owned())).collect()
    }

    #[test]
    fn a_failed_check_lets_the_others_run() {
        assert_eq!(words(&[Step::check("a", BADLY), Step::check("b", WELL)]), ["FAILED", "ok", "in"]);
    }

    #[test]
    fn nothing_runs_after_a_needed_step_has_failed() {
        assert_eq!(words(&[Step::needed("a", BADLY), Step::check("b", WELL)]), ["FAILED", "not", "in"]);
    }

    #[test]
    fn any_failure_fails_the_run() {
        let mut site = Site::at("nowhere");
        assert!(carry_out(&[&[Step::check("a", BADLY)], &[Step::check("b", WELL)]], &mut site).is_err());
        assert!(carry_out(&[&[Step::check("b", WELL)]], &mut site).is_ok());
    }

    #[test]
    fn the_table_gives_each_time_and_their_sum() {
        let entry = |name, millis| Entry { name, took: Some(Duration::from_millis(millis)), failed: false };
        let text = table(&[entry("fetch", 1250), entry("carry", 2750)]);
        let times: Vec<_> = text.lines().filter_map(|line| line.split_whitespace().rev().nth(1)).collect();
        assert_eq!(times, ["1.2", "2.8", "4.0"]);
    }
}
