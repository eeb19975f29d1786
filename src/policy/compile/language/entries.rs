//! What there is to translate: a policy's entries, as its words list them.

use std::fmt::Display;
use std::{iter, slice};

use super::super::super::labels::{Label, PageText, Piece, Plural};
use super::super::super::logic::Logic;
use super::super::super::table::{List, Text};
use super::super::super::vocabulary::{Axis, Nation, Word};
use super::super::super::words::{Asking, Heading, Local, Meaning, Remark, Saying, Script, Source, Term, Wording};
use super::super::emit::digest;
use super::super::entries::value_id;

/// An entry with its texts. It falls or stands as a whole.
pub(super) struct Entry<'a> {
    /// Its kind and identifier, for example `step/refer-now`.
    pub id: String,
    pub fields: Fields<'a>,
}

/// The texts of an entry by their names.
pub(super) type Fields<'a> = Vec<(&'static str, Field<'a>)>;

/// One text, or a list of them.
pub(super) enum Field<'a> {
    One(&'a mut Text),
    Each(&'a mut List<Text>),
}

use Field::{Each, One};

/// Every entry that anyone can be shown, in the order of the words. Sources keep the names that they have. A label that is
/// counted has a form for each of the plural categories.
pub(super) fn of<'a>(logic: &Logic, words: &'a mut Wording, categories: &[Plural]) -> Vec<Entry<'a>> {
    // Every part by name, so that none can be forgotten.
    let Wording {
        title,
        nations,
        terms,
        groups,
        questions,
        readings,
        rules,
        values,
        unpublished,
        never,
        steps,
        scripts,
        contacts,
        notices,
        looking: _,
        sources,
        labels,
        page,
        condition,
    } = words;
    let notices = notices.items_mut().iter_mut().filter(|notice| notice.is_shown());
    let mut entries = vec![Entry { id: "edition".to_owned(), fields: vec![("title", One(title))] }];
    entries.extend(each("nation", Nation::ALL.iter().map(|nation| nation.id()), nations, name));
    entries.extend(terms.items_mut().iter_mut().map(|term| entry("term", term.id.clone(), of_term(term))));
    entries.extend(each("group", &logic.groups, groups, heading));
    entries.extend(each("question", logic.questions.iter().map(|question| &question.id), questions, asking));
    entries.extend(each("reading", logic.readings.iter().map(|reading| &reading.id), readings, sentence));
    for ((axis, chart), rules) in Axis::ALL.iter().zip(logic.charts()).zip(rules.items_mut()) {
        let ids = chart.rules.iter().map(|rule| &rule.id);
        entries.extend(each(&format!("rule/{}", axis.id()), ids, rules, sentence));
    }
    for (axis, values) in Axis::ALL.iter().zip(values.items_mut()) {
        let ids = (0..).map(|value| value_id(*axis, value));
        entries.extend(each(&format!("value/{}", axis.id()), ids, values, meaning));
    }
    entries.extend(each("unpublished", logic.unpublished.iter().map(|point| &point.id), unpublished, sentence));
    entries.extend(each("never", logic.never.iter().map(|advice| &advice.id), never, saying));
    entries.extend(each("step", logic.steps.iter().map(|step| &step.advice.id), steps, saying));
    entries.extend(each("script", logic.scripts.iter().map(|advice| &advice.id), scripts, script));
    entries.extend(contacts.items_mut().iter_mut().map(|local| entry("contact", local.id.clone(), contact(local))));
    entries.extend(notices.map(|notice| entry("notice", notice.id.clone(), said(notice))));
    entries.extend(each("source", logic.sources.iter().map(|source| &source.id), sources, source));
    let counted = Label::ALL.iter().zip(labels.items_mut());
    entries.extend(counted.map(|(it, forms)| entry("label", it.id(), label(*it, forms, categories))));
    entries.extend(each("page", PageText::ALL.iter().map(|text| text.id()), page, sentence));
    let pieces: Fields<'_> =
        Piece::ALL.iter().map(|it| it.id()).zip(condition.items_mut().iter_mut().map(One)).collect();
    entries.extend((!pieces.is_empty()).then(|| Entry { id: "condition".to_owned(), fields: pieces }));
    entries
}

fn entry<'a>(kind: &str, id: impl Display, fields: Fields<'a>) -> Entry<'a> {
    Entry { id: format!("{kind}/{id}"), fields }
}

