//! How hard the guide is to read: every text at grade 8 or below, in the words of each nation.
//!
//! The measure is the Flesch-Kincaid grade (J. P. Kincaid and others, *Derivation of New Readability Formulas for Navy
//! Enlisted Personnel*, Research Branch Report 8-75, 1975): 0.39 × words a sentence + 11.8 × syllables a word − 15.59.
//! A sentence ends at a full stop, a question or exclamation mark, a colon or a semicolon, as Flesch counts them. It is
//! a lint, and no proof that a text is understood.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test may")]

use sgii_guide::edition::POLICY;
use sgii_guide::explain::fill;
use sgii_guide::policy::register::Register;
use sgii_guide::policy::vocabulary::{Nation, Word};

const MOST: f64 = 8.0;

/// Names of bodies, services, laws and posts, each counted as one short word: nobody may put them more simply, and a
/// lead knows them. Longer names come before those that they hold.
const NAMES: [&str; 25] = [
    "the MASH or children's social care",
    "local authority social services",
    "children's services",
    "children's social care",
    "designated safeguarding lead",
    "designated safeguarding person",
    "child protection coordinator",
    "designated teacher",
    "safeguarding lead",
    "the Gateway team",
    "Police Scotland",
    "Northern Ireland",
    "Online Safety Hub of the Safeguarding Board",
    "Safeguarding Board",
    "Child Protection Support Service",
    "social services",
    "National Referral Mechanism",
    "Child Gravity Matrix",
    "Police National Database",
    "Crime and Policing Act 2026",
    "inter-agency referral discussion",
    "Report Remove",
    "PSNI",
    "LADO",
    "CEOP",
];

#[test]
fn every_text_reads_at_grade_8_or_below_in_every_nation() {
    let nations = Nation::ALL.iter().map(|nation| Some(*nation)).chain([None]);
    let hard: Vec<String> =
        nations.flat_map(|nation| texts().into_iter().filter_map(move |text| too_hard(nation, &text))).collect();
    assert!(hard.is_empty(), "{} texts are too hard to read:\n{}", hard.len(), hard.join("\n"));
}

#[test]
fn a_hard_text_is_found() {
    let hard = "Practitioners should undertake appropriate consultation regarding proportionate intervention.";
    assert!(too_hard(None, &("here".to_owned(), hard.to_owned())).is_some());
    assert!(too_hard(None, &("here".to_owned(), "Do not look at it. Call the police now.".to_owned())).is_none());
}

/// Counted by hand: 11 words, 13 syllables, two sentences.
#[test]
fn the_grade_is_the_published_formula() {
    let text = "The child asked for the image to be shared. Call police.";
    assert!((grade(text) - (0.39 * 11.0 / 2.0 + 11.8 * 13.0 / 11.0 - 15.59)).abs() < 1e-9, "{}", grade(text));
}

#[test]
fn syllables_are_counted_as_they_are_spoken() {
    for (count, words) in [
        (1, "the made asked called phones shared one child's lead through"),
        (2, "being needed cases people police bullied trusted careful placement simple"),
        (3, "images quietly family guardian idea video sexual safeguarding media"),
        (4, "material community designated authority"),
    ] {
        for word in words.split(' ') {
            assert_eq!(syllables(word), count, "{word}");
        }
    }
    assert_eq!(syllables("999"), 3);
    assert_eq!(syllables("PSNI"), 4);
}

#[test]
fn every_name_is_used() {
    let all: String = Nation::ALL
        .iter()
        .flat_map(|nation| texts().into_iter().map(|(_, text)| fill(&POLICY.wording, Some(*nation), &text).to_string()))
        .collect();
    let neutral: String = texts().into_iter().map(|(_, text)| fill(&POLICY.wording, None, &text).to_string()).collect();
    let idle: Vec<_> = NAMES.iter().filter(|name| !all.contains(**name) && !neutral.contains(**name)).collect();
    assert!(idle.is_empty(), "{idle:?}");
}

// --- Texts ----------------------------------------------------------------------------------------------------------

/// Every text in sentences, with where it stands.
fn texts() -> Vec<(String, String)> {
    let mut texts = Vec::new();
    POLICY.visit(&mut |facts| {
        for (field, said) in &facts.fields {
            let text = said.list().iter().map(|text| &**text).collect::<Vec<_>>().join(" ");
            if is_in_sentences(facts.kind, field, &text) {
                texts.push((format!("{} {field}", facts.path()), text));
            }
        }
    });
    texts
}

