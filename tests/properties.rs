//! Every sentence that the policy must satisfy, over the whole space of answers; that each can fail; and that the
//! algebra agrees with brute force.
//!
//! One sentence holds of any tables, as what it speaks of is a union over worlds: that a settled recording or typology never
//! becomes another. Only wrong code breaks it.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test may")]

#[allow(dead_code, unused_imports, reason = "only what tries every case is wanted here")]
mod naive;

use std::collections::{BTreeMap, HashMap};
use std::path::Path;
use std::sync::LazyLock;

use sgii_guide::edition::POLICY;
use sgii_guide::incident::Incident;
use sgii_guide::policy::Policy;
use sgii_guide::policy::compile::{self, File};
use sgii_guide::policy::cube::{Cube, Question, Questions};
use sgii_guide::policy::entry::Entry;
use sgii_guide::policy::logic::{Condition, Row};
use sgii_guide::policy::set::Set;
use sgii_guide::policy::table::List;
use sgii_guide::policy::vocabulary::{Answer, Axis, Nation, Word};
use sgii_guide::proof::counts::counts;
use sgii_guide::proof::properties::{PROPERTIES, Verdict, of_sentence};
use sgii_guide::proof::{Subject, Witness, sample};
use sgii_guide::{Decision, assess};

// --- Each sentence, of the real policy ------------------------------------------------------------------------------

static REAL: LazyLock<Subject<'static>> = LazyLock::new(|| Subject::new(&POLICY));

/// Checks a sentence, in every way in which it is shown.
#[track_caller]
fn holds(sentence: &str) {
    match of_sentence(&REAL, sentence) {
        Some(Verdict::Refuted(witness)) => panic!("{sentence}\n\n{witness}\n"),
        Some(_) => {}
        None => panic!("nothing shows that {sentence}"),
    }
}

