//! The worked cases: each story, and what people expect the guide to say.

use super::document::{Block, Entry, Line, Part, Span};
use super::sourced::Kind;
use super::speech::value;
use crate::case::{Bounds, Case, Finding};
use crate::edition::POLICY;
use crate::policy::vocabulary::{Axis, Nation, OnAxis, Response, Word};

fn entry(case: &Case) -> Block {
    let expect = &case.expect;
    let recording = expect.recording.as_ref().map(possible);
    let typology = expect.typology.as_ref().map(possible);
    let entry = Entry::new(format!("case/{}", case.name), vec![Line::plain(format!("{}.", case.title))])
        .with_all("Story", case.story.lines().map(Line::plain).collect())
        .with("Response", response(&expect.response))
        .with("Police recording", recording.unwrap_or_else(|| Line::plain("not shown.")))
        .with("Kind of incident", typology.unwrap_or_else(|| Line::plain("not shown.")))
        .with("Must say", sayings(&expect.must_say))
        .with("Must not say", sayings(&expect.must_not_say))
        .with_all("Expected because", expect.from.iter().map(|from| Line::plain(format!("{from}."))).collect());
    Block::Entry(entry)
}

fn response(bounds: &Bounds) -> Line {
    let name = |response: Response| value(response.value());
    let line = match (bounds.at_least, bounds.at_most) {
        (Some(least), Some(most)) if least == most => name(least),
        (Some(least), Some(most)) => Line::plain("at least ").with(name(least)).then(", at most ").with(name(most)),
        (None, Some(most)) => Line::plain("not settled, at most ").with(name(most)),
        (_, None) => Line::plain("none; another route is named"),
    };
    let rules = links(bounds.decided_by.iter().map(|id| Kind::Rule(Axis::Response).name(id)));
    if bounds.decided_by.is_empty() { line.then(".") } else { line.then(", decided by ").with(rules).then(".") }
}

fn possible<V: OnAxis>(found: &Finding<V>) -> Line {
    Line::joined(found.possible.iter().map(|found| value(found.value())), " or ").then(".")
}

fn sayings(ids: &[String]) -> Line {
    links(ids.iter().map(|id| said(id))).then(".")
}

/// The name of something said, by its identifier.
fn said(id: &str) -> String {
    let kind = POLICY.conditions().find(|(_, said, _)| &***said == id).map_or("notice", |(kind, ..)| kind);
    format!("{kind}/{id}")
}

fn links(names: impl Iterator<Item = String>) -> Line {
    Line::joined(names.map(|name| Line(vec![Span::Link(name)])), ", ")
}

/// The cases, nation by nation; `None` if there are none.
pub(super) fn part(cases: &[Case]) -> Option<Part> {
    let intro = Block::text(&[
        "Each is a short story with what people expect the guide to say. The program is checked against every one.",
        "Must say and must not say name the few things that these people need and those that would be a fault; the guide may say more.",
        "“Or” means that it is not settled: each of these is possible with what is known in the story.",
        "If you would expect something else, mark it: either the case is wrong or the guide is.",
    ]);
    let nations = Nation::ALL.iter().flat_map(|nation| told_in(*nation, cases));
    let blocks = std::iter::once(intro).chain(nations).collect();
    (!cases.is_empty()).then_some(Part { heading: "Worked cases", blocks })
}

fn told_in(nation: Nation, cases: &[Case]) -> Vec<Block> {
    let entries: Vec<Block> = cases.iter().filter(|case| case.nation == nation).map(entry).collect();
    let name = POLICY.wording.nations.get(usize::from(nation.index())).filter(|_| !entries.is_empty());
    name.map(|name| Block::heading(name.words.name.to_string())).into_iter().chain(entries).collect()
}
