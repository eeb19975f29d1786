//! Moves, and what is newly said, as sentences.

use std::fmt::Write;

use crate::compare::example::Given;
use crate::compare::version::Version;
use crate::compare::{Example, Move, Rules, Shown};
use crate::explain::fill;
use crate::policy::Policy;
use crate::policy::entry::named;
use crate::policy::vocabulary::{Axis, Nation, Word};
use crate::proof::counts::grouped;
use crate::say::conditions::ENGLISH;
use crate::say::lists::joined;

/// How many moves of an axis are told. Any others are counted.
const MOST_TOLD: usize = 12;

/// The words of both policies.
pub(super) struct Spoken<'a> {
    pub versions: [&'a Version; 2],
}

impl Spoken<'_> {
    /// Every move, told once for all nations in which it is the same.
    pub fn moves(&self, moves: &[Move]) -> String {
        let mut text = String::from("## Results\n\n");
        if moves.is_empty() {
            text.push_str("No complete answer set comes to another result.\n");
        }
        for axis in Axis::ALL {
            let told = alike(moves.iter().filter(|found| found.axis == *axis), |one, two| {
                (&one.from, &one.to, one.answer_sets, one.at_most) == (&two.from, &two.to, two.answer_sets, two.at_most)
                    && (&one.example, &one.rules) == (&two.example, &two.rules)
            });
            for same in told.iter().take(MOST_TOLD) {
                text.push_str(&self.one(same));
            }
            if let Some(more) = told.len().checked_sub(MOST_TOLD).filter(|more| *more > 0) {
                let _ = writeln!(text, "- {}: {more} smaller moves more; `--json` lists them all.", axis.id());
            }
        }
        text
    }

    fn one(&self, same: &[&Move]) -> String {
        let Some(found) = same.first() else { return String::new() };
        let nations: Vec<Nation> = same.iter().map(|found| found.nation).collect();
        let what = match (found.axis, found.at_most) {
            (axis, true) => format!("most urgent {} still possible", axis.id()),
            (axis, false) => axis.id().to_owned(),
        };
        let [from, to] = [&found.from, &found.to].map(|values| self.values(found.axis, values));
        let lead = format!(
            "- {}, {what}: {} from {from} to {to}",
            self.nations(&nations),
            sets(found.answer_sets, nations.len())
        );
        let example = self.example(&found.example);
        format!("{lead}.\n  The smallest: {example}.\n{}", self.rules(found.axis, &found.rules))
    }

    fn values(&self, axis: Axis, values: &[&str]) -> String {
        let names = values.iter().map(|value| format!("“{}”", self.value(axis, value)));
        match values {
            [] if axis == Axis::Response => "no response (another route)".to_owned(),
            [] => "nothing".to_owned(),
            [..] => joined(names.collect(), "or"),
        }
    }

    /// The present name of a value.
    fn value(&self, axis: Axis, id: &str) -> String {
        let [_, new] = self.versions;
        let value = named(&new.policy.values[axis], id);
        value.map_or_else(|| id.to_owned(), |value| neutral(&new.policy, &value.words.name))
    }

    fn example(&self, example: &Example) -> String {
        let said = |given: &Given| format!("{} to “{}”", ENGLISH.answer(given.answer), self.ask(&given.question));
        let given: Vec<String> = example.answers.iter().map(said).collect();
        let others = match example.others {
            "no" => "no to every other question",
            _ => "every other question unanswered",
        };
        let every = others.replace("other ", "");
        if given.is_empty() { every } else { format!("{}; {others}", given.join(", ")) }
    }

    /// A question in its present wording, or in its former one if it is gone.
    fn ask(&self, id: &str) -> String {
        let asked = self.versions.iter().rev().find_map(|version| {
            let question = named(&version.policy.questions, id)?;
            Some(neutral(&version.policy, &question.words.ask))
        });
        asked.unwrap_or_else(|| id.to_owned())
    }

    fn rules(&self, axis: Axis, rules: &Rules) -> String {
        let [old, new] = self.versions;
        let line = |what: &str, version: &Version, ids: &[String]| {
            let said: Vec<String> = ids.iter().map(|id| says(version, axis, id)).collect();
            (!ids.is_empty()).then(|| format!("  {what}: {}\n", said.join(" ")))
        };
        let lines = [
            line("Rules met before and not now", old, &rules.lost),
            line("Rules met now and not before", new, &rules.gained),
            line("Rules met both times, but changed", new, &rules.changed),
        ];
        let text: String = lines.into_iter().flatten().collect();
        if text.is_empty() {
            "  The same rules are met there: their order or another axis differs.\n".to_owned()
        } else {
            text
        }
    }

    fn nations(&self, nations: &[Nation]) -> String {
        let [_, new] = self.versions;
        let names = nations.iter().filter_map(|nation| named(&new.policy.wording.nations, nation.id()));
        joined(names.map(|nation| nation.words.name.to_string()).collect(), "and")
    }

    /// Where something is newly said or no longer said. With an example if its condition changed; otherwise in one
    /// line, because the moves above already have theirs.
    pub fn said(&self, said: &[Shown]) -> String {
        if said.is_empty() {
            return String::new();
        }
        let mut text = String::from("## Where advice is said\n\n");
        let told = alike(said.iter(), |one, two| {
            (one.kind, &one.id, one.gained, one.answer_sets) == (two.kind, &two.id, two.gained, two.answer_sets)
                && one.example == two.example
        });
        for same in &told {
            text.push_str(&self.one_said(same));
        }
        text
    }

    fn one_said(&self, same: &[&Shown]) -> String {
        let Some(found) = same.first() else { return String::new() };
        let nations: Vec<Nation> = same.iter().map(|found| found.nation).collect();
        let change = if found.gained { "now said" } else { "no longer said" };
        let many = if found.answer_sets == 0 {
            "only while questions are unanswered".to_owned()
        } else {
            format!("at {}", sets(found.answer_sets, nations.len()))
        };
        let lead = format!("- {} `{}`, {}: {change} {many}", found.kind, found.id, self.nations(&nations));
        if found.as_written {
            return format!("{lead}. Its condition is as it was: what it goes by moved.\n");
        }
        format!("{lead}.\n  The smallest: {}.\n", self.example(&found.example))
    }
}

/// Groups of items that are alike, in the order in which each first comes.
fn alike<'t, T>(all: impl Iterator<Item = &'t T>, same: impl Fn(&T, &T) -> bool) -> Vec<Vec<&'t T>> {
    let mut lists: Vec<Vec<&T>> = Vec::new();
    for one in all {
        match lists.iter_mut().find(|list| list.first().is_some_and(|first| same(first, one))) {
            Some(list) => list.push(one),
            None => lists.push(vec![one]),
        }
    }
    lists
}

fn sets(many: u128, nations: usize) -> String {
    let each = if nations > 1 { " in each" } else { "" };
    let sets = if many == 1 { "complete answer set" } else { "complete answer sets" };
    format!("{} {sets}{each}", grouped(many))
}

/// A rule by its identifier and its sentence.
fn says(version: &Version, axis: Axis, id: &str) -> String {
    let rule = named(&version.policy.rules[axis], id);
    format!("`{id}` {}", rule.map(|rule| neutral(&version.policy, &rule.words)).unwrap_or_default())
}

fn neutral(policy: &Policy, text: &str) -> String {
    fill(&policy.wording, None, text).to_string()
}