macro_rules! sentences {
    ($($name:ident: $sentence:literal;)+) => {
        $(#[test] fn $name() { holds($sentence) })+

        #[test]
        fn every_sentence_has_a_test() {
            let tested = [$($sentence),+];
            let untested = PROPERTIES.iter().find(|property| !tested.contains(&property.sentence));
            assert_eq!(untested.map(|property| property.sentence), None);
        }
    };
}

sentences! {
    inside_scope_every_complete_set_of_answers_has_exactly_one_response:
        "inside scope every complete set of answers has exactly one response";
    for_each_answer_to_child_imagery_a_more_serious_answer_never_lowers_the_response:
        "for each answer to `child-imagery`, a more serious answer never lowers the response";
    not_known_is_never_milder_than_no: "not known is never milder than no";
    not_known_on_a_ground_for_referral_never_allows_school_led:
        "not known on a ground for referral never allows school-led";
    what_is_settled_is_never_taken_back_by_answering_a_further_question:
        "what is settled is never taken back by answering a further question";
    a_settled_recording_or_typology_never_becomes_another: "a settled recording or typology never becomes another";
    bounds_and_possible_values_are_exactly_those_of_the_finishings_and_worlds:
        "bounds and possible values are exactly those of the finishings and worlds";
    every_rule_can_decide: "every rule can decide";
    a_rule_that_finds_nothing_never_stands_beside_a_rule_that_finds_something:
        "a rule that finds nothing never stands beside a rule that finds something";
    every_question_can_matter: "every question can matter";
    danger_and_the_grounds_of_abuse_are_never_hidden_by_scope:
        "danger and the grounds of abuse are never hidden by scope";
    deletion_is_advised_only_as_the_outlines_order_allows:
        "deletion is advised only as the outline's Order allows";
    no_two_of_the_named_pairs_of_contradicting_advice_are_ever_shown_together:
        "no two of the named pairs of contradicting advice are ever shown together";
    everything_in_the_policy_can_be_said: "everything in the policy can be said";
    each_nation_gets_its_own_call_wherever_one_is_due: "each nation gets its own call, wherever one is due";
    wherever_a_child_is_not_safe_alone_exactly_one_of_telling_a_parent_and_asking_who_keeps_them_safe_stands:
        "wherever a child is not safe alone, exactly one of telling a parent and asking who keeps them safe stands";
    wherever_the_concern_may_be_about_a_member_of_staff_nothing_says_to_tell_only_those_who_must_act_at_school:
        "wherever the concern may be about a member of staff, nothing says to tell only those who must act at school";
    removal_is_never_offered_for_a_child_whom_nobody_knows_and_never_without_the_call:
        "removal is never offered for a child whom nobody knows, and never without the call";
    a_person_who_cannot_be_in_it_by_the_answers_is_not_there_and_one_who_may_be_is:
        "a person who cannot be in it by the answers is not there, and one who may be is";
    nothing_ever_tells_anyone_to_view_imagery: "nothing ever tells anyone to view imagery";
    no_recording_axis_outside_england_and_wales: "no recording axis outside England and Wales";
    person_involved_and_outcomes_20_21_22_appear_only_with_category_2:
        "\"person involved\" and outcomes 20, 21, 22 appear only with category 2";
    every_conclusion_has_a_source: "every conclusion has a source";
    every_step_has_a_source_and_a_time: "every step has a source and a time";
    tables_and_the_rules_as_written_agree: "tables and the rules as written agree";
}

// --- What code makes of the tables, at incidents --------------------------------------------------------------------
//
// That the explanation names only answers given is in `tests/reasons.rs`; `tests/agreement.rs` lays everything beside a
// second evaluator.

#[test]
fn the_decision_set_aside_answers_apart_depends_only_on_answers_that_apply() {
    let mut changed = 0;
    for told in sample::incidents(&POLICY).take(2_000) {
        let decision = assess(&POLICY, told);
        let without = counting(&POLICY, told, &decision);
        changed += usize::from(without != told);
        assert_eq!(Decision { set_aside: Vec::new(), ..decision }, assess(&POLICY, without), "{told:?}");
    }
    assert!(changed > 0, "no incident in which an answer is set aside");
}

/// The answers that are not set aside.
fn counting(policy: &Policy, told: Incident, decision: &Decision) -> Incident {
    let aside = decision.set_aside.iter().filter_map(|given| policy.question(&given.question));
    told.without(aside.collect::<Questions>())
}

/// At every incident of a small policy: among the answer sets that it may come to, two differ in the question alone and are
/// decided differently.
#[test]
fn no_question_is_asked_that_cannot_change_anything_still_open() {
    let policy = compile::compile(&files("tests/small")).expect("a policy");
    for nation in Nation::ALL {
        let ends = Ends::new(&policy, *nation);
        for told in every_incident(*nation, policy.questions.len()) {
            let decision = assess(&policy, told);
            let counting = counting(&policy, told, &decision);
            for id in &decision.ask {
                let question = policy.question(id).expect("a question");
                assert!(ends.differ(counting, question), "`{id}` is asked, and nothing turns on it: {told:?}");
            }
        }
    }
}

/// The decision at every answer set that answers all questions.
struct Ends(Vec<(Incident, Decision)>);

impl Ends {
    fn new(policy: &Policy, nation: Nation) -> Self {
        let decided = |told| (told, Decision { set_aside: Vec::new(), ..assess(policy, told) });
        Self(every_answer_set(nation, policy.questions.len()).map(decided).collect())
    }

    /// Whether two that an incident may come to differ in a question alone, and are decided differently.
    fn differ(&self, told: Incident, question: Question) -> bool {
        let mut alike: HashMap<[Questions; 3], &Decision> = HashMap::new();
        let mut possible = self.0.iter().filter(|(end, _)| may_come_to(told, *end));
        possible.any(|(end, decision)| {
            let others = end.without(question);
            let others = [Answer::No, Answer::Unsure, Answer::Yes].map(|answer| others.given(answer));
            *alike.entry(others).or_insert(decision) != decision
        })
    }
}

/// Whether an incident may come to an answer set: by answers to what is left, and as what is not known turns out.
fn may_come_to(told: Incident, end: Incident) -> bool {
    told.told().all(|(question, answer)| answer == Answer::Unsure || end.answer(question) == Some(answer))
}

/// Those that answer every question.
fn every_answer_set(nation: Nation, questions: usize) -> impl Iterator<Item = Incident> {
    every_incident(nation, questions).filter(move |told| told.told().count() == questions)
}

fn every_incident(nation: Nation, questions: usize) -> impl Iterator<Item = Incident> {
    let answer = |code: usize, place: usize| Answer::ALL.get(code >> (2 * place) & 3).copied();
    (0..1_usize << (2 * questions)).map(move |code| {
        (0..questions).fold(Incident::new(nation), |told, place| {
            answer(code, place).map_or(told, |answer| told.with(Question::at(place), answer))
        })
    })
}

// --- Each can fail --------------------------------------------------------------------------------------------------

/// Breaks the policy in memory and sees the sentence fail; gives the witness.
#[track_caller]
fn broken(sentence: &str, break_it: impl FnOnce(&mut Policy)) -> Witness {
    let mut policy = POLICY.clone();
    break_it(&mut policy);
    match of_sentence(&Subject::new(&policy), sentence) {
        Some(Verdict::Refuted(witness)) => *witness,
        other => panic!("{sentence}: {other:?}, expected it to fail"),
    }
}

/// The entry with an identifier, to be changed.
fn entry<'a, L: Clone, W: Clone>(entries: &'a mut List<Entry<L, W>>, id: &str) -> &'a mut Entry<L, W> {
    entries.items_mut().iter_mut().find(|entry| &*entry.id == id).expect("an entry")
}

