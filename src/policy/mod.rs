//! The policy as tables: the closed vocabulary, the entries, and the compiler that makes them from the files in
//! `policy/`.
//!
//! Shared with the build script, which includes this folder. Nothing here knows of answers given.

#[cfg(any(feature = "words", not(target_arch = "wasm32")))]
mod closed;
#[cfg(not(target_arch = "wasm32"))]
pub mod compile;
pub mod cube;
pub mod entry;
pub mod labels;
pub mod logic;
#[cfg(not(target_arch = "wasm32"))]
pub mod register;
pub mod set;
pub mod table;
pub mod vocabulary;
pub mod words;

use cube::{Cube, Question, Questions};
use entry::Entry;
use logic::{
    Advice, Condition, Edition, Forecast, Line, Posed, Presence, Reading, Registered, Retired, Route, Row, Rule, Step,
    Unpublished, Utterance,
};
use set::Set;
use table::{List, Text, Words, held, words};
use vocabulary::{Nation, PerAxis};
use words::{Asking, Heading, Meaning, Named, Saying, Source, Wording};

/// One edition of the policy. Every entry is whole: what it decides, what it says and where that comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Policy {
    /// Which edition this is.
    pub edition: Edition,
    /// The groups in which questions are shown, in order.
    pub groups: List<Entry<(), Heading>>,
    /// The questions, in the order in which they are read and asked.
    pub questions: List<Entry<Posed, Asking>>,
    /// The questions that were withdrawn. Case codes on paper may still answer their slots.
    pub retired: List<Retired>,
    /// The question of fit, if there is one: the only one in which the response need not be monotone.
    pub fit: Option<Question>,
    /// The readings, in order.
    pub readings: List<Entry<Reading, Text>>,
    /// The questions that a reading can make *not known*. In rows over worlds a further question is how each turns out;
    /// these have the places after those of the questions.
    pub outcomes: List<Question>,
    /// The rules of each axis as written, over answers after readings. They explain a decision.
    pub rules: PerAxis<List<Entry<Rule, Text>>>,
    /// The same rules over answers as given, with readings, scope and "the first that holds" worked in. They make a
    /// decision: the response over finishings, in which an answer may be *not known yet*, the other axes over worlds,
    /// in which it is yes or no.
    pub rows: PerAxis<List<Row>>,
    /// The response over worlds.
    pub response_in_worlds: List<Row>,
    /// The rows, as written, of which a world must meet one to have a typology.
    pub typology_needs: List<Cube>,
    /// The values of each axis in the order of its vocabulary, and what follows from a recording category.
    pub values: PerAxis<List<Entry<Option<Forecast>, Meaning>>>,
    /// What the published summary does not say.
    pub unpublished: List<Entry<Unpublished, Text>>,
    /// What must never be done.
    pub never: List<Entry<Advice, Saying>>,
    /// What to do, in the order of doing.
    pub steps: List<Entry<Step, Saying>>,
    /// Other routes, where the guide may not fit.
    pub routes: List<Entry<Route, Saying>>,
    /// The people who may be in an incident.
    pub people: List<Entry<Presence, Named>>,
    /// The lines of their cards.
    pub lines: List<Entry<Line, Text>>,
    /// The texts of the call.
    pub utterances: List<Entry<Utterance, Text>>,
    /// The source register.
    pub sources: List<Entry<Registered, Source>>,
    /// The texts that no decision depends on.
    pub wording: Words<Wording>,
}

/// A question that says nothing, in place of one that a policy does not have.
static BLANK: Entry<Posed, Asking> = Entry {
    id: Text(held!("")),
    logic: Posed { slot: 0, group: 0, asked_when: List(held!(&[])), asked_while: None, known: false, open: false },
    words: words!(Asking {
        ask: Text(held!("")),
        hint: Text(held!("")),
        more: None,
        why: Text(held!("")),
        unknown: Text(held!("")),
        known: None,
        open: None
    }),
    cites: List(held!(&[])),
};

impl Policy {
    /// The question with an identifier.
    pub fn question(&self, id: &str) -> Option<Question> {
        self.questions().find(|(_, entry)| &*entry.id == id).map(|(question, _)| question)
    }

    /// Each question with its entry, in order.
    pub fn questions(&self) -> impl DoubleEndedIterator<Item = (Question, &Entry<Posed, Asking>)> {
        self.questions.iter().enumerate().map(|(place, entry)| (Question::at(place), entry))
    }

    /// The questions that pass a test.
    pub fn questions_that(&self, pass: impl Fn(&Posed) -> bool) -> Questions {
        self.questions().filter(|(_, entry)| pass(&entry.logic)).map(|(question, _)| question).collect()
    }

    /// The entry of a question of this policy. How a question turns out has none.
    pub fn asked(&self, question: Question) -> &Entry<Posed, Asking> {
        let entry = self.questions.get(question.place());
        debug_assert!(entry.is_some(), "{question:?} is no question of this policy");
        // Not an index, which would bring the page's core the code that words a panic.
        entry.unwrap_or(&BLANK)
    }

    /// Each question that a reading can make *not known*, with how it turns out as a question.
    pub fn outcomes(&self) -> impl Iterator<Item = (Question, Question)> {
        let first = self.questions.len();
        self.outcomes.iter().enumerate().map(move |(place, question)| (*question, Question::at(first + place)))
    }

    /// Every advice, with its kind and identifier.
    pub fn advice(&self) -> impl Iterator<Item = (&'static str, &Text, &Advice)> {
        let never = self.never.iter().map(|entry| ("never", &entry.id, &entry.logic));
        let steps = self.steps.iter().map(|entry| ("step", &entry.id, &entry.logic.advice));
        let routes = self.routes.iter().map(|entry| ("route", &entry.id, &entry.logic.advice));
        let lines = self.lines.iter().map(|entry| ("line", &entry.id, &entry.logic.advice));
        let call = self.utterances.iter().map(|entry| ("call", &entry.id, &entry.logic.advice));
        never.chain(steps).chain(routes).chain(lines).chain(call)
    }

    /// Every condition under which something is said, with the kind and the identifier of what is.
    pub fn conditions(&self) -> impl Iterator<Item = (&'static str, &Text, &Condition)> {
        self.advice().map(|(kind, id, advice)| (kind, id, &advice.when))
    }

    /// Whether in every nation some step depends on the answer to a question alone, and comes before every other at its
    /// place. Such a question is asked until it has an answer, so the page can count on its screen.
    pub fn always_matters(&self, question: Question) -> bool {
        let steps = self.steps.iter().enumerate().map(|(at, step)| (at, &step.logic.advice));
        let first = steps.filter(|(at, advice)| {
            let mut before = self.steps.iter().take(*at).map(|step| &step.logic.advice.place);
            advice.place.is_none() || !before.any(|place| *place == advice.place)
        });
        let told = first.filter(|(_, advice)| advice.when.turns_on_alone(question));
        told.fold(Set::NONE, |nations, (_, advice)| nations.union(advice.when.nations)) == Set::<Nation>::every()
    }
}
