//! Cubes, answer by answer.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test may")]

use sgii_guide::policy::cube::Cube;
use sgii_guide::policy::vocabulary::{Answer, Word};

/// Every set of answers but the empty one.
fn sets() -> impl Iterator<Item = u8> {
    1..1 << Answer::ALL.len()
}

#[test]
fn a_question_accepts_what_it_is_given_and_no_other_question_does() {
    for answers in sets() {
        let cube = Cube::CERTAIN.with(2, answers);
        assert_eq!([1, 2, 4].map(|question| cube.at(question)), [0b101, answers, 0b101]);
    }
}

#[test]
fn the_least_point_has_the_mildest_answer_accepted_or_the_most_serious_where_it_falls() {
    for answers in sets() {
        let point = Cube::ALL.with(0b11, answers).least(0b10);
        let (mildest, most_serious) = (Answer::of(answers).min().unwrap(), Answer::of(answers).max().unwrap());
        assert_eq!([point.at(0b01), point.at(0b10)], [mildest.bit(), most_serious.bit()], "{answers:03b}");
    }
}
