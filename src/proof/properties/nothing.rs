//! The sentence about rules that find nothing, over every two rules of a nation.

use super::{Property, read};
use crate::policy::logic::Rule;
use crate::policy::vocabulary::{Response, Typology, Word};

pub const NEVER_BESIDE: Property = Property {
    sentence: "a rule that finds nothing never stands beside a rule that finds something",
    shows: "no answers meet a rule for `school-led` and another response rule that goes by an answer, in one nation; nor a \
            rule for `experimental` and another typology rule",
    check: |subject| {
        let (response, typology) = (&subject.policy.response, &subject.policy.typology);
        let beside = || beside(typology, Typology::Experimental.index());
        let found = self::beside(response, Response::SchoolLed.index()).or_else(beside);
        read(response.rules.len() + typology.rules.len(), found)
    },
};

/// “No ground for referral or advice was found” must not be among the reasons where a ground was found, though the
/// response would be right all the same. The rows of a nation's floor go by no answer, and find nothing either.
fn beside(chart: &Chart, nothing: u8) -> Option<String> {
    chart.rules.iter().filter(|rule| rule.to == nothing).find_map(|rule| {
        let finds = |other: &&Rule| other.to != nothing && other.cube.concerns() != 0;
        let mut others = chart.rules.iter().filter(finds).filter(|other| other.nations & rule.nations != 0);
        let other = others.find(|other| !rule.cube.meet(other.cube).is_empty())?;
        Some(format!("`{}` beside `{}`", rule.id, other.id))
    })
}
