//! What the check of a case code refuses: counted exactly where it can be, and by trial.
//!
//! `SLIP_TIMES` multiplies how many slips are tried; it is 1 unless told otherwise. This prints what came of ten million
//! of each kind:
//!
//! ```sh
//! SLIP_TIMES=500 cargo test --test slips tried -- --nocapture
//! ```

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test may")]

use std::collections::HashSet;
use std::env;

use sgii_guide::Incident;
use sgii_guide::code::{decode, encode};
use sgii_guide::edition::POLICY;
use sgii_guide::policy::vocabulary::{Answer, Nation, Word};
use sgii_guide::proof::random::Random;
use sgii_guide::proof::sample;

const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const LENGTH: usize = 32;
const GROUP: usize = 4;
const GROUPS: usize = LENGTH / GROUP;

// --- The check, as a polynomial

/// x⁶ and what of it the generator leaves, as BIP 173 gives it, the highest coefficient first.
const GENERATOR: [u8; 7] = [1, 29, 22, 20, 21, 29, 18];

/// The constant of BIP 350, as its five bits stand in six characters.
const REST: u32 = 0x2BC8_30A3;

/// A product in the field of 32 elements of BIP 173, whose a⁵ is a³ + 1.
fn times(one: u8, other: u8) -> u8 {
    let doubled = |value: u8| if value & 16 == 0 { value << 1 } else { (value << 1) ^ 0b10_1001 };
    (0..5)
        .filter(|bit| one >> bit & 1 == 1)
        .fold(0, |sum, power| sum ^ (0..power).fold(other, |value, _| doubled(value)))
}

/// What is left of a polynomial, the highest coefficient first, on division by the generator; five bits a coefficient.
fn rest(mut polynomial: Vec<u8>) -> u32 {
    let end = polynomial.len() - 6;
    for place in 0..end {
        let top = polynomial[place];
        for (under, part) in polynomial[place..].iter_mut().zip(GENERATOR) {
            *under ^= times(top, part);
        }
    }
    polynomial[end..].iter().fold(0, |rest, coefficient| rest << 5 | u32::from(*coefficient))
}

/// What is left of an error in one character.
fn left(place: usize, error: u8) -> u32 {
    let mut polynomial = vec![0; LENGTH];
    polynomial[place] = error;
    rest(polynomial)
}

fn symbols(code: &str) -> Vec<u8> {
    let place = |letter| ALPHABET.iter().position(|known| *known == letter);
    code.bytes().filter_map(place).map(|place| place as u8).collect()
}

#[test]
fn a_code_is_one_of_bech32m() {
    for incident in sample::incidents(&POLICY).take(5_000) {
        let code = symbols(&encode(&POLICY, incident));
        assert_eq!(rest([vec![1], code].concat()), REST, "{incident:?}");
    }
}

#[test]
fn one_is_no_root_of_the_generator() {
    assert_ne!(GENERATOR.iter().fold(0, |sum, coefficient| sum ^ coefficient), 0);
}

// --- Exactly

/// Errors in four characters go by unseen only if what two of them leave is what two others leave.
#[test]
fn every_four_wrong_characters_are_refused() {
    let one: Vec<Vec<u32>> = (0..LENGTH).map(|place| (1..32).map(|error| left(place, error)).collect()).collect();
    let pairs = (0..LENGTH).flat_map(|other| (0..other).map(move |place| (place, other)));
    let two = pairs.flat_map(|(place, other)| {
        let (first, second) = (&one[place], &one[other]);
        first.iter().flat_map(move |first| second.iter().map(move |second| first ^ second))
    });
    let all: Vec<u32> = one.iter().flatten().copied().chain(two).chain([0]).collect();
    assert_eq!(all.len(), 1 + 32 * 31 + 496 * 31 * 31);
    assert_eq!(all.iter().collect::<HashSet<_>>().len(), all.len());
}

/// The bits of a code that are not always the same: all that it holds but the version.
const FREE: usize = 123;

/// A bit of a code as a sum of free bits, each at a place from 1, and of one, at place 0.
type Sum = u128;

