//! Incidents packed into bits, and the case code: a text to read aloud from which the same answers open again.
//!
//! A case code holds, five bits a character and the lowest first, the low 24 bits of the edition's `rules` hash, the
//! nation, and two bits a question by its permanent slot; then four check characters. It stands in groups of four, as
//! many as the highest slot in use takes: six hold 37 slots, and each further one ten more. Where everything stands does
//! not depend on the edition, so each reads the codes of all others.
//!
//! The alphabet is Crockford's Base 32 (<https://www.crockford.com/base32.html>), without I, L, O and U. The check is a
//! cyclic code over the field of 32 elements. Up to 31 characters it is a Reed-Solomon code (Reed and Solomon, *Polynomial
//! Codes over Certain Finite Fields*, 1960), which finds every error in up to four of them. That one ends there; the check
//! of longer texts is an ovoid code, which finds every error in up to three. So every wrong character is found and every
//! two that are swapped; of all other texts of the right length, one in 32⁴ passes, about one in a million. It corrects
//! nothing: an answer must not be guessed.

use crate::incident::{Incident, Rejection, joined};
use crate::policy::cube::Questions;
use crate::policy::logic::{Logic, MOST_SLOTS};
use crate::policy::table::Text;
use crate::policy::vocabulary::{Answer, Nation, Word};

const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const GROUP: usize = 4;
const CHECKS: usize = 4;
const RULES_BITS: u32 = 24;

/// An incident in two bits a field, the lowest first: the nation in the order of [`Nation::ALL`], then each question by
/// its slot, 0 where it is unanswered, else 1 for no, 2 for unsure, 3 for yes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Packed(pub [u32; 4]);

impl Packed {
    /// An incident, packed.
    pub fn of(logic: &Logic, incident: Incident) -> Self {
        let told = incident.told().filter_map(|(question, answer)| Some((logic.asked(question)?.slot, answer)));
        told.fold(Self([incident.nation.index().into(), 0, 0, 0]), |packed, (slot, answer)| packed.with(slot, answer))
    }

    /// The incident.
    ///
    /// # Errors
    ///
    /// When a slot is answered that no question has.
    pub fn incident(self, logic: &Logic) -> Result<Incident, Rejection> {
        let (incident, rest) = self.opened(logic);
        if rest.is_empty() { Ok(incident) } else { Err(refused(&["a slot is answered that no question has"])) }
    }

    /// The incident, and what is left at slots that no question has.
    fn opened(mut self, logic: &Logic) -> (Incident, Self) {
        let nation = Nation::at(self.take(0) as u8).unwrap_or(Nation::England);
        let mut answered: [Questions; 4] = [0; 4];
        for (place, question) in logic.questions.iter().enumerate() {
            if let Some(questions) = answered.get_mut(self.take(field(question.slot)) as usize) {
                *questions |= 1 << place;
            }
        }
        let [_, no, unsure, yes] = answered;
        let incident = Incident::new(nation).with(no, Answer::No).with(unsure, Answer::Unsure).with(yes, Answer::Yes);
        (incident, self)
    }

    fn is_empty(self) -> bool {
        self.0 == [0; 4]
    }

    fn with(mut self, slot: u8, answer: Answer) -> Self {
        if let Some((word, shift)) = self.place(field(slot)) {
            *word |= (1 + u32::from(answer.index())) << shift;
        }
        self
    }

    /// What stands in a field, which is empty from now on.
    fn take(&mut self, field: u8) -> u32 {
        let Some((word, shift)) = self.place(field) else { return 0 };
        let held = *word >> shift & 3;
        *word &= !(3 << shift);
        held
    }

    fn place(&mut self, field: u8) -> Option<(&mut u32, u8)> {
        Some((self.0.get_mut(usize::from(field / 16))?, field % 16 * 2))
    }
}

/// The field of a slot; the first is the nation's.
const fn field(slot: u8) -> u8 {
    slot + 1
}

/// What a case code opens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reopened {
    /// The incident, with every answer whose question there still is.
    pub incident: Incident,
    /// Whether the code is the very one that this edition makes of the incident. Where it is not, the result may differ
    /// from the one that was written down with it.
    pub same_rules: bool,
    /// The questions that were answered and are retired, by their identifiers.
    pub retired: Vec<Text>,
    /// Whether there are answers to questions that this edition has never had: the code is from a later one.
    pub unknown: bool,
}

/// The case code of an incident.
pub fn encode(logic: &Logic, incident: Incident) -> String {
    let mut content = Content::of(logic, incident);
    let mut checks = content.checks();
    let mut code = String::new();
    for place in 0..content.length {
        if place > 0 && place % GROUP == 0 {
            code.push('-');
        }
        let symbol = if place < content.length - CHECKS { content.shift(5, 0) } else { checks >> 15 };
        if place >= content.length - CHECKS {
            checks = checks << 5 & REST;
        }
        code.extend(ALPHABET.get(symbol as usize).copied().map(char::from));
    }
    code
}

/// What a case code opens, of whatever edition it is. Case, spaces and hyphens do not matter.
///
/// # Errors
///
/// What is wrong with the text, with what was expected.
pub fn decode(logic: &Logic, text: &str) -> Result<Reopened, Rejection> {
    let content = Content::read(text, length(logic))?;
    let (incident, mut rest) = content.packed().opened(logic);
    let mut retired = Vec::new();
    for past in &logic.retired {
        if rest.take(field(past.slot)) != 0 {
            retired.push(past.id.clone());
        }
    }
    let same_rules = content == Content::of(logic, incident);
    Ok(Reopened { incident, same_rules, retired, unknown: !rest.is_empty() })
}

