//! The opening: what the document is, which edition it shows, and how to mark it.

use super::document::{Block, Layout, Line, Span, Table};
use super::sourced::{Kind, Sourced};
use crate::edition::POLICY;
use crate::policy::vocabulary::Status;

/// The blocks before the list of parts.
pub(super) fn opening() -> Vec<Block> {
    let mut blocks = vec![edition()];
    blocks.extend(what_it_is());
    blocks.extend(how_to_mark_it());
    blocks.push(Block::heading("The whole at a glance"));
    blocks.push(at_a_glance());
    blocks
}

/// The foot of every sheet.
pub(super) fn foot() -> String {
    let edition = &POLICY.edition;
    let hash: String = edition.sha256.chars().take(12).collect();
    format!("{} · edition {} · {} · {hash}", POLICY.wording.title, edition.id, status())
}

/// The status of the edition, in words.
pub(super) const fn status() -> &'static str {
    match POLICY.edition.status {
        Status::Draft => "draft",
        Status::SignedOff => "signed off",
    }
}

fn edition() -> Block {
    let edition = &POLICY.edition;
    let row = |label: &str, value: Line| vec![Line::plain(label), value];
    let hash = |hash: &str| Line(vec![Span::Name(hash.to_owned())]);
    let status = match edition.status {
        Status::Draft => "Draft: no safeguarding partnership has signed it off",
        Status::SignedOff => "Signed off",
    };
    Block::Table(Table {
        layout: Layout::Plain,
        head: vec!["Edition".to_owned(), edition.id.to_string()],
        rows: vec![
            row("Status", Line::plain(status)),
            row("Sources last checked", Line::plain(edition.checked.to_string())),
            row("To be reviewed by", Line::plain(edition.review_by.to_string())),
            row("Hash of the whole policy", hash(&edition.sha256)),
            row("Hash of its rules alone", hash(&edition.rules)),
        ],
    })
}

fn what_it_is() -> [Block; 2] {
    [
        Block::heading("What this document is"),
        Block::text(&[
            "This is everything that the guide decides and says, written out for the people who must agree to it.",
            "It is made from the policy itself, by a program, and not written beside it. \
             What stands here is what the guide does.",
            "If a rule, a step or a word changes, this document changes with it, \
             and the hash above is no longer the same.",
            "You need no knowledge of computing to read it; only the part on what is proved uses some words of it. \
             The guide holds no other rules.",
        ]),
    ]
}

fn how_to_mark_it() -> [Block; 3] {
    let name = |name: &str| Line(vec![Span::Name(name.to_owned())]);
    [
        Block::heading("How to read and mark it"),
        Block::text(&[
            "Print it, and write on it. It is long, but only the first two parts and the last one need your pen. \
             The others are to look things up.",
        ]),
        Block::List(vec![
            Line::plain(
                "What differs from the edition before, with an example of each move and how many answer sets it concerns, \
                 stands in a document of its own: docs/generated/changes.md.",
            ),
            Line::plain(
                "Begin with the first part. It lists each rule, step and script that is our own judgement. The second part \
                 asks what the evidence left open. Each line of both needs a decision: tick one.",
            ),
            name("response/under-13")
                .then(" is a name. Everything has one, and it never changes. Quote it when you ask for a change."),
            name("ukcis").then(
                " is the name of a source. All sources are listed with their full titles, how far each was read, and \
                 what rests on it.",
            ),
            Line::plain(
                "“Read in part”, “read as a summary” and “not read” speak of a whole source, not of the section named beside \
                 it. What was read of each stands in the list of sources. A section that was not read is from memory: lay \
                 those beside the source first.",
            ),
            Line(vec![Span::Term("Words like this".to_owned())])
                .then(" differ by nation. The neutral word is shown; the words of each nation are in a table."),
            Line::plain(
                "“Not known yet” is an answer. It is never read as no. A question that nobody has answered yet is a \
                 different thing again.",
            ),
        ]),
    ]
}

fn at_a_glance() -> Block {
    let all = Sourced::all();
    let row = |kind: Kind| {
        let these: Vec<&Sourced> = all.iter().filter(|sourced| sourced.kind == kind).collect();
        let judged = these.iter().filter(|sourced| sourced.is_judgement()).count();
        let borrowed = these.iter().filter(|sourced| !sourced.borrowed_in().is_empty()).count();
        let numbers = [these.len(), these.len() - judged - borrowed, borrowed, judged];
        let numbers = numbers.into_iter().map(|number| Line::plain(number.to_string()));
        std::iter::once(Line::plain(kind.heading())).chain(numbers).collect()
    };
    let head = ["", "In all", "Guidance", "Guidance, but not in every nation", "Our judgement"];
    let rows = Kind::all().map(row).collect();
    Block::Table(Table { layout: Layout::Plain, head: head.map(str::to_owned).into(), rows })
}
