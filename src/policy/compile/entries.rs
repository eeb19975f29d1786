//! Entries of every kind, from records to a draft.

use std::collections::BTreeSet;

use super::super::cube::{Cube, MOST_QUESTIONS, each};
use super::super::logic::{
    Advice, Condition, Edition, Forecast, Question, Reading, Retired, Rule, Said, Step, Unpublished, Words,
};
use super::super::table::{List, Text};
use super::super::vocabulary::{
    Answer, Axis, Basis, Contact, Depth, Nation, Recording, Response, Scope, Status, Timing, Typology, Who, Word,
};
use super::super::words::{Asking, Heading, Local, Meaning, Notice, Saying, Script, Source, Term};
use super::draft::{Draft, Entry, everywhere, no_edition};
use super::fold::in_finishings;
use super::names::{Cells, Names};
use super::problem::{Place, Problems};
use super::read::Document;
use super::record::Record;
use super::terms;

/// The notices that a result names; the page's others are its own affair.
const NOTICES: [&str; 2] = ["other-route", "forecast"];

pub(super) struct Reader<'a> {
    documents: &'a [Document<'a>],
    problems: &'a Problems,
    names: Names,
    /// Identifiers that are retired and were no question's.
    retired: BTreeSet<String>,
    retired_questions: Vec<Retired>,
    readings: Vec<Reading>,
}

