//! Commands as lists of steps: those that share nothing run side by side, each is said and timed, and a table sums them up.

use std::fmt::{self, Display, Formatter};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Receiver, channel};
use std::thread::{self, available_parallelism};
use std::time::{Duration, Instant};

use anyhow::{Result, bail};

use crate::log::Log;
use crate::schedule::{Load, Schedule};
use crate::site::Site;
use crate::table::{Entry, Outcome, table};

/// One thing a command does, under the name a reader sees.
#[derive(Clone, Copy)]
pub struct Step {
    pub name: &'static str,
    /// The earlier steps without which this one makes no sense.
    pub needs: &'static [Self],
    pub load: Load,
    run: fn(&Site) -> Result<()>,
}

impl Step {
    /// A step that takes one core and needs nothing.
    pub const fn new(name: &'static str, run: fn(&Site) -> Result<()>) -> Self {
        Self { name, needs: &[], load: Load::Core, run }
    }

    /// It waits for these, and does not run where one of them failed.
    pub const fn needs(self, needs: &'static [Self]) -> Self {
        Self { needs, ..self }
    }

    pub const fn takes(self, load: Load) -> Self {
        Self { load, ..self }
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

/// After so long in which no step has begun or ended, what still runs is said.
const HEARTBEAT: Duration = Duration::from_secs(15);

/// Runs the steps and prints how each went and how long it took.
///
/// # Errors
///
/// If any step failed; what was wrong has been printed by then.
pub fn carry_out(parts: &[&[Step]], site: &Site) -> Result<()> {
    let steps = parts.concat();
    let cores = available_parallelism().map_or(1, usize::from);
    let entries = run_all(&steps, site, Schedule::new(&steps, cores)?);
    print!("\n{}", table(&entries));
    let failed = entries.iter().filter(|entry| entry.outcome == Outcome::Failed).count();
    if failed > 0 {
        bail!("{failed} of {} steps failed", entries.len());
    }
    Ok(())
}

/// How each step went, in the order of the list.
fn run_all(steps: &[Step], site: &Site, mut schedule: Schedule) -> Vec<Entry> {
    let mut entries: Vec<_> = steps.iter().map(|step| Entry::of(step.name)).collect();
    let (end, ends) = channel();
    let run = Instant::now();
    thread::scope(|scope| {
        loop {
            while let Some((place, step)) = schedule.start() {
                println!("[{}/{}] {}", place + 1, steps.len(), step.name);
                let end = end.clone();
                let began = run.elapsed();
                scope.spawn(move || {
                    let outcome = run_one(step, site);
                    end.send((place, Entry { name: step.name, outcome, began, ended: run.elapsed() }))
                });
            }
            let Some((place, entry)) = wait(&ends, &schedule) else { return };
            schedule.end(place, entry.outcome == Outcome::Failed);
            if let Some(its) = entries.get_mut(place) {
                *its = entry;
            }
        }
    });
    entries
}

/// Waits for the end of a step, and says now and then what it waits for; nothing where nothing runs.
fn wait<E>(ends: &Receiver<E>, schedule: &Schedule) -> Option<E> {
    let running: Vec<_> = schedule.running().map(|step| step.name).collect();
    while !running.is_empty() {
        if let Ok(end) = ends.recv_timeout(HEARTBEAT) {
            return Some(end);
        }
        println!("      still at it: {}", running.join("; "));
    }
    None
}

/// Runs a step with a log of its own. What it printed is told if it failed; else it stays in the log.
fn run_one(step: Step, site: &Site) -> Outcome {
    let log = Log::of(step.name, &site.logs());
    let site = site.logging(&log);
    match catch_unwind(AssertUnwindSafe(|| log.begin().and_then(|()| (step.run)(&site)))) {
        Ok(Ok(())) => Outcome::Well,
        Ok(Err(why)) if why.is::<LeftOut>() => {
            println!("LEFT OUT: {}: {why}", step.name);
            Outcome::LeftOut
        }
        Ok(Err(problem)) => {
            println!("{}error: {}: {problem:#}", log.told(), step.name);
            Outcome::Failed
        }
        Err(_) => Outcome::Failed,
    }
}

#[cfg(test)]
mod tests {
    use std::sync::{Barrier, LazyLock};

    use super::*;
    use crate::shell;

    const WELL: fn(&Site) -> Result<()> = |_| Ok(());
    const BADLY: fn(&Site) -> Result<()> = |_| bail!("it did not work");

    /// A folder in which there is nothing but logs.
    fn empty(name: &str) -> Site {
        Site::at(std::env::temp_dir().join(format!("sgii-plan-{}-{name}", std::process::id())))
    }

    fn outcomes(steps: &[Step], site: &Site) -> Result<Vec<Outcome>> {
        Ok(run_all(steps, site, Schedule::new(steps, 2)?).iter().map(|entry| entry.outcome).collect())
    }

    #[test]
    fn what_needs_a_failed_step_is_not_run_and_all_else_is() -> Result<()> {
        const A: Step = Step::new("a", BADLY);
        let steps = [A, Step::new("b", WELL).needs(&[A]), Step::new("c", WELL)];
        assert_eq!(outcomes(&steps, &empty("failed"))?, [Outcome::Failed, Outcome::NotRun, Outcome::Well]);
        Ok(())
    }

    #[test]
    fn what_a_machine_goes_without_is_told_and_fails_nothing() -> Result<()> {
        const WITHOUT: Step = Step::new("a", |_| bail!(LeftOut("there is no such browser".to_owned())));
        let (steps, site) = ([WITHOUT, Step::new("b", WELL).needs(&[WITHOUT])], empty("without"));
        assert_eq!(outcomes(&steps, &site)?, [Outcome::LeftOut, Outcome::Well]);
        carry_out(&[&steps], &site)
    }

    #[test]
    #[allow(clippy::panic, reason = "a step may come apart")]
    fn any_failure_fails_the_run() {
        let site = empty("any");
        assert!(carry_out(&[&[Step::new("a", BADLY)], &[Step::new("b", WELL)]], &site).is_err());
        assert!(carry_out(&[&[Step::new("b", WELL)]], &site).is_ok());
        assert!(carry_out(&[&[Step::new("a", |_| panic!("it came apart"))]], &site).is_err());
    }

    #[test]
    fn two_steps_that_share_nothing_run_side_by_side() -> Result<()> {
        static BOTH: LazyLock<Barrier> = LazyLock::new(|| Barrier::new(2));
        let meet = |_: &Site| {
            BOTH.wait();
            Ok(())
        };
        let steps = [Step::new("a", meet), Step::new("b", meet)];
        assert_eq!(outcomes(&steps, &empty("beside"))?, [Outcome::Well; 2]);
        Ok(())
    }

    #[test]
    fn each_step_has_a_log_of_its_own() -> Result<()> {
        let site = empty("logs");
        let says = |site: &Site| shell::show(site, site.program("echo").arg("it said"));
        let steps = [Step::new("one, by name", says), Step::new("another", WELL)];
        assert_eq!(outcomes(&steps, &site)?, [Outcome::Well; 2]);
        assert_eq!(Log::of("one, by name", &site.logs()).told(), "it said\n");
        assert_eq!(Log::of("another", &site.logs()).told(), "");
        Ok(())
    }
}
