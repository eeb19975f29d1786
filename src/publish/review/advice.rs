//! The parts about advice: things never to do, steps, other routes, people and the call.

use super::document::{Block, Entry, Line, Part, Span};
use super::sourced::Kind;
use super::speech::{rests_on, said, who as doer};
use super::when::{certain, condition};
use crate::edition::POLICY;
use crate::policy::entry::Entry as Whole;
use crate::policy::logic::{Advice, Cite, Presence, Step};
use crate::policy::set::Set;
use crate::policy::table::Text;
use crate::policy::vocabulary::{Contact, Part as CardPart, Person, Spoken, Timing, Word};
use crate::policy::words::{Contradiction, Named, Saying};
use crate::say::conditions::ENGLISH;
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
        "Where several steps have one place, only the first of them that holds is shown.",
    ]);
    let timings = Timing::ALL.iter().flat_map(|timing| timed(*timing));
    Part { heading: "What to do, and when", blocks: std::iter::once(intro).chain(timings).collect() }
}

fn timed(timing: Timing) -> Vec<Block> {
    let heading = Block::heading(timing::heading(timing));
    let these = POLICY.steps.iter().filter(|step| step.logic.timing == timing);
    std::iter::once(heading).chain(these.map(|step| Block::Entry(entry(step)))).collect()
}

fn entry(step: &Whole<Step, Saying>) -> Entry {
    let Step { advice, timing, who, calls } = &step.logic;
    let entry = Entry::new(Kind::Step(*timing).name(&step.id), vec![said(&step.words.text)]);
    let entry = said_when(entry, advice).with("Who", doer(*who)).with("Why", said(&step.words.why));
    based(calling(entry, *calls), advice, &step.cites)
}

/// Adds the numbers that are shown beside an entry.
fn calling(entry: Entry, calls: Set<Contact>) -> Entry {
    let names = calls.iter().map(|contact| Line(vec![Span::Link(format!("contact/{}", contact.id()))]));
    if calls.is_empty() { entry } else { entry.with("Number beside it", Line::joined(names, ", ").then(".")) }
}

/// The other routes.
pub(super) fn routes() -> Part {
    let intro = Block::text(&["Shown first, under danger alone, while it is possible that this guide does not fit."]);
    let entries = POLICY.routes.iter().map(|route| {
        let entry = Entry::new(Kind::Route.name(&route.id), vec![said(&route.words.text)]);
        let entry = said_when(entry, &route.logic.advice).with("Why", said(&route.words.why));
        Block::Entry(based(calling(entry, route.logic.calls), &route.logic.advice, &route.cites))
    });
    Part { heading: "Other routes", blocks: std::iter::once(intro).chain(entries).collect() }
}

/// The people, each with the lines of their card.
pub(super) fn people() -> Part {
    let intro = Block::text(&[
        "Somebody is in it if a row holds however the open answers turn out, and may be in it if one can.",
        "The card of each has words to say, what to do, what not to do, and how police may record them.",
    ]);
    let people = POLICY.people.iter().flat_map(card);
    Part { heading: "For each person", blocks: std::iter::once(intro).chain(people).collect() }
}

fn card(person: &Whole<Presence, Named>) -> Vec<Block> {
    let about = |line: &&'static Whole<crate::policy::logic::Line, Text>| {
        person.id.parse::<Person>().is_ok_and(|person| line.logic.about.iter().next() == Some(person))
    };
    let lines = POLICY.lines.iter().filter(about).map(|line| {
        let entry = Entry::new(Kind::Line.name(&line.id), vec![said(&line.words)]);
        let entry = said_when(entry, &line.logic.advice).with("Part", Line::plain(part(line.logic.part)));
        let names = line.logic.about.iter().map(|who| Line(vec![Span::Link(format!("person/{}", who.id()))]));
        let entry = entry.with("On the card of", Line::joined(names, ", ").then("."));
        Block::Entry(based(entry, &line.logic.advice, &line.cites))
    });
    std::iter::once(Block::Entry(presence(person))).chain(lines).collect()
}

fn presence(person: &Whole<Presence, Named>) -> Entry {
    let Presence { who: _, rows, at_least, only_if_certain, instead_of, present: _, absent: _ } = &person.logic;
    let entry = Entry::new(format!("person/{}", person.id), vec![said(&person.words.name).then(".")]);
    let rows: Vec<Line> = rows.iter().map(certain).collect();
    let entry = if rows.is_empty() { entry } else { entry.with_items("In it if", Vec::new(), rows) };
    let entry = at_least.map_or(entry.clone(), |levels| {
        entry.with("While the response is at least", Line::plain(ENGLISH.named(levels)))
    });
    let entry = if *only_if_certain { entry.with("Shown", Line::plain("Only where it is certain.")) } else { entry };
    let others = instead_of.iter().map(|who| Line(vec![Span::Link(format!("person/{}", who.id()))]));
    if instead_of.is_empty() { entry } else { entry.with("Instead of", Line::joined(others, ", ").then(".")) }
}

const fn part(part: CardPart) -> &'static str {
    match part {
        CardPart::Say => "Words to say.",
        CardPart::Do => "What to do.",
        CardPart::DoNot => "What not to do.",
        CardPart::Police => "How police may record them.",
    }
}

/// The call.
pub(super) fn call() -> Part {
    let intro = Block::text(&[
        "Read out when a call is due. Between what is reported and the children stand the answers of yes and of not known yet.",
        "What a question says in the call stands with the question.",
    ]);
    let entries = POLICY.utterances.iter().map(|utterance| {
        let entry = Entry::new(Kind::Call.name(&utterance.id), vec![said(&utterance.words)]);
        let entry = said_when(entry, &utterance.logic.advice).with("Part", Line::plain(spoken(utterance.logic.part)));
        Block::Entry(based(entry, &utterance.logic.advice, &utterance.cites))
    });
    Part { heading: "The call", blocks: std::iter::once(intro).chain(entries).collect() }
}

const fn spoken(part: Spoken) -> &'static str {
    match part {
        Spoken::Report => "Who calls, and what is reported.",
        Spoken::Children => "The children.",
        Spoken::Ask => "What is asked.",
    }
}

/// The pairs of advice that are never shown together.
pub(super) fn contradictions() -> Part {
    let intro = Block::text(&["It is proved that no answers ever show both sides of one of these."]);
    let entries = POLICY.wording.contradictions.iter().map(|entry| {
        let Contradiction { one, other, says } = &entry.words;
        let links =
            |side: &[Text]| Line::joined(side.iter().map(|path| Line(vec![Span::Link(path.to_string())])), ", ");
        let shown = Entry::new(format!("contradiction/{}", entry.id), vec![said(says)]);
        Block::Entry(shown.with("Never", links(one).then(".")).with("Together with", links(other).then(".")))
    });
    Part { heading: "Advice that is never shown together", blocks: std::iter::once(intro).chain(entries).collect() }
}

/// Adds to an entry the condition of its advice. An advice without a condition gets no field.
fn said_when(entry: Entry, advice: &Advice) -> Entry {
    let entry = match condition(&advice.when) {
        Some(when) => entry.with_items("Shown", vec![Line::plain(when.lead)], when.items),
        None => entry,
    };
    match &advice.place {
        Some(place) => entry.with("Place", Line::plain(place.replace('-', " ")).then(".")),
        None => entry,
    }
}

fn based(entry: Entry, advice: &Advice, cites: &[Cite]) -> Entry {
    entry.with("Basis", rests_on(advice.when.nations, advice.basis, cites))
}
