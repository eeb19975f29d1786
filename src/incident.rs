//! An incident: a nation and the answers given.

use std::fmt;
use std::mem::replace;

use crate::policy::Policy;
use crate::policy::cube::{Cube, Question, Questions};
use crate::policy::set::Set;
use crate::policy::vocabulary::{Answer, Nation, Word};
use crate::say::lists;

/// An incident as far as it has been told: a nation, and at most one answer a question.
///
/// No name, no free text, nothing that could tell who anyone is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Incident {
    /// Where the school is.
    pub nation: Nation,
    /// For each answer, the questions that were given it. No question has two.
    answers: Cube,
}

impl Incident {
    /// An incident of which nothing has been told.
    pub const fn new(nation: Nation) -> Self {
        Self { nation, answers: Cube::NONE }
    }

    /// This incident with one answer given to `questions`, or changed.
    pub fn with(self, questions: impl Into<Questions>, answer: Answer) -> Self {
        Self { answers: self.answers.fixed(questions, answer), ..self }
    }

    /// This incident with the answers to `questions` taken back.
    pub fn without(self, questions: impl Into<Questions>) -> Self {
        Self { answers: self.answers.with(questions, Set::NONE), ..self }
    }

    /// The answer given to a question.
    pub fn answer(&self, question: Question) -> Option<Answer> {
        self.answers.at(question).iter().next()
    }

    /// The questions answered.
    pub const fn answered(&self) -> Questions {
        self.answers.accepts()
    }

    /// The questions given this answer.
    pub const fn given(&self, answer: Answer) -> Questions {
        self.answers.accepting(answer)
    }

    /// The answers given, in the order of the questions.
    pub fn told(&self) -> impl Iterator<Item = (Question, Answer)> {
        self.answered().iter().filter_map(|question| Some((question, self.answer(question)?)))
    }
}

/// A field as a caller sent it, before anything is known of it. Fields may come twice.
#[derive(Clone, Debug, PartialEq)]
pub struct Field {
    /// Its name.
    pub name: String,
    /// Its value.
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

impl Sent {
    /// The value as a complaint shows it.
    pub(crate) fn shown(&self) -> String {
        match self {
            Self::Text(text) => quoted(text),
            Self::Object(_) => "an object".to_owned(),
            Self::Other(kind) => (*kind).to_owned(),
        }
    }
}

/// Why an incident was refused: every complaint, each with what was expected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rejection(pub Vec<String>);

impl Rejection {
    /// A rejection with one complaint, in parts.
    pub(crate) fn of(complaint: &[&str]) -> Self {
        Self(vec![joined(complaint)])
    }

    /// The rejection of something that is not an incident.
    pub(crate) fn of_no_incident(found: &Sent) -> Self {
        Self::of(&["found ", &found.shown(), ", expected an object with `nation` and `answers`"])
    }

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

/// Reads an incident field by field, as a caller sends them. It keeps no more complaints than it reports, so that
/// memory stays bounded however much is sent.
pub struct Reader<'a> {
    policy: &'a Policy,
    incident: Incident,
    has_nation: bool,
    has_answers: bool,
    /// Whether a complaint has listed the existing questions already.
    has_listed: bool,
    complaints: Vec<String>,
    /// How many complaints were not kept.
    more: usize,
}

/// How many complaints are reported. Any others are counted.
const MOST_COMPLAINTS: usize = 20;

/// How many characters of a text a complaint shows.
const MOST_SHOWN: usize = 60;

impl<'a> Reader<'a> {
    /// A reader that has read nothing yet.
    pub const fn new(policy: &'a Policy) -> Self {
        Self {
            policy,
            incident: Incident::new(Nation::England),
            has_nation: false,
            has_answers: false,
            has_listed: false,
            complaints: Vec::new(),
            more: 0,
        }
    }

