//! Survivors are equivalent: proved over every partial answer set, in every nation.
//!
//! What is said is said at the same answers; bounds, possible values and the results of every finishing and world, on which
//! open questions rest, are the same. Whole decisions are compared at incidents drawn at random.

use biodivine_lib_bdd::Bdd;
use sgii_guide::decision::Decision;
use sgii_guide::policy::Policy;
use sgii_guide::policy::compile::{File, compile};
use sgii_guide::proof::algebra::GIVEN;
use sgii_guide::proof::spoken::All;
use sgii_guide::proof::{Here, Subject, sample};
use sgii_guide::{Incident, assess};

/// A policy, with everything it comes to.
struct Meaning {
    /// In each nation, functions of the answers given.
    functions: Vec<Bdd>,
    decisions: Vec<Decision>,
}

/// How many incidents are drawn to compare decisions at.
const SAMPLE: usize = 400;

/// The first of several policies that does not come to the same as the one given.
pub fn first_that_differs(policy: &[File], others: impl Iterator<Item = (String, Vec<File>)>) -> Option<String> {
    let real = meaning(policy);
    let differs = |files: &[File]| {
        let other = meaning(files);
        other.functions != real.functions || other.decisions != real.decisions
    };
    let mut others = others;
    others.find(|(_, files)| differs(files)).map(|(id, _)| id)
}

fn meaning(files: &[File]) -> Meaning {
    let policy = compile(files).expect("a policy");
    let subject = Subject::new(&policy);
    let functions = subject.nations.iter().flat_map(|here| functions(&subject, here)).collect();
    let decisions = sample::incidents(&policy).take(SAMPLE).map(|incident| unstamped(&policy, incident)).collect();
    Meaning { functions, decisions }
}

/// A decision without the stamp of its policy.
fn unstamped(policy: &Policy, incident: Incident) -> Decision {
    let mut decision = assess(policy, incident);
    decision.policy.rules = "".into();
    decision.policy.sha256 = "".into();
    decision
}

fn functions(subject: &Subject<'_>, here: &Here) -> Vec<Bdd> {
    let known = subject.known(here);
    let bounds = [&known.at_least, &known.at_most, &known.scope, &known.recording, &known.typology];
    let all = All::partial(subject, here);
    let said = all.said.iter().map(|said| said.at.clone());
    let people = all.people.iter().flat_map(|there| [there.there.clone(), there.certain.clone()]);
    let of_answers = bounds.into_iter().flatten().cloned().chain(said).chain(people);
    let of_answers = of_answers.map(|function| function.and(&subject.partial().valid));
    of_answers.chain(results(subject, here)).collect()
}

/// What every finishing and every world comes to, and which there are.
fn results(subject: &Subject<'_>, here: &Here) -> Vec<Bdd> {
    let (partial, meaning) = (subject.partial(), &here.meaning);
    let finishings = subject.space.exists(&partial.finishings, GIVEN);
    let worlds = subject.space.exists(&partial.worlds, GIVEN);
    let in_finishings = meaning.on.response.iter().map(|level| level.and(&finishings));
    let on = &meaning.on;
    let in_worlds = [&meaning.response_in_world, &on.scope, &on.recording, &on.typology];
    let in_worlds = in_worlds.into_iter().flatten().map(|value| value.and(&worlds));
    let relations = [partial.finishings.clone(), partial.worlds.clone()];
    in_finishings.chain(in_worlds).chain(relations).collect()
}