/// The characters of every code at once, in five bits each, and what each of those leaves on division.
struct Codes {
    characters: Vec<[Sum; 5]>,
    left: Vec<[u32; 5]>,
}

impl Codes {
    fn every() -> Self {
        let left = (0..LENGTH).map(|place| [1, 2, 4, 8, 16].map(|bit| left(place, bit))).collect();
        let mut codes = Self { characters: vec![[0; 5]; LENGTH], left };
        codes.characters[0][0] = 1;
        for bit in 5..128 {
            codes.characters[bit / 5][bit % 5] = 1 << (bit - 4);
        }
        for (bit, wrong) in codes.wrong(&codes.characters).into_iter().enumerate() {
            codes.characters[LENGTH - 1 - bit / 5][bit % 5] = wrong;
        }
        codes
    }

    /// Thirty sums, all nought where the check holds.
    fn wrong(&self, characters: &[[Sum; 5]]) -> [Sum; 30] {
        let before = REST ^ rest([vec![1], vec![0; LENGTH]].concat());
        let bits = || characters.iter().flatten().zip(self.left.iter().flatten());
        std::array::from_fn(|wrong| {
            let there = bits().filter(|(_, left)| **left >> wrong & 1 == 1);
            there.fold(Sum::from(before >> wrong & 1), |sum, (bit, _)| sum ^ bit)
        })
    }

    /// Of the codes that are others once their characters are in another order, no more pass than of any texts.
    fn are_told_from_those_in_the_order(&self, order: &[usize]) {
        let moved: Vec<[Sum; 5]> = order.iter().map(|place| self.characters[*place]).collect();
        let changes: Vec<Sum> =
            moved.iter().flatten().zip(self.characters.iter().flatten()).map(|(moved, code)| moved ^ code).collect();
        let (version, spare) = (&changes[..5], &moved[25][3..]);
        let passing = meeting(self.wrong(&moved).iter().chain(version).chain(spare)) - meeting(&changes);
        assert!(passing <= 1 << (FREE - 30), "{order:?}: {passing} of 2^{FREE} pass");
    }
}

/// How many codes there are for which each of some sums is nought.
fn meeting<'a>(conditions: impl IntoIterator<Item = &'a Sum>) -> u128 {
    let mut independent: Vec<Sum> = Vec::new();
    for condition in conditions {
        match independent.iter().fold(*condition, |condition, other| condition.min(condition ^ other)) {
            0 => {}
            1 => return 0,
            condition => independent.push(condition),
        }
    }
    1 << (FREE - independent.len())
}

fn in_order() -> [usize; LENGTH] {
    std::array::from_fn(|place| place)
}

/// Every order of so many things.
fn orders(of: usize) -> Vec<Vec<usize>> {
    let Some(last) = of.checked_sub(1) else { return vec![Vec::new()] };
    let insert = |order: Vec<usize>| {
        (0..of).map(move |at| {
            let mut order = order.clone();
            order.insert(at, last);
            order
        })
    };
    orders(last).into_iter().flat_map(insert).collect()
}

#[test]
fn no_two_characters_swapped_pass_more_often_than_any_text() {
    let codes = Codes::every();
    for (place, other) in (0..LENGTH).flat_map(|other| (0..other).map(move |place| (place, other))) {
        let mut order = in_order();
        order.swap(place, other);
        codes.are_told_from_those_in_the_order(&order);
    }
}

#[test]
fn no_rotation_and_no_reversal_passes_more_often_than_any_text() {
    let codes = Codes::every();
    for by in 1..LENGTH {
        let mut order = in_order();
        order.rotate_left(by);
        codes.are_told_from_those_in_the_order(&order);
    }
    for length in [2, 4, 8, 16, 32] {
        let mut order = in_order();
        order.chunks_mut(length).for_each(<[usize]>::reverse);
        codes.are_told_from_those_in_the_order(&order);
    }
}

