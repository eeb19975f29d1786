//! How many ways of answering end where, and how many questions it takes to get there, for people to read.

mod ends;
mod lengths;
mod named;
mod sitting;

pub use sitting::{Page, Sitting};

use super::review::document::{Block, Document, Layout, Line, Part, Span, Table};
use crate::edition::POLICY;
use crate::proof::Subject;
use lengths::DRAWN;

/// The document, of the edition that this crate carries.
pub fn counts(subject: &Subject<'_>) -> Document {
    let mut parts = vec![what_is_counted(), ends::part(subject), how_long()];
    parts.extend(lengths::parts(subject));
    Document {
        title: format!("Counts: {}", POLICY.wording.title),
        written: "<!-- Written by `cargo run --release --bin sgii -- counts` from policy/*.toml. Change those, then run it again. -->",
        foot: String::new(),
        opening: opening(),
        parts,
    }
}

fn opening() -> Vec<Block> {
    let name = |name: &str| Line(vec![Span::Name(name.to_owned())]);
    let row = |label: &str, value: Line| vec![Line::plain(label), value];
    let rows = vec![row("Hash of its rules", name(&POLICY.edition.rules))];
    let head = vec!["Edition".to_owned(), POLICY.edition.id.to_string()];
    vec![
        Block::Table(Table { layout: Layout::Plain, head, rows }),
        Block::Text(vec![
            Line::plain(
                "This document says how many ways of answering end in each result, and how many questions it takes to get there.",
            ),
            Line::plain("It is made from the policy by a program. If a rule changes, it changes too."),
            Line::plain("What is proved of every answer set stands in ")
                .with(name("policy/review.md"))
                .then(", under “What is proved”."),
        ]),
    ]
}

fn what_is_counted() -> Part {
    Part {
        heading: "What is counted",
        blocks: vec![
            Block::text(&[
                "A complete answer set is one way of answering every question that applies, each with yes, no or not known yet.",
                "A question that an earlier answer closes does not apply and is not answered: nobody is asked who shared an \
                 image when there is none.",
            ]),
            Block::text(&[
                "Each complete answer set counts once, and all count alike.",
                "So a share is a share of combinations, not of real incidents, and says nothing of how often a school meets one.",
                "Most combinations hold several serious answers at once, which real incidents seldom do. That is why most end \
                 in an emergency or a referral.",
            ]),
        ],
    }
}

fn how_long() -> Part {
    Part {
        heading: "How the length of a sitting is measured",
        blocks: vec![
            Block::text(&[
                "No question is asked that cannot change anything still open, so how many are asked depends on the answers.",
                "Each sitting goes by the page's own flow, screen by screen: danger first and alone, then a group of at most \
                 seven questions a screen. Every question that comes to stand on a screen is answered, from the top. Those \
                 that an answer brings in appear at once; screens with nothing left to ask are passed over.",
            ]),
            Block::Text(vec![
                Line::plain(format!(
                    "Of each kind of incident {DRAWN} complete answer sets were drawn, every set of that kind with the \
                     same chance, always the same ones."
                )),
                Line::plain("Shown are the shortest, the median and the longest of these, in this order."),
                Line::plain("A sitting shorter than the shortest, or longer than the longest, can exist."),
            ]),
            Block::List(vec![
                Line::plain(
                    "“Answers until it is clear”: how many questions are answered when the response is settled or a referral \
                     is certain. From then on the page says so and links to what to do now.",
                ),
                Line::plain(format!(
                    "“Never clear”: in how many of the {DRAWN} the unknowns leave the response open to the end. They do not \
                     count in the column before."
                )),
                Line::plain(
                    "“Answers until nothing is left to ask”: how many questions are answered in all, with those on which only \
                     police recording, the type or the steps turn.",
                ),
                Line::plain("“Screens”: how many screens of questions are shown in all."),
            ]),
        ],
    }
}