impl<'a> Reader<'a> {
    pub fn new(documents: &'a [Document<'a>], problems: &'a Problems) -> Self {
        let mut reader = Self {
            documents,
            problems,
            names: Names::default(),
            retired: BTreeSet::new(),
            retired_questions: Vec::new(),
            readings: Vec::new(),
        };
        let ids = |kind| reader.records(kind).iter().map(|record| record.text("id").to_string()).collect();
        let names = Names {
            groups: ids("group"),
            questions: ids("question"),
            sources: reader
                .records("source")
                .iter()
                .map(|record| (record.text("id").to_string(), record.text("edition").to_string()))
                .collect(),
        };
        reader.names = names;
        reader.retired = reader.retired_ids();
        reader.retired_questions = reader.records("edition").iter().flat_map(retired_questions).collect();
        reader.readings = reader.records("reading").iter().map(|record| reader.reading(record)).collect();
        reader
    }

    fn records(&self, kind: &'static str) -> Vec<Record<'a>> {
        self.documents.iter().flat_map(|document| document.records(kind, self.problems)).collect()
    }

    fn retired_ids(&self) -> BTreeSet<String> {
        let records = self.records("edition");
        let lists = records.iter().filter_map(|record| record.maybe_texts("retired"));
        lists.flat_map(|list| list.iter().map(ToString::to_string).collect::<Vec<_>>()).collect()
    }

    /// Reads every entry of a kind; identifiers must be well formed, new and not retired.
    fn each<T>(&self, kind: &'static str, mut entry: impl FnMut(&Record<'a>) -> T) -> Vec<T> {
        let mut seen = BTreeSet::new();
        let read = |record: Record<'a>| {
            let id = record.text("id");
            self.check_id(&record, &id, &mut seen);
            let read = entry(&record);
            record.done();
            read
        };
        self.records(kind).into_iter().map(read).collect()
    }

    fn check_id(&self, record: &Record<'_>, id: &str, seen: &mut BTreeSet<String>) {
        let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit();
        if !id.is_empty() && !id.split('-').all(|word| !word.is_empty() && word.chars().all(plain)) {
            record.complain("has an identifier that is not lower-case words joined by hyphens");
        }
        if self.retired.contains(id) || self.retired_questions.iter().any(|past| &*past.id == id) {
            record.complain("has a retired identifier, which may never be used again");
        }
        if !id.is_empty() && !seen.insert(id.to_owned()) {
            record.complain("is there twice");
        }
    }

    fn entry<L, W>(record: &Record<'a>, logic: L, words: W) -> Entry<'a, L, W> {
        Entry { name: record.name.clone(), place: record.place, logic, words }
    }

    pub fn draft(self) -> Draft<'a> {
        terms::check(self.documents, self.problems);
        let (title, edition) = self.edition();
        let nations = self.nations();
        let (values, forecasts) = self.values();
        let mut draft = Draft {
            names: Names::default(),
            title,
            edition,
            nations,
            terms: self.terms(),
            groups: self.groups(),
            questions: self.questions(),
            retired: self.retired_questions.clone().into(),
            fit: self.fit(),
            readings: self.readings(),
            rules: Axis::ALL.iter().map(|axis| self.rules(*axis)).collect(),
            needs: self.needs(),
            values,
            forecasts,
            unpublished: self.unpublished(),
            never: self.never(),
            steps: self.steps(),
            scripts: self.scripts(),
            contacts: self.contacts(),
            notices: self.notices().into(),
            sources: self.sources().into(),
            end: self.end(),
        };
        draft.names = self.names;
        draft
    }

    /// The end of the last file.
    fn end(&self) -> Option<Place<'a>> {
        self.documents.last().map(Document::end)
    }

    /// A complaint about something that is nowhere.
    fn missing(&self, complaint: String) {
        if let Some(end) = self.end() {
            self.problems.add(end, complaint);
        }
    }

    fn edition(&self) -> (Text, Edition) {
        let mut found: Option<(Text, Edition)> = None;
        for record in self.records("edition") {
            if found.is_some() {
                record.complain("is a second edition, and there may be only one");
            }
            found = Some(Self::one_edition(&record));
            record.done();
        }
        if found.is_none() {
            self.missing("there is no `[edition]`".to_owned());
        }
        found.unwrap_or_else(|| ("".into(), no_edition()))
    }

    fn one_edition(record: &Record<'a>) -> (Text, Edition) {
        let _ = record.maybe_texts("retired");
        let _ = retired_questions(record);
        let (checked, review_by) = checked_and_review_by(record);
        let status = record.word("status").unwrap_or(Status::Draft);
        let edition = Edition { id: record.text("id"), status, checked, review_by, ..no_edition() };
        (record.text("title"), edition)
    }

    fn nations(&self) -> List<Text> {
        let named = self.each("nation", |record| {
            let _ = record.word::<Nation>("id");
            (record.text("id"), record.text("name"))
        });
        let name = |nation: &Nation| named.iter().find(|(id, _)| &**id == nation.id()).map(|(_, name)| name.clone());
        for nation in Nation::ALL.iter().filter(|nation| name(nation).is_none()) {
            self.missing(format!("there is no `[[nation]]` with the identifier `{}`", nation.id()));
        }
        Nation::ALL.iter().map(|nation| name(nation).unwrap_or_else(|| "".into())).collect()
    }

    fn terms(&self) -> List<Term> {
        let term = |record: &Record<'a>| Term {
            id: record.text("id"),
            neutral: record.text("neutral"),
            by_nation: Nation::ALL.iter().map(|nation| record.text(nation.id())).collect(),
        };
        self.each("term", term).into()
    }

    fn groups(&self) -> Vec<Entry<'a, Text, Heading>> {
        self.each("group", |record| {
            let words = Heading { heading: record.text("heading"), intro: record.maybe_text("intro") };
            Self::entry(record, record.text("id"), words)
        })
    }

    fn questions(&self) -> Vec<Entry<'a, Question, Asking>> {
        if let Some(beyond) = self.records("question").get(MOST_QUESTIONS) {
            beyond.complain(format!("is one question too many, and there may be {MOST_QUESTIONS}"));
        }
        let mut slots = BTreeSet::new();
        self.each("question", |record| {
            let slot = record.slot("slot");
            if let Some(slot) = slot.filter(|slot| !slots.insert(*slot)) {
                record.complain_about("slot", format!("has slot {slot}, which another question has"));
            }
            if let Some(Retired { id, slot }) = self.retired_questions.iter().find(|past| Some(past.slot) == slot) {
                record.complain_about("slot", format!("has slot {slot}, which the retired question `{id}` had"));
            }
            Self::entry(record, self.question(record, slot.unwrap_or_default()), Self::asking(record))
        })
    }

    fn question(&self, record: &Record<'a>, slot: u8) -> Question {
        let _ = record.flag("fit");
        let group = record.text("group");
        let place = self.names.group(&group);
        if place.is_none() && !group.trim().is_empty() {
            record.complain_about("group", format!("is in group `{}`, which is not a group", &*group));
        }
        let asked_when: List<_> = record.tables("asked-when").into_iter().map(|row| self.gate(record, row)).collect();
        let asked_while = record.maybe_words::<Response>("asked-while");
        if asked_while.is_some() && !asked_when.is_empty() {
            record.complain_about("asked-while", "has `asked-when` and `asked-while`, and may have only one of them");
        }
        Question { id: record.text("id"), slot, group: place.unwrap_or_default(), asked_when, asked_while }
    }

    /// A row of *asked when*: earlier questions, each accepting exactly yes and unsure.
    fn gate(&self, record: &Record<'a>, row: &'a toml::de::DeTable<'a>) -> u64 {
        let cube = self.names.row(record, row, Cells::Answers).cube;
        let own = self.names.question(&record.text("id"));
        let parents = row.keys().filter_map(|key| self.names.question(key.get_ref()));
        let parents = parents.fold(0, |parents, question| parents | question);
        for question in each(parents) {
            let asked = self.names.asked(question);
            if cube.at(question) != Answer::Yes.bit() | Answer::Unsure.bit() {
                let complaint = format!("is asked on the wrong answers to `{asked}`, expected exactly `yes`, `unsure`");
                record.complain_about("asked-when", complaint);
            }
            if own == Some(question) {
                record.complain_about("asked-when", "is asked only once it has itself been answered");
            } else if own.is_some_and(|own| question > own) {
                record.complain_about(
                    "asked-when",
                    format!("is asked only once `{asked}` is answered, which comes later"),
                );
            }
        }
        parents
    }

    fn asking(record: &Record<'a>) -> Asking {
        let ask = record.text("ask");
        if !ask.trim().is_empty() && !ask.ends_with('?') {
            record.complain_about("ask", "has an `ask` that does not end in a question mark");
        }
        Asking { ask, hint: record.text("hint"), why: record.text("why"), unknown: record.text("unknown") }
    }

    fn fit(&self) -> u64 {
        let fits: Vec<_> = self.records("question").into_iter().filter(|record| record.flag("fit")).collect();
        if let Some(second) = fits.get(1) {
            second.complain_about("fit", "is a second question of fit, and there may be only one");
        }
        fits.first().and_then(|record| self.names.question(&record.text("id"))).unwrap_or_default()
    }

    fn readings(&self) -> Vec<Entry<'a, Reading, Text>> {
        self.each("reading", |record| Self::entry(record, self.reading(record), record.text("says")))
    }

    fn reading(&self, record: &Record<'a>) -> Reading {
        Reading {
            id: record.text("id"),
            cube: self.required_when(record, Cells::Answers),
            question: self.names.question_in(record, "question").unwrap_or_default(),
            from: record.words::<Answer>("from").unwrap_or_default(),
            to: record.word("to").unwrap_or(Answer::Unsure),
        }
    }

    fn required_when(&self, record: &Record<'a>, cells: Cells) -> Cube {
        record.table("when").map_or(Cube::ALL, |row| self.names.row(record, row, cells).cube)
    }

    fn when(&self, record: &Record<'a>, cells: Cells) -> Cube {
        record.maybe_table("when").map_or(Cube::ALL, |row| self.names.row(record, row, cells).cube)
    }

    fn rules(&self, axis: Axis) -> Vec<Entry<'a, Rule, Text>> {
        self.each(axis.id(), |record| {
            let cells = if axis == Axis::Response { Cells::Answers } else { Cells::Certain };
            let inside = if axis == Axis::Response { record.word::<RuleScope>("scope") } else { None };
            let rule = Rule {
                id: record.text("id"),
                to: value_of(record, axis),
                nations: record.maybe_words::<Nation>("nations").unwrap_or_else(everywhere),
                cube: self.when(record, cells),
                inside_only: inside == Some(RuleScope::Inside),
                basis: basis(record),
                cites: self.names.cites(record),
            };
            Self::entry(record, rule, record.text("says"))
        })
    }

    fn needs(&self) -> Vec<Cube> {
        let rows = |record: Record<'a>| {
            let tables = record.tables("rows");
            if tables.is_empty() {
                record.complain("has no row");
            }
            let cubes: Vec<_> =
                tables.into_iter().map(|row| self.names.row(&record, row, Cells::Certain).cube).collect();
            record.done();
            cubes
        };
        self.records("typology-needs").into_iter().flat_map(rows).collect()
    }

    fn values(&self) -> (Vec<List<Meaning>>, List<Forecast>) {
        let mut seen = BTreeSet::new();
        let mut meanings: Vec<Vec<Option<Meaning>>> = Axis::ALL.iter().map(|axis| vec![None; values(*axis)]).collect();
        let mut forecasts: Vec<Forecast> = Vec::new();
        for record in self.records("value") {
            let Some(axis) = record.word::<Axis>("axis") else { continue };
            let Some(value) = value_in(&record, axis, "id") else { continue };
            if !seen.insert((axis.index(), value)) {
                record.complain("is there twice");
            }
            let meaning =
                Meaning { name: record.text("name"), says: record.texts("says"), cites: self.names.cites(&record) };
            if let Some(slot) = meanings.get_mut(usize::from(axis.index())).and_then(|m| m.get_mut(usize::from(value)))
            {
                *slot = Some(meaning);
            }
            if axis == Axis::Recording {
                forecasts.push(forecast(&record, value));
            }
            record.done();
        }
        forecasts.sort_by_key(|forecast| forecast.value);
        (self.every_value(meanings), forecasts.into())
    }

    fn every_value(&self, meanings: Vec<Vec<Option<Meaning>>>) -> Vec<List<Meaning>> {
        let nothing = || Meaning { name: "".into(), says: Vec::new().into(), cites: Vec::new().into() };
        for (axis, values) in Axis::ALL.iter().zip(&meanings) {
            for (place, _) in values.iter().enumerate().filter(|(_, meaning)| meaning.is_none()) {
                let value = value_id(*axis, u8::try_from(place).unwrap_or_default());
                self.missing(format!("there is no `[[value]]` with the words for the {} `{value}`", axis.id()));
            }
        }
        meanings.into_iter().map(|values| values.into_iter().map(|v| v.unwrap_or_else(nothing)).collect()).collect()
    }

    fn unpublished(&self) -> Vec<Entry<'a, Unpublished, Text>> {
        self.each("unpublished", |record| {
            let with = record.words::<Recording>("with").unwrap_or_default();
            Self::entry(record, Unpublished { id: record.text("id"), with }, record.text("says"))
        })
    }

    fn advice(&self, record: &Record<'a>) -> Advice {
        Advice {
            id: record.text("id"),
            when: self.condition(record),
            basis: basis(record),
            cites: self.names.cites(record),
        }
    }

    fn condition(&self, record: &Record<'a>) -> Condition {
        let rows: Vec<Said> =
            record.tables("when").into_iter().map(|row| self.names.row(record, row, Cells::Said)).collect();
        let at_least = record.maybe_words::<Response>("at-least");
        let at_most = record.maybe_words::<Response>("at-most");
        if at_least.zip(at_most).is_some_and(|(least, most)| is_above(least, most)) {
            record.complain_about("at-most", "is never shown: every `at-least` is more urgent than every `at-most`");
        }
        let finishings = rows.iter().flat_map(|row| in_finishings(row.cube, &self.readings));
        Condition {
            finishings: finishings.collect(),
            nations: record.maybe_words::<Nation>("nations").unwrap_or_else(everywhere),
            at_least,
            at_most,
            scope: record.maybe_word::<Scope>("scope").map(Word::index),
            rows: rows.into(),
        }
    }

    fn saying(record: &Record<'a>) -> Saying {
        Saying { text: record.text("text"), why: record.text("why") }
    }

    fn never(&self) -> Vec<Entry<'a, Advice, Saying>> {
        self.each("never", |record| Self::entry(record, self.advice(record), Self::saying(record)))
    }

    fn steps(&self) -> Vec<Entry<'a, Step, Saying>> {
        self.each("step", |record| {
            let advice = self.advice(record);
            let timing = record.word("timing").unwrap_or(Timing::Now);
            let who = record.word("who").unwrap_or(Who::Lead);
            Self::entry(record, Step { advice, timing, who }, Self::saying(record))
        })
    }

    fn scripts(&self) -> Vec<Entry<'a, Advice, Script>> {
        self.each("script", |record| {
            let script = Script { to: record.text("for"), lines: record.texts("lines") };
            Self::entry(record, self.advice(record), script)
        })
    }

    fn contacts(&self) -> List<Local> {
        let local = |record: &Record<'a>| {
            let _ = record.word::<Contact>("id");
            let (id, steps) = (record.text("id"), self.steps_in(record));
            Local { id, name: record.text("name"), missing: record.text("missing"), steps }
        };
        self.each("contact", local).into()
    }

    /// The steps that a record names; each must be there.
    fn steps_in(&self, record: &Record<'a>) -> List<Text> {
        let known: BTreeSet<Text> = self.records("step").iter().map(|step| step.text("id")).collect();
        let steps = record.texts("steps");
        for step in steps.iter().filter(|step| !known.contains(*step)) {
            record.complain_about("steps", format!("is shown at `{step}`, which is not a step"));
        }
        steps
    }

    fn notices(&self) -> Vec<Notice> {
        let notices = self.each("notice", |record| Notice { id: record.text("id"), says: record.texts("says") });
        for id in NOTICES.iter().filter(|id| !notices.iter().any(|notice| *notice.id == ***id)) {
            self.missing(format!("there is no `[[notice]]` with the identifier `{id}`, which a result may name"));
        }
        notices
    }

    fn sources(&self) -> Vec<Source> {
        self.each("source", |record| {
            let (checked, review_by) = checked_and_review_by(record);
            Source {
                title: record.text("title"),
                publisher: record.text("publisher"),
                edition: record.text("edition"),
                read: record.word("read").unwrap_or(Depth::NotRead),
                checked,
                review_by,
                nations: record.maybe_words::<Nation>("nations").unwrap_or_else(everywhere),
                url: record.maybe_text("url"),
                note: record.text("note"),
            }
        })
    }
}