fn remove<L: Clone, W: Clone>(entries: &mut List<Entry<L, W>>, id: &str) {
    *entries = entries.iter().filter(|entry| &*entry.id != id).cloned().collect();
}

/// Makes a rule of the response accept other answers to a question.
fn accept(policy: &mut Policy, rule: &str, question: &str, answers: &[Answer]) {
    let question = policy.question(question).expect("a question");
    let cube = &mut entry(&mut policy.rules.response, rule).logic.cube;
    *cube = cube.with(question, answers.iter().copied().collect());
}

#[test]
fn a_missing_rule_leaves_an_answer_set_without_a_response() {
    let witness = broken("inside scope every complete set of answers has exactly one response", |policy| {
        remove(&mut policy.rules.response, "vulnerable");
    });
    let expected = [("child-imagery".to_owned(), Answer::Yes), ("vulnerable".to_owned(), Answer::Unsure)];
    assert_eq!(witness.answers, expected, "{witness}");
}

#[test]
fn a_rule_that_falls_lowers_the_response() {
    broken("for each answer to `child-imagery`, a more serious answer never lowers the response", |policy| {
        accept(policy, "coerced", "coerced", &[Answer::Unsure]);
    });
}

#[test]
fn an_unknown_that_is_milder_than_no_is_found() {
    broken("not known is never milder than no", |policy| {
        accept(policy, "scotland-floor", "vulnerable", &[Answer::No, Answer::Yes]);
    });
}

#[test]
fn an_unknown_ground_that_allows_school_led_is_found() {
    let witness = broken("not known on a ground for referral never allows school-led", |policy| {
        remove(&mut policy.rules.response, "coerced-not-ruled-out");
        accept(policy, "school-led", "coerced", &[Answer::No, Answer::Unsure]);
    });
    let expected = [("child-imagery".to_owned(), Answer::Yes), ("coerced".to_owned(), Answer::Unsure)];
    assert_eq!(witness.answers, expected, "{witness}");
    assert!(witness.results[0].starts_with("school-led"), "{witness}");
}

