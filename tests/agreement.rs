//! Two evaluators, written apart, come to the same decisions: the crate's tables, and the naive one, which looks at every case.
//!
//! Words, sources and the policy's stamp are left out; everything else is held together, field by field.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test may")]

mod naive;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::path::Path;

use naive::invent::{self, Draft, Random};
use naive::policy::{NATIONS, RESPONSES, SCOPES};
use naive::{Given, Judge, Known, conclude, decide};
use serde_json::{Value as Json, json};
use sgii_guide::Incident;
use sgii_guide::case::{Case, FOLDER};
use sgii_guide::decision::{Decision, Said};
use sgii_guide::edition::POLICY;
use sgii_guide::policy::Policy;
use sgii_guide::policy::compile::{self, File};
use sgii_guide::policy::vocabulary::{Answer, Nation, Word};

#[test]
fn tables_and_the_naive_evaluator_agree_on_every_incident_of_a_small_policy() {
    let both = Both::small();
    let questions = both.naive.questions.len();
    let mut count = Count::default();
    for nation in NATIONS {
        let judge = Judge::new(&both.naive, nation);
        for given in every_incident(questions) {
            let known = judge.known(&given);
            assert_eq!(known.closed, both.naive.closed(&known.kept), "closed: {}", both.shown(nation, &given));
            assert!(is_product(&known), "the worlds are not a product: {}", both.shown(nation, &given));
            count.add(&both, &judge, &given, both.differences(&judge, &given));
        }
    }
    count.check();
}

#[test]
fn tables_and_the_naive_evaluator_agree_on_thousands_of_policies_made_up_at_random() {
    const WANTED: usize = 3_000;
    let mut random = Random(2_026);
    let mut count = Count::default();
    let mut accepted = 0;
    for _ in 0..20 * WANTED {
        let draft = invent::policy(&mut random);
        let Ok(both) = Both::draft(&draft) else { continue };
        accepted += 1;
        for nation in NATIONS {
            let judge = Judge::new(&both.naive, nation);
            for _ in 0..4 {
                let given = random.given(draft.questions);
                let differences = both.differences(&judge, &given);
                count.add_made_up(&draft, &both, &judge, &given, differences);
            }
        }
        if accepted == WANTED {
            break;
        }
    }
    println!("{accepted} policies");
    assert_eq!(accepted, WANTED, "the compiler refuses too many policies for this test to mean much");
    count.check();
}

#[test]
fn tables_and_the_naive_evaluator_agree_on_a_hundred_thousand_incidents_of_the_real_policy() {
    const WANTED: usize = 100_000;
    let both = Both::real();
    let half = |seed: u64| {
        let mut count = Count::default();
        let mut random = Random(seed);
        let judges: Vec<_> = NATIONS.iter().map(|nation| Judge::new(&both.naive, nation)).collect();
        while count.incidents < WANTED / 2 {
            let given = random.nearly_complete(both.naive.questions.len());
            let (free, unsure) = both.naive.left_open(&given);
            if free > 4 || unsure > 4 {
                continue;
            }
            let judge = &judges[count.incidents % judges.len()];
            let in_full = count.incidents.is_multiple_of(IN_FULL);
            let differences =
                if in_full { both.differences(judge, &given) } else { both.conclusions_differ(judge, &given) };
            count.add(&both, judge, &given, differences);
        }
        count
    };
    let counts = std::thread::scope(|scope| {
        let halves = [scope.spawn(|| half(1)), scope.spawn(|| half(2))];
        halves.map(|half| half.join().expect("a count"))
    });
    counts.into_iter().for_each(Count::check);
}

/// One incident of the real policy in this many is looked at in full, with what turns on what.
const IN_FULL: usize = 20;

#[test]
fn tables_and_the_naive_evaluator_agree_on_the_worked_cases() {
    let both = Both::real();
    let mut count = Count::default();
    let mut in_full = 0;
    for (nation, given) in both.cases() {
        let judge = Judge::new(&both.naive, nation);
        let (free, unsure) = both.naive.left_open(&given);
        let differences = if free <= 6 && free + unsure <= 9 {
            in_full += 1;
            both.differences(&judge, &given)
        } else {
            both.the_rest_differs(&judge, &given)
        };
        count.add(&both, &judge, &given, differences);
    }
    println!("{in_full} cases in full, of {}", count.incidents);
    assert!(in_full > 0, "no worked case has few enough open questions");
    count.check();
}

// --- Both evaluators ------------------------------------------------------------------------------------------------

