//! The case code: the same answers come back, what was misheard or mistyped is refused, and codes of other editions
//! are read.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test may")]

use std::collections::HashSet;
use std::fs;
use std::path::Path;

use sgii_guide::Incident;
use sgii_guide::code::{Packed, Reopened, decode, encode};
use sgii_guide::edition::LOGIC;
use sgii_guide::policy::compile::{File, compile};
use sgii_guide::policy::logic::Logic;
use sgii_guide::policy::vocabulary::{Answer, Nation};
use sgii_guide::proof::sample;

const ALPHABET: &str = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

fn incidents(count: usize) -> impl Iterator<Item = Incident> {
    sample::incidents(&LOGIC).take(count)
}

#[track_caller]
fn opened(logic: &Logic, code: &str) -> Reopened {
    decode(logic, code).unwrap_or_else(|refused| panic!("{code}: {refused}"))
}

#[track_caller]
fn refused(code: &str, complaint: &str) {
    assert_eq!(decode(&LOGIC, code).unwrap_err().text(), complaint, "{code}");
}

// --- The same answers

#[test]
fn a_code_opens_the_same_incident() {
    for incident in incidents(20_000) {
        let code = encode(&LOGIC, incident);
        let expected = Reopened { incident, same_rules: true, retired: Vec::new(), unknown: false };
        assert_eq!(opened(&LOGIC, &code), expected, "{code}");
    }
}

#[test]
fn what_is_packed_is_unpacked() {
    for incident in incidents(20_000) {
        assert_eq!(Packed::of(&LOGIC, incident).incident(&LOGIC), Ok(incident));
    }
}

#[test]
fn an_incident_is_packed_two_bits_a_field() {
    let question = |id: &str| LOGIC.question(id).unwrap();
    let [first, second] = [&LOGIC.questions[0], &LOGIC.questions[1]];
    assert_eq!([first.slot, second.slot], [0, 1]);
    let incident =
        Incident::new(Nation::Scotland).with(question(&first.id), Answer::No).with(question(&second.id), Answer::Yes);
    assert_eq!(Packed::of(&LOGIC, incident), Packed([0b11_01_10, 0, 0, 0]));
}

#[test]
fn what_no_question_has_is_no_incident() {
    let refused = Packed([0, 0, 0, 0b10 << 28]).incident(&LOGIC).unwrap_err();
    assert_eq!(refused.text(), "a slot is answered that no question has");
}

#[test]
fn a_code_is_six_groups_of_four_and_ends_in_what_the_rules_and_the_answers_make_it() {
    let code = encode(&LOGIC, Incident::new(Nation::England));
    let groups: Vec<&str> = code.split('-').collect();
    assert_eq!(groups.len(), 6, "{code}");
    assert!(groups.iter().all(|group| group.len() == 4 && group.chars().all(|letter| ALPHABET.contains(letter))));
    assert_ne!(code, encode(&LOGIC, Incident::new(Nation::Wales)));
}

/// The value of each character.
fn symbols(code: &str) -> Vec<u32> {
    code.chars().filter_map(|letter| ALPHABET.find(letter)).map(|symbol| symbol as u32).collect()
}

#[test]
fn a_code_begins_with_the_end_of_the_hash_of_its_rules() {
    let symbols = symbols(&encode(&LOGIC, Incident::new(Nation::England)));
    let bits = symbols.iter().take(5).rev().fold(0, |bits, symbol| bits << 5 | symbol);
    let hash = &LOGIC.edition.rules;
    assert_eq!(format!("{:06x}", bits & 0xFF_FFFF), hash[hash.len() - 6..]);
}

/// A product with a, the root of a⁵ + a² + 1, in the field of 32 elements.
const fn times_a(value: u32) -> u32 {
    let product = value << 1;
    if product & 0b10_0000 == 0 { product } else { product ^ 0b10_0101 }
}

#[test]
fn a_code_is_nought_at_every_root_of_the_generator() {
    for incident in incidents(500) {
        let mut symbols = symbols(&encode(&LOGIC, incident));
        // Their number counts where the fourth character does.
        symbols[3] ^= symbols.len() as u32;
        for power in 0..4 {
            let times_root = |value| (0..power).fold(value, |value, _| times_a(value));
            assert_eq!(symbols.iter().fold(0, |value, symbol| times_root(value) ^ symbol), 0, "{incident:?}");
        }
    }
}

