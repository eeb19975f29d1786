//! The table at the end of a run: how each step went, when it began and how long it took.

use std::fmt::Write as _;
use std::time::Duration;

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Outcome {
    Well,
    LeftOut,
    Failed,
    /// Something that it needs has failed.
    NotRun,
}

/// A step in the table. Times count from the beginning of the run.
pub struct Entry {
    pub name: &'static str,
    pub outcome: Outcome,
    pub began: Duration,
    pub ended: Duration,
}

impl Entry {
    /// A step that has not run, and may never.
    pub const fn of(name: &'static str) -> Self {
        Self { name, outcome: Outcome::NotRun, began: Duration::ZERO, ended: Duration::ZERO }
    }
}

/// Each step, and the whole. Steps run side by side, so the whole is less than their sum.
pub fn table(entries: &[Entry]) -> String {
    let mut text = format!("{:<53} {:>9} {:>9}\n", "", "began", "took");
    for Entry { name, outcome, began, ended } in entries {
        let word = match outcome {
            Outcome::Well => "ok",
            Outcome::LeftOut => "LEFT OUT",
            Outcome::Failed => "FAILED",
            Outcome::NotRun => "not run",
        };
        let times = [*began, ended.saturating_sub(*began)].map(|time| match outcome {
            Outcome::NotRun => String::new(),
            Outcome::Well | Outcome::LeftOut | Outcome::Failed => seconds(time),
        });
        let _ = writeln!(text, "{}", format!("{word:<8} {name:<44} {:>9} {:>9}", times[0], times[1]).trim_end());
    }
    let whole = entries.iter().map(|entry| entry.ended).max().unwrap_or_default();
    let _ = writeln!(text, "{:<53} {:>9} {:>9}", "in all", "", seconds(whole));
    text
}

pub fn seconds(time: Duration) -> String {
    format!("{:.1} s", time.as_secs_f64())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(name: &'static str, began: u64, ended: u64) -> Entry {
        let time = Duration::from_millis;
        Entry { name, outcome: Outcome::Well, began: time(began), ended: time(ended) }
    }

    #[test]
    fn the_table_gives_each_time_and_the_whole_from_the_first_beginning_to_the_last_end() {
        let text = table(&[entry("fetch", 0, 1_250), entry("carry", 500, 3_250), Entry::of("bury")]);
        let lines: Vec<_> = text.lines().map(|line| line.split_whitespace().collect::<Vec<_>>()).collect();
        assert_eq!(
            lines,
            [
                &["began", "took"][..],
                &["ok", "fetch", "0.0", "s", "1.2", "s"],
                &["ok", "carry", "0.5", "s", "2.8", "s"],
                &["not", "run", "bury"],
                &["in", "all", "3.2", "s"],
            ]
        );
    }
}
