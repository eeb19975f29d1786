//! Incidents from JSON text, with everything about them that is wrong, and to it.

use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde::ser::{Serialize, SerializeStruct, Serializer};

use crate::incident::{Field, Incident, Rejection, Sent};
use crate::policy::logic::Logic;

/// Reads an incident from JSON text.
///
/// # Errors
///
/// Everything that is wrong with it, with what was expected.
pub fn incident(logic: &Logic, text: &str) -> Result<Incident, Rejection> {
    match serde_json::from_str(text) {
        Ok(Sent::Object(fields)) => Incident::read(logic, &fields),
        Ok(_) => Err(Rejection(vec!["expected an object with `nation` and `answers`".to_owned()])),
        Err(error) => Err(Rejection(vec![format!("not JSON: {error}")])),
    }
}

impl<'de> Deserialize<'de> for Sent {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Whatever)
    }
}

struct Whatever;

impl<'de> Visitor<'de> for Whatever {
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
        while items.next_element::<Sent>()?.is_some() {}
        Ok(Sent::Other("a list"))
    }

    /// Keeps a field that comes twice, so that it can be complained of.
    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Sent, A::Error> {
        let mut fields = Vec::new();
        while let Some((name, value)) = map.next_entry()? {
            fields.push(Field { name, value });
        }
        Ok(Sent::Object(fields))
    }
}

/// An incident that serialises as it is read: the nation, and from question to answer.
#[derive(Clone, Copy)]
pub struct Told<'a> {
    /// The policy whose questions they are.
    pub logic: &'a Logic,
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
        let Told { logic, incident } = self.0;
        let told = incident.told().filter_map(|(question, answer)| Some((&logic.asked(question)?.id, answer)));
        serializer.collect_map(told)
    }
}
