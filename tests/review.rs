//! The review pack: current, whole, and fit to be marked on paper.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test may")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use sgii_guide::case::{Case, FOLDER};
use sgii_guide::edition::POLICY;
use sgii_guide::policy::cube::Cube;
use sgii_guide::policy::register::{Facts, Register};
use sgii_guide::policy::set::Set;
use sgii_guide::policy::vocabulary::{Answer, Basis};
use sgii_guide::proof;
use sgii_guide::publish::review::document::{Block, Document, Line, Span, anchor};
use sgii_guide::publish::review::{Proved, pack};

const COMMAND: &str = "cargo run --bin sgii -- review";

// --- Freshness ------------------------------------------------------------------------------------------------------

#[test]
fn the_committed_pack_is_current() {
    let path = root().join("docs/generated/review.md");
    let committed = fs::read_to_string(&path).unwrap_or_default();
    let current = review().markdown();
    if committed != current {
        let line = committed.lines().zip(current.lines()).take_while(|(old, new)| old == new).count() + 1;
        panic!("docs/generated/review.md is stale from line {line} on: run `{COMMAND}` and commit what it writes");
    }
}

// --- Whole ----------------------------------------------------------------------------------------------------------

#[test]
fn everything_with_a_name_has_one_entry() {
    let found = entries(&review());
    let once: BTreeSet<&str> = found.iter().map(String::as_str).collect();
    assert_eq!(found.len(), once.len(), "an entry is there twice");
    let missing: Vec<String> = names().into_iter().filter(|name| !once.contains(name.as_str())).collect();
    assert!(missing.is_empty(), "without an entry: {missing:?}");
}

#[test]
fn every_judgement_stands_in_the_first_part_with_a_box_to_tick() {
    let pack = review();
    let rows = pack.parts[0].blocks.iter().filter_map(|block| match block {
        Block::Table(table) => Some(&table.rows),
        Block::Heading(..) | Block::Text(_) | Block::List(_) | Block::Entry(_) => None,
    });
    let asked: BTreeSet<&str> =
        rows.flatten().filter(|row| has_boxes(row.last().unwrap())).map(|row| name(&row[0])).collect();
    let judged = judgements();
    assert_eq!(asked, judged.iter().map(String::as_str).collect());
}

#[test]
fn every_link_leads_somewhere() {
    let html = review().html();
    let ids: BTreeSet<&str> = html.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    let links = html.split(" href=\"").skip(1).filter_map(|rest| rest.split('"').next());
    let lost: Vec<&str> = links.filter(|link| !link.strip_prefix('#').is_some_and(|id| ids.contains(id))).collect();
    assert!(lost.is_empty(), "{lost:?}");
    let entries = entries(&review());
    assert!(entries.iter().all(|name| ids.contains(anchor(name).as_str())));
}

#[test]
fn what_is_proved_is_shown_where_there_is_any() {
    let heading = "What is proved";
    let sentence = "not known is never milder than no";
    let proved = Proved { sentence: sentence.to_owned(), verdict: "holds".to_owned(), count: "12".to_owned() };
    let with = pack(&[], &[proved]);
    assert!(review().markdown().contains(heading) && !pack(&[], &[]).markdown().contains(heading));
    assert!(with.markdown().contains(heading) && with.markdown().contains(&format!("| {sentence} | holds | 12 |")));
    assert!(with.html().contains(sentence));
}

#[test]
fn a_pack_without_cases_has_no_part_for_them() {
    assert!(!pack(&[], &[]).markdown().contains("Worked cases"));
}

#[test]
fn a_case_shows_what_must_and_must_not_be_said_to_its_people() {
    let pack = review();
    let shown = |case: &Case| {
        let mut blocks = pack.parts.iter().flat_map(|part| &part.blocks);
        let entry = blocks.find_map(|block| match block {
            Block::Entry(entry) if entry.name == format!("case/{}", case.name) => Some(entry),
            Block::Heading(..) | Block::Text(_) | Block::List(_) | Block::Entry(_) | Block::Table(_) => None,
        });
        let fields = entry.unwrap().fields.iter().filter(|field| ["Must say", "Must not say"].contains(&field.label));
        let names = fields.flat_map(|field| &field.says).flat_map(|line| &line.0).map(text);
        names.filter_map(|name| name.split_once('/')).map(|(_, id)| id.to_owned()).collect::<Vec<_>>()
    };
    for case in Case::folder(&root().join(FOLDER)).unwrap() {
        assert_eq!(shown(&case), [case.expect.must_say.clone(), case.expect.must_not_say.clone()].concat());
    }
}

/// The words for where there is a typology are written by hand, so the tables are laid beside them.
#[test]
fn a_kind_of_incident_needs_an_image_that_was_shared_asked_for_or_threatened() {
    let question = |id| POLICY.question(id).unwrap();
    let is_yes = |cube: &Cube, id| cube.at(question(id)) == Set::only(Answer::Yes);
    for row in &POLICY.rows.typology {
        assert!(is_yes(&row.cube, "child-imagery"));
        assert!(["shared", "asked", "threatened"].into_iter().any(|id| is_yes(&row.cube, id)));
    }
}

// --- Two prints of one thing ----------------------------------------------------------------------------------------

#[test]
fn the_markdown_is_clean() {
    let text = review().markdown();
    assert!(text.ends_with('\n') && !text.ends_with("\n\n"));
    assert!(!text.contains("\n\n\n"));
    assert!(text.lines().all(|line| line.trim_end() == line), "a line ends in a space");
    assert!(!text.contains('{') && !text.contains('}'), "a term was left unfilled");
    assert!(text.lines().next().unwrap().contains(COMMAND), "nobody is told how to write it again");
}

