//! Sentences about the tables: they say what was written, and all of it is used.

use biodivine_lib_bdd::Bdd;

use super::{Property, Verdict, complete, of_complete, read, refuted};
use crate::policy::Policy;
use crate::policy::entry::Entry;
use crate::policy::logic::{Cite, Rule};
use crate::policy::register::{Facts, Register};
use crate::policy::table::Text;
use crate::policy::vocabulary::{Answer, Axis, OnAxis, Response, Word};
use crate::proof::advice::Standing;
use crate::proof::algebra::{Bit, Vector};
use crate::proof::meaning::Meaning;
use crate::proof::subject::{Here, Subject};
use crate::proof::witness::Witness;

pub const AGREE: Property = Property {
    sentence: "tables and the rules as written agree",
    shows: "on every answer, also on those that cannot be told together; on every axis",
    check: |subject| {
        of_complete(subject, &subject.nations, |here| {
            let rows = Meaning::of_rows(&subject.space, subject.policy, here.nation);
            let valid = Vector::finishing(&subject.space).is_valid(&subject.space);
            let rules = &here.meaning;
            let finishings = valid.and(&differ(subject, &rows.on.response, &rules.on.response));
            let pairs = [
                ("response in some world", &rows.response_in_world, &rules.response_in_world),
                ("scope", &rows.on.scope, &rules.on.scope),
                ("recording", &rows.on.recording, &rules.on.recording),
                ("typology", &rows.on.typology, &rules.on.typology),
            ];
            let in_worlds = pairs.into_iter().find_map(|(axis, rows, rules)| {
                let bad = subject.in_some_world(&differ(subject, rows, rules));
                disagreement(subject, here, &bad, axis)
            });
            disagreement(subject, here, &finishings, "response").or(in_worlds)
        })
    },
};

fn differ(subject: &Subject<'_>, rows: &[Bdd], rules: &[Bdd]) -> Bdd {
    subject.space.any(rows.iter().zip(rules).map(|(rows, rules)| rows.xor(rules)))
}

/// A complete answer set at which the rows and the rules come to different results on an axis; none where there is no such.
fn disagreement(subject: &Subject<'_>, here: &Here, differing: &Bdd, axis: &str) -> Option<Witness> {
    let (witness, _valuation) = subject.complete_witness(here, differing)?;
    Some(witness.with([format!("the rows and the rules differ on {axis}")]))
}

pub const RULES_DECIDE: Property = Property {
    sentence: "every rule can decide",
    shows: "in some nation, some complete answer set, or a world of it, has the rule's value by the rule",
    check: |subject| {
        let idle = subject.written_rules().find(|(axis, place, rule)| !decides(subject, *axis, *place, &rule.logic));
        match idle {
            Some((axis, _, rule)) => {
                refuted(Witness::of_text(format!("{} rule `{}` never decides", axis.id(), rule.id)))
            }
            None => Verdict::Proved { answer_sets: complete(subject) },
        }
    },
};

fn decides(subject: &Subject<'_>, axis: Axis, place: usize, rule: &Rule) -> bool {
    let here = subject.nations.iter().filter(|here| rule.nations.contains(here.nation));
    here.into_iter().any(|here| !subject.decided_by(here, axis, place, rule).is_false())
}

pub const QUESTIONS_MATTER: Property = Property {
    sentence: "every question can matter",
    shows: "in some nation, two complete answer sets that differ only in it differ on an axis, in what is said or in who is in it",
    check: |subject| {
        let results: Vec<_> = subject.nations.iter().map(|here| (here, results(subject, here))).collect();
        let idle = (0..subject.space.questions).find(|place| {
            !results.iter().any(|(here, results)| results.iter().any(|of| matters(subject, here, of, *place)))
        });
        match idle {
            Some(place) => refuted(Witness::of_text(format!("no answer to `{}` changes anything", subject.id(place)))),
            None => Verdict::Proved { answer_sets: complete(subject) },
        }
    },
};

