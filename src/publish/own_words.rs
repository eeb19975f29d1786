//! The static guidance's own words, which no policy has: English, whatever language the rest is in.

use super::guidance::plain;
use crate::policy::table::Text;
use crate::policy::vocabulary::{Basis, Depth, Who};

/// What each part is called, with its id.
pub(super) const PARTS: [(&str, &str); 11] = [
    ("never", "What nobody may do"),
    ("responses", "What must happen"),
    ("now", "What to do now"),
    ("today", "What to do today"),
    ("before-closing", "Before you close the case"),
    ("follow-up", "Follow-up"),
    ("words-to-say", "Words to say"),
    ("recording", "What the police may record in England and Wales"),
    ("typology", "Kinds of incident"),
    ("questions", "What to find out"),
    ("sources", "Sources"),
];

/// What stands above a guidance that has fallen entries.
pub(super) const PARTLY_ENGLISH: &str = "Some of this is not in this language yet. It is in English.";

/// The heading of a part.
pub(super) fn heading(id: &str) -> &'static str {
    PARTS.iter().find(|(part, _)| *part == id).map_or("", |(_, heading)| heading)
}

/// What something rests on; its sources follow.
pub(super) const fn basis(basis: Basis) -> &'static str {
    match basis {
        Basis::Guidance => "Guidance",
        Basis::Judgement => "Our judgement, from",
    }
}

/// How far a source was read.
pub(super) const fn read(depth: Depth) -> &'static str {
    match depth {
        Depth::FullText => "read in full",
        Depth::Summary => "read as a summary",
        Depth::Excerpt => "read in part",
        Depth::NotRead => "not read",
    }
}

/// Who does a step.
pub(super) fn who(who: Who) -> Text {
    match who {
        Who::Everyone => "Who: everyone on staff".into(),
        Who::Lead => plain("Who: the {lead}"),
        Who::Head => "Who: the head".into(),
        Who::TwoPeople => "Who: two people together".into(),
    }
}
