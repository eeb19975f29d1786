//! The sentences that a policy must satisfy, each with how it is shown.

mod advice;
mod nothing;
mod partial;
mod response;
mod tables;
mod text;
mod world;

use std::time::{Duration, Instant};

use super::subject::{Here, Subject};
use super::witness::Witness;
pub use text::unread;

/// The result of checking a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It holds of each of so many answer sets. Where nations matter, an answer set counts once for each.
    Proved {
        /// How many, exactly.
        answer_sets: u128,
    },
    /// It holds of so many entries or sentences of the policy, each of which was read.
    Read {
        /// How many.
        entries: usize,
    },
    /// It fails at this witness.
    Refuted(Box<Witness>),
}

/// A sentence, and one way of showing it. A sentence with several entries holds if all of them do.
pub struct Property {
    /// The sentence, as the review pack has it.
    pub sentence: &'static str,
    /// What exactly is shown.
    pub shows: &'static str,
    /// Shows it, or finds where it fails.
    pub check: fn(&Subject<'_>) -> Verdict,
}

/// Every sentence, in the order of the review pack.
pub const PROPERTIES: &[Property] = &[
    response::EXACTLY_ONE,
    response::NEVER_LOWERS,
    response::NEVER_MILDER,
    response::NO_SCHOOL_LED,
    response::NO_SCHOOL_LED_IN_ANY_WORLD,
    partial::NEVER_TAKEN_BACK,
    partial::NO_OTHER_VALUE,
    partial::WORLDS_ARE_A_PRODUCT,
    partial::BOUNDS,
    tables::RULES_DECIDE,
    nothing::NEVER_BESIDE,
    tables::QUESTIONS_MATTER,
    response::NEVER_HIDDEN,
    advice::DELETION,
    advice::CONTRADICTIONS,
    advice::CAN_BE_SAID,
    advice::OWN_CALL,
    advice::NOT_SAFE_ALONE,
    advice::STAFF,
    advice::REMOVAL,
    advice::PEOPLE,
    text::IMAGERY,
    world::ONLY_ENGLAND_AND_WALES,
    world::CATEGORY_TWO,
    tables::SOURCES,
    tables::STEPS,
    tables::AGREE,
];

/// A sentence that was checked.
pub struct Checked {
    /// The sentence.
    pub property: &'static Property,
    /// The result.
    pub verdict: Verdict,
    /// How long it took.
    pub took: Duration,
}

/// Checks every sentence.
pub fn all(subject: &Subject<'_>) -> Vec<Checked> {
    let check = |property: &'static Property| {
        let start = Instant::now();
        let verdict = (property.check)(subject);
        Checked { property, verdict, took: start.elapsed() }
    };
    PROPERTIES.iter().map(check).collect()
}

/// Checks every entry of one sentence: the first that fails, or else the last.
pub fn of_sentence(subject: &Subject<'_>, sentence: &str) -> Option<Verdict> {
    let ways = PROPERTIES.iter().filter(|property| property.sentence == sentence);
    let mut verdicts: Vec<Verdict> = ways.map(|property| (property.check)(subject)).collect();
    let refuted = verdicts.iter().position(|verdict| matches!(verdict, Verdict::Refuted(_)));
    refuted.map(|place| verdicts.swap_remove(place)).or_else(|| verdicts.pop())
}

fn refuted(witness: Witness) -> Verdict {
    Verdict::Refuted(Box::new(witness))
}

/// The verdict over every complete answer set in every nation: proved, unless `witness` finds one.
fn of_complete<'s>(
    subject: &'s Subject<'_>,
    nations: impl IntoIterator<Item = &'s Here>,
    witness: impl FnMut(&'s Here) -> Option<Witness>,
) -> Verdict {
    proved(nations.into_iter().find_map(witness), || complete(subject))
}

/// The verdict over every partial answer set: proved, unless `witness` finds one.
fn of_partial<'s>(
    subject: &'s Subject<'_>,
    nations: impl IntoIterator<Item = &'s Here>,
    witness: impl FnMut(&'s Here) -> Option<Witness>,
) -> Verdict {
    proved(nations.into_iter().find_map(witness), || partial(subject))
}

/// Refuted by a witness, or proved of so many answer sets.
fn proved(witness: Option<Witness>, answer_sets: impl FnOnce() -> u128) -> Verdict {
    witness.map_or_else(|| Verdict::Proved { answer_sets: answer_sets() }, refuted)
}

fn complete(subject: &Subject<'_>) -> u128 {
    subject.nations.iter().map(|here| subject.count(&here.complete)).sum()
}

fn partial(subject: &Subject<'_>) -> u128 {
    let one = subject.space.count(&subject.partial().valid, super::algebra::GIVEN);
    one.saturating_mul(subject.nations.len() as u128)
}

/// The verdict over entries that were read. Where there is nothing to read, nothing is shown.
fn read(entries: usize, complaint: Option<String>) -> Verdict {
    let none = (entries == 0).then(|| "there is nothing to read".to_owned());
    complaint.or(none).map_or(Verdict::Read { entries }, |complaint| refuted(Witness::of_text(complaint)))
}
