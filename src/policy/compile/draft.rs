//! A policy as its author wrote it: every entry with its place, before anything is worked out.

use super::super::Policy;
use super::super::cube::{Cube, Questions};
use super::super::logic::{
    Advice, Condition, Edition, Forecast, Logic, Question, Reading, Registered, Retired, Rule, Step, Unpublished,
};
use super::super::table::{List, Text};
use super::super::vocabulary::{Answer, Axis, Status, Word};
use super::super::words::{Asking, Heading, Local, Looking, Meaning, Remark, Saying, Script, Source, Term, Wording};
use super::fold::Outcome;
use super::names::Names;
use super::problem::{File, Place, Problems};
use super::read::Document;
use super::{axes, canonical, emit, entries, gates};

/// An entry: what it decides, what it says, and where it stands.
pub(super) struct Entry<'a, L, W> {
    pub name: String,
    pub place: Place<'a>,
    pub logic: L,
    pub words: W,
}

pub(super) struct Draft<'a> {
    pub names: Names,
    pub title: Text,
    pub edition: Edition,
    pub nations: List<Text>,
    pub terms: List<Term>,
    pub groups: Vec<Entry<'a, Text, Heading>>,
    pub questions: Vec<Entry<'a, Question, Asking>>,
    pub retired: List<Retired>,
    pub fit: u64,
    pub readings: Vec<Entry<'a, Reading, Text>>,
    /// The rules of each axis, in the order of the vocabulary.
    pub rules: Vec<Vec<Entry<'a, Rule, Text>>>,
    /// Without one of these there is no typology.
    pub needs: Vec<Cube>,
    pub values: Vec<List<Meaning>>,
    pub forecasts: List<Forecast>,
    pub unpublished: Vec<Entry<'a, Unpublished, Text>>,
    pub never: Vec<Entry<'a, Advice, Saying>>,
    pub steps: Vec<Entry<'a, Step, Saying>>,
    pub scripts: Vec<Entry<'a, Advice, Script>>,
    pub contacts: List<Local>,
    pub notices: List<Remark>,
    pub looking: List<Looking>,
    pub sources: List<Source>,
    pub labels: List<List<Text>>,
    pub page: List<Text>,
    pub condition: List<Text>,
    /// The end of the last file: where what is wholly missing is complained of.
    pub end: Option<Place<'a>>,
}

impl<'a> Draft<'a> {
    pub fn read(documents: &'a [Document<'a>], problems: &'a Problems) -> Self {
        entries::Reader::new(documents, problems).draft()
    }

    /// The entries on one axis.
    pub fn axis(&self, axis: Axis) -> &[Entry<'a, Rule, Text>] {
        self.rules.get(usize::from(axis.index())).map_or(&[], Vec::as_slice)
    }

    /// The policy that this comes to, with its logic as it was checked.
    pub fn policy(&self, logic: Logic, files: &[File]) -> Policy {
        let mut logic = axes::simplified(logic);
        logic.edition.rules = emit::digest([canonical::rules(&logic).as_bytes()]).into();
        logic.edition.sha256 = emit::digest(files.iter().map(|file| file.text.as_bytes())).into();
        Policy { logic, words: self.wording() }
    }

    /// The logic, every row as its rule says it, without a stamp.
    pub fn logic(&self) -> Logic {
        Logic {
            edition: self.edition.clone(),
            groups: logic_of(&self.groups),
            questions: logic_of(&self.questions),
            retired: self.retired.clone(),
            fit: self.fit,
            readings: logic_of(&self.readings),
            outcomes: self.outcomes().into_iter().map(|outcome| outcome.of).collect(),
            scope: axes::scope(self),
            response: axes::response(self),
            response_in_worlds: axes::response_in_worlds(self),
            recording: axes::recording(self),
            typology: axes::typology(self),
            typology_needs: self.needs.clone().into(),
            forecasts: self.forecasts.clone(),
            unpublished: logic_of(&self.unpublished),
            never: logic_of(&self.never),
            steps: logic_of(&self.steps),
            scripts: logic_of(&self.scripts),
            sources: self.registered(),
        }
    }

    /// One outcome a question that a reading makes *not known*, each with a bit after the questions'.
    pub fn outcomes(&self) -> Vec<Outcome> {
        let mut made: Vec<Questions> = Vec::new();
        for reading in self.readings.iter().map(|entry| &entry.logic).filter(|reading| reading.to == Answer::Unsure) {
            if !made.contains(&reading.question) {
                made.push(reading.question);
            }
        }
        let first = self.questions.len();
        made.into_iter().enumerate().map(|(place, of)| Outcome { of, bit: 1 << (first + place) }).collect()
    }

    fn registered(&self) -> List<Registered> {
        let ids = self.names.sources.iter().map(|(id, _)| Text::from(id.clone()));
        ids.zip(&self.sources).map(|(id, source)| Registered { id, nations: source.nations }).collect()
    }

    fn wording(&self) -> Wording {
        Wording {
            title: self.title.clone(),
            nations: self.nations.clone(),
            terms: self.terms.clone(),
            groups: words_of(&self.groups),
            questions: words_of(&self.questions),
            readings: words_of(&self.readings),
            rules: self.rules.iter().map(|rules| words_of(rules)).collect(),
            values: self.values.clone().into(),
            unpublished: words_of(&self.unpublished),
            never: words_of(&self.never),
            steps: words_of(&self.steps),
            scripts: words_of(&self.scripts),
            contacts: self.contacts.clone(),
            notices: self.notices.clone(),
            looking: self.looking.clone(),
            sources: self.sources.clone(),
            labels: self.labels.clone(),
            page: self.page.clone(),
            condition: self.condition.clone(),
        }
    }

    /// Everything said under a condition, with its name and place.
    pub fn conditions(&self) -> impl Iterator<Item = (&str, Place<'a>, &Condition)> {
        let never = self.never.iter().map(|entry| (entry.name.as_str(), entry.place, &entry.logic.when));
        let steps = self.steps.iter().map(|entry| (entry.name.as_str(), entry.place, &entry.logic.advice.when));
        let scripts = self.scripts.iter().map(|entry| (entry.name.as_str(), entry.place, &entry.logic.when));
        never.chain(steps).chain(scripts)
    }

    /// The answer sets that cannot be told: those in which a question that does not apply is other than *no*.
    pub fn unreachable(&self) -> Vec<Cube> {
        gates::closed_but_answered(self.questions.iter().map(|entry| &entry.logic))
    }
}

/// An edition of which nothing is known yet.
pub(super) fn no_edition() -> Edition {
    let nothing = || Text::from("");
    Edition {
        id: nothing(),
        status: Status::Draft,
        checked: nothing(),
        review_by: nothing(),
        rules: nothing(),
        sha256: nothing(),
    }
}

fn logic_of<L: Clone, W>(entries: &[Entry<'_, L, W>]) -> List<L> {
    entries.iter().map(|entry| entry.logic.clone()).collect()
}

fn words_of<L, W: Clone>(entries: &[Entry<'_, L, W>]) -> List<W> {
    entries.iter().map(|entry| entry.words.clone()).collect()
}
