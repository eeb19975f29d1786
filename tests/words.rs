//! A decision in words: every text is the policy's own, for the right entry, and the prose holds all of them.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test may")]

use std::path::Path;

use sgii_guide::decision::{Decision, Reason, Said, Told};
use sgii_guide::edition::POLICY;
use sgii_guide::explain::{fill, in_words};
use sgii_guide::policy::Policy;
use sgii_guide::policy::compile::{compile, folder};
use sgii_guide::policy::entry::named;
use sgii_guide::policy::labels::Notice;
use sgii_guide::policy::table::{List, Text};
use sgii_guide::policy::vocabulary::{Answer, Axis, Nation, Response, Word};
use sgii_guide::policy::words::Saying;
use sgii_guide::proof::sample;
use sgii_guide::prose::prose;
use sgii_guide::{Incident, assess};

// --- Each text is the policy's own ----------------------------------------------------------------------------------

/// Many decisions of the real policy, in words.
fn said() -> impl Iterator<Item = (Nation, Decision)> {
    let told = |incident: Incident| in_words(&POLICY, incident.nation, assess(&POLICY, incident));
    sample::incidents(&POLICY).take(200).map(move |incident| (incident.nation, told(incident)))
}

/// A text of the policy as it is said in a nation.
fn filled(nation: Nation, text: &str) -> Option<Text> {
    Some(fill(&POLICY.wording, Some(nation), text))
}

fn all_filled(nation: Nation, texts: &List<Text>) -> Option<List<Text>> {
    Some(texts.iter().map(|text| fill(&POLICY.wording, Some(nation), text)).collect())
}

#[test]
fn a_reason_is_said_in_the_words_of_its_rule() {
    let check = |nation, axis, because: &[Reason]| {
        for reason in because {
            let rule = named(&POLICY.rules[axis], &reason.rule).unwrap();
            assert_eq!(reason.says, filled(nation, &rule.words), "{}", reason.rule);
        }
    };
    for (nation, decision) in said() {
        check(nation, Axis::Scope, &decision.scope.because);
        check(nation, Axis::Response, &decision.response.because);
        check(nation, Axis::Recording, &decision.recording.map(|finding| finding.because).unwrap_or_default());
        check(nation, Axis::Typology, &decision.typology.map(|finding| finding.because).unwrap_or_default());
    }
}

#[test]
fn all_advice_is_said_in_its_own_words() {
    let check = |nation, said: &Said, saying: &Saying| {
        assert_eq!([&said.text, &said.why], [&filled(nation, &saying.text), &filled(nation, &saying.why)]);
    };
    for (nation, decision) in said() {
        for (kind, said) in decision.said() {
            match kind {
                "step" => check(nation, said, &named(&POLICY.steps, &said.id).unwrap().words),
                "never" => check(nation, said, &named(&POLICY.never, &said.id).unwrap().words),
                "route" => check(nation, said, &named(&POLICY.routes, &said.id).unwrap().words),
                "line" => assert_eq!(said.text, filled(nation, &named(&POLICY.lines, &said.id).unwrap().words)),
                _ => assert_eq!(said.text, filled(nation, &named(&POLICY.utterances, &said.id).unwrap().words)),
            }
        }
    }
}

#[test]
fn a_person_and_what_a_call_tells_are_said_in_their_own_words() {
    let mut told = 0;
    for (nation, decision) in said() {
        for person in &decision.people {
            assert_eq!(person.name, filled(nation, &named(&POLICY.people, person.who.id()).unwrap().words.name));
        }
        if let Some(call) = &decision.call {
            let asking = |told: &Told| &named(&POLICY.questions, &told.question).unwrap().words;
            for known in &call.known {
                assert_eq!(known.says, asking(known).known.as_ref().and_then(|says| filled(nation, says)));
            }
            for open in &call.not_known {
                assert_eq!(open.says, asking(open).open.as_ref().and_then(|says| filled(nation, says)));
            }
            told += call.known.len() + call.not_known.len();
        }
    }
    assert!(told > 0, "no call tells anything");
}

#[test]
fn a_reading_and_a_forecast_are_said_in_their_own_words() {
    for (nation, decision) in said() {
        for reading in &decision.readings {
            assert_eq!(reading.says, filled(nation, &named(&POLICY.readings, &reading.id).unwrap().words));
        }
        for forecast in decision.recording.iter().flat_map(|finding| &finding.forecast) {
            let meaning = &named(&POLICY.values.recording, forecast.value.id()).unwrap().words;
            assert_eq!(forecast.says, all_filled(nation, &meaning.says));
            for point in &forecast.not_published {
                assert_eq!(point.says, filled(nation, &named(&POLICY.unpublished, &point.id).unwrap().words));
            }
        }
    }
}

