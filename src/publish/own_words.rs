//! The words of the page itself, as they stand in the written guidance: which text says what.

use crate::policy::labels::{Label, PageText};
use crate::policy::vocabulary::{Basis, Depth, Timing, Who, Word};
use crate::policy::words::Wording;

/// The parts of the guidance, each with its heading; the id of a part is that of its heading.
pub(super) const PARTS: [PageText; 11] = [
    PageText::Never,
    PageText::Responses,
    PageText::Now,
    PageText::Today,
    PageText::BeforeClosing,
    PageText::FollowUp,
    PageText::WordsToSay,
    PageText::Recording,
    PageText::Typology,
    PageText::Questions,
    PageText::Sources,
];

/// A text of the page.
#[derive(Clone, Copy)]
pub(super) enum Own {
    /// One that its script says as well.
    Label(Label),
    /// One that stands there without a script.
    Page(PageText),
}

impl Own {
    /// The text that is named like an entry, for example `label/title`.
    pub fn named(entry: &str) -> Option<Self> {
        match entry.split_once('/')? {
            ("label", id) => id.parse().ok().map(Self::Label),
            ("page", id) => id.parse().ok().map(Self::Page),
            _ => None,
        }
    }

    /// The entry that it is.
    pub fn entry(self) -> String {
        match self {
            Self::Label(label) => format!("label/{}", label.id()),
            Self::Page(text) => format!("page/{}", text.id()),
        }
    }

    /// What it says.
    pub fn said(self, words: &Wording) -> &str {
        match self {
            Self::Label(label) => words.label(label),
            Self::Page(text) => words.page(text),
        }
    }
}

impl From<Label> for Own {
    fn from(label: Label) -> Self {
        Self::Label(label)
    }
}

impl From<PageText> for Own {
    fn from(text: PageText) -> Self {
        Self::Page(text)
    }
}

/// What something rests on; its sources follow.
pub(super) fn basis(basis: Basis) -> Own {
    match basis {
        Basis::Guidance => Label::BasisGuidance.into(),
        Basis::Judgement => PageText::JudgementFrom.into(),
    }
}

/// How far a source was read.
pub(super) const fn read(depth: Depth) -> Label {
    match depth {
        Depth::FullText => Label::ReadFullText,
        Depth::Summary => Label::ReadSummary,
        Depth::Excerpt => Label::ReadExcerpt,
        Depth::NotRead => Label::ReadNotRead,
    }
}

/// What is done at one time.
pub(super) const fn timing(timing: Timing) -> PageText {
    match timing {
        Timing::Now => PageText::Now,
        Timing::Today => PageText::Today,
        Timing::BeforeClosing => PageText::BeforeClosing,
        Timing::FollowUp => PageText::FollowUp,
    }
}

/// Who does a step.
pub(super) fn who(who: Who) -> Own {
    match who {
        Who::Everyone => Label::WhoEveryone.into(),
        Who::Lead => PageText::WhoLead.into(),
        Who::Head => Label::WhoHead.into(),
        Who::TwoPeople => Label::WhoTwoPeople.into(),
    }
}
