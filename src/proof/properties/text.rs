//! The sentence about imagery, over every text that a person may be shown.

use super::{Property, read};
use crate::proof::text::{sentences, texts};

pub const IMAGERY: Property = Property {
    sentence: "nothing ever tells anyone to view imagery",
    shows: "every sentence with a verb of looking forbids it, or says one of the listed harmless things; a check of words, \
            not of meaning",
    check: |subject| {
        let texts = texts(subject.words);
        let told = texts.iter().find_map(|text| {
            let bad = sentences(&text.says).find(|sentence| tells_to_look(sentence))?;
            Some(format!("{}: “{bad}”", text.place))
        });
        read(texts.iter().map(|text| sentences(&text.says).count()).sum(), told)
    },
};

/// Verbs of looking, as an instruction would use them.
const LOOKING: &[&str] = &[
    "look",
    "view",
    "see",
    "watch",
    "open",
    "search",
    "browse",
    "inspect",
    "examine",
    "play",
    "scroll",
    "unlock",
    "show",
    "screenshot",
    "zoom",
    "read",
    "check",
    "find",
];

/// Words that forbid what follows them in the sentence.
const FORBIDDING: &[&str] =
    &["never", "not", "nobody", "no one", "cannot", "without", "no more right", "neither", "nothing", "no child"];

/// What may be said with a verb of looking without telling anyone to look at an image. Closed: a new phrase is added here
/// by someone who has read it.
const HARMLESS: &[&str] = &[
    "look after",
    "looking after",
    "look into",
    "look like",
    "look away",
    "see why",
    "see that",
    "see it put right",
    "see what to do now",
    "open to",
    "open question",
    "points open",
    "open a case again",
    "open the case",
    "open it there once",
    "leaves open",
    "is open",
    "say if",
    "check on",
    "check if",
    "check what",
    "check with",
    "check that",
    "check before",
    "is no check",
    "dbs check",
    "is not a check",
    "find out",
    "find help",
    "find the child",
    "find or reach",
    "reach or find",
    "find the rest",
    "find this",
    "find the person",
    "search powers",
    "watch how",
    "internet watch",
    "read in full",
    "read in part",
    "read as a summary",
    "how they are read",
    "read the whole guidance",
    "be read",
    "not read",
    "was read",
    "were read",
    "police also look at",
    "police look at how",
    "police can read",
    "may show only",
    "should show",
    "would show",
    "does it show",
    "to show a sexual act",
    "show or share",
    "show one question",
    "show {0} questions",
    "records show the age",
    "can show how a child is",
    "can check others",
    "can check your own staff",
    "platforms can check for it",
    "partnership to check",
    "a screenshot the child did not agree to",
    "count a screenshot",
    "is read as",
    "able to read it",
    "on what they find",
    "lists rare reasons for staff to look at an image",
    "open only to people trained",
];

/// Whether a sentence could be read as telling someone to look.
pub fn tells_to_look(sentence: &str) -> bool {
    let small = HARMLESS.iter().fold(sentence.to_lowercase(), |text, phrase| text.replace(phrase, ""));
    let words: Vec<&str> =
        small.split(|c: char| !c.is_alphanumeric() && c != '-').filter(|word| !word.is_empty()).collect();
    let forbids = |before: &[&str]| {
        let before = before.join(" ");
        FORBIDDING.iter().any(|word| format!(" {before} ").contains(&format!(" {word} ")))
    };
    let looks = |place: usize, word: &str| LOOKING.contains(&word) && !words.get(..place).is_some_and(forbids);
    words.iter().enumerate().any(|(place, word)| looks(place, word))
}
