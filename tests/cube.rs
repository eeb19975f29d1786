//! Cubes, answer by answer.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test may")]

use sgii_guide::policy::cube::Cube;
use sgii_guide::policy::set::Set;
use sgii_guide::policy::vocabulary::{Answer, Word};

/// Every set of answers but the empty one.
fn sets() -> impl Iterator<Item = Set<Answer>> {
    (1..1 << Answer::ALL.len()).map(Set::from_bits)
}

#[test]
fn a_question_accepts_what_it_is_given_and_no_other_question_does() {
    for answers in sets() {
        let cube = Cube::CERTAIN.with(2, answers);
        let certain = Set::every().without(Set::only(Answer::Unsure));
        assert_eq!([1, 2, 4].map(|question| cube.at(question)), [certain, answers, certain]);
    }
}

#[test]
fn the_least_point_has_the_mildest_answer_accepted_or_the_most_serious_where_it_falls() {
    for answers in sets() {
        let point = Cube::ALL.with(0b11, answers).least(0b10);
        let (mildest, most_serious) = (answers.iter().min().unwrap(), answers.iter().max().unwrap());
        assert_eq!([point.at(0b01), point.at(0b10)], [mildest, most_serious].map(Set::only), "{answers:?}");
    }
}