/// Where a response rule holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, strum::EnumString, strum::IntoStaticStr, strum::VariantArray)]
#[strum(serialize_all = "kebab-case")]
enum RuleScope {
    Any,
    Inside,
}

impl Word for RuleScope {
    const ALL: &'static [Self] = <Self as strum::VariantArray>::VARIANTS;

    fn id(self) -> &'static str {
        self.into()
    }

    fn index(self) -> u8 {
        self as u8
    }
}

fn basis(record: &Record<'_>) -> Basis {
    record.word("basis").unwrap_or(Basis::Judgement)
}

fn forecast(record: &Record<'_>, value: u8) -> Forecast {
    let nothing = || Vec::new().into();
    Forecast {
        value,
        label: record.maybe_text("label"),
        crimes: record.maybe_texts("crimes").unwrap_or_else(nothing),
        outcomes: record.maybe_texts("outcomes").unwrap_or_else(nothing),
    }
}

/// The questions that an edition retires, with the slots that were theirs.
fn retired_questions(record: &Record<'_>) -> Vec<Retired> {
    let mut retired: Vec<Retired> = Vec::new();
    for (id, slot) in record.maybe_slots("retired-questions") {
        if let Some(other) = retired.iter().find(|other| other.slot == slot) {
            let complaint = format!("retires `{id}` with slot {slot}, which `{}` had", other.id);
            record.complain_about("retired-questions", complaint);
        }
        retired.push(Retired { id, slot });
    }
    retired
}

