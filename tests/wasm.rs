//! The boundary to JavaScript, in Node.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test may")]

use js_sys::{JSON, Object, Reflect};
use sgii_guide::code::{self, Packed};
use sgii_guide::edition::LOGIC;
use sgii_guide::incident::Incident;
use sgii_guide::policy::vocabulary::{Answer, Nation};
use sgii_guide::wasm::{assess, decode, encode, policy, response_bounds, version};
use wasm_bindgen::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

fn parsed(text: &str) -> JsValue {
    JSON::parse(text).expect("the test's own JSON")
}

fn field(value: &JsValue, path: &str) -> JsValue {
    path.split('.').fold(value.clone(), |value, key| Reflect::get(&value, &key.into()).unwrap_or(JsValue::UNDEFINED))
}

fn text(value: &JsValue, path: &str) -> String {
    field(value, path).as_string().unwrap_or_default()
}

#[track_caller]
fn refused(incident: &JsValue, complaints: &[&str]) {
    let error = assess(incident).err().expect("refused");
    let message = text(&error, "message");
    for complaint in complaints {
        assert!(message.contains(complaint), "`{message}` does not say `{complaint}`");
    }
    assert_eq!(message.lines().count(), complaints.len(), "{message}");
}

#[wasm_bindgen_test]
fn an_incident_goes_in_as_an_object_and_a_decision_comes_out_as_one() {
    let incident = parsed(r#"{ "nation": "wales", "answers": { "immediate-danger": "no", "adult-involved": "yes" } }"#);
    let decision = assess(&incident).ok().expect("well formed");
    assert_eq!(text(&decision, "response.atLeast"), "refer-now");
    assert_eq!(text(&decision, "response.because.0.rule"), "adult-involved");
    assert_eq!(text(&decision, "response.because.0.answers.0.answer"), "yes");
    assert!(JSON::stringify(&decision).unwrap().as_string().unwrap().contains("\"steps\":[{"));
}

#[wasm_bindgen_test]
fn what_is_absent_is_absent_and_nothing_is_null() {
    let incident = parsed(r#"{ "nation": "scotland", "answers": {} }"#);
    let decision = assess(&incident).ok().expect("well formed");
    assert!(field(&decision, "recording").is_undefined());
    assert!(field(&decision, "response.atLeast").is_undefined());
    assert!(!JSON::stringify(&decision).unwrap().as_string().unwrap().contains("null"));
}

#[wasm_bindgen_test]
fn an_undefined_answer_is_no_answer() {
    let incident = parsed(r#"{ "nation": "england", "answers": {} }"#);
    let answers = field(&incident, "answers");
    Reflect::set(&answers, &"shared".into(), &JsValue::UNDEFINED).unwrap();
    assert!(assess(&incident).is_ok());
}

#[wasm_bindgen_test]
fn everything_wrong_is_said_at_once_with_what_was_expected() {
    let incident = parsed(
        r#"{ "nation": "france", "note": 1, "answers": { "shared": null, "sharde": "yes", "asked": "maybe" } }"#,
    );
    refused(
        &incident,
        &[
            "found `france` as `nation`, expected one of `england`",
            "found null as the answer to `shared`, expected one of `no`, `unsure`, `yes`",
            "`sharde` is not a question, expected one of `immediate-danger`",
            "found `maybe` as the answer to `asked`",
            "`note` is not a field, expected `nation`, `answers`",
        ],
    );
}

#[wasm_bindgen_test]
fn whatever_else_comes_in_is_refused_in_words() {
    refused(&JsValue::UNDEFINED, &["found nothing, expected an object with `nation` and `answers`"]);
    refused(&JsValue::NULL, &["found null"]);
    refused(&"england".into(), &["found a text"]);
    refused(&parsed("[]"), &["found a list"]);
    refused(&7.into(), &["found something that is no object"]);
    refused(&js_sys::Map::new().into(), &["found an object that is not plain"]);
    refused(&parsed(r#"{ "nation": "england" }"#), &["found no `answers`, expected an object from question to answer"]);
    refused(&parsed(r#"{ "nation": "england", "answers": [] }"#), &["found a list as `answers`"]);
}

#[wasm_bindgen_test]
fn an_object_without_a_prototype_will_do() {
    let bare: Object = Object::create(JsValue::NULL.unchecked_ref());
    Reflect::set(&bare, &"nation".into(), &"england".into()).unwrap();
    Reflect::set(&bare, &"answers".into(), &Object::new()).unwrap();
    assert!(assess(&bare).is_ok());
}

#[wasm_bindgen_test]
fn the_policy_lists_every_question_in_order() {
    let policy = policy().ok().expect("always");
    assert_eq!(text(&policy, "questions.0.id"), "immediate-danger");
    assert_eq!(text(&policy, "questions.3.askedWhen.0.0"), "child-imagery");
    assert_eq!(version(), env!("CARGO_PKG_VERSION"));
}

#[wasm_bindgen_test]
fn an_object_that_never_ends_is_refused() {
    let round = Object::new();
    Reflect::set(&round, &"nation".into(), &round).unwrap();
    Reflect::set(&round, &"answers".into(), &round).unwrap();
    refused(&round, &["found an object as `nation`", "`nation` is not a question", "`answers` is not a question"]);
}

#[wasm_bindgen_test]
fn an_object_deeper_than_the_stack_is_refused() {
    let deep = (0..100_000).fold(Object::new(), |inner, _| {
        let outer = Object::new();
        Reflect::set(&outer, &"shared".into(), &inner).unwrap();
        outer
    });
    let incident = parsed(r#"{ "nation": "england" }"#);
    Reflect::set(&incident, &"answers".into(), &deep).unwrap();
    refused(&incident, &["found an object as the answer to `shared`"]);
}

#[wasm_bindgen_test]
fn a_case_code_opens_the_same_incident() {
    let text = r#"{"nation":"wales","answers":{"immediate-danger":"no","child-imagery":"unsure"}}"#;
    let code = encode(&parsed(text)).ok().expect("well formed");
    let opened = decode(&code.to_lowercase().replace('-', " ")).ok().expect("a code");
    let expected = format!(r#"{{"incident":{text},"sameRules":true,"retired":[],"unknown":false}}"#);
    assert_eq!(JSON::stringify(&opened).unwrap().as_string().unwrap(), expected);
}

#[wasm_bindgen_test]
fn what_is_no_incident_has_no_code_and_what_is_no_code_opens_nothing() {
    let error = encode(&parsed("[]")).err().expect("refused");
    assert_eq!(text(&error, "message"), "found a list, expected an object with `nation` and `answers`");
    let error = decode("4F7K").err().expect("refused");
    assert_eq!(text(&error, "message"), "it has 4 letters and digits, and should have 24");
}

#[wasm_bindgen_test]
fn the_bounds_of_a_packed_incident_are_those_of_its_decision() {
    let told = |id: &str, answer| Incident::new(Nation::England).with(LOGIC.question(id).unwrap(), answer);
    let incidents = [
        (Incident::new(Nation::England), 0x400),
        (told("immediate-danger", Answer::Yes), 0x404),
        (told("adult-involved", Answer::Yes), 0x403),
    ];
    for (incident, expected) in incidents {
        let Packed([first, second, third, fourth]) = Packed::of(&LOGIC, incident);
        let bounds = response_bounds(first, second, third, fourth).ok();
        assert_eq!(bounds, Some(expected), "{}", code::encode(&LOGIC, incident));
    }
    let error = response_bounds(0, 0, 0, 1 << 30).err().expect("refused");
    assert_eq!(text(&error, "message"), "a slot is answered that no question has");
}
