//! Every reason of a decision says what it rests on: the answers, whole, the sources, and whether a source speaks for the
//! nation at all.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test may")]

use sgii_guide::decision::{Cited, Decision, Given, Reason, Said};
use sgii_guide::edition::POLICY;
use sgii_guide::policy::cube::Questions;
use sgii_guide::policy::entry::{Entry, named};
use sgii_guide::policy::logic::{Cite, Rule};
use sgii_guide::policy::register::{Facts, Register};
use sgii_guide::policy::table::Text;
use sgii_guide::policy::vocabulary::{Answer, Axis, Basis, Nation};
use sgii_guide::proof::sample;
use sgii_guide::{Incident, assess};

// --- One incident, in full ------------------------------------------------------------------------------------------

fn told(nation: Nation, answers: &[(&str, Answer)]) -> Incident {
    let with = |told: Incident, (id, answer): &(&str, Answer)| told.with(POLICY.question(id).unwrap(), *answer);
    answers.iter().fold(Incident::new(nation), with)
}

fn reason(decision: &Decision, rule: &str) -> Reason {
    decision.response.because.iter().find(|reason| &*reason.rule == rule).unwrap().clone()
}

fn given(question: &str, answer: Answer, reading: Option<&str>) -> Given {
    let text = |text: &str| Text::from(text.to_owned());
    Given { question: text(question), answer, reading: reading.map(text) }
}

#[test]
fn a_reason_names_the_answer_and_the_answer_through_which_it_is_read_otherwise() {
    let answers = [("adult-involved", Answer::Unsure), ("staff-involved", Answer::Yes)];
    let decision = assess(&POLICY, told(Nation::England, &answers));
    let expected = [
        given("adult-involved", Answer::Unsure, None),
        given("staff-involved", Answer::Yes, Some("works-with-children")),
    ];
    assert_eq!(reason(&decision, "adult-involved").answers, expected);
}

// --- Every reason of many incidents, against the policy's own rows ----------------------------------------------------

fn reasons(decision: &Decision) -> impl Iterator<Item = (&'static Entry<Rule, Text>, &Reason)> {
    let recording = decision.recording.iter().flat_map(|finding| &finding.because);
    let typology = decision.typology.iter().flat_map(|finding| &finding.because);
    let all = decision.scope.because.iter().map(|reason| (Axis::Scope, reason));
    let all = all.chain(decision.response.because.iter().map(|reason| (Axis::Response, reason)));
    let all = all.chain(recording.map(|reason| (Axis::Recording, reason)));
    let all = all.chain(typology.map(|reason| (Axis::Typology, reason)));
    all.map(|(axis, reason)| (named(&POLICY.rules[axis], &reason.rule).unwrap(), reason))
}

fn sample() -> impl Iterator<Item = (Incident, Decision)> {
    sample::incidents(&POLICY).take(2_000).map(|incident| (incident, assess(&POLICY, incident)))
}

/// Those that count at the questions of its rule, and all of them.
#[test]
fn the_explanation_names_only_answers_given() {
    let mut read = 0;
    for (incident, decision) in sample() {
        for (rule, reason) in reasons(&decision) {
            let expected = answers_to(incident, &decision, rule.logic.cube.concerns());
            read += expected.iter().filter(|given| given.reading.is_some()).count();
            assert_eq!(reason.answers, expected, "{} of {incident:?}", reason.rule);
        }
    }
    assert!(read > 0, "no incident in which an answer is read as another");
}

/// The answers at some questions that are not set aside, then those that bring about the readings of them.
fn answers_to(incident: Incident, decision: &Decision, questions: Questions) -> Vec<Given> {
    let aside = |id: &str| decision.set_aside.iter().any(|given| &*given.question == id);
    let one = |question, reading: Option<&Text>| {
        let id = POLICY.asked(question).id.clone();
        let answer = incident.answer(question).filter(|_| !aside(&id))?;
        Some(Given { question: id, answer, reading: reading.cloned() })
    };
    let mut answers: Vec<Given> = questions.iter().filter_map(|question| one(question, None)).collect();
    for applied in &decision.readings {
        let reading = &named(&POLICY.readings, &applied.id).unwrap().logic;
        if questions.contains(reading.question) {
            answers.extend(reading.cube.concerns().iter().filter_map(|question| one(question, Some(&applied.id))));
        }
    }
    answers
}

#[test]
fn a_reason_and_an_advice_cite_their_sources_to_the_section() {
    for (incident, decision) in sample().take(200) {
        for (rule, reason) in reasons(&decision) {
            assert_eq!(reason.sources, sources(incident.nation, &rule.cites), "{}", reason.rule);
        }
        for (advice, said) in advice(&decision) {
            assert_eq!(said.sources, sources(incident.nation, advice.cites), "{}", said.id);
        }
    }
}

fn advice(decision: &Decision) -> impl Iterator<Item = (Facts<'static>, &Said)> {
    let shown = POLICY.shown();
    let all = [("step", &decision.steps), ("never", &decision.never), ("script", &decision.scripts)];
    let all =
        all.into_iter().flat_map(|(kind, said)| said.iter().map(move |said| (format!("{kind}/{}", said.id), said)));
    all.map(move |(path, said)| (shown.iter().find(|facts| facts.path() == path).unwrap().clone(), said))
}

/// The nation's own where it has one of them, else all.
fn sources(nation: Nation, cites: &[Cite]) -> Vec<Cited> {
    let source = |cite: &Cite| &POLICY.sources[usize::from(cite.source)];
    let section = |cite: &Cite| if cite.section.is_empty() { None } else { Some(cite.section.clone()) };
    let (own, others): (Vec<&Cite>, Vec<&Cite>) =
        cites.iter().partition(|cite| source(cite).logic.nations.contains(nation));
    let kept = if own.is_empty() { others } else { own };
    kept.into_iter().map(|cite| Cited { source: source(cite).id.clone(), section: section(cite) }).collect()
}

#[test]
fn what_no_source_says_for_a_nation_is_our_judgement_there() {
    let mut ours = 0;
    for (incident, decision) in sample().take(400) {
        let expected = |basis: Basis, cites: &[Cite]| {
            let mut sources = cites.iter().map(|cite| &POLICY.sources[usize::from(cite.source)].logic);
            if sources.any(|source| source.nations.contains(incident.nation)) { basis } else { Basis::Judgement }
        };
        for (rule, reason) in reasons(&decision) {
            let basis = rule.logic.basis;
            assert_eq!(reason.basis, expected(basis, &rule.cites), "{} in {:?}", reason.rule, incident.nation);
            ours += usize::from(reason.basis != basis);
        }
        for (advice, said) in advice(&decision) {
            let basis = expected(advice.basis.unwrap(), advice.cites);
            assert_eq!(said.basis, basis, "{} in {:?}", said.id, incident.nation);
        }
    }
    assert!(ours > 0, "no source is of one nation alone");
}
