//! The words of the edition as one JSON block: they travel to the page once, beside a core that has none.

use serde_json::{Map, Value, json};

use crate::edition::{LOGIC, WORDING};
use crate::policy::logic::{Chart, Cite};
use crate::policy::table::{List, Text};
use crate::policy::vocabulary::{Axis, Nation, Recording, Response, Scope, Typology, Word};
use crate::policy::words::{Meaning, Notice};
use crate::questions::questionnaire;

/// Everything that the page says and the core does not, as compact JSON. Terms keep their braces.
pub fn page_words_json() -> String {
    let edition = &LOGIC.edition;
    json!({
        "edition": {
            "id": edition.id, "title": WORDING.title, "status": edition.status,
            "checked": edition.checked, "reviewBy": edition.review_by,
        },
        "nations": nations(),
        "neutral": keyed(WORDING.terms.iter().map(|term| (&term.id, json!(term.neutral)))),
        "groups": keyed(LOGIC.groups.iter().zip(WORDING.groups.iter().map(|heading| json!(heading)))),
        "questions": questions(),
        "readings": keyed(LOGIC.readings.iter().map(|reading| &reading.id).zip(says(&WORDING.readings))),
        "rules": rules(),
        "values": values(),
        "unpublished": keyed(LOGIC.unpublished.iter().map(|point| &point.id).zip(WORDING.unpublished.iter().map(|says| json!(says)))),
        "steps": keyed(LOGIC.steps.iter().map(|step| &step.advice.id).zip(WORDING.steps.iter().map(|saying| json!(saying)))),
        "never": keyed(LOGIC.never.iter().map(|advice| &advice.id).zip(WORDING.never.iter().map(|saying| json!(saying)))),
        "scripts": keyed(LOGIC.scripts.iter().map(|advice| &advice.id).zip(WORDING.scripts.iter().map(|script| json!(script)))),
        "contacts": keyed(WORDING.contacts.iter().map(|local| (&local.id, json!(local)))),
        "notices": keyed(shown_notices().map(|notice| (&notice.id, json!(notice.says)))),
        "sources": keyed(LOGIC.sources.iter().map(|source| &source.id).zip(WORDING.sources.iter().map(|source| json!(source)))),
    })
    .to_string()
}

/// The notices that the page may show: what is left out on purpose is for the review pack alone.
fn shown_notices() -> impl Iterator<Item = &'static Notice> {
    WORDING.notices.iter().filter(|notice| !notice.id.starts_with("left-out-"))
}

fn keyed<'a>(entries: impl Iterator<Item = (&'a Text, Value)>) -> Value {
    Value::Object(entries.map(|(key, value)| (key.to_string(), value)).collect())
}

fn says(texts: &List<Text>) -> impl Iterator<Item = Value> + '_ {
    texts.iter().map(|says| json!({ "says": says }))
}

fn nations() -> Value {
    let nation = |nation: &Nation| {
        let place = usize::from(nation.index());
        let terms = WORDING.terms.iter().filter_map(|term| Some((&term.id, json!(term.by_nation.get(place)?))));
        (nation.id().to_owned(), json!({ "name": WORDING.nations.get(place), "terms": keyed(terms) }))
    };
    Value::Object(Nation::ALL.iter().map(nation).collect())
}

fn questions() -> Value {
    let mut all = Map::new();
    for question in questionnaire(&LOGIC, &WORDING).questions {
        let id = question.id.to_string();
        let mut fields = json!(question);
        if let Some(fields) = fields.as_object_mut() {
            fields.retain(|field, _| !matches!(field.as_str(), "id" | "slot"));
        }
        all.insert(id, fields);
    }
    Value::Object(all)
}

fn rules() -> Value {
    let charts = [&LOGIC.scope, &LOGIC.response, &LOGIC.recording, &LOGIC.typology];
    let axes = Axis::ALL.iter().zip(charts).zip(&WORDING.rules);
    Value::Object(axes.flat_map(|((axis, chart), words)| rules_of(*axis, chart, words)).collect())
}

fn rules_of(axis: Axis, chart: &Chart, words: &List<Text>) -> Vec<(String, Value)> {
    let key = |id: &Text| format!("{}/{id}", axis.id());
    chart.rules.iter().zip(says(words)).map(|(rule, says)| (key(&rule.id), says)).collect()
}

fn values() -> Value {
    let ids: [Vec<&str>; 4] = [
        Scope::ALL.iter().map(|value| value.id()).collect(),
        Response::ALL.iter().map(|value| value.id()).collect(),
        Recording::ALL.iter().map(|value| value.id()).collect(),
        Typology::ALL.iter().map(|value| value.id()).collect(),
    ];
    let axes = Axis::ALL.iter().zip(ids).zip(&WORDING.values);
    let axis = |((axis, ids), meanings): ((&Axis, Vec<&str>), &List<Meaning>)| {
        let values = ids.into_iter().map(str::to_owned).zip(meanings.iter().map(meaning)).collect();
        (axis.id().to_owned(), Value::Object(values))
    };
    Value::Object(axes.map(axis).collect())
}

fn meaning(meaning: &Meaning) -> Value {
    json!({ "name": meaning.name, "says": meaning.says, "sources": cites(&meaning.cites) })
}

fn cites(cites: &List<Cite>) -> Value {
    let cited = |cite: &Cite| {
        let source = LOGIC.sources.get(usize::from(cite.source)).map(|source| &source.id);
        if cite.section.is_empty() {
            json!({ "source": source })
        } else {
            json!({ "source": source, "section": cite.section })
        }
    };
    cites.iter().map(cited).collect()
}
