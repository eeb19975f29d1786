//! Where complete answer sets end, exactly.

use super::named;
use crate::policy::vocabulary::{Axis, Word};
use crate::proof::Subject;
use crate::proof::counts::{Counts, counts, grouped};
use crate::publish::review::document::{Block, Layout, Line, Part, Table};

/// Every axis, nation by nation.
pub fn part(subject: &Subject<'_>) -> Part {
    let counts = counts(subject);
    let intro = Block::text(&[
        "These numbers are exact: they are worked out over the whole space of answers, not on a sample.",
        "A complete answer set has exactly one response, or none where another route fits and nothing calls for more.",
        "On the other questions its unknowns can leave several results possible. “Only this” counts the sets at which a \
         result is the only one possible; “possible” counts those at which it is one of them, so those shares add up to \
         more than 100 %.",
    ]);
    let axes = Axis::ALL.iter().flat_map(|axis| {
        let here: Vec<&Counts> = counts.iter().filter(|count| count.axis == *axis && count.has_values()).collect();
        [Block::heading(format!("By {}", named::axis(*axis))), table(*axis, &here)]
    });
    Part { heading: "Where complete answer sets end", blocks: [intro].into_iter().chain(axes).collect() }
}

fn table(axis: Axis, counts: &[&Counts]) -> Block {
    let head: &[&str] = match axis {
        Axis::Response => &["Nation", "How it ends", "Sets", "Share"],
        Axis::Scope | Axis::Recording | Axis::Typology => {
            &["Nation", "How it ends", "Only this", "Share", "Possible", "Share"]
        }
    };
    let rows = counts.iter().flat_map(|counts| rows(counts)).map(|mut row| {
        row.truncate(head.len());
        row
    });
    let head = head.iter().map(|cell| (*cell).to_owned()).collect();
    Block::Table(Table { layout: Layout::Plain, head, rows: rows.collect() })
}

/// The values of one nation, and what is not one value.
fn rows(counts: &Counts) -> Vec<Vec<Line>> {
    let values = counts.values.iter().enumerate();
    let values = values.map(|(place, value)| (named::value(counts.axis, place), value.alone, value.possible));
    let rest = [(named::SEVERAL, counts.several), (named::none(counts.axis), counts.none)];
    let rest = rest.into_iter().filter(|(_, many)| *many != 0).map(|(name, many)| (Line::plain(name), many, many));
    let all = counts.all();
    let sized = |many: u128| [grouped(many), share(many, all)].map(Line::plain);
    let row = |(name, alone, possible): (Line, u128, u128)| {
        let start = [Line::plain(named::nation(counts.nation)), name];
        start.into_iter().chain(sized(alone)).chain(sized(possible)).collect()
    };
    let total = (Line::plain("All"), all, all);
    values.chain(rest).chain([total]).map(row).collect()
}

/// A part of a whole in per cent, to three figures.
fn share(part: u128, all: u128) -> String {
    let per_cent = 100.0 * part as f64 / all.max(1) as f64;
    match per_cent {
        _ if part == 0 => "0 %".to_owned(),
        _ if part == all => "100 %".to_owned(),
        tiny if tiny < 0.001 => "under 0.001 %".to_owned(),
        small if small < 1.0 => format!("{small:.3} %"),
        some if some < 10.0 => format!("{some:.2} %"),
        nearly if nearly >= 99.95 => "over 99.9 %".to_owned(),
        most => format!("{most:.1} %"),
    }
}