#[test]
fn the_next_question_is_asked_because_a_yes_means_referral_or_else_for_its_own_reason() {
    let refers = &POLICY.wording.notice(Notice::NextRefer)[0];
    let (mut referring, mut others) = (0, 0);
    for (nation, decision) in said() {
        let Some(next) = decision.next else { continue };
        let forced = next.if_yes.map(|forced| forced.at_least);
        let refer = matches!(forced, Some(Response::ReferNow | Response::Emergency));
        let own = &named(&POLICY.questions, &next.question).unwrap().words.why;
        assert_eq!(next.because, filled(nation, if refer { refers } else { own }), "{}", next.question);
        *(if refer { &mut referring } else { &mut others }) += 1;
    }
    assert!(referring > 0 && others > 0, "{referring} and {others}");
}

// --- Prose ----------------------------------------------------------------------------------------------------------

fn small() -> Policy {
    compile(&folder(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/small")).unwrap()).unwrap()
}

fn told(nation: Nation, answers: &[(&str, Answer)]) -> String {
    let policy = small();
    let with = |told: Incident, (id, answer): &(&str, Answer)| told.with(policy.question(id).unwrap(), *answer);
    let incident = answers.iter().fold(Incident::new(nation), with);
    prose(&policy, nation, &in_words(&policy, nation, assess(&policy, incident)))
}

/// The part of a text from one heading up to another.
fn part<'a>(text: &'a str, from: &str, to: &str) -> &'a str {
    let start = text.find(from).unwrap();
    let length = text[start..].find(to).unwrap();
    &text[start..start + length]
}

#[test]
fn a_settled_decision_is_told_whole() {
    let all = ["image", "shared", "spread", "adult", "online", "outstanding"].map(|id| (id, Answer::Yes));
    let expected = "\
EMERGENCY
Call 999.

NOW
1. Call 999.
2. Refer.
3. Keep it.

WHEN YOU CALL
I refer a child.
May it go?

THE CHILD IN IT
- Say: Thank you.

A CHILD WHO GOT IT
- Say: It needs to stop.

OTHERS AT HOME

TODAY
- Stop it.

NEVER
- Look at it.

WHY
- It spread online. [guidance: book (page 1)] [spread: yes, online: yes]
- An adult is involved. [guidance: book (page 2)] [adult: yes]
- Someone may be known only online. [our judgement: book] [online: yes]
- It may have spread. [our judgement: book] [spread: yes]

WHAT THE POLICE MAY RECORD: A FORECAST
A forecast, never a promise.
- Aggravated
  Aggravated.
- Repeated
  Repeated.
  Not published: Which crime.

WHY
- An adult is involved. [guidance: book] [adult: yes]
- It spread. [guidance: book] [spread: yes]

KIND OF INCIDENT
- Adult

WHY
- An adult is involved. [guidance: book] [adult: yes]

EDITION
- Edition small (draft), checked 2026-11-21, rules ";
    let text = told(Nation::Wales, &all);
    assert_eq!(text, format!("{expected}{}", small().edition.rules));
}

#[test]
fn an_open_decision_is_told_by_its_bounds_and_by_what_is_still_to_be_answered() {
    let text = told(Nation::England, &[]);
    assert_eq!(text.lines().next(), Some("NOT SETTLED. AT MOST: EMERGENCY."));
    assert_eq!(part(&text, "STILL", "EDITION"), "STILL TO BE ANSWERED\n- image\n- adult\n- online\n\n");
    let text = told(Nation::England, &[("image", Answer::Unsure), ("adult", Answer::Unsure)]);
    assert_eq!(text.lines().take(2).collect::<Vec<_>>(), ["AT LEAST: ADVICE. AT MOST: EMERGENCY.", "Take advice."]);
    assert!(text.contains("[our judgement: book] [adult: not known yet]"), "{text}");
}

#[test]
fn outside_scope_the_other_route_is_named() {
    let text = told(Nation::Scotland, &["image", "adult", "online"].map(|id| (id, Answer::No)));
    assert_eq!(
        part(&text, "OUTSIDE", "NEVER"),
        "OUTSIDE\nAnother route fits better.\n\nANOTHER ROUTE\n- Go elsewhere.\n\nTODAY\n- Take the other route.\n\n"
    );
}

#[test]
fn what_an_answer_counts_as_is_told() {
    let text = told(Nation::NorthernIreland, &[("adult", Answer::No), ("online", Answer::Yes)]);
    assert_eq!(part(&text, "WHAT AN", "KIND"), "WHAT AN ANSWER COUNTS AS\n- Nobody has checked.\n\n");
}
