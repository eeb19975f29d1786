//! How long sittings are, for each kind of incident.

use std::panic::resume_unwind;
use std::thread;

use biodivine_lib_bdd::Bdd;

use super::named;
use super::sitting::{Page, Sitting};
use crate::incident::Incident;
use crate::policy::vocabulary::{Axis, Nation};
use crate::proof::Subject;
use crate::proof::algebra::{Bit, Draw};
use crate::proof::kinds::Kinds;
use crate::proof::random::Random;
use crate::publish::review::document::{Block, Layout, Line, Part, Table};

/// How many complete answer sets are drawn of each kind. Odd, so that one of them stands in the middle.
pub const DRAWN: usize = 1001;

/// Where the numbers drawn begin, so that they are always the same.
const SEED: u64 = 0x5617;

/// The axes by which an incident is of a kind.
const AXES: [Axis; 3] = [Axis::Response, Axis::Recording, Axis::Typology];

/// The lengths with *not known yet* among the answers, and with yes and no alone.
pub fn parts(subject: &Subject<'_>) -> [Part; 2] {
    let certain = (0..subject.space.questions)
        .map(|place| subject.space.is(place, Bit::Unsure).iff(&subject.space.is(place, Bit::Yes)));
    let certain = subject.space.all(certain);
    [
        part(subject, "How many questions, with “not known yet” among the answers", &subject.space.always()),
        part(subject, "How many questions, with yes and no alone", &certain),
    ]
}

fn part(subject: &Subject<'_>, heading: &'static str, among: &Bdd) -> Part {
    let mut blocks = Vec::new();
    for axis in AXES {
        blocks.push(Block::heading(format!("In England, by {}", named::axis(axis))));
        blocks.push(table(subject, &kinds(subject, axis), among));
    }
    Part { heading, blocks }
}

/// Complete answer sets that have something in common, with what that is.
struct Group {
    name: Line,
    nation: Nation,
    sets: Bdd,
}

/// The kinds of incident in England, where every axis has values.
fn kinds(subject: &Subject<'_>, axis: Axis) -> Vec<Group> {
    let here = subject.nations.iter().filter(|here| here.nation == Nation::England);
    let kinds = here.map(|here| Kinds::new(subject, here, axis));
    kinds.flat_map(groups).collect()
}

fn groups(Kinds { nation, axis, values, several, none }: Kinds) -> Vec<Group> {
    let values = (0..).zip(values).map(|(place, kind)| (named::value(axis, place), kind.alone));
    let rest = [(Line::plain(named::SEVERAL), several), (Line::plain(named::none(axis)), none)];
    let rest = rest.into_iter().filter(|(_, sets)| !sets.is_false());
    values.chain(rest).map(|(name, sets)| Group { name, nation, sets }).collect()
}

fn table(subject: &Subject<'_>, groups: &[Group], among: &Bdd) -> Block {
    let head =
        ["How it ends", "Answers until it is clear", "Never clear", "Answers until nothing is left to ask", "Screens"];
    let drawn: Vec<(&Group, Vec<Incident>)> = groups
        .iter()
        .map(|group| (group, drawn(subject, group, among)))
        .filter(|(_, incidents)| !incidents.is_empty())
        .collect();
    let rows = in_threads(&drawn, |(group, incidents)| {
        let mut page = Page::new(subject.policy);
        row(group.name.clone(), incidents.iter().map(|answers| page.sitting(*answers)).collect())
    });
    Block::Table(Table { layout: Layout::Plain, head: head.map(str::to_owned).into(), rows })
}

/// Complete answer sets of a group, each with the same chance; none where it has none.
fn drawn(subject: &Subject<'_>, group: &Group, among: &Bdd) -> Vec<Incident> {
    let sets = group.sets.and(among);
    let draw = Draw::new(&subject.space, &sets);
    let mut random = Random::new(SEED);
    (0..DRAWN).map_while(|_| draw.incident(group.nation, &mut random)).collect()
}

fn row(name: Line, sittings: Vec<Sitting>) -> Vec<Line> {
    let clear: Vec<usize> = sittings.iter().filter_map(|sitting| sitting.clear).collect();
    let open = sittings.len() - clear.len();
    let questions = sittings.iter().map(Sitting::questions).collect();
    let screens = sittings.iter().map(|sitting| sitting.screens.len()).collect();
    let sizes = [spread(clear), open.to_string(), spread(questions), spread(screens)];
    [name].into_iter().chain(sizes.map(Line::plain)).collect()
}

/// The shortest, the median and the longest.
fn spread(mut sizes: Vec<usize>) -> String {
    sizes.sort_unstable();
    let at = [0, sizes.len() / 2, sizes.len().saturating_sub(1)];
    let shown: Vec<String> = at.iter().filter_map(|place| sizes.get(*place)).map(ToString::to_string).collect();
    shown.join(" · ")
}

/// The results in the order of the items, worked out side by side.
fn in_threads<T: Sync, R: Send>(items: &[T], work: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let work = &work;
    thread::scope(|scope| {
        let threads: Vec<_> = items.iter().map(|item| scope.spawn(move || work(item))).collect();
        let joined = threads.into_iter().map(|thread| thread.join().unwrap_or_else(|panic| resume_unwind(panic)));
        joined.collect()
    })
}
