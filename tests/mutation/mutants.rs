//! Every mutant of a policy: what is changed in it, one thing at a time.
//!
//! A list never becomes empty, as that would only be another way to delete the row. A rule or a step without a list of
//! nations holds in all four, and has no list to change.

use sgii_guide::policy::vocabulary::{Answer, Nation, Recording, Response, Scope, Timing, Typology, Word};
use toml::Value;

use super::edit::{Edit, Key, Source};

/// A policy with one thing changed.
#[derive(Clone, Debug)]
pub struct Mutant {
    /// What is changed, in a form that lasts: `kind identifier: field change`.
    pub id: String,
    /// The identifier of the entry that is changed.
    pub entry: String,
    /// The change.
    pub edit: Edit,
}

/// What an entry of some kind is made of, as far as mutants go.
struct Kind {
    id: &'static str,
    /// Whether the whole entry is deleted in turn.
    deleted: bool,
    /// The answers that a cell may accept.
    answers: &'static [&'static str],
    /// Fields that hold one word: each takes the words beside it.
    words: Vec<(&'static str, Vec<&'static str>)>,
    /// Fields that hold a list of words: each word is added or taken away.
    lists: Vec<(&'static str, Vec<&'static str>)>,
    /// The field of cells, or of rows of cells.
    rows: &'static str,
}

const CERTAIN: &[&str] = &["no", "yes"];
const ANSWERS: &[&str] = &["no", "unsure", "yes"];
const SAID: &[&str] = &["unanswered", "no", "unsure", "yes"];

fn words<W: Word>() -> Vec<&'static str> {
    W::ALL.iter().map(|word| word.id()).collect()
}

fn kinds() -> Vec<Kind> {
    let rule = |id, answers, then| Kind {
        id,
        deleted: true,
        answers,
        words: vec![("then", then), ("scope", vec!["any", "inside"])],
        lists: vec![("nations", words::<Nation>())],
        rows: "when",
    };
    let advice = |id| Kind {
        id,
        deleted: true,
        answers: SAID,
        words: vec![("timing", words::<Timing>()), ("scope", words::<Scope>())],
        lists: vec![
            ("nations", words::<Nation>()),
            ("at-least", words::<Response>()),
            ("at-most", words::<Response>()),
        ],
        rows: "when",
    };
    let asked = vec![("asked-while", words::<Response>())];
    let reading = (vec![("to", words::<Answer>())], vec![("from", words::<Answer>())]);
    vec![
        rule("scope", CERTAIN, words::<Scope>()),
        rule("response", ANSWERS, words::<Response>()),
        rule("recording", CERTAIN, words::<Recording>()),
        rule("typology", CERTAIN, words::<Typology>()),
        advice("never"),
        advice("step"),
        advice("route"),
        advice("line"),
        advice("call"),
        Kind {
            id: "person",
            deleted: true,
            answers: CERTAIN,
            words: vec![],
            lists: vec![("at-least", words::<Response>())],
            rows: "in-it-when",
        },
        Kind { id: "reading", deleted: true, answers: ANSWERS, words: reading.0, lists: reading.1, rows: "when" },
        Kind { id: "question", deleted: false, answers: ANSWERS, words: vec![], lists: asked, rows: "asked-when" },
        Kind { id: "typology-needs", deleted: true, answers: CERTAIN, words: vec![], lists: vec![], rows: "rows" },
    ]
}

/// Every mutant, in the order of the policy.
pub fn mutants(source: &Source) -> Vec<Mutant> {
    let mut made = Vec::new();
    for (file, table) in source.tables().iter().enumerate() {
        for kind in kinds() {
            for (name, at, entry) in entries(kind.id, table) {
                Entry { kind: &kind, name, file, at, entry }.mutate(&mut made);
            }
        }
    }
    made
}

/// The entries of a kind with their names, and where they are.
fn entries<'a>(kind: &str, table: &'a Value) -> Vec<(String, Vec<Key>, &'a Value)> {
    let field = Key::Field(kind.to_owned());
    match table.get(kind) {
        Some(Value::Array(items)) => {
            let named = |(place, entry): (usize, &'a Value)| {
                let id = entry.get("id").and_then(Value::as_str).expect("an identifier");
                (format!("{kind} {id}"), vec![field.clone(), Key::Item(place)], entry)
            };
            items.iter().enumerate().map(named).collect()
        }
        Some(entry) => vec![(kind.to_owned(), vec![field], entry)],
        None => Vec::new(),
    }
}

