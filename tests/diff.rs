//! What `sgii diff` says of two policies: of each kind of change, made to a small policy in memory, and against trying
//! every complete answer set.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test may")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use sgii_guide::compare::{Diff, Example, Move, Shown, Version};
use sgii_guide::policy::Policy;
use sgii_guide::policy::compile::{File, folder};
use sgii_guide::policy::logic::Posed;
use sgii_guide::policy::vocabulary::{Answer, Axis, Nation, Response, Word};
use sgii_guide::{Decision, Incident, assess};

// --- Nothing changed

#[test]
fn identical_policies_have_no_change() {
    let (diff, text) = compared(&small(), &small());
    assert!(diff.same);
    assert_eq!(text, "no change");
}

#[test]
fn a_comment_changes_no_result_and_no_word() {
    let (diff, text) = compared(&small(), &edited(&[("[edition]", "# A comment\n[edition]")]));
    assert!(!diff.same && diff.moves.is_empty() && diff.said.is_empty());
    assert!(text.contains("The rules: unchanged") && text.contains("The words: unchanged"), "{text}");
}

// --- The editions

#[test]
fn what_differs_from_the_edition_before_is_current() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let changes = sgii(root, &["diff", "docs/editions/2026-11", "policy"]);
    let committed = fs::read_to_string(root.join("docs/generated/changes.md")).unwrap();
    let told =
        "docs/generated/changes.md is stale: run the command in docs/editions/README.md and commit what it writes";
    assert!(String::from_utf8(changes.stdout).unwrap() == committed, "{told}");
}

// --- Results

/// A ground that only asks for advice, where it referred.
const WEAKENED: (&str, &str) = ("id = \"adult\"\nthen = \"refer-now\"", "id = \"adult\"\nthen = \"seek-advice\"");

#[test]
fn a_weakened_ground_moves_exactly_the_answer_sets_that_it_alone_decided() {
    let (diff, text) = compared(&small(), &edited(&[WEAKENED]));
    let moved = one_move(&diff, Nation::England, Axis::Response);
    assert_eq!((&*moved.from, &*moved.to), (&["refer-now"][..], &["seek-advice"][..]));
    assert_eq!(answers(&moved.example), [("adult", Answer::Yes)]);
    assert_eq!(moved.example.others, "no");
    assert_eq!(moved.rules.changed, ["adult"]);
    assert!(text.contains("England, Wales and Northern Ireland, response"), "{text}");
    assert!(text.contains("The smallest: yes to “Is an adult involved?”; no to every other question."), "{text}");
    let refer = shown(&diff, "refer", Nation::England);
    assert!(!refer.gained && refer.as_written, "{text}");
    as_by_trying(&small(), &edited(&[WEAKENED]));
}

#[test]
fn a_rule_removed_and_one_added_are_named_at_the_example() {
    let renamed = edited(&[(WEAKENED.0, "id = \"grown-up\"\nthen = \"emergency\"")]);
    let (diff, _) = compared(&small(), &renamed);
    let moved = one_move(&diff, Nation::Wales, Axis::Response);
    assert_eq!((&*moved.rules.lost, &*moved.rules.gained), (&["adult".to_owned()][..], &["grown-up".to_owned()][..]));
    as_by_trying(&small(), &renamed);
}

#[test]
fn a_recording_category_gained_is_told_as_the_values_possible_before_and_now() {
    let repeated = "then = \"repeated\"\nnations = [\"england\", \"wales\"]\nwhen.";
    let (spread, online) = (format!("{repeated}spread"), format!("{repeated}online"));
    let changed = edited(&[(&spread, &online)]);
    let (diff, _) = compared(&small(), &changed);
    let first = diff.moves.iter().find(|found| found.axis == Axis::Recording).expect("a move");
    assert!(first.answer_sets > 0 && first.from != first.to);
    assert!(diff.moves.iter().all(|found| found.axis != Axis::Recording || found.nation != Nation::Scotland));
    as_by_trying(&small(), &changed);
}

#[test]
fn another_order_of_typology_rules_moves_the_typology() {
    let typology = |text: &str| {
        let (adult, online) = (text.find("id = \"adult\"").unwrap(), text.find("id = \"online\"").unwrap());
        let (adult, online) = (text[..adult].rfind("[[").unwrap(), text[..online].rfind("[[").unwrap());
        let after = online + 2 + text[online + 2..].find("[[").unwrap();
        format!("{}{}{}{}", &text[..adult], &text[online..after], &text[adult..online], &text[after..])
    };
    let mut changed = small();
    let file = changed.iter_mut().find(|file| file.name.contains("60-")).expect("a file");
    file.text = typology(&file.text);
    let (diff, _) = compared(&small(), &changed);
    let moved = one_move(&diff, Nation::England, Axis::Typology);
    assert_eq!((&*moved.from, &*moved.to), (&["adult-involved", "intent-to-harm"][..], &["intent-to-harm"][..]));
    as_by_trying(&small(), &changed);
}