/// A policy, read twice.
struct Both {
    engine: Policy,
    naive: naive::Policy,
}

/// A field, what the crate says there, and what the naive evaluator says.
type Difference = (String, Json, Json);

impl Both {
    fn read(files: &[File]) -> Result<Self, Vec<String>> {
        let engine = compile::compile(files)
            .map_err(|problems| problems.into_iter().map(|problem| problem.complaint).collect::<Vec<_>>())?;
        Ok(Self { engine, naive: naive(files) })
    }

    fn small() -> Self {
        let files = compile::folder(&root().join("tests/small")).expect("a folder");
        Self::read(&files).unwrap_or_else(|complaints| panic!("{complaints:#?}"))
    }

    /// The real policy, by the tables that ship.
    fn real() -> Self {
        Self { engine: POLICY.clone(), naive: naive(&compile::folder(&root().join("policy")).expect("a folder")) }
    }

    fn draft(draft: &Draft) -> Result<Self, Vec<String>> {
        Self::read(&[File { name: "made-up.toml".to_owned(), text: draft.text() }])
    }

    /// What the crate says.
    fn engine_says(&self, nation: &str, given: &Given) -> Json {
        let mut incident = Incident::new(nation.parse::<Nation>().expect("a nation"));
        for (question, answer) in self.naive.questions.iter().zip(given) {
            let place = self.engine.question(&question.id).expect("the same questions");
            if let Some(answer) = answer {
                incident = incident.with(place, answer.word().parse::<Answer>().expect("an answer"));
            }
        }
        told(sgii_guide::assess(&self.engine, incident))
    }

    /// Where the two differ.
    fn differences(&self, judge: &Judge<'_>, given: &Given) -> Vec<Difference> {
        differences(&self.engine_says(judge.nation, given), &decide(judge, given))
    }

    /// Where they differ, but for what turns on what.
    fn conclusions_differ(&self, judge: &Judge<'_>, given: &Given) -> Vec<Difference> {
        differences(&self.engine_concludes(judge.nation, given), &conclude(judge, &judge.known(given)))
    }

    fn engine_concludes(&self, nation: &str, given: &Given) -> Json {
        let mut decision = self.engine_says(nation, given);
        strip(&mut decision, &["openOn", "ask", "next", "wouldChange", "clear", "heldUp"]);
        decision.as_object_mut().expect("an object").remove("decides");
        decision
    }

    /// Where they differ in what rests on the bounds and on what is possible, those taken from the crate. For incidents
    /// with too many cases to look at.
    fn the_rest_differs(&self, judge: &Judge<'_>, given: &Given) -> Vec<Difference> {
        let engine = self.engine_concludes(judge.nation, given);
        let level = |bound: &str| RESPONSES.iter().position(|level| engine["response"][bound] == *level);
        let values = |axis: &str, names: &[&str]| {
            let possible = engine[axis]["possible"].as_array().into_iter().flatten();
            possible.map(|value| names.iter().position(|name| value == name).expect("a value")).collect::<BTreeSet<_>>()
        };
        let applies = self.naive.applies(given);
        let mut known = Known {
            at_least: level("atLeast"),
            at_most: level("atMost"),
            scope: values("scope", SCOPES),
            recording: values("recording", naive::policy::RECORDINGS),
            typology: values("typology", naive::policy::TYPOLOGIES),
            ..Known::of_nothing(applies)
        };
        known.ask_late(&self.naive, given);
        let [mut engine, mut naive] = [engine, conclude(judge, &known)];
        // Who is in it rests on every world.
        let rests_on_worlds =
            |said: &Json| said.as_str().is_some_and(|said| said.starts_with("person") || said.starts_with("line"));
        for said in [&mut engine["said"], &mut naive["said"]] {
            said.as_array_mut().expect("a list").retain(|said| !rests_on_worlds(said));
        }
        differences(&engine, &naive)
    }

    /// The worked cases.
    fn cases(&self) -> Vec<(&'static str, Given)> {
        let cases = Case::folder(&root().join(FOLDER)).expect("worked cases");
        cases.iter().map(|case| (case.nation.id(), self.given(case.incident()))).collect()
    }

    /// The answers of an incident, in the order of the questions.
    fn given(&self, incident: Incident) -> Given {
        let told = |id: &str| incident.answer(self.engine.question(id).expect("the same questions"));
        let answer = |answer: Answer| naive::Answer::ALL.into_iter().find(|naive| naive.word() == answer.id());
        self.naive.questions.iter().map(|question| told(&question.id).and_then(answer)).collect()
    }

