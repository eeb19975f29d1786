//! Incidents from JSON text and to JSON text. Everything that is wrong with one is reported at once.

use std::fmt;

use serde::de::{Deserialize, DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde::ser::{Serialize, SerializeStruct, Serializer};

use crate::incident::{Field, Incident, Reader, Rejection, Sent};
use crate::policy::Policy;

/// Reads an incident from JSON text.
///
/// # Errors
///
/// Everything that is wrong with it, with what was expected.
pub fn incident(policy: &Policy, text: &str) -> Result<Incident, Rejection> {
    let mut reader = Reader::new(policy);
    let mut json = serde_json::Deserializer::from_str(text);
    let sent = Fields::Incident(&mut reader).deserialize(&mut json);
    match sent.and_then(|sent| json.end().map(|()| sent)) {
        Ok(Sent::Object(_)) => reader.incident(),
        Ok(found) => Err(Rejection::of_no_incident(&found)),
        Err(error) => Err(Rejection(vec![format!("not JSON: {error}")])),
    }
}

impl<'de> Deserialize<'de> for Sent {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Fields::Kept.deserialize(deserializer)
    }
}

/// What to do with the fields of an object while it is parsed.
enum Fields<'r, 'l> {
    /// They are the fields of an incident.
    Incident(&'r mut Reader<'l>),
    /// They are answers.
    Answers(&'r mut Reader<'l>),
    /// They are kept, duplicates too.
    Kept,
    /// They are skipped.
    Passed,
}

impl<'de> DeserializeSeed<'de> for Fields<'_, '_> {
    type Value = Sent;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Sent, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Fields<'_, '_> {
    type Value = Sent;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_str<E>(self, text: &str) -> Result<Sent, E> {
        Ok(Sent::Text(text.to_owned()))
    }

    fn visit_unit<E>(self) -> Result<Sent, E> {
        Ok(Sent::Other("null"))
    }

    fn visit_bool<E>(self, _: bool) -> Result<Sent, E> {
        Ok(Sent::Other("true or false"))
    }

    fn visit_i64<E>(self, _: i64) -> Result<Sent, E> {
        Ok(Sent::Other("a number"))
    }

    fn visit_u64<E>(self, _: u64) -> Result<Sent, E> {
        Ok(Sent::Other("a number"))
    }

    fn visit_f64<E>(self, _: f64) -> Result<Sent, E> {
        Ok(Sent::Other("a number"))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Sent, A::Error> {
        while items.next_element::<IgnoredAny>()?.is_some() {}
        Ok(Sent::Other("a list"))
    }

    fn visit_map<A: MapAccess<'de>>(mut self, mut map: A) -> Result<Sent, A::Error> {
        let mut kept = Vec::new();
        while let Some(name) = map.next_key::<String>()? {
            let within = match &mut self {
                Self::Incident(reader) if name == "answers" => Fields::Answers(reader),
                Self::Kept => Fields::Kept,
                Self::Incident(_) | Self::Answers(_) | Self::Passed => Fields::Passed,
            };
            let value = map.next_value_seed(within)?;
            match &mut self {
                Self::Incident(reader) => reader.field(&name, &value),
                Self::Answers(reader) => reader.answer(&name, &value),
                Self::Kept => kept.push(Field { name, value }),
                Self::Passed => {}
            }
        }
        Ok(Sent::Object(kept))
    }
}

/// An incident that serialises in the form in which it is read: the nation, and an object from question to answer.
#[derive(Clone, Copy)]
pub struct Told<'a> {
    /// The policy whose questions they are.
    pub policy: &'a Policy,
    /// The answers.
    pub incident: Incident,
}

impl Serialize for Told<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut told = serializer.serialize_struct("Incident", 2)?;
        told.serialize_field("nation", &self.incident.nation)?;
        told.serialize_field("answers", &Answers(self))?;
        told.end()
    }
}

struct Answers<'a>(&'a Told<'a>);

impl Serialize for Answers<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Told { policy, incident } = self.0;
        let told = incident.told().map(|(question, answer)| (&policy.asked(question).id, answer));
        serializer.collect_map(told)
    }
}
