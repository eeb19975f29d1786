//! Everything in one file.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use sgii_guide::policy::labels::Notice;
use sgii_guide::publish::contacts::hashed;

use super::{csp, read, template, text};
use crate::page::Words;
use crate::site::Site;

/// Fills the template with all that was made, in each language, and leaves nothing else in `dist/`.
pub fn make(site: &Site) -> Result<()> {
    let pages = sealed(site, &Words::all(&super::policy(site))?)?;
    let dist = site.dist();
    if dist.exists() {
        fs::remove_dir_all(&dist).context("could not empty dist/")?;
    }
    leave(&pages, &dist)
}

/// Writes pages to a folder, by their names.
pub fn leave(pages: &[(String, String)], folder: &Path) -> Result<()> {
    fs::create_dir_all(folder).with_context(|| format!("could not make {}", folder.display()))?;
    for (name, sealed) in pages {
        fs::write(folder.join(name), sealed).with_context(|| format!("could not write {name}"))?;
    }
    Ok(())
}

/// Both pages in each of these languages, by their names.
pub fn sealed(site: &Site, languages: &[Words]) -> Result<Vec<(String, String)>> {
    let made = site.page_target();
    let code = Code {
        core: read(&made.join(super::CORE))?,
        is_compiled: true,
        harden: code(&made.join(super::HARDEN))?,
        script: code(&made.join(super::SCRIPT))?,
        shell: code(&made.join(super::SHELL))?,
        style: text(&made.join(super::STYLE))?.trim_end().to_owned(),
    };
    let plain = Code {
        core: read(&super::plain::tables(site))?,
        is_compiled: false,
        script: self::code(&made.join(super::PLAIN_SCRIPT))?,
        ..code.clone()
    };
    let template = text(&site.root.join("www/index.html"))?;
    let mut pages = Vec::new();
    for said in languages {
        let template = said.template(&template)?;
        for (name, code) in [(super::page_in as fn(&str) -> String, &code), (super::plain_page_in, &plain)] {
            let page = seal(&template, &Texts::of(said, languages, name, code), code)?;
            pages.push((name(said.tag()), hashed(&page).context("www/index.html lacks a place that a guide has")?));
        }
    }
    Ok(pages)
}

fn code(file: &Path) -> Result<String> {
    Ok(text(file)?.trim_end().to_owned())
}

#[derive(Clone)]
struct Code {
    /// WebAssembly, or the tables of a core that is in the script.
    core: Vec<u8>,
    /// Whether the core is WebAssembly, which the page compiles.
    is_compiled: bool,
    /// The first script of all, in the page and in the vault.
    harden: String,
    /// The questions, which run in the vault.
    script: String,
    shell: String,
    style: String,
}

struct Texts {
    /// The ways to the same page in other languages.
    languages: String,
    guidance: String,
    /// What is said where the questions cannot run.
    failed: String,
    labels: String,
    words: String,
}

impl Texts {
    /// What a page says whose name in each language is this.
    fn of(said: &Words, languages: &[Words], name: fn(&str) -> String, code: &Code) -> Self {
        let other = code.is_compiled.then(|| said.notice_link(Notice::OtherPage, &super::plain_page_in(said.tag())));
        Self {
            languages: said.links(languages, name),
            guidance: said.guidance(),
            failed: said.notice(Notice::CoreFailed) + &other.unwrap_or_default(),
            labels: said.labels(),
            words: said.policy(),
        }
    }
}

impl Code {
    fn policy(&self) -> String {
        let besides = if self.is_compiled { csp::WASM } else { "" };
        csp::policy(&[&self.harden, &self.script, &self.shell], besides, &self.style)
    }
}

