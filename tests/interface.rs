//! What is said around the policy: closed lists, of which no text may be missing, unknown, twice there or of the wrong kind.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test may")]

use std::path::Path;

use sgii_guide::edition::POLICY;
use sgii_guide::policy::compile::{File, compile, folder};
use sgii_guide::policy::labels::{Label, PageText, Piece};
use sgii_guide::policy::vocabulary::Word;

const FILE: &str = "policy/95-interface.toml";

fn files(name: &str) -> Vec<File> {
    folder(&Path::new(env!("CARGO_MANIFEST_DIR")).join(name)).unwrap()
}

fn interface(files: &mut [File]) -> &mut File {
    files.iter_mut().find(|file| file.name == FILE).unwrap()
}

/// What is complained of once a text in the file has been replaced, and the line on which that text begins.
fn complaints(old: &str, new: &str) -> (usize, Vec<String>) {
    let mut files = files("policy");
    let file = interface(&mut files);
    let (before, _) = file.text.split_once(old).unwrap();
    let line = 1 + before.matches('\n').count();
    file.text = file.text.replacen(old, new, 1);
    (line, told(&files))
}

fn told(files: &[File]) -> Vec<String> {
    let problems = compile(files).err().unwrap_or_default();
    problems.iter().map(|problem| format!("{}:{}: {}", problem.file, problem.line, problem.complaint)).collect()
}

#[test]
fn whatever_does_not_fit_the_closed_lists_is_complained_of_and_nothing_else() {
    for (old, new, at, complaint) in [
        ("\nback = \"Back\"", "", "[label]", "`[label]` has no `back`"),
        ("stay = \"Keep my answers\"", "stay = \"\"", "stay =", "`[page]` has an empty `stay`"),
        ("yes = \"yes\"", "yes = 1", "yes =", "`[condition]` has a `yes` that is not a text in quotation marks"),
        (
            "step = \"Step {0} · {1}\"",
            "step = \"Step {0} · {lead}\"",
            "step =",
            "`[label]` says `{lead}` in `step`, expected one of `{0}`",
        ),
        (
            "step = \"Step {0} · {1}\"",
            "step = \"Step {0} · {10}\"",
            "step =",
            "`[label]` says `{10}` in `step`, expected one of `{0}`",
        ),
        (
            "stay = \"Keep my answers\"",
            "stay = \"Keep {them}\"",
            "stay =",
            "`[page]` says `{them}` in `stay`, expected one of `{0}`, `{lead}`, `{front-door}`, `{police}`, `{above-the-head}`, `{front-door-area}`, `{care}`, `{staff-concerns}`",
        ),
        (
            "to-go = { one = \"{0} more screen\", other = \"{0} more screens\" }",
            "to-go = \"{0} more screens\"",
            "to-go =",
            "`[label]` has a `to-go` that is not a table of fields",
        ),
        (
            "changes = { one = \"Show one question\", ",
            "changes = { ",
            "changes =",
            "`changes` of `[label]` has no `one`",
        ),
        (
            "start = \"Start\"",
            "start = { one = \"Start\", other = \"Start\" }",
            "start =",
            "`[label]` has a `start` that is not a text in quotation marks",
        ),
        ("hide = \"Hide and clear\"", "hide = \"Hide\"\nhide = \"Clear\"", "hide = \"Clear", "not TOML: duplicate key"),
    ] {
        let (edited, told) = complaints(old, new);
        let mut files = files("policy");
        let text = interface(&mut files).text.replacen(old, new, 1);
        let line = 1 + text.lines().position(|line| line.starts_with(at)).unwrap_or(edited);
        assert_eq!(told.first(), Some(&format!("{FILE}:{line}: {complaint}")), "{told:#?}");
        assert!(told.len() == 1 || complaint.starts_with("not TOML"), "{told:#?}");
    }
}

#[test]
fn a_text_that_is_not_on_the_list_is_refused() {
    let (line, told) = complaints("or = \"{0} or {1}\"", "or = \"{0} or {1}\"\nnor = \"{0} nor {1}\"");
    let known: Vec<_> = Piece::ALL.iter().map(|piece| format!("`{}`", piece.id())).collect();
    let expected = format!("{FILE}:{}: `[condition]` has an unknown field `nor`, expected one of ", line + 1);
    assert_eq!(told, [expected + &known.join(", ")]);
}

#[test]
fn a_list_is_given_whole_and_once() {
    let mut split = files("policy");
    let text = &mut interface(&mut split).text;
    let (before, condition) = text.split_once("[condition]").map(|(a, b)| (a.to_owned(), b.to_owned())).unwrap();
    *text = before;
    let end = interface(&mut split).text.trim_end().lines().count();
    assert_eq!(told(&split), [format!("{FILE}:{end}: there is no `[condition]`")]);
    let list = format!("[condition]{condition}");
    split.extend(["a", "b"].map(|name| File { name: format!("policy/{name}.toml"), text: list.clone() }));
    assert_eq!(told(&split), ["policy/b.toml:1: `[condition]` is there twice"]);
}

#[test]
fn a_policy_without_a_page_needs_none_of_them() {
    let words = compile(&files("tests/small")).unwrap().wording;
    assert!(words.labels.is_empty() && words.page.is_empty() && words.pieces.is_empty());
    assert_eq!((words.label(Label::Title), words.page(PageText::Skip), words.piece(Piece::If)), ("", "", ""));
}

#[test]
fn each_text_stands_under_its_own_name() {
    let wording = &POLICY.wording;
    let file: toml::Table = interface(&mut files("policy")).text.parse().unwrap();
    let forms = |text: &toml::Value| match text.as_table() {
        Some(forms) => ["one", "other"].map(|form| forms[form].as_str().unwrap().to_owned()).to_vec(),
        None => vec![text.as_str().unwrap().to_owned()],
    };
    for (label, said) in Label::ALL.iter().zip(&wording.labels) {
        assert_eq!(
            said.words.texts.iter().map(ToString::to_string).collect::<Vec<_>>(),
            forms(&file["label"][label.id()])
        );
        assert_eq!(wording.label(*label), &*said.words.texts[0]);
    }
    for text in PageText::ALL {
        assert_eq!(Some(wording.page(*text)), file["page"][text.id()].as_str());
    }
    for piece in Piece::ALL {
        assert_eq!(Some(wording.piece(*piece)), file["condition"][piece.id()].as_str());
    }
    let lengths = (wording.labels.len(), wording.page.len(), wording.pieces.len());
    assert_eq!(lengths, (Label::ALL.len(), PageText::ALL.len(), Piece::ALL.len()));
}
