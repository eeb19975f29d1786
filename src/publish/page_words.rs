//! The words of the edition in one language, as one JSON block: they travel to the page once, beside a core that has none.

use serde_json::{Map, Value, json};

use super::english;
use crate::edition::POLICY;
use crate::policy::compile::{ENGLISH, Translation};
use crate::policy::logic::Chart;
use crate::policy::table::{List, Text};
use crate::policy::vocabulary::{self, Axis, Nation, Word};
use crate::policy::words::{Meaning, Source, Wording};
use crate::questions::questionnaire;

/// Everything that the page says in one language and the core does not, as compact JSON. Terms keep their braces.
/// `fallen` names the entries that are English all the same; their texts are marked as that.
pub fn page_words_json(said: &Translation) -> String {
    let edition = &POLICY.edition;
    let words = &said.marked(&POLICY, english::marked);
    let shown = words.notices.iter().filter(|notice| notice.is_shown());
    json!({
        "lang": said.tag,
        "fallen": said.fallen.iter().map(|fallen| fallen.entry.as_str()).collect::<Vec<_>>(),
        "edition": {
            "id": edition.id, "title": words.title, "status": edition.status,
            "checked": edition.checked, "reviewBy": edition.review_by,
        },
        "nations": nations(words),
        "neutral": keyed(words.terms.iter().map(|term| (&term.id, json!(term.neutral)))),
        "groups": keyed(POLICY.groups.iter().zip(words.groups.iter().map(|heading| json!(heading)))),
        "questions": questions(words),
        "readings": keyed(POLICY.readings.iter().map(|reading| &reading.id).zip(plain(&words.readings))),
        "rules": rules(words),
        "values": values(words),
        "unpublished": keyed(POLICY.unpublished.iter().map(|point| &point.id).zip(plain(&words.unpublished))),
        "steps": keyed(POLICY.steps.iter().map(|step| &step.advice.id).zip(words.steps.iter().map(|saying| json!(saying)))),
        "never": keyed(POLICY.never.iter().map(|advice| &advice.id).zip(words.never.iter().map(|saying| json!(saying)))),
        "scripts": keyed(POLICY.scripts.iter().map(|advice| &advice.id).zip(words.scripts.iter().map(|script| json!(script)))),
        "contacts": keyed(words.contacts.iter().map(|local| (&local.id, json!(local)))),
        "notices": keyed(shown.map(|notice| (&notice.id, json!(notice.says)))),
        "sources": keyed(POLICY.sources.iter().map(|source| &source.id).zip(words.sources.iter().map(|source| named(said, source)))),
    })
    .to_string()
}

fn keyed<'a>(entries: impl Iterator<Item = (&'a Text, Value)>) -> Value {
    Value::Object(entries.map(|(key, value)| (key.to_string(), value)).collect())
}

fn plain(texts: &List<Text>) -> impl Iterator<Item = Value> + '_ {
    texts.iter().map(|says| json!(says))
}

fn nations(words: &Wording) -> Value {
    let nation = |nation: &Nation| {
        let place = usize::from(nation.index());
        let terms = words.terms.iter().filter_map(|term| Some((&term.id, json!(term.by_nation.get(place)?))));
        (nation.id().to_owned(), json!({ "name": words.nations.get(place), "terms": keyed(terms) }))
    };
    Value::Object(Nation::ALL.iter().map(nation).collect())
}

fn questions(words: &Wording) -> Value {
    let mut all = Map::new();
    for question in questionnaire(&POLICY, words).questions {
        let id = question.id.to_string();
        let mut fields = json!(question);
        if let Some(fields) = fields.as_object_mut() {
            fields.retain(|field, _| !matches!(field.as_str(), "id" | "slot"));
        }
        all.insert(id, fields);
    }
    Value::Object(all)
}

fn rules(words: &Wording) -> Value {
    let axes = Axis::ALL.iter().zip(POLICY.charts()).zip(&words.rules);
    Value::Object(axes.flat_map(|((axis, chart), words)| rules_of(*axis, chart, words)).collect())
}

fn rules_of(axis: Axis, chart: &Chart, words: &List<Text>) -> Vec<(String, Value)> {
    let key = |id: &Text| format!("{}/{id}", axis.id());
    chart.rules.iter().zip(plain(words)).map(|(rule, says)| (key(&rule.id), says)).collect()
}

fn values(words: &Wording) -> Value {
    let axis = |(axis, meanings): (&Axis, &List<Meaning>)| {
        let ids = vocabulary::Value::of(*axis).map(|value| value.id().to_owned());
        (axis.id().to_owned(), Value::Object(ids.zip(meanings.iter().map(meaning)).collect()))
    };
    Value::Object(Axis::ALL.iter().zip(&words.values).map(axis).collect())
}

fn meaning(meaning: &Meaning) -> Value {
    json!({ "name": meaning.name, "says": meaning.says })
}

/// A source, which has English names in every language.
fn named(said: &Translation, source: &Source) -> Value {
    let name = |text: &Text| if said.tag == ENGLISH { text.clone() } else { english::marked(text).into() };
    let (title, publisher, edition) = (name(&source.title), name(&source.publisher), name(&source.edition));
    json!(Source { title, publisher, edition, ..source.clone() })
}
