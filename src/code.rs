//! Incidents packed into bits, and the case code: a text to read aloud from which the same answers open again.
//!
//! A case code has 32 characters, in eight groups of four. The first 26 hold 128 bits, five a character and the lowest
//! first; the two bits left over are nought:
//!
//! | bits | what they hold |
//! |---|---|
//! | 5 | the version of this form, so that the first character tells it |
//! | 3 | the nation, by its place in [`Nation::ALL`] |
//! | 24 | the low bits of the edition's `rules` hash |
//! | 96 | two bits a question, by its permanent slot |
//!
//! Nothing of this depends on the edition, so each edition reads the codes of all others of the same version.
//!
//! The alphabet is Crockford's Base 32 (<https://www.crockford.com/base32.html>), without I, L, O and U. The last six
//! characters are the check of Bech32m ([BIP 350](https://github.com/bitcoin/bips/blob/master/bip-0350.mediawiki), on
//! the code of [BIP 173](https://github.com/bitcoin/bips/blob/master/bip-0173.mediawiki)), a BCH code over the field of
//! 32 elements: every error in up to four characters is found, and of all other texts one in 32⁶ passes, about one in a
//! thousand million. 1 is no root of its generator, so characters or groups in another order are found like any other
//! error. It corrects nothing: an answer must not be guessed.

use bech32::primitives::iter::Checksummed;
use bech32::{Bech32m, Fe32};

use crate::incident::{Incident, Rejection, number};
use crate::policy::Policy;
use crate::policy::cube::Questions;
use crate::policy::logic::MOST_SLOTS;
use crate::policy::table::Text;
use crate::policy::vocabulary::{Answer, Nation, Word};

const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const GROUP: usize = 4;
const LENGTH: usize = 32;
const DATA: usize = 26;
const VERSION: u32 = 1;

const SYMBOL_BITS: usize = 5;
const NATION_BITS: usize = 3;
const RULES_BITS: usize = 24;
const WORD_BITS: usize = 32;

const _: () = assert!(Nation::ALL.len() <= 1 << NATION_BITS, "another nation would reach into the first question");
const _: () = assert!(SYMBOL_BITS + NATION_BITS + RULES_BITS == WORD_BITS, "the answers begin at the second word");
const _: () = assert!(MOST_SLOTS as usize == 3 * SLOTS_A_WORD, "the answers fill three words");

/// An incident in four words: the nation by its place in [`Nation::ALL`], then two bits a question by its slot, 16 a
/// word and the lowest first: 0 where it is unanswered, else 1 for no, 2 for unsure, 3 for yes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Packed(pub [u32; 4]);

const SLOTS_A_WORD: usize = 16;

impl Packed {
    /// An incident, packed.
    pub fn of(policy: &Policy, incident: Incident) -> Self {
        let told = incident.told().map(|(question, answer)| (policy.asked(question).logic.slot, answer));
        told.fold(Self([incident.nation.index().into(), 0, 0, 0]), |packed, (slot, answer)| packed.with(slot, answer))
    }

    /// The incident.
    ///
    /// # Errors
    ///
    /// When the first word is no nation, or a slot is answered that no question has.
    pub fn incident(self, policy: &Policy) -> Result<Incident, Rejection> {
        let (incident, rest) = self.opened(policy).ok_or_else(|| Rejection::of(&["the first word is no nation"]))?;
        if rest.is_empty() { Ok(incident) } else { Err(Rejection::of(&["a slot is answered that no question has"])) }
    }

    /// The incident, and what is left at slots that no question has; `None` if there is no such nation.
    fn opened(mut self, policy: &Policy) -> Option<(Incident, Self)> {
        let [nation, ..] = self.0;
        let nation = Nation::at(u8::try_from(nation).ok()?)?;
        let mut answered = [Questions::NONE; 4];
        for (question, entry) in policy.questions() {
            if let Some(questions) = answered.get_mut(self.take(entry.logic.slot) as usize) {
                *questions = questions.with(question);
            }
        }
        let [_, no, unsure, yes] = answered;
        let incident = Incident::new(nation).with(no, Answer::No).with(unsure, Answer::Unsure).with(yes, Answer::Yes);
        Some((incident, self))
    }