#[test]
fn danger_that_scope_hides_is_found() {
    for id in ["immediate-danger", "immediate-danger-not-ruled-out", "adult-involved", "coerced-not-ruled-out"] {
        broken("danger and the grounds of abuse are never hidden by scope", |policy| {
            entry(&mut policy.rules.response, id).logic.inside_only = true;
        });
    }
}

#[test]
fn a_rule_that_never_decides_is_found() {
    let witness = broken("every rule can decide", |policy| {
        let danger = policy.question("immediate-danger").unwrap();
        let mut idle = entry(&mut policy.rules.response, "vulnerable").clone();
        idle.id = "idle".into();
        idle.logic.cube = idle.logic.cube.fixed(danger, Answer::Yes);
        policy.rules.response = policy.rules.response.iter().cloned().chain([idle]).collect();
    });
    assert_eq!(witness.results, ["response rule `idle` never decides"]);
}

#[test]
fn a_rule_that_finds_nothing_beside_a_ground_is_found() {
    let witness = broken("a rule that finds nothing never stands beside a rule that finds something", |policy| {
        accept(policy, "school-led", "coerced", &[Answer::No, Answer::Unsure]);
    });
    assert_eq!(witness.results, ["`school-led` beside `coerced-not-ruled-out`"]);
}

#[test]
fn a_question_that_cannot_matter_is_found() {
    let other = POLICY.question("other-setting").unwrap();
    let witness = broken("every question can matter", |policy| {
        let concerns = |when: &Condition| when.rows.iter().any(|row| row.cube.concerns().contains(other));
        policy.steps = policy.steps.iter().filter(|step| !concerns(&step.logic.advice.when)).cloned().collect();
    });
    assert_eq!(witness.results, ["no answer to `other-setting` changes anything"]);
}

#[test]
fn a_row_that_says_something_else_than_its_rule_is_found() {
    let tables: [fn(&mut Policy) -> &mut List<Row>; 5] = [
        |policy| &mut policy.rows.scope,
        |policy| &mut policy.rows.response,
        |policy| &mut policy.response_in_worlds,
        |policy| &mut policy.rows.recording,
        |policy| &mut policy.rows.typology,
    ];
    for table in tables {
        broken("tables and the rules as written agree", |policy| {
            let cube = &mut table(policy).items_mut()[3].cube;
            *cube = Cube { no: cube.yes, yes: cube.no, ..*cube };
        });
    }
}

#[test]
fn tables_that_do_not_bound_the_finishings_are_found() {
    // The least point is not the least where a rule falls.
    broken("bounds and possible values are exactly those of the finishings and worlds", |policy| {
        accept(policy, "coerced", "coerced", &[Answer::No]);
    });
}

#[test]
fn an_answer_that_leaves_no_scope_is_found() {
    broken("what is settled is never taken back by answering a further question", |policy| {
        remove(&mut policy.rules.scope, "no-image");
    });
}

#[test]
fn deletion_against_the_order_is_found() {
    let broken = |break_it: fn(&mut Policy)| {
        broken("deletion is advised only as the outline's Order allows", break_it);
    };
    fn when<'a>(policy: &'a mut Policy, step: &str) -> &'a mut Condition {
        &mut entry(&mut policy.steps, step).logic.advice.when
    }
    broken(|policy| when(policy, "delete-after-advice").nations = Set::every());
    broken(|policy| when(policy, "delete-after-advice").at_most = None);
    broken(|policy| when(policy, "delete-after-advice").rows = List::default());
    broken(|policy| when(policy, "delete-school-leads").at_most = None);
    broken(|policy| policy.steps.items_mut()[0].words.text = "Stay calm. Then delete it.".into());
}