/// Every result of a complete answer set, as functions: values, what is shown, and who is in it.
fn results(subject: &Subject<'_>, here: &Here) -> Vec<Bdd> {
    let meaning = &here.meaning;
    let standing = Standing::complete(subject, here);
    let worlds = meaning.on.scope.iter().chain(&meaning.on.recording).chain(&meaning.on.typology);
    let said = subject.policy.conditions().map(|(_, _, condition)| standing.shows(condition));
    let bounds = meaning.on.response.iter().chain(&here.at_most).cloned();
    let in_it = subject.policy.people.iter().flat_map(|entry| &entry.logic.present);
    let world = Vector::world_with_outcomes(&subject.space, &subject.policy.outcomes);
    let in_it = in_it.map(|row| subject.in_some_world(&world.accepted(&subject.space, row)));
    bounds.chain(worlds.map(|value| subject.in_some_world(value))).chain(said).chain(in_it).collect()
}

fn matters(subject: &Subject<'_>, here: &Here, result: &Bdd, place: usize) -> bool {
    let at = |of: &Bdd, answer: Answer| subject.space.answered(of, place, answer);
    let pairs = [(Answer::No, Answer::Yes), (Answer::No, Answer::Unsure), (Answer::Unsure, Answer::Yes)];
    let touched = [Bit::Unsure, Bit::Yes].iter().any(|bit| !subject.space.turns(result, place, *bit).is_false());
    touched
        && pairs.iter().any(|(one, two)| {
            let both = at(&here.complete, *one).and(&at(&here.complete, *two));
            !both.and(&at(result, *one).xor(&at(result, *two))).is_false()
        })
}

pub const SOURCES: Property = Property {
    sentence: "every conclusion has a source",
    shows: "every rule, and every value that can be concluded, cites an entry of the register",
    check: |subject| {
        let concluded = cited(subject.policy, |kind| kind.starts_with("rule/") || kind.starts_with("value/"));
        read(concluded.len(), bare(subject.policy, &concluded))
    },
};

pub const STEPS: Property = Property {
    sentence: "every step has a source and a time",
    shows: "what is never to be done and what can be said has a source too; a time is one of four, by type",
    check: |subject| {
        let said = cited(subject.policy, |kind| ["never", "step", "route", "line", "call"].contains(&kind));
        read(said.len(), bare(subject.policy, &said))
    },
};

/// The entries of some kinds, with their citations.
fn cited(policy: &Policy, is_meant: impl Fn(&str) -> bool) -> Vec<Facts<'_>> {
    policy.shown().into_iter().filter(|facts| is_meant(facts.kind)).collect()
}

/// An entry that cites no source of the register.
fn bare(policy: &Policy, entries: &[Facts<'_>]) -> Option<String> {
    let in_register = |cite: &Cite| policy.sources.get(usize::from(cite.source)).is_some();
    let is_bare = |facts: &&Facts<'_>| facts.cites.is_empty() || !facts.cites.iter().all(in_register);
    entries.iter().find(is_bare).map(|facts| format!("`{}` cites no source", facts.path()))
}

impl Subject<'_> {
    /// Every rule as written, with its axis and its place there.
    fn written_rules(&self) -> impl Iterator<Item = (Axis, usize, &Entry<Rule, Text>)> {
        let axes = self.policy.rules.iter();
        axes.flat_map(|(axis, rules)| rules.iter().enumerate().map(move |(place, rule)| (axis, place, rule)))
    }

    /// The complete answer sets that have a rule's value because of that rule, at the finishing or in some world of it.
    pub fn decided_by(&self, here: &Here, axis: Axis, place: usize, rule: &Rule) -> Bdd {
        let turns = |met: Option<&Bdd>| met.map_or_else(|| self.space.never(), |met| self.in_some_world(met));
        let decided = match axis {
            Axis::Scope | Axis::Recording => turns(self.written.on[axis].get(place)),
            Axis::Typology => {
                let first = self.written.first_met(&self.space, &self.policy.rules.typology, here.nation);
                turns(first.get(place).map(|(_, met)| met))
            }
            Axis::Response => {
                let met = self.written.on.response.get(place).cloned().unwrap_or_else(|| self.space.never());
                met.and(&self.among(&here.meaning.on.response, Response::of(rule.to).into_iter().collect()))
            }
        };
        decided.and(&here.complete)
    }
}