#[test]
fn the_html_needs_nothing_else() {
    let html = review().html();
    for loaded in ["<script", "<link", "<img", "<iframe", "src=", "url(", "@import"] {
        assert!(!html.contains(loaded), "{loaded}");
    }
}

#[test]
fn both_prints_say_the_same() {
    let pack = review();
    let (markdown, html) = (letters(&pack.markdown()), letters(&without_tags(&pack.html())));
    for line in lines(&pack) {
        let said = letters(&line);
        assert!(markdown.contains(&said) && html.contains(&said), "{line}");
    }
}

// --- What is wrong with a folder of cases ---------------------------------------------------------------------------

#[test]
fn a_folder_that_holds_no_cases_is_named() {
    let complaint = Case::folder(Path::new("nowhere")).unwrap_err();
    assert!(complaint.starts_with("nowhere: "), "{complaint}");
    let complaint = Case::folder(&root().join("policy")).unwrap_err();
    assert!(complaint.contains("policy/00-edition.toml: "), "{complaint}");
}

// --- Helpers --------------------------------------------------------------------------------------------------------

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn review() -> Document {
    static PROVED: OnceLock<Vec<Proved>> = OnceLock::new();
    let proved = PROVED.get_or_init(|| Proved::all(&proof::Subject::new(&POLICY)));
    pack(&Case::folder(&root().join(FOLDER)).unwrap(), proved)
}

/// The names of a document's entries, in order.
fn entries(document: &Document) -> Vec<String> {
    let blocks = document.parts.iter().flat_map(|part| &part.blocks);
    let name = |block: &Block| match block {
        Block::Entry(entry) => Some(entry.name.clone()),
        Block::Heading(..) | Block::Text(_) | Block::List(_) | Block::Table(_) => None,
    };
    blocks.filter_map(name).collect()
}

/// Everything in the policy that has a permanent name, and every worked case.
fn names() -> Vec<String> {
    let cases = fs::read_dir(root().join(FOLDER)).unwrap();
    let cases = cases.map(|case| format!("case/{}", case.unwrap().path().file_stem().unwrap().to_string_lossy()));
    register().iter().filter_map(in_pack).chain(cases).collect()
}

fn register() -> Vec<Facts<'static>> {
    let mut all = Vec::new();
    POLICY.visit(&mut |facts| all.push(facts));
    all
}

/// What an entry is called in the pack; nothing where it stands there under a heading or in a table.
fn in_pack(facts: &Facts<'_>) -> Option<String> {
    match facts.path().split_once('/')? {
        ("nation" | "term" | "group" | "value" | "looking" | "label" | "page", _) => None,
        ("rule", rule) => Some(rule.to_owned()),
        ("source", id) => Some(id.to_owned()),
        _ => Some(facts.path()),
    }
}

/// The names of all that is a judgement in some nation. Readings have no source, so they are.
fn judgements() -> BTreeSet<String> {
    let spoken = |facts: &Facts<'_>| -> Set<_> {
        let sources = facts.cites.iter().map(|cite| &POLICY.sources[usize::from(cite.source)].logic);
        sources.fold(Set::NONE, |nations, source| nations.union(source.nations))
    };
    let judged = |facts: &&Facts<'_>| match facts.basis {
        Some(Basis::Guidance) => !facts.nations.is_within(spoken(facts)),
        Some(Basis::Judgement) => true,
        None => facts.kind == "reading",
    };
    register().iter().filter(judged).filter_map(in_pack).collect()
}

fn has_boxes(cell: &Line) -> bool {
    ["agree", "change", "discuss"].into_iter().all(|box_| cell.0.contains(&Span::Tick(box_)))
}

fn name(cell: &Line) -> &str {
    match cell.0.as_slice() {
        [Span::Link(name)] => name,
        other => panic!("{other:?} is no name"),
    }
}

/// Every line that a document prints, as plain text.
fn lines(document: &Document) -> Vec<String> {
    let blocks = document.opening.iter().chain(document.parts.iter().flat_map(|part| &part.blocks));
    let all = blocks.flat_map(|block| match block {
        Block::Heading(line, _) => vec![line],
        Block::Text(lines) | Block::List(lines) => lines.iter().collect(),
        Block::Table(table) => table.rows.iter().flatten().collect(),
        Block::Entry(entry) => {
            let fields = entry.fields.iter().flat_map(|field| field.says.iter().chain(&field.items));
            entry.says.iter().chain(fields).collect()
        }
    });
    all.map(|line| line.0.iter().map(text).collect()).collect()
}

fn text(span: &Span) -> &str {
    match span {
        Span::Plain(text) | Span::Term(text) | Span::Name(text) | Span::Link(text) | Span::Url(text) => text,
        Span::Tick(label) => label,
    }
}

/// Letters and figures alone: what is left when two prints differ only in their marks.
fn letters(text: &str) -> String {
    text.chars().filter(|letter| letter.is_alphanumeric()).collect()
}

fn without_tags(html: &str) -> String {
    let text = html.split('<').map(|piece| piece.split_once('>').map_or(piece, |(_, text)| text)).collect::<String>();
    text.replace("&amp;", "&").replace("&quot;", "\"").replace("&lt;", "<").replace("&gt;", ">")
}