fn condition<'a>(policy: &'a mut Policy, path: &str) -> &'a mut Condition {
    let (kind, id) = path.split_once('/').expect("a kind and an identifier");
    match kind {
        "step" => &mut entry(&mut policy.steps, id).logic.advice.when,
        "line" => &mut entry(&mut policy.lines, id).logic.advice.when,
        _ => &mut entry(&mut policy.utterances, id).logic.advice.when,
    }
}

#[test]
fn advice_that_contradicts_other_advice_is_found() {
    for path in ["line/parent-opening", "step/decide-after-advice", "line/behaviour-policy", "call/removal-at-a-time"] {
        broken("no two of the named pairs of contradicting advice are ever shown together", |policy| {
            let when = condition(policy, path);
            (when.rows, when.at_most) = (List::default(), None);
        });
    }
}

#[test]
fn what_another_step_at_its_place_hides_is_found() {
    let witness = broken("everything in the policy can be said", |policy| {
        condition(policy, "step/tell-a-parent-tonight").rows = List::default();
    });
    assert_eq!(
        witness.results,
        ["`step/ask-who-keeps-them-safe`, `step/ask-who-may-be-told`, `step/ask-about-home` never said in england"]
    );
}

#[test]
fn a_nation_without_a_call_of_its_own_is_found() {
    broken("each nation gets its own call, wherever one is due", |policy| {
        condition(policy, "step/refer-now").nations = [Nation::England, Nation::Wales].into_iter().collect();
    });
    broken("each nation gets its own call, wherever one is due", |policy| {
        remove(&mut policy.steps, "refer-now-scotland")
    });
}

#[test]
fn a_child_not_safe_alone_of_whom_nobody_is_told_and_nobody_is_asked_is_found() {
    broken(
        "wherever a child is not safe alone, exactly one of telling a parent and asking who keeps them safe stands",
        |policy| remove(&mut policy.steps, "ask-who-keeps-them-safe"),
    );
}

#[test]
fn a_lead_who_is_told_of_themselves_is_found() {
    let sentence =
        "wherever the concern may be about a member of staff, nothing says to tell only those who must act at school";
    broken(sentence, |policy| remove(&mut policy.steps, "tell-the-head-only-wales"));
    broken(sentence, |policy| entry(&mut policy.steps, "write-it-down").logic.advice.place = None);
}

#[test]
fn removal_without_a_call_or_for_a_child_whom_nobody_knows_is_found() {
    let sentence = "removal is never offered for a child whom nobody knows, and never without the call";
    for line in ["line/removal-in-the-call", "line/removal-at-once"] {
        broken(sentence, |policy| condition(policy, line).rows = List::default());
    }
    broken(sentence, |policy| condition(policy, "line/exchange-removal").at_least = None);
}

#[test]
fn a_person_by_other_rows_than_those_written_is_found() {
    let sentence = "a person who cannot be in it by the answers is not there, and one who may be is";
    broken(sentence, |policy| entry(&mut policy.people, "child-in-it").logic.present = List::default());
    broken(sentence, |policy| {
        let presence = &mut entry(&mut policy.people, "child-who-did-it").logic;
        presence.absent = List::default();
        presence.present = vec![Cube::ALL].into();
    });
}

/// Sentences that a search for bare commands, for negations or for harmless phrases would let through.
const HAVE_SOMEONE_LOOK: [&str; 26] = [
    "Look at the image.",
    "If you are not sure, look at the image.",
    "If nobody else can, view the image yourself.",
    "Without delay, open the picture.",
    "Never mind what others say: look at it.",
    "Do not wait, but look at it at once.",
    "No child is harmed if you view it briefly.",
    "Look after the child, then look at the image.",
    "Check on the child and check the picture.",
    "Find out what to do by finding the image.",
    "See that the child is safe, and see the image too.",
    "Nothing prevents the lead from viewing it.",
    "It is not forbidden to watch the video.",
    "The image should be seen by two members of staff.",
    "Have the child show it to you.",
    "Seeing it once is enough.",
    "Someone who has looked at it can say how old the child is.",
    "A glance at it may settle the question.",
    "Ask for the phone to be unlocked.",
    "Scroll through the messages with the child.",
    "Play the clip with the sound off.",
    "The head previews the picture first.",
    "Take a screenshot for the police.",
    "Zoom in until the face is clear.",
    "IT staff display it on a screen that is locked away.",
    "Two people examine the image together.",
];

