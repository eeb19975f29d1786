//! The counts: current, adding up, evenly drawn, and in step with the page.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test may")]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use serde_json::{Value, json};
use sgii_guide::edition::{LOGIC, WORDING};
use sgii_guide::policy::compile::{self, folder};
use sgii_guide::policy::cube::{Questions, each};
use sgii_guide::policy::vocabulary::Answer;
use sgii_guide::proof::algebra::Draw;
use sgii_guide::proof::counts::counts;
use sgii_guide::proof::random::Random;
use sgii_guide::proof::{Subject, sample};
use sgii_guide::publish::counts::{Page, counts as document};
use sgii_guide::{Incident, assess, json};

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

// --- In step with the page

fn names(questions: Questions) -> Vec<&'static str> {
    each(questions).filter_map(|question| Some(LOGIC.asked(question)?.id.as_ref())).collect()
}

/// The incident of a walk, in which every question has an answer: its own, or the one that all the rest have.
fn incident(walk: &Value) -> Incident {
    let answers = LOGIC.questions.iter().map(|question| (question.id.to_string(), &walk["rest"]));
    let mut answers: BTreeMap<String, &Value> = answers.collect();
    answers.extend(walk["answers"].as_object().unwrap().iter().map(|(id, answer)| (id.clone(), answer)));
    let told = json!({ "nation": walk["nation"], "answers": answers }).to_string();
    json::incident(&LOGIC, &told).unwrap()
}

/// `tests/page/walks.test.mjs` walks the page itself by the same file.
#[test]
fn each_screen_asks_what_the_page_asks_on_it() {
    let walks = fs::read_to_string(root().join("tests/page/walks.json")).unwrap();
    let walks: Vec<Value> = serde_json::from_str(&walks).unwrap();
    assert!(walks.len() >= 5);
    for walk in walks {
        let sitting = Page::new(&LOGIC).sitting(incident(&walk));
        let screens: Vec<_> = sitting.screens.iter().map(|asked| names(*asked)).collect();
        assert_eq!(json!(screens), walk["screens"], "{}: {}", walk["story"], json!(screens));
    }
}

/// The screens as `www/flow.js` makes them.
fn screens() -> Vec<Questions> {
    let questions: Vec<_> = (0..).zip(&LOGIC.questions).collect();
    let (first, rest) = questions.split_at(1);
    let groups = rest.chunk_by(|(_, one), (_, next)| one.group == next.group);
    let parts = groups.flat_map(|group| group.chunks(7)).chain([first]);
    let mut screens: Vec<_> = parts.map(|part| part.iter().fold(0, |all, (place, _)| all | 1 << place)).collect();
    screens.rotate_right(1);
    screens
}

/// A sitting in which whatever is to be asked at the time appears, wherever on the screen, as `www/view/questions.js` has it.
fn literally(answers: Incident) -> Vec<Questions> {
    let due = |told: Incident| assess(&LOGIC, told).ask.iter().fold(0, |due, id| due | LOGIC.question(id).unwrap());
    let mut told = Incident::new(answers.nation);
    let mut sitting = Vec::new();
    while let Some(screen) = screens().into_iter().find(|screen| screen & due(told) != 0) {
        let (stood, mut asked) = (due(told), 0);
        while let Some(question) = each(screen & (stood | due(told)) & !asked).next() {
            told = told.with(question, answers.answer(question).unwrap_or(Answer::No));
            asked |= question;
        }
        sitting.push(asked);
    }
    sitting
}

#[test]
fn nothing_appears_on_a_screen_but_what_an_answer_on_it_opens() {
    for answers in sample::incidents(&LOGIC).take(1_400) {
        let literally: Vec<_> = literally(answers).into_iter().map(names).collect();
        let modelled: Vec<_> = Page::new(&LOGIC).sitting(answers).screens.into_iter().map(names).collect();
        assert_eq!(modelled, literally, "{answers:?}");
    }
}

/// On this the page rests when it says how many screens are still to come, at least.
#[test]
fn a_question_that_always_matters_is_asked_until_it_is_answered() {
    let certain: Vec<_> = (0..LOGIC.questions.len()).map(|place| 1 << place).collect();
    let certain: Vec<_> = certain.into_iter().filter(|question| LOGIC.always_matters(*question)).collect();
    assert!(certain.len() > 10, "{certain:?}");
    for told in sample::incidents(&LOGIC).take(20_000) {
        let ask = assess(&LOGIC, told).ask;
        for question in certain.iter().copied().filter(|question| told.answer(*question).is_none()) {
            let id = &LOGIC.asked(question).unwrap().id;
            let aside = || assess(&LOGIC, told.with(question, Answer::Yes)).set_aside;
            assert!(ask.contains(id) || aside().iter().any(|given| given.question == *id), "`{id}`, {told:?}");
        }
    }
}
