//! A second language: texts for the same policy, each with the review that it has had.
//!
//! A language is a folder of files beside the English ones, with texts in them and no logic. An entry without a
//! review of what it now says, against what the English now says, stays English as a whole.

mod entries;
mod file;
mod plurals;
mod reading;
mod review;
mod template;

use super::super::Policy;
use super::super::labels::{Label, Plural};
use super::super::logic::Logic;
use super::super::vocabulary::Word;
use super::super::words::{Term, Wording};
use super::problem::{File, Problem, Problems, no_file};
use crate::say::lists::quoted;
use file::Document;
pub use plurals::categories;
use reading::Draft;
pub use template::template;

/// The language of the policy itself.
pub const ENGLISH: &str = "en";

/// What an English term is called in a translation, after its own identifier: an English text says English words.
const IN_ENGLISH: &str = "-in-english";

/// The words of an edition in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Translation {
    /// The language, as a tag of BCP 47.
    pub tag: String,
    /// The words; those of a fallen entry are English.
    pub words: Wording,
    /// The entries that are not in the language, in the order of the policy.
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
    pub fn english(words: &Wording) -> Self {
        Self { tag: ENGLISH.to_owned(), words: words.clone(), fallen: Vec::new() }
    }

    /// Whether an entry stays English.
    pub fn fell(&self, entry: &str) -> bool {
        self.fallen.iter().any(|fallen| fallen.entry == entry)
    }

    /// The plural categories of the language, in the order of a counted label's forms.
    pub fn categories(&self) -> &'static [Plural] {
        categories(&self.tag).unwrap_or_default()
    }

    /// The words, with what `mark` makes of each text that stays English.
    pub fn marked(&self, logic: &Logic, mark: impl Fn(&str) -> String) -> Wording {
        let mut words = self.words.clone();
        let entries = entries::of(logic, &mut words, self.categories()).into_iter();
        for mut entry in entries.filter(|entry| self.fell(&entry.id)) {
            entry.change_each(|text| mark(text).into());
        }
        words
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
    let mut words = to_translate(policy, categories);
    let entries = entries::of(&policy.logic, &mut words, categories);
    file::refuse_others(&documents, &entries, &problems);
    let drafts = entries.into_iter().filter_map(|entry| Draft::read(entry, &documents, &problems)).collect();
    if !problems.is_empty() {
        return Err(problems.sorted());
    }
    let fallen = settle(drafts);
    if !fallen.is_empty() {
        words.terms = words.terms.iter().cloned().chain(policy.words.terms.iter().map(in_english)).collect();
    }
    Ok(Translation { tag: tag.to_owned(), words, fallen })
}

/// The plural categories of a language.
fn known(tag: &str) -> Result<&'static [Plural], Problem> {
    let languages = quoted(plurals::languages().filter(|language| *language != ENGLISH));
    let complaint = format!("the policy is put into a language with known plural categories, so into {languages}");
    let known = categories(tag).filter(|_| tag != ENGLISH);
    known.ok_or_else(|| Problem { file: tag.to_owned(), line: 1, complaint })
}

/// The English words, a counted label with a form for each of these categories.
fn to_translate(policy: &Policy, categories: &[Plural]) -> Wording {
    let mut words = policy.words.clone();
    let counted = Label::ALL.iter().zip(words.labels.items_mut()).filter(|(label, _)| label.is_counted());
    counted.for_each(|(_, forms)| *forms = plurals::standing_in(forms, categories));
    words
}

/// Puts every reviewed text in its place and leaves the others English. A text whose term stays English does so too.
fn settle(drafts: Vec<Draft<'_>>) -> Vec<Fallen> {
    let terms = drafts.iter().filter(|draft| draft.fell.is_some()).filter_map(|draft| draft.entry.term());
    let terms: Vec<String> = terms.map(str::to_owned).collect();
    drafts.into_iter().filter_map(|draft| draft.settled(&terms)).collect()
}

fn in_english(term: &Term) -> Term {
    Term { id: format!("{}{IN_ENGLISH}", term.id).into(), ..term.clone() }
}
