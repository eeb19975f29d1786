//! The boundary to JavaScript: converts and returns, and decides nothing.

use js_sys::{Array, Error, JSON, JsString, Object, Reflect};
use rlsf::SmallGlobalTlsf;
use serde::Serialize;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;

use crate::code;
use crate::edition::POLICY;
use crate::incident::{Incident, Reader, Rejection, Sent, number};
use crate::json::Told;
use crate::policy::table::Text;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("wasm.d.ts");

/// An allocator of a quarter of the size of the standard library's.
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
    let decision = crate::assess::assess(&POLICY, incident);
    #[cfg(feature = "words")]
    let decision = crate::explain::in_words(&POLICY, incident.nation, decision);
    sent(&decision)
}

/// The case code of an incident.
///
/// # Errors
///
/// Everything that is wrong with the incident, a line each, with what was expected.
#[wasm_bindgen]
pub fn encode(#[wasm_bindgen(unchecked_param_type = "Incident")] incident: &JsValue) -> Result<String, JsValue> {
    Ok(code::encode(&POLICY, read(incident)?))
}

/// The content of a case code.
///
/// # Errors
///
/// The complaint about the text, with what was expected.
#[wasm_bindgen(unchecked_return_type = "Reopened")]
pub fn decode(#[wasm_bindgen(unchecked_param_type = "string")] code: &JsValue) -> Result<JsValue, JsValue> {
    let text = text(code).ok_or_else(|| unexpected(code, "a case code as a text")).map_err(refused)?;
    let length = code.unchecked_ref::<JsString>().length();
    if length > MOST_LETTERS {
        let length = number(length as usize);
        return Err(refused(Rejection::of(&[
            "it has ",
            &length,
            " characters, and should have 32 letters and digits",
        ])));
    }
    let code::Reopened { incident, same_rules, retired, unknown } = code::decode(&POLICY, &text).map_err(refused)?;
    sent(&Reopened { incident: Told { policy: &POLICY, incident }, same_rules, retired, unknown })
}

/// [`code::Reopened`], with the identifiers of its questions.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Reopened {
    incident: Told<'static>,
    same_rules: bool,
    retired: Vec<Text>,
    unknown: bool,
}

fn unexpected(found: &JsValue, expected: &str) -> Rejection {
    Rejection::of(&["found ", &received(found).shown(), ", expected ", expected])
}

fn refused(rejection: Rejection) -> JsValue {
    Error::new(&rejection.text()).into()
}

/// A value for JavaScript, by way of `JSON.parse`, which defines every field. Setting fields one by one would call any
/// setter that a page has put on a prototype.
fn sent<T: Serialize>(value: &T) -> Result<JsValue, JsValue> {
    let text = serde_json::to_string(value).map_err(|_| Error::new("the result could not be written"))?;
    JSON::parse(&text)
}

fn read(incident: &JsValue) -> Result<Incident, JsValue> {
    let sent = received(incident);
    if !matches!(sent, Sent::Object(_)) {
        return Err(refused(Rejection::of_no_incident(&sent)));
    }
    let mut reader = Reader::new(&POLICY);
    for (name, value) in fields(incident) {
        let sent = received(&value);
        if name == "answers" && matches!(sent, Sent::Object(_)) {
            fields(&value).for_each(|(question, answer)| reader.answer(&question, &received(&answer)));
        }
        reader.field(&name, &sent);
    }
    reader.incident().map_err(refused)
}

/// The fields of an object, read one at a time. A field that is `undefined` is absent.
fn fields(object: &JsValue) -> impl Iterator<Item = (String, JsValue)> {
    let keys = Reflect::own_keys(object).unwrap_or_default();
    keys.into_iter().filter_map(|key| {
        let name = text(&key)?;
        let value = Reflect::get(object, &key).unwrap_or(JsValue::NULL);
        (!value.is_undefined()).then_some((name, value))
    })
}

