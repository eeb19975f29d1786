//! Commands as lists of steps: said before they run, timed, and summed up in a table.

use std::fmt::{self, Display, Formatter, Write as _};
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

/// Why a step was left out on this machine: an error that fails nothing, and is told where it arises and in the table.
#[derive(Debug)]
pub struct LeftOut(pub String);

impl Display for LeftOut {
    fn fmt(&self, out: &mut Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

impl std::error::Error for LeftOut {}

#[derive(Clone, Copy, PartialEq)]
enum Outcome {
    Well,
    LeftOut,
    Failed,
    NotRun,
}

struct Entry {
    name: &'static str,
    took: Duration,
    outcome: Outcome,
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
    let failed = entries.iter().filter(|entry| entry.outcome == Outcome::Failed).count();
    if failed > 0 {
        bail!("{failed} of {} steps failed", entries.len());
    }
    Ok(())
}

fn run_all(steps: &[Step], site: &mut Site) -> Vec<Entry> {
    let mut over = false;
    let mut entries = Vec::new();
    for (number, step) in (1..).zip(steps) {
        let started = Instant::now();
        let outcome = if over { Outcome::NotRun } else { run_one(step, number, steps.len(), site) };
        over |= outcome == Outcome::Failed && step.needed;
        entries.push(Entry { name: step.name, took: started.elapsed(), outcome });
    }
    entries
}

fn run_one(step: &Step, number: usize, of: usize, site: &mut Site) -> Outcome {
    println!("[{number}/{of}] {}", step.name);
    match (step.run)(site) {
        Ok(()) => Outcome::Well,
        Err(why) if why.is::<LeftOut>() => {
            println!("LEFT OUT: {why}");
            Outcome::LeftOut
        }
        Err(problem) => {
            println!("error: {problem:#}");
            Outcome::Failed
        }
    }
}

fn table(entries: &[Entry]) -> String {
    let mut text = String::new();
    for Entry { name, took, outcome } in entries {
        let word = match outcome {
            Outcome::Well => "ok",
            Outcome::LeftOut => "LEFT OUT",
            Outcome::Failed => "FAILED",
            Outcome::NotRun => "not run",
        };
        let took = if *outcome == Outcome::NotRun { String::new() } else { seconds(*took) };
        let _ = writeln!(text, "{word:<8} {name:<44} {took:>9}");
    }
    let total = entries.iter().map(|entry| entry.took).sum();
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
    fn what_a_machine_goes_without_is_told_and_fails_nothing() {
        let without = Step::check("a", |_| bail!(LeftOut("there is no such browser".to_owned())));
        assert_eq!(words(&[without, Step::check("b", WELL)]), ["LEFT", "ok", "in"]);
        assert!(carry_out(&[&[without]], &mut Site::at("nowhere")).is_ok());
    }

    #[test]
    fn any_failure_fails_the_run() {
        let mut site = Site::at("nowhere");
        assert!(carry_out(&[&[Step::check("a", BADLY)], &[Step::check("b", WELL)]], &mut site).is_err());
        assert!(carry_out(&[&[Step::check("b", WELL)]], &mut site).is_ok());
    }

    #[test]
    fn the_table_gives_each_time_and_their_sum() {
        let entry = |name, millis| Entry { name, took: Duration::from_millis(millis), outcome: Outcome::Well };
        let text = table(&[entry("fetch", 1250), entry("carry", 2750)]);
        let times: Vec<_> = text.lines().filter_map(|line| line.split_whitespace().rev().nth(1)).collect();
        assert_eq!(times, ["1.2", "2.8", "4.0"]);
    }
}
