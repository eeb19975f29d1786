//! The counts: current, adding up and evenly drawn.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test may")]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use sgii_guide::edition::{LOGIC, WORDING};
use sgii_guide::policy::compile::{self, folder};
use sgii_guide::policy::vocabulary::Answer;
use sgii_guide::proof::Subject;
use sgii_guide::proof::algebra::Draw;
use sgii_guide::proof::counts::counts;
use sgii_guide::proof::random::Random;
use sgii_guide::publish::counts::counts as document;

const COMMAND: &str = "cargo run --release --bin sgii -- counts";

static SUBJECT: LazyLock<Subject<'static>> = LazyLock::new(|| Subject::new(&LOGIC, &WORDING));

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

#[test]
fn the_committed_counts_are_current() {
    let committed = fs::read_to_string(root().join("policy/counts.md")).unwrap_or_default();
    let current = document(&SUBJECT).markdown();
    if committed != current {
        let line = committed.lines().zip(current.lines()).take_while(|(old, new)| old == new).count() + 1;
        panic!("policy/counts.md is stale from line {line} on: run `{COMMAND}` and commit what it writes");
    }
    assert!(current.lines().next().unwrap().contains(COMMAND), "nobody is told how to write it again");
}

#[test]
fn on_every_axis_each_complete_answer_set_is_counted_once() {
    for counts in counts(&SUBJECT) {
        let here = SUBJECT.nations.iter().find(|here| here.nation == counts.nation).unwrap();
        assert_eq!(counts.all(), SUBJECT.count(&here.complete), "{:?}, {:?}", counts.nation, counts.axis);
    }
}

/// Each complete answer set of a small policy is drawn about as often as any other, and nothing else is drawn.
#[test]
fn complete_answer_sets_are_drawn_evenly() {
    let policy = compile::compile(&folder(&root().join("tests/small")).unwrap()).expect("a policy");
    let subject = Subject::new(&policy.logic, &policy.words);
    let here = &subject.nations[0];
    let draw = Draw::new(&subject.space, &here.complete);
    let sets = usize::try_from(subject.count(&here.complete)).unwrap();
    assert_eq!(draw.count(), sets as u128);
    let mut random = Random::new(1);
    let mut drawn: BTreeMap<[u64; 3], usize> = BTreeMap::new();
    for _ in 0..400 * sets {
        let incident = draw.incident(here.nation, &mut random).unwrap();
        *drawn.entry([Answer::No, Answer::Unsure, Answer::Yes].map(|answer| incident.given(answer))).or_default() += 1;
    }
    assert_eq!(drawn.len(), sets);
    assert!(drawn.values().all(|times| (280..520).contains(times)), "{drawn:?}");
}
