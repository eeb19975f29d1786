//! Sentences about the recording axis.

use super::{Property, of_partial, read};
use crate::policy::vocabulary::{Nation, Recording, Word};
use crate::proof::meaning::Meaning;
use crate::proof::subject::Subject;
use crate::proof::text::texts;
use crate::proof::witness::Witness;

pub const ONLY_ENGLAND_AND_WALES: Property = Property {
    sentence: "no recording axis outside England and Wales",
    shows: "by the rules and by the rows; in England and in Wales some answers have a recording category",
    check: |subject| {
        of_partial(subject, &subject.nations, |here| {
            let here_too = matches!(here.nation, Nation::England | Nation::Wales);
            let rows = Meaning::of_rows(&subject.space, subject.policy, here.nation).recording;
            let all = here.meaning.recording.iter().chain(&rows).cloned();
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

/// What belongs to category 2 alone, in the words that the record uses.
const CATEGORY_TWO_ALONE: &[&str] = &["person involved", "persons involved", "outcome 20", "outcome 21", "outcome 22"];

pub const CATEGORY_TWO: Property = Property {
    sentence: "\"person involved\" and outcomes 20, 21, 22 appear only with category 2",
    shows: "no other category's forecast has a label or an outcome, and no other text of a Decision has the words",
    check: |subject| {
        let allowed = Recording::NonAggravated.index();
        let forecasts = subject.policy.forecasts.iter().filter(|forecast| forecast.value != allowed);
        let labelled = forecasts.filter(|forecast| forecast.label.is_some() || !forecast.outcomes.is_empty());
        let labelled = labelled.map(|forecast| format!("value {} has a label or an outcome", forecast.value)).next();
        let mut texts = texts(subject.words);
        texts.retain(|text| !text.is_notice());
        let elsewhere = texts.iter().filter(|text| !text.is_of_value("recording", allowed)).find(|text| {
            let small = text.says.to_lowercase();
            CATEGORY_TWO_ALONE.iter().any(|words| small.contains(words)) && !about_category_two(subject, &text.place)
        });
        let elsewhere = elsewhere.map(|text| format!("{}: “{}”", text.place, text.says));
        read(texts.len(), labelled.or(elsewhere))
    },
};

/// A point that the summary leaves open may name them where it bears on category 2 alone.
fn about_category_two(subject: &Subject<'_>, place: &str) -> bool {
    let alone = Recording::NonAggravated.bit();
    let mut points = subject.policy.unpublished.iter().enumerate().filter(|(_, point)| point.with == alone);
    points.any(|(open, _)| place == format!("unpublished {open}"))
}
