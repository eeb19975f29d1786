//! Texts with places for values: `{0}`, `{1}` and so on.

/// A part of a text.
pub(crate) enum Part<'a> {
    Words(&'a str),
    /// The place of a value, from 0.
    Place(usize),
}

use Part::{Place, Words};

/// The parts of a text, without empty words.
pub(crate) fn parts(text: &str) -> Vec<Part<'_>> {
    let mut parts = Vec::new();
    let mut rest = text;
    while let Some((before, place, after)) = next_place(rest) {
        parts.extend([Words(before), Place(place)]);
        rest = after;
    }
    parts.push(Words(rest));
    parts.retain(|part| !matches!(part, Words("")));
    parts
}

fn next_place(text: &str) -> Option<(&str, usize, &str)> {
    let found = (0..10).filter_map(|place| {
        let (before, after) = text.split_once(&format!("{{{place}}}"))?;
        Some((before, place, after))
    });
    found.min_by_key(|(before, ..)| before.len())
}

/// A text with values in its places.
pub(crate) fn put(text: &str, values: &[&str]) -> String {
    let said = |part: &Part<'_>| match *part {
        Words(words) => words.to_owned(),
        Place(place) => values.get(place).map_or_else(String::new, ToString::to_string),
    };
    parts(text).iter().map(said).collect()
}
