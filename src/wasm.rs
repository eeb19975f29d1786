//! The boundary to JavaScript: converts and returns, and decides nothing.

use js_sys::{Array, Error, Object, Reflect};
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;

use crate::edition::LOGIC;
use crate::incident::{Field, Incident, Sent, joined};

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("wasm.d.ts");

/// The questions that can be asked.
///
/// # Errors
///
/// None that a caller can bring about.
#[wasm_bindgen(unchecked_return_type = "Questionnaire")]
pub fn policy() -> Result<JsValue, JsValue> {
    #[cfg(not(feature = "words"))]
    let all = crate::questions::questionnaire(&LOGIC);
    #[cfg(feature = "words")]
    let all = crate::questions::questionnaire_in_words(&LOGIC, &crate::edition::WORDING);
    sent(&all)
}

/// The decision on an incident.
///
/// # Errors
///
/// Everything that is wrong with the incident, a line each, with what was expected.
#[wasm_bindgen(unchecked_return_type = "Decision")]
pub fn assess(#[wasm_bindgen(unchecked_param_type = "Incident")] incident: &JsValue) -> Result<JsValue, JsValue> {
    let fields = match received(incident) {
        Sent::Object(fields) => fields,
        Sent::Text(_) => return Err(no_object("a text")),
        Sent::Other(kind) => return Err(no_object(kind)),
    };
    let incident = Incident::read(&LOGIC, &fields).map_err(|rejection| refused(&rejection.text()))?;
    let decision = crate::assess::assess(&LOGIC, incident);
    #[cfg(feature = "words")]
    let decision = crate::explain::in_words(&LOGIC, &crate::edition::WORDING, incident.nation, decision);
    sent(&decision)
}

fn no_object(kind: &str) -> JsValue {
    refused(&joined(&["found ", kind, ", expected an object with `nation` and `answers`"]))
}

fn refused(complaints: &str) -> JsValue {
    Error::new(complaints).into()
}

/// The version of this package.
#[wasm_bindgen]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}

/// A value for JavaScript, in plain objects.
fn sent<T: Serialize>(value: &T) -> Result<JsValue, JsValue> {
    value.serialize(&Serializer::new()).map_err(JsValue::from)
}

/// A value from JavaScript. Fields that are undefined are absent.
fn received(value: &JsValue) -> Sent {
    if let Some(text) = value.as_string() {
        return Sent::Text(text);
    }
    match kind(value) {
        Some(kind) => Sent::Other(kind),
        None => Sent::Object(fields(value)),
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

fn fields(value: &JsValue) -> Vec<Field> {
    let keys = Reflect::own_keys(value).unwrap_or_default();
    keys.iter().filter_map(|key| field(value, &key)).collect()
}

fn field(value: &JsValue, key: &JsValue) -> Option<Field> {
    let name = key.as_string()?;
    let held = Reflect::get(value, key).unwrap_or(JsValue::NULL);
    (!held.is_undefined()).then(|| Field { name, value: received(&held) })
}
