//! The plural categories of each language that a page may be in.
//!
//! A table, because all that the crates for this would bring into the build script is one line a language. The page's tests
//! lay it beside the `Intl.PluralRules` of Node.

use super::super::super::labels::Plural::{self, Few, Many, One, Other, Two, Zero};
use super::super::super::table::{List, Text};

/// By language: <https://www.unicode.org/cldr/charts/48/supplemental/language_plural_rules.html>, read 2026-11-25. In each of
/// these *one* is 1 and no other number, so that an English text with 1 in it can stand there.
const CATEGORIES: [(&str, &[Plural]); 3] =
    [("cy", &[Zero, One, Two, Few, Many, Other]), ("en", &[One, Other]), ("ga", &[One, Two, Few, Many, Other])];

/// The categories of a language, if they are known here, by its tag.
pub fn categories(tag: &str) -> Option<&'static [Plural]> {
    let language = tag.split('-').next();
    CATEGORIES.iter().find(|(known, _)| Some(*known) == language).map(|(_, categories)| *categories)
}

/// The languages whose categories are known.
pub(super) fn languages() -> impl Iterator<Item = &'static str> {
    CATEGORIES.iter().map(|(language, _)| *language)
}

/// English forms, one and other, as they stand in for those of these categories.
pub(super) fn standing_in(english: &List<Text>, categories: &[Plural]) -> List<Text> {
    let form = |category: &Plural| if *category == One { english.first() } else { english.last() };
    categories.iter().filter_map(form).cloned().collect()
}
