//! What the compiler refuses, and in which words.
//!
//! `tests/bad/good.toml` is a small policy without a fault, and says how the files beside it are read: each is one
//! fault, with its exact complaints. `tests/bad/everything-at-once/` is a folder as an author would have it.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test may")]

use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::slice;
use std::thread;
use std::time::{Duration, Instant};

use sgii_guide::policy::compile::{File, Problem, compile, folder};

#[test]
fn the_good_policy_compiles() {
    assert_eq!(complaints(&[good()]), "");
}

#[test]
fn each_broken_policy_is_refused_in_exactly_these_words() {
    let wrong: Vec<_> = broken().iter().filter_map(difference).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_fault_of_a_policy_is_told_at_once_in_the_order_of_its_files_and_lines() {
    let path = bad().join("everything-at-once");
    let faults = folder(&path).unwrap();
    let expected = fs::read_to_string(path.join("complaints.txt")).unwrap();
    assert_eq!(complaints(&spoilt(&faults)), expected);
}

#[test]
fn a_policy_of_no_files_is_refused() {
    assert_eq!(complaints(&[]), "policy:1: there is no file that ends in `.toml`\n");
}

#[test]
fn a_policy_may_have_no_more_questions_than_a_table_holds() {
    let more = |slot: usize| {
        format!(
            "[[question]]\nid = \"q{slot}\"\nslot = {slot}\ngroup = \"incident\"\n\
             ask = \"Is it so?\"\nhint = \"Is it?\"\nwhy = \"It may be.\"\nunknown = \"Ask.\"\n"
        )
    };
    let more = File { name: "more.toml".to_owned(), text: (5..65).map(more).collect() };
    let expected = "more.toml:473: question `q64` is one question too many, and there may be 64\n";
    assert_eq!(complaints(&[good(), more]), expected);
}

#[test]
fn a_mutilated_policy_is_compiled_or_refused_but_never_breaks_the_compiler() {
    let real = folder(&Path::new(env!("CARGO_MANIFEST_DIR")).join("policy")).unwrap();
    thread::scope(|scope| {
        for seed in 1..=8 {
            let real = &real;
            scope.spawn(move || {
                mutilate(&[good()], seed, 2_500);
                mutilate(real, seed, 50);
            });
        }
    });
}

#[test]
fn a_policy_nested_beyond_reason_is_refused() {
    for piece in ["[", "{a=", "a."] {
        let text = format!("[[step]]\nwhen = {}\n{}a = 1", piece.repeat(50_000), piece.repeat(50_000));
        assert!(compile(&[File { name: "deep.toml".to_owned(), text }]).is_err());
    }
}

#[test]
fn a_policy_of_arbitrary_bytes_is_refused() {
    let mut dice = Dice(7);
    for _ in 0..2_000 {
        let bytes: Vec<u8> = (0..dice.below(200)).map(|_| dice.below(256) as u8).collect();
        let text = format!("x{}", String::from_utf8_lossy(&bytes));
        assert!(compile(&[File { name: "noise.toml".to_owned(), text }]).is_err());
    }
}

// --- Broken policies

fn bad() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/bad")
}

fn good() -> File {
    File { name: "good.toml".to_owned(), text: fs::read_to_string(bad().join("good.toml")).unwrap() }
}

/// The files that hold one fault each.
fn broken() -> Vec<File> {
    let mut files = folder(&bad()).unwrap();
    files.retain(|file| file.name != "bad/good.toml");
    assert!(files.len() > 80, "a folder of {}", files.len());
    files
}

/// What a broken policy is told, where it is not what the file says.
fn difference(fault: &File) -> Option<String> {
    let expected = notes(fault, "complains").map(|note| format!("{}:{note}\n", fault.name)).collect::<String>();
    assert!(!expected.is_empty(), "{} does not say what it complains of", fault.name);
    let told = complaints(&spoilt(slice::from_ref(fault)));
    (told != expected).then(|| format!("{}\n  expected\n{expected}  told\n{told}", fault.name))
}

fn complaints(files: &[File]) -> String {
    let problems = compile(files).err().unwrap_or_default();
    problems.iter().map(|problem: &Problem| format!("{problem}\n")).collect()
}

