//! The case code: the same answers come back, what was misheard or mistyped is refused, and codes of other editions
//! are read.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test may")]

use std::fs;
use std::path::Path;

use sgii_guide::Incident;
use sgii_guide::code::{Packed, Reopened, decode, encode};
use sgii_guide::edition::POLICY;
use sgii_guide::policy::Policy;
use sgii_guide::policy::compile::{File, compile};
use sgii_guide::policy::cube::Question;
use sgii_guide::policy::vocabulary::{Answer, Nation, Word};
use sgii_guide::proof::sample;

const ALPHABET: &str = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

fn incidents(count: usize) -> impl Iterator<Item = Incident> {
    sample::incidents(&POLICY).take(count)
}

#[track_caller]
fn opened(policy: &Policy, code: &str) -> Reopened {
    decode(policy, code).unwrap_or_else(|refused| panic!("{code}: {refused}"))
}

#[track_caller]
fn refused(code: &str, complaint: &str) {
    assert_eq!(decode(&POLICY, code).unwrap_err().text(), complaint, "{code}");
}

// --- The same answers

#[test]
fn a_code_opens_the_same_incident() {
    for incident in incidents(20_000) {
        let code = encode(&POLICY, incident);
        let expected = Reopened { incident, same_rules: true, retired: Vec::new(), unknown: false };
        assert_eq!(opened(&POLICY, &code), expected, "{code}");
    }
}

#[test]
fn what_is_packed_is_unpacked() {
    for incident in incidents(20_000) {
        assert_eq!(Packed::of(&POLICY, incident).incident(&POLICY), Ok(incident));
    }
}

#[test]
fn an_incident_is_packed_two_bits_a_field() {
    let question = |id: &str| POLICY.question(id).unwrap();
    let [first, second] = [&POLICY.questions[0], &POLICY.questions[1]];
    assert_eq!([first.logic.slot, second.logic.slot], [0, 1]);
    let incident =
        Incident::new(Nation::Scotland).with(question(&first.id), Answer::No).with(question(&second.id), Answer::Yes);
    assert_eq!(Packed::of(&POLICY, incident), Packed([2, 0b11_01, 0, 0]));
}

#[test]
fn what_no_question_or_nation_has_is_no_incident() {
    let refused = |packed| Packed(packed).incident(&POLICY).unwrap_err().text();
    assert_eq!(refused([0, 0, 0, 0b10 << 30]), "a slot is answered that no question has");
    assert_eq!(refused([4, 0, 0, 0]), "the first word is no nation");
    assert_eq!(refused([256, 0, 0, 0]), "the first word is no nation");
}

#[test]
fn the_slots_are_those_of_the_questions_in_file_order() {
    assert!(POLICY.questions.iter().map(|question| usize::from(question.logic.slot)).eq(0..POLICY.questions.len()));
    assert!(POLICY.retired.is_empty());
}

#[test]
fn a_code_of_whatever_edition_is_eight_groups_of_four_and_begins_with_the_version() {
    let editions = [6, 47].map(|slot| edition("", &[&format!("last@{slot}")]));
    for edition in editions.iter().chain([&POLICY]) {
        for nation in Nation::ALL {
            let code = encode(edition, Incident::new(*nation));
            let groups: Vec<&str> = code.split('-').collect();
            assert_eq!(groups.len(), 8, "{code}");
            assert!(
                groups.iter().all(|group| group.len() == 4 && group.chars().all(|letter| ALPHABET.contains(letter)))
            );
            assert!(code.starts_with('1'), "{code}");
        }
    }
}

/// The value of each character.
fn symbols(code: &str) -> Vec<u32> {
    code.chars().filter_map(|letter| ALPHABET.find(letter)).map(|symbol| symbol as u32).collect()
}

/// What a code holds, the lowest bit first.
fn content(symbols: &[u32]) -> u128 {
    symbols[..26].iter().rev().fold(0, |bits, symbol| bits << 5 | u128::from(*symbol))
}

/// The code that holds this, with the check of BIP 350 worked out as it is written there.
fn code_with(content: u128) -> String {
    let data: Vec<u32> = (0..26).map(|place| (content >> (5 * place)) as u32 & 31).collect();
    code_of(&data)
}

fn code_of(data: &[u32]) -> String {
    let mut rest = 1_u32;
    for symbol in data.iter().chain(&[0; 6]) {
        let top = rest >> 25;
        rest = (rest & 0x1FF_FFFF) << 5 ^ symbol;
        let parts = [0x3B6A_57B2, 0x2650_8E6D, 0x1EA1_19FA, 0x3D42_33DD, 0x2A14_62B3];
        rest = parts.iter().enumerate().fold(rest, |rest, (bit, part)| rest ^ ((top >> bit & 1) * part));
    }
    let check = (0..6).rev().map(|place| (rest ^ 0x2BC8_30A3) >> (5 * place) & 31);
    let symbols = data.iter().copied().chain(check);
    symbols.map(|symbol| char::from(ALPHABET.as_bytes()[symbol as usize])).collect()
}

