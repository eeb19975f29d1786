//! No nation is told anything in the words of another: not in its questions, not in its guidance, not in any result.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test may")]

use std::collections::BTreeSet;
use std::path::Path;

use serde_json::{Map, Value, json};
use sgii_guide::case::{Case, FOLDER};
use sgii_guide::decision::Decision;
use sgii_guide::edition::POLICY;
use sgii_guide::explain::{fill, in_words};
use sgii_guide::policy::entry::named;
use sgii_guide::policy::register::{Facts, Register};
use sgii_guide::policy::table::Text;
use sgii_guide::policy::vocabulary::{Axis, Basis, Nation, Recording, Word};
use sgii_guide::prose::prose;
use sgii_guide::{Incident, assess, json};

use Nation::{England, NorthernIreland, Scotland, Wales};

/// So many incidents in each nation.
const SAMPLE: u64 = 240;

/// A word, the nations that must not hear it, and why.
type Wrong = (&'static str, &'static [Nation], &'static str);

/// What is true in one nation and not in another, beside the terms of the policy. Citations are left out: a source keeps
/// its name wherever it is cited.
const WRONG: [Wrong; 31] = [
    ("outcome 20", &[Scotland, NorthernIreland], "Home Office outcome codes are those of England and Wales"),
    ("outcome 21", &[Scotland, NorthernIreland], "Home Office outcome codes are those of England and Wales"),
    ("outcome 22", &[Scotland, NorthernIreland], "Home Office outcome codes are those of England and Wales"),
    ("outcome code", &[Scotland, NorthernIreland], "Home Office outcome codes are those of England and Wales"),
    ("person involved", &[Scotland, NorthernIreland], "a label of the NPCC's approach"),
    ("sexual activity involving a child", &[Scotland, NorthernIreland], "a crime of the Home Office counting rules"),
    ("obscene publications", &[Scotland, NorthernIreland], "a crime of the Home Office counting rules"),
    ("Category 1", &[Scotland, NorthernIreland], "a category of the NPCC's approach"),
    ("Category 2", &[Scotland, NorthernIreland], "a category of the NPCC's approach"),
    ("Category 3", &[Scotland, NorthernIreland], "a category of the NPCC's approach"),
    ("NPCC", &[Scotland, NorthernIreland], "the chiefs of police of England and Wales"),
    ("Home Office", &[Scotland, NorthernIreland], "policing is devolved"),
    ("Child Gravity Matrix", &[Scotland, NorthernIreland], "the youth justice of England and Wales"),
    ("crime number", &[Scotland, NorthernIreland], "what police there give is called a reference"),
    ("chief officer", &[Scotland, NorthernIreland], "disclosure there has other law"),
    ("DBS", &[Scotland, NorthernIreland], "Disclosure Scotland and AccessNI do this there"),
    ("experimental", &[Scotland], "guidance there does not use the typology"),
    ("governors", &[Scotland], "schools there have none"),
    ("Scottish", &[England, Wales, NorthernIreland], "another nation's law"),
    ("inter-agency referral discussion", &[England, Wales, NorthernIreland], "a procedure of Scotland"),
    ("Education Authority", &[England, Wales, Scotland], "the authority of Northern Ireland"),
    ("DSL", &[Wales, Scotland, NorthernIreland], "a post of England"),
    ("MASH", &[Wales, Scotland, NorthernIreland], "a front door of England"),
    ("children's social care", &[Wales, Scotland, NorthernIreland], "a front door of England"),
    ("LADO", &[Wales, Scotland, NorthernIreland], "a post of England's local authorities"),
    (
        "partnership",
        &[Wales, Scotland, NorthernIreland],
        "the bodies that lead safeguarding have another name in each nation",
    ),
    ("KCSIE", &[Wales, Scotland, NorthernIreland], "guidance of England alone"),
    ("SEND", &[Wales, Scotland, NorthernIreland], "additional needs have another name in each nation"),
    ("social services", &[England, Scotland, NorthernIreland], "a front door of Wales"),
    ("council", &[NorthernIreland], "councils there have no children's services"),
    (
        "local authority",
        &[England, Scotland, NorthernIreland],
        "health and social care trusts do this in Northern Ireland; elsewhere the front door has a name",
    ),
];

// --- What anybody can be shown --------------------------------------------------------------------------------------

#[test]
fn no_guidance_of_a_nation_uses_a_word_of_another() {
    let wrong: Vec<String> = Nation::ALL.iter().flat_map(|nation| wrong_in(*nation, &guidance(*nation))).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn no_result_in_a_nation_uses_a_word_of_another() {
    let wrong: BTreeSet<String> = Nation::ALL.iter().flat_map(|nation| wrong_in(*nation, &results(*nation))).collect();
    assert!(wrong.is_empty(), "{}", Vec::from_iter(wrong).join("\n"));
}

/// What rests on nothing of the nation's own is a judgement, and names all that it borrows from.
#[test]
fn guidance_in_a_nation_names_its_own_sources_and_no_others() {
    let speaks = |source: &str, nation: Nation| named(&POLICY.sources, source).unwrap().logic.nations.contains(nation);
    for nation in Nation::ALL {
        for decision in sample(*nation).map(|incident| assess(&POLICY, incident)) {
            let said = decision.said().map(|(_, said)| (said.basis, &said.sources, &said.id));
            let because = decision.response.because.iter().map(|reason| (reason.basis, &reason.sources, &reason.rule));
            for (basis, sources, id) in said.chain(because) {
                let own = sources.iter().filter(|cited| speaks(&cited.source, *nation)).count();
                assert!(own == sources.len() || own == 0 && basis == Basis::Judgement, "{nation:?}: {id}, {sources:?}");
            }
        }
    }
}

#[test]
fn scotland_and_northern_ireland_have_no_forecast_and_scotland_no_kind_of_incident() {
    for nation in Nation::ALL {
        for decision in sample(*nation).map(|incident| assess(&POLICY, incident)) {
            assert!(has(*nation, Axis::Recording) || decision.recording.is_none());
            assert!(has(*nation, Axis::Typology) || decision.typology.is_none());
        }
    }
    let shown = |axis| Nation::ALL.iter().copied().filter(|nation| has(*nation, axis)).collect::<Vec<_>>();
    assert_eq!(shown(Axis::Recording), [England, Wales]);
    assert_eq!(shown(Axis::Typology), [England, Wales, NorthernIreland]);
}

// --- That this would be seen ----------------------------------------------------------------------------------------

#[test]
fn a_wrong_word_is_found_as_a_word_and_not_inside_another() {
    assert!(says("Close it with Outcome 21.", "outcome 21") && !says("outcome 210", "outcome 21"));
    assert!(says("the MASH", "MASH") && !says("to mash", "MASH"));
    assert!(!wrong_in(Scotland, &BTreeSet::from(["Tell the designated teacher.".to_owned()])).is_empty());
    assert!(!wrong_in(Wales, &BTreeSet::from(["Tell the designated safeguarding lead.".to_owned()])).is_empty());
    assert!(wrong_in(NorthernIreland, &BTreeSet::from(["A social worker may know.".to_owned()])).is_empty());
    assert!(!wrong_in(NorthernIreland, &BTreeSet::from(["Ask social work.".to_owned()])).is_empty());
}

#[test]
fn every_nation_hears_its_own_words() {
    for nation in Nation::ALL {
        let heard: String = guidance(*nation).into_iter().collect();
        for term in &POLICY.wording.terms {
            let own = &term.words.by_nation[usize::from(nation.index())];
            assert!(heard.contains(&**own), "{}: {own}", nation.id());
        }
        let unfilled = heard.split('{').skip(1).find(|rest| !rest.starts_with(|place: char| place.is_ascii_digit()));
        assert_eq!(unfilled, None, "{}: a term is not filled", nation.id());
    }
}

// --- Wrong words ----------------------------------------------------------------------------------------------------

fn wrong_in(nation: Nation, texts: &BTreeSet<String>) -> Vec<String> {
    let mut wrong = Vec::new();
    for (word, why) in wrong_words(nation) {
        let found = texts.iter().filter(|text| says(text, &word));
        wrong.extend(found.map(|text| format!("{} is told “{word}” ({why}): {text}", nation.id())));
    }
    wrong
}

/// The words of the list, and of each term what only other nations say.
fn wrong_words(nation: Nation) -> Vec<(String, String)> {
    let listed = WRONG.iter().filter(|(_, nations, _)| nations.contains(&nation));
    let listed = listed.map(|(word, _, why)| ((*word).to_owned(), (*why).to_owned()));
    let terms = POLICY.wording.terms.iter().map(|term| &term.words);
    listed.chain(terms.flat_map(|term| words_of_others(nation, &term.neutral, &term.by_nation))).collect()
}

/// What another nation says here, unless it is plain English: the neutral word, or part of this nation's own.
fn words_of_others(nation: Nation, neutral: &str, by_nation: &[Text]) -> Vec<(String, String)> {
    let own = &by_nation[usize::from(nation.index())];
    let others = Nation::ALL.iter().zip(by_nation).filter(|(_, word)| !says(own, word) && !says(neutral, word));
    others.map(|(other, word)| (word.to_string(), format!("the word in {}", other.id()))).collect()
}

/// Whether a text has a word or phrase. One in capitals is an abbreviation, and only capitals are that.
fn says(text: &str, word: &str) -> bool {
    if word.chars().all(|letter| letter.is_ascii_uppercase()) {
        has_whole(text, word)
    } else {
        has_whole(&text.to_lowercase(), &word.to_lowercase())
    }
}

fn has_whole(text: &str, word: &str) -> bool {
    text.match_indices(word).any(|(start, _)| {
        let before = text[..start].chars().next_back();
        let after = text[start + word.len()..].chars().next();
        ![before, after].into_iter().flatten().any(char::is_alphanumeric)
    })
}

// --- What a nation is shown -----------------------------------------------------------------------------------------

/// Everything that anyone there can be shown, whatever is answered, but for citations and what each nation is called.
fn guidance(nation: Nation) -> BTreeSet<String> {
    let shown = POLICY.shown().into_iter().filter(|facts| facts.nations.contains(nation) && is_for(nation, facts));
    let texts = shown.flat_map(|facts| facts.texts().collect::<Vec<_>>());
    texts.map(|text| fill(&POLICY.wording, Some(nation), text).to_string()).collect()
}

/// What is said of an axis is for where there is one.
fn is_for(nation: Nation, facts: &Facts<'_>) -> bool {
    let of_recording = [
        "forecast",
        "recorded-as-crime",
        "police-record",
        "forces-vary",
        "summary-does-not-decide",
        "any-category",
        "where-this-comes-from",
        "axes-differ",
    ];
    match facts.kind {
        "source" | "nation" | "term" => false,
        "value/recording" | "unpublished" => has(nation, Axis::Recording),
        "value/typology" => has(nation, Axis::Typology),
        "notice" if of_recording.contains(&facts.id) => has(nation, Axis::Recording),
        "notice" if facts.id == "typology-where" => has(nation, Axis::Typology),
        _ => true,
    }
}

fn has(nation: Nation, axis: Axis) -> bool {
    POLICY.rules[axis].iter().any(|rule| rule.logic.nations.contains(nation))
}

/// Every text of many results, as JSON carries them and as the command line prints them.
fn results(nation: Nation) -> BTreeSet<String> {
    let mut texts = BTreeSet::new();
    for incident in sample(nation) {
        let decision = in_words(&POLICY, nation, assess(&POLICY, incident));
        collect(&json!(decision), &mut texts);
        texts.extend(printed(nation, &decision));
    }
    texts
}

/// What the command line prints, without the citations at the ends of its lines.
fn printed(nation: Nation, decision: &Decision) -> Vec<String> {
    let without_citation = |line: &str| line.split(" [").next().unwrap().to_owned();
    prose(&POLICY, nation, decision).lines().map(without_citation).collect()
}

/// The texts in words: not identifiers, and not the names of sources.
fn collect(value: &Value, texts: &mut BTreeSet<String>) {
    match value {
        Value::Object(fields) => fields
            .iter()
            .filter(|(name, _)| !["sources", "calls", "to"].contains(&name.as_str()))
            .for_each(|(_, value)| collect(value, texts)),
        Value::Array(items) => items.iter().for_each(|item| collect(item, texts)),
        Value::String(text) => {
            texts.insert(text.clone());
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

// --- A sample -------------------------------------------------------------------------------------------------------

/// The worked cases of a nation, and incidents with every kind of answer in every place, the same ones each time. Some
/// leave much open, some are plain cases in which little went wrong.
fn sample(nation: Nation) -> impl Iterator<Item = Incident> {
    let cases = Case::folder(&Path::new(env!("CARGO_MANIFEST_DIR")).join(FOLDER)).expect("worked cases");
    let worked = cases.into_iter().filter(move |case| case.nation == nation).map(|case| case.incident());
    worked.chain(made_up(nation))
}

fn made_up(nation: Nation) -> impl Iterator<Item = Incident> {
    (1..=SAMPLE).map(move |seed| {
        let mut dice = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15);
        let mut answers = Map::new();
        for question in &POLICY.questions {
            dice ^= dice << 13;
            dice ^= dice >> 7;
            dice ^= dice << 17;
            let answer = if seed % 4 == 0 { plain(&question.id, dice % 60) } else { any(dice % (3 + seed % 4 * 2)) };
            answers.extend(answer.map(|answer| (question.id.to_string(), json!(answer))));
        }
        json::incident(&POLICY, &json!({ "nation": nation.id(), "answers": answers }).to_string()).unwrap()
    })
}

fn any(roll: u64) -> Option<&'static str> {
    ["no", "no", "unsure", "yes"].get(roll as usize).copied()
}

fn plain(question: &str, roll: u64) -> Option<&'static str> {
    Some(match roll {
        _ if question == "child-imagery" => "yes",
        0 => "yes",
        1 => "unsure",
        _ => "no",
    })
}

#[test]
fn the_sample_reaches_every_recording_category_and_all_advice() {
    let decisions: Vec<Decision> =
        Nation::ALL.iter().flat_map(|nation| sample(*nation)).map(|incident| assess(&POLICY, incident)).collect();
    let said: BTreeSet<String> =
        decisions.iter().flat_map(|decision| decision.said().map(|(_, said)| said.id.to_string())).collect();
    let missed: Vec<_> = POLICY.conditions().map(|(_, id, _)| id).filter(|id| !said.contains(&***id)).collect();
    assert!(missed.is_empty(), "{missed:?}");
    for category in Recording::ALL {
        assert!(
            decisions
                .iter()
                .filter_map(|decision| decision.recording.as_ref())
                .any(|recording| recording.possible.contains(*category))
        );
    }
}
