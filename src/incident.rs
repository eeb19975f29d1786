//! What the person said: a nation and the answers given.

use std::fmt;

use crate::policy::cube::{Cube, Questions, each};
use crate::policy::logic::Logic;
use crate::policy::vocabulary::{Answer, Nation, Word};

/// An incident as far as it has been told: a nation, and at most one answer a question.
///
/// No name, no free text, nothing that could tell who anyone is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Incident {
    /// Where the school is.
    pub nation: Nation,
    /// For each answer, the questions answered so; no question stands in two.
    answers: Cube,
}

impl Incident {
    /// An incident of which nothing has been told.
    pub const fn new(nation: Nation) -> Self {
        Self { nation, answers: Cube { no: 0, unsure: 0, yes: 0 } }
    }

    /// This incident with one answer given, or changed.
    pub fn with(self, question: Questions, answer: Answer) -> Self {
        Self { answers: self.answers.fixed(question, answer), ..self }
    }

    /// This incident with the answers to `questions` taken back.
    pub fn without(self, questions: Questions) -> Self {
        Self { answers: self.answers.with(questions, 0), ..self }
    }

    /// The answer given to a question.
    pub fn answer(&self, question: Questions) -> Option<Answer> {
        Answer::of(self.answers.at(question)).next()
    }

    /// The questions answered.
    pub const fn answered(&self) -> Questions {
        self.answers.no | self.answers.unsure | self.answers.yes
    }

    /// The questions given this answer.
    pub const fn given(&self, answer: Answer) -> Questions {
        self.answers.accepting(answer)
    }

    /// Reads an incident from what a caller sent.
    ///
    /// # Errors
    ///
    /// Everything that is wrong with it, with what was expected.
    pub fn read(logic: &Logic, fields: &[Field]) -> Result<Self, Rejection> {
        let mut reader = Reader { logic, complaints: Vec::new() };
        let nation = reader.nation(fields);
        let incident = Self::new(nation.unwrap_or(Nation::England));
        let incident = reader.answers(incident, fields);
        reader.unknown_fields(fields);
        if reader.complaints.is_empty() { Ok(incident) } else { Err(Rejection(reader.complaints)) }
    }

    /// The answers given, in the order of the questions.
    pub fn told(&self) -> impl Iterator<Item = (Questions, Answer)> {
        each(self.answered()).filter_map(|question| Some((question, self.answer(question)?)))
    }
}

/// A field as a caller sent it, before anything is known of it. Fields may come twice.
#[derive(Clone, Debug, PartialEq)]
pub struct Field {
    /// Its name.
    pub name: String,
    /// What it holds.
    pub value: Sent,
}

/// A value as a caller sent it.
#[derive(Clone, Debug, PartialEq)]
pub enum Sent {
    /// A text.
    Text(String),
    /// A plain object.
    Object(Vec<Field>),
    /// Anything else, by what it is called: "null", "a number".
    Other(&'static str),
}

/// Why an incident was refused: every complaint, each with what was expected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rejection(pub Vec<String>);

impl Rejection {
    /// Every complaint on a line of its own.
    pub fn text(&self) -> String {
        let mut text = String::new();
        for complaint in &self.0 {
            text.push_str(if text.is_empty() { "" } else { "\n" });
            text.push_str(complaint);
        }
        text
    }
}

impl fmt::Display for Rejection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text())
    }
}

impl std::error::Error for Rejection {}

struct Reader<'a> {
    logic: &'a Logic,
    complaints: Vec<String>,
}

impl Reader<'_> {
    fn complain(&mut self, parts: &[&str]) {
        self.complaints.push(joined(parts));
    }

    fn nation(&mut self, fields: &[Field]) -> Option<Nation> {
        let sent = self.once(fields, "nation");
        let nation = sent.and_then(word);
        if nation.is_none() {
            self.complain(&["found ", &found(sent, "nation"), ", expected one of ", &words::<Nation>()]);
        }
        nation
    }

    fn answers(&mut self, incident: Incident, fields: &[Field]) -> Incident {
        match self.once(fields, "answers") {
            Some(Sent::Object(answers)) => {
                answers.iter().fold(incident, |incident, field| self.answer(incident, field))
            }
            sent => {
                self.complain(&["found ", &found(sent, "answers"), ", expected an object from question to answer"]);
                incident
            }
        }
    }

    fn answer(&mut self, incident: Incident, field: &Field) -> Incident {
        let name = field.name.as_str();
        let Some(question) = self.logic.question(name) else {
            let expected = listed(self.logic.questions.iter().map(|question| &*question.id));
            self.complain(&["`", name, "` is not a question, expected one of ", &expected]);
            return incident;
        };
        if incident.answered() & question != 0 {
            self.complain(&["`", name, "` is answered twice, expected one answer"]);
        }
        let Some(answer) = word(&field.value) else {
            let (found, expected) = (shown(&field.value), words::<Answer>());
            let parts =
                ["found ", &found, " as the answer to `", name, "`, expected one of ", &expected, ", or nothing"];
            self.complain(&parts);
            return incident;
        };
        incident.with(question, answer)
    }

    /// The value of a field, which may stand only once.
    fn once<'f>(&mut self, fields: &'f [Field], name: &str) -> Option<&'f Sent> {
        let mut found = fields.iter().filter(|field| field.name == name);
        let first = found.next();
        if found.next().is_some() {
            self.complain(&["`", name, "` is there twice, expected once"]);
        }
        first.map(|field| &field.value)
    }

    fn unknown_fields(&mut self, fields: &[Field]) {
        let unknown = fields.iter().filter(|field| !matches!(field.name.as_str(), "nation" | "answers"));
        for field in unknown {
            self.complain(&["`", &field.name, "` is not a field, expected `nation`, `answers`"]);
        }
    }
}

fn word<W: Word>(value: &Sent) -> Option<W> {
    match value {
        Sent::Text(text) => text.parse().ok(),
        Sent::Object(_) | Sent::Other(_) => None,
    }
}

fn words<W: Word>() -> String {
    listed(W::ALL.iter().map(|word| word.id()))
}

fn listed<'a>(words: impl Iterator<Item = &'a str>) -> String {
    let mut text = String::new();
    for word in words {
        let before = if text.is_empty() { "`" } else { ", `" };
        text.push_str(&joined(&[before, word, "`"]));
    }
    text
}

/// What stands in a field, or that nothing does.
fn found(sent: Option<&Sent>, name: &str) -> String {
    sent.map_or_else(|| joined(&["no `", name, "`"]), |value| joined(&[&shown(value), " as `", name, "`"]))
}

fn shown(value: &Sent) -> String {
    match value {
        Sent::Text(text) => joined(&["`", text, "`"]),
        Sent::Object(_) => "an object".to_owned(),
        Sent::Other(kind) => (*kind).to_owned(),
    }
}

/// Parts of a sentence, together. Smaller in WebAssembly than formatting, which nothing else here needs.
pub(crate) fn joined(parts: &[&str]) -> String {
    let mut text = String::new();
    parts.iter().for_each(|part| text.push_str(part));
    text
}