#[test]
fn however_it_is_written_down_it_is_the_same_code() {
    let tries_both =
        |incident: &Incident| encode(&LOGIC, *incident).contains('0') && encode(&LOGIC, *incident).contains('1');
    let incident = incidents(1_000).find(tries_both).unwrap();
    let code = encode(&LOGIC, incident);
    let spoken = code.replace('0', "o").replace('1', "l");
    let ways = [
        code.to_lowercase(),
        code.replace('-', ""),
        code.replace('-', "  "),
        code.replace('-', " \u{2013} "),
        format!("\n\t{code}\r\n"),
        code.replace('0', "O").replace('1', "I"),
        spoken,
    ];
    for way in ways {
        assert_eq!(opened(&LOGIC, &way).incident, incident, "{way}");
    }
}

// --- What was misheard or mistyped

/// Every text with one character of the code changed to another of the alphabet, and with two neighbours swapped.
fn slips(code: &str) -> Vec<String> {
    let letters: Vec<char> = code.replace('-', "").chars().collect();
    let text = |letters: Vec<char>| letters.into_iter().collect::<String>();
    let changed = (0..letters.len()).flat_map(|place| ALPHABET.chars().map(move |letter| (place, letter)));
    let changed = changed.filter(|(place, letter)| letters[*place] != *letter).map(|(place, letter)| {
        let mut slip = letters.clone();
        slip[place] = letter;
        text(slip)
    });
    let swapped = (1..letters.len()).filter(|place| letters[*place] != letters[place - 1]).map(|place| {
        let mut slip = letters.clone();
        slip.swap(place - 1, place);
        text(slip)
    });
    changed.chain(swapped).collect()
}

#[test]
fn every_wrong_character_and_every_swap_of_two_neighbours_is_refused() {
    let mut tried = 0;
    for incident in incidents(2_000) {
        for slip in slips(&encode(&LOGIC, incident)) {
            assert!(decode(&LOGIC, &slip).is_err(), "{slip}");
            tried += 1;
        }
    }
    assert!(tried > 1_500_000, "{tried}");
}

#[test]
fn every_two_wrong_characters_are_refused() {
    let code: Vec<char> = encode(&LOGIC, incidents(9).last().unwrap()).replace('-', "").chars().collect();
    for (place, second) in (0..code.len()).flat_map(|place| (0..place).map(move |second| (place, second))) {
        for (one, other) in ALPHABET.chars().flat_map(|one| ALPHABET.chars().map(move |other| (one, other))) {
            let mut slip = code.clone();
            (slip[place], slip[second]) = (one, other);
            let slip: String = slip.into_iter().collect();
            assert!(slip.chars().eq(code.iter().copied()) || decode(&LOGIC, &slip).is_err(), "{slip}");
        }
    }
}

#[test]
fn a_group_lost_doubled_or_moved_is_refused_nearly_always() {
    let (mut tried, mut passed) = (0, 0);
    for incident in incidents(5_000) {
        let code = encode(&LOGIC, incident);
        let groups: Vec<&str> = code.split('-').collect();
        for (one, other) in (0..groups.len()).flat_map(|one| (0..groups.len()).map(move |other| (one, other))) {
            let mut lost = groups.clone();
            lost.remove(one);
            let mut doubled = groups.clone();
            doubled.insert(other, groups[one]);
            let mut moved = lost.clone();
            moved.insert(other, groups[one]);
            for slip in [lost, doubled, moved].map(|groups| groups.join("-")).iter().filter(|slip| **slip != code) {
                tried += 1;
                passed += u32::from(decode(&LOGIC, slip).is_ok());
            }
        }
    }
    // What passes once passes for every incident whose groups differ in the same way.
    assert!(tried > 400_000 && passed * 50_000 <= tried, "{passed} of {tried}");
}

#[test]
fn nothing_can_be_added_that_says_nothing() {
    for incident in incidents(5_000) {
        let code = encode(&LOGIC, incident);
        for slip in [format!("0000{code}"), format!("{code}0000"), "0".repeat(24), "0".repeat(28)] {
            assert!(decode(&LOGIC, &slip).is_err(), "{slip}");
        }
    }
}

