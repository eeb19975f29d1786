//! Text from outside, made fit for a terminal.

use std::fmt::Write as _;

use unicode_properties::{GeneralCategory, GeneralCategoryGroup, UnicodeGeneralCategory};

/// A text in which every character that a terminal may obey, or that cannot be seen, is written as JSON writes it, such
/// as `\u001b`. Line ends and tabs stay, and JSON stays the same JSON.
pub fn visible(text: &str) -> String {
    written(text, |letter| matches!(letter, '\n' | '\t') || is_seen(letter))
}

/// The same, and on one line, so that a name with a line end in it cannot pass for a line of ours.
pub fn on_one_line(text: &str) -> String {
    written(text, is_seen)
}

fn written(text: &str, stays: impl Fn(char) -> bool) -> String {
    let mut shown = String::with_capacity(text.len());
    for letter in text.chars() {
        if stays(letter) {
            shown.push(letter);
        } else {
            escape(letter, &mut shown);
        }
    }
    shown
}

fn escape(letter: char, shown: &mut String) {
    for unit in letter.encode_utf16(&mut [0; 2]) {
        let _ = write!(shown, "\\u{unit:04x}");
    }
}

/// Whether a character is shown and does nothing else. Control characters, format characters (marks of writing
/// direction among them), line ends and code points without a character are not.
pub(crate) fn is_seen(letter: char) -> bool {
    letter == ' '
        || letter.is_ascii_graphic()
        || !ends_a_line(letter) && letter.general_category_group() != GeneralCategoryGroup::Other
}

fn ends_a_line(letter: char) -> bool {
    matches!(letter.general_category(), GeneralCategory::LineSeparator | GeneralCategory::ParagraphSeparator)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whatever_a_terminal_obeys_or_does_not_show_is_written_out() {
        for (letter, shown) in [
            ('\u{1b}', r"\u001b"),
            ('\u{7}', r"\u0007"),
            ('\r', r"\u000d"),
            ('\u{7f}', r"\u007f"),
            ('\u{9b}', r"\u009b"),
            ('\u{ad}', r"\u00ad"),
            ('\u{200b}', r"\u200b"),
            ('\u{202e}', r"\u202e"),
            ('\u{2028}', r"\u2028"),
            ('\u{2069}', r"\u2069"),
            ('\u{feff}', r"\ufeff"),
            ('\u{e0041}', r"\udb40\udc41"),
        ] {
            assert_eq!(visible(&format!("a{letter}b")), format!("a{shown}b"));
        }
    }

    #[test]
    fn every_other_letter_stays() {
        let text = "tŷ, ŵ, w\u{302}, £, “so” – \u{a0}1\t家 😀\n";
        assert_eq!(visible(text), text);
        assert_eq!(on_one_line("a\nb\tc"), r"a\u000ab\u0009c");
    }

    #[test]
    fn json_stays_the_same_json() {
        let value = serde_json::json!({ "a\u{202e}\u{1b}": ["\u{e0041}", "ŵ\n"] });
        let shown = visible(&serde_json::to_string_pretty(&value).unwrap_or_default());
        assert!(shown.contains(r"\u202e") && shown.is_ascii() != shown.contains('ŵ'), "{shown}");
        assert_eq!(serde_json::from_str::<serde_json::Value>(&shown).ok(), Some(value));
    }
}
