//! The questions, as a caller sees them.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test may")]

use std::path::Path;

use sgii_guide::assess;
use sgii_guide::edition::POLICY;
use sgii_guide::policy::compile::{File, compile, folder};
use sgii_guide::policy::vocabulary::Answer;
use sgii_guide::proof::sample;
use sgii_guide::questions::questionnaire;

/// The questions of the small policy that always matter once steps under these conditions are among its own.
fn always_matter(conditions: &[&str]) -> Vec<String> {
    let step = |(place, condition): (usize, &&str)| {
        format!(
            "[[step]]\nid = \"more-{place}\"\ntiming = \"now\"\nwho = \"lead\"\ntext = \"Do it.\"\nwhy = \"It helps.\"\n\
             basis = \"judgement\"\ncite = [\"book@1\"]\n{condition}\n"
        )
    };
    let more = File { name: "more.toml".to_owned(), text: conditions.iter().enumerate().map(step).collect() };
    let small = folder(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/small")).unwrap();
    let files: Vec<File> = small.into_iter().chain([more]).collect();
    let policy = compile(&files).unwrap_or_else(|problems| panic!("{problems:?}"));
    let questions = questionnaire(&policy).questions.into_iter();
    questions.filter(|question| question.always_matters).map(|question| question.id.to_string()).collect()
}

#[test]
fn a_question_always_matters_where_in_each_nation_something_said_turns_on_it_alone() {
    const ONLINE: &str = "when = [{ online = [\"yes\"] }]";
    let only = |more: &str| format!("{more}\n{ONLINE}");
    let (south, north) =
        (only("nations = [\"england\", \"wales\"]"), only("nations = [\"scotland\", \"northern-ireland\"]"));
    let cases: [(&[&str], bool); 10] = [
        (&[], false),
        (&[ONLINE], true),
        (&[ONLINE, "when = [{ online = [\"yes\", \"unsure\"] }]"], true),
        (&[&south, &north], true),
        (&[&south], false),
        (&[&only("at-least = [\"seek-advice\"]")], false),
        (&[&only("at-most = [\"seek-advice\"]")], false),
        (&[&only("scope = \"inside\"")], false),
        (&["when = [{ online = [\"yes\"] }, { spread = [\"yes\"] }]"], false),
        (&["when = [{ online = [\"no\", \"yes\"] }, { online = [\"unsure\", \"yes\"] }]"], false),
    ];
    for (conditions, matters) in cases {
        let expected: &[&str] = if matters { &["image", "online"] } else { &["image"] };
        assert_eq!(always_matter(conditions), expected, "{conditions:#?}");
    }
}

/// On this the page rests when it says how many screens are still to come, at least.
#[test]
fn a_question_that_always_matters_is_asked_until_it_is_answered() {
    let certain = POLICY.questions().map(|(question, _)| question);
    let certain: Vec<_> = certain.filter(|question| POLICY.always_matters(*question)).collect();
    assert!(certain.len() > 10, "{certain:?}");
    for told in sample::incidents(&POLICY).take(20_000) {
        let ask = assess(&POLICY, told).ask;
        for question in certain.iter().copied().filter(|question| told.answer(*question).is_none()) {
            let id = &POLICY.asked(question).id;
            let aside = || assess(&POLICY, told.with(question, Answer::Yes)).set_aside;
            assert!(ask.contains(id) || aside().iter().any(|given| given.question == *id), "`{id}`, {told:?}");
        }
    }
}