    /// The incident as a caller would send it.
    fn shown(&self, nation: &str, given: &Given) -> Json {
        let said = self.naive.questions.iter().zip(given);
        let said = said.filter_map(|(question, answer)| Some((question.id.clone(), answer.as_ref()?.word())));
        json!({ "nation": nation, "answers": said.collect::<BTreeMap<_, _>>() })
    }
}

fn naive(files: &[File]) -> naive::Policy {
    naive::Policy::read(files.iter().map(|file| file.text.as_str()))
}

/// A decision as JSON without its words, sources and stamp, and with a text for each thing said. Most of what is left out
/// goes first: making JSON of it would take longer than deciding.
fn told(mut decision: Decision) -> Json {
    let mut said = said(&decision);
    said.sort_unstable();
    let later = &mut decision.later;
    for list in
        [&mut decision.now, &mut later.today, &mut later.before_closing, &mut later.follow_up, &mut decision.never]
    {
        list.clear();
    }
    (decision.call, decision.people, decision.scope.routes) = (None, Vec::new(), Vec::new());
    let axes =
        [decision.recording.as_mut().map(|it| &mut it.because), decision.typology.as_mut().map(|it| &mut it.because)];
    let reasons =
        [&mut decision.scope.because, &mut decision.response.because].into_iter().chain(axes.into_iter().flatten());
    for reason in reasons.flatten() {
        (reason.answers, reason.sources) = (Vec::new(), Vec::new());
    }
    let mut told = serde_json::to_value(decision).expect("JSON");
    let apart =
        ["policy", "notices", "inMind", "immediate", "answers", "basis", "sources", "now", "people", "later", "never"];
    strip(&mut told, &apart);
    told["said"] = json!(said);
    told
}