// --- Questions

#[test]
fn a_question_only_in_one_is_counted_over_both() {
    let question = "[[question]]\nid = \"young\"\nslot = 6\ngroup = \"all\"\nask = \"Is a child very young?\"\nhint = \"H.\"\n\
                    why = \"W.\"\nunknown = \"U.\"\nasked-when = [{ image = [\"yes\", \"unsure\"] }]\n\n[[question]]\nid = \"adult\"";
    let rule = "[[response]]\nid = \"young\"\nthen = \"emergency\"\nscope = \"any\"\nwhen.young = [\"yes\"]\nsays = \"S.\"\n\
                basis = \"guidance\"\ncite = [\"book@1\"]\n\n[[response]]\nid = \"adult\"";
    let changed = edited(&[("[[question]]\nid = \"adult\"", question), ("[[response]]\nid = \"adult\"", rule)]);
    for (old, new) in [(small(), changed.clone()), (changed, small())] {
        let (diff, text) = compared(&old, &new);
        assert_eq!(diff.only_old.len() + diff.only_new.len(), 1);
        assert!(text.contains("counted over the questions of both together"), "{text}");
        let first = diff.moves.iter().find(|found| found.from == ["seek-advice"] || found.to == ["seek-advice"]);
        let asked: Vec<_> = answers(&first.expect("a move").example);
        assert_eq!(asked, [("image", Answer::Unsure), ("young", Answer::Yes)]);
        as_by_trying(&old, &new);
    }
}

#[test]
fn an_answer_that_one_policy_does_not_ask_for_is_set_aside_there() {
    let gated = edited(&[("asked-when = [{ shared =", "asked-when = [{ image =")]);
    for (old, new) in [(small(), gated.clone()), (gated, small())] {
        let (diff, _) = compared(&old, &new);
        let moved = one_move(&diff, Nation::England, Axis::Response);
        assert!(moved.answer_sets > 0);
        as_by_trying(&old, &new);
    }
}

#[test]
fn a_lost_reading_moves_what_it_was_read_for() {
    let reading = "[[reading]]\nid = \"nobody-has-checked\"\nquestion = \"adult\"\nfrom = [\"no\"]\nto = \"unsure\"\n\
                   when.online = [\"yes\"]\nsays = \"Nobody has checked.\"\n";
    let changed = edited(&[(reading, "")]);
    let (diff, _) = compared(&small(), &changed);
    assert!(!diff.moves.is_empty());
    as_by_trying(&small(), &changed);
}

// --- What is said, and words

#[test]
fn a_lost_step_is_told_with_an_incident_where_it_was_said() {
    let lost = without_step("stop-the-spread");
    let (diff, text) = compared(&small(), &lost);
    assert!(diff.moves.is_empty());
    let shown = shown(&diff, "stop-the-spread", Nation::Scotland);
    assert!(!shown.gained && shown.answer_sets > 0);
    assert!(text.contains("No complete answer set comes to another result."), "{text}");
    as_by_trying(&small(), &lost);
}

#[test]
fn a_changed_condition_is_told_both_ways() {
    let changed = edited(&[("when = [{ outstanding = [\"no\"] }]", "when = [{ online = [\"no\"] }]")]);
    let (diff, _) = compared(&small(), &changed);
    assert!(diff.said.iter().any(|shown| shown.id == "delete" && shown.gained && !shown.as_written));
    as_by_trying(&small(), &changed);
}

#[test]
fn a_condition_that_differs_only_in_silence_is_told_at_a_partial_incident() {
    let changed = edited(&[("when = [{ adult = [\"unsure\", \"unanswered\"]", "when = [{ adult = [\"unsure\"]")]);
    let (diff, _) = compared(&small(), &changed);
    let shown = shown(&diff, "ask-around", Nation::England);
    assert_eq!((shown.gained, shown.answer_sets, shown.example.others), (false, 0, "unanswered"));
    assert_eq!(answers(&shown.example), [("online", Answer::No)]);
}

#[test]
fn a_reworded_sentence_changes_the_words_and_no_result() {
    let (diff, text) = compared(&small(), &edited(&[("text = \"Ask around.\"", "text = \"Ask everyone.\"")]));
    assert_eq!((&diff.old.rules, diff.moves.len(), diff.said.len()), (&diff.new.rules, 0, 0));
    assert_ne!(diff.old.words, diff.new.words);
    assert!(text.contains("The rules: unchanged") && text.contains("The words: changed"), "{text}");
    assert!(text.contains("`git diff docs/generated/review.md`"), "{text}");
}

