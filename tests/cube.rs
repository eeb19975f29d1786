//! Cubes, answer by answer.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test may")]

use sgii_guide::policy::cube::{Cube, MOST_QUESTIONS, Question, Questions};
use sgii_guide::policy::set::Set;
use sgii_guide::policy::vocabulary::{Answer, Word};

/// Every set of answers but the empty one.
fn sets() -> impl Iterator<Item = Set<Answer>> {
    (1..1 << Answer::ALL.len()).map(Set::from_bits)
}

#[test]
fn a_set_has_the_questions_that_it_is_made_of_in_order() {
    let questions = [0, 5, MOST_QUESTIONS - 1].map(Question::at);
    let set: Questions = questions.into_iter().rev().collect();
    assert!(set.iter().eq(questions), "{set:?}");
    assert_eq!((set.len(), set.complement().len()), (3, MOST_QUESTIONS - 3));
    assert_eq!(set.without(Questions::only(questions[1])), [questions[2], questions[0]].into_iter().collect());
}

#[test]
fn a_question_accepts_what_it_is_given_and_no_other_question_does() {
    for answers in sets() {
        let cube = Cube::CERTAIN.with(Question::at(1), answers);
        let certain = Set::every().without(Set::only(Answer::Unsure));
        assert_eq!([0, 1, 2].map(|place| cube.at(Question::at(place))), [certain, answers, certain]);
    }
}

#[test]
fn the_least_point_has_the_mildest_answer_accepted_or_the_most_serious_where_it_falls() {
    let (rises, falls) = (Question::at(0), Question::at(1));
    for answers in sets() {
        let point = Cube::ALL.with(rises, answers).with(falls, answers).least(falls.into());
        let (mildest, most_serious) = (answers.iter().min().unwrap(), answers.iter().max().unwrap());
        assert_eq!([point.at(rises), point.at(falls)], [mildest, most_serious].map(Set::only), "{answers:?}");
    }
}