/// Everything that is said, each with its kind and part, and who is in it.
fn said(decision: &Decision) -> Vec<String> {
    let list = |what: &str, said: &[Said]| said.iter().map(|said| format!("{what} {}", said.id)).collect::<Vec<_>>();
    let later = &decision.later;
    let mut all = list("step now", &decision.now);
    all.extend(list("step today", &later.today));
    all.extend(list("step before-closing", &later.before_closing));
    all.extend(list("step follow-up", &later.follow_up));
    all.extend(list("never ", &decision.never));
    all.extend(list("route ", &decision.scope.routes));
    if let Some(call) = &decision.call {
        all.extend(list("call report", &call.report));
        all.extend(list("call children", &call.children));
        all.extend(list("call ask", &call.ask));
    }
    for person in &decision.people {
        let who = person.who.id();
        all.push(format!("person {who}{}", if person.maybe { " (maybe)" } else { "" }));
        all.extend(list(&format!("line of {who} say"), &person.say));
        all.extend(list(&format!("line of {who} do"), &person.act));
        all.extend(list(&format!("line of {who} do-not"), &person.do_not));
        all.extend(list(&format!("line of {who} police"), &person.police));
    }
    all
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn every_incident(questions: usize) -> impl Iterator<Item = Given> {
    let questions = u32::try_from(questions).expect("few");
    let answer = |code: usize, place| naive::Answer::ALL.get(code / 4_usize.pow(place) % 4).copied();
    (0..4_usize.pow(questions)).map(move |code| (0..questions).map(|place| answer(code, place)).collect())
}

/// Whether the worlds of all finishings are all the ways to answer each question by itself.
fn is_product(known: &Known) -> bool {
    let answers = |place: usize| known.worlds.iter().map(|world| world[place]).collect::<BTreeSet<_>>().len();
    known.worlds.len() == (0..known.worlds[0].len()).map(answers).product::<usize>()
}

fn strip(value: &mut Json, words: &[&str]) {
    match value {
        Json::Object(fields) => {
            fields.retain(|field, _| !words.contains(&field.as_str()));
            fields.values_mut().for_each(|field| strip(field, words));
        }
        Json::Array(items) => items.iter_mut().for_each(|item| strip(item, words)),
        Json::Null | Json::Bool(_) | Json::Number(_) | Json::String(_) => {}
    }
}

fn differences(engine: &Json, naive: &Json) -> Vec<Difference> {
    match (engine, naive) {
        (Json::Object(left), Json::Object(right)) => {
            let fields: BTreeSet<_> = left.keys().chain(right.keys()).collect();
            let inside = |field: &String| {
                let named = |(path, engine, naive): Difference| (join(field, &path), engine, naive);
                differences(&engine[field], &naive[field]).into_iter().map(named).collect::<Vec<_>>()
            };
            fields.into_iter().flat_map(inside).collect()
        }
        _ if engine == naive => Vec::new(),
        _ => vec![(String::new(), engine.clone(), naive.clone())],
    }
}

fn join(field: &str, path: &str) -> String {
    if path.is_empty() { field.to_owned() } else { format!("{field}.{path}") }
}

// --- Witnesses ------------------------------------------------------------------------------------------------------

/// What has been compared, and the first thing that differed.
#[derive(Default)]
struct Count {
    incidents: usize,
    fields: BTreeMap<String, usize>,
    witness: Option<String>,
}

impl Count {
    fn add(&mut self, both: &Both, judge: &Judge<'_>, given: &Given, differences: Vec<Difference>) {
        if let Some((field, _, _)) = self.tally(&differences) {
            let given = fewest_answers(both, judge, given, &field);
            self.witness = Some(witness(both, judge, &given));
        }
    }

    fn add_made_up(
        &mut self,
        draft: &Draft,
        both: &Both,
        judge: &Judge<'_>,
        given: &Given,
        differences: Vec<Difference>,
    ) {
        if let Some((field, _, _)) = self.tally(&differences) {
            let (draft, nation, given) = smallest(draft.clone(), judge.nation, given.clone(), &field);
            let smaller =
                Both::draft(&draft).unwrap_or_else(|_| panic!("it was accepted: {}", both.shown(nation, &given)));
            let shown = witness(&smaller, &Judge::new(&smaller.naive, nation), &given);
            self.witness = Some(format!("{shown}in this policy:\n\n{}", draft.told()));
        }
    }

    /// Counts, and gives the first difference of all.
    fn tally(&mut self, differences: &[Difference]) -> Option<Difference> {
        self.incidents += 1;
        let first = self.witness.is_none();
        for (field, _, _) in differences {
            *self.fields.entry(field.clone()).or_default() += 1;
        }
        differences.first().filter(|_| first).cloned()
    }

    fn check(self) {
        println!("{} incidents", self.incidents);
        if let Some(witness) = self.witness {
            panic!(
                "in {} incidents the two differ so often: {:#?}\n\nfor example {witness}",
                self.incidents, self.fields
            );
        }
    }
}

fn witness(both: &Both, judge: &Judge<'_>, given: &Given) -> String {
    let mut text = format!("at {}\n", both.shown(judge.nation, given));
    for (field, engine, naive) in both.differences(judge, given) {
        writeln!(text, "{field}\n    the crate: {engine}\n    naive:     {naive}").expect("a text");
    }
    text
}

/// The incident with as few answers as it needs for the two to differ in a field, and with *no* rather than another.
fn fewest_answers(both: &Both, judge: &Judge<'_>, given: &Given, field: &str) -> Given {
    let mut best = given.clone();
    for place in 0..given.len() {
        for answer in [None, Some(naive::Answer::No)] {
            let mut fewer = best.clone();
            fewer[place] = answer;
            let (free, unsure) = both.naive.left_open(&fewer);
            if free + unsure <= 6 && differ_in(both, judge, &fewer, field) {
                best = fewer;
                break;
            }
        }
    }
    best
}

fn differ_in(both: &Both, judge: &Judge<'_>, given: &Given, field: &str) -> bool {
    both.differences(judge, given).iter().any(|(differs, _, _)| differs == field)
}

/// Leaves out of a policy whatever it may lose while the two still differ in a field.
fn smallest(draft: Draft, nation: &'static str, given: Given, field: &str) -> (Draft, &'static str, Given) {
    let mut best = (draft, nation, given);
    loop {
        let smaller = best.0.shorter().into_iter().find_map(|draft| {
            let (nation, given) = first_difference(&Both::draft(&draft).ok()?, field)?;
            Some((draft, nation, given))
        });
        match smaller {
            Some(smaller) => best = smaller,
            None => return best,
        }
    }
}

/// The incident with fewest answers in which the two differ in a field.
fn first_difference(both: &Both, field: &str) -> Option<(&'static str, Given)> {
    let mut incidents: Vec<_> = every_incident(both.naive.questions.len()).collect();
    incidents.sort_by_key(|given| given.iter().flatten().count());
    let judges: Vec<_> = NATIONS.iter().map(|nation| Judge::new(&both.naive, nation)).collect();
    incidents.into_iter().find_map(|given| {
        let judge = judges.iter().find(|judge| differ_in(both, judge, &given, field))?;
        Some((judge.nation, given))
    })
}
