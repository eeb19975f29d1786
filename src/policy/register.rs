//! The register: every entry of a policy, one after another, whatever its kind.
//!
//! Everything that handles the whole policy walks it: the page's words, the review pack, the reading grade, the
//! sentences about looking, the languages and the proofs. A kind of entry tells what it decides ([`Decides`]) and what
//! it says ([`Says`]). A kind that lacks either does not compile, and neither does a list of [`Policy`] that the
//! register leaves out.

use std::{iter, slice};

use super::Policy;
use super::entry::Entry;
use super::labels::{Piece, Plural};
use super::logic::{
    Advice, Cite, Condition, Forecast, Line, Posed, Presence, Reading, Registered, Route, Rule, Step, Unpublished,
    Utterance,
};
use super::set::Set;
use super::table::{List, Text};
use super::vocabulary::{Basis, Nation, Word};
use super::words::{
    Asking, Contradiction, Forms, Heading, Local, Looking, Meaning, Named, Remark, Saying, Source, Term, Wording,
    is_shown,
};

/// A collection of entries.
pub trait Register {
    /// Shows every entry once, in the order of the policy.
    fn visit<'a>(&'a self, see: &mut dyn FnMut(Facts<'a>));

    /// The entries that a user can be shown.
    fn shown(&self) -> Vec<Facts<'_>> {
        let mut shown = Vec::new();
        self.visit(&mut |facts| shown.extend(facts.is_shown().then(|| facts.into_shown())));
        shown
    }
}

/// The facts about an entry that every kind has.
#[derive(Clone, Debug)]
pub struct Facts<'a> {
    /// Its kind: `step`, or `rule/response` if there is one for each axis.
    pub kind: &'static str,
    /// Its identifier; empty if the kind has one entry only.
    pub id: &'a str,
    /// Each text, or list of texts, by the name of its field.
    pub fields: Vec<(&'static str, Texts<'a>)>,
    /// When it is said; `None` if that does not depend on an incident.
    pub when: Option<&'a Condition>,
    /// The nations that it is for.
    pub nations: Set<Nation>,
    /// Whether a source says it, if the entry states that.
    pub basis: Option<Basis>,
    /// Where it comes from.
    pub cites: &'a [Cite],
}

impl<'a> Facts<'a> {
    /// The facts about an entry.
    pub fn of<L: Decides, W: Says>(kind: &'static str, entry: &'a Entry<L, W>) -> Self {
        let Entry { id, logic, words, cites } = entry;
        let (when, nations, basis) = (logic.when(), logic.nations(), logic.basis());
        Self { kind, id, fields: words.fields(), when, nations, basis, cites }
    }

    /// The facts about the only entry of a kind.
    fn alone(kind: &'static str, fields: Vec<(&'static str, Texts<'a>)>) -> Self {
        Self { kind, id: "", fields, when: None, nations: Set::every(), basis: None, cites: &[] }
    }

    /// Its kind and identifier, for example `step/refer-now` or `rule/response/coerced`.
    pub fn path(&self) -> String {
        path(self.kind, self.id)
    }

    /// Every text, one after another.
    pub fn texts(&self) -> impl Iterator<Item = &'a Text> + use<'a> {
        self.fields.clone().into_iter().flat_map(|(_, texts)| texts.list())
    }

    /// Without what stands in the review pack alone.
    fn into_shown(mut self) -> Self {
        self.fields.retain(|(name, _)| *name != DETAIL);
        self
    }

    /// Whether a user can be shown it. What is left out on purpose, questions for the board and the sentences about
    /// looking stand in the review pack alone.
    pub fn is_shown(&self) -> bool {
        !["looking", "contradiction"].contains(&self.kind) && (self.kind != "notice" || is_shown(self.id))
    }
}

/// The field of a source that only those who review the policy are shown.
const DETAIL: &str = "detail";

fn path(kind: &str, id: &str) -> String {
    if id.is_empty() { kind.to_owned() } else { format!("{kind}/{id}") }
}

