//! The file to fill in for a new language: a place for each text, under the English one.

use super::super::super::Policy;
use super::super::super::register::{Changed, Field};
use super::super::problem::Problem;
use super::{known, to_translate};

/// Every text to be written in a language, as one TOML file. It may be divided into several.
///
/// # Errors
///
/// If the plural categories of the language are not known.
pub fn template(policy: &Policy, tag: &str) -> Result<String, Problem> {
    let categories = known(tag)?;
    let mut policy = to_translate(policy, categories);
    let opening = format!(
        "# The texts of edition {} in the language `{tag}`, each under the English one. Words in braces stay as they are.\n\
         # A reviewer who is content takes the mark from `reviewed` and adds their role and the day. `of` is the English\n\
         # that they read: once that changes, the entry is shown in English until it has been reviewed again.\n",
        policy.edition.id
    );
    Ok(policy.shown_mut().iter().fold(opening, |file, entry| format!("{file}\n{}", empty(entry))))
}

fn empty(entry: &Changed<'_>) -> String {
    let fields: String = entry.fields.iter().map(|(key, field)| to_fill(key, field)).collect();
    let review = format!("# reviewed = {{ by = \"\", on = \"\", of = \"{}\" }}\n", entry.stamp());
    format!("[{}]\n{fields}{review}", entry.table())
}

fn to_fill(key: &str, field: &Field<'_>) -> String {
    match field {
        Field::One(text) => format!("{}{key} = \"\"\n", comment("", text)),
        Field::Each(texts) => {
            let items: String = texts.iter().map(|text| format!("{}    \"\",\n", comment("    ", text))).collect();
            format!("{key} = [\n{items}]\n")
        }
    }
}

/// A text as a comment, each line of it.
fn comment(indent: &str, text: &str) -> String {
    text.lines().map(|line| format!("{indent}# {line}\n")).collect()
}
