//! A language that is none: English with each letter accented and brackets around each text, so that whatever did not come
//! from it is seen.

use serde_json::json;

/// A template filled in, each text from the English one above it, and every entry reviewed but for those that `is_new` says.
pub fn filled(template: &str, is_new: impl Fn(&str) -> bool) -> String {
    let mut english = "";
    let mut entry = "";
    let mut text = String::new();
    for line in template.lines() {
        let bare = line.trim_start();
        entry = bare.strip_prefix('[').and_then(|name| name.strip_suffix(']')).unwrap_or(entry);
        if let Some(review) = bare.strip_prefix("# reviewed = ") {
            if is_new(entry) {
                continue;
            }
            let signed = review.replace("by = \"\", on = \"\"", "by = \"A reviewer\", on = \"2026-11-21\"");
            text.push_str("reviewed = ");
            text.push_str(&signed);
        } else if let Some(comment) = bare.strip_prefix("# ") {
            english = comment;
            continue;
        } else {
            text += &line.replacen("\"\"", &json!(accent(english)).to_string(), 1);
        }
        text.push('\n');
    }
    text
}

/// A text in brackets, with each letter accented and the names of its terms as they are.
pub fn accent(english: &str) -> String {
    let mut in_braces = false;
    let accented = english.chars().map(|letter| {
        in_braces = letter == '{' || (in_braces && letter != '}');
        if in_braces { letter } else { accented(letter) }
    });
    format!("⟦{}⟧", accented.collect::<String>())
}

fn accented(letter: char) -> char {
    const PLAIN: &str = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    const ACCENTED: &str = "áƀćđéƒǵĥíĵķĺḿńóṕɋŕśťúṽŵẋýźÁɃĆĐÉƑǴĤÍĴĶĹḾŃÓṔɊŔŚŤÚṼŴẊÝŹ";
    PLAIN.chars().zip(ACCENTED.chars()).find(|(plain, _)| *plain == letter).map_or(letter, |(_, accented)| accented)
}
