//! The worked cases, and where a decision is not what a case expects.

#![allow(dead_code, reason = "each test uses its own part")]
#![allow(clippy::expect_used, clippy::panic, reason = "a test may")]

pub mod snapshot;

use std::fmt::Debug;
use std::path::Path;

use sgii_guide::case::{Case, Expected, FOLDER, Finding};
use sgii_guide::decision::{self, Decision, Reason};
use sgii_guide::edition::POLICY;
use sgii_guide::policy::vocabulary::{Answer, Word};

/// Every worked case, in the order of their names.
#[track_caller]
pub fn cases() -> Vec<Case> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(FOLDER);
    Case::folder(&folder).unwrap_or_else(|complaint| panic!("{complaint}"))
}

/// The answer that a case gives to a question.
#[track_caller]
pub fn answer(case: &Case, question: &str) -> Option<Answer> {
    case.incident().answer(POLICY.question(question).unwrap_or_else(|| panic!("no question `{question}`")))
}

/// Everything that a decision says, by its identifier.
pub fn said(decision: &Decision) -> Vec<&str> {
    decision.said().map(|(_, said)| &*said.id).collect()
}

/// The rules met on which the response rests.
pub fn decided_by(decision: &Decision) -> Vec<&str> {
    let because: &[Reason] = &decision.response.because;
    because.iter().filter(|reason| reason.decides).map(|reason| &*reason.rule).collect()
}

/// Every point in which a decision is not what a case expects.
pub fn differences(expect: &Expected, decision: &Decision) -> Vec<String> {
    let mut found = Differences(Vec::new());
    found.finding("scope", Some(&expect.scope), Some(&decision.scope));
    found.value("response.at-least", &expect.response.at_least, &decision.response.at_least);
    found.value("response.at-most", &expect.response.at_most, &decision.response.at_most);
    found.value("response.decided-by", &strs(&expect.response.decided_by), &decided_by(decision));
    found.finding("recording", expect.recording.as_ref(), decision.recording.as_ref());
    found.finding("typology", expect.typology.as_ref(), decision.typology.as_ref());
    let readings: Vec<&str> = decision.readings.iter().map(|reading| &*reading.id).collect();
    found.value("readings", &strs(&expect.readings), &readings);
    let said = said(decision);
    let missing = expect.must_say.iter().filter(|id| !said.contains(&id.as_str()));
    found.0.extend(missing.map(|id| format!("  must-say: `{id}` is not said")));
    let surplus = expect.must_not_say.iter().filter(|id| said.contains(&id.as_str()));
    found.0.extend(surplus.map(|id| format!("  must-not-say: `{id}` is said")));
    found.0
}

fn strs(texts: &[String]) -> Vec<&str> {
    texts.iter().map(String::as_str).collect()
}

struct Differences(Vec<String>);

impl Differences {
    fn value<T: PartialEq + Debug>(&mut self, field: &str, expected: &T, found: &T) {
        if expected != found {
            self.0.push(format!("  {field}: expected {expected:?}, found {found:?}"));
        }
    }

    fn finding<V: Word + Debug>(
        &mut self,
        axis: &str,
        expected: Option<&Finding<V>>,
        found: Option<&decision::Finding<V>>,
    ) {
        let expected = expected.map(|finding| finding.possible.clone());
        let found = found.map(|finding| finding.possible.iter().collect());
        self.value(&format!("{axis}.possible"), &expected, &found);
    }
}
