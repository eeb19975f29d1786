//! The limits: what is left out on purpose, what is not published, local contacts, and the other words of the guide.

use super::document::{Block, Entry, Layout, Line, Part, Span, Table};
use super::speech::{all_said, said, value};
use crate::edition::POLICY;
use crate::policy::labels::{Notice, Piece};
use crate::policy::table::Text;
use crate::policy::vocabulary::{OnAxis, Word};
use crate::policy::words::{LEFT_OUT, Wording, is_shown};

/// Notices that say what is left out and that are also shown around a result.
const ALSO_LEFT_OUT: [Notice; 3] = [Notice::CriminalResponsibility, Notice::DutyToReport, Notice::WhereThisComesFrom];

/// The points that are deliberately not modelled.
pub(super) fn left_out() -> Part {
    let intro = Block::text(&[
        "The guide knows of each of these, and no rule works any of them out. They are left out on purpose.",
    ]);
    Part { heading: "What is left out on purpose", blocks: with_notices(intro, is_left_out) }
}

/// The points on which the published summary of police recording is silent.
pub(super) fn unpublished() -> Part {
    let intro = Block::text(&[
        "The public summary of the police guidance leaves these points open, and the guide does not fill them in.",
        "Each is shown beside the results that it bears on.",
    ]);
    let points = POLICY.unpublished.iter().map(|point| {
        let values = point.logic.with.iter().map(|category| value(category.value()));
        let beside = Line::joined(values, ", ").then(".");
        let says = vec![said(&point.words)];
        Block::Entry(Entry::new(format!("unpublished/{}", point.id), says).with("Shown beside", beside))
    });
    let heading = "What the published summary does not say";
    Part { heading, blocks: std::iter::once(intro).chain(points).collect() }
}

/// The local contacts, which only a school's own area knows.
pub(super) fn contacts() -> Part {
    let intro = Block::text(&[
        "A school may put its own numbers into the page. Without a number this is said instead, if anything.",
    ]);
    let locals = POLICY.wording.contacts.iter().map(|local| {
        let missing = local.words.missing.as_ref().map(|missing| said(missing));
        let says = std::iter::once(said(&local.words.name).then(".")).chain(missing).collect();
        Block::Entry(Entry::new(format!("contact/{}", local.id), says))
    });
    Part { heading: "Local contacts", blocks: std::iter::once(intro).chain(locals).collect() }
}

/// The other words that the page, the result and the record say.
pub(super) fn other_words() -> Part {
    let intro = Block::text(&["Everything else about safeguarding that the page, the result or the record says."]);
    let mut blocks = with_notices(intro, |notice| is_shown(notice) && !is_left_out(notice));
    blocks.extend(around());
    Part { heading: "Other words the guide says", blocks }
}

/// The interface texts. They are no advice, but some of them make a promise, and a reader sees them all.
fn around() -> [Block; 3] {
    let Wording { labels, page, pieces, .. } = &POLICY.wording;
    let labels = labels.iter().flat_map(|label| label.words.texts.iter().map(|form| row("label", &label.id, form)));
    let page = page.iter().map(|text| row("page", &text.id, &text.words));
    let pieces = Piece::ALL.iter().zip(pieces).map(|(piece, says)| row("condition", piece.id(), says));
    let rows = labels.chain(page).chain(pieces).collect();
    let head = ["Name", "Says"].map(str::to_owned).into();
    [
        Block::heading("The words around them"),
        Block::text(&[
            "Buttons, headings and the page's own sentences.",
            "They give no advice, but they say what the page does with what is entered, so they are for review as well.",
            "An ellipsis stands for what is filled in.",
        ]),
        Block::Table(Table { layout: Layout::Plain, head, rows }),
    ]
}

fn row(kind: &str, id: &str, says: &str) -> Vec<Line> {
    let says = (0..10).fold(says.to_owned(), |says, place| says.replace(&format!("{{{place}}}"), "…"));
    vec![Line(vec![Span::Name(format!("{kind}/{id}"))]), said(&says)]
}

/// A notice as a paragraph.
pub(super) fn notice(notice: Notice) -> Block {
    Block::Text(all_said(POLICY.wording.notice(notice)))
}

fn is_left_out(notice: &str) -> bool {
    notice.starts_with(LEFT_OUT) || ALSO_LEFT_OUT.iter().any(|it| it.id() == notice)
}

fn with_notices(intro: Block, wanted: impl Fn(&str) -> bool) -> Vec<Block> {
    let these = POLICY.wording.notices.iter().filter(|notice| wanted(&notice.id));
    let entry = |id: &str, says: &[Text]| Block::Entry(Entry::new(format!("notice/{id}"), all_said(says)));
    let entries = these.map(|notice| entry(&notice.id, &notice.words.says));
    std::iter::once(intro).chain(entries).collect()
}