/// An entry that is to be mutated.
struct Entry<'a> {
    kind: &'a Kind,
    name: String,
    file: usize,
    at: Vec<Key>,
    entry: &'a Value,
}

impl Entry<'_> {
    fn mutate(&self, made: &mut Vec<Mutant>) {
        if self.kind.deleted {
            made.push(self.mutant(&[], "deleted", None));
        }
        for (field, words) in &self.kind.words {
            self.other_words(field, words, made);
        }
        for (field, words) in &self.kind.lists {
            self.other_lists(&[Key::Field((*field).to_owned())], field, words, self.entry.get(*field), made);
        }
        match self.entry.get(self.kind.rows) {
            Some(Value::Array(rows)) => self.other_rows(rows, made),
            Some(row) => self.other_cells(&[self.rows()], "", row, made),
            None => {}
        }
    }

    fn rows(&self) -> Key {
        Key::Field(self.kind.rows.to_owned())
    }

    /// The words before and after the one that a field has; none at all, where it need not be there.
    fn other_words(&self, field: &str, words: &[&str], made: &mut Vec<Mutant>) {
        let Some(word) = self.entry.get(field).and_then(Value::as_str) else { return };
        let at = [Key::Field(field.to_owned())];
        let place = words.iter().position(|other| *other == word).expect("a word of the vocabulary");
        let beside = [place.checked_sub(1), place.checked_add(1)];
        for other in beside.into_iter().flatten().filter_map(|place| words.get(place)) {
            made.push(self.mutant(&at, &format!("{field} {other}"), Some(Value::from(*other))));
        }
        if field == "scope" && self.kind.id != "response" {
            made.push(self.mutant(&at, "no scope", None));
        }
    }

    /// A list with each word of its vocabulary added or taken away, with no by itself turned into yes and back, and
    /// without the list.
    fn other_lists(&self, at: &[Key], label: &str, words: &[&str], list: Option<&Value>, made: &mut Vec<Mutant>) {
        let Some(list) = list.and_then(Value::as_array) else { return };
        let has = |word: &str| list.iter().any(|item| item.as_str() == Some(word));
        let toggled = words.iter().map(|toggled| -> Vec<&str> {
            words.iter().copied().filter(|word| has(word) != (word == toggled)).collect()
        });
        let flipped = (list.len() == 1 && has("yes")).then(|| vec!["no"]);
        let flipped = flipped.or_else(|| (list.len() == 1 && has("no")).then(|| vec!["yes"]));
        for words in toggled.chain(flipped).filter(|words| !words.is_empty()) {
            let items = words.iter().map(|word| Value::from(*word)).collect::<Vec<_>>();
            made.push(self.mutant(at, &format!("{label} [{}]", words.join(", ")), Some(Value::from(items))));
        }
        made.push(self.mutant(at, &format!("{label} dropped"), None));
    }

    /// A field of rows: without it, without each of its rows, and with each cell changed.
    fn other_rows(&self, rows: &[Value], made: &mut Vec<Mutant>) {
        made.push(self.mutant(&[self.rows()], &format!("{} dropped", self.kind.rows), None));
        for (place, row) in rows.iter().enumerate() {
            let (at, label) = ([self.rows(), Key::Item(place)], format!("row {} ", place + 1));
            if rows.len() > 1 {
                made.push(self.mutant(&at, &format!("{label}deleted"), None));
            }
            self.other_cells(&at, &label, row, made);
        }
    }

    fn other_cells(&self, at: &[Key], label: &str, row: &Value, made: &mut Vec<Mutant>) {
        for question in row.as_table().expect("a row").keys() {
            let cell: Vec<Key> = at.iter().cloned().chain([Key::Field(question.clone())]).collect();
            self.other_lists(&cell, &format!("{label}{question}"), self.kind.answers, row.get(question), made);
        }
    }

    fn mutant(&self, within: &[Key], change: &str, to: Option<Value>) -> Mutant {
        let at = self.at.iter().chain(within).cloned().collect();
        let entry = self.entry.get("id").and_then(Value::as_str).unwrap_or_default().to_owned();
        Mutant { id: format!("{}: {change}", self.name), entry, edit: Edit { file: self.file, at, to } }
    }
}