const NOBODY_LOOKS: &str = "nothing ever tells anyone to view imagery";

#[test]
fn words_that_have_someone_look_are_found() {
    for text in HAVE_SOMEONE_LOOK {
        let witness = broken(NOBODY_LOOKS, |policy| {
            let before = &mut policy.steps.items_mut()[0].words.text;
            *before = format!("{before} {text}").into();
        });
        assert!(format!("{witness:?}").contains("nobody has read"), "{text}");
    }
}

#[test]
fn a_sentence_that_is_listed_and_stands_nowhere_is_found() {
    broken(NOBODY_LOOKS, |policy| {
        policy.wording.looking.items_mut()[0].words.sentences = vec!["Look both ways.".into()].into();
    });
}

/// In every field of every entry that anyone can be shown, but for the register of sources.
#[test]
fn a_text_that_has_someone_look_is_found_wherever_it_stands() {
    let mut looks = Vec::new();
    let witness = broken(NOBODY_LOOKS, |policy| {
        for mut entry in policy.shown_mut().into_iter().filter(|entry| !entry.path.starts_with("source/")) {
            for (name, field) in &mut entry.fields {
                looks.push(format!("Look at {name} of {}.", entry.path));
                field.put(looks.last().cloned().map(Into::into).into_iter().collect());
            }
        }
    });
    let found = |look: &&String| witness.results[0].contains(&format!("nobody has read “{look}”"));
    assert!(looks.len() > 500, "{}", looks.len());
    assert_eq!(looks.iter().find(|look| !found(look)), None);
}

#[test]
fn a_recording_category_in_scotland_is_found() {
    broken("no recording axis outside England and Wales", |policy| {
        let rules = policy.rules.recording.items_mut().iter_mut();
        rules.for_each(|rule| rule.logic.nations = rule.logic.nations.union(Set::only(Nation::Scotland)));
    });
    broken("no recording axis outside England and Wales", |policy| {
        let row = Row { nations: Set::only(Nation::NorthernIreland), ..policy.rows.recording[0] };
        policy.rows.recording = policy.rows.recording.iter().copied().chain([row]).collect();
    });
}

#[test]
fn an_outcome_with_another_category_is_found() {
    let sentence = "\"person involved\" and outcomes 20, 21, 22 appear only with category 2";
    broken(sentence, |policy| {
        let forecast = &mut entry(&mut policy.values.recording, "aggravated").logic;
        forecast.as_mut().expect("a forecast").outcomes = vec!["21".into()].into();
    });
    broken(sentence, |policy| {
        policy.steps.items_mut()[0].words.why = "Each child will be a person involved.".into();
    });
}

#[test]
fn a_rule_or_a_step_without_a_source_is_found() {
    broken("every conclusion has a source", |policy| {
        policy.rules.typology.items_mut().iter_mut().for_each(|rule| rule.cites = List::default());
    });
    broken("every step has a source and a time", |policy| policy.steps.items_mut()[5].cites = List::default());
}

// --- Brute force ----------------------------------------------------------------------------------------------------

#[test]
fn the_algebra_agrees_with_brute_force_on_every_incident_of_a_small_policy() {
    let files = files("tests/small");
    let questions = compile::compile(&files).expect("a policy").questions.len();
    let incidents = (0..4_usize.pow(u32::try_from(questions).unwrap()))
        .map(|code| (0..questions).map(|place| naive::Answer::ALL.get(code >> (2 * place) & 3).copied()).collect());
    compare(&files, &incidents.collect::<Vec<_>>());
}

