//! How many words an outcome has before anything is opened, under *now*, in the call and on a card: over the worked cases
//! and thousands of sampled incidents, in the words of their nations.
//!
//! What stands open on the page is what is counted: the response and what it means, other routes, *now*, the call, the
//! four things never to do that stand open, and the names of the people.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test may")]

mod support;

use sgii_guide::decision::{Call, InIt, Said, Told};
use sgii_guide::edition::POLICY;
use sgii_guide::explain::{fill, in_words};
use sgii_guide::policy::entry::named;
use sgii_guide::policy::vocabulary::{Nation, Place, Word};
use sgii_guide::proof::sample;
use sgii_guide::{Decision, Incident, assess};
use support::cases;

/// How many incidents are drawn.
const SAMPLED: usize = 20_000;

/// What never to do that stands open.
const NEVER_OPEN: usize = 4;

/// The words of one outcome, part by part.
struct Words {
    open: usize,
    now: usize,
    call: usize,
    /// The longest card.
    card: usize,
}

fn words(text: &str) -> usize {
    text.split_whitespace().count()
}

fn said(said: &[Said]) -> usize {
    said.iter().filter_map(|said| said.text.as_deref()).map(words).sum()
}

/// "Reported:" or "Not known:", what is told, and "and 3 more answers".
fn told(told: &[Told], more: u8) -> usize {
    let says: usize = told.iter().filter_map(|told| told.says.as_deref()).map(words).sum();
    if told.is_empty() { 0 } else { 2 + says + if more > 0 { 4 } else { 0 } }
}

fn call(call: &Call) -> usize {
    let known = told(&call.known, call.more_known) + told(&call.not_known, call.more_not_known);
    said(&call.report) + known + said(&call.children) + said(&call.ask)
}

fn card(person: &InIt) -> usize {
    said(&person.say) + said(&person.act) + said(&person.do_not) + said(&person.police)
}

/// The response, and the first sentence of what it means.
fn head(nation: Nation, decision: &Decision) -> usize {
    let level = decision.response.at_least.or(decision.response.at_most);
    let meaning = level.and_then(|level| named(&POLICY.values.response, level.id()));
    meaning.map_or(0, |entry| {
        words(&entry.words.name)
            + entry
                .words
                .says
                .iter()
                .take(1)
                .map(|says| words(&fill(&POLICY.wording, Some(nation), says)))
                .sum::<usize>()
    })
}

fn counted(incident: Incident) -> Words {
    let nation = incident.nation;
    let decision = in_words(&POLICY, nation, assess(&POLICY, incident));
    let now = said(&decision.now);
    let call = decision.call.as_ref().map_or(0, call);
    let names: usize = decision.people.iter().filter_map(|person| person.name.as_deref()).map(words).sum();
    let maybe = decision.people.iter().filter(|person| person.maybe).count() * 4;
    let never = said(&decision.never[..NEVER_OPEN.min(decision.never.len())]);
    let open = head(nation, &decision) + said(&decision.scope.routes) + now + call + names + maybe + never;
    Words { open, now, call, card: decision.people.iter().map(card).max().unwrap_or_default() }
}

fn median(mut counts: Vec<usize>) -> usize {
    counts.sort_unstable();
    counts[counts.len() / 2]
}

#[test]
fn an_outcome_keeps_within_its_words() {
    let worked: Vec<Words> = cases().iter().map(|case| counted(case.incident())).collect();
    let sampled: Vec<Words> = sample::incidents(&POLICY).take(SAMPLED).map(counted).collect();
    let all = || worked.iter().chain(&sampled);
    let most = |of: fn(&Words) -> usize| all().map(of).max().unwrap();
    let in_the_middle = |of: fn(&Words) -> usize| median(worked.iter().map(of).collect());
    let table = [
        ("before anything is opened", most(|it| it.open), 500, in_the_middle(|it| it.open), 450),
        ("under now", most(|it| it.now), 200, in_the_middle(|it| it.now), 150),
        ("in the call", most(|it| it.call), 130, in_the_middle(|it| it.call), 130),
        ("on a card", most(|it| it.card), 90, in_the_middle(|it| it.card), 90),
    ];
    for (what, most, at_most, median, at_most_in_the_middle) in table {
        println!(
            "{what}: at most {most} of {at_most} words, median of the worked cases {median} of {at_most_in_the_middle}"
        );
    }
    for (what, most, at_most, median, at_most_in_the_middle) in table {
        assert!(most <= at_most && median <= at_most_in_the_middle, "{what}: {most} and {median} words");
    }
}

/// A step has 25 words, and 40 where the outline lets it.
#[test]
fn a_step_under_now_is_short_in_every_nation() {
    let mut long = Vec::new();
    for step in &POLICY.steps {
        let Some(place) = step.logic.advice.place.as_deref().and_then(|place| place.parse::<Place>().ok()) else {
            continue;
        };
        let about_staff = place == Place::WhoKnows && step.id.starts_with("tell-the-head");
        let most = if matches!(place, Place::Safety | Place::Parent) || about_staff { 40 } else { 25 };
        for nation in step.logic.advice.when.nations.iter() {
            let count = words(&fill(&POLICY.wording, Some(nation), &step.words.text));
            long.extend((count > most).then(|| format!("{} in {}: {count} of {most}", step.id, nation.id())));
        }
    }
    assert!(long.is_empty(), "{}", long.join("\n"));
}

/// A question and its hint have at most 20 words each.
#[test]
fn a_question_and_its_hint_are_short() {
    for question in &POLICY.questions {
        for text in [&question.words.ask, &question.words.hint] {
            assert!(words(text) <= 20, "{}: {text}", question.id);
        }
    }
}
