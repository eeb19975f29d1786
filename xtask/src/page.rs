//! What the page takes from the guide itself: the only file here that knows the library.

#[path = "../../tests/support/accented.rs"]
mod accented;

use std::cell::Cell;
use std::fmt::Display;
use std::fs;
use std::path::Path;

use anyhow::{Context, Error, Result, bail};
use sgii_guide::case;
use sgii_guide::edition::POLICY;
use sgii_guide::policy::Policy;
pub use sgii_guide::policy::compile::ENGLISH;
use sgii_guide::policy::compile::{self, Translation};
use sgii_guide::policy::labels::Notice;
use sgii_guide::publish;

/// The page's words in one language.
pub struct Words(Translation);

impl Words {
    /// The policy's own.
    pub fn english() -> Self {
        Self(Translation::english(&POLICY))
    }

    /// English, and each language that has a folder beside the English files.
    ///
    /// # Errors
    ///
    /// Every text that is missing, unknown or misfits, and every one that would have to be English where no page can say so.
    pub fn all(policy: &Path) -> Result<Vec<Self>> {
        let mut all = vec![Self::english()];
        for tag in languages(policy)? {
            let files = compile::folder(&policy.join(&tag)).with_context(|| format!("could not read policy/{tag}"))?;
            all.push(Self::translated(&tag, &files)?);
        }
        Ok(all)
    }

    /// The words in another language.
    pub fn translated(tag: &str, files: &[compile::File]) -> Result<Self> {
        let said = compile::language(&policy(), tag, files).or_else(refuse)?;
        let unmarkable = publish::unmarkable(&said);
        if !unmarkable.is_empty() {
            return refuse(unmarkable);
        }
        Ok(Self(said))
    }

    /// English, and two that are no languages: one whole, under the tag of Welsh, and under that of Irish one of which every
    /// third entry is not reviewed.
    pub fn accented() -> Result<Vec<Self>> {
        let number = Cell::new(0);
        let every_third = |entry: &str| {
            number.set(number.get() + 1);
            number.get() % 3 == 0
                && !["title", "page.language", "page.contents"].iter().any(|kept| entry.contains(kept))
        };
        let policy = policy();
        let words = |tag: &str, is_new: &dyn Fn(&str) -> bool| {
            let template = compile::template(&policy, tag).map_err(Error::msg)?;
            let file = compile::File { name: format!("{tag}/words.toml"), text: accented::filled(&template, is_new) };
            Self::translated(tag, &[file])
        };
        Ok(vec![Self::english(), words("cy", &|_| false)?, words("ga", &every_third)?])
    }

    pub fn tag(&self) -> &str {
        &self.0.tag
    }

    /// Links to the same page in the other languages, each under what the language calls itself; nothing where there is
    /// no other. A page has a name for each tag.
    pub fn links(&self, languages: &[Self], page: fn(&str) -> String) -> String {
        let others = languages.iter().filter(|other| other.tag() != self.tag());
        publish::languages_html(&others.map(|other| (page(other.tag()), &other.0)).collect::<Vec<_>>())
    }

    /// The template with the texts that it names.
    pub fn template(&self, template: &str) -> Result<String> {
        match publish::page_html(&self.0, template) {
            Ok(page) => Ok(page),
            Err(unknown) => refuse(unknown).context("www/index.html does not fit the policy"),
        }
    }

    /// The whole guidance as an HTML fragment, for a page whose script does not run.
    pub fn guidance(&self) -> String {
        publish::guidance_html(&self.0)
    }

    /// The policy's words as JSON, without those that the guidance says.
    pub fn policy(&self) -> String {
        publish::page_block_json(&self.0)
    }

    /// All of the policy's words as JSON, as the page's script is to have them.
    pub fn whole(&self) -> String {
        publish::page_words_json(&self.0)
    }

    /// What the script says around them, as JSON.
    pub fn labels(&self) -> String {
        publish::labels_json(&self.0)
    }

    /// One of the policy's notices as an HTML fragment, a paragraph a sentence.
    pub fn notice(&self, notice: Notice) -> String {
        publish::notice_html(&self.0, notice)
    }

    /// The same as a link.
    pub fn notice_link(&self, notice: Notice, to: &str) -> String {
        publish::notice_link_html(&self.0, notice, to)
    }
}

fn policy() -> Policy {
    POLICY.clone()
}

/// The tags of the languages that have a folder beside the English files, where the worked cases have one too.
pub fn languages(policy: &Path) -> Result<Vec<String>> {
    let entries = fs::read_dir(policy).context("could not list policy/")?;
    let entries: Vec<_> = entries.collect::<std::io::Result<_>>().context("could not list policy/")?;
    let folders = entries.iter().filter(|entry| entry.path().is_dir());
    let mut tags: Vec<_> = folders.map(|folder| folder.file_name().to_string_lossy().into_owned()).collect();
    tags.retain(|tag| !Path::new(case::FOLDER).ends_with(tag));
    tags.sort();
    Ok(tags)
}

/// A failure that tells of each problem in a line of its own.
fn refuse<T, P: Display>(problems: impl IntoIterator<Item = P>) -> Result<T> {
    bail!(problems.into_iter().map(|problem| problem.to_string()).collect::<Vec<_>>().join("\n"))
}

/// Where the policy's sources can be found: every address that the page leads to.
pub fn cited() -> Vec<&'static str> {
    POLICY.sources.iter().filter_map(|source| source.words.url.as_deref()).collect()
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::*;

    /// A policy's folder with one language in it.
    fn policy(name: &str, words: &str) -> Result<PathBuf> {
        let folder = std::env::temp_dir().join(format!("sgii-languages-{}-{name}", std::process::id()));
        fs::create_dir_all(folder.join("cy"))?;
        fs::write(folder.join("cy/words.toml"), words)?;
        fs::write(folder.join("00-edition.toml"), "")?;
        Ok(folder)
    }

    fn refused(policy: &Path) -> String {
        Words::all(policy).err().map_or_else(String::new, |problem| problem.to_string())
    }

    #[test]
    fn the_worked_cases_are_no_language() -> Result<()> {
        let folder = policy("cases", "")?;
        fs::create_dir_all(folder.join("cases"))?;
        assert_eq!(languages(&folder)?, ["cy"]);
        Ok(())
    }

    #[test]
    fn a_language_that_lacks_a_text_is_refused_by_file_and_line() -> Result<()> {
        let told = refused(&policy("lacking", "[page.skip]\nsays = \"\"\n")?);
        for line in
            ["cy/words.toml:2:8: page `skip` has an empty `says`", "cy/words.toml:2:10: there is no `[page.stay]`"]
        {
            assert!(told.lines().any(|said| said == line), "{told}");
        }
        Ok(())
    }

    #[test]
    fn a_language_in_which_its_own_name_is_not_reviewed_has_no_page() -> Result<()> {
        let template = compile::template(&super::policy(), "cy").map_err(Error::msg)?;
        let words = |without: &'static str| accented::filled(&template, move |entry| entry == without);
        let told = refused(&policy("unnamed", &words("page.language"))?);
        assert!(told.starts_with("cy/words.toml:") && told.ends_with("page `language` is not reviewed"), "{told}");
        let all = Words::all(&policy("whole", &words(""))?)?;
        assert_eq!(all.iter().map(Words::tag).collect::<Vec<_>>(), [ENGLISH, "cy"]);
        Ok(())
    }
}
