//! Arbitrary bytes at every boundary: they are refused in words or understood exactly, and never break anything.
//!
//! Everything in `tests/corpus/` is tried, and then mutants of it, the same ones on every run. `FUZZ_TIMES` multiplies
//! how many; it is 1 unless told otherwise.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test may")]

use std::env;
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use mutatis::{Candidates, Context, Mutate, Session};
use serde_json::Value;
use sgii_guide::code::{Packed, Reopened, decode, encode};
use sgii_guide::edition::POLICY;
use sgii_guide::json::Told;
use sgii_guide::policy::Policy;
use sgii_guide::policy::compile::{File, compile, folder};
use sgii_guide::proof::sample;
use sgii_guide::{Incident, assess, json};

type Bytes = Vec<u8>;

// --- Incidents as JSON

#[test]
fn json_is_refused_in_words_or_is_the_incident_that_it_says() {
    let mut seeds = corpus("json");
    seeds.extend(["[", "{\"answers\":", "{\"nation\":\"england\",\"answers\":{\"shared\":["].map(deep));
    seeds.extend(sample::incidents(&POLICY).take(20).map(|incident| text_of(incident).into_bytes()));
    fuzz(&seeds, &["\"", ",", ":", "{"], 50_000, |bytes| {
        let Ok(text) = std::str::from_utf8(bytes) else { return };
        match json::incident(&POLICY, text) {
            Ok(incident) => says_exactly(text, incident),
            Err(refused) => assert_in_words(&refused.0),
        }
    });
}

fn text_of(incident: Incident) -> String {
    serde_json::to_string(&Told { policy: &POLICY, incident }).unwrap()
}

/// An accepted text says the incident, nothing more, and nothing twice.
fn says_exactly(text: &str, incident: Incident) {
    let told = text_of(incident);
    assert_eq!(json::incident(&POLICY, &told), Ok(incident));
    let [said, understood]: [Value; 2] = [text, &told].map(|text| serde_json::from_str(text).unwrap());
    assert_eq!(said, understood);
    let strings = 3 + 2 * incident.told().count();
    assert_eq!(text.matches('"').count(), 2 * strings, "something is there twice");
}

/// What complaints say: what was expected, or what is wrong with the code.
const IN_WORDS: &[&str] = &[
    "expected",
    "twice",
    "is not a question either",
    " more",
    "not JSON",
    "no code was given",
    "there are only",
    "compare it with",
    "should have",
    "if it stands so in the record",
    "open it in a newer one",
];

fn assert_in_words(complaints: &[String]) {
    assert!(!complaints.is_empty());
    for complaint in complaints {
        assert!(IN_WORDS.iter().any(|words| complaint.contains(words)), "{complaint}");
    }
}

// --- Case codes

#[test]
fn a_case_code_is_refused_in_words_or_opens_what_it_says() {
    let mut seeds = corpus("code");
    seeds.push(b"7".repeat(100_000));
    seeds.extend(sample::incidents(&POLICY).take(50).map(|incident| encode(&POLICY, incident).into_bytes()));
    fuzz(&seeds, &["-", "0", "1"], 100_000, |bytes| {
        let text = String::from_utf8_lossy(bytes);
        match decode(&POLICY, &text) {
            Ok(opened) => opens_exactly(&text, &opened),
            Err(refused) => assert_in_words(&refused.0),
        }
    });
}

/// What an accepted code opens stands in it: the places of its characters are read here once more.
fn opens_exactly(text: &str, opened: &Reopened) {
    let plain: String = text.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_ascii_uppercase();
    let plain = plain.replace('O', "0").replace(['I', 'L'], "1");
    let place = |letter| "0123456789ABCDEFGHJKMNPQRSTVWXYZ".find(letter).unwrap() as u32;
    // The nation, and the answers from the second word on.
    let said = ones(plain[..26].chars().map(place), 5);
    let said: Vec<usize> = said
        .into_iter()
        .filter_map(|bit| match bit {
            5..8 => Some(bit - 5),
            32.. => Some(bit),
            _ => None,
        })
        .collect();
    let packed = ones(Packed::of(&POLICY, opened.incident).0, 32);
    assert!(packed.iter().all(|bit| said.contains(bit)), "an answer that is not there");
    assert_eq!(opened.unknown || !opened.retired.is_empty(), said != packed);
    let same = encode(&POLICY, opened.incident).replace('-', "") == plain;
    assert_eq!(opened.same_rules, same);
}