fn seal(html: &str, texts: &Texts, code: &Code) -> Result<String> {
    for script in [&code.harden, &code.script, &code.shell] {
        refuse("a script", script, &["</script", "<!--"])?;
    }
    refuse("the style", &code.style, &["</style"])?;
    let page = template::fill(
        html,
        &[
            ("csp", csp::meta(&code.policy())),
            ("harden", format!("<script>{}</script>", code.harden)),
            ("style", format!("<style>{}</style>", code.style)),
            ("core-failed", texts.failed.clone()),
            ("languages", texts.languages.clone()),
            ("guidance", texts.guidance.clone()),
            ("labels", inert(&texts.labels)),
            ("words", format!(r#"<script type="application/json" id="words">{}</script>"#, inert(&texts.words))),
            ("core", format!(r#"<script type="text/plain" id="core">{}</script>"#, in_characters(&code.core))),
            ("script", format!(r#"<script type="text/plain" id="script">{}</script>"#, code.script)),
            ("shell", format!(r#"<script type="module" class="outside">{}</script>"#, code.shell)),
        ],
    )?;
    Ok(BYTE_ORDER_MARK.to_owned() + &page)
}

/// Says that a page is in UTF-8 even where its host names another charset.
const BYTE_ORDER_MARK: &str = "\u{feff}";

/// Bytes as text, a character each. The numbers below 32 have none: they change places with the capital letters, which
/// are rarer. A byte that is no plain character even then is the one 256 further on. This packs better than hexadecimal
/// digits, not least because the names in the core are spelt as in the rest of the page. `www/bytes.js` reads it.
fn in_characters(bytes: &[u8]) -> String {
    let moved = bytes.iter().map(|byte| if byte & 0xa0 == 0 { byte ^ 0x50 } else { *byte });
    let is_plain = |byte: u8| matches!(byte, b' '..=b'~') && byte != b'<';
    moved.filter_map(|byte| char::from_u32(u32::from(byte) + if is_plain(byte) { 0 } else { 256 })).collect()
}

/// The same JSON without a character that could end or nest an element.
fn inert(json: &str) -> String {
    json.replace('<', r"\u003c")
}

/// Code cannot be rewritten blindly as JSON can, so what would end its element early is refused.
fn refuse(what: &str, code: &str, ends: &[&str]) -> Result<()> {
    let code = code.to_ascii_lowercase();
    if let Some(end) = ends.iter().find(|end| code.contains(**end)) {
        bail!("{what} holds `{end}`, which an HTML page would misread: write it in two pieces");
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEMPLATE: &str = "<!--csp--><!--harden--><!--style--><!--core-failed--><!--languages--><!--guidance--><!--labels--><!--words--><!--core--><!--script--><!--shell-->";

    fn texts() -> Texts {
        Texts {
            languages: "<p>Elsewhere.</p>".into(),
            guidance: "<p>Do not look.</p>".into(),
            failed: "<p>Not today.</p>".into(),
            labels: r#"{"b":"</script>"}"#.into(),
            words: r#"{"a":"</script><!--"}"#.into(),
        }
    }

    fn code(script: &str, style: &str) -> Code {
        Code {
            core: vec![b'a', b'A', 0, 255, b'<'],
            is_compiled: true,
            harden: "close();".into(),
            script: script.into(),
            shell: "open();".into(),
            style: style.into(),
        }
    }

    fn page(script: &str, style: &str) -> Result<String> {
        seal(TEMPLATE, &texts(), &code(script, style))
    }

    #[test]
    fn a_page_begins_with_the_mark_that_no_charset_of_a_host_outdoes() {
        assert!(page("go();", "p{}").unwrap_or_default().as_bytes().starts_with(&[0xef, 0xbb, 0xbf]));
    }

    #[test]
    fn the_page_holds_every_part() {
        let page = page("go();", "p{}").unwrap_or_default();
        for part in [
            csp::meta(&csp::policy(&["close();", "go();", "open();"], csp::WASM, "p{}")).as_str(),
            "<script>close();</script><style>p{}</style><p>Not today.</p><p>Elsewhere.</p><p>Do not look.</p>",
            r#"<script type="text/plain" id="core">ađPǿļ</script>"#,
            r#"<script type="text/plain" id="script">go();</script>"#,
            r#"<script type="module" class="outside">open();</script>"#,
        ] {
            assert!(page.contains(part), "{part}");
        }
    }

    #[test]
    fn a_page_without_webassembly_may_not_compile_any() {
        let plain = Code { is_compiled: false, ..code("go();", "p{}") };
        let page = seal(TEMPLATE, &texts(), &plain).unwrap_or_default();
        assert!(page.contains("go();") && !page.contains("eval"), "{page}");
    }

    #[test]
    fn only_the_page_with_webassembly_leads_to_the_other() {
        let english = [Words::english()];
        let failed = |code| Texts::of(&english[0], &english, super::super::page_in, &code).failed;
        let way = failed(code("", ""));
        assert!(way.contains("<p><a href=\"guide-nowasm.html\">") && way.ends_with("</a></p>"), "{way}");
        assert!(!failed(Code { is_compiled: false, ..code("", "") }).contains("href"));
    }

    #[test]
    fn words_cannot_end_their_block() {
        let page = page("", "").unwrap_or_default();
        assert!(page.contains(r#">{"a":"\u003c/script>\u003c!--"}</script>"#), "{page}");
        assert!(page.contains(r#"{"b":"\u003c/script>"}"#), "{page}");
    }

    #[test]
    fn code_that_would_end_its_element_is_refused() {
        assert!(page("a='</SCRIPT>'", "").is_err());
        assert!(page("a='<!--'", "").is_err());
        assert!(page("", "/*</style*/").is_err());
    }
}