// --- Where a policy is found

#[test]
fn folders_and_revisions_are_compared_by_the_program() {
    let at = Temporary::new("revisions");
    at.write("policy", &small());
    at.write("weaker", &edited(&[WEAKENED]));
    let same = sgii(&at.0, &["diff", "policy", "policy"]);
    assert!(same.status.success());
    assert_eq!(String::from_utf8_lossy(&same.stdout), "no change\n");
    let json = sgii(&at.0, &["diff", "policy", "weaker", "--format", "json"]);
    let data: serde_json::Value = serde_json::from_slice(&json.stdout).expect("JSON");
    assert_eq!(data["moves"][0]["from"], serde_json::json!(["refer-now"]));
    assert!(data["moves"][0]["answerSets"].is_string());
    // A machine without git has no revisions.
    if at.git(&["init", "-q"]) {
        assert!(at.git(&["add", "policy"]));
        assert!(at.git(&["-c", "user.name=n", "-c", "user.email=e", "commit", "-qm", "m"]));
        let from = sgii(&at.0, &["diff", "HEAD", "weaker"]);
        assert!(String::from_utf8_lossy(&from.stdout).contains("Before: `HEAD`, edition small."), "{from:?}");
    }
}

#[test]
fn what_is_neither_a_folder_nor_a_revision_is_refused_with_what_was_expected() {
    let at = Temporary::new("neither");
    at.write("policy", &small());
    let refused = sgii(&at.0, &["diff", "nowhere", "policy"]);
    assert!(!refused.status.success());
    let complaint = String::from_utf8_lossy(&refused.stderr).into_owned();
    assert!(complaint.starts_with("`nowhere` is neither a folder nor a git revision"), "{complaint}");
    assert!(complaint.contains("expected a folder of policy files"), "{complaint}");
}

// --- By trying every complete answer set

