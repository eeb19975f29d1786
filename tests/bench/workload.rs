//! What everything is timed on: incidents for whole decisions, and complete yes-or-no cases for the response alone.

use serde_json::{Map, Value as Json, json};
use sgii_guide::Incident;
use sgii_guide::assess::bounds;
use sgii_guide::code::Packed;
use sgii_guide::edition::POLICY;
use sgii_guide::json::Told;
use sgii_guide::policy::cube::{Cube, Questions};
use sgii_guide::policy::entry::Entry;
use sgii_guide::policy::logic::Row;
use sgii_guide::policy::vocabulary::{Answer, Nation, Word};
use sgii_guide::proof::random::Random;
use sgii_guide::proof::sample;

use crate::support;

const DRAWN: usize = 200;
const WORLDS: usize = 2_000;

/// The worked cases, and as many again and more drawn at random.
pub fn incidents() -> Vec<Incident> {
    let worked = support::cases().into_iter().map(|case| case.incident());
    worked.chain(sample::incidents(&POLICY).take(DRAWN)).collect()
}

/// All of it, as what runs in Node reads it.
pub fn json() -> Json {
    let incidents: Vec<Json> = incidents().into_iter().map(told).collect();
    let worlds: Vec<Json> = worlds().into_iter().map(world).collect();
    json!({ "incidents": incidents, "worlds": worlds, "table": table() })
}

fn told(incident: Incident) -> Json {
    let Packed(packed) = Packed::of(&POLICY, incident);
    json!({ "incident": Told { policy: &POLICY, incident }, "packed": packed })
}

/// Cases in England in which every question that applies is answered yes or no, few of them with many a yes.
pub fn worlds() -> Vec<Incident> {
    let mut random = Random::new(0x5AFE);
    (0..WORLDS).map(|place| drawn(&mut random, [200, 60, 20, 4][place % 4])).collect()
}

/// One in so many answers is yes, or one in two to the question of fit.
fn drawn(random: &mut Random, one_in: u64) -> Incident {
    let mut yes = Questions::NONE;
    let mut world = Incident::new(Nation::England);
    for (question, entry) in POLICY.questions() {
        let one_in = if POLICY.fit == Some(question) { 2 } else { one_in };
        let is_yes = random.below(one_in) == 0;
        let rows = &entry.logic.asked_when;
        if rows.is_empty() || rows.iter().any(|parents| parents.is_within(yes)) {
            yes = if is_yes { yes.with(question) } else { yes };
            world = world.with(question, if is_yes { Answer::Yes } else { Answer::No });
        }
    }
    world
}

/// A case, with the response that the guide comes to. A question that does not apply is as good as a no.
fn world(incident: Incident) -> Json {
    let yes = incident.given(Answer::Yes);
    let fact = |(question, entry): (_, &Entry<_, _>)| (entry.id.to_string(), Json::from(yes.contains(question)));
    let facts: Map<String, Json> = POLICY.questions().map(fact).collect();
    let mut world = told(incident);
    world["facts"] = facts.into();
    world["response"] = bounds(&POLICY, incident).at_least.map(|response| response.id()).into();
    world
}

/// The rows of the response that can be met in England by yes and no alone, the most urgent first: from question to
/// the answer that it takes, and what follows.
fn table() -> Vec<Json> {
    let english = |row: &&Row| row.nations.contains(Nation::England);
    let mut rows: Vec<&Row> = POLICY.rows.response.iter().filter(english).collect();
    rows.sort_by_key(|row| std::cmp::Reverse(row.to));
    rows.into_iter().filter_map(two_valued).collect()
}

fn two_valued(row: &Row) -> Option<Json> {
    let cube = row.cube.meet(Cube::CERTAIN);
    if POLICY.questions().any(|(question, _)| cube.at(question).is_empty()) {
        return None;
    }
    let cells = cube.yes.meet(cube.no).complement().iter();
    let when = cells.map(|cell| (POLICY.asked(cell).id.to_string(), Json::from(cube.yes.contains(cell))));
    let when: Map<String, Json> = when.collect();
    Some(json!({ "when": when, "then": row.to.id() }))
}
