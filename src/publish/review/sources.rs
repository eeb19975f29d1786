//! The sources: what each is, how far it was read, and what rests on it.

use super::document::{Block, Entry, Line, Part, Span};
use super::sourced::Sourced;
use super::speech::{count, depth, nations, said, value};
use crate::edition::POLICY;
use crate::policy::entry::Entry as PolicyEntry;
use crate::policy::logic::{Cite, Registered};
use crate::policy::vocabulary::{Depth, Value, Word};
use crate::policy::words::Source;

/// The register of sources, each with everything that rests on it, so that a reader can compare the two.
pub(super) fn part() -> Part {
    let all = Sourced::all();
    let register = POLICY.sources.iter().zip(0..);
    let entries = register.map(|(source, place)| Block::Entry(entry(source, place, &all)));
    let intro = Block::Text(vec![
        Line::plain(read()),
        Line::plain("Tick a source once it has been laid beside everything that rests on it."),
        Line::plain("A paragraph number is given only where the evidence gives one."),
    ]);
    Part { heading: "Sources, and how far each was read", blocks: std::iter::once(intro).chain(entries).collect() }
}

fn read() -> String {
    let number = |wanted: Depth| POLICY.sources.iter().filter(|source| source.words.read == wanted).count();
    let each = Depth::ALL.iter().map(|wanted| format!("{} {}", number(*wanted), depth(*wanted)));
    format!("Of {}: {}.", count(POLICY.sources.len(), "source"), each.collect::<Vec<_>>().join(", "))
}

/// A source with what is known of it and what rests on it.
fn entry(whole: &PolicyEntry<Registered, Source>, place: u8, all: &[Sourced]) -> Entry {
    let PolicyEntry { id, logic: Registered { nations: speaks_for }, words: source, .. } = whole;
    let title = said(&source.title).then(format!(", {}", source.publisher));
    let dates = match source.read {
        Depth::NotRead => format!("not yet; to be read by {}", source.review_by),
        Depth::FullText | Depth::Summary | Depth::Excerpt => {
            format!("{}; to be checked again by {}", source.checked, source.review_by)
        }
    };
    let entry = Entry::new(id.to_string(), vec![title])
        .with("Edition", Line::plain(source.edition.to_string()))
        .with("How far", how_far(source))
        .with("Checked", Line::plain(dates))
        .with("Speaks for", Line::plain(nations(*speaks_for)));
    let entry = match &source.url {
        Some(url) => entry.with("Where", Line(vec![Span::Url(url.to_string())])),
        None => entry,
    };
    let number = all.iter().filter(|sourced| sourced.cites.iter().any(|cite| cite.source == place)).count();
    let resting = if number == 0 { "no rule, step or script".to_owned() } else { count(number, "thing") };
    let items = sourced(place, all).into_iter().chain(explained(place)).collect();
    entry
        .with_items("Rests on it", vec![Line::plain(resting)], items)
        .with("Laid beside it", Line::ticks(&["yes, by whom and when:"]))
}

/// How far it was read, and what its reviewer needs to know beyond that.
fn how_far(source: &Source) -> Line {
    let line = Line::plain(depth(source.read)).then(". ").with(said(&source.note));
    source.detail.iter().fold(line, |line, detail| line.then(" ").with(said(detail)))
}

/// The values whose meaning a source explains.
fn explained(place: u8) -> Option<Line> {
    let values = POLICY.values.iter().flat_map(|(axis, entries)| Value::of(axis).zip(entries));
    let cited = values.filter(|(_, entry)| entry.cites.iter().any(|cite| cite.source == place));
    let names = Line::joined(cited.map(|(to, _)| value(to)), ", ");
    (!names.0.is_empty()).then(|| Line::plain("what is said of ").with(names))
}

/// What rests on a source, a line for each section, in the order in which sections first come.
fn sourced(place: u8, all: &[Sourced]) -> Vec<Line> {
    let cites = |sourced: &Sourced| -> Vec<&'static Cite> {
        sourced.cites.iter().filter(|cite| cite.source == place).collect()
    };
    let mut sections: Vec<&str> = Vec::new();
    for cite in all.iter().flat_map(cites) {
        if !sections.contains(&&*cite.section) {
            sections.push(&cite.section);
        }
    }
    let line = |section: &str| {
        let these = all.iter().filter(|sourced| cites(sourced).iter().any(|cite| &*cite.section == section));
        let names = these.map(|sourced| Line(vec![Span::Link(sourced.name.clone())]));
        let section = if section.is_empty() { "no section named" } else { section };
        Line::plain(format!("{section}: ")).with(Line::joined(names, ", "))
    };
    sections.into_iter().map(line).collect()
}
