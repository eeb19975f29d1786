//! What the compiler makes of a policy: what the edition says of itself, and rows that are as few and as wide as can be.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test may")]

use std::path::Path;

use sgii_guide::edition::POLICY;
use sgii_guide::policy::Policy;
use sgii_guide::policy::compile::{File, compile, folder};
use sgii_guide::policy::cube::{Cube, Question, Questions};
use sgii_guide::policy::logic::Row;
use sgii_guide::policy::set::Set;
use sgii_guide::policy::vocabulary::{Answer, Nation, Status, Word};

fn files() -> Vec<File> {
    folder(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/small")).unwrap()
}

/// The small policy with a text in one of its files replaced.
fn with(old: &str, new: &str) -> Policy {
    let mut files = files();
    let file = files.iter_mut().find(|file| file.text.contains(old)).unwrap();
    file.text = file.text.replacen(old, new, 1);
    compile(&files).unwrap()
}

// --- The edition ----------------------------------------------------------------------------------------------------

#[test]
fn the_edition_that_the_crate_carries_is_the_one_in_the_folder() {
    let policy = folder(&Path::new(env!("CARGO_MANIFEST_DIR")).join("policy")).unwrap();
    let folder = compile(&policy).unwrap().edition.sha256;
    assert_eq!(*POLICY.edition.sha256, *folder);
}

#[test]
fn an_edition_says_what_its_file_says() {
    let edition = with("status = \"draft\"", "status = \"signed-off\"").edition;
    assert_eq!((&*edition.id, edition.status), ("small", Status::SignedOff));
    assert_eq!((&*edition.checked, &*edition.review_by), ("2026-11-21", "2027-09-01"));
}

#[test]
fn questions_stand_in_the_groups_of_the_policy() {
    let policy = compile(&files()).unwrap();
    assert_eq!(policy.groups.iter().map(|group| &*group.id).collect::<Vec<_>>(), ["all"]);
    assert!(policy.questions.iter().all(|question| question.logic.group == 0));
}

#[test]
fn an_edition_has_one_hash_of_its_rules_and_one_of_its_files() {
    let hashes = |policy: &Policy| [policy.edition.rules.clone(), policy.edition.sha256.clone()];
    let before = hashes(&compile(&files()).unwrap());
    assert!(before.iter().all(|hash| hash.len() == 64 && hash.chars().all(|digit| digit.is_ascii_hexdigit())));
    let reworded = hashes(&with("text = \"Call 999.\"", "text = \"Ring 999.\""));
    assert!(reworded[0] == before[0] && reworded[1] != before[1], "words are no rules");
    let ruled = hashes(&with("at-least = [\"emergency\"]", "at-least = [\"refer-now\", \"emergency\"]"));
    assert!(ruled[0] != before[0] && ruled[1] != before[1]);
}

#[test]
fn signing_an_edition_off_and_moving_its_dates_leaves_the_hash_of_its_rules() {
    let rules = |policy: Policy| policy.edition.rules;
    let before = rules(compile(&files()).unwrap());
    for (old, new) in [
        ("status = \"draft\"", "status = \"signed-off\""),
        ("checked = \"2026-11-21\"", "checked = \"2026-11-22\""),
        ("review-by = \"2027-09-01\"", "review-by = \"2027-09-02\""),
        ("id = \"small\"", "id = \"smaller\""),
        ("basis = \"guidance\"", "basis = \"judgement\""),
    ] {
        assert_eq!(rules(with(old, new)), before, "{old}");
    }
}

#[test]
fn one_changed_cell_slot_gate_time_or_doer_moves_the_hash_of_the_rules() {
    let rules = |policy: Policy| policy.edition.rules;
    let before = rules(compile(&files()).unwrap());
    for (old, new) in [
        ("when.adult = [\"unsure\"]", "when.adult = [\"unsure\", \"yes\"]"),
        ("nations = [\"scotland\"]", "nations = [\"wales\", \"scotland\"]"),
        ("slot = 5", "slot = 6"),
        ("timing = \"now\"", "timing = \"today\""),
        ("who = \"everyone\"", "who = \"lead\""),
        ("at-least = [\"emergency\"]", "at-least = [\"refer-now\", \"emergency\"]"),
    ] {
        assert_ne!(rules(with(old, new)), before, "{old}");
    }
}

#[test]
fn an_edition_may_be_due_for_review_on_the_day_on_which_it_was_checked() {
    let edition = with("review-by = \"2027-09-01\"", "review-by = \"2026-11-21\"").edition;
    assert_eq!(edition.review_by, edition.checked);
}

#[test]
fn a_question_is_used_where_only_having_no_answer_to_it_counts_with_others() {
    let policy = with("when = [{ outstanding = [\"no\"] }]\n", "");
    assert!(policy.question("outstanding").is_some());
}

#[test]
fn a_word_said_twice_counts_once() {
    let twice = with("at-least = [\"emergency\"]", "at-least = [\"emergency\", \"emergency\"]");
    assert_eq!(twice.edition.rules, compile(&files()).unwrap().edition.rules);
}

#[test]
fn each_question_that_a_reading_makes_unsure_has_a_place_after_the_questions_for_how_it_turns_out() {
    let more = "[[question]]\nid = \"angry\"\nslot = 6\ngroup = \"all\"\nask = \"Is anyone angry?\"\nhint = \"Ask.\"\n\
                why = \"It matters.\"\nunknown = \"Ask.\"\n\n[[reading]]\nid = \"nobody-has-asked\"\nquestion = \"angry\"\n\
                from = [\"no\"]\nto = \"unsure\"\nwhen.spread = [\"yes\"]\nsays = \"Nobody has asked.\"\n\n[[response]]\n\
                id = \"angry\"\nthen = \"refer-now\"\nscope = \"any\"\nwhen.angry = [\"yes\"]\nsays = \"Someone is.\"\n\
                basis = \"judgement\"\ncite = [\"book@1\"]\n";
    let files: Vec<_> =
        files().into_iter().chain([File { name: "more.toml".to_owned(), text: more.to_owned() }]).collect();
    let policy = compile(&files).unwrap();
    let outcomes = policy.outcomes().map(|(_, outcome)| outcome).collect::<Vec<_>>();
    assert_eq!(outcomes, [7, 8].map(Question::at));
    let concerned: Questions = policy.response_in_worlds.iter().map(|row| row.cube.concerns()).collect();
    assert!(concerned.iter().skip_while(|question| question.place() < 7).eq(outcomes), "rows speak of both");
}

// --- Rows -----------------------------------------------------------------------------------------------------------

/// The rows of an axis in one nation, and the answer sets that count there.
struct Table<'a> {
    name: &'a str,
    rows: Vec<Row>,
    points: &'a [Cube],
    /// Whether only the greatest value met counts.
    greatest: bool,
}

