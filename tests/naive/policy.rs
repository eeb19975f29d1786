//! The policy as its rows say it.

use serde_json::{Value as Json, json};
use toml::{Table, Value};

/// The axes' values, from least to most serious where there is an order.
pub const RESPONSES: &[&str] = &["school-led", "seek-advice", "refer-now", "emergency"];
pub const SCOPES: &[&str] = &["inside", "outside"];
pub const RECORDINGS: &[&str] = &["aggravated", "non-aggravated", "repeated", "outside-sgii"];
pub const TYPOLOGIES: &[&str] = &["adult-involved", "intent-to-harm", "reckless-misuse", "experimental"];
pub const NATIONS: &[&str] = &["england", "wales", "scotland", "northern-ireland"];

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Answer {
    No,
    Unsure,
    Yes,
}

impl Answer {
    pub const ALL: [Self; 3] = [Self::No, Self::Unsure, Self::Yes];

    pub fn word(self) -> &'static str {
        match self {
            Self::No => "no",
            Self::Unsure => "unsure",
            Self::Yes => "yes",
        }
    }

    fn of(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|answer| answer.word() == word)
    }
}

/// The answers given, one place a question.
pub type Given = Vec<Option<Answer>>;

/// For each question named, the answers accepted.
pub type Cells = Vec<(usize, Vec<Answer>)>;

pub struct Question {
    pub id: String,
    pub asked_when: Vec<Vec<usize>>,
    pub asked_while: Option<Vec<String>>,
    /// Whether it asks if the guide fits: neither answer is the more serious.
    pub fit: bool,
}

pub struct Reading {
    pub id: String,
    pub when: Cells,
    pub question: usize,
    pub from: Vec<Answer>,
    pub to: Answer,
}

pub struct Rule {
    pub id: String,
    pub then: usize,
    pub nations: Option<Vec<String>>,
    pub inside_only: bool,
    pub when: Cells,
}

/// Anything that is said under a condition. In a row's cell, "unanswered" may stand beside answers.
pub struct Advice {
    pub id: String,
    /// When a step is done, or in which part of a card or a call a text stands; empty where there is neither.
    pub part: String,
    /// Of those of its kind with the same place only the first that holds is said.
    pub place: Option<String>,
    /// On whose cards it stands.
    pub about: Vec<String>,
    pub nations: Option<Vec<String>>,
    pub at_least: Option<Vec<String>>,
    pub at_most: Option<Vec<String>>,
    pub scope: Option<String>,
    pub rows: Vec<Vec<(usize, Vec<String>)>>,
}

/// Somebody who may be in an incident.
pub struct Person {
    pub id: String,
    pub rows: Vec<Cells>,
    pub at_least: Option<Vec<String>>,
    pub only_if_certain: bool,
    pub instead_of: Vec<String>,
}

pub struct Policy {
    pub questions: Vec<Question>,
    pub readings: Vec<Reading>,
    pub scope: Vec<Rule>,
    pub response: Vec<Rule>,
    pub recording: Vec<Rule>,
    pub typology: Vec<Rule>,
    pub typology_needs: Vec<Cells>,
    pub forecasts: Vec<Json>,
    pub steps: Vec<Advice>,
    pub never: Vec<Advice>,
    pub routes: Vec<Advice>,
    pub people: Vec<Person>,
    pub lines: Vec<Advice>,
    pub call: Vec<Advice>,
}

impl Policy {
    /// Reads the texts of a policy's files, in order.
    pub fn read<'t>(texts: impl IntoIterator<Item = &'t str>) -> Self {
        Rows(texts.into_iter().map(|text| text.parse().expect("TOML")).collect()).policy()
    }
}

struct Rows(Vec<Table>);

impl Rows {
    fn policy(&self) -> Policy {
        let ids: Vec<_> = self.all("question").map(|row| text(row, "id")).collect();
        let unpublished: Vec<_> = self.all("unpublished").collect();
        let needs = self.0.iter().find_map(|file| file.get("typology-needs"));
        Policy {
            questions: self.all("question").map(|row| question(row, &ids)).collect(),
            readings: self.all("reading").map(|row| reading(row, &ids)).collect(),
            scope: self.all("scope").map(|row| rule(row, SCOPES, &ids)).collect(),
            response: self.all("response").map(|row| rule(row, RESPONSES, &ids)).collect(),
            recording: self.all("recording").map(|row| rule(row, RECORDINGS, &ids)).collect(),
            typology: self.all("typology").map(|row| rule(row, TYPOLOGIES, &ids)).collect(),
            typology_needs: needs.map_or(Vec::new(), |needs| list(&needs["rows"], |row| cells(Some(row), &ids))),
            forecasts: self.forecasts(&unpublished),
            steps: self.all("step").map(|row| advice(row, "timing", &ids)).collect(),
            never: self.all("never").map(|row| advice(row, "", &ids)).collect(),
            routes: self.all("route").map(|row| advice(row, "", &ids)).collect(),
            people: self.all("person").map(|row| person(row, &ids)).collect(),
            lines: self.all("line").map(|row| advice(row, "part", &ids)).collect(),
            call: self.all("call").map(|row| advice(row, "part", &ids)).collect(),
        }
    }

