//! The boundary to JavaScript, in Node.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test may")]

use js_sys::{JSON, Object, Reflect};
use sgii_guide::code::{self, Packed};
use sgii_guide::edition::POLICY;
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
    assert!(JSON::stringify(&decision).unwrap().as_string().unwrap().contains("\"now\":[{"));
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
    refused(&"england".into(), &["found `england`, expected an object with `nation` and `answers`"]);
    refused(&parsed("[]"), &["found a list"]);
    refused(&7.into(), &["found a number"]);
    refused(&true.into(), &["found true or false"]);
    refused(&js_sys::BigInt::from(7).into(), &["found a bigint"]);
    refused(&js_sys::Symbol::iterator().into(), &["found a symbol"]);
    refused(&js_sys::Function::new_no_args("").into(), &["found a function"]);
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
    assert_eq!(text(&policy, "questions.4.askedWhen.0.0"), "child-imagery");
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
    let opened = decode(&code.to_lowercase().replace('-', " ").into()).ok().expect("a code");
    let expected = format!(r#"{{"incident":{text},"sameRules":true,"retired":[],"unknown":false}}"#);
    assert_eq!(JSON::stringify(&opened).unwrap().as_string().unwrap(), expected);
}

#[wasm_bindgen_test]
fn what_is_no_incident_has_no_code_and_what_is_no_code_opens_nothing() {
    let error = encode(&parsed("[]")).err().expect("refused");
    assert_eq!(text(&error, "message"), "found a list, expected an object with `nation` and `answers`");
    let refused = |code: JsValue| text(&decode(&code).err().expect("refused"), "message");
    assert_eq!(refused("1F7K".into()), "it has 4 letters and digits, and should have 32");
    for (sent, kind) in [
        (JsValue::UNDEFINED, "nothing"),
        (JsValue::NULL, "null"),
        (5.into(), "a number"),
        (true.into(), "true or false"),
        (js_sys::Symbol::iterator().into(), "a symbol"),
        (js_sys::BigInt::from(5).into(), "a bigint"),
        (Object::new().into(), "an object"),
        (parsed(r#"{ "length": 1e9 }"#), "an object"),
        (parsed("[]"), "a list"),
    ] {
        assert_eq!(refused(sent), format!("found {kind}, expected a case code as a text"));
    }
}

#[wasm_bindgen_test]
fn the_bounds_of_a_packed_incident_are_those_of_its_decision() {
    let told = |id: &str, answer| Incident::new(Nation::England).with(POLICY.question(id).unwrap(), answer);
    let incidents = [
        (Incident::new(Nation::England), 0x400),
        (told("immediate-danger", Answer::Yes), 0x404),
        (told("adult-involved", Answer::Yes), 0x403),
    ];
    for (incident, expected) in incidents {
        let Packed([first, second, third, fourth]) = Packed::of(&POLICY, incident);
        let bounds = response_bounds(&first.into(), &second.into(), &third.into(), &fourth.into()).ok();
        assert_eq!(bounds, Some(expected), "{}", code::encode(&POLICY, incident));
    }
}

#[wasm_bindgen_test]
fn the_bounds_of_what_is_no_packed_incident_are_refused_in_words() {
    let nought = JsValue::from(0);
    let refused = |first: &JsValue, last: &JsValue| {
        text(&response_bounds(first, &nought, &nought, last).err().expect("refused"), "message")
    };
    assert_eq!(refused(&nought, &(1_u32 << 30).into()), "a slot is answered that no question has");
    assert_eq!(refused(&nought, &(-1).into()), "a slot is answered that no question has");
    assert_eq!(refused(&4.into(), &nought), "the first word is no nation");
    for (sent, found) in [
        (JsValue::UNDEFINED, "nothing"),
        (JsValue::NULL, "null"),
        ("a".into(), "`a`"),
        ("0".into(), "`0`"),
        (true.into(), "true or false"),
        (parsed("[]"), "a list"),
        (parsed("{}"), "an object"),
        (0.5.into(), "a number"),
        (f64::NAN.into(), "a number"),
        (f64::INFINITY.into(), "a number"),
        (2_f64.powi(32).into(), "a number"),
        ((-2_f64.powi(31) - 1.0).into(), "a number"),
        (js_sys::BigInt::from(0).into(), "a bigint"),
        (js_sys::Symbol::iterator().into(), "a symbol"),
    ] {
        let expected = format!("found {found}, expected a whole number of 32 bits");
        assert_eq!([refused(&sent, &nought), refused(&nought, &sent)], [expected.clone(), expected]);
    }
}