#[test]
fn of_other_texts_about_one_in_a_million_passes() {
    let code = encode(&LOGIC, Incident::new(Nation::England)).replace('-', "");
    let mut passed = 0;
    for chosen in 0..1_u32 << 20 {
        // The last group but one is anything: of these, exactly one has the check characters that stand there.
        let any: String =
            (0..4).map(|place| char::from(ALPHABET.as_bytes()[(chosen >> (5 * place) & 31) as usize])).collect();
        passed += u32::from(decode(&LOGIC, &format!("{}{any}{}", &code[..16], &code[20..])).is_ok());
    }
    assert_eq!(passed, 1);
}

#[test]
fn a_complaint_says_what_is_wrong_and_what_was_expected() {
    let code = encode(&LOGIC, Incident::new(Nation::England));
    let wrong = "a letter or digit is wrong or in another's place, so compare it with the record one by one";
    refused("", "no code was given");
    refused("4F7K", "it has 4 letters and digits, and should have 24");
    refused("4F7K-4F7K-4", "it has 9 letters and digits, and should have 24");
    refused(&code[1..], "it has 23 letters and digits, and should have 24");
    refused(&format!("{code}{code}"), "it has 48 letters and digits, and should have 24");
    refused(&"7".repeat(28), "it has 28 letters and digits, and should have 24");
    refused(&"7".repeat(24), wrong);
    refused("4F7K-UP", "`U` stands in no code: there are only digits, and letters but never U");
    refused("4F7\u{1F600}", "`\u{1F600}` stands in no code: there are only digits, and letters but never U");
}

// --- Long codes, as an edition has whose slots are many

/// What is left of a polynomial, the highest first, on division by the generator x⁴ + x³ + (a + 1)x² + x + 1.
fn rest(symbols: &[u32]) -> [u32; 4] {
    symbols.iter().fold([0; 4], |[third, second, first, none], symbol| {
        [third ^ second, third ^ times_a(third) ^ first, third ^ none, third ^ symbol]
    })
}

fn times(scalar: u32, value: u32) -> u32 {
    (0..5)
        .filter(|bit| scalar >> bit & 1 == 1)
        .fold(0, |product, power| product ^ (0..power).fold(value, |value, _| times_a(value)))
}

#[test]
fn a_long_code_is_a_multiple_of_the_generator() {
    for edition in [47, 56, 57, 62].map(|slot| edition("", &[&format!("last@{slot}")])) {
        for incident in sample::incidents(&edition).take(500) {
            let mut symbols = symbols(&encode(&edition, incident));
            let length = symbols.len() as u32;
            symbols[3] ^= length & 31;
            symbols[2] ^= length >> 5;
            assert_eq!(rest(&symbols), [0; 4], "{incident:?}");
        }
    }
}

#[test]
fn every_three_wrong_characters_of_the_longest_code_are_refused() {
    // Errors add nought to what is left on division only if what three places leave, each times something, adds up to it.
    let left: Vec<[u32; 4]> = (0..36).map(|place| rest(&[vec![1], vec![0; place]].concat())).collect();
    let multiple = |scalar: u32, left: [u32; 4]| left.map(|part| times(scalar, part));
    let one_place: HashSet<[u32; 4]> =
        (1..32).flat_map(|scalar| left.iter().map(move |left| multiple(scalar, *left))).collect();
    assert_eq!(one_place.len(), 36 * 31, "two wrong characters");
    for (other, second) in left.iter().enumerate() {
        for (one, first) in left.iter().enumerate().take(other) {
            for scalar in 1..32 {
                let second = multiple(scalar, *second);
                let sum = [0, 1, 2, 3].map(|part| first[part] ^ second[part]);
                assert!(!one_place.contains(&sum), "{one}, {other}");
            }
        }
    }
}

#[test]
fn what_lies_above_the_last_slot_is_refused() {
    let edition = edition("", &["last@62"]);
    let mut symbols = symbols(&encode(&edition, Incident::new(Nation::England)));
    for bit in 0..5 {
        let code = |symbols: &[u32]| -> String {
            symbols.iter().map(|symbol| char::from(ALPHABET.as_bytes()[*symbol as usize])).collect()
        };
        let error = [vec![1 << bit], vec![0; 5]].concat();
        symbols[30] ^= 1 << bit;
        for (symbol, left) in symbols[32..].iter_mut().zip(rest(&error)) {
            *symbol ^= left;
        }
        // Two bits of the 31st character are the last slot's.
        assert_eq!(decode(&edition, &code(&symbols)).is_ok(), bit < 2, "{bit}");
    }
}

