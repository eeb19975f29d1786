//! The plural categories of each language that a page may be in.
//!
//! They are a table, because a crate would bring much into the build script for one line for each language. The page's
//! tests compare it with the `Intl.PluralRules` of Node.

use super::super::super::labels::Plural::{self, Few, Many, One, Other, Two, Zero};
use super::super::super::table::{List, Text};

/// By language: <https://www.unicode.org/cldr/charts/48/supplemental/language_plural_rules.html>, read 2026-11-25. In
/// each of these *one* is the number 1 and no other, so that an English text for one can stand in.
const CATEGORIES: [(&str, &[Plural]); 3] =
    [("cy", &[Zero, One, Two, Few, Many, Other]), ("en", &[One, Other]), ("ga", &[One, Two, Few, Many, Other])];

/// The categories of a language by its tag, if they are known.
pub fn categories(tag: &str) -> Option<&'static [Plural]> {
    let language = tag.split('-').next();
    CATEGORIES.iter().find(|(known, _)| Some(*known) == language).map(|(_, categories)| *categories)
}

/// The languages whose categories are known.
pub(super) fn languages() -> impl Iterator<Item = &'static str> {
    CATEGORIES.iter().map(|(language, _)| *language)
}

/// The English forms *one* and *other* in place of forms for these categories.
pub(super) fn standing_in(english: &List<Text>, categories: &[Plural]) -> List<Text> {
    let form = |category: &Plural| if *category == One { english.first() } else { english.last() };
    categories.iter().filter_map(form).cloned().collect()
}