/// The days on which an entry was checked and is to be checked again.
fn checked_and_review_by(record: &Record<'_>) -> (Text, Text) {
    let (checked, review_by) = (record.day("checked"), record.day("review-by"));
    if !checked.is_empty() && !review_by.is_empty() && review_by < checked {
        record.complain_about("review-by", "is to be reviewed before the day on which it was checked");
    }
    (checked, review_by)
}

/// Whether every response of one set is more urgent than every one of another.
fn is_above(least: Words, most: Words) -> bool {
    Response::of(least).min() > Response::of(most).max()
}

fn value_of(record: &Record<'_>, axis: Axis) -> u8 {
    value_in(record, axis, "then").unwrap_or_default()
}

fn value_in(record: &Record<'_>, axis: Axis, key: &'static str) -> Option<u8> {
    match axis {
        Axis::Scope => record.word::<Scope>(key).map(Word::index),
        Axis::Response => record.word::<Response>(key).map(Word::index),
        Axis::Recording => record.word::<Recording>(key).map(Word::index),
        Axis::Typology => record.word::<Typology>(key).map(Word::index),
    }
}

/// How many values an axis has.
const fn values(axis: Axis) -> usize {
    match axis {
        Axis::Scope => Scope::ALL.len(),
        Axis::Response => Response::ALL.len(),
        Axis::Recording => Recording::ALL.len(),
        Axis::Typology => Typology::ALL.len(),
    }
}

/// The identifier of a value of an axis.
pub(super) fn value_id(axis: Axis, value: u8) -> &'static str {
    match axis {
        Axis::Scope => Scope::at(value).map(Word::id),
        Axis::Response => Response::at(value).map(Word::id),
        Axis::Recording => Recording::at(value).map(Word::id),
        Axis::Typology => Typology::at(value).map(Word::id),
    }
    .unwrap_or_default()
}
