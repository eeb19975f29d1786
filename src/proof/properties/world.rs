//! Sentences about the recording axis.

use super::{Property, of_partial, read, refuted};
use crate::policy::Policy;
use crate::policy::entry::{Entry, named};
use crate::policy::logic::Forecast;
use crate::policy::register::{Facts, Register};
use crate::policy::set::Set;
use crate::policy::vocabulary::{Nation, Recording, Word};
use crate::policy::words::Meaning;
use crate::proof::meaning::Meaning as Held;
use crate::proof::spoken::All;
use crate::proof::subject::Subject;
use crate::proof::witness::Witness;

pub const ONLY_ENGLAND_AND_WALES: Property = Property {
    sentence: "no recording axis outside England and Wales",
    shows: "by the rules and by the rows; in England and in Wales some answers have a recording category",
    check: |subject| {
        of_partial(subject, &subject.nations, |here| {
            let here_too = matches!(here.nation, Nation::England | Nation::Wales);
            let rows = Held::of_rows(&subject.space, subject.policy, here.nation).on.recording;
            let all = here.meaning.on.recording.iter().chain(&rows).cloned();
            let recorded = subject.space.any(all);
            let witness = subject.complete_witness(here, &subject.in_some_world(&recorded).and(&here.complete));
            match (here_too, witness) {
                (false, Some((witness, _))) => Some(witness.with(["a recording category, expected none".to_owned()])),
                (true, None) => Some(Witness::of_text(format!("no recording category in {}", here.nation.id()))),
                (true, Some(_)) | (false, None) => None,
            }
        })
    },
};

/// The words of the crime record that belong to category 2 alone.
const CATEGORY_TWO_ALONE: &[&str] = &["person involved", "persons involved", "outcome 20", "outcome 21", "outcome 22"];

pub const CATEGORY_TWO: Property = Property {
    sentence: "\"person involved\" and outcomes 20, 21, 22 appear only with category 2",
    shows: "no other category's forecast has a label or an outcome, and no other text of a Decision has the words but a \
            line that is said only where category 2 is possible",
    check: |subject| {
        let other = |value: &&Value| &*value.id != Recording::NonAggravated.id();
        let forecasts = subject.policy.values.recording.iter().filter(other);
        let says_more = |forecast: &Forecast| forecast.label.is_some() || !forecast.outcomes.is_empty();
        let labelled = forecasts.filter(|value| value.logic.as_ref().is_some_and(says_more));
        let labelled = labelled.map(|value| format!("`{}` has a label or an outcome", value.id)).next();
        let mut entries = subject.policy.shown();
        entries.retain(|facts| facts.kind != "notice" && facts.kind != "source");
        let naming = entries.iter().filter(|facts| !is_about_category_two(subject.policy, facts));
        let naming: Vec<_> =
            naming.filter_map(|facts| Some((facts, facts.texts().find(|text| names_category_two(text))?))).collect();
        let is_line = |facts: &Facts<'_>| facts.kind == "line";
        let elsewhere = naming.iter().find(|(facts, _)| !is_line(facts));
        let elsewhere = elsewhere.map(|(facts, text)| format!("{}: “{text}”", facts.path()));
        let lines: Vec<String> =
            naming.iter().filter(|(facts, _)| is_line(facts)).map(|(facts, _)| facts.path()).collect();
        match elsewhere.is_none().then(|| without_category_two(subject, &lines)).flatten() {
            Some(witness) => refuted(witness),
            None => read(entries.iter().map(|facts| facts.texts().count()).sum(), labelled.or(elsewhere)),
        }
    },
};

/// Where one of some lines is said and category 2 is not possible.
fn without_category_two(subject: &Subject<'_>, lines: &[String]) -> Option<Witness> {
    subject.nations.iter().find_map(|here| {
        let all = All::partial(subject, here);
        let two = subject.known(here).recording.get(usize::from(Recording::NonAggravated.index()))?;
        lines.iter().find_map(|path| {
            let bad = subject.partial().valid.and(&all.at(subject, path)).and_not(two);
            let (witness, _) = subject.partial_witness(Some(here), &bad)?;
            Some(witness.with([format!("`{path}` without category 2")]))
        })
    })
}

type Value = Entry<Option<Forecast>, Meaning>;

fn names_category_two(text: &str) -> bool {
    let small = text.to_lowercase();
    CATEGORY_TWO_ALONE.iter().any(|words| small.contains(words))
}

/// Whether an entry may use them: the meaning of category 2, or a point left open that bears on category 2 alone.
fn is_about_category_two(policy: &Policy, facts: &Facts<'_>) -> bool {
    let two = Recording::NonAggravated;
    let bears_on_it_alone = |id| named(&policy.unpublished, id).is_some_and(|point| point.logic.with == Set::only(two));
    match facts.kind {
        "value/recording" => facts.id == two.id(),
        "unpublished" => bears_on_it_alone(facts.id),
        _ => false,
    }
}
