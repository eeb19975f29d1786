//! Covers: lists of cubes, each of which stands for the union of its cubes.
//!
//! Only what the compiler needs: containment with a witness, difference, product, and primes by consensus. The
//! recursion is Shannon's expansion on the busiest question (Brayton et al. 1984, section 3.4). The covers here are
//! nearly unate, so it stays shallow.

use super::super::cube::{Cube, Question, Questions};
use super::super::vocabulary::{Answer, Word};

/// A point of `space` that no cube of `cover` holds, if there is one. Most of its answers are *no*, so that a complaint
/// about it is short.
pub(super) fn gap(space: Cube, cover: &[Cube]) -> Option<Cube> {
    let mut near = cover.to_vec();
    near.retain(|cube| cube.touches(&space));
    if near.iter().any(|cube| space.is_within(cube)) {
        return None;
    }
    let Some(split) = busiest(space, &near) else {
        return Some(space.least(Questions::NONE));
    };
    let branches = Answer::ALL.iter().filter(|answer| space.accepting(**answer).contains(split));
    branches.map(|answer| space.fixed(split, *answer)).find_map(|branch| gap(branch, &near))
}

/// The question at which most cubes refuse something of the space.
fn busiest(space: Cube, cover: &[Cube]) -> Option<Question> {
    let refusals: Vec<Questions> = cover.iter().map(|cube| refused(space, cube)).collect();
    let busy = |question: &Question| refusals.iter().filter(|refusal| refusal.contains(*question)).count();
    refusals.iter().copied().collect::<Questions>().iter().max_by_key(busy)
}

/// The questions at which `cube` refuses something of the space.
const fn refused(space: Cube, cube: &Cube) -> Questions {
    let (unsure, yes) = (space.unsure.without(cube.unsure), space.yes.without(cube.yes));
    space.no.without(cube.no).union(unsure).union(yes)
}

/// The difference of two cubes, as cubes that may overlap.
pub(super) fn minus(cube: Cube, other: &Cube) -> Vec<Cube> {
    let outside = |question| cube.with(question, cube.at(question).without(other.at(question)));
    other.concerns().iter().map(outside).filter(|cube| !cube.is_empty()).collect()
}

/// The difference: what is in `cube` and in none of `others`.
pub(super) fn minus_all<'a>(cube: Cube, others: impl IntoIterator<Item = &'a Cube>) -> Vec<Cube> {
    others.into_iter().fold(vec![cube], |left, other| {
        left.into_iter().flat_map(|cube| if cube.touches(other) { minus(cube, other) } else { vec![cube] }).collect()
    })
}

/// The product of two covers: what is in both.
pub(super) fn product(left: &[Cube], right: &[Cube]) -> Vec<Cube> {
    let pairs = left.iter().flat_map(|one| right.iter().map(|other| one.meet(*other)));
    pairs.filter(|cube| !cube.is_empty()).collect()
}

/// The cover without cubes that lie within another.
pub(super) fn absorbed(cubes: Vec<Cube>) -> Vec<Cube> {
    let mut kept: Vec<Cube> = Vec::new();
    for cube in cubes {
        if !kept.iter().any(|other| cube.is_within(other)) {
            kept.retain(|other| !other.is_within(&cube));
            kept.push(cube);
        }
    }
    kept
}

/// The cover as all of its largest cubes (primes), by iterated consensus (Brayton et al. 1984, section 3.5). Only for
/// the few questions of a reading: the number of primes can grow fast.
pub(super) fn primes(cubes: Vec<Cube>) -> Vec<Cube> {
    let mut primes = absorbed(cubes);
    while let Some(new) = consensus_of_any(&primes) {
        primes.push(new);
        primes = absorbed(primes);
    }
    primes
}

/// A consensus of two cubes that lies within none.
fn consensus_of_any(cubes: &[Cube]) -> Option<Cube> {
    let pairs =
        cubes.iter().enumerate().flat_map(|(place, one)| cubes.iter().skip(place + 1).map(move |two| (one, two)));
    pairs
        .flat_map(|(one, two)| {
            one.concerns().union(two.concerns()).iter().map(move |question| consensus(one, two, question))
        })
        .find(|new| !new.is_empty() && !cubes.iter().any(|cube| new.is_within(cube)))
}

/// The consensus of two cubes at one question: the union of what they accept there, and the intersection elsewhere.
fn consensus(one: &Cube, two: &Cube, question: Question) -> Cube {
    one.meet(*two).with(question, one.at(question).union(two.at(question)))
}
