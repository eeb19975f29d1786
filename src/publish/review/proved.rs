//! What has been proved of this edition, sentence by sentence.

use super::document::{Block, Layout, Line, Part, Table};

/// A sentence about the whole policy, and how its proof came out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proved {
    /// The sentence.
    pub sentence: String,
    /// How it came out, for example `holds`.
    pub verdict: String,
    /// Over how many sets of answers, as people write numbers.
    pub count: String,
}

/// The sentences; nothing where none has been put to proof.
pub(super) fn part(proved: &[Proved]) -> Option<Part> {
    let intro = Block::text(&[
        "Each sentence is proved by a program for every set of answers that can be given, not tried on a few.",
        "The number is how many sets of answers it speaks of.",
    ]);
    let cells = |proved: &Proved| [&proved.sentence, &proved.verdict, &proved.count].map(Line::plain).into();
    let head = ["Sentence", "Verdict", "Sets of answers"].map(str::to_owned).into();
    let table = Block::Table(Table { layout: Layout::Plain, head, rows: proved.iter().map(cells).collect() });
    (!proved.is_empty()).then(|| Part { heading: "What is proved", blocks: vec![intro, table] })
}
