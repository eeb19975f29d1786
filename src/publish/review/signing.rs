//! The last sheet: who decided what, and when.

use super::document::{Block, Layout, Line, Part, Span, Table};
use super::opening::status;
use crate::edition::POLICY;

/// How many people have room to sign.
const SIGNATURES: usize = 8;

/// The sheet to sign.
pub(super) fn part() -> Part {
    let mut blocks = vec![edition()];
    blocks.extend(before());
    blocks.extend(decision());
    blocks.extend(signatures());
    Part { heading: "Sign-off", blocks }
}

fn edition() -> Block {
    let edition = &POLICY.edition;
    let hash = Line::plain("The hash of the whole policy is ").and(Span::Name(edition.sha256.to_string())).then(".");
    let which = Line::plain(format!("This is about edition {}, {}, and about no other.", edition.id, status()));
    let nations: Vec<&str> = POLICY.wording.nations.iter().map(|nation| &*nation.words.name).collect();
    Block::Text(vec![which, hash, Line::plain("It is signed for: ").with(Line::ticks(&nations))])
}

fn before() -> [Block; 2] {
    let checks = [
        "Every judgement in the first part that counts in these nations has a decision",
        "Every question in the second part has a decision",
        "No sentence that was put to proof is refuted",
        "The grounds for immediate referral have been laid beside the published page",
        "Every source that was not read in full has been laid beside what rests on it",
        "A lawyer has been asked about what is from memory or is law",
        "Local contacts and local procedures have been checked against the steps",
    ];
    let ticks = checks.iter().map(|check| Line::ticks(&[check])).collect();
    [Block::heading("Before you sign"), Block::List(ticks)]
}

fn decision() -> [Block; 2] {
    let decisions = ["Signed off as it stands", "Signed off with the changes that are marked", "Not signed off"];
    let ticks = decisions.iter().map(|decision| Line::ticks(&[decision])).collect();
    [Block::heading("Decision"), Block::List(ticks)]
}

fn signatures() -> [Block; 2] {
    let head: Vec<String> = ["Name", "Role and body", "Decision", "Date", "Signature"].map(str::to_owned).into();
    let blank = vec![Line::default(); head.len()];
    let rows = vec![blank; SIGNATURES];
    [Block::heading("Names"), Block::Table(Table { layout: Layout::Blank, head, rows })]
}