/// The good policy with the entries of `faults` instead of its own, and without those that they take away.
fn spoilt(faults: &[File]) -> Vec<File> {
    let good = good();
    let all = entries(&good.text);
    let taken: Vec<&str> = faults.iter().flat_map(|fault| notes(fault, "without")).collect();
    let absent = taken.iter().find(|taken| !all.iter().any(|(name, _)| name == *taken));
    assert_eq!(absent, None, "the good policy has no such entry");
    let replaced: Vec<String> = faults.iter().flat_map(|fault| entries(&fault.text)).map(|(name, _)| name).collect();
    let kept = all.iter().filter(|(name, _)| !replaced.contains(name) && !taken.contains(&name.as_str()));
    let text = kept.map(|(_, span)| &good.text[span.clone()]).collect();
    [File { text, ..good.clone() }].into_iter().chain(faults.iter().cloned()).collect()
}

/// What the comments of a file that begin with `key` say.
fn notes<'a>(file: &'a File, key: &'a str) -> impl Iterator<Item = &'a str> {
    file.text.lines().filter_map(move |line| line.strip_prefix("# ")?.strip_prefix(key)?.strip_prefix(": "))
}

/// The entries of a text, by kind, axis and identifier, for example `value scope inside`.
fn entries(text: &str) -> Vec<(String, Range<usize>)> {
    let begins_a_line = |at: &usize| *at == 0 || text[..*at].ends_with('\n');
    let starts: Vec<usize> = text.match_indices('[').map(|(at, _)| at).filter(begins_a_line).collect();
    let ends = starts.iter().skip(1).copied().chain([text.len()]);
    starts.iter().zip(ends).map(|(start, end)| (name(&text[*start..end]), *start..end)).collect()
}

fn name(entry: &str) -> String {
    let kind = entry.lines().next().unwrap().trim_matches(['[', ']']);
    let field = |key: &str| {
        let mut lines = entry.lines();
        lines.find_map(|line| line.strip_prefix(key)?.strip_prefix(" = \"")?.strip_suffix('"'))
    };
    let parts = [Some(kind), field("axis"), field("id").filter(|_| kind != "edition")];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

// --- Mutilated policies

/// Compiles `times` policies, each `files` with a few pieces cut, doubled, swapped or overwritten.
fn mutilate(files: &[File], seed: u64, times: usize) {
    let mut dice = Dice(seed);
    for _ in 0..times {
        let mut files = files.to_vec();
        for _ in 0..=dice.below(3) {
            let file = dice.below(files.len());
            files[file].text = mutilated(&files[file].text, &mut dice);
        }
        let start = Instant::now();
        let _ = compile(&files);
        assert!(start.elapsed() < Duration::from_secs(20), "too slow: {:?}", files.last());
    }
}

fn mutilated(text: &str, dice: &mut Dice) -> String {
    match dice.below(4) {
        0 => with_words_swapped(text, dice),
        1 => with_a_line_moved(text, dice),
        2 => with_an_entry_changed(text, dice),
        _ => with_a_byte_changed(text, dice),
    }
}

/// One quoted word stands where another did: the fault that authors make, and one that keeps the TOML whole.
fn with_words_swapped(text: &str, dice: &mut Dice) -> String {
    let mut parts: Vec<&str> = text.split('"').collect();
    let (to, from) = (dice.below(parts.len()) | 1, dice.below(parts.len()) | 1);
    if to < parts.len() && from < parts.len() {
        parts[to] = parts[from];
    }
    parts.join("\"")
}

/// One line is left out, or doubled somewhere else.
fn with_a_line_moved(text: &str, dice: &mut Dice) -> String {
    let mut lines: Vec<&str> = text.lines().collect();
    let line = lines.remove(dice.below(lines.len()));
    if dice.below(2) == 0 {
        lines.insert(dice.below(lines.len()), line);
    }
    lines.join("\n")
}

/// One entry is left out, or doubled at the end.
fn with_an_entry_changed(text: &str, dice: &mut Dice) -> String {
    let entries = entries(text);
    if entries.is_empty() {
        return text.to_owned();
    }
    let (_, span) = &entries[dice.below(entries.len())];
    let (before, entry, after) = (&text[..span.start], &text[span.clone()], &text[span.end..]);
    if dice.below(2) == 0 { format!("{before}{after}") } else { format!("{text}\n{entry}") }
}

fn with_a_byte_changed(text: &str, dice: &mut Dice) -> String {
    let mut bytes = text.as_bytes().to_vec();
    let place = dice.below(bytes.len());
    bytes[place] = b"[]{}\"=,\n.'#\\ \0\xffa0"[dice.below(17)];
    String::from_utf8_lossy(&bytes).into_owned()
}

/// Numbers that look random and are the same on every run (xorshift, Marsaglia 2003).
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 33) as usize % limit
    }
}