// --- Codes of other editions

/// The small policy with the files after it, each kind of question written as `id@slot`.
fn edition(retired: &str, more: &[&str]) -> Logic {
    let good = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/bad/good.toml")).unwrap();
    let text = good.replace("retired = [", &format!("retired-questions = {{ {retired} }}\nretired = ["));
    let more = more.iter().map(|more| {
        let (id, slot) = more.split_once('@').unwrap();
        format!(
            "[[question]]\nid = \"{id}\"\nslot = {slot}\ngroup = \"incident\"\nask = \"Is it so?\"\nhint = \"Is it?\"\n\
             why = \"It may be.\"\nunknown = \"Ask.\"\n\n[[response]]\nid = \"{id}\"\nthen = \"seek-advice\"\n\
             scope = \"any\"\nwhen = {{ {id} = [\"yes\"] }}\nbasis = \"guidance\"\ncite = [\"ukcis@2024-03\"]\n\
             says = \"It is so.\"\n"
        )
    });
    let files = [File { name: "edition.toml".to_owned(), text: text + &more.collect::<String>() }];
    compile(&files).unwrap_or_else(|problems| panic!("{problems:?}")).logic
}

#[test]
fn a_code_of_an_earlier_edition_opens_with_what_was_retired_since_by_name() {
    let before = edition("", &["later@9", "gone@10"]);
    let now = edition("gone = 10", &["later@9"]);
    let kept = Incident::new(Nation::NorthernIreland).with(before.question("later").unwrap(), Answer::Unsure);
    let code = encode(&before, kept.with(before.question("gone").unwrap(), Answer::Yes));
    let Reopened { incident, same_rules, retired, unknown } = opened(&now, &code);
    assert!(!same_rules && !unknown);
    assert_eq!(incident, kept);
    assert_eq!(retired.iter().map(|id| &**id).collect::<Vec<_>>(), ["gone"]);
}

#[test]
fn a_code_of_a_later_edition_opens_and_says_that_some_answers_are_not_known_here() {
    let now = edition("", &[]);
    let later = edition("", &["one@9", "two@62"]);
    let told = [("one", Answer::No), ("two", Answer::Yes)];
    let told = told
        .iter()
        .fold(Incident::new(Nation::Wales), |told, (id, answer)| told.with(later.question(id).unwrap(), *answer));
    let code = encode(&later, told);
    let opened = opened(&now, &code);
    assert_eq!(opened.incident, Incident::new(Nation::Wales));
    assert_eq!((opened.same_rules, opened.retired.len(), opened.unknown), (false, 0, true));
}

#[test]
fn a_code_is_as_long_as_the_highest_slot_needs() {
    let characters = |slot: u8| {
        let edition = edition("", &[&format!("last@{slot}")]);
        encode(&edition, Incident::new(Nation::England)).replace('-', "").len()
    };
    let expected = [
        (6, 12),
        (7, 16),
        (16, 16),
        (17, 20),
        (26, 20),
        (27, 24),
        (36, 24),
        (37, 28),
        (46, 28),
        (47, 32),
        (56, 32),
        (57, 36),
        (62, 36),
    ];
    for (slot, length) in expected {
        assert_eq!(characters(slot), length, "slot {slot}");
    }
}

#[test]
fn every_edition_reads_the_codes_of_every_other() {
    let editions = [6, 16, 26, 36, 46, 56, 62].map(|slot| edition("", &[&format!("last@{slot}")]));
    for (made, read) in editions.iter().flat_map(|made| editions.iter().map(move |read| (made, read))) {
        let shared: Vec<_> = (0..made.questions.len() - 1).collect();
        for incident in sample::incidents(made).take(500) {
            let opened = opened(read, &encode(made, incident));
            assert_eq!(opened.same_rules, made == read);
            let expected = shared.iter().fold(Incident::new(incident.nation), |told, place| {
                incident.answer(1 << place).map_or(told, |answer| told.with(1 << place, answer))
            });
            let last = 1 << (made.questions.len() - 1);
            assert_eq!(opened.incident.without(last), expected);
            assert_eq!(opened.unknown, made != read && incident.answer(last).is_some());
        }
    }
}
