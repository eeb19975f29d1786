//! Survivors are equivalent: proved over every partial answer set, in every nation.
//!
//! What is said is said at the same answers; bounds, possible values and open questions are the same. The reasons given
//! are compared at incidents drawn at random.

use biodivine_lib_bdd::Bdd;
use sgii_guide::decision::Decision;
use sgii_guide::policy::Policy;
use sgii_guide::policy::compile::{File, compile};
use sgii_guide::proof::advice::{Standing, conditions};
use sgii_guide::proof::{Here, Subject};

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
    let Policy { logic, words } = compile(files).expect("a policy");
    let subject = Subject::new(&logic, &words).sampling(SAMPLE);
    let functions = subject.nations.iter().flat_map(|here| functions(&subject, here)).collect();
    let unstamped = |decision: &Decision| {
        let mut decision = decision.clone();
        decision.policy.rules = "".into();
        decision.policy.sha256 = "".into();
        decision
    };
    let decisions = subject.decisions().iter().map(|(_, decision)| unstamped(decision)).collect();
    Meaning { functions, decisions }
}

fn functions(subject: &Subject<'_>, here: &Here) -> Vec<Bdd> {
    let (known, open) = (subject.known(here), subject.open_in(here));
    let bounds = [&known.at_least, &known.at_most, &known.scope, &known.recording, &known.typology];
    let turns = [&open.response, &open.scope, &open.recording, &open.typology];
    let standing = Standing::partial(subject, here);
    let said = conditions(subject.logic).map(|(_, condition)| standing.shows(condition));
    let all = bounds.into_iter().chain(turns).flatten().cloned().chain(said);
    all.map(|function| function.and(&subject.partial().valid)).collect()
}