    /// Reads a field. The fields of `answers` go to [`answer`](Self::answer).
    pub fn field(&mut self, name: &str, value: &Sent) {
        let had = match name {
            "nation" => replace(&mut self.has_nation, true),
            "answers" => replace(&mut self.has_answers, true),
            _ => return self.complain(&[&quoted(name), " is not a field, expected `nation`, `answers`"]),
        };
        if had {
            self.complain(&["`", name, "` is there twice, expected once"]);
        } else if name == "nation" {
            match word(value) {
                Some(nation) => self.incident.nation = nation,
                None => self.complain(&["found ", &value.shown(), " as `nation`", &expected_nation()]),
            }
        } else if !matches!(value, Sent::Object(_)) {
            self.complain(&["found ", &value.shown(), " as `answers`", EXPECTED_ANSWERS]);
        }
    }

    /// Reads the answer to a question.
    pub fn answer(&mut self, name: &str, value: &Sent) {
        let Some(question) = self.policy.question(name) else { return self.unknown_question(name) };
        if self.incident.answered().contains(question) {
            self.complain(&["`", name, "` is answered twice, expected one answer"]);
        }
        match word(value) {
            Some(answer) => self.incident = self.incident.with(question, answer),
            None => {
                let (found, expected) = (value.shown(), words::<Answer>());
                let parts =
                    ["found ", &found, " as the answer to `", name, "`, expected one of ", &expected, ", or nothing"];
                self.complain(&parts);
            }
        }
    }

    /// Complains of a question that does not exist; the first such complaint lists those that do.
    fn unknown_question(&mut self, name: &str) {
        if replace(&mut self.has_listed, true) {
            return self.complain(&[&quoted(name), " is not a question either"]);
        }
        let expected = lists::quoted(self.policy.questions.iter().map(|question| &*question.id));
        self.complain(&[&quoted(name), " is not a question, expected one of ", &expected]);
    }

    fn complain(&mut self, parts: &[&str]) {
        if self.complaints.len() < MOST_COMPLAINTS {
            self.complaints.push(joined(parts));
        } else {
            self.more += 1;
        }
    }

    /// The incident that was read.
    ///
    /// # Errors
    ///
    /// What is wrong with it, with what was expected.
    pub fn incident(mut self) -> Result<Incident, Rejection> {
        let mut complaints = Vec::new();
        if !self.has_nation {
            complaints.push(joined(&["found no `nation`", &expected_nation()]));
        }
        if !self.has_answers {
            complaints.push(joined(&["found no `answers`", EXPECTED_ANSWERS]));
        }
        complaints.append(&mut self.complaints);
        if self.more > 0 {
            complaints.push(joined(&["and ", &number(self.more), " more"]));
        }
        if complaints.is_empty() { Ok(self.incident) } else { Err(Rejection(complaints)) }
    }
}

const EXPECTED_ANSWERS: &str = ", expected an object from question to answer";

fn expected_nation() -> String {
    joined(&[", expected one of ", &words::<Nation>()])
}

fn word<W: Word>(value: &Sent) -> Option<W> {
    match value {
        Sent::Text(text) => text.parse().ok(),
        Sent::Object(_) | Sent::Other(_) => None,
    }
}

fn words<W: Word>() -> String {
    lists::quoted(W::ALL.iter().map(|word| word.id()))
}

/// A text as it was sent, cut off if it is long.
fn quoted(text: &str) -> String {
    let cut = text.char_indices().nth(MOST_SHOWN).and_then(|(end, _)| text.get(..end));
    cut.map_or_else(|| joined(&["`", text, "`"]), |beginning| joined(&["`", beginning, "…`"]))
}

/// A number with commas between thousands, written by hand because formatting macros are large in WebAssembly.
pub(crate) fn number(number: usize) -> String {
    let (mut left, mut digits) = (number, String::new());
    for place in 0.. {
        if place > 0 && place % 3 == 0 {
            digits.insert(0, ',');
        }
        digits.insert(0, char::from(b'0' + (left % 10) as u8));
        left /= 10;
        if left == 0 {
            break;
        }
    }
    digits
}

/// The parts of a sentence as one text. Smaller in WebAssembly than a formatting macro, which nothing else in the core
/// needs.
pub(crate) fn joined(parts: &[&str]) -> String {
    let mut text = String::new();
    parts.iter().for_each(|part| text.push_str(part));
    text
}