/// The places of all ones in numbers of so many bits, the lowest first.
fn ones(numbers: impl IntoIterator<Item = u32>, bits: usize) -> Vec<usize> {
    let one = move |(place, number): (usize, u32)| {
        (0..bits).filter(move |bit| number >> bit & 1 == 1).map(move |bit| place * bits + bit)
    };
    numbers.into_iter().enumerate().flat_map(one).collect()
}

// --- Policies

#[test]
fn a_policy_is_refused_at_its_lines_or_compiles_to_one_that_decides() {
    let mut seeds = corpus("policy");
    seeds.extend(["[[step]]\nwhen = [", "[[step]]\nwhen = {a=", "a."].map(deep));
    seeds.extend((0..20).map(|_| fs::read(here("tests/bad/good.toml")).unwrap()));
    fuzz(&seeds, &["\"", "\n", "\n\n", "="], 2_000, |bytes| {
        compiles_or_complains(&[File { name: "a.toml".to_owned(), text: String::from_utf8_lossy(bytes).into_owned() }]);
    });
}

#[test]
fn the_real_policy_with_a_file_changed_is_refused_at_its_lines_or_decides() {
    let real = folder(&here("policy")).unwrap();
    let seeds: Vec<Bytes> = real.iter().map(|file| file.text.clone().into_bytes()).collect();
    fuzz(&seeds, &["\"", "\n", "\n\n", "="], 50, |bytes| {
        let text = String::from_utf8_lossy(bytes).into_owned();
        let like = real.iter().enumerate().max_by_key(|(_, file)| alike(&file.text, &text)).unwrap().0;
        let mut files = real.clone();
        files[like].text = text;
        compiles_or_complains(&files);
    });
}

/// How many bytes two texts have in common at the beginning.
fn alike(one: &str, other: &str) -> usize {
    one.bytes().zip(other.bytes()).take_while(|(one, other)| one == other).count()
}

fn compiles_or_complains(files: &[File]) {
    let compiled = compile(files);
    match &compiled {
        Ok(policy) => decides(policy),
        Err(problems) => {
            assert!(!problems.is_empty());
            for problem in problems {
                let file = files.iter().find(|file| file.name == problem.file).expect("a file of the policy");
                assert!((1..=file.text.matches('\n').count() + 1).contains(&problem.line), "{problem}");
                assert!(!problem.complaint.trim().is_empty());
            }
        }
    }
    assert_eq!(compiled, compile(files), "compiled twice");
}

/// An accepted policy has a decision and a case code for any incident.
fn decides(policy: &Policy) {
    for incident in sample::incidents(policy).take(8) {
        let bounds = assess(policy, incident).response;
        assert!(bounds.at_least <= bounds.at_most);
        assert_eq!(decode(policy, &encode(policy, incident)).unwrap().incident, incident);
    }
}

// --- Mutants