impl Table<'_> {
    /// What each answer set comes to.
    fn results(&self, rows: &[Row]) -> Vec<u8> {
        let result = |point: &Cube| {
            let met =
                rows.iter().filter(|row| point.is_within(&row.cube)).fold(0, |set, row| set | 1 << row.to.index());
            if self.greatest { u8::BITS - u8::leading_zeros(met) } else { met.into() }
        };
        self.points.iter().map(|point| result(point) as u8).collect()
    }

    #[track_caller]
    fn changes_when(&self, place: usize, what: &str, change: impl Fn(&mut Vec<Row>)) {
        let mut rows = self.rows.clone();
        change(&mut rows);
        assert_ne!(self.results(&rows), self.results(&self.rows), "{} {place}: {what}", self.name);
    }
}

/// Every answer set of so many questions, one of these answers each; all questions beyond them are no.
fn points(questions: usize, answers: &[Answer]) -> Vec<Cube> {
    (0..questions).map(Question::at).fold(vec![Cube::ALL.fixed(Questions::ALL, Answer::No)], |points, question| {
        points.iter().flat_map(|point| answers.iter().map(move |answer| point.fixed(question, *answer))).collect()
    })
}

fn in_each_table(policy: &Policy, check: impl Fn(&Table<'_>)) {
    let places = policy.questions.len() + policy.outcomes().count();
    let (finishings, worlds) = (points(places, Answer::ALL), points(places, &[Answer::No, Answer::Yes]));
    for nation in Nation::ALL {
        for (name, rows, points, greatest) in [
            ("scope", &policy.rows.scope, &worlds, false),
            ("response", &policy.rows.response, &finishings, true),
            ("response in worlds", &policy.response_in_worlds, &worlds, true),
            ("recording", &policy.rows.recording, &worlds, false),
            ("typology", &policy.rows.typology, &worlds, false),
        ] {
            let rows = rows.iter().filter(|row| row.nations.contains(*nation)).copied().collect();
            check(&Table { name, rows, points, greatest });
        }
    }
}

#[test]
fn no_row_can_be_left_out() {
    every_row_counts(&compile(&files()).unwrap());
}

#[test]
fn no_row_can_be_left_out_where_a_rule_says_again_what_others_say() {
    let rule = "[[scope]]\nid = \"no-image\"";
    let again = "[[scope]]\nid = \"shared-image\"\nthen = \"inside\"\nsays = \"It was shared.\"\nbasis = \"judgement\"\n\
                 cite = [\"book@1\"]\nwhen.image = [\"yes\"]\nwhen.shared = [\"yes\"]\n\n";
    every_row_counts(&with(rule, &format!("{again}{rule}")));
}

#[track_caller]
fn every_row_counts(policy: &Policy) {
    in_each_table(policy, |table| {
        for place in 0..table.rows.len() {
            table.changes_when(place, "left out", |rows| {
                rows.remove(place);
            });
        }
    });
}

#[test]
fn no_row_can_accept_an_answer_more() {
    let policy = compile(&files()).unwrap();
    let questions = policy.questions.len() + policy.outcomes().count();
    let questions = || (0..questions).map(Question::at);
    in_each_table(&policy, |table| {
        for (place, question) in (0..table.rows.len()).flat_map(|place| questions().map(move |one| (place, one))) {
            let cube = table.rows[place].cube;
            let counting =
                |answer: &Answer| table.points.iter().any(|point| point.accepting(*answer).contains(question));
            for answer in Set::every().without(cube.at(question)).iter().filter(counting) {
                let wider = cube.with(question, cube.at(question).union(Set::only(answer)));
                table.changes_when(place, answer.id(), |rows| rows[place].cube = wider);
            }
        }
    });
}