#[test]
fn a_code_holds_the_version_the_nation_the_end_of_the_hash_of_its_rules_and_the_answers_in_this_order() {
    let rules = &POLICY.edition.rules;
    let rules = u128::from_str_radix(&rules[rules.len() - 6..], 16).unwrap();
    for incident in incidents(500) {
        let Packed([nation, words @ ..]) = Packed::of(&POLICY, incident);
        let answers = words.iter().rev().fold(0, |bits, word| bits << 32 | u128::from(*word));
        let expected = 1 | u128::from(nation) << 5 | rules << 8 | answers << 32;
        let code = encode(&POLICY, incident);
        assert_eq!(content(&symbols(&code)), expected, "{code}");
        assert_eq!(code_with(expected), code.replace('-', ""));
    }
}

#[test]
fn however_it_is_written_down_it_is_the_same_code() {
    let tries_both =
        |incident: &Incident| encode(&POLICY, *incident).contains('0') && encode(&POLICY, *incident).contains('1');
    let incident = incidents(1_000).find(tries_both).unwrap();
    let code = encode(&POLICY, incident);
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
        assert_eq!(opened(&POLICY, &way).incident, incident, "{way}");
    }
}

// --- What was misheard or mistyped

#[test]
fn nothing_can_be_added_that_says_nothing() {
    for incident in incidents(5_000) {
        let code = encode(&POLICY, incident);
        for slip in [format!("0000{code}"), format!("{code}0000"), "0".repeat(32), "1".repeat(32)] {
            assert!(decode(&POLICY, &slip).is_err(), "{slip}");
        }
    }
}

#[test]
fn a_complaint_says_what_is_wrong_and_what_was_expected() {
    let code = encode(&POLICY, Incident::new(Nation::England));
    let wrong = "a letter or digit is wrong or in another's place, so compare it with the record one by one";
    refused("", "no code was given");
    refused(" - ", "no code was given");
    refused("1F7K", "it has 4 letters and digits, and should have 32");
    refused("1F7K-4F7K-4", "it has 9 letters and digits, and should have 32");
    refused(&code[..code.len() - 1], "it has 31 letters and digits, and should have 32");
    refused(&format!("{code}{code}"), "it has 64 letters and digits, and should have 32");
    refused(&"1".repeat(100_000), "it has 100,000 letters and digits, and should have 32");
    refused(&"1".repeat(32), wrong);
    refused("1F7K-UP", "`U` stands in no code: there are only digits, and letters but never U");
    refused("1F7\u{1F600}", "`\u{1F600}` stands in no code: there are only digits, and letters but never U");
}

#[test]
fn a_code_of_another_form_is_told_from_a_wrong_one_whether_or_not_its_check_holds() {
    let newer = |first: &str, length: &str| {
        format!(
            "it begins with `{first}` and has {length} letters and digits, and this guide reads codes that begin with \
             `1` and have 32: if it stands so in the record, it is of a newer form, which a newer guide reads"
        )
    };
    let holding = content(&symbols(&encode(&POLICY, Incident::new(Nation::Wales))));
    for version in (0..32).filter(|version| *version != 1) {
        let code = code_with(holding & !31 | version);
        refused(&code, &newer(&code[..1], "32"));
        refused(&format!("{}1", &code[..31]), &newer(&code[..1], "32"));
    }
    refused("4F7K-4F7K-4", &newer("4", "9"));
}

#[test]
fn a_nation_that_this_edition_does_not_know_is_refused_as_one() {
    let holding = content(&symbols(&encode(&POLICY, Incident::new(Nation::England))));
    for nation in 0..8 {
        let code = code_with(holding | nation << 5);
        match Nation::at(nation as u8) {
            Some(nation) => assert_eq!(opened(&POLICY, &code).incident, Incident::new(nation)),
            None => refused(
                &code,
                "it is of a nation that this edition of the guide does not know, so open it in a newer one",
            ),
        }
    }
}

#[test]
fn the_two_bits_that_hold_nothing_are_nought() {
    let mut data = symbols(&encode(&POLICY, Incident::new(Nation::England)))[..26].to_vec();
    assert!(decode(&POLICY, &code_of(&data)).is_ok());
    for bit in 0..5 {
        data[25] ^= 1 << bit;
        let unknown = decode(&POLICY, &code_of(&data)).map(|opened| opened.unknown);
        assert_eq!(unknown.ok(), (bit < 3).then_some(true), "bit {bit}");
        data[25] ^= 1 << bit;
    }
}

// --- Codes of other editions

/// The small policy with the files after it, each kind of question written as `id@slot`.
fn edition(retired: &str, more: &[&str]) -> Policy {
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
    compile(&files).unwrap_or_else(|problems| panic!("{problems:?}"))
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
    let later = edition("", &["one@9", "two@47"]);
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
fn every_edition_reads_the_codes_of_every_other() {
    let editions = [6, 15, 16, 31, 32, 46, 47].map(|slot| edition("", &[&format!("last@{slot}")]));
    for (made, read) in editions.iter().flat_map(|made| editions.iter().map(move |read| (made, read))) {
        let last = Question::at(made.questions.len() - 1);
        for incident in sample::incidents(made).take(500) {
            let opened = opened(read, &encode(made, incident));
            assert_eq!(opened.same_rules, made == read);
            assert_eq!(opened.incident.without(last), incident.without(last));
            assert_eq!(opened.unknown, made != read && incident.answer(last).is_some());
        }
    }
}
