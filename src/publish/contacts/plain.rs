//! Names and notes: which characters a text that is only read may have.

use icu_properties::CodePointSetData;
use icu_properties::props::DefaultIgnorableCodePoint;
use unicode_properties::{GeneralCategory, UnicodeGeneralCategory};

use super::figures::holds_a_number;
use crate::visible::is_seen;

/// Characters that look blank though Unicode classes them as symbols.
const BLANK: [char; 2] = ['\u{2800}', '\u{1d159}'];

/// The complaint about a text that no field may hold, if it is one.
pub(super) fn unfit(text: &str) -> Option<String> {
    if text.trim() != text || text.is_empty() {
        return Some("is empty, or begins or ends with a space".to_owned());
    }
    let hidden = text.chars().find(|letter| is_hidden(*letter))?;
    Some(format!("holds the hidden character U+{:04X}, expected plain text on one line", u32::from(hidden)))
}

/// Whether a character is invisible or ends a line. It may still change how others look.
fn is_hidden(letter: char) -> bool {
    !is_seen(letter) || CodePointSetData::new::<DefaultIgnorableCodePoint>().contains(letter) || BLANK.contains(&letter)
}

/// The complaint about a name or note, which may have at most `longest` characters.
pub(super) fn complaint(text: &str, longest: usize) -> Option<String> {
    let lower = text.to_lowercase();
    if let Some(long) = too_long(text, longest) {
        Some(long)
    } else if !text.chars().any(char::is_alphanumeric) {
        Some("holds no letter".to_owned())
    } else if text.contains(['<', '>']) {
        Some("holds `<` or `>`, expected plain text and no HTML".to_owned())
    } else if text.contains('@') {
        Some("holds an e-mail address, which the guide does not show: mail can wait unread".to_owned())
    } else if ["://", "www."].iter().any(|sign| lower.contains(sign)) {
        Some("holds a web address, expected it in `web` of `partnership`".to_owned())
    } else if holds_a_number(text) {
        Some("holds a telephone number, expected it in `phone` or `outOfHours`, where it is checked".to_owned())
    } else {
        None
    }
}

/// The complaint about a text of more than `longest` characters.
pub(super) fn too_long(text: &str, longest: usize) -> Option<String> {
    let length = text.chars().count();
    (length > longest).then(|| format!("has {length} characters, expected at most {longest}"))
}

/// A character as a keyboard has it, in place of full-width forms and of the many spaces and hyphens of Unicode.
pub(super) fn plain(letter: char) -> char {
    match letter {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(letter) - 0xfee0).unwrap_or(letter),
        '\u{2212}' => '-',
        other if other.is_whitespace() => ' ',
        other if other.general_category() == GeneralCategory::DashPunctuation => '-',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_nobody_can_see_is_hidden() {
        for letter in [
            '\0',
            '\n',
            '\u{7f}',
            '\u{ad}',
            '\u{34f}',
            '\u{61c}',
            '\u{115f}',
            '\u{1160}',
            '\u{17b4}',
            '\u{180b}',
            '\u{180e}',
            '\u{200b}',
            '\u{200f}',
            '\u{2028}',
            '\u{2029}',
            '\u{202e}',
            '\u{2060}',
            '\u{2066}',
            '\u{2800}',
            '\u{3164}',
            '\u{e000}',
            '\u{fe0f}',
            '\u{feff}',
            '\u{ffa0}',
            '\u{fff9}',
            '\u{ffff}',
            '\u{1bca0}',
            '\u{1d159}',
            '\u{1d173}',
            '\u{e0041}',
            '\u{e0100}',
            '\u{10fffd}',
        ] {
            assert!(is_hidden(letter), "{letter:?}");
        }
        assert_eq!(
            "Siân Ŵ. O’Neill, 家 – ext. 21; tŷ (w\u{302})\u{a0}½ £".chars().find(|letter| is_hidden(*letter)),
            None
        );
    }
}
