//! The sentence about imagery: every text of the policy that mentions looking has been read by somebody.

use std::collections::BTreeSet;

use super::{Property, read};
use crate::policy::register::Register;
use crate::policy::words::Wording;
use crate::proof::text::{sentences, texts};

pub const IMAGERY: Property = Property {
    sentence: "nothing ever tells anyone to view imagery",
    shows: "every sentence with a verb of looking stands word for word in the list of those that a person has read, and the \
            list holds no other",
    check: |subject| {
        let wrong = unread(subject.policy, &subject.policy.wording);
        let sentences = texts(subject.policy).iter().map(|text| sentences(text).count()).sum();
        read(sentences, (!wrong.is_empty()).then(|| wrong.join("\n")))
    },
};

/// The sentences of a register with a verb of looking that are not in the list of those that a person has read, and those of
/// the list that it does not say.
pub fn unread(register: &dyn Register, wording: &Wording) -> Vec<String> {
    let (texts, listed) = (texts(register), listed(wording));
    let said: BTreeSet<&str> = texts.iter().flat_map(|text| looking(text)).collect();
    let unread = said.difference(&listed).map(|sentence| format!("nobody has read “{sentence}”"));
    let spare = listed.difference(&said).map(|sentence| format!("listed, and said nowhere: “{sentence}”"));
    unread.chain(spare).collect()
}

/// Stems of verbs of looking, and of what leads to it; [`ENDINGS`] may follow. A person reads each sentence with one of
/// them, so a verb too many costs a minute, and a verb too few could let a sentence through that sends somebody to an
/// image.
#[rustfmt::skip]
const LOOKING: [&str; 35] = [
    "brows", "check", "click", "display", "download", "examin", "expos", "eye", "find", "found", "gaz", "glanc", "glimps",
    "inspect", "look", "observ", "open", "peek", "play", "preview", "read", "saw", "scan", "screenshot", "scroll", "search",
    "see", "show", "staring", "stare", "unlock", "view", "watch", "witness", "zoom",
];

/// How a verb may end.
const ENDINGS: [&str; 11] = ["", "s", "es", "e", "ed", "d", "n", "ing", "ings", "er", "able"];

/// Whether a word is a form of a verb of looking.
fn is_of_looking(word: &str) -> bool {
    LOOKING.iter().any(|verb| word.strip_prefix(verb).is_some_and(|ending| ENDINGS.contains(&ending)))
}

/// The sentences of a text with a verb of looking.
pub fn looking(text: &str) -> impl Iterator<Item = &str> {
    sentences(text).filter(|sentence| {
        let small = sentence.to_lowercase();
        small.split(|letter: char| !letter.is_alphanumeric()).any(is_of_looking)
    })
}

fn listed(wording: &Wording) -> BTreeSet<&str> {
    wording.looking.iter().flat_map(|read| &read.words.sentences).map(|sentence| &**sentence).collect()
}
