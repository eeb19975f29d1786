//! The boundary to JavaScript: converts and returns, and decides nothing.

use js_sys::{Array, Error, Object, Reflect};
use rlsf::SmallGlobalTlsf;
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;

use crate::code;
use crate::edition::LOGIC;
use crate::incident::{Field, Incident, Rejection, Sent, joined};
use crate::policy::vocabulary::Word;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("wasm.d.ts");

/// A quarter of the size of the standard library's.
#[global_allocator]
static ALLOCATOR: SmallGlobalTlsf = SmallGlobalTlsf::new();

/// The decision on an incident.
///
/// # Errors
///
/// Everything that is wrong with the incident, a line each, with what was expected.
#[wasm_bindgen(unchecked_return_type = "Decision")]
pub fn assess(#[wasm_bindgen(unchecked_param_type = "Incident")] incident: &JsValue) -> Result<JsValue, JsValue> {
    let incident = read(incident)?;
    let decision = crate::assess::assess(&LOGIC, incident);
    #[cfg(feature = "words")]
    let decision = crate::explain::in_words(&LOGIC, &crate::edition::WORDING, incident.nation, decision);
    sent(&decision)
}

/// The case code of an incident.
///
/// # Errors
///
/// Everything that is wrong with the incident, a line each, with what was expected.
#[wasm_bindgen]
pub fn encode(#[wasm_bindgen(unchecked_param_type = "Incident")] incident: &JsValue) -> Result<String, JsValue> {
    Ok(code::encode(&LOGIC, read(incident)?))
}

/// What a case code opens.
///
/// # Errors
///
/// What is wrong with the text, with what was expected.
#[wasm_bindgen(unchecked_return_type = "Reopened")]
pub fn decode(text: &str) -> Result<JsValue, JsValue> {
    let code::Reopened { incident, same_rules, retired, unknown } = code::decode(&LOGIC, text).map_err(refused)?;
    let answers = Object::new();
    for (question, answer) in incident.told() {
        set(&answers, LOGIC.asked(question).map_or("", |question| &question.id), answer.id().into());
    }
    let told = Object::new();
    set(&told, "nation", incident.nation.id().into());
    set(&told, "answers", answers.into());
    let reopened = Object::new();
    set(&reopened, "incident", told.into());
    set(&reopened, "sameRules", same_rules.into());
    set(&reopened, "retired", retired.iter().map(|id| JsValue::from(&**id)).collect::<Array>().into());
    set(&reopened, "unknown", unknown.into());
    Ok(reopened.into())
}

fn set(object: &Object, name: &str, value: JsValue) {
    // A plain object refuses no field.
    let _ = Reflect::set(object, &name.into(), &value);
}

fn read(incident: &JsValue) -> Result<Incident, JsValue> {
    match received(incident, INCIDENT) {
        Sent::Object(fields) => Incident::read(&LOGIC, &fields).map_err(refused),
        Sent::Text(_) => Err(no_object("a text")),
        Sent::Other(kind) => Err(no_object(kind)),
    }
}

fn no_object(kind: &str) -> JsValue {
    refused(Rejection(vec![joined(&["found ", kind, ", expected an object with `nation` and `answers`"])]))
}

fn refused(rejection: Rejection) -> JsValue {
    Error::new(&rejection.text()).into()
}

/// A value for JavaScript, in plain objects.
fn sent<T: Serialize>(value: &T) -> Result<JsValue, JsValue> {
    value.serialize(&Serializer::new()).map_err(JsValue::from)
}

/// How deep an incident goes: an object, and in it one of answers. Whatever is in a deeper one is not looked at.
const INCIDENT: u8 = 2;

/// A value from JavaScript, as deep as told. Fields that are undefined are absent.
fn received(value: &JsValue, depth: u8) -> Sent {
    if let Some(text) = value.as_string() {
        return Sent::Text(text);
    }
    match kind(value) {
        Some(kind) => Sent::Other(kind),
        None => Sent::Object(depth.checked_sub(1).map(|depth| fields(value, depth)).unwrap_or_default()),
    }
}

/// What a value is called that is no plain object.
fn kind(value: &JsValue) -> Option<&'static str> {
    if value.is_null() {
        Some("null")
    } else if value.is_undefined() {
        Some("nothing")
    } else if Array::is_array(value) {
        Some("a list")
    } else if !value.is_object() {
        Some("something that is no object")
    } else if !is_plain(value) {
        Some("an object that is not plain")
    } else {
        None
    }
}

/// Made by `{}`, by `JSON.parse` or without a prototype, in whatever realm: its prototype has none itself.
fn is_plain(value: &JsValue) -> bool {
    let prototype: JsValue = Object::get_prototype_of(value).into();
    prototype.is_null() || JsValue::from(Object::get_prototype_of(&prototype)).is_null()
}

fn fields(value: &JsValue, depth: u8) -> Vec<Field> {
    let keys = Reflect::own_keys(value).unwrap_or_default();
    keys.iter().filter_map(|key| field(value, &key, depth)).collect()
}

fn field(value: &JsValue, key: &JsValue, depth: u8) -> Option<Field> {
    let name = key.as_string()?;
    let held = Reflect::get(value, key).unwrap_or(JsValue::NULL);
    (!held.is_undefined()).then(|| Field { name, value: received(&held, depth) })
}

#[cfg(feature = "words")]
pub use package::{policy, response_bounds, version};

/// What the package has besides, and the page has no use for.
#[cfg(feature = "words")]
mod package {
    use wasm_bindgen::prelude::*;

    use super::{refused, sent};
    use crate::code::Packed;
    use crate::edition::{LOGIC, WORDING};
    use crate::policy::vocabulary::{Response, Word};
    use crate::questions::questionnaire;

    /// The questions that can be asked.
    ///
    /// # Errors
    ///
    /// None that a caller can bring about.
    #[wasm_bindgen(unchecked_return_type = "Questionnaire")]
    pub fn policy() -> Result<JsValue, JsValue> {
        sent(&questionnaire(&LOGIC, &WORDING))
    }

    /// The least and the greatest possible response to an incident packed into four words ([`Packed`]): in the low byte
    /// the place of the least among all responses, from 1, or 0 where there is none; in the next the greatest.
    ///
    /// # Errors
    ///
    /// When a slot is answered that no question has.
    #[wasm_bindgen(js_name = responseBounds)]
    pub fn response_bounds(first: u32, second: u32, third: u32, fourth: u32) -> Result<u32, JsValue> {
        let incident = Packed([first, second, third, fourth]).incident(&LOGIC).map_err(refused)?;
        let bounds = crate::assess::bounds(&LOGIC, incident);
        let place = |bound: Option<Response>| bound.map_or(0, |response| 1 + u32::from(response.index()));
        Ok(place(bounds.at_least) | place(bounds.at_most) << 8)
    }

    /// The version of this package.
    #[wasm_bindgen]
    pub fn version() -> String {
        env!("CARGO_PKG_VERSION").to_owned()
    }
}
