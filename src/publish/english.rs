//! English texts within another language, in the page's data. They are marked by U+2068 and U+2069, which isolate a
//! piece of text and are invisible; the page makes an element of such a piece that names its language.

use maud::{Markup, html};

use crate::policy::compile::ENGLISH;
use crate::say::places::{Part, parts};

const OPEN: char = '\u{2068}';
const CLOSE: char = '\u{2069}';

/// A text marked as English, but for its places: the values in them may be in another language.
pub(super) fn marked(text: &str) -> String {
    let part = |part: &Part<'_>| match *part {
        Part::Words(words) => sentence_by_sentence(words),
        Part::Place(place) => format!("{{{place}}}"),
    };
    parts(text).iter().map(part).collect()
}

/// Marks sentence by sentence, because the page may show the first sentence apart and no pair of marks may be split.
fn sentence_by_sentence(words: &str) -> String {
    let ends = [". ", ": ", "? "];
    let marked = ends.iter().fold(words.to_owned(), |text, end| text.replace(end, &format!("{CLOSE}{end}{OPEN}")));
    format!("{OPEN}{marked}{CLOSE}").replace(&format!("{OPEN}{CLOSE}"), "")
}

/// A text as markup, with an element for each part that is marked as English.
pub(super) fn markup(text: &str) -> Markup {
    html! {
        @for (place, piece) in text.split([OPEN, CLOSE]).enumerate() {
            @if place % 2 == 0 { (piece) } @else { span lang=(ENGLISH) { (piece) } }
        }
    }
}