/// The logic of an entry, as far as every kind is asked about it.
pub trait Decides {
    /// When it is said; `None` if that does not depend on an incident.
    fn when(&self) -> Option<&Condition> {
        None
    }

    /// The nations that it is for.
    fn nations(&self) -> Set<Nation> {
        Set::every()
    }

    /// Whether a source says it, if the entry states that.
    fn basis(&self) -> Option<Basis> {
        None
    }
}

impl Decides for () {}
impl Decides for Posed {}
impl Decides for Reading {}
impl Decides for Option<Forecast> {}
impl Decides for Unpublished {}
impl Decides for Presence {}

impl Decides for Rule {
    fn nations(&self) -> Set<Nation> {
        self.nations
    }

    fn basis(&self) -> Option<Basis> {
        Some(self.basis)
    }
}

impl Decides for Advice {
    fn when(&self) -> Option<&Condition> {
        Some(&self.when)
    }

    fn nations(&self) -> Set<Nation> {
        self.when.nations
    }

    fn basis(&self) -> Option<Basis> {
        Some(self.basis)
    }
}

macro_rules! decides_as_its_advice {
    ($($logic:ident),+) => {$(
        impl Decides for $logic {
            fn when(&self) -> Option<&Condition> {
                self.advice.when()
            }

            fn nations(&self) -> Set<Nation> {
                self.advice.nations()
            }

            fn basis(&self) -> Option<Basis> {
                self.advice.basis()
            }
        }
    )+};
}

decides_as_its_advice!(Step, Route, Line, Utterance);

impl Decides for Registered {
    fn nations(&self) -> Set<Nation> {
        self.nations
    }
}

/// The texts of an entry that are put into another language, each by the name of its field.
pub trait Says {
    /// The texts, to read.
    fn fields(&self) -> Vec<(&'static str, Texts<'_>)>;

    /// The texts, to change.
    fn fields_mut(&mut self) -> Vec<(&'static str, Field<'_>)>;
}

/// One text, or a list of them.
#[derive(Clone, Copy, Debug)]
pub enum Texts<'a> {
    /// One.
    One(&'a Text),
    /// A list.
    Each(&'a [Text]),
}

impl<'a> Texts<'a> {
    /// The text or texts as a list.
    pub fn list(self) -> &'a [Text] {
        match self {
            Self::One(text) => slice::from_ref(text),
            Self::Each(texts) => texts,
        }
    }
}

/// One text, or a list of them, to be changed.
pub enum Field<'a> {
    /// One.
    One(&'a mut Text),
    /// A list.
    Each(&'a mut List<Text>),
}

impl Field<'_> {
    /// The texts as they are.
    pub fn texts(&self) -> &[Text] {
        match self {
            Self::One(text) => slice::from_ref(text),
            Self::Each(texts) => texts,
        }
    }

    /// Replaces the texts: one text by one, a list by a list.
    pub fn put(&mut self, new: List<Text>) {
        match self {
            Self::One(text) => {
                debug_assert_eq!(new.len(), 1, "one text is replaced by one");
                new.iter().for_each(|new| text.clone_from(new));
            }
            Self::Each(texts) => **texts = new,
        }
    }
}

/// A text or a list of texts, as a field.
trait AsField {
    fn texts(&self) -> Texts<'_>;
    fn field(&mut self) -> Field<'_>;
}

impl AsField for Text {
    fn texts(&self) -> Texts<'_> {
        Texts::One(self)
    }

    fn field(&mut self) -> Field<'_> {
        Field::One(self)
    }
}

impl AsField for List<Text> {
    fn texts(&self) -> Texts<'_> {
        Texts::Each(self)
    }

    fn field(&mut self) -> Field<'_> {
        Field::Each(self)
    }
}

macro_rules! says {
    ($($words:ident { $($name:literal: $field:ident),* })+) => {$(
        impl Says for $words {
            fn fields(&self) -> Vec<(&'static str, Texts<'_>)> {
                vec![$(($name, self.$field.texts())),*]
            }

            fn fields_mut(&mut self) -> Vec<(&'static str, Field<'_>)> {
                vec![$(($name, self.$field.field())),*]
            }
        }
    )+};
}