/// A value from JavaScript, without the fields of an object.
fn received(value: &JsValue) -> Sent {
    text(value).map_or_else(|| kind(value).map_or(Sent::Object(Vec::new()), Sent::Other), Sent::Text)
}

/// What to call a value in a complaint if it is neither a text nor a plain object.
fn kind(value: &JsValue) -> Option<&'static str> {
    match value.js_typeof().as_string().as_deref() {
        Some("undefined") => Some("nothing"),
        Some("boolean") => Some("true or false"),
        Some("number") => Some("a number"),
        Some("bigint") => Some("a bigint"),
        Some("symbol") => Some("a symbol"),
        Some("function") => Some("a function"),
        _ if value.is_null() => Some("null"),
        _ if Array::is_array(value) => Some("a list"),
        _ if !is_plain(value) => Some("an object that is not plain"),
        _ => None,
    }
}

/// Whether an object was made by `{}`, by `JSON.parse` or without a prototype, in whatever realm: its prototype has
/// none itself.
fn is_plain(value: &JsValue) -> bool {
    let prototype: JsValue = Object::get_prototype_of(value).into();
    prototype.is_null() || JsValue::from(Object::get_prototype_of(&prototype)).is_null()
}

/// How much of a text is copied from JavaScript, in UTF-16 units. Every text that is understood is shorter.
const MOST_LETTERS: u32 = 1_000;

fn text(value: &JsValue) -> Option<String> {
    let text = value.dyn_ref::<JsString>()?;
    if text.length() > MOST_LETTERS { text.slice(0, MOST_LETTERS).as_string() } else { text.as_string() }
}

#[cfg(feature = "words")]
pub use package::{policy, response_bounds, version};

/// Functions of the npm package that the page does not need.
#[cfg(feature = "words")]
mod package {
    use serde_wasm_bindgen::from_value;
    use wasm_bindgen::prelude::*;

    use super::{refused, sent, unexpected};
    use crate::code::Packed;
    use crate::edition::POLICY;
    use crate::policy::vocabulary::{Response, Word};
    use crate::questions::questionnaire;

    /// The questions that can be asked.
    ///
    /// # Errors
    ///
    /// None that a caller can cause.
    #[wasm_bindgen(unchecked_return_type = "Questionnaire")]
    pub fn policy() -> Result<JsValue, JsValue> {
        sent(&questionnaire(&POLICY))
    }

    /// The least and the greatest possible response to an incident packed into four words ([`Packed`]). The low byte is
    /// the place of the least among all responses, from 1, or 0 if there is none; the next byte is that of the
    /// greatest.
    ///
    /// # Errors
    ///
    /// When a word is not a whole number of 32 bits, the first is no nation, or a slot is answered that no question
    /// has.
    #[wasm_bindgen(js_name = responseBounds)]
    pub fn response_bounds(
        #[wasm_bindgen(unchecked_param_type = "number")] first: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "number")] second: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "number")] third: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "number")] fourth: &JsValue,
    ) -> Result<u32, JsValue> {
        let packed = Packed([word(first)?, word(second)?, word(third)?, word(fourth)?]);
        let bounds = crate::assess::bounds(&POLICY, packed.incident(&POLICY).map_err(refused)?);
        let place = |bound: Option<Response>| bound.map_or(0, |response| 1 + u32::from(response.index()));
        Ok(place(bounds.at_least) | place(bounds.at_most) << 8)
    }

    /// A word of a packed incident: a whole number of 32 bits, negative if JavaScript's bitwise operators made it.
    fn word(value: &JsValue) -> Result<u32, JsValue> {
        let or_signed = |_| from_value::<i32>(value.clone()).map(|word| word as u32);
        let word = from_value::<u32>(value.clone()).or_else(or_signed);
        word.map_err(|_| refused(unexpected(value, "a whole number of 32 bits")))
    }

    /// The version of this package.
    #[wasm_bindgen]
    pub fn version() -> String {
        env!("CARGO_PKG_VERSION").to_owned()
    }
}