#[test]
fn the_algebra_agrees_with_brute_force_on_policies_made_up_at_random() {
    let mut random = naive::invent::Random(7);
    let mut compared = 0;
    while compared < 150 {
        let text = naive::invent::policy(&mut random).text();
        let files = [File { name: "made-up.toml".to_owned(), text }];
        let Ok(policy) = compile::compile(&files) else { continue };
        let questions = policy.questions.len();
        let incidents: Vec<_> = (0..12).map(|_| random.given(questions)).collect();
        compare(&files, &incidents);
        compared += 1;
    }
}

/// Lays the exact counts of results beside those found by deciding every complete answer set.
#[test]
fn results_are_counted_as_by_trying_every_complete_answer_set() {
    let policy = compile::compile(&files("tests/small")).expect("a policy");
    for counts in counts(&Subject::new(&policy)) {
        let (mut values, mut several, mut none) = (BTreeMap::<&str, u128>::new(), 0, 0);
        for told in every_answer_set(counts.nation, policy.questions.len()) {
            let decision = assess(&policy, told);
            if decision.set_aside.iter().any(|given| given.answer != Answer::No) {
                continue;
            }
            let possible = possible(&decision, counts.axis);
            possible.iter().for_each(|id| *values.entry(id).or_default() += 1);
            several += u128::from(possible.len() > 1);
            none += u128::from(possible.is_empty());
        }
        let counted: BTreeMap<_, _> = counts.values.iter().copied().filter(|(_, many)| *many != 0).collect();
        assert_eq!(
            (counted, counts.several, counts.none),
            (values, several, none),
            "{:?}, {:?}",
            counts.nation,
            counts.axis
        );
    }
}

/// The values that a decision leaves possible on an axis.
fn possible(decision: &Decision, axis: Axis) -> Vec<&'static str> {
    fn ids<W: Word>(words: impl IntoIterator<Item = W>) -> Vec<&'static str> {
        words.into_iter().map(|word| word.id()).collect()
    }
    match axis {
        Axis::Scope => ids(decision.scope.possible.iter()),
        Axis::Response => ids(decision.response.at_least),
        Axis::Recording => ids(decision.recording.iter().flat_map(|finding| finding.possible.iter())),
        Axis::Typology => ids(decision.typology.iter().flat_map(|finding| finding.possible.iter())),
    }
}

/// Lays what is known by diagrams beside what is known by trying every finishing and world.
#[track_caller]
fn compare(files: &[File], incidents: &[naive::Given]) {
    let policy = compile::compile(files).expect("a policy");
    let naive = naive::Policy::read(files.iter().map(|file| file.text.as_str()));
    let subject = Subject::new(&policy);
    for here in &subject.nations {
        let judge = naive::Judge::new(&naive, here.nation.id());
        let exact = subject.known(here);
        for given in incidents {
            let told = given.iter().enumerate().fold(Incident::new(here.nation), |told, (place, answer)| {
                let answer = answer.and_then(|answer| answer.word().parse::<Answer>().ok());
                answer.map_or(told, |answer| told.with(Question::at(place), answer))
            });
            let at = subject.space.valuation(&told);
            let holding = |of: &[biodivine_lib_bdd::Bdd]| {
                (0..of.len()).filter(|place| of[*place].eval_in(&at)).collect::<std::collections::BTreeSet<_>>()
            };
            let level = |of| holding(of).last().copied();
            let known = judge.known(given);
            let expected = (known.at_least, known.at_most, known.scope, known.recording, known.typology);
            let found = (
                level(&exact.at_least),
                level(&exact.at_most),
                holding(&exact.scope),
                holding(&exact.recording),
                holding(&exact.typology),
            );
            assert_eq!(found, expected, "{told:?}\n{}", files[0].text);
        }
    }
}

fn files(folder: &str) -> Vec<File> {
    compile::folder(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)).expect("a folder")
}