says! {
    Named { "name": name }
    Meaning { "name": name, "says": says }
    Saying { "text": text, "why": why }
    Remark { "says": says }
    Looking { "sentences": sentences }
    Contradiction { "says": says }
}

impl Says for Text {
    fn fields(&self) -> Vec<(&'static str, Texts<'_>)> {
        vec![("says", self.texts())]
    }

    fn fields_mut(&mut self) -> Vec<(&'static str, Field<'_>)> {
        vec![("says", self.field())]
    }
}

impl Says for Source {
    fn fields(&self) -> Vec<(&'static str, Texts<'_>)> {
        let detail = self.detail.as_ref().map(|detail| (DETAIL, detail.texts()));
        iter::once(("note", self.note.texts())).chain(detail).collect()
    }

    fn fields_mut(&mut self) -> Vec<(&'static str, Field<'_>)> {
        vec![("note", self.note.field())]
    }
}

impl Says for Asking {
    fn fields(&self) -> Vec<(&'static str, Texts<'_>)> {
        let Self { ask, hint, more, why, unknown, known, open } = self;
        let always = [("ask", ask), ("hint", hint), ("why", why), ("unknown", unknown)];
        let at_times = [("more", more), ("known", known), ("open", open)];
        let at_times = at_times.into_iter().filter_map(|(name, text)| Some((name, text.as_ref()?)));
        always.into_iter().chain(at_times).map(|(name, text)| (name, text.texts())).collect()
    }

    fn fields_mut(&mut self) -> Vec<(&'static str, Field<'_>)> {
        let Self { ask, hint, more, why, unknown, known, open } = self;
        let always = [("ask", ask), ("hint", hint), ("why", why), ("unknown", unknown)];
        let at_times = [("more", more), ("known", known), ("open", open)];
        let at_times = at_times.into_iter().filter_map(|(name, text)| Some((name, text.as_mut()?)));
        always.into_iter().chain(at_times).map(|(name, text)| (name, text.field())).collect()
    }
}

impl Says for Heading {
    fn fields(&self) -> Vec<(&'static str, Texts<'_>)> {
        let intro = self.intro.as_ref().map(|intro| ("intro", intro.texts()));
        [("heading", self.heading.texts())].into_iter().chain(intro).collect()
    }

    fn fields_mut(&mut self) -> Vec<(&'static str, Field<'_>)> {
        let intro = self.intro.as_mut().map(|intro| ("intro", intro.field()));
        [("heading", self.heading.field())].into_iter().chain(intro).collect()
    }
}

impl Says for Local {
    fn fields(&self) -> Vec<(&'static str, Texts<'_>)> {
        let missing = self.missing.as_ref().map(|missing| ("missing", missing.texts()));
        [("name", self.name.texts())].into_iter().chain(missing).collect()
    }

    fn fields_mut(&mut self) -> Vec<(&'static str, Field<'_>)> {
        let missing = self.missing.as_mut().map(|missing| ("missing", missing.field()));
        [("name", self.name.field())].into_iter().chain(missing).collect()
    }
}

impl Says for Term {
    fn fields(&self) -> Vec<(&'static str, Texts<'_>)> {
        let by_nation = Nation::ALL.iter().map(|nation| nation.id()).zip(self.by_nation.iter().map(AsField::texts));
        [("neutral", self.neutral.texts())].into_iter().chain(by_nation).collect()
    }

    fn fields_mut(&mut self) -> Vec<(&'static str, Field<'_>)> {
        let by_nation = self.by_nation.items_mut().iter_mut().map(AsField::field);
        let by_nation = Nation::ALL.iter().map(|nation| nation.id()).zip(by_nation);
        [("neutral", self.neutral.field())].into_iter().chain(by_nation).collect()
    }
}

impl Forms {
    fn names(&self) -> Vec<&'static str> {
        if self.categories.is_empty() {
            vec!["says"]
        } else {
            self.categories.iter().map(|category: &Plural| category.id()).collect()
        }
    }
}

