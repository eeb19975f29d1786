//! A second language: texts for the same policy, each with the review that it has had.
//!
//! A language is a folder of files beside the English ones, which hold texts and no logic. An entry stays English as a
//! whole (it is *fallen*) unless somebody has reviewed its present text against the present English.

mod entries;
mod file;
mod plurals;
mod reading;
mod review;
mod template;

use super::super::Policy;
use super::super::entry::Entry;
use super::super::labels::Plural;
use super::super::words::{Forms, Term};
use super::problem::{File, Problem, Problems, no_file};
use crate::say::lists::quoted;
use file::Document;
pub use plurals::categories;
use reading::Draft;
pub use template::template;

/// The language of the policy itself.
pub const ENGLISH: &str = "en";

/// The suffix of an English term in a translation, after its identifier. A text that stays English uses English terms.
const IN_ENGLISH: &str = "-in-english";

/// An edition in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Translation {
    /// The language, as a tag of BCP 47.
    pub tag: String,
    /// The policy with its texts in that language. Those of a fallen entry are English.
    pub policy: Policy,
    /// The entries that stay English, in the order of the policy.
    pub fallen: Vec<Fallen>,
}

/// An entry that stays English.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fallen {
    /// Its kind and identifier, for example `step/refer-now` or `rule/response/coerced`.
    pub entry: String,
    /// Why, and where.
    pub why: Problem,
}

impl Translation {
    /// The policy's own words.
    pub fn english(policy: &Policy) -> Self {
        Self { tag: ENGLISH.to_owned(), policy: policy.clone(), fallen: Vec::new() }
    }

    /// Whether an entry stays English.
    pub fn fell(&self, entry: &str) -> bool {
        self.fallen.iter().any(|fallen| fallen.entry == entry)
    }

    /// The policy with `mark` applied to each text that stays English.
    pub fn marked(&self, mark: impl Fn(&str) -> String) -> Policy {
        let mut policy = self.policy.clone();
        for mut entry in policy.shown_mut().into_iter().filter(|entry| self.fell(&entry.path)) {
            entry.change_each(|text| mark(text).into());
        }
        policy
    }
}

/// Reads a policy's words in another language.
///
/// # Errors
///
/// Every text that is missing, unknown or does not fit the English one, in the order of the files and lines. A missing
/// or outdated review is no error: the entry stays English.
pub fn language(policy: &Policy, tag: &str, files: &[File]) -> Result<Translation, Vec<Problem>> {
    let categories = known(tag).map_err(|unknown| vec![unknown])?;
    if files.is_empty() {
        return Err(vec![no_file(tag)]);
    }
    let problems = Problems::default();
    let documents: Vec<Document<'_>> = files.iter().map(|file| Document::read(file, &problems)).collect();
    let mut translated = to_translate(policy, categories);
    let entries = translated.shown_mut();
    file::refuse_others(&documents, &entries, &problems);
    let drafts = entries.into_iter().filter_map(|entry| Draft::read(entry, &documents, &problems)).collect();
    if !problems.is_empty() {
        return Err(problems.sorted());
    }
    let fallen = settle(drafts);
    if !fallen.is_empty() {
        let english = policy.wording.terms.iter().map(in_english);
        translated.wording.terms = translated.wording.terms.iter().cloned().chain(english).collect();
    }
    Ok(Translation { tag: tag.to_owned(), policy: translated, fallen })
}

/// The plural categories of a language.
fn known(tag: &str) -> Result<&'static [Plural], Problem> {
    let languages = quoted(plurals::languages().filter(|language| *language != ENGLISH));
    let complaint = format!("the policy is put into a language with known plural categories, so into {languages}");
    let known = categories(tag).filter(|_| tag != ENGLISH);
    known.ok_or_else(|| Problem { file: tag.to_owned(), line: 1, column: 1, complaint })
}

/// The English policy, with a form of each counted label for each of these categories.
fn to_translate(policy: &Policy, categories: &[Plural]) -> Policy {
    let mut policy = policy.clone();
    let forms = policy.wording.labels.items_mut().iter_mut().map(|label| &mut label.words);
    for forms in forms.filter(|forms| !forms.categories.is_empty()) {
        let texts = plurals::standing_in(&forms.texts, categories);
        *forms = Forms { categories: categories.iter().copied().collect(), texts };
    }
    policy
}

/// Puts every reviewed text in its place and leaves the others English. A text with a term that stays English stays
/// English, too.
fn settle(drafts: Vec<Draft<'_>>) -> Vec<Fallen> {
    let terms = drafts.iter().filter(|draft| draft.fell.is_some()).filter_map(|draft| draft.entry.term());
    let terms: Vec<String> = terms.map(str::to_owned).collect();
    drafts.into_iter().filter_map(|draft| draft.settled(&terms)).collect()
}

fn in_english(term: &Entry<(), Term>) -> Entry<(), Term> {
    Entry { id: format!("{}{IN_ENGLISH}", term.id).into(), ..term.clone() }
}
