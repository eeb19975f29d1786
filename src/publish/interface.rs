//! The words of the page's interface in one language: as a block of data for its script, and in its template.

use maud::html;
use serde_json::json;

use super::english;
use super::guidance::Guidance;
use super::own_words::Own;
use crate::policy::compile::{ENGLISH, Problem, Translation};
use crate::policy::labels::{Label, PageText};
use crate::policy::vocabulary::Word;
use crate::policy::words::Forms;

/// Texts in places where no element can mark them as English: a window's title, an attribute, and a language's name for
/// itself.
const NOT_TO_BE_ENGLISH: [Own; 6] = [
    Own::Label(Label::Title),
    Own::Label(Label::TitleStep),
    Own::Label(Label::TitleOutcome),
    Own::Label(Label::TitleError),
    Own::Page(PageText::Contents),
    Own::Page(PageText::Language),
];

/// The tag of the English page.
const BRITISH: &str = "en-GB";

/// The labels of the page's script as JSON, one on each line, and how dates are written.
pub fn labels_json(said: &Translation) -> String {
    let policy = said.marked(english::marked);
    let labels = policy.wording.labels.iter();
    let lines = labels.map(|label| format!("  {}: {}", json!(label.id), value(&label.words)));
    let lines: Vec<_> = lines.chain([format!("  \"days\": \"{}\"", days(said))]).collect();
    format!("{{\n{}\n}}", lines.join(",\n"))
}

/// How dates are written: in figures unless the page is in English, because Chromium has no month names in Welsh or
/// Irish.
fn days(said: &Translation) -> &'static str {
    if said.tag == ENGLISH { "long" } else { "short" }
}

fn value(forms: &Forms) -> String {
    if forms.categories.is_empty() {
        return json!(forms.texts.first()).to_string();
    }
    let counted = forms.categories.iter().zip(&forms.texts);
    let counted = counted.map(|(category, form)| format!("{}: {}", json!(category.id()), json!(form)));
    format!("{{ {} }}", counted.collect::<Vec<_>>().join(", "))
}

/// The page's template with every name in braces replaced by its text, for example `{page/skip}`, and `{lang}` by the
/// language.
///
/// # Errors
///
/// The names in braces that no text has.
pub fn page_html(said: &Translation, template: &str) -> Result<String, Vec<String>> {
    let mut texts = template.split('{');
    let mut page = texts.next().unwrap_or_default().to_owned();
    let mut unknown = Vec::new();
    for (name, after) in texts.map(|text| text.split_once('}').unwrap_or((text, ""))) {
        match text(said, name) {
            Some(text) => page += &text,
            None => unknown.push(format!("`{{{name}}}` is not a text of the page")),
        }
        page += after;
    }
    if unknown.is_empty() { Ok(page) } else { Err(unknown) }
}

fn text(said: &Translation, name: &str) -> Option<String> {
    match name {
        // An empty block of data, `{}`.
        "" => Some("{}".to_owned()),
        "lang" => Some(if said.tag == ENGLISH { BRITISH.to_owned() } else { said.tag.clone() }),
        _ => Own::named(name).map(|own| Guidance::of(said).own(own, &[]).into_string()),
    }
}

/// Links to pages, each under its language's name for itself; empty if there are none.
pub fn languages_html(pages: &[(String, &Translation)]) -> String {
    let name = |said: &Translation| said.policy.wording.page(PageText::Language).to_owned();
    html! {
        @if !pages.is_empty() {
            p.languages {
                @for (place, (page, said)) in pages.iter().enumerate() {
                    @if place > 0 { " " }
                    a href=(page) hreflang=(said.tag) lang=(said.tag) { (name(said)) }
                }
            }
        }
    }
    .into_string()
}

/// The entries that stay English in places where the page cannot mark them. A language that has any gets no page.
pub fn unmarkable(said: &Translation) -> Vec<&Problem> {
    let entries = NOT_TO_BE_ENGLISH.map(Own::entry);
    let fallen = said.fallen.iter().filter(|fallen| entries.contains(&fallen.entry));
    fallen.map(|fallen| &fallen.why).collect()
}
