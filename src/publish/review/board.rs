//! Questions for the board: points that a rule had to decide and the evidence does not.

use super::document::{Block, Entry, Line, Part};
use super::speech::all_said;
use crate::edition::POLICY;
use crate::policy::entry::Entry as Whole;
use crate::policy::words::{FOR_THE_BOARD, Remark};

/// The questions, each with boxes for a decision.
pub(super) fn part() -> Part {
    let intro = Block::text(&[
        "Reading the policy against its evidence left these questions open.",
        "The guide does what is said here until a board decides otherwise.",
    ]);
    let asked = POLICY.wording.notices.iter().filter(|notice| notice.id.starts_with(FOR_THE_BOARD));
    let blocks = std::iter::once(intro).chain(asked.map(question)).collect();
    Part { heading: "Questions for the board", blocks }
}

fn question(notice: &Whole<(), Remark>) -> Block {
    let decision = Line::ticks(&["stays", "change", "ask a lawyer"]);
    Block::Entry(Entry::new(format!("notice/{}", notice.id), all_said(&notice.words.says)).with("Decision", decision))
}