    fn all<'r>(&'r self, kind: &'r str) -> impl Iterator<Item = &'r Table> {
        let rows = self.0.iter().filter_map(move |file| file.get(kind)?.as_array());
        rows.flatten().map(|row| row.as_table().expect("a table"))
    }

    /// What follows from each recording category, in the order of the categories.
    fn forecasts(&self, unpublished: &[&Table]) -> Vec<Json> {
        let forecast = |category: &&str| {
            let is_it = |row: &&Table| text(row, "axis") == "recording" && text(row, "id") == *category;
            let empty = Table::new();
            let meaning = self.all("value").find(is_it).unwrap_or(&empty);
            let with_it = unpublished.iter().filter(|row| words(&row["with"]).iter().any(|word| word == category));
            let not_published: Vec<_> = with_it.map(|row| json!({ "id": text(row, "id") })).collect();
            let mut forecast = json!({ "value": category, "notPublished": not_published });
            for field in ["label", "crimes", "outcomes"] {
                if let Some(value) = meaning.get(field) {
                    forecast[field] = json!(value);
                }
            }
            forecast
        };
        RECORDINGS.iter().map(forecast).collect()
    }
}

fn question(row: &Table, ids: &[String]) -> Question {
    let parents = |row: &Value| cells(Some(row), ids).into_iter().map(|(parent, _)| parent).collect();
    Question {
        id: text(row, "id"),
        asked_when: row.get("asked-when").map_or(Vec::new(), |rows| list(rows, parents)),
        asked_while: row.get("asked-while").map(words),
        fit: row.get("fit").and_then(Value::as_bool).unwrap_or_default(),
    }
}

fn reading(row: &Table, ids: &[String]) -> Reading {
    Reading {
        id: text(row, "id"),
        when: cells(row.get("when"), ids),
        question: place(&text(row, "question"), ids),
        from: answers(&row["from"]),
        to: Answer::of(&text(row, "to")).expect("an answer"),
    }
}

fn rule(row: &Table, values: &[&str], ids: &[String]) -> Rule {
    let then = text(row, "then");
    Rule {
        id: text(row, "id"),
        then: values.iter().position(|value| *value == then).expect("a value of the axis"),
        nations: row.get("nations").map(words),
        inside_only: row.get("scope").is_some_and(|scope| scope.as_str() == Some("inside")),
        when: cells(row.get("when"), ids),
    }
}

fn person(row: &Table, ids: &[String]) -> Person {
    Person {
        id: text(row, "id"),
        rows: row.get("in-it-when").map_or(Vec::new(), |rows| list(rows, |row| cells(Some(row), ids))),
        at_least: row.get("at-least").map(words),
        only_if_certain: row.get("only-if-certain").and_then(Value::as_bool).unwrap_or_default(),
        instead_of: row.get("instead-of").map_or(Vec::new(), words),
    }
}

fn advice(row: &Table, part: &str, ids: &[String]) -> Advice {
    let cell = |(id, accepted): (&String, &Value)| (place(id, ids), words(accepted));
    let said = |row: &Value| row.as_table().expect("cells").iter().map(cell).collect();
    Advice {
        id: text(row, "id"),
        part: row.get(part).map_or(String::new(), |part| part.as_str().expect("a part").to_owned()),
        place: row.get("place").map(|place| place.as_str().expect("a place").to_owned()),
        about: row.get("for").filter(|who| who.is_array()).map_or(Vec::new(), words),
        nations: row.get("nations").map(words),
        at_least: row.get("at-least").map(words),
        at_most: row.get("at-most").map(words),
        scope: row.get("scope").map(|scope| scope.as_str().expect("a scope").to_owned()),
        rows: row.get("when").map_or(Vec::new(), |rows| list(rows, said)),
    }
}

fn cells(when: Option<&Value>, ids: &[String]) -> Cells {
    let Some(when) = when else { return Vec::new() };
    when.as_table().expect("cells").iter().map(|(id, accepted)| (place(id, ids), answers(accepted))).collect()
}

fn place(id: &str, ids: &[String]) -> usize {
    ids.iter().position(|known| known == id).expect("a known question")
}

fn answers(list: &Value) -> Vec<Answer> {
    words(list).iter().map(|word| Answer::of(word).expect("an answer")).collect()
}

fn words(value: &Value) -> Vec<String> {
    list(value, |word| word.as_str().expect("a word").to_owned())
}

fn list<T>(value: &Value, each: impl Fn(&Value) -> T) -> Vec<T> {
    value.as_array().expect("a list").iter().map(each).collect()
}

fn text(row: &Table, field: &str) -> String {
    row[field].as_str().expect("a text").to_owned()
}
