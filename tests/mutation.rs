//! Every mutant of the policy must be told from it.
//!
//! A program changes one thing at a time in the policy: a row is deleted, an answer no longer accepted, a response made
//! milder. The compiler must refuse the mutant, or a worked case must come out otherwise than people expect or than its
//! snapshot, or a sentence must fail. What survives stands in `tests/mutation/survivors.txt` with a reason. The score is
//! printed (`--nocapture`).

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test may")]

#[path = "mutation/edit.rs"]
mod edit;
#[path = "mutation/equivalent.rs"]
mod equivalent;
#[path = "mutation/mutants.rs"]
mod mutants;
mod support;
#[path = "mutation/survivors.rs"]
mod survivors;
#[path = "mutation/telling.rs"]
mod telling;
#[path = "mutation/trial.rs"]
mod trial;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use edit::Source;
use mutants::{Mutant, mutants};
use sgii_guide::edition::POLICY;
use sgii_guide::policy::compile::{self, File};
use trial::{Fate, Trial};

fn policy() -> Vec<File> {
    compile::folder(&Path::new(env!("CARGO_MANIFEST_DIR")).join("policy")).expect("the policy")
}

#[test]
fn every_mutant_is_refused_or_caught_or_explained() {
    let source = Source::read(policy());
    let all = mutants(&source);
    let explained = survivors::explained();
    let ids: BTreeSet<&str> = all.iter().map(|mutant| mutant.id.as_str()).collect();
    let unknown: Vec<_> = explained.keys().filter(|id| !ids.contains(*id)).collect();
    assert!(unknown.is_empty(), "listed as survivors, and not among the mutants: {unknown:#?}");
    let tried: Vec<&Mutant> = all.iter().collect();
    let fates = Trial::new(source, &support::cases()).fates(&tried);
    println!("{}", score(&fates));
    let told: Vec<_> =
        tried.iter().zip(&fates).filter_map(|(mutant, fate)| complaint(mutant, fate, &explained)).collect();
    assert!(told.is_empty(), "{} mutants are not as they should be\n{}\n", told.len(), told.join("\n"));
}

/// What is wrong with a fate: a survivor without a reason, or a reason without a survivor.
fn complaint(mutant: &Mutant, fate: &Fate, explained: &BTreeMap<&str, &str>) -> Option<String> {
    match (*fate == Fate::Survived, explained.contains_key(mutant.id.as_str())) {
        (true, false) => Some(format!("survived: {}", mutant.id)),
        (false, true) => Some(format!("listed as a survivor, but {fate}: {}", mutant.id)),
        (true, true) | (false, false) => None,
    }
}

fn score(fates: &[Fate]) -> String {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    let mut cases = BTreeSet::new();
    for fate in fates {
        let by = match fate {
            Fate::Case(name) => {
                cases.insert(name);
                "caught by what people expect of a worked case".to_owned()
            }
            Fate::Snapshot(_) => "caught by a snapshot alone".to_owned(),
            Fate::Refused | Fate::Property(_) | Fate::Survived => fate.to_string(),
        };
        *counts.entry(by).or_default() += 1;
    }
    let lines = counts.iter().map(|(by, count)| format!("{count:5} {by}\n"));
    format!(
        "{} mutants; {} worked cases were the first to catch one\n{}",
        fates.len(),
        cases.len(),
        lines.collect::<String>()
    )
}

#[test]
fn a_policy_taken_apart_and_written_out_again_is_the_same() {
    let again = compile::compile(&Source::read(policy()).written_again()).expect("a policy");
    assert_eq!(again.edition.rules, POLICY.edition.rules);
}

#[test]
fn the_policy_itself_is_not_caught() {
    let files = policy();
    let compiled = compile::compile(&files).expect("a policy");
    let trial = Trial::new(Source::read(files.clone()), &support::cases());
    assert_eq!(trial.case_against(&compiled, ""), None);
    assert_eq!(trial::sentence_against(&compiled), None);
}

#[test]
fn every_survivor_comes_to_the_same_as_the_policy() {
    let files = policy();
    let source = Source::read(files.clone());
    let explained = survivors::explained();
    let survivors = mutants(&source).into_iter().filter(|mutant| explained.contains_key(mutant.id.as_str()));
    let changed = survivors.map(|mutant| (mutant.id, source.with(&mutant.edit)));
    assert_eq!(equivalent::first_that_differs(&files, changed), None);
    let caught = mutants(&source).into_iter().filter(|mutant| mutant.id == "step under-13: row 1 under-13 [yes]");
    let changed = caught.map(|mutant| (mutant.id, source.with(&mutant.edit)));
    assert!(equivalent::first_that_differs(&files, changed).is_some(), "a mutant that is caught is not the same");
}

/// Reads what the first test printed from the file that `SURVIVORS` names.
#[test]
#[ignore = "checks nothing: prints incidents near the worked cases that would tell the survivors from the policy"]
fn incidents_that_would_tell_the_survivors() {
    let printed = std::env::var("SURVIVORS").expect("SURVIVORS, the name of a file");
    let printed = std::fs::read_to_string(printed).expect("a file");
    let survived: BTreeSet<&str> = printed.lines().filter_map(|line| line.strip_prefix("survived: ")).collect();
    let source = Source::read(policy());
    let near = telling::near(&support::cases());
    let all = mutants(&source).into_iter().filter(|mutant| survived.contains(mutant.id.as_str())).collect::<Vec<_>>();
    let tell = |mutant: &Mutant| telling::telling(&source.with(&mutant.edit), &near);
    let told: Vec<_> = all.iter().map(|mutant| mutant.id.clone()).zip(trial::in_two_threads(&all, tell)).collect();
    let never = told.iter().filter(|(_, by)| by.is_empty()).map(|(id, _)| id.as_str());
    println!("told nowhere near a worked case:\n  {}", never.collect::<Vec<_>>().join("\n  "));
    for (near, tells) in telling::cover(told.clone(), &near) {
        println!("{}, but {}\n  {}", near.case, near.changed.join(", "), tells.join("\n  "));
    }
}
