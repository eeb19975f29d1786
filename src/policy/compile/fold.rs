//! Works readings into cubes: from conditions on answers after readings to conditions on answers as given.

use super::super::cube::{Cube, Question};
use super::super::logic::Reading;
use super::super::set::Set;
use super::super::vocabulary::Answer;
use super::cover::primes;

/// The answers as given, in finishings, that are in `cube` after readings.
pub(super) fn in_finishings<'a>(cube: Cube, readings: impl DoubleEndedIterator<Item = &'a Reading>) -> Vec<Cube> {
    let before_all = |cubes: Vec<Cube>, reading| cubes.into_iter().flat_map(|cube| before(cube, reading)).collect();
    primes(readings.rev().fold(vec![cube], before_all))
}

/// The worlds, with yes or no at each question, that are in `cube` after readings. What a reading makes *not known* may
/// turn out either way, which is a question of its own ([`Outcome`]). A question at which both yes and no are accepted
/// accepts *not known* too, so that a row [concerns](Cube::concerns) only the questions of its cells.
pub(super) fn in_worlds<'a>(
    cube: Cube,
    readings: impl DoubleEndedIterator<Item = &'a Reading> + Clone,
    outcomes: &[Outcome],
) -> Vec<Cube> {
    let read = outcomes
        .iter()
        .fold(vec![cube], |cubes, outcome| cubes.into_iter().flat_map(|cube| outcome.turned(cube)).collect());
    let given = read.into_iter().flat_map(|cube| in_finishings(cube, readings.clone()));
    // While cubes are merged *not known* goes with yes, so that each question has only two answers.
    let worlds = given.map(|Cube { no, yes, .. }| Cube { no, unsure: yes, yes }).filter(|cube| !cube.is_empty());
    primes(worlds.collect()).into_iter().map(|cube| Cube { unsure: cube.no.meet(cube.yes), ..cube }).collect()
}

/// How a question turns out whose answer a reading makes *not known*.
#[derive(Clone, Copy)]
pub(super) struct Outcome {
    /// The question that is read.
    pub of: Question,
    /// How it turns out, as a question.
    pub turned: Question,
}

impl Outcome {
    /// The answers after readings, some of which may still be *not known*, that can turn out to be in `cube`.
    fn turned(&self, cube: Cube) -> Vec<Cube> {
        let certain = [Answer::Yes, Answer::No].into_iter().filter(|answer| cube.accepting(*answer).contains(self.of));
        let turned = certain.map(|answer| cube.fixed(self.of, Answer::Unsure).fixed(self.turned, answer));
        let known = cube.with(self.of, cube.at(self.of).without(Set::only(Answer::Unsure)));
        turned.chain([known]).filter(|cube| !cube.is_empty()).collect()
    }
}

/// The answers before one reading that are in `cube` after it.
fn before(cube: Cube, reading: &Reading) -> Vec<Cube> {
    let question = reading.question;
    let read = cube.at(question);
    if read == Set::every() {
        return vec![cube];
    }
    let changed = if read.contains(reading.to) { reading.from } else { Set::NONE };
    let changed = cube.with(question, changed).meet(reading.cube);
    let left_alone = cube.with(question, read.without(reading.from));
    let not_brought_about = reading.cube.concerns().iter().map(|cell| {
        let refused = Set::every().without(reading.cube.at(cell));
        cube.with(question, read.meet(reading.from)).meet(Cube::ALL.with(cell, refused))
    });
    let all = [changed, left_alone].into_iter().chain(not_brought_about);
    all.filter(|cube| !cube.is_empty()).collect()
}
