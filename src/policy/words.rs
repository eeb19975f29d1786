//! The words of each kind of entry. A text may hold terms in braces, which each nation fills with its own word.

use std::fmt;

use serde::Serialize;

use super::entry::Entry;
use super::labels::Plural;
use super::table::{List, Text};
use super::vocabulary::Depth;

/// The texts that no decision depends on.
#[derive(Clone, PartialEq, Eq)]
pub struct Wording {
    /// The title of the edition.
    pub title: Text,
    /// The names of the nations, in the order of the vocabulary.
    pub nations: List<Entry<(), Named>>,
    /// The words that differ by nation.
    pub terms: List<Entry<(), Term>>,
    /// The local contacts that a page may be given, in file order.
    pub contacts: List<Entry<(), Local>>,
    /// The texts around a result: every [`Notice`](super::labels::Notice), if the policy has a page, and remarks that stand in the review pack
    /// alone.
    pub notices: List<Entry<(), Remark>>,
    /// Every sentence with a verb of looking, grouped by who has read it.
    pub looking: List<Entry<(), Looking>>,
    /// Pairs of advice that are never said together.
    pub contradictions: List<Entry<(), Contradiction>>,
    /// The texts of the page's script, in the order of [`Label`](super::labels::Label). One that is counted has a form for each plural
    /// category of the language. Empty in a policy without a page.
    pub labels: List<Entry<(), Forms>>,
    /// The texts that stand in the page before any script runs, in the order of [`PageText`](super::labels::PageText). Empty in a policy without
    /// a page.
    pub page: List<Entry<(), Text>>,
    /// The pieces of conditions, in the order of [`Piece`](super::labels::Piece). Empty in a policy without a page.
    pub pieces: List<Text>,
}

impl fmt::Debug for Wording {
    /// The Rust expression that makes it, as for every table. `words!` drops what the page's core does not have.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { title, nations, terms, contacts, notices, looking, contradictions, labels, page, pieces } = self;
        write!(
            f,
            "words!(Wording {{ title: {title:?}, nations: {nations:?}, terms: {terms:?}, contacts: {contacts:?}, "
        )?;
        write!(f, "notices: {notices:?}, looking: {looking:?}, contradictions: {contradictions:?}, ")?;
        write!(f, "labels: {labels:?}, page: {page:?}, pieces: {pieces:?} }})")
    }
}

/// A name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// Its name.
    pub name: Text,
}

/// A word that differs by nation. Texts name it by the entry's identifier, in braces.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// The word while no nation is chosen.
    pub neutral: Text,
    /// One word a nation, in the order of the vocabulary.
    pub by_nation: List<Text>,
}

/// The heading of a group.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Heading {
    /// The heading itself.
    pub heading: Text,
    /// A sentence under it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub intro: Option<Text>,
}

/// A question as shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Asking {
    /// The question.
    pub ask: Text,
    /// Which facts count as a yes.
    pub hint: Text,
    /// What else counts, for someone in doubt.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub more: Option<Text>,
    /// Why it is asked.
    pub why: Text,
    /// What to do while it is not known.
    pub unknown: Text,
    /// What a call says of a yes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub known: Option<Text>,
    /// What a call says is not known, after "Not known:".
    #[serde(skip_serializing_if = "Option::is_none")]
    pub open: Option<Text>,
}

/// A value of an axis in words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(Default))]
pub struct Meaning {
    /// A short label.
    pub name: Text,
    /// Its meaning, sentence by sentence.
    pub says: List<Text>,
}

/// A step, or a thing never to do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Saying {
    /// What to do.
    pub text: Text,
    /// Why.
    pub why: Text,
}

/// A local contact. The entry's identifier is a
/// [`Contact`](super::vocabulary::Contact).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Local {
    /// Its name.
    pub name: Text,
    /// What to do if no such number was put in, where there is a better way than to look it up.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub missing: Option<Text>,
}

/// Advice that contradicts other advice. Each is named by its kind and identifier: `step/refer-now`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contradiction {
    /// One side.
    pub one: List<Text>,
    /// The other.
    pub other: List<Text>,
    /// What would be said together.
    pub says: Text,
}

/// The forms of a label: one, or one for each plural category of the language.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(Default))]
pub struct Forms {
    /// The categories; none where the label is not counted.
    pub categories: List<Plural>,
    /// The text of each form.
    pub texts: List<Text>,
}

/// The prefix of a remark that says what is left out on purpose.
pub const LEFT_OUT: &str = "left-out-";

/// The prefix of a remark that asks a safeguarding board for a decision.
pub const FOR_THE_BOARD: &str = "question-";

/// A notice, or a remark of the review pack. The entry's identifier is a [`Notice`](super::labels::Notice)'s or a name of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// Sentence by sentence.
    pub says: List<Text>,
}

/// Whether a user can be shown a notice. What is left out on purpose and what a board is asked stand in the review pack
/// alone.
pub fn is_shown(notice: &str) -> bool {
    !notice.starts_with(LEFT_OUT) && !notice.starts_with(FOR_THE_BOARD)
}

/// Sentences with a verb of looking that somebody has read and found to send nobody to an image.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Looking {
    /// Who read them.
    pub by: Text,
    /// On what day, as an ISO date.
    pub on: Text,
    /// Each, word for word, with its terms in braces.
    pub sentences: List<Text>,
}

/// An entry of the source register.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Source {
    /// Its name.
    pub title: Text,
    /// Who published it.
    pub publisher: Text,
    /// The edition that the policy was checked against.
    pub edition: Text,
    /// How far it was read.
    pub read: Depth,
    /// The day on which it was checked, as an ISO date.
    pub checked: Text,
    /// The day by which it must be checked again, as an ISO date.
    pub review_by: Text,
    /// Where it can be found, where that is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<Text>,
    /// How far it was read, in a sentence.
    pub note: Text,
    /// What those who review the policy need to know beyond that, and the page does not say.
    #[serde(skip)]
    pub detail: Option<Text>,
}
