//! The whole result of an incident: everything that a worked case states, and nothing else.

use sgii_guide::decision::{Decision, Finding, Reason, Said};
use sgii_guide::policy::table::Text;
use sgii_guide::policy::vocabulary::{Axis, Word};

use super::support::{self, Expected};

/// The whole result of an incident.
#[derive(Debug, PartialEq, Eq)]
pub struct Whole {
    scope: Option<Found>,
    response: [Vec<String>; 5],
    recording: Option<Found>,
    typology: Option<Found>,
    readings: Vec<String>,
    set_aside: Vec<[String; 2]>,
    steps: Vec<String>,
    scripts: Vec<String>,
    never: Vec<String>,
    ask: Vec<String>,
    next: Option<[String; 3]>,
}

/// What is found on an axis: the possible values, the rules met, how many of them decide, and what is open.
#[derive(Debug, PartialEq, Eq)]
struct Found {
    possible: Vec<String>,
    because: Vec<String>,
    deciding: usize,
    open_on: Vec<String>,
}

impl Whole {
    /// What people expect.
    pub fn expected(expect: &Expected) -> Self {
        let found = |axis| expect.finding(axis).map(Found::expected);
        let response = &expect.response;
        let step = |(timing, id): (_, &str)| timed(timing, id);
        let next = expect.next.as_ref();
        let set_aside = expect.set_aside.iter().map(|(question, answer)| [question.clone(), answer.clone()]);
        Self {
            scope: found(Axis::Scope),
            response: [
                response.at_least.iter().cloned().collect(),
                response.at_most.iter().cloned().collect(),
                response.decided_by.clone(),
                response.also_true.clone(),
                response.open_on.clone(),
            ],
            recording: found(Axis::Recording),
            typology: found(Axis::Typology),
            readings: expect.readings.clone(),
            set_aside: set_aside.collect(),
            steps: expect.all_steps().into_iter().map(step).collect(),
            scripts: expect.scripts.clone(),
            never: expect.all_never().into_iter().map(str::to_owned).collect(),
            ask: expect.ask.clone(),
            next: next
                .map(|next| [next.question.clone(), next.open_on.clone(), next.if_yes.clone().unwrap_or_default()]),
        }
    }

    /// What the tool decides.
    pub fn decided(decision: &Decision) -> Self {
        let response = &decision.response;
        let rules = |decide| response.because.iter().filter(move |reason| reason.decides == decide).map(rule).collect();
        let mut set_aside: Vec<_> =
            decision.set_aside.iter().map(|given| [given.question.to_string(), given.answer.id().to_owned()]).collect();
        set_aside.sort();
        let next = decision.next.as_ref().map(|next| {
            let forced = next.if_yes.map(|forced| forced.at_least.id().to_owned());
            let turns = serde_json::to_value(next.open_on).expect("a word");
            [next.question.to_string(), turns.as_str().expect("a word").to_owned(), forced.unwrap_or_default()]
        });
        Self {
            scope: Some(Found::decided(&decision.scope)),
            response: [
                response.at_least.iter().map(|bound| bound.id().to_owned()).collect(),
                response.at_most.iter().map(|bound| bound.id().to_owned()).collect(),
                rules(true),
                rules(false),
                texts(&response.open_on),
            ],
            recording: decision.recording.as_ref().map(Found::decided),
            typology: decision.typology.as_ref().map(Found::decided),
            readings: decision.readings.iter().map(|reading| reading.id.to_string()).collect(),
            set_aside,
            steps: decision.steps.iter().map(|step| timed(step.timing.expect("a time"), &step.id)).collect(),
            scripts: said(&decision.scripts),
            never: said(&decision.never),
            ask: texts(&decision.ask),
            next,
        }
    }
}

impl Found {
    fn expected(finding: &support::Finding) -> Self {
        let settled = finding.possible.len() == 1;
        Self {
            possible: finding.possible.clone(),
            because: finding.because.clone(),
            deciding: if settled { finding.because.len() } else { 0 },
            open_on: finding.open_on.clone(),
        }
    }

    fn decided<V: Word>(finding: &Finding<V>) -> Self {
        Self {
            possible: finding.possible.iter().map(|value| value.id().to_owned()).collect(),
            because: finding.because.iter().map(rule).collect(),
            deciding: finding.because.iter().filter(|reason| reason.decides).count(),
            open_on: texts(&finding.open_on),
        }
    }
}

fn rule(reason: &Reason) -> String {
    reason.rule.to_string()
}

fn said(said: &[Said]) -> Vec<String> {
    said.iter().map(|said| said.id.to_string()).collect()
}

fn texts(texts: &[Text]) -> Vec<String> {
    texts.iter().map(ToString::to_string).collect()
}

fn timed(timing: impl Word, id: &str) -> String {
    format!("{id} ({})", timing.id())
}
