//! The interface texts that the written guidance uses: which text stands for which basis, depth, time and doer.

use crate::policy::labels::{Label, PageText};
use crate::policy::vocabulary::{Basis, Depth, Part, Timing, Who, Word};
use crate::policy::words::Wording;

/// The parts of the guidance, by their headings. The id of a part is that of its heading.
pub(super) const PARTS: [PageText; 12] = [
    PageText::Never,
    PageText::Responses,
    PageText::Now,
    PageText::Call,
    PageText::People,
    PageText::Today,
    PageText::BeforeClosing,
    PageText::FollowUp,
    PageText::Recording,
    PageText::Typology,
    PageText::Questions,
    PageText::Sources,
];

/// A text of the page.
#[derive(Clone, Copy)]
pub(super) enum Own {
    /// A text that the script uses, too.
    Label(Label),
    /// A text that stands in the page without a script.
    Page(PageText),
}

impl Own {
    /// The text with the path of an entry, for example `label/title`.
    pub fn named(entry: &str) -> Option<Self> {
        match entry.split_once('/')? {
            ("label", id) => id.parse().ok().map(Self::Label),
            ("page", id) => id.parse().ok().map(Self::Page),
            _ => None,
        }
    }

    /// The path of its entry.
    pub fn entry(self) -> String {
        match self {
            Self::Label(label) => format!("label/{}", label.id()),
            Self::Page(text) => format!("page/{}", text.id()),
        }
    }

    /// Its words.
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

/// The introduction to the sources of something: guidance or judgement.
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

/// The heading of the steps of one time.
pub(super) const fn timing(timing: Timing) -> PageText {
    match timing {
        Timing::Now => PageText::Now,
        Timing::Today => PageText::Today,
        Timing::BeforeClosing => PageText::BeforeClosing,
        Timing::FollowUp => PageText::FollowUp,
    }
}

/// The heading of a part of a card.
pub(super) const fn part(part: Part) -> Label {
    match part {
        Part::Say => Label::PartSay,
        Part::Do => Label::PartDo,
        Part::DoNot => Label::PartDoNot,
        Part::Police => Label::PartPolice,
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
