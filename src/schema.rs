//! JSON Schema (draft 2020-12) of an incident and of a decision, for software that writes the one or reads the other.
//!
//! Neither allows a field that is not there: what a later edition adds is refused by the schema of this one.

use std::borrow::Cow;

use schemars::generate::SchemaSettings;
use schemars::transform::RecursiveTransform;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Map, Value as Json, json};

use crate::decision::Decision;
use crate::policy::Policy;
use crate::policy::labels::Notice;
use crate::policy::set::Set;
use crate::policy::table::{List, Text};
use crate::policy::vocabulary::{
    Answer, Axis, Basis, Contact, Nation, Person, Recording, Response, Scope, Status, Typology, Value, Who, Word,
};

/// The schema of an incident under a policy, whose questions are the properties of its answers.
pub fn incident(policy: &Policy) -> Schema {
    let answer = json!({ "enum": ids::<Answer>() });
    let questions: Map<_, _> = policy.questions.iter().map(|entry| (entry.id.to_string(), answer.clone())).collect();
    json_schema!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Incident",
        "description": "A nation, and the answers given so far. A question that is absent has not been answered.",
        "type": "object",
        "properties": {
            "nation": { "enum": ids::<Nation>() },
            "answers": { "type": "object", "properties": questions, "additionalProperties": false }
        },
        "required": ["nation", "answers"],
        "additionalProperties": false
    })
}

/// The schema of a decision, with or without words.
pub fn decision() -> Schema {
    let settings = SchemaSettings::draft2020_12().for_serialize().with_transform(RecursiveTransform(strict));
    settings.into_generator().into_root_schema_for::<Decision>()
}

/// Allows an object no properties but those that it names. It leaves out `null`, which no decision holds, and what Rust
/// calls a number, which a strict validator refuses as a format that it does not know.
fn strict(schema: &mut Schema) {
    schema.remove("format");
    for alternatives in ["type", "anyOf"] {
        without_null(schema, alternatives);
    }
    if schema.get("properties").is_some() {
        schema.insert("additionalProperties".to_owned(), json!(false));
    }
}

fn ids<W: Word>() -> Vec<&'static str> {
    W::ALL.iter().map(|word| word.id()).collect()
}

fn without_null(schema: &mut Schema, alternatives: &str) {
    let Some(Json::Array(all)) = schema.get_mut(alternatives) else { return };
    all.retain(|one| *one != "null" && *one != json!({ "type": "null" }));
    match all.as_slice() {
        [Json::Object(only)] => {
            let only = only.clone();
            schema.remove(alternatives);
            schema.ensure_object().extend(only);
        }
        [only] => {
            let only = only.clone();
            schema.insert(alternatives.to_owned(), only);
        }
        _ => {}
    }
}

macro_rules! words {
    ($($word:ident),+) => {$(
        impl JsonSchema for $word {
            fn schema_name() -> Cow<'static, str> {
                stringify!($word).into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!({ "enum": ids::<Self>() })
            }
        }
    )+};
}

words!(Answer, Basis, Contact, Notice, Person, Recording, Response, Scope, Status, Typology, Who);

impl JsonSchema for Value {
    fn schema_name() -> Cow<'static, str> {
        "Value".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let values: Vec<&str> = Axis::ALL.iter().flat_map(|axis| Self::of(*axis)).map(Self::id).collect();
        json_schema!({ "enum": values })
    }
}

impl JsonSchema for Text {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        String::schema_name()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        String::json_schema(generator)
    }
}

impl<W: Word + JsonSchema> JsonSchema for Set<W> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        Vec::<W>::schema_name()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let mut schema = Vec::<W>::json_schema(generator);
        schema.insert("uniqueItems".to_owned(), true.into());
        schema
    }
}

impl<T: JsonSchema + Clone> JsonSchema for List<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        Vec::<T>::schema_name()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        Vec::<T>::json_schema(generator)
    }
}
