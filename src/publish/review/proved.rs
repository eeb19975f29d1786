//! The sentences that have been proved of this edition.

use super::document::{Block, Layout, Line, Part, Table};
use crate::proof::Subject;
use crate::proof::counts::grouped;
use crate::proof::properties::{self, Property, Verdict};

/// A sentence about the whole policy, and the result of its proof.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proved {
    /// The sentence.
    pub sentence: String,
    /// The result, for example `holds`.
    pub verdict: String,
    /// Over how many answer sets, with digits in groups.
    pub count: String,
}

impl Proved {
    /// Proves every sentence of a policy.
    pub fn all(subject: &Subject<'_>) -> Vec<Self> {
        let shown = properties::all(subject);
        shown.iter().map(|checked| Self::new(checked.property, &checked.verdict)).collect()
    }

    fn new(property: &Property, verdict: &Verdict) -> Self {
        let (verdict, count) = match verdict {
            Verdict::Proved { answer_sets } => ("proved", grouped(*answer_sets)),
            Verdict::Read { entries } => ("checked in each place", grouped(*entries as u128)),
            Verdict::Refuted(witness) => ("refuted", witness.to_string().replace('\n', "; ")),
        };
        let sentence = format!("{}: {}", property.sentence, property.shows);
        Self { sentence, verdict: verdict.to_owned(), count }
    }
}

/// The sentences; `None` if none was proved.
pub(super) fn part(proved: &[Proved]) -> Option<Part> {
    let intro = Block::text(&[
        "Each sentence is shown by a program. Most are proved for every set of answers that can be given, not tried on a few.",
        "The number is how many sets of answers or how many places in this policy it speaks of.",
        "A finishing is one way to answer all that is not answered yet; a world is one way in which all that is not known \
         turns out. An axis is one of four: whether the guide fits, the response, what police record, and the kind of \
         incident. A row is a rule as the program holds it.",
    ]);
    let cells = |proved: &Proved| [&proved.sentence, &proved.verdict, &proved.count].map(Line::plain).into();
    let head = ["Sentence", "Verdict", "Number"].map(str::to_owned).into();
    let table = Block::Table(Table { layout: Layout::Plain, head, rows: proved.iter().map(cells).collect() });
    (!proved.is_empty()).then(|| Part { heading: "What is proved", blocks: vec![intro, table] })
}
