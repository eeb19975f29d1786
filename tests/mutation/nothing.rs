//! A sentence of its own: a rule that finds nothing never stands beside a rule that finds something.
//!
//! “No ground for referral or advice was found” must not be among the reasons where a ground was found, though the
//! response would be right all the same. The rows of a nation's floor go by no answer, and find nothing either.

use sgii_guide::policy::logic::{Chart, Logic};
use sgii_guide::policy::vocabulary::{Response, Typology, Word};

/// The sentence.
pub const SENTENCE: &str = "a rule that finds nothing never stands beside a rule that finds something";

/// Two rules that stand side by side against the sentence.
pub fn contradiction(logic: &Logic) -> Option<String> {
    beside(&logic.response, Response::SchoolLed.index())
        .or_else(|| beside(&logic.typology, Typology::Experimental.index()))
}

fn beside(chart: &Chart, nothing: u8) -> Option<String> {
    let finds_something = |to: u8, concerns: u64| to != nothing && concerns != 0;
    chart.rules.iter().filter(|rule| rule.to == nothing).find_map(|rule| {
        let others = chart.rules.iter().filter(|other| finds_something(other.to, other.cube.concerns()));
        let mut others = others.filter(|other| other.nations & rule.nations != 0);
        let other = others.find(|other| !rule.cube.meet(other.cube).is_empty())?;
        Some(format!("`{}` beside `{}`", rule.id, other.id))
    })
}
