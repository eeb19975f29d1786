//! The sentence about rules that find nothing, over every two rules of a nation.

use super::{Property, read};
use crate::policy::Policy;
use crate::policy::entry::Entry;
use crate::policy::logic::Rule;
use crate::policy::table::{List, Text};
use crate::policy::vocabulary::{OnAxis, Response, Typology, Value};

pub const NEVER_BESIDE: Property = Property {
    sentence: "a rule that finds nothing never stands beside a rule that finds something",
    shows: "no answers meet a rule for `school-led` and another response rule that goes by an answer, in one nation; nor a \
            rule for `experimental` and another typology rule",
    check: |subject| {
        let Policy { rules, .. } = subject.policy;
        let beside = || beside(&rules.typology, Typology::Experimental.value());
        let found = self::beside(&rules.response, Response::SchoolLed.value()).or_else(beside);
        read(rules.response.len() + rules.typology.len(), found)
    },
};

/// Two rules that can be met together, of which one leads to a value that says that nothing was found. “No ground for
/// referral or advice was found” must not be among the reasons if a ground was found, though the response would be
/// right all the same. The floor of a nation depends on no answer and may stand beside it.
fn beside(rules: &List<Entry<Rule, Text>>, nothing: Value) -> Option<String> {
    rules.iter().filter(|entry| entry.logic.to == nothing).find_map(|entry| {
        let rule = &entry.logic;
        let finds = |other: &Rule| other.to != nothing && !other.cube.concerns().is_empty();
        let meets = |other: &Rule| other.nations.touches(rule.nations) && other.cube.touches(&rule.cube);
        let other = rules.iter().find(|other| finds(&other.logic) && meets(&other.logic))?;
        Some(format!("`{}` beside `{}`", entry.id, other.id))
    })
}
