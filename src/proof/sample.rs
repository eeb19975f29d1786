//! Incidents drawn at random, the same on every run.

use super::random::Random;
use crate::incident::Incident;
use crate::policy::Policy;
use crate::policy::vocabulary::{Answer, Nation, Word};

/// The weights by which a question is left unanswered, or answered no, unsure and yes. Even chances nearly always end
/// in an emergency, so most incidents are drawn to have few serious answers.
const MIXTURES: &[[u64; 4]] =
    &[[1, 1, 1, 1], [6, 12, 1, 1], [0, 30, 1, 1], [12, 6, 1, 1], [2, 40, 1, 0], [10, 40, 0, 1], [1, 1, 0, 0]];

/// A stream of incidents: nations and mixtures in turn, answers drawn at random.
pub fn incidents(policy: &Policy) -> impl Iterator<Item = Incident> {
    let mut random = Random::new(0x5AFE);
    let mixtures = MIXTURES.iter().flat_map(|mixture| Nation::ALL.iter().map(move |nation| (mixture, *nation)));
    mixtures.cycle().map(move |(mixture, nation)| {
        let told = policy.questions().fold(Incident::new(nation), |told, (question, _)| {
            answer(&mut random, mixture).map_or(told, |answer| told.with(question, answer))
        });
        // Half of them fit the guide for certain.
        if random.below(2) == 0 { told.with(policy.fit, Answer::Yes) } else { told }
    })
}

fn answer(random: &mut Random, mixture: &[u64; 4]) -> Option<Answer> {
    let drawn = random.below(mixture.iter().sum());
    let mut reached = 0;
    let place = mixture.iter().position(|part| {
        reached += part;
        drawn < reached
    });
    place?.checked_sub(1).and_then(|place| Answer::ALL.get(place)).copied()
}
