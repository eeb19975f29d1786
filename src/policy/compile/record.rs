//! One entry of a policy file, read field by field. Whatever is missing, misspelt or of the wrong kind is complained
//! of, and reading goes on.

use std::cell::RefCell;
use std::ops::Range;
use std::str::FromStr;

use toml::Spanned;
use toml::de::{DeTable, DeValue};
use toml::value::Datetime;

use super::super::logic::MOST_SLOTS;
use super::super::set::Set;
use super::super::table::{List, Text};
use super::super::vocabulary::Word;
use super::problem::{File, Place, Problems};
use crate::say::lists::quoted;

pub(super) type Value<'a> = &'a Spanned<DeValue<'a>>;

pub(super) struct Record<'a> {
    /// Its name in complaints, for example "question `shared`".
    pub name: String,
    pub place: Place<'a>,
    table: &'a DeTable<'a>,
    known: RefCell<Vec<&'static str>>,
    problems: &'a Problems,
}

impl<'a> Record<'a> {
    pub fn new(kind: &str, file: &'a File, table: &'a DeTable<'a>, span: Range<usize>, problems: &'a Problems) -> Self {
        let place = Place { file, offset: span.start };
        let name = match table.get("id").and_then(|id| id.get_ref().as_str()) {
            Some(id) if !kind.is_empty() => format!("{kind} `{id}`"),
            _ => format!("`[{kind}]`"),
        };
        Self::named(name, place, table, problems)
    }

    pub fn named(name: String, place: Place<'a>, table: &'a DeTable<'a>, problems: &'a Problems) -> Self {
        Self { name, place, table, known: RefCell::default(), problems }
    }

    pub fn complain(&self, complaint: impl AsRef<str>) {
        self.complain_at(self.place.offset, complaint);
    }

    /// A complaint at another place in the same file, which begins with the entry's name.
    pub fn complain_at(&self, offset: usize, complaint: impl AsRef<str>) {
        self.problems.add(Place { offset, ..self.place }, format!("{} {}", self.name, complaint.as_ref()));
    }

    /// A complaint at the line of a field.
    pub fn complain_about(&self, key: &str, complaint: impl AsRef<str>) {
        let offset = self.table.get(key).map_or(self.place.offset, |value| value.span().start);
        self.complain_at(offset, complaint);
    }

