//! What the compiler refuses, and in which words.
//!
//! `tests/bad/good.toml` is a small policy without a fault, and says how the files beside it are read: each is one
//! fault, with its exact complaints. `tests/bad/everything-at-once/` is a folder as an author would have it.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test may")]

use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::slice;

use sgii_guide::policy::compile::{File, Problem, compile, folder};
use sgii_guide::policy::labels::Notice;
use sgii_guide::policy::vocabulary::Word;

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
    assert_eq!(complaints(&[]), "policy:1:1: there is no file that ends in `.toml`\n");
}

#[test]
fn questions_and_those_made_not_known_are_no_more_than_a_table_holds() {
    let question = |slot: usize| {
        format!(
            "[[question]]\nid = \"q{slot}\"\nslot = {slot}\ngroup = \"incident\"\n\
             ask = \"Is it so?\"\nhint = \"Is it?\"\nwhy = \"It may be.\"\nunknown = \"Ask.\"\n"
        )
    };
    let reading = |slot: usize| {
        format!(
            "[[reading]]\nid = \"r{slot}\"\nquestion = \"q{slot}\"\nfrom = [\"no\"]\nto = \"unsure\"\n\
             when.unverified-contact = [\"yes\"]\nsays = \"So.\"\n"
        )
    };
    // With those of the small policy there are 48 questions, and one reading more. For the entry of no kind it is refused
    // before any row is worked out.
    let told = |readings: Range<usize>| {
        let text = readings.map(reading).chain((5..48).map(question)).collect::<String>() + "[[odd]]\n";
        complaints(&[good(), File { name: "more.toml".to_owned(), text }])
    };
    let too_many = "more.toml:106:1: reading `r20` makes one question too many not known: those and all questions may be \
                    64 together\n";
    assert!(told(5..21).starts_with(too_many), "{}", told(5..21));
    assert!(!told(5..20).contains("too many"));
}

#[test]
fn no_notice_of_the_policy_can_go_missing() {
    let files = folder(&Path::new(env!("CARGO_MANIFEST_DIR")).join("policy")).unwrap();
    for notice in Notice::ALL {
        let named = format!("[[notice]]\nid = \"{}\"", notice.id());
        let renamed = format!("[[notice]]\nid = \"left-out-{}\"", notice.id());
        let without: Vec<File> = files
            .iter()
            .map(|file| File { name: file.name.clone(), text: file.text.replace(&named, &renamed) })
            .collect();
        let missing = format!("there is no `[[notice]]` with the identifier `{}`, which is shown", notice.id());
        assert!(complaints(&without).contains(&missing), "{named}");
    }
}

#[test]
fn a_file_of_nothing_but_faults_is_told_the_first_two_thousand_and_how_many_more() {
    for fault in ["= ] [\n", "[[question]]\n", "[[nonsense]]\na = 1\n[nonsense]\n"] {
        let files = [File { name: "x.toml".to_owned(), text: fault.repeat(20_000) }];
        let problems = compile(&files).unwrap_err();
        let last = problems.last().map(ToString::to_string).unwrap_or_default();
        assert!(problems.len() <= 2_001, "{}", problems.len());
        assert!(last.starts_with("x.toml:") && last.ends_with("more problems are not listed"), "{last}");
    }
}

#[test]
fn a_file_longer_than_any_policy_is_refused_unread() {
    let file = File { name: "x.toml".to_owned(), text: "= ] [\n".repeat(200_000) };
    assert_eq!(complaints(&[good(), file]), "x.toml:1:1: more than 1 MiB, which no policy needs\n");
}

#[test]
fn a_problem_is_one_line_that_a_terminal_only_shows() {
    let text = "[[question]]\nid = \"a\"\n\"\\u001b[31m\\nb\" = 1\n".to_owned();
    let problems = complaints(&[File { name: "a\nb.toml".to_owned(), text }]);
    assert!(
        problems.contains(r"a\u000ab.toml:3:1: question `a` has an unknown field `\u001b[31m\u000ab`"),
        "{problems}"
    );
    assert!(problems.lines().all(|line| line.starts_with(r"a\u000ab.toml:")), "{problems}");
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
