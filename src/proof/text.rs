//! What a policy says, text by text and sentence by sentence.

use crate::policy::register::Register;
use crate::policy::table::Text;

/// Every text that a person may be shown or a board is asked, but those of the register of sources.
pub fn texts(register: &dyn Register) -> Vec<&Text> {
    let mut texts = Vec::new();
    register.visit(&mut |facts| {
        if !["source", "looking"].contains(&facts.kind) {
            texts.extend(facts.texts());
        }
    });
    texts
}

/// The sentences of a text.
pub fn sentences(text: &str) -> impl Iterator<Item = &str> {
    text.split_inclusive(['.', '?', '!', ':', ';']).map(str::trim).filter(|sentence| !sentence.is_empty())
}
