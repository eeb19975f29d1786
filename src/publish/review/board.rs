//! What the evidence does not settle and a rule had to settle all the same: questions for the board.

use super::document::{Block, Layout, Line, Part, Span, Table};
use super::speech::said;
use crate::edition::WORDING;
use crate::policy::words::{FOR_THE_BOARD, Notice};

/// The questions, each with room for a decision.
pub(super) fn part() -> Part {
    let intro = Block::text(&[
        "Reading the policy against its evidence left these questions open.",
        "The guide does what is said here until a board decides otherwise.",
    ]);
    let head = ["Name", "Question", "Decision"].map(str::to_owned).into();
    let asked = WORDING.notices.iter().filter(|notice| notice.id.starts_with(FOR_THE_BOARD));
    let table = Table { layout: Layout::Plain, head, rows: asked.map(row).collect() };
    Part { heading: "Questions for the board", blocks: vec![intro, Block::Table(table)] }
}

fn row(notice: &Notice) -> Vec<Line> {
    let name = Line(vec![Span::Name(format!("notice/{}", notice.id))]);
    let asks = Line::joined(notice.says.iter().map(|text| said(text)), " ");
    vec![name, asks, Line::ticks(&["stays", "change", "ask a lawyer"])]
}