fn here(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// The seeds of a kind, in the order of their names.
fn corpus(kind: &str) -> Vec<Bytes> {
    let files = fs::read_dir(here("tests/corpus").join(kind)).unwrap();
    let mut paths: Vec<_> = files.map(|file| file.unwrap().path()).collect();
    paths.sort();
    paths.iter().map(|path| fs::read(path).unwrap()).collect()
}

/// Nested a hundred thousand deep.
fn deep(piece: &str) -> Bytes {
    piece.repeat(100_000).into_bytes()
}

/// Tries every seed, then mutants of those of a sensible size: one to eight changes each, of parts between separators
/// and of single bytes.
fn fuzz(seeds: &[Bytes], separators: &[&str], runs: usize, check: impl Fn(&[u8])) {
    seeds.iter().for_each(|seed| try_one(seed, &check));
    let small: Vec<Bytes> = seeds.iter().filter(|seed| seed.len() < 50_000).cloned().collect();
    let mut mutator = Parts { separators, seeds: &small };
    let mut session = Session::new().seed(0x5AFE);
    for run in 0..runs * times() {
        let mut mutant = small[run % small.len()].clone();
        for _ in 0..=run / small.len() % 8 {
            session.mutate_with(&mut mutator, &mut mutant).unwrap();
        }
        try_one(&mutant, &check);
    }
}

fn times() -> usize {
    env::var("FUZZ_TIMES").map_or(1, |times| times.parse().expect("FUZZ_TIMES is a number"))
}

/// A mutant that breaks something is shown, so that it can be kept as a seed.
fn try_one(bytes: &[u8], check: impl Fn(&[u8])) {
    let start = Instant::now();
    if catch_unwind(AssertUnwindSafe(|| check(bytes))).is_err() {
        panic!("broken by b\"{}\"", bytes.escape_ascii());
    }
    assert!(start.elapsed() < Duration::from_secs(60), "hangs on b\"{}\"", bytes.escape_ascii());
}

struct Parts<'a> {
    separators: &'a [&'a str],
    seeds: &'a [Bytes],
}

impl Mutate<Bytes> for Parts<'_> {
    fn mutate(&mut self, candidates: &mut Candidates<'_>, bytes: &mut Bytes) -> mutatis::Result<()> {
        for separator in self.separators {
            candidates.mutation(|context| edit(bytes, context, separator, |parts, at, _| drop(parts.remove(at))))?;
            candidates.mutation(|context| edit(bytes, context, separator, |parts, at, to| parts.swap(at, to)))?;
            candidates
                .mutation(|context| edit(bytes, context, separator, |parts, at, to| parts[at] = parts[to].clone()))?;
            candidates.mutation(|context| {
                edit(bytes, context, separator, |parts, at, to| parts.insert(at, parts[to].clone()))
            })?;
            candidates.mutation(|context| {
                let other = split(context.rng().choose(self.seeds).unwrap(), separator);
                let from = any(context, other.len());
                edit(bytes, context, separator, |parts, at, _| parts[at] = other[from].clone())
            })?;
        }
        candidates.mutation(|context| {
            let at = any(context, bytes.len() + 1);
            bytes.insert(at, byte(context));
            Ok(())
        })?;
        candidates.mutation(|context| {
            let at = any(context, bytes.len());
            let byte = byte(context);
            bytes.get_mut(at).into_iter().for_each(|old| *old = byte);
            Ok(())
        })?;
        candidates.mutation(|context| {
            bytes.truncate(any(context, bytes.len()));
            Ok(())
        })
    }
}

/// Any place among so many; 0 where there is none.
fn any(context: &mut Context, count: usize) -> usize {
    context.rng().gen_index(count).unwrap_or_default()
}

/// A byte that means something to some reader, or any.
fn byte(context: &mut Context) -> u8 {
    let telling = b"[]{}\"=,:.\n'#\\ -0eu\0\x7f\x80\xc3\xed\xff";
    let any = context.rng().gen_u8();
    if any < 128 { telling[usize::from(any) % telling.len()] } else { context.rng().gen_u8() }
}

/// Changes the parts between separators, at one of them and with another.
fn edit(
    bytes: &mut Bytes,
    context: &mut Context,
    separator: &str,
    change: impl FnOnce(&mut Vec<Bytes>, usize, usize),
) -> mutatis::Result<()> {
    let mut parts = split(bytes, separator);
    let (at, to) = (any(context, parts.len()), any(context, parts.len()));
    change(&mut parts, at, to);
    *bytes = parts.join(separator.as_bytes());
    Ok(())
}

/// The parts between separators; one at least.
fn split(bytes: &[u8], separator: &str) -> Vec<Bytes> {
    let (mut parts, mut rest) = (Vec::new(), bytes);
    while let Some(at) = rest.windows(separator.len()).position(|window| window == separator.as_bytes()) {
        parts.push(rest[..at].to_vec());
        rest = &rest[at + separator.len()..];
    }
    parts.push(rest.to_vec());
    parts
}
