//! What a policy says, text by text and sentence by sentence.

use crate::policy::register::Register;
use crate::policy::table::Text;

/// Every text that a person may be shown, but those of the register of sources.
pub fn texts(register: &dyn Register) -> Vec<&Text> {
    let entries = register.shown().into_iter().filter(|facts| facts.kind != "source");
    entries.flat_map(|facts| facts.texts().collect::<Vec<_>>()).collect()
}

/// The sentences of a text.
pub fn sentences(text: &str) -> impl Iterator<Item = &str> {
    text.split_inclusive(['.', '?', '!', ':', ';']).map(str::trim).filter(|sentence| !sentence.is_empty())
}