/// Results by axis, and what is said.
type Results = (BTreeMap<&'static str, Vec<String>>, BTreeSet<String>);

/// Lays the counts beside those found by deciding every complete answer set with the code.
#[track_caller]
fn as_by_trying(old: &[File], new: &[File]) {
    let (diff, _) = compared(old, new);
    let (old, new) = (version(old), version(new));
    let (old, new) = (&old.policy, &new.policy);
    let mut ids: Vec<&str> = old.questions.iter().chain(&new.questions).map(|question| &*question.id).collect();
    ids = ids.iter().enumerate().filter(|(place, id)| !ids[..*place].contains(id)).map(|(_, id)| *id).collect();
    let (mut moves, mut said) = (BTreeMap::<_, u128>::new(), BTreeMap::<_, u128>::new());
    for nation in Nation::ALL {
        for code in 0..3_usize.pow(u32::try_from(ids.len()).unwrap()) {
            let answer = |place: usize| Answer::ALL[code / 3_usize.pow(u32::try_from(place).unwrap()) % 3];
            let given: BTreeMap<&str, Answer> =
                ids.iter().enumerate().map(|(place, id)| (*id, answer(place))).collect();
            let [before, now] = [decided(old, *nation, &given), decided(new, *nation, &given)];
            if !(complete(old, new, &before, &given) || complete(new, old, &now, &given)) {
                continue;
            }
            let (before, now) = (results(&before), results(&now));
            for (axis, from) in before.0 {
                let to = now.0[axis].clone();
                if from != to {
                    *moves.entry((nation.id(), axis, from, to)).or_default() += 1;
                }
            }
            before.1.difference(&now.1).for_each(|id| *said.entry((nation.id(), id.clone(), false)).or_default() += 1);
            now.1.difference(&before.1).for_each(|id| *said.entry((nation.id(), id.clone(), true)).or_default() += 1);
        }
    }
    let owned = |values: &[&'static str]| values.iter().map(|value| (*value).to_owned()).collect::<Vec<_>>();
    let found = diff.moves.iter().filter(|found| !found.at_most);
    let found = found.map(|m| ((m.nation.id(), m.axis.id(), owned(&m.from), owned(&m.to)), m.answer_sets));
    assert_eq!(found.collect::<BTreeMap<_, _>>(), moves);
    let found = diff.said.iter().filter(|shown| shown.answer_sets != 0);
    let found = found
        .map(|shown| ((shown.nation.id(), format!("{} {}", shown.kind, shown.id), shown.gained), shown.answer_sets));
    assert_eq!(found.collect::<BTreeMap<_, _>>(), said);
}

/// What the code decides, with an answer to every question that the policy has.
fn decided(policy: &Policy, nation: Nation, given: &BTreeMap<&str, Answer>) -> Decision {
    let told = policy.questions();
    assess(policy, told.fold(Incident::new(nation), |told, (question, entry)| told.with(question, given[&*entry.id])))
}

/// Every question is answered no that does not apply, also of those that only the other policy has.
fn complete(policy: &Policy, other: &Policy, decision: &Decision, given: &BTreeMap<&str, Answer>) -> bool {
    let own = decision.set_aside.iter().all(|set_aside| given[&*set_aside.question] == Answer::No);
    let foreign = other.questions.iter().filter(|question| policy.question(&question.id).is_none());
    let open = |posed: &Posed| {
        let rows = &posed.asked_when;
        let parent = |parent| given[&*other.asked(parent).id] != Answer::No;
        rows.is_empty() || rows.iter().any(|row| row.iter().all(parent))
    };
    own && foreign.into_iter().all(|question| open(&question.logic) || given[&*question.id] == Answer::No)
}

fn results(decision: &Decision) -> Results {
    fn ids<W: Word>(words: impl IntoIterator<Item = W>) -> Vec<String> {
        let mut words: Vec<W> = words.into_iter().collect();
        words.sort_by_key(|word| word.index());
        words.iter().map(|word| word.id().to_owned()).collect()
    }
    let response: Option<Response> = decision.response.at_least;
    let axes = BTreeMap::from([
        ("scope", ids(decision.scope.possible.iter())),
        ("response", ids(response)),
        ("recording", ids(decision.recording.iter().flat_map(|finding| finding.possible.iter()))),
        ("typology", ids(decision.typology.iter().flat_map(|finding| finding.possible.iter()))),
    ]);
    (axes, decision.said().map(|(kind, said)| format!("{kind} {}", said.id)).collect())
}

// --- Policies

fn small() -> Vec<File> {
    folder(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/small")).unwrap()
}

/// The small policy with texts replaced, each wherever it stands; each must stand somewhere.
#[track_caller]
fn edited(edits: &[(&str, &str)]) -> Vec<File> {
    let mut files = small();
    for (from, to) in edits.iter() {
        assert!(files.iter().any(|file| file.text.contains(from)), "nothing says {from}");
        files.iter_mut().for_each(|file| file.text = file.text.replace(from, to));
    }
    files
}

fn without_step(id: &str) -> Vec<File> {
    let mut files = small();
    let file = files.iter_mut().find(|file| file.name.contains("steps")).expect("a file");
    let steps = file.text.split("[[step]]").filter(|step| !step.contains(&format!("id = \"{id}\"")));
    file.text = steps.collect::<Vec<_>>().join("[[step]]");
    files
}

#[track_caller]
fn version(files: &[File]) -> Version {
    Version::new("made up", files).unwrap_or_else(|complaint| panic!("{complaint}"))
}

#[track_caller]
fn compared(old: &[File], new: &[File]) -> (Diff, String) {
    let (old, new) = (version(old), version(new));
    let diff = Diff::of(&old, &new).expect("few questions");
    let text = diff.text(&old, &new);
    (diff, text)
}

#[track_caller]
fn one_move(diff: &Diff, nation: Nation, axis: Axis) -> &Move {
    let found = diff.moves.iter().find(|found| (found.nation, found.axis, found.at_most) == (nation, axis, false));
    found.expect("a move")
}

#[track_caller]
fn shown<'d>(diff: &'d Diff, id: &str, nation: Nation) -> &'d Shown {
    diff.said.iter().find(|shown| shown.id == id && shown.nation == nation).expect("said elsewhere")
}

fn answers(example: &Example) -> Vec<(&str, Answer)> {
    example.answers.iter().map(|given| (&*given.question, given.answer)).collect()
}

// --- The program

fn sgii(at: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_sgii")).current_dir(at).args(arguments).output().expect("the program runs")
}

/// A folder that goes with the test.
struct Temporary(PathBuf);

impl Temporary {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("sgii-diff-{name}-{}", std::process::id()));
        fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    fn write(&self, folder: &str, files: &[File]) {
        let folder = self.0.join(folder);
        fs::create_dir_all(&folder).unwrap();
        files
            .iter()
            .for_each(|file| fs::write(folder.join(file.name.rsplit('/').next().unwrap()), &file.text).unwrap());
    }

    fn git(&self, arguments: &[&str]) -> bool {
        Command::new("git").current_dir(&self.0).args(arguments).status().is_ok_and(|status| status.success())
    }
}

impl Drop for Temporary {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}
