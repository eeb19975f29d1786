//! The rules of each axis, under the value that they lead to, with what the value means.

use super::document::{Block, Entry, Line, Part};
use super::limits::notice;
use super::sourced::Kind;
use super::speech::{all_said, cited, meaning, rests_on, said, value};
use super::when;
use crate::edition::POLICY;
use crate::policy::entry::Entry as Whole;
use crate::policy::labels::Notice;
use crate::policy::logic::{Forecast, Rule};
use crate::policy::table::Text;
use crate::policy::vocabulary::{Axis, Value};
use crate::policy::words::Meaning;

/// A part for each axis.
pub(super) fn parts() -> Vec<Part> {
    vec![
        part(Axis::Scope, "Rules: does this guide fit?", scope_intro(), false),
        part(Axis::Response, "Rules: what must happen", response_intro(), true),
        part(Axis::Recording, "Rules: what police may record", recording_intro(), false),
        part(Axis::Typology, "Rules: kind of incident", typology_intro(), false),
    ]
}

fn part(axis: Axis, heading: &'static str, intro: Vec<Block>, greatest_first: bool) -> Part {
    let mut values: Vec<Value> = Value::of(axis).collect();
    if greatest_first {
        values.reverse();
    }
    let blocks = intro.into_iter().chain(values.into_iter().flat_map(|value| section(axis, value))).collect();
    Part { heading, blocks }
}

/// The meaning of a value, and every rule that leads to it.
fn section(axis: Axis, to: Value) -> Vec<Block> {
    let rules = POLICY.rules[axis].iter().filter(|rule| rule.logic.to == to);
    let entries = rules.map(|rule| Block::Entry(entry(axis, rule)));
    meaning(to).into_iter().flat_map(meant).chain(entries).collect()
}

fn meant(value: &Whole<Option<Forecast>, Meaning>) -> Vec<Block> {
    let heading = Block::Heading(said(&value.words.name), None);
    let from = Line::joined([Line::plain("This is from "), cited(&value.cites), Line::plain(".")], "");
    let says = all_said(&value.words.says).into_iter().chain([from]).collect();
    [heading, Block::Text(says)].into_iter().chain(value.logic.as_ref().and_then(shown)).collect()
}

/// The forecast that the result shows beside a category.
fn shown(forecast: &Forecast) -> Option<Block> {
    let crimes = listed("Crimes shown", &forecast.crimes);
    let label = forecast.label.as_ref().map(|label| Line::plain(format!("Label shown for every child: {label}")));
    let outcomes = listed("Outcomes shown", &forecast.outcomes);
    let items: Vec<Line> = crimes.into_iter().chain(label).chain(outcomes).collect();
    (!items.is_empty()).then_some(Block::List(items))
}

fn listed(label: &str, texts: &[Text]) -> Option<Line> {
    let texts = texts.iter().map(|text| Line::plain(text.to_string()));
    let all = Line::joined(texts, "; ");
    (!all.0.is_empty()).then(|| Line::plain(format!("{label}: ")).with(all))
}

fn entry(axis: Axis, entry: &Whole<Rule, Text>) -> Entry {
    let rule = &entry.logic;
    let (sentence, items) = when::rule(rule, &then(axis, rule.to));
    Entry::new(Kind::Rule(axis).name(&entry.id), vec![said(&entry.words)])
        .with_items("Rule", vec![sentence], items)
        .with("Basis", rests_on(rule.nations, rule.basis, &entry.cites))
}

/// The conclusion of a rule. A recording category "is possible", because several can be; other values follow outright.
fn then(axis: Axis, to: Value) -> Line {
    let value = value(to);
    if axis == Axis::Recording { value.then(" is possible") } else { value }
}

fn scope_intro() -> Vec<Block> {
    vec![Block::text(&[
        "Scope never hides danger or abuse: rules of the response that do not say “this guide fits” hold whatever the scope.",
    ])]
}

fn response_intro() -> Vec<Block> {
    let mut blocks = vec![Block::text(&[
        "The most urgent rule that is met decides. The others that are met stay in view.",
        "A question that nobody has answered meets no rule. What it could still change stays open, and the result says so.",
        "There is no rule for “everything else”: the school leads only where one rule says, answer by answer, that nothing \
         stands against it.",
        "The rules are listed with the most urgent response first.",
    ])];
    blocks.extend([Notice::FiveGrounds, Notice::Stricter, Notice::OtherNations].map(notice));
    blocks
}

fn recording_intro() -> Vec<Block> {
    let mut blocks = vec![Block::text(&[
        "More than one category can be possible in one case, even when everything is known.",
        "What is not known yet leaves every category open that either answer would allow.",
        "These rules count only where the guide fits.",
    ])];
    blocks.extend([Notice::Forecast, Notice::RecordedAsCrime, Notice::PoliceRecord, Notice::ForcesVary].map(notice));
    blocks
}

fn typology_intro() -> Vec<Block> {
    let mut blocks = vec![Block::text(&["The first rule that holds decides, in the order given here."])];
    blocks.extend([Notice::TypologyWhere, Notice::AxesDiffer].map(notice));
    blocks
}
