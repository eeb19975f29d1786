//! An entry of the policy, whole: what it decides, what it says and where that comes from.

use std::fmt;

use super::logic::Cite;
use super::table::{List, Text, Words};

/// An entry: what decisions depend on (`L`), and what it says (`W`), which the page's core is without.
#[derive(Clone, PartialEq, Eq)]
pub struct Entry<L, W> {
    /// Its permanent identifier, unique among the entries of its kind.
    pub id: Text,
    /// Its logic: everything that decisions depend on.
    pub logic: L,
    /// Its words.
    pub words: Words<W>,
    /// Where it comes from.
    pub cites: List<Cite>,
}

/// The entry with an identifier.
pub fn named<'a, L: Clone, W: Clone>(entries: &'a List<Entry<L, W>>, id: &str) -> Option<&'a Entry<L, W>> {
    entries.iter().find(|entry| &*entry.id == id)
}

impl<L: fmt::Debug, W: fmt::Debug> fmt::Debug for Entry<L, W> {
    /// The Rust expression that makes the entry, as for every table. `words!` drops what the page's core does not have.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { id, logic, words, cites } = self;
        write!(f, "Entry {{ id: {id:?}, logic: {logic:?}, words: words!({words:?}), cites: {cites:?} }}")
    }
}
