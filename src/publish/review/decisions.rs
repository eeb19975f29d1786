//! What a board has to decide first: everything that is our judgement, everywhere or in some nation.

use super::document::{Block, Layout, Line, Part, Span, Table};
use super::sourced::{Kind, Sourced};
use super::speech::{cited, nations, said};
use crate::edition::POLICY;
use crate::policy::set::Set;
use crate::policy::vocabulary::Nation;

/// The decisions that can be made on a line.
const DECISIONS: [&str; 3] = ["agree", "change", "discuss"];

/// The judgements, list by list.
pub(super) fn part() -> Part {
    let all = Sourced::all();
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

fn judged(kind: Kind, all: &[Sourced]) -> Vec<Block> {
    let these = all.iter().filter(|sourced| sourced.kind == kind && sourced.is_judgement());
    let rows = these.map(|sourced| row(sourced, whole(sourced))).collect();
    table(kind.heading(), ["Name", "What we decided", "It starts from", "Decision"], rows)
}

/// What the policy calls guidance and is guidance of another nation only, in a table for each set of nations.
fn borrowed(all: &[Sourced]) -> Vec<Block> {
    let mut sets: Vec<Set<Nation>> = all.iter().map(Sourced::borrowed_in).filter(|set| !set.is_empty()).collect();
    sets.sort_unstable_by_key(|set| (std::cmp::Reverse(set.len()), set.iter().collect::<Vec<_>>()));
    sets.dedup();
    sets.into_iter().flat_map(|set| borrowed_in(set, all)).collect()
}

fn borrowed_in(set: Set<Nation>, all: &[Sourced]) -> Vec<Block> {
    let these = all.iter().filter(|sourced| sourced.borrowed_in() == set);
    let rows = these.map(|sourced| row(sourced, sourced.says.clone())).collect();
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

fn row(sourced: &Sourced, says: Line) -> Vec<Line> {
    vec![Line(vec![Span::Link(sourced.name.clone())]), says, cited(sourced.cites), Line::ticks(&DECISIONS)]
}

/// The text of a thing, with its nations unless it holds in all.
fn whole(sourced: &Sourced) -> Line {
    let says = sourced.says.clone();
    if sourced.nations == Set::every() { says } else { says.then(format!(" ({})", nations(sourced.nations))) }
}

/// The readings, which have no basis and no source and so are judgements.
fn readings() -> Vec<Block> {
    let rows = POLICY.readings.iter().map(|reading| {
        let name = Line(vec![Span::Link(format!("reading/{}", reading.id))]);
        vec![name, said(&reading.words), Line::plain("No source: it is our own"), Line::ticks(&DECISIONS)]
    });
    table("Readings".to_owned(), ["Name", "What we decided", "It starts from", "Decision"], rows.collect())
}
