//! What is never done, what is done and in which order, and words that can be said.

use super::document::{Block, Entry, Line, Part};
use super::limits::notice;
use super::resting::Kind;
use super::speech::{all_said, rests_on, said, who};
use super::when::condition;
use crate::edition::{LOGIC, WORDING};
use crate::policy::labels::Notice;
use crate::policy::logic::{Advice, Step};
use crate::policy::vocabulary::{Timing, Word};
use crate::policy::words::{Saying, Script};
use crate::say::timing;

/// What is never done.
pub(super) fn never() -> Part {
    let intro = Block::text(&["These are always shown, whatever has been answered."]);
    let all = LOGIC.never.iter().zip(&WORDING.never);
    let entries = all.map(|(advice, saying)| {
        let entry = said_when(Entry::new(Kind::Never.name(&advice.id), vec![said(&saying.text)]), advice);
        Block::Entry(based(entry.with("Why", said(&saying.why)), advice))
    });
    Part { heading: "What nobody may do", blocks: std::iter::once(intro).chain(entries).collect() }
}

/// What is done, by its timing and in the order of doing.
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
    let these = LOGIC.steps.iter().zip(&WORDING.steps).filter(|(step, _)| step.timing == timing);
    std::iter::once(heading).chain(these.map(|(step, saying)| Block::Entry(entry(step, saying)))).collect()
}

fn entry(step: &Step, saying: &Saying) -> Entry {
    let entry = Entry::new(Kind::Step(step.timing).name(&step.advice.id), vec![said(&saying.text)]);
    based(said_when(entry, &step.advice).with("Who", who(step.who)).with("Why", said(&saying.why)), &step.advice)
}

/// Words that can be said.
pub(super) fn scripts() -> Part {
    let intro = Block::text(&[
        "Short words that a lead can use. They blame nobody, promise no secret, and say nothing of what police will do.",
    ]);
    let all = LOGIC.scripts.iter().zip(&WORDING.scripts);
    let entries = all.map(|(advice, script)| Block::Entry(words(advice, script)));
    Part { heading: "Words to say", blocks: std::iter::once(intro).chain(entries).collect() }
}

fn words(advice: &Advice, script: &Script) -> Entry {
    let entry = Entry::new(Kind::Script.name(&advice.id), vec![said(&script.to).then(".")]);
    based(said_when(entry, advice).with_items("Words", Vec::new(), all_said(&script.lines)), advice)
}

/// When an advice is said. What is always said has no field for it.
fn said_when(entry: Entry, advice: &Advice) -> Entry {
    match condition(&advice.when) {
        Some(when) => entry.with_items("Shown", vec![Line::plain(when.lead)], when.items),
        None => entry,
    }
}

fn based(entry: Entry, advice: &Advice) -> Entry {
    entry.with("Basis", rests_on(advice.when.nations, advice.basis, &advice.cites))
}
