//! A kind of entry that is made up: whoever goes over the policy meets it, and nothing can forget it.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test may")]

use serde_json::Map;
use sgii_guide::edition::POLICY;
use sgii_guide::policy::entry::Entry;
use sgii_guide::policy::labels::{Label, Notice, PageText, Piece};
use sgii_guide::policy::register::{Decides, Facts, Field, Register, Says, Texts};
use sgii_guide::policy::set::Set;
use sgii_guide::policy::table::{List, Text};
use sgii_guide::policy::vocabulary::{Nation, Value, Word};
use sgii_guide::proof::properties::unread;
use sgii_guide::proof::text::texts;
use sgii_guide::publish::{entries, review};

/// What is rumoured in one nation.
#[derive(Clone)]
struct Heard;

impl Decides for Heard {
    fn nations(&self) -> Set<Nation> {
        Set::only(Nation::Wales)
    }
}

#[derive(Clone)]
struct Rumour {
    heard: Text,
    then: List<Text>,
}

impl Says for Rumour {
    fn fields(&self) -> Vec<(&'static str, Texts<'_>)> {
        vec![("heard", Texts::One(&self.heard)), ("then", Texts::Each(&self.then))]
    }

    fn fields_mut(&mut self) -> Vec<(&'static str, Field<'_>)> {
        vec![("heard", Field::One(&mut self.heard)), ("then", Field::Each(&mut self.then))]
    }
}

/// The policy with one rumour.
struct WithRumour {
    rumour: Entry<Heard, Rumour>,
}

impl Register for WithRumour {
    fn visit<'a>(&'a self, see: &mut dyn FnMut(Facts<'a>)) {
        POLICY.visit(see);
        see(Facts::of("rumour", &self.rumour));
    }
}

fn with_rumour() -> WithRumour {
    let then = vec!["If nobody else can, view the image yourself.".into()].into();
    let words = Rumour { heard: "In the {front-door} queue.".into(), then };
    WithRumour { rumour: Entry { id: "corridor".into(), logic: Heard, words, cites: List::default() } }
}

#[test]
fn its_words_reach_the_page() {
    let with = with_rumour();
    let page = entries(&with, &|_| Map::new());
    assert_eq!(page["rumour"]["corridor"]["heard"], "In the {front-door} queue.");
    assert_eq!(page["rumour"]["corridor"]["then"][0], "If nobody else can, view the image yourself.");
}

#[test]
fn it_is_before_the_board() {
    let pack = review::pack_of(&with_rumour(), &[], &[]).markdown();
    assert!(pack.contains("rumour/corridor") && pack.contains("view the image yourself") && pack.contains("Wales."));
    assert!(!review::pack(&[], &[]).markdown().contains("Other entries"), "every kind of the policy has a part");
}

#[test]
fn its_sentence_about_looking_is_one_that_nobody_has_read() {
    assert_eq!(
        unread(&with_rumour(), &POLICY.wording),
        ["nobody has read “If nobody else can, view the image yourself.”"]
    );
}

#[test]
fn it_is_measured_for_its_reading_grade_and_counted_among_all_texts() {
    let with = with_rumour();
    assert_eq!(texts(&with).len(), texts(&POLICY).len() + 2);
    let rumour = with.shown().into_iter().find(|facts| facts.kind == "rumour").unwrap();
    assert_eq!((rumour.path(), rumour.nations), ("rumour/corridor".to_owned(), Set::only(Nation::Wales)));
}

/// The register against the policy's own lists, by what each kind has.
#[test]
fn every_entry_is_met_once() {
    let mut paths = Vec::new();
    POLICY.visit(&mut |facts| paths.push(facts.path()));
    let met = paths.len();
    paths.sort();
    paths.dedup();
    assert_eq!(paths.len(), met, "an entry is met twice");
    let rules = POLICY.rules.iter().map(|(_, rules)| rules.len()).sum::<usize>();
    let values = POLICY.values.iter().map(|(axis, _)| Value::of(axis).count()).sum::<usize>();
    let said = POLICY.conditions().count();
    let asked = POLICY.groups.len() + POLICY.questions.len() + POLICY.readings.len() + POLICY.unpublished.len();
    let people = POLICY.people.len() + POLICY.wording.contradictions.len();
    let wording = &POLICY.wording;
    let around = Nation::ALL.len() + wording.terms.len() + wording.contacts.len() + wording.notices.len();
    let listed = wording.looking.len() + POLICY.sources.len() + Label::ALL.len() + PageText::ALL.len();
    // The title, and the pieces of a condition, are an entry each.
    assert_eq!(met, rules + values + said + asked + people + around + listed + 2);
    assert!(Notice::ALL.len() <= wording.notices.len() && Piece::ALL.len() == wording.pieces.len());
}
