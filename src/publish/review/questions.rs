//! The questions as they are shown, and the readings of their answers.

use super::document::{Block, Entry, Line, Part};
use super::speech::said;
use super::when::reading;
use crate::edition::POLICY;
use crate::policy::cube::{Question, Questions};
use crate::policy::entry::Entry as Whole;
use crate::policy::logic::{Posed, Reading};
use crate::policy::table::Text;
use crate::policy::words::{Asking, Heading};
use crate::say::conditions::ENGLISH;
use crate::say::lists::joined;

/// Every question, group by group.
pub(super) fn part() -> Part {
    let intro = Block::text(&[
        "Every question takes yes, no or not known yet, and yes is the more serious answer.",
        "Only what can still change something is asked. What does not apply counts as no.",
        "The place of a question is where a case code keeps its answer. It never changes.",
    ]);
    let groups = POLICY.groups.iter().zip(0..).flat_map(|(group, place)| shown(&group.words, place));
    let blocks = std::iter::once(intro).chain(groups).collect();
    Part { heading: "Questions, as they are shown", blocks }
}

/// Every reading, with its reason.
pub(super) fn readings() -> Part {
    let intro = Block::text(&[
        "One answer can change what another counts as. The answer itself is kept, and the page says when this happens.",
    ]);
    let entries = POLICY.readings.iter().map(|reading| Block::Entry(read(reading)));
    Part { heading: "What an answer counts as", blocks: std::iter::once(intro).chain(entries).collect() }
}

fn shown(group: &Heading, place: u8) -> Vec<Block> {
    let these = POLICY.questions().filter(|(_, whole)| whole.logic.group == place);
    let intro = group.intro.as_ref().map(|intro| Block::Text(vec![said(intro)]));
    let entries = these.map(|(question, whole)| Block::Entry(entry(question, whole)));
    std::iter::once(Block::Heading(said(&group.heading), None)).chain(intro).chain(entries).collect()
}

fn entry(question: Question, whole: &Whole<Posed, Asking>) -> Entry {
    let Whole { id, logic: posed, words: asking, .. } = whole;
    let entry = Entry::new(format!("question/{id}"), vec![said(&asking.ask)])
        .with("Hint", said(&asking.hint))
        .with("Why we ask", said(&asking.why))
        .with("If not known yet", said(&asking.unknown))
        .with("Asked", Line::plain(format!("{}. Place {}.", asked(posed), posed.slot)));
    let exception = "this one asks whether the guide fits, so neither answer to it is the more serious.";
    if POLICY.fit == Some(question) { entry.with("Exception", Line::plain(exception)) } else { entry }
}

fn asked(posed: &Posed) -> String {
    let rows = posed.asked_when.iter().map(|row| opened_by(*row)).collect::<Vec<_>>().join("; or ");
    let possible = posed
        .asked_while
        .map(|levels| format!("only while the most urgent response still possible is {}", ENGLISH.named(levels)));
    match (rows.is_empty(), possible) {
        (true, None) => "always".to_owned(),
        (true, Some(possible)) => possible,
        (false, None) => rows,
        (false, Some(possible)) => format!("{rows}, and {possible}"),
    }
}

/// The parents that open a question, in words: any answer but no does, and a missing answer does not.
fn opened_by(parents: Questions) -> String {
    let asks = parents.iter().map(ask).map(|ask| format!("“{ask}”")).collect();
    format!("only when the answer to {} is yes or not known yet", joined(asks, "and to"))
}

/// A question as asked.
fn ask(question: Question) -> Text {
    ENGLISH.plain(&POLICY.asked(question).words.ask)
}

fn read(read: &Whole<Reading, Text>) -> Entry {
    let asked = ask(read.logic.question);
    Entry::new(format!("reading/{}", read.id), vec![said(&read.words)]).with("Exactly", reading(&read.logic, &asked))
}
