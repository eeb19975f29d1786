//! English in the midst of another language, in the page's data: between U+2068 and U+2069, which isolate a piece of text
//! and are not seen. Who puts it into the page makes an element of it that names its language.

use maud::{Markup, html};

use crate::policy::compile::ENGLISH;
use crate::say::places::{Part, parts};

const OPEN: char = '\u{2068}';
const CLOSE: char = '\u{2069}';

/// A text that is English. What comes into its places may be in another language, and so is not.
pub(super) fn marked(text: &str) -> String {
    let part = |part: &Part<'_>| match *part {
        Part::Words(words) => sentence_by_sentence(words),
        Part::Place(place) => format!("{{{place}}}"),
    };
    parts(text).iter().map(part).collect()
}

/// The page may show the first sentence apart, so no pair of marks goes on beyond the end of one.
fn sentence_by_sentence(words: &str) -> String {
    let ends = [". ", ": ", "? "];
    let marked = ends.iter().fold(words.to_owned(), |text, end| text.replace(end, &format!("{CLOSE}{end}{OPEN}")));
    format!("{OPEN}{marked}{CLOSE}").replace(&format!("{OPEN}{CLOSE}"), "")
}

/// A text that may be English or have English in it.
pub(super) fn markup(text: &str) -> Markup {
    html! {
        @for (place, piece) in text.split([OPEN, CLOSE]).enumerate() {
            @if place % 2 == 0 { (piece) } @else { span lang=(ENGLISH) { (piece) } }
        }
    }
}
