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

use cube::{Cube, Questions};
use entry::Entry;
use logic::{
    Advice, Condition, Edition, Forecast, Question, Reading, Registered, Retired, Row, Rule, Step, Unpublished,
};
use set::Set;
use table::{List, Text, Words};
use vocabulary::{Nation, PerAxis};
use words::{Asking, Heading, Meaning, Saying, Script, Source, Wording};

/// One edition of the policy. Every entry is whole: what it decides, what it says and where that comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Policy {
    /// Which edition this is.
    pub edition: Edition,
    /// The groups in which questions are shown, in order.
    pub groups: List<Entry<(), Heading>>,
    /// The questions, in the order in which they are read and asked.
    pub questions: List<Entry<Question, Asking>>,
    /// The questions that were withdrawn. Case codes on paper may still answer their slots.
    pub retired: List<Retired>,
    /// The question of fit, if there is one: the only one in which the response need not be monotone. At most one bit.
    pub fit: Questions,
    /// The readings, in order.
    pub readings: List<Entry<Reading, Text>>,
    /// The questions that a reading can make *not known*. In rows over worlds a further bit says how each turns out;
    /// these bits come after those of the questions.
    pub outcomes: List<Questions>,
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
    /// Words that can be said.
    pub scripts: List<Entry<Advice, Script>>,
    /// The source register.
    pub sources: List<Entry<Registered, Source>>,
    /// The texts that no decision depends on.
    pub wording: Words<Wording>,
}

impl Policy {
    /// The bit of the question with an identifier.
    pub fn question(&self, id: &str) -> Option<Questions> {
        self.questions.iter().position(|question| &*question.id == id).map(|place| 1 << place)
    }

    /// The question of a bit.
    pub fn asked(&self, question: Questions) -> Option<&Entry<Question, Asking>> {
        self.questions.get(question.trailing_zeros() as usize)
    }

    /// Each question that a reading can make *not known*, with the bit of how it turns out.
    pub fn outcomes(&self) -> impl Iterator<Item = (Questions, Questions)> {
        let first = self.questions.len();
        self.outcomes.iter().enumerate().map(move |(place, question)| (*question, 1 << (first + place)))
    }

    /// Every condition under which something is said, with the kind and the identifier of what is.
    pub fn conditions(&self) -> impl Iterator<Item = (&'static str, &Text, &Condition)> {
        let never = self.never.iter().map(|entry| ("never", &entry.id, &entry.logic.when));
        let steps = self.steps.iter().map(|entry| ("step", &entry.id, &entry.logic.advice.when));
        let scripts = self.scripts.iter().map(|entry| ("script", &entry.id, &entry.logic.when));
        never.chain(steps).chain(scripts)
    }

    /// Whether in every nation some advice depends on the answer to a question alone. Such a question is asked until it
    /// has an answer, so the page can count on its screen.
    pub fn always_matters(&self, question: Questions) -> bool {
        let told = self.conditions().filter(|(_, _, condition)| condition.turns_on_alone(question));
        told.fold(Set::NONE, |nations, (_, _, condition)| nations.union(condition.nations)) == Set::<Nation>::every()
    }
}
