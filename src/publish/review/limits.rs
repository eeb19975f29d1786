//! What the guide does not do: what is left out on purpose, what is not published, and its other words.

use super::document::{Block, Entry, Line, Part, Span};
use super::speech::{all_said, said, value};
use crate::edition::{LOGIC, WORDING};
use crate::policy::vocabulary::{Axis, Recording, Word};
use crate::policy::words::{LEFT_OUT, Notice};

/// Notices that say what is left out, and are shown for other reasons as well.
const ALSO_LEFT_OUT: [&str; 3] = ["criminal-responsibility", "duty-to-report", "where-this-comes-from"];

/// What is deliberately not modelled.
pub(super) fn left_out() -> Part {
    let intro = Block::text(&[
        "The guide knows of each of these, and no rule works any of them out. They are left out on purpose.",
    ]);
    Part { heading: "What is left out on purpose", blocks: with_notices(intro, is_left_out) }
}

/// What the published summary of police recording does not say.
pub(super) fn unpublished() -> Part {
    let intro = Block::text(&[
        "The public summary of the police guidance leaves these points open, and the guide does not fill them in.",
        "Each is shown beside the results that it bears on.",
    ]);
    let points = LOGIC.unpublished.iter().zip(&WORDING.unpublished).map(|(point, says)| {
        let values = Recording::of(point.with).map(|category| value(Axis::Recording, category.index()));
        let beside = Line::joined(values, ", ").then(".");
        Block::Entry(Entry::new(format!("unpublished/{}", point.id), vec![said(says)]).with("Shown beside", beside))
    });
    let heading = "What the published summary does not say";
    Part { heading, blocks: std::iter::once(intro).chain(points).collect() }
}

/// The local contacts, which only a school's own area knows.
pub(super) fn contacts() -> Part {
    let intro = Block::text(&[
        "A school may put its own numbers into the page. Each kind is shown beside these steps, and without a number this is said instead.",
    ]);
    let locals = WORDING.contacts.iter().map(|local| {
        let steps = Line::joined(local.steps.iter().map(|step| Line(vec![Span::Link(format!("step/{step}"))])), ", ");
        let says = vec![said(&local.name).then("."), said(&local.missing)];
        Block::Entry(Entry::new(format!("contact/{}", local.id), says).with("Shown beside", steps.then(".")))
    });
    Part { heading: "Local contacts", blocks: std::iter::once(intro).chain(locals).collect() }
}

/// The other words that the page, the result and the record say.
pub(super) fn other_words() -> Part {
    let intro = Block::text(&["Everything else about safeguarding that the page, the result or the record says."]);
    Part {
        heading: "Other words the guide says",
        blocks: with_notices(intro, |notice| notice.is_shown() && !is_left_out(notice)),
    }
}

/// What a notice says, as a paragraph.
pub(super) fn notice(id: &str) -> Option<Block> {
    let notice = WORDING.notices.iter().find(|notice| &*notice.id == id)?;
    Some(Block::Text(all_said(&notice.says)))
}

fn is_left_out(notice: &Notice) -> bool {
    notice.id.starts_with(LEFT_OUT) || ALSO_LEFT_OUT.contains(&&*notice.id)
}

fn with_notices(intro: Block, wanted: impl Fn(&Notice) -> bool) -> Vec<Block> {
    let these = WORDING.notices.iter().filter(|notice| wanted(notice));
    let entries = these.map(|notice| Block::Entry(Entry::new(format!("notice/{}", notice.id), all_said(&notice.says))));
    std::iter::once(intro).chain(entries).collect()
}
