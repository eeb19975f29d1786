//! Readings worked into cubes: from answers as read to answers as given.

use super::super::cube::{Cube, each};
use super::super::logic::Reading;
use super::super::vocabulary::{Answer, Word};
use super::cover::primes;

/// The answers as given, *not known yet* among them, whose reading is in `cube`.
pub(super) fn in_finishings(cube: Cube, readings: &[Reading]) -> Vec<Cube> {
    let given = readings
        .iter()
        .rev()
        .fold(vec![cube], |cubes, reading| cubes.into_iter().flat_map(|cube| before(cube, reading)).collect());
    primes(given)
}

/// The worlds, yes or no at each question, some reading of which is in `cube`: an answer that a reading
/// makes *not known* takes both. A question that takes either way accepts *not known* too, so that only
/// the cells of a row are its [concern](Cube::concerns).
pub(super) fn in_worlds(cube: Cube, readings: &[Reading]) -> Vec<Cube> {
    let open = readings.iter().fold(cube, |cube, reading| {
        let certain = cube.at(reading.question) & !Answer::Unsure.bit();
        let made = if certain == 0 { 0 } else { certain | Answer::Unsure.bit() };
        cube.with(reading.question, made)
    });
    if open.is_empty() {
        return Vec::new();
    }
    let given = in_finishings(open, readings).into_iter().map(|cube| Cube { unsure: cube.no & cube.yes, ..cube });
    primes(given.filter(|cube| !cube.is_empty()).collect())
}

/// The answers before a reading that are in `cube` after it.
fn before(cube: Cube, reading: &Reading) -> Vec<Cube> {
    let question = reading.question;
    let read = cube.at(question);
    let changed = if read & reading.to.bit() == 0 { 0 } else { reading.from };
    let changed = cube.with(question, changed).meet(reading.cube);
    let left_alone = cube.with(question, read & !reading.from);
    let not_brought_about = each(reading.cube.concerns()).map(|cell| {
        let refused = !reading.cube.at(cell);
        cube.with(question, read & reading.from).meet(Cube::ALL.with(cell, refused))
    });
    let all = [changed, left_alone].into_iter().chain(not_brought_about);
    all.filter(|cube| !cube.is_empty()).collect()
}
