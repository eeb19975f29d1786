//! Terms in braces: each must be one that the policy defines.

use super::problem::Problems;
use super::read::Document;
use super::record::Record;

/// The names in braces of a text. If a brace is not closed, the name goes on to the end.
pub(super) fn in_braces(text: &str) -> impl Iterator<Item = &str> {
    after_braces(text).map(|after| after.split_once('}').map_or(after, |(name, _)| name))
}

/// The text after each opening brace, up to the next.
fn after_braces(text: &str) -> impl Iterator<Item = &str> {
    text.split('{').skip(1)
}

/// Whether a name in braces is the place of a value.
pub(super) fn is_place(name: &str) -> bool {
    name.len() == 1 && name.chars().all(|letter| letter.is_ascii_digit())
}

/// Checks the terms in every text of every entry. The words of a term may hold none, so the order of replacement does
/// not matter.
pub(super) fn check<'a>(documents: &'a [Document<'a>], problems: &'a Problems) {
    let terms: Vec<Record<'_>> = documents.iter().flat_map(|document| document.records("term", problems)).collect();
    terms.iter().for_each(refuse_braces);
    let terms: Vec<String> = terms.iter().map(|term| term.text("id").to_string()).collect();
    for record in documents.iter().flat_map(|document| document.with_terms(problems)) {
        for (offset, text) in record.every_text() {
            after_braces(text).for_each(|after| check_one(&record, offset, after, &terms));
        }
    }
}

fn refuse_braces(term: &Record<'_>) {
    for (offset, _) in term.every_text().into_iter().filter(|(_, text)| text.contains('{')) {
        term.complain_at(offset, "has a `{`, and no term stands within a term");
    }
}

/// `after` is what follows the opening brace.
fn check_one(record: &Record<'_>, offset: usize, after: &str, terms: &[String]) {
    match after.split_once('}') {
        None => record.complain_at(offset, "has a `{` that no `}` closes"),
        Some((term, _)) if !terms.iter().any(|known| known == term) => {
            record.complain_at(offset, format!("says `{{{term}}}`, which is not a term"));
        }
        Some(_) => {}
    }
}
