//! The sentence about deletion, over every partial answer set.

use biodivine_lib_bdd::Bdd;

use super::{Property, of_partial};
use crate::policy::logic::Condition;
use crate::policy::register::{Facts, Register};
use crate::policy::set::Set;
use crate::policy::vocabulary::{Answer, Nation, Response};
use crate::proof::advice::Standing;
use crate::proof::subject::{Here, Subject};
use crate::proof::text::sentences;

pub const DELETION: Property = Property {
    sentence: "deletion is advised only as the outline's Order allows",
    shows: "the Order is referral first, removal second, deletion last; wherever a step or script that speaks of deleting \
            without forbidding it is said, the school leads and that is settled, or advice at most is called for and none is said to be outstanding; never in Northern Ireland",
    check: |subject| {
        of_partial(subject, &subject.nations, |here| {
            let standing = Standing::partial(subject, here);
            let allowed = order(subject, here, &standing);
            let valid = &subject.partial().valid;
            advising(subject).into_iter().find_map(|(id, condition)| {
                let bad = valid.and(&standing.shows(condition)).and_not(&allowed);
                let (witness, _) = subject.partial_witness(Some(here), &bad)?;
                Some(witness.with([format!("`{id}` is said, which the Order does not allow")]))
            })
        })
    },
};

/// Where the Order allows deletion to be advised.
fn order(subject: &Subject<'_>, here: &Here, standing: &Standing<'_>) -> Bdd {
    if here.nation == Nation::NorthernIreland {
        return subject.space.never();
    }
    let led = Set::only(Response::SchoolLed);
    let school_leads = standing.at_least_among(led).and(&standing.at_most_among(led));
    let answered = standing.is_said("advice-outstanding", Set::only(Answer::No));
    school_leads.or(&standing.at_most_among(Set::only(Response::SeekAdvice)).and(&answered))
}

/// The steps and scripts that speak of deleting without forbidding it.
pub fn advising<'s>(subject: &Subject<'s>) -> Vec<(&'s str, &'s Condition)> {
    let said = subject.policy.shown().into_iter().filter(|facts| ["step", "route", "line", "call"].contains(&facts.kind));
    let asks = |facts: &Facts<'s>| {
        let fields = facts.fields.iter().filter(|(field, _)| ["text", "lines"].contains(field));
        fields.flat_map(|(_, texts)| texts.list()).any(|text| sentences(text).any(advises_deletion))
    };
    said.filter(asks).filter_map(|facts| Some((facts.id, facts.when?))).collect()
}

/// Stems of words for making an image disappear.
const DELETING: &[&str] = &["delet", "erase", "wipe", "destroy", "get rid", "remove it", "remove the image"];

/// Phrases with such a word that ask nobody to delete anything.
const HARMLESS: &[&str] = &["delete no message and no account", "before anything is deleted"];

/// How a sentence that forbids it begins, or the last of its clauses before the word.
const FORBIDDING: &[&str] = &[
    "do not ",
    "please do not ",
    "and do not ",
    "never ",
    "nobody ",
    "nothing ",
    "in scotland nothing ",
    "in northern ireland nothing ",
];

/// Whether a sentence speaks of deleting without forbidding it.
pub fn advises_deletion(sentence: &str) -> bool {
    let small = HARMLESS.iter().fold(sentence.to_lowercase(), |text, phrase| text.replace(phrase, ""));
    let forbids = |before: &str| FORBIDDING.iter().any(|word| before.trim_start().starts_with(word));
    let forbidden = |before: &str| forbids(before) || before.rsplit(',').next().is_some_and(forbids);
    DELETING.iter().filter_map(|word| small.split_once(word)).any(|(before, _)| !forbidden(before))
}