    fn is_empty(self) -> bool {
        let [_, answers @ ..] = self.0;
        answers == [0; 3]
    }

    fn with(mut self, slot: u8, answer: Answer) -> Self {
        if let Some((word, shift)) = self.place(slot) {
            *word |= (1 + u32::from(answer.index())) << shift;
        }
        self
    }

    /// Takes out what a slot holds.
    fn take(&mut self, slot: u8) -> u32 {
        let Some((word, shift)) = self.place(slot) else { return 0 };
        let held = *word >> shift & 3;
        *word &= !(3 << shift);
        held
    }

    fn place(&mut self, slot: u8) -> Option<(&mut u32, usize)> {
        let slot = usize::from(slot);
        Some((self.0.get_mut(1 + slot / SLOTS_A_WORD)?, slot % SLOTS_A_WORD * 2))
    }
}

/// A case code, opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reopened {
    /// The incident, with every answer whose question still exists.
    pub incident: Incident,
    /// Whether the code is the very one that this edition makes of the incident. Where it is not, the result may differ
    /// from the one that was written down with it.
    pub same_rules: bool,
    /// The questions that were answered and are retired, by their identifiers.
    pub retired: Vec<Text>,
    /// Whether there are answers to questions that this edition has never had: the code is from a later one.
    pub unknown: bool,
}

/// The case code of an incident: 32 characters in groups of four.
///
/// ```
/// use sgii_guide::edition::POLICY;
/// use sgii_guide::policy::cube::Question;
/// use sgii_guide::policy::vocabulary::{Answer, Nation};
/// use sgii_guide::{Incident, code};
///
/// let incident = Incident::new(Nation::Scotland).with(Question::at(0), Answer::Unsure);
/// let written = code::encode(&POLICY, incident);
/// assert_eq!(written.split('-').map(str::len).collect::<Vec<_>>(), [4; 8]);
///
/// let opened = code::decode(&POLICY, &written)?;
/// assert_eq!(opened.incident, incident);
/// assert!(opened.same_rules);
/// # Ok::<(), sgii_guide::incident::Rejection>(())
/// ```
pub fn encode(policy: &Policy, incident: Incident) -> String {
    let mut code = String::new();
    for (place, symbol) in Content::of(policy, incident).symbols().enumerate() {
        if place > 0 && place % GROUP == 0 {
            code.push('-');
        }
        code.push(letter(symbol));
    }
    code
}

/// The incident of a case code of any edition. Case, spaces and hyphens do not matter.
///
/// # Errors
///
/// What is wrong with the text, with what was expected.
///
/// ```
/// use sgii_guide::edition::POLICY;
/// use sgii_guide::policy::vocabulary::Nation;
/// use sgii_guide::{Incident, code};
///
/// let written = code::encode(&POLICY, Incident::new(Nation::England));
/// assert!(code::decode(&POLICY, &written.to_lowercase().replace('-', " ")).is_ok());
///
/// // One character misheard: no other incident opens.
/// let (rest, last) = written.split_at(written.len() - 1);
/// let misheard = format!("{rest}{}", if last == "7" { "8" } else { "7" });
/// assert!(code::decode(&POLICY, &misheard).is_err());
/// ```
pub fn decode(policy: &Policy, text: &str) -> Result<Reopened, Rejection> {
    let content = Content::read(text)?;
    let Some((incident, mut rest)) = content.packed().opened(policy) else {
        return Err(Rejection::of(&[
            "it is of a nation that this edition of the guide does not know, so open it in a newer one",
        ]));
    };
    let mut retired = Vec::new();
    for past in &policy.retired {
        if rest.take(past.slot) != 0 {
            retired.push(past.id.clone());
        }
    }
    let same_rules = content == Content::of(policy, incident);
    Ok(Reopened { incident, same_rules, retired, unknown: !rest.is_empty() })
}

/// The content of a code without its check characters: 128 bits, the lowest word first.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Content([u32; 4]);

