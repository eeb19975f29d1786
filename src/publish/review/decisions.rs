//! What a board has to decide first: everything that is our judgement, everywhere or in some nation.

use super::document::{Block, Layout, Line, Part, Span, Table};
use super::resting::{Kind, Resting};
use super::speech::{cited, nations, said};
use crate::edition::POLICY;
use crate::policy::set::Set;
use crate::policy::vocabulary::Nation;

/// The decisions that can be made on a line.
const DECISIONS: [&str; 3] = ["agree", "change", "discuss"];

/// The judgements, list by list.
pub(super) fn part() -> Part {
    let all = Resting::all();
    let mut blocks = vec![Block::text(&[
        "Nothing in this part is said by the guidance of the nation where it is used.",
        "Most lines are our own careful reading, and start from the source that is named beside them. \
         Readings of answers have no source. The last tables hold what is guidance in one nation and our judgement in others.",
        "A line counts only in the nations that it names; one that names none counts in all four.",
        "It is the first thing for a safeguarding partnership to settle.",
    ])];
    blocks.extend(Kind::all().flat_map(|kind| judged(kind, &all)));
    blocks.extend(readings());
    blocks.extend(borrowed(&all));
    Part { heading: "Judgements that need a decision", blocks }
}

fn judged(kind: Kind, all: &[Resting]) -> Vec<Block> {
    let these = all.iter().filter(|resting| resting.kind == kind && resting.is_judgement());
    let rows = these.map(|resting| row(resting, whole(resting))).collect();
    table(kind.heading(), ["Name", "What we decided", "It starts from", "Decision"], rows)
}

/// What the policy calls guidance and is guidance of another nation only, in a table for each set of nations.
fn borrowed(all: &[Resting]) -> Vec<Block> {
    let mut sets: Vec<Set<Nation>> = all.iter().map(Resting::borrowed_in).filter(|set| !set.is_empty()).collect();
    sets.sort_unstable_by_key(|set| (std::cmp::Reverse(set.len()), set.iter().collect::<Vec<_>>()));
    sets.dedup();
    sets.into_iter().flat_map(|set| borrowed_in(set, all)).collect()
}

fn borrowed_in(set: Set<Nation>, all: &[Resting]) -> Vec<Block> {
    let these = all.iter().filter(|resting| resting.borrowed_in() == set);
    let rows = these.map(|resting| row(resting, resting.says.clone())).collect();
    let heading = format!("Guidance elsewhere, our judgement in {}", nations(set));
    table(heading, ["Name", "What it says", "Guidance elsewhere", "Decision"], rows)
}

fn table(heading: String, head: [&str; 4], rows: Vec<Vec<Line>>) -> Vec<Block> {
    if rows.is_empty() {
        return Vec::new();
    }
    let table = Table { layout: Layout::Decision, head: head.map(str::to_owned).into(), rows };
    vec![Block::heading(heading), Block::Table(table)]
}

fn row(resting: &Resting, says: Line) -> Vec<Line> {
    vec![Line(vec![Span::Link(resting.name.clone())]), says, cited(resting.cites), Line::ticks(&DECISIONS)]
}

/// The text of a thing, with its nations unless it holds in all.
fn whole(resting: &Resting) -> Line {
    let says = resting.says.clone();
    if resting.nations == Set::every() { says } else { says.then(format!(" ({})", nations(resting.nations))) }
}

/// The readings, which have no basis and no source and so are judgements.
fn readings() -> Vec<Block> {
    let rows = POLICY.readings.iter().map(|reading| {
        let name = Line(vec![Span::Link(format!("reading/{}", reading.id))]);
        vec![name, said(&reading.words), Line::plain("No source: it is our own"), Line::ticks(&DECISIONS)]
    });
    table("Readings".to_owned(), ["Name", "What we decided", "It starts from", "Decision"], rows.collect())
}
