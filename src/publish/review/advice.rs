//! The parts about advice: things never to do, steps, and scripts.

use super::document::{Block, Entry, Line, Part};
use super::limits::notice;
use super::sourced::Kind;
use super::speech::{all_said, rests_on, said, who as doer};
use super::when::condition;
use crate::edition::POLICY;
use crate::policy::entry::Entry as Whole;
use crate::policy::labels::Notice;
use crate::policy::logic::{Advice, Cite, Step};
use crate::policy::vocabulary::{Timing, Word};
use crate::policy::words::{Saying, Script};
use crate::say::timing;

/// The things never to do.
pub(super) fn never() -> Part {
    let intro = Block::text(&["These are always shown, whatever has been answered."]);
    let entries = POLICY.never.iter().map(|never| {
        let entry = Entry::new(Kind::Never.name(&never.id), vec![said(&never.words.text)]);
        let entry = said_when(entry, &never.logic).with("Why", said(&never.words.why));
        Block::Entry(based(entry, &never.logic, &never.cites))
    });
    Part { heading: "What nobody may do", blocks: std::iter::once(intro).chain(entries).collect() }
}

/// The steps, by time and in the order of doing.
pub(super) fn steps() -> Part {
    let intro = Block::text(&[
        "The order is referral first, removal second, deletion last.",
        "While answers are missing or not known, the response lies between a least urgent one and a most urgent one. \
         A step can wait for either.",
        "A step matches the answers that were given. It never takes silence for a no.",
        "Where nothing is said of when it is shown, it always is.",
    ]);
    let have_ready = std::iter::once(notice(Notice::HaveReady));
    let timings = Timing::ALL.iter().flat_map(|timing| timed(*timing));
    let blocks = std::iter::once(intro).chain(timings);
    let blocks = blocks.chain([Block::heading("What to have ready for the call")]).chain(have_ready).collect();
    Part { heading: "What to do, and when", blocks }
}

fn timed(timing: Timing) -> Vec<Block> {
    let heading = Block::heading(timing::heading(timing));
    let these = POLICY.steps.iter().filter(|step| step.logic.timing == timing);
    std::iter::once(heading).chain(these.map(|step| Block::Entry(entry(step)))).collect()
}

fn entry(step: &Whole<Step, Saying>) -> Entry {
    let Step { advice, timing, who } = &step.logic;
    let entry = Entry::new(Kind::Step(*timing).name(&step.id), vec![said(&step.words.text)]);
    let entry = said_when(entry, advice).with("Who", doer(*who)).with("Why", said(&step.words.why));
    based(entry, advice, &step.cites)
}

/// Words that can be said.
pub(super) fn scripts() -> Part {
    let intro = Block::text(&[
        "Short words that a lead can use. They blame nobody, promise no secret, and say nothing of what police will do.",
    ]);
    let entries = POLICY.scripts.iter().map(|script| Block::Entry(words(script)));
    Part { heading: "Words to say", blocks: std::iter::once(intro).chain(entries).collect() }
}

fn words(script: &Whole<Advice, Script>) -> Entry {
    let entry = Entry::new(Kind::Script.name(&script.id), vec![said(&script.words.to).then(".")]);
    let entry = said_when(entry, &script.logic).with_items("Words", Vec::new(), all_said(&script.words.lines));
    based(entry, &script.logic, &script.cites)
}

/// Adds to an entry the condition of its advice. An advice without a condition gets no field.
fn said_when(entry: Entry, advice: &Advice) -> Entry {
    match condition(&advice.when) {
        Some(when) => entry.with_items("Shown", vec![Line::plain(when.lead)], when.items),
        None => entry,
    }
}

fn based(entry: Entry, advice: &Advice, cites: &[Cite]) -> Entry {
    entry.with("Basis", rests_on(advice.when.nations, advice.basis, cites))
}