#[test]
fn no_other_order_of_groups_passes_more_often_than_any_text() {
    let codes = Codes::every();
    for groups in orders(GROUPS) {
        let order: Vec<usize> =
            groups.iter().flat_map(|group| (0..GROUP).map(move |place| GROUP * group + place)).collect();
        codes.are_told_from_those_in_the_order(&order);
    }
}

// --- By trial

/// A way to get a code wrong: what it is called, whether it can never pass, and how.
type Slip = (&'static str, bool, fn(&mut Vec<u8>, &mut Random));

const SLIPS: &[Slip] = &[
    ("one wrong character", true, |code, random| wrong(code, random, 1)),
    ("two wrong characters", true, |code, random| wrong(code, random, 2)),
    ("three wrong characters", true, |code, random| wrong(code, random, 3)),
    ("four wrong characters", true, |code, random| wrong(code, random, 4)),
    ("five wrong characters", false, |code, random| wrong(code, random, 5)),
    ("six wrong characters", false, |code, random| wrong(code, random, 6)),
    ("one look-alike or sound-alike", true, |code, random| alike(code, random, 1)),
    ("four look-alikes or sound-alikes", true, |code, random| alike(code, random, 4)),
    ("eight look-alikes or sound-alikes", false, |code, random| alike(code, random, 8)),
    ("two neighbours swapped", true, |code, random| swap_apart(code, random, 1)),
    ("two with one between swapped", true, |code, random| swap_apart(code, random, 2)),
    ("any two swapped", true, |code, random| {
        let apart = 1 + draw(random, LENGTH - 1);
        swap_apart(code, random, apart);
    }),
    ("two pairs of neighbours swapped", true, |code, random| {
        swap_apart(code, random, 1);
        swap_apart(code, random, 1);
    }),
    ("three characters in another order", true, |code, random| {
        let at = draw(random, LENGTH - 2);
        shuffle(&mut code[at..at + 3], random);
    }),
    ("one character deleted and one inserted", false, |code, random| {
        code.remove(draw(random, LENGTH));
        let at = draw(random, LENGTH);
        code.insert(at, letter(random));
    }),
    ("one character deleted and another doubled", false, |code, random| {
        code.remove(draw(random, LENGTH));
        let at = draw(random, LENGTH - 1);
        code.insert(at, code[at]);
    }),
    ("one character deleted", true, |code, random| {
        code.remove(draw(random, LENGTH));
    }),
    ("one character inserted", true, |code, random| {
        let at = draw(random, LENGTH + 1);
        code.insert(at, letter(random));
    }),
    ("a run of eight wrong", false, |code, random| {
        let at = draw(random, LENGTH - 7);
        code[at..at + 8].fill_with(|| letter(random));
    }),
    ("two groups swapped", true, |code, random| {
        groups(code, |groups| groups.swap(draw(random, GROUPS), draw(random, GROUPS)));
    }),
    ("groups in any order", false, |code, random| groups(code, |groups| shuffle(groups, random))),
    ("groups rotated", false, |code, random| groups(code, |groups| groups.rotate_left(1 + draw(random, GROUPS - 1)))),
    ("groups in reverse", false, |code, _| groups(code, <[Vec<u8>]>::reverse)),
    ("one group reversed", true, |code, random| groups(code, |groups| groups[draw(random, GROUPS)].reverse())),
    ("one group in any order", true, |code, random| {
        groups(code, |groups| shuffle(&mut groups[draw(random, GROUPS)], random));
    }),
    ("one group read twice and the next left out", true, |code, random| {
        groups(code, |groups| {
            let at = draw(random, GROUPS - 1);
            groups[at + 1] = groups[at].clone();
        });
    }),
    ("characters rotated", false, |code, random| code.rotate_left(1 + draw(random, LENGTH - 1))),
    ("characters in reverse", false, |code, _| code.reverse()),
    ("characters in any order", false, |code, random| shuffle(code, random)),
    ("the end of another code", false, |code, random| {
        let at = GROUPS / 2 + draw(random, GROUPS / 2);
        let other = drawn(random);
        code[GROUP * at..].copy_from_slice(&other[GROUP * at..]);
    }),
    ("any characters after the first", false, |code, random| code[1..].fill_with(|| letter(random))),
    ("any characters after those of the edition", false, |code, random| code[7..].fill_with(|| letter(random))),
];

/// Letters and digits that look or sound like one another.
const ALIKE: &[&[u8]] = &[
    b"0DQ",
    b"17JT",
    b"2Z7",
    b"38B",
    b"4AH",
    b"5S6",
    b"6GC",
    b"8B3",
    b"9GQ",
    b"VYW",
    b"MNH",
    b"PRBDTEGCV",
    b"FSX",
    b"KXAJ8H",
    b"59",
    b"EF",
];

fn draw(random: &mut Random, below: usize) -> usize {
    random.below(below as u64) as usize
}

fn letter(random: &mut Random) -> u8 {
    ALPHABET[draw(random, ALPHABET.len())]
}

fn shuffle<T>(items: &mut [T], random: &mut Random) {
    for last in (1..items.len()).rev() {
        items.swap(draw(random, last + 1), last);
    }
}

/// Makes so many characters wrong, none of them twice.
fn change(code: &mut [u8], random: &mut Random, count: usize, other: impl Fn(u8, &mut Random) -> u8) {
    let mut places = in_order();
    shuffle(&mut places, random);
    for place in &places[..count] {
        code[*place] = other(code[*place], random);
    }
}

fn wrong(code: &mut [u8], random: &mut Random, count: usize) {
    change(code, random, count, |was, random| {
        loop {
            let letter = letter(random);
            if letter != was {
                return letter;
            }
        }
    });
}

fn alike(code: &mut [u8], random: &mut Random, count: usize) {
    change(code, random, count, |was, random| {
        let like: Vec<u8> =
            ALIKE.iter().filter(|alike| alike.contains(&was)).flat_map(|alike| alike.iter().copied()).collect();
        if like.is_empty() { was } else { like[draw(random, like.len())] }
    });
}

fn swap_apart(code: &mut [u8], random: &mut Random, apart: usize) {
    let place = draw(random, LENGTH - apart);
    code.swap(place, place + apart);
}

fn groups(code: &mut Vec<u8>, change: impl FnOnce(&mut [Vec<u8>])) {
    let mut groups: Vec<Vec<u8>> = code.chunks(GROUP).map(<[u8]>::to_vec).collect();
    change(&mut groups);
    *code = groups.concat();
}

/// A code of any answers.
fn drawn(random: &mut Random) -> Vec<u8> {
    let nation = Nation::ALL[draw(random, Nation::ALL.len())];
    let incident = POLICY.questions().fold(Incident::new(nation), |told, (question, _)| {
        let answer = Answer::at(random.below(4) as u8);
        answer.map_or(told, |answer| told.with(question, answer))
    });
    encode(&POLICY, incident).bytes().filter(|letter| *letter != b'-').collect()
}

#[test]
fn whatever_is_tried_passes_no_more_often_than_any_text() {
    let times: u64 = env::var("SLIP_TIMES").map_or(1, |times| times.parse().expect("SLIP_TIMES is a number"));
    let mut random = Random::new(0x5AFE);
    println!("{:<45}{:>12}{:>8}", "slip", "tried", "passed");
    for (name, never, slip) in SLIPS {
        let (mut tried, mut passed) = (0_u64, 0);
        for _ in 0..20_000 * times {
            let code = drawn(&mut random);
            let mut slipped = code.clone();
            slip(&mut slipped, &mut random);
            if slipped != code {
                tried += 1;
                passed += u64::from(decode(&POLICY, str::from_utf8(&slipped).unwrap()).is_ok());
            }
        }
        println!("{name:<45}{tried:>12}{passed:>8}");
        // Of a thousand million that may pass, one does; so few are tried that three are one too many.
        assert!(passed <= if *never { 0 } else { 2 + (tried >> 29) }, "{name}: {passed} of {tried}");
        assert!(tried > 10_000, "{name}: {tried}");
    }
}