/// The entries of a kind: words in the order of their identifiers.
fn each<'a, T: Clone>(
    kind: &str,
    ids: impl IntoIterator<Item: Display>,
    words: &'a mut List<T>,
    fields: fn(&'a mut T) -> Fields<'a>,
) -> impl Iterator<Item = Entry<'a>> {
    ids.into_iter().zip(words.items_mut()).map(move |(id, words)| entry(kind, id, fields(words)))
}

fn name(name: &mut Text) -> Fields<'_> {
    vec![("name", One(name))]
}

fn of_term(term: &mut Term) -> Fields<'_> {
    let by_nation = Nation::ALL.iter().map(|nation| nation.id()).zip(term.by_nation.items_mut().iter_mut().map(One));
    iter::once(("neutral", One(&mut term.neutral))).chain(by_nation).collect()
}

fn heading(heading: &mut Heading) -> Fields<'_> {
    let intro = heading.intro.as_mut().map(|intro| ("intro", One(intro)));
    iter::once(("heading", One(&mut heading.heading))).chain(intro).collect()
}

fn asking(asking: &mut Asking) -> Fields<'_> {
    let Asking { ask, hint, why, unknown } = asking;
    vec![("ask", One(ask)), ("hint", One(hint)), ("why", One(why)), ("unknown", One(unknown))]
}

fn sentence(says: &mut Text) -> Fields<'_> {
    vec![("says", One(says))]
}

fn meaning(meaning: &mut Meaning) -> Fields<'_> {
    vec![("name", One(&mut meaning.name)), ("says", Each(&mut meaning.says))]
}

fn saying(saying: &mut Saying) -> Fields<'_> {
    vec![("text", One(&mut saying.text)), ("why", One(&mut saying.why))]
}

fn script(script: &mut Script) -> Fields<'_> {
    vec![("for", One(&mut script.to)), ("lines", Each(&mut script.lines))]
}

fn contact(local: &mut Local) -> Fields<'_> {
    vec![("name", One(&mut local.name)), ("missing", One(&mut local.missing))]
}

fn said(notice: &mut Remark) -> Fields<'_> {
    vec![("says", Each(&mut notice.says))]
}

fn label<'a>(label: Label, forms: &'a mut List<Text>, categories: &[Plural]) -> Fields<'a> {
    let forms = forms.items_mut().iter_mut().map(One);
    if label.is_counted() {
        categories.iter().map(|category| category.id()).zip(forms).collect()
    } else {
        iter::once("says").zip(forms).collect()
    }
}

fn source(source: &mut Source) -> Fields<'_> {
    vec![("note", One(&mut source.note))]
}

impl Entry<'_> {
    /// Where it stands in a file: its table in TOML, for example `step.refer-now`.
    pub fn table(&self) -> String {
        self.id.replace('/', ".")
    }

    /// What it is called in complaints, for example "step `refer-now`".
    pub fn name(&self) -> String {
        match self.id.split_once('/') {
            Some((kind, id)) => format!("{kind} `{id}`"),
            None => format!("`[{}]`", self.id),
        }
    }

    /// The term that it is, if it is one.
    pub fn term(&self) -> Option<&str> {
        self.id.strip_prefix("term/")
    }

    /// What a review names: 16 hexadecimal digits of the SHA-256 of all that the entry says.
    pub fn stamp(&self) -> String {
        let fields = self.fields.iter().flat_map(|(key, field)| [*key].into_iter().chain(field.spoken()));
        let parts = iter::once(self.id.as_str()).chain(fields).map(str::as_bytes);
        digest(parts).chars().take(16).collect()
    }

    /// Puts what `change` makes of each text in its place.
    pub fn change_each(&mut self, change: impl Fn(&Text) -> Text) {
        self.fields.iter_mut().for_each(|(_, field)| field.put(field.texts().iter().map(&change).collect()));
    }

    /// Every text, one after another.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        self.fields.iter().flat_map(|(_, field)| field.spoken())
    }
}

impl Field<'_> {
    pub fn texts(&self) -> &[Text] {
        match self {
            One(text) => slice::from_ref(text),
            Each(texts) => texts,
        }
    }

    fn spoken(&self) -> impl Iterator<Item = &str> {
        self.texts().iter().map(|text| &**text)
    }

    /// Puts texts in the place of those that are there: one for one, or a list for a list.
    pub fn put(&mut self, new: List<Text>) {
        match self {
            One(text) => new.iter().take(1).for_each(|new| text.clone_from(new)),
            Each(texts) => **texts = new,
        }
    }
}