impl Content {
    fn of(policy: &Policy, incident: Incident) -> Self {
        let Packed([nation, answers @ ..]) = Packed::of(policy, incident);
        let first = VERSION | nation << SYMBOL_BITS | rules(policy) << (SYMBOL_BITS + NATION_BITS);
        let [second, third, fourth] = answers;
        Self([first, second, third, fourth])
    }

    fn packed(self) -> Packed {
        let Self([first, answers @ ..]) = self;
        let [second, third, fourth] = answers;
        Packed([first >> SYMBOL_BITS & ((1 << NATION_BITS) - 1), second, third, fourth])
    }

    /// The characters of the code, each by its place in the alphabet.
    fn symbols(self) -> impl Iterator<Item = Fe32> {
        let bits =
            move |place| (0..SYMBOL_BITS).rev().fold(0, |bits, at| bits << 1 | self.bit(place * SYMBOL_BITS + at));
        let data = (0..DATA).filter_map(move |place| Fe32::try_from(bits(place)).ok());
        Checksummed::<_, Bech32m>::new(data)
    }

    /// A bit; those beyond the last word are nought.
    fn bit(self, at: usize) -> u8 {
        self.0.get(at / WORD_BITS).map_or(0, |word| (word >> (at % WORD_BITS)) as u8 & 1)
    }

    /// What characters hold, each by its place in the alphabet.
    fn of_symbols(symbols: &[Fe32]) -> Self {
        let mut words = [0; 4];
        for (place, word) in words.iter_mut().enumerate() {
            for at in 0..WORD_BITS {
                let at_all = place * WORD_BITS + at;
                let symbol = symbols.get(at_all / SYMBOL_BITS).map_or(0, |symbol| u32::from(symbol.to_u8()));
                *word |= (symbol >> (at_all % SYMBOL_BITS) & 1) << at;
            }
        }
        Self(words)
    }

    /// Reads a text. The version is looked at before the length and the check, which a newer version may define
    /// otherwise.
    fn read(text: &str) -> Result<Self, Rejection> {
        let mut symbols = Vec::new();
        for letter in text.chars().filter(|letter| !is_between(*letter)) {
            symbols.push(symbol(letter)?);
        }
        let first = symbols.first().ok_or_else(|| Rejection::of(&["no code was given"]))?;
        let length = number(symbols.len());
        if u32::from(first.to_u8()) != VERSION {
            return Err(Rejection::of(&[
                "it begins with `",
                &String::from(letter(*first)),
                "` and has ",
                &length,
                " letters and digits, and this guide reads codes that begin with `1` and have 32: if it stands so in the \
                 record, it is of a newer form, which a newer guide reads",
            ]));
        }
        if symbols.len() != LENGTH {
            return Err(Rejection::of(&["it has ", &length, " letters and digits, and should have 32"]));
        }
        let content = Self::of_symbols(&symbols);
        if content.symbols().eq(symbols) { Ok(content) } else { Err(Rejection::of(&[WRONG])) }
    }
}

const WRONG: &str = "a letter or digit is wrong or in another's place, so compare it with the record one by one";

/// The low bits of the hash of the policy.
fn rules(policy: &Policy) -> u32 {
    let digits = policy.edition.rules.chars().filter_map(|digit| digit.to_digit(16));
    digits.fold(0, |hash, digit| hash << 4 | digit) & ((1 << RULES_BITS) - 1)
}

/// Whether a character only separates others: a space, or a hyphen as it is typed or printed.
const fn is_between(letter: char) -> bool {
    matches!(letter, '\t'..='\r' | ' ' | '-' | '\u{a0}' | '\u{2010}'..='\u{2015}')
}

fn symbol(typed: char) -> Result<Fe32, Rejection> {
    let meant = match typed.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        letter => letter,
    };
    let place = ALPHABET.iter().position(|known| char::from(*known) == meant);
    place.and_then(|place| Fe32::try_from(place as u8).ok()).ok_or_else(|| {
        let found = String::from(typed);
        Rejection::of(&["`", &found, "` stands in no code: there are only digits, and letters but never U"])
    })
}

fn letter(symbol: Fe32) -> char {
    ALPHABET.get(usize::from(symbol.to_u8())).copied().map_or(' ', char::from)
}