/// All of a code but its check characters.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Content {
    /// Five bits a character, the first character lowest, and the lowest word first.
    bits: [u32; 5],
    /// How many characters the code has, with the check characters and without hyphens.
    length: usize,
}

impl Content {
    fn of(logic: &Logic, incident: Incident) -> Self {
        let Packed([first, second, third, fourth]) = Packed::of(logic, incident);
        let above = 32 - RULES_BITS;
        let mut content = Self { bits: [rules(logic) << above, first, second, third, fourth], length: length(logic) };
        content.shift(above, 0);
        content
    }

    fn packed(mut self) -> Packed {
        self.shift(RULES_BITS, 0);
        let [first, second, third, fourth, _] = self.bits;
        Packed([first, second, third, fourth])
    }

    /// Of a text. A code of another edition may be longer or shorter than `expected`.
    fn read(text: &str, expected: usize) -> Result<Self, Rejection> {
        let (mut content, mut last) = (Self { bits: [0; 5], length: 0 }, 0);
        for letter in text.chars().filter(|letter| !is_between(*letter)) {
            let Some(symbol) = symbol(letter) else {
                let found = String::from(letter);
                return Err(refused(&[
                    "`",
                    &found,
                    "` stands in no code: there are only digits, and letters but never U",
                ]));
            };
            content.shift(5, last >> 15);
            content.length += 1;
            last = last << 5 & REST | symbol;
        }
        let possible = content.length % GROUP == 0 && (length_of(0)..=LONGEST).contains(&content.length);
        for _ in content.length..LONGEST {
            content.shift(5, 0);
        }
        let [.., top] = content.bits;
        if possible && top >> RULES_BITS == 0 && content.checks() == last {
            return Ok(content);
        }
        Err(match content.length {
            0 => refused(&["no code was given"]),
            length if length == expected => {
                refused(&["a letter or digit is wrong or in another's place, so compare it with the record one by one"])
            }
            length => {
                refused(&["it has ", &number(length), " letters and digits, and should have ", &number(expected)])
            }
        })
    }

    /// Moves all down by some bits, which `above` fills at the top. Gives those that there is no room for below.
    fn shift(&mut self, bits: u32, above: u32) -> u32 {
        self.bits.iter_mut().rev().fold(above, |above, word| {
            let below = *word & ((1 << bits) - 1);
            *word = *word >> bits | above << (32 - bits);
            below
        })
    }

    /// The check characters, five bits each and the first highest: what is left of the others, as a polynomial over the
    /// field, on division by the generator. Their number stands before them, so that a code without an answer is not all
    /// zeros.
    fn checks(mut self) -> u32 {
        let multiples = if self.length < 32 { REED_SOLOMON } else { OVOID };
        let mut rest = self.length as u32;
        for _ in CHECKS..self.length {
            let top = rest >> 15 ^ self.shift(5, 0);
            rest = (0..).zip(multiples).fold(rest << 5 & REST, |rest, (bit, part)| rest ^ ((top >> bit & 1) * part));
        }
        rest
    }
}

/// How many characters the codes of an edition have, without hyphens.
fn length(logic: &Logic) -> usize {
    length_of(logic.questions.iter().map(|question| question.slot + 1).max().unwrap_or_default())
}

const fn length_of(slots: u8) -> usize {
    let bits = RULES_BITS as usize + 2 + 2 * slots as usize;
    (bits.div_ceil(5) + CHECKS).next_multiple_of(GROUP)
}

const LONGEST: usize = length_of(MOST_SLOTS);

/// The low bits of the hash of the logic.
fn rules(logic: &Logic) -> u32 {
    let digits = logic.edition.rules.chars().filter_map(|digit| digit.to_digit(16));
    digits.fold(0, |hash, digit| hash << 4 | digit) & ((1 << RULES_BITS) - 1)
}

/// Whether it only keeps characters apart: a space, or a hyphen as it is typed or printed.
const fn is_between(letter: char) -> bool {
    matches!(letter, '\t'..='\r' | ' ' | '-' | '\u{a0}' | '\u{2010}'..='\u{2015}')
}

fn symbol(letter: char) -> Option<u32> {
    let letter = match letter.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        letter => letter,
    };
    (0..).zip(ALPHABET).find(|(_, known)| char::from(**known) == letter).map(|(symbol, _)| symbol)
}

fn refused(complaint: &[&str]) -> Rejection {
    Rejection(vec![joined(complaint)])
}

/// A number in figures, without the formatting that is large in WebAssembly.
fn number(number: usize) -> String {
    let mut figures = if number > 9 { self::number(number / 10) } else { String::new() };
    figures.push(char::from(b'0' + (number % 10) as u8));
    figures
}

/// The bits of a remainder: four coefficients of five.
const REST: u32 = 0xF_FFFF;

/// A generator without its first term, x⁴, times 1, a, … a⁴: all bits that a coefficient has. An element of the field is a
/// polynomial in a over two elements, modulo a⁵ + a² + 1.
type Multiples = [u32; 5];

/// Of (x + 1)(x + a)(x + a²)(x + a³).
const REED_SOLOMON: Multiples = [0x7_CEEA, 0xF_0D74, 0xC_9ACD, 0xB_B13A, 0x5_E251];

/// Of x⁴ + x³ + (a + 1)x² + x + 1, whose roots are 1,025th roots of one: 1,025 is 32² + 1.
const OVOID: Multiples = [0x0_8C21, 0x1_1842, 0x2_3084, 0x4_6108, 0x8_5610];