    fn get(&self, key: &'static str) -> Option<Value<'a>> {
        let mut known = self.known.borrow_mut();
        if !known.contains(&key) {
            known.push(key);
        }
        self.table.get(key)
    }

    fn required<T>(&self, key: &'static str, found: Option<T>) -> Option<T> {
        if self.table.get(key).is_none() {
            self.complain(format!("has no `{key}`"));
        }
        found
    }

    fn expected<T>(&self, key: &str, value: Value<'a>, found: Option<T>, what: &str) -> Option<T> {
        if found.is_none() {
            self.complain_at(value.span().start, format!("has a `{key}` that is not {what}"));
        }
        found
    }

    pub fn maybe_text(&self, key: &'static str) -> Option<Text> {
        let value = self.get(key)?;
        self.text_of(key, value)
    }

    /// Whether it has a field, whatever is in it.
    pub fn has(&self, key: &'static str) -> bool {
        self.table.get(key).is_some()
    }

    pub fn text(&self, key: &'static str) -> Text {
        self.required(key, self.maybe_text(key)).unwrap_or_else(|| "".into())
    }

    fn text_of(&self, key: &str, value: Value<'a>) -> Option<Text> {
        let text = self.expected(key, value, value.get_ref().as_str(), "a text in quotation marks")?;
        if text.trim().is_empty() {
            self.complain_at(value.span().start, format!("has an empty `{key}`"));
        }
        Some(text.to_owned().into())
    }

    /// Every text of the entry that is not in a table within it, with its offset.
    pub fn every_text(&self) -> Vec<(usize, &'a str)> {
        self.table.iter().flat_map(|(_, value)| texts_in(value)).collect()
    }

    /// A required date, written as `2026-11-21`; empty if it is none.
    pub fn day(&self, key: &'static str) -> Text {
        let day = self.text(key);
        let is_day = Datetime::from_str(&day).is_ok_and(|day| day.date.is_some() && day.time.is_none());
        if is_day {
            return day;
        }
        if !day.trim().is_empty() {
            self.complain_about(key, format!("has `{}` as `{key}`, expected a day such as `2026-11-21`", &*day));
        }
        "".into()
    }

    pub fn maybe_texts(&self, key: &'static str) -> Option<List<Text>> {
        let value = self.get(key)?;
        let items = self.expected(key, value, value.get_ref().as_array(), "a list in square brackets")?;
        Some(items.iter().filter_map(|item| self.text_of(key, item)).collect())
    }

    /// A required list, which must not be empty.
    pub fn texts(&self, key: &'static str) -> List<Text> {
        let texts = self.required(key, self.maybe_texts(key));
        if self.table.get(key).is_some_and(|value| value.get_ref().as_array().is_some_and(|items| items.is_empty())) {
            self.complain_about(key, format!("has an empty `{key}`"));
        }
        texts.unwrap_or_else(|| Vec::new().into())
    }

    pub fn slot(&self, key: &'static str) -> Option<u8> {
        let value = self.required(key, self.get(key))?;
        self.slot_of(key, value)
    }

    fn slot_of(&self, key: &str, value: Value<'a>) -> Option<u8> {
        let number = value.get_ref().as_integer().filter(|number| number.radix() == 10);
        let number: Option<u8> = number.and_then(|number| number.as_str().parse().ok());
        let slot = number.filter(|number| *number < MOST_SLOTS);
        self.expected(key, value, slot, &format!("a number from 0 to {}, which a case code can hold", MOST_SLOTS - 1))
    }

    /// A table from identifier to slot.
    pub fn maybe_slots(&self, key: &'static str) -> Vec<(Text, u8)> {
        let Some(value) = self.get(key) else { return Vec::new() };
        let table = self.expected(key, value, value.get_ref().as_table(), "a table from identifier to slot");
        let slots = table.into_iter().flat_map(|table| table.iter());
        slots.filter_map(|(id, slot)| Some((id.get_ref().to_string().into(), self.slot_of(key, slot)?))).collect()
    }

    pub fn flag(&self, key: &'static str) -> bool {
        let Some(value) = self.get(key) else { return false };
        self.expected(key, value, value.get_ref().as_bool(), "`true` or `false`").unwrap_or(false)
    }

    pub fn maybe_word<W: Word>(&self, key: &'static str) -> Option<W> {
        let value = self.get(key)?;
        self.word_of(key, value)
    }

    pub fn word<W: Word>(&self, key: &'static str) -> Option<W> {
        self.required(key, self.maybe_word(key))
    }

    fn word_of<W: Word>(&self, key: &str, value: Value<'a>) -> Option<W> {
        let said = self.text_of(key, value).filter(|said| !said.trim().is_empty())?;
        let word = said.parse().ok();
        if word.is_none() {
            let expected = quoted(W::ALL.iter().map(|word| word.id()));
            self.complain_at(value.span().start, format!("has `{said}` as `{key}`, expected one of {expected}"));
        }
        word
    }

    /// A list of words, as a set.
    pub fn maybe_words<W: Word>(&self, key: &'static str) -> Option<Set<W>> {
        let value = self.get(key)?;
        self.words_of(key, value)
    }

    pub fn words<W: Word>(&self, key: &'static str) -> Option<Set<W>> {
        self.required(key, self.maybe_words(key))
    }

    fn words_of<W: Word>(&self, key: &str, value: Value<'a>) -> Option<Set<W>> {
        let items = self.expected(key, value, value.get_ref().as_array(), "a list in square brackets")?;
        if items.is_empty() {
            self.complain_at(value.span().start, format!("has an empty `{key}`"));
        }
        Some(items.iter().filter_map(|item| self.word_of(key, item)).collect())
    }

    /// The tables of a list: the rows of a condition.
    pub fn tables(&self, key: &'static str) -> Vec<&'a DeTable<'a>> {
        let Some(value) = self.get(key) else { return Vec::new() };
        let items = self.expected(key, value, value.get_ref().as_array(), "a list of rows in square brackets");
        if items.is_some_and(|items| items.is_empty()) {
            self.complain_at(value.span().start, format!("has an empty `{key}`"));
        }
        items.into_iter().flat_map(|items| items.iter()).filter_map(|item| self.row_of(key, item)).collect()
    }

    pub fn maybe_table(&self, key: &'static str) -> Option<&'a DeTable<'a>> {
        let value = self.get(key)?;
        self.row_of(key, value)
    }

    /// A field that is a table, as a record.
    pub fn maybe_record(&self, key: &'static str) -> Option<Record<'a>> {
        let value = self.get(key)?;
        let table = self.expected(key, value, value.get_ref().as_table(), "a table of fields")?;
        let place = Place { offset: value.span().start, ..self.place };
        Some(Record::named(format!("`{key}` of {}", self.name), place, table, self.problems))
    }

    /// A required field that is a table, as a record.
    pub fn record(&self, key: &'static str) -> Option<Record<'a>> {
        self.required(key, self.maybe_record(key))
    }

    pub fn table(&self, key: &'static str) -> Option<&'a DeTable<'a>> {
        self.required(key, self.maybe_table(key))
    }

    fn row_of(&self, key: &str, value: Value<'a>) -> Option<&'a DeTable<'a>> {
        let row = self.expected(key, value, value.get_ref().as_table(), "made of questions with their answers")?;
        if row.is_empty() {
            self.complain_at(value.span().start, format!("has a row in `{key}` that names no question"));
        }
        Some(row)
    }

    /// Complains of every field that was not read.
    pub fn done(self) {
        let known = self.known.borrow();
        for (key, _) in self.table.iter().filter(|(key, _)| !known.contains(&key.get_ref().as_ref())) {
            let expected = quoted(known.iter());
            let complaint = format!("has an unknown field `{}`, expected one of {expected}", key.get_ref());
            self.complain_at(key.span().start, complaint);
        }
    }
}

/// The texts of a value and of the lists in it.
fn texts_in<'a>(value: Value<'a>) -> Vec<(usize, &'a str)> {
    let own = value.get_ref().as_str().map(|text| (value.span().start, text));
    let items = value.get_ref().as_array().into_iter().flat_map(|items| items.iter());
    own.into_iter().chain(items.flat_map(texts_in)).collect()
}
