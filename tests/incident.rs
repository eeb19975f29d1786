//! What is not an incident is refused, with everything that is wrong and with what was expected instead.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test may")]

use std::fs;
use std::path::Path;

use sgii_guide::json;
use sgii_guide::policy::Policy;
use sgii_guide::policy::compile::{File, compile};

/// The small policy, whose questions are few enough to be listed.
fn small() -> Policy {
    let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/bad/good.toml")).unwrap();
    compile(&[File { name: "good.toml".to_owned(), text }]).unwrap()
}

#[track_caller]
fn refused(text: &str, complaints: &[&str]) {
    let refused = json::incident(&small(), text).unwrap_err();
    assert_eq!(refused.0, complaints, "{text}");
    assert_eq!(refused.to_string(), complaints.join("\n"));
}

#[test]
fn what_is_missing_is_named() {
    refused(
        "{}",
        &[
            "found no `nation`, expected one of `england`, `wales`, `scotland`, `northern-ireland`",
            "found no `answers`, expected an object from question to answer",
        ],
    );
}

#[test]
fn what_stands_in_the_place_of_a_word_is_shown_as_it_was_sent_or_by_its_kind() {
    let sent = [
        ("\"France\"", "`France`"),
        ("{}", "an object"),
        ("null", "null"),
        ("true", "true or false"),
        ("-1", "a number"),
        ("1", "a number"),
        ("1.5", "a number"),
        ("[1, [2]]", "a list"),
    ];
    for (sent, shown) in sent {
        let complaint =
            format!("found {shown} as `nation`, expected one of `england`, `wales`, `scotland`, `northern-ireland`");
        refused(&format!("{{ \"nation\": {sent}, \"answers\": {{}} }}"), &[&complaint]);
    }
}

#[test]
fn everything_wrong_is_told_at_once() {
    refused(
        r#"{ "nation": "wales", "nation": "wales", "answers": { "shared": "perhaps", "fits": "yes" }, "name": 1 }"#,
        &[
            "`nation` is there twice, expected once",
            "found `perhaps` as the answer to `shared`, expected one of `no`, `unsure`, `yes`, or nothing",
            "`fits` is not a question, expected one of `child-imagery`, `shared`, `unverified-contact`, `adult-involved`, `advice-outstanding`",
            "`name` is not a field, expected `nation`, `answers`",
        ],
    );
}

#[test]
fn a_question_is_answered_once() {
    refused(
        r#"{ "nation": "wales", "answers": { "shared": "yes", "shared": "yes" } }"#,
        &["`shared` is answered twice, expected one answer"],
    );
}

#[test]
fn a_list_of_answers_is_not_an_object_of_them() {
    refused(
        r#"{ "nation": "wales", "answers": ["shared"] }"#,
        &["found a list as `answers`, expected an object from question to answer"],
    );
}

#[test]
fn only_an_object_is_an_incident() {
    refused("[]", &["found a list, expected an object with `nation` and `answers`"]);
    refused("\"x\"", &["found `x`, expected an object with `nation` and `answers`"]);
    refused("{", &["not JSON: EOF while parsing an object at line 1 column 1"]);
}

#[test]
fn the_questions_are_listed_once() {
    refused(
        r#"{ "nation": "wales", "answers": { "fits": "yes", "fitting": "yes", "shared": "no" } }"#,
        &[
            "`fits` is not a question, expected one of `child-imagery`, `shared`, `unverified-contact`, `adult-involved`, `advice-outstanding`",
            "`fitting` is not a question either",
        ],
    );
}

#[test]
fn of_many_complaints_twenty_are_told_and_the_others_counted() {
    let told = |count: usize| {
        let fields: String = (0..count).map(|place| format!(", \"{place}\": 1")).collect();
        json::incident(&small(), &format!("{{ \"nation\": \"wales\", \"answers\": {{}} {fields} }}")).unwrap_err().0
    };
    assert_eq!(told(20).len(), 20);
    assert_eq!(told(20)[19], "`19` is not a field, expected `nation`, `answers`");
    assert_eq!(told(21)[20], "and 1 more");
    assert_eq!(told(100_000)[20], "and 99,980 more");
    assert_eq!(told(1_000_027)[20], "and 1,000,007 more");
    let missing = json::incident(&small(), &format!("{{ {} \"b\": 1 }}", "\"a\": 1, ".repeat(50))).unwrap_err().0;
    assert_eq!((missing.len(), missing[22].as_str()), (23, "and 31 more"));
    assert!(missing[0].starts_with("found no `nation`") && missing[1].starts_with("found no `answers`"));
}

#[test]
fn of_a_long_text_the_beginning_is_shown() {
    let long = "é".repeat(100_000);
    let beginning = "é".repeat(60);
    refused(
        &format!(r#"{{ "nation": "wales", "answers": {{ "shared": "{long}" }}, "{long}": 1, "{beginning}": 1 }}"#),
        &[
            &format!(
                "found `{beginning}…` as the answer to `shared`, expected one of `no`, `unsure`, `yes`, or nothing"
            ),
            &format!("`{beginning}…` is not a field, expected `nation`, `answers`"),
            &format!("`{beginning}` is not a field, expected `nation`, `answers`"),
        ],
    );
}

#[test]
fn however_many_fields_there_are_twenty_are_told_and_the_others_counted() {
    let text = format!("{{{}\"b\":1}}", "\"a\":1,".repeat(300_000));
    let said = json::incident(&small(), &text).unwrap_err().to_string();
    assert!(said.ends_with("and 299,981 more"), "{}", said.get(..2_000).unwrap_or(&said));
    assert!(said.len() < 2_000);
}