impl Says for Forms {
    fn fields(&self) -> Vec<(&'static str, Texts<'_>)> {
        self.names().into_iter().zip(self.texts.iter().map(AsField::texts)).collect()
    }

    fn fields_mut(&mut self) -> Vec<(&'static str, Field<'_>)> {
        self.names().into_iter().zip(self.texts.items_mut().iter_mut().map(AsField::field)).collect()
    }
}

/// Calls a macro for every list of a policy. Each field is named and there is no `..`, so a new list that is left out
/// does not compile.
macro_rules! every_list {
    ($policy:ident, $title:ident, $pieces:ident, $each:ident) => {
        let Policy {
            edition: _,
            groups,
            questions,
            retired: _,
            fit: _,
            readings,
            outcomes: _,
            rules,
            rows: _,
            response_in_worlds: _,
            typology_needs: _,
            values,
            unpublished,
            never,
            steps,
            routes,
            people,
            lines,
            utterances,
            sources,
            wording,
        } = $policy;
        let Wording {
            title: $title,
            nations,
            terms,
            contacts,
            notices,
            looking,
            contradictions,
            labels,
            page,
            pieces: $pieces,
        } = wording;
        $each!("nation", nations);
        $each!("term", terms);
        $each!("group", groups);
        $each!("question", questions);
        $each!("reading", readings);
        $each!("rule/scope", rules.scope);
        $each!("rule/response", rules.response);
        $each!("rule/recording", rules.recording);
        $each!("rule/typology", rules.typology);
        $each!("value/scope", values.scope);
        $each!("value/response", values.response);
        $each!("value/recording", values.recording);
        $each!("value/typology", values.typology);
        $each!("unpublished", unpublished);
        $each!("never", never);
        $each!("step", steps);
        $each!("route", routes);
        $each!("person", people);
        $each!("line", lines);
        $each!("call", utterances);
        $each!("contact", contacts);
        $each!("notice", notices);
        $each!("looking", looking);
        $each!("contradiction", contradictions);
        $each!("source", sources);
        $each!("label", labels);
        $each!("page", page);
    };
}

impl Register for Policy {
    fn visit<'a>(&'a self, see: &mut dyn FnMut(Facts<'a>)) {
        macro_rules! each {
            ($kind:literal, $entries:expr) => {
                $entries.iter().for_each(|entry| see(Facts::of($kind, entry)))
            };
        }
        see(Facts::alone("edition", vec![("title", self.wording.title.texts())]));
        every_list!(self, _title, pieces, each);
        let pieces: Vec<_> = Piece::ALL.iter().map(|it| it.id()).zip(pieces.iter().map(AsField::texts)).collect();
        if !pieces.is_empty() {
            see(Facts::alone("condition", pieces));
        }
    }
}

/// An entry whose texts are to be changed.
pub struct Changed<'a> {
    /// Its kind and identifier, for example `step/refer-now`.
    pub path: String,
    /// Each text, or list of texts, by the name of its field.
    pub fields: Vec<(&'static str, Field<'a>)>,
}

impl Policy {
    /// Every entry that a user can be shown, with its texts to be changed.
    pub fn shown_mut(&mut self) -> Vec<Changed<'_>> {
        let mut all = Vec::new();
        macro_rules! each {
            ($kind:literal, $entries:expr) => {
                for entry in $entries.items_mut() {
                    if Facts::of($kind, entry).is_shown() {
                        all.push(Changed { path: path($kind, &entry.id), fields: entry.words.fields_mut() });
                    }
                }
            };
        }
        every_list!(self, title, pieces, each);
        let pieces = pieces.items_mut().iter_mut().map(AsField::field);
        let fields: Vec<_> = Piece::ALL.iter().map(|it| it.id()).zip(pieces).collect();
        all.extend((!fields.is_empty()).then(|| Changed { path: path("condition", ""), fields }));
        all.insert(0, Changed { path: path("edition", ""), fields: vec![("title", title.field())] });
        all
    }
}
