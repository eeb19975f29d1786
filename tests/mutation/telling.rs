//! Incidents near the worked cases that would tell a survivor from the policy: a start for a new worked case.

use std::collections::BTreeSet;

use sgii_guide::case::Case;
use sgii_guide::edition::POLICY;
use sgii_guide::policy::Policy;
use sgii_guide::policy::compile::{File, compile};
use sgii_guide::policy::vocabulary::{Answer, Nation, Word};
use sgii_guide::proof::random::Random;
use sgii_guide::{Incident, assess};

use super::support::snapshot::snapshot;

/// An incident that differs from a worked case in a few answers, or in its nation.
pub struct Near {
    pub case: String,
    pub changed: Vec<String>,
    incident: Incident,
    snapshot: String,
}

/// How many incidents are tried, and how many that tell one survivor are enough to choose from.
const TRIED: usize = 20_000;
const ENOUGH: usize = 60;
/// In how many things an incident differs from its worked case at most.
const MOST_CHANGES: u64 = 3;

/// Incidents near the cases, drawn at random, the same on every run.
pub fn near(cases: &[Case]) -> Vec<Near> {
    let mut random = Random::new(0x7E11);
    let draw = |_| {
        let case = &cases[random.below(cases.len() as u64) as usize];
        let (mut incident, mut changed) = (case.incident(), Vec::new());
        for _ in 0..=random.below(MOST_CHANGES) {
            changed.push(change(&mut incident, &mut random));
        }
        Near { case: case.name.clone(), changed, incident, snapshot: snapshot(&assess(&POLICY, incident)) }
    };
    (0..TRIED).map(draw).collect()
}

/// Changes one answer, or the nation.
fn change(incident: &mut Incident, random: &mut Random) -> String {
    let place = random.below(POLICY.questions.len() as u64 + 1) as usize;
    let Some((question, entry)) = POLICY.questions().nth(place) else {
        incident.nation = Nation::ALL[random.below(4) as usize];
        return incident.nation.id().to_owned();
    };
    let answer = Answer::ALL.get(random.below(4) as usize).copied();
    *incident = answer.map_or(incident.without(question), |answer| incident.with(question, answer));
    format!("{} {}", entry.id, answer.map_or("unanswered", Word::id))
}

/// The places of those incidents that tell a policy from the one that the crate carries.
pub fn telling(files: &[File], near: &[Near]) -> BTreeSet<usize> {
    let policy: Policy = compile(files).expect("a survivor compiles");
    let tells = |near: &&Near| snapshot(&assess(&policy, near.incident)) != near.snapshot;
    let told = near.iter().enumerate().filter(|(_, near)| tells(near));
    told.take(ENOUGH).map(|(place, _)| place).collect()
}

/// Few incidents that tell as many of the survivors as can be told, each with the survivors that it adds.
pub fn cover(mut left: Vec<(String, BTreeSet<usize>)>, near: &[Near]) -> Vec<(&Near, Vec<String>)> {
    let mut chosen = Vec::new();
    let told_by =
        |place: usize, left: &[(String, BTreeSet<usize>)]| left.iter().filter(|(_, by)| by.contains(&place)).count();
    while let Some(best) =
        (0..near.len()).max_by_key(|place| told_by(*place, &left)).filter(|best| told_by(*best, &left) > 0)
    {
        let (told, rest): (Vec<_>, Vec<_>) = left.into_iter().partition(|(_, by)| by.contains(&best));
        chosen.push((&near[best], told.into_iter().map(|(id, _)| id).collect()));
        left = rest;
    }
    chosen
}
