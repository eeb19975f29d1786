//! The words of the edition in one language as JSON, beside a core without words. The page has them once: in its
//! written guidance, and in one block what that does not say.

use serde_json::{Map, Value, json};

use super::{english, guidance};
use crate::policy::Policy;
use crate::policy::compile::{ENGLISH, Translation};
use crate::policy::entry::named;
use crate::policy::register::{Facts, Register, Texts};
use crate::policy::table::Text;
use crate::policy::words::Source;
use crate::questions::questionnaire;

/// The kinds of entry that reach the page in other ways: in its template, or as the labels of its script.
const ELSEWHERE: [&str; 4] = ["edition", "label", "page", "condition"];

/// The block of the page: the words without those that its script takes from the written guidance, and under `written`
/// how many texts stand there for it.
pub fn page_block_json(said: &Translation) -> String {
    let mut words = page_words(said);
    let written = guidance::written(said);
    for path in &written {
        // The guidance has the values in another order, so the block has their places.
        let keeps_places = path.starts_with("value/");
        take_out(&mut words, &path.split('/').collect::<Vec<_>>(), keeps_places);
    }
    words.insert("written".to_owned(), json!(written.len()));
    Value::Object(words).to_string()
}

/// Takes out what stands under keys, one within another, and every object that it leaves empty, unless places are kept.
fn take_out(words: &mut Map<String, Value>, keys: &[&str], keeps_places: bool) {
    let Some((first, rest)) = keys.split_first() else { return };
    let is_gone = match words.get_mut(*first) {
        Some(Value::Object(inner)) if !rest.is_empty() => {
            take_out(inner, rest, keeps_places);
            inner.is_empty() && !keeps_places
        }
        _ => rest.is_empty(),
    };
    if is_gone {
        words.shift_remove(*first);
    }
}

/// All the words as compact JSON. Terms keep their braces. `fallen` lists the entries that stay English, whose texts
/// are marked as such.
pub fn page_words_json(said: &Translation) -> String {
    Value::Object(page_words(said)).to_string()
}

fn page_words(said: &Translation) -> Map<String, Value> {
    let policy = &said.marked(english::marked);
    let edition = &policy.edition;
    let mut words = entries(policy, &|facts| beside(said, policy, facts));
    words.insert("lang".to_owned(), json!(said.tag));
    words.insert("fallen".to_owned(), said.fallen.iter().map(|fallen| fallen.entry.as_str()).collect());
    let edition = json!({
        "id": edition.id, "title": policy.wording.title, "status": edition.status,
        "checked": edition.checked, "reviewBy": edition.review_by,
    });
    words.insert("edition".to_owned(), edition);
    words
}

/// Every entry of a register by kind and identifier: its fields, and what `beside` adds to them.
pub fn entries(register: &dyn Register, beside: &dyn Fn(&Facts<'_>) -> Map<String, Value>) -> Map<String, Value> {
    let mut all = Map::new();
    for facts in register.shown().iter().filter(|facts| !ELSEWHERE.contains(&facts.kind)) {
        let path = facts.path();
        let keys: Vec<&str> = path.split('/').collect();
        put(&mut all, &keys, value(facts, beside(facts)));
    }
    all
}

/// Puts a value under keys, one within another.
fn put(all: &mut Map<String, Value>, keys: &[&str], value: Value) {
    let Some((first, rest)) = keys.split_first() else { return };
    if rest.is_empty() {
        all.insert((*first).to_owned(), value);
    } else if let Value::Object(inner) = all.entry(*first).or_insert_with(|| Value::Object(Map::new())) {
        put(inner, rest, value);
    }
}

/// An entry as JSON: its text or list if that is all it says, and an object of its fields otherwise.
fn value(facts: &Facts<'_>, beside: Map<String, Value>) -> Value {
    let field = |texts: &Texts<'_>| match texts {
        Texts::One(text) => json!(text),
        Texts::Each(texts) => json!(texts),
    };
    match facts.fields.as_slice() {
        [("says", says)] => field(says),
        fields => fields.iter().map(|(name, texts)| ((*name).to_owned(), field(texts))).chain(beside).collect(),
    }
}

/// What the page needs of an entry in addition to its texts.
fn beside(said: &Translation, policy: &Policy, facts: &Facts<'_>) -> Map<String, Value> {
    let more = match facts.kind {
        "question" => questionnaire(policy).questions.iter().find(|it| &*it.id == facts.id).map(|it| json!(it)),
        "source" => named(&policy.sources, facts.id).map(|source| titled(said, &source.words)),
        _ => None,
    };
    let more = more.iter().filter_map(Value::as_object).flatten();
    let more = more.filter(|(field, _)| !matches!(field.as_str(), "id" | "slot"));
    more.map(|(field, value)| (field.clone(), value.clone())).collect()
}

/// A source. Its title, publisher and edition are English in every language.
fn titled(said: &Translation, source: &Source) -> Value {
    let name = |text: &Text| if said.tag == ENGLISH { text.clone() } else { english::marked(text).into() };
    let (title, publisher, edition) = (name(&source.title), name(&source.publisher), name(&source.edition));
    json!(Source { title, publisher, edition, ..source.clone() })
}
