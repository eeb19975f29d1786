//! The texts of a policy and their sentences.

use crate::policy::register::Register;
use crate::policy::table::Text;

/// Every text of a register that a person may be shown or a board is asked. Those of the source register are left out.
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
