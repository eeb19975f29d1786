//! What the document calls nations, axes and where answer sets end.

use crate::edition::POLICY;
use crate::policy::vocabulary::{Axis, Nation, Word};
use crate::publish::review::document::{Line, Span};

/// What several possible values are called.
pub const SEVERAL: &str = "More than one of these is possible";

/// A nation's name.
pub fn nation(nation: Nation) -> String {
    POLICY.wording.nations.get(usize::from(nation.index())).map(ToString::to_string).unwrap_or_default()
}

/// An axis, as it stands in a sentence.
pub const fn axis(axis: Axis) -> &'static str {
    match axis {
        Axis::Scope => "whether the guide fits",
        Axis::Response => "response",
        Axis::Recording => "police recording category",
        Axis::Typology => "type",
    }
}

/// What it is called to end without a value.
pub const fn none(axis: Axis) -> &'static str {
    match axis {
        Axis::Scope => "Neither",
        Axis::Response => "None: another route fits, and nothing calls for a referral or for advice",
        Axis::Recording => "None: another route fits",
        Axis::Typology => "None: nothing was shared, asked for or threatened, or another route fits",
    }
}

/// A value in words, with its identifier.
pub fn value(axis: Axis, place: usize) -> Line {
    let meaning = POLICY.wording.values.get(usize::from(axis.index())).and_then(|values| values.get(place));
    let name = meaning.map(|meaning| meaning.name.to_string()).unwrap_or_default();
    let id = crate::policy::vocabulary::Value::at(axis, u8::try_from(place).unwrap_or(u8::MAX));
    let name = Line::plain(format!("{name} "));
    id.map_or_else(Line::default, |value| name.and(Span::Name(value.id().to_owned())))
}