/// Headings, labels, names, points that are not published and notes on a source are no sentences. The list of sentences
/// about looking holds those of other entries.
fn is_in_sentences(kind: &str, field: &str, text: &str) -> bool {
    match kind {
        "nation" | "term" | "unpublished" | "looking" | "source" => false,
        "label" | "page" | "condition" => text.ends_with('.'),
        _ => !["title", "heading", "name", "for"].contains(&field),
    }
}

// --- The measure ----------------------------------------------------------------------------------------------------

fn too_hard(nation: Option<Nation>, (place, text): &(String, String)) -> Option<String> {
    let said = fill(&POLICY.wording, nation, text);
    let grade = grade(&said);
    (grade > MOST).then(|| format!("{grade:.1} {} {place}: {said}", nation.map_or("neutral", Word::id)))
}

fn grade(text: &str) -> f64 {
    let text = NAMES.iter().fold(text.to_owned(), |text, name| text.replace(name, "it"));
    let sentences = text.split(['.', '?', '!', ':', ';']).filter(|part| part.contains(char::is_alphanumeric)).count();
    let words: Vec<&str> = text
        .split(|letter: char| !letter.is_alphanumeric() && !"'’&".contains(letter))
        .filter(|word| !word.is_empty())
        .collect();
    let spoken: usize = words.iter().map(|word| syllables(word)).sum();
    let [sentences, words, spoken] = [sentences, words.len(), spoken].map(|count| count as f64);
    0.39 * words / sentences + 11.8 * spoken / words - 15.59
}

/// Syllables by rule: one a group of vowels, more where two vowels are spoken apart, less those that are silent. Figures
/// and abbreviations are spelt out. Over the words of the policy that the CMU Pronouncing Dictionary 1.1.3 has, the sum
/// is within one in a thousand of the dictionary's.
fn syllables(word: &str) -> usize {
    let word = word.split(['\'', '’']).next().unwrap();
    if word.len() > 1
        && word.chars().all(|letter| letter.is_ascii_uppercase() || letter.is_ascii_digit() || letter == '&')
    {
        return word.len();
    }
    let letters: Vec<char> = word.to_lowercase().chars().collect();
    let groups = letters.strip_prefix(&['y']).unwrap_or(&letters).split(|letter| !is_vowel(*letter));
    let groups = groups.filter(|group| !group.is_empty()).count();
    let word: String = letters.iter().collect();
    (groups + apart(&word, &letters)).saturating_sub(usize::from(ends_silent(&letters)) + inner_silent(&word)).max(1)
}

fn is_vowel(letter: char) -> bool {
    "aeiouy".contains(letter)
}

/// Vowels side by side that are spoken apart: being, quiet, idea, social media.
fn apart(word: &str, letters: &[char]) -> usize {
    let parts = [
        "eing", "oing", "ying", "iet", "ideo", "dual", "xual", "tual", "eria", "react", "creat", "idea", "area", "ienc",
    ];
    let in_three = |three: &&[char]| match three {
        [before, 'i', 'a'] => "bdfhklmnpv".contains(*before),
        [before, 'i', 'o'] => "bdhlnpv".contains(*before),
        _ => false,
    };
    parts.iter().map(|part| word.matches(part).count()).sum::<usize>() + letters.windows(3).filter(in_three).count()
}

/// Whether the ending has an *e* that nobody says: made, phones, asked; not table, images, needed.
fn ends_silent(letters: &[char]) -> bool {
    match letters {
        [.., earlier, last, 'e'] => !is_vowel(*last) && (*last != 'l' || is_vowel(*earlier)),
        [.., earlier, last, 'e', 's'] => {
            !is_vowel(*last) && !"sxzcgh".contains(*last) && (*last != 'l' || is_vowel(*earlier))
        }
        [.., _, last, 'e', 'd'] => !is_vowel(*last) && !"td".contains(*last),
        _ => false,
    }
}

/// How many vowels inside nobody says: placement, careful, safeguarding.
fn inner_silent(word: &str) -> usize {
    let endings = ["ment", "ments", "ful", "less", "ly", "ness", "thing", "times", "work", "where", "body"];
    let stems = endings.iter().filter_map(|ending| word.strip_suffix(ending)?.strip_suffix('e'));
    let silent =
        stems.filter(|stem| stem.chars().next_back().is_some_and(|last| !is_vowel(last) && last != 'l')).count();
    silent + usize::from(word.contains("safeguard"))
}
