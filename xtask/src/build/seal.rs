//! Everything in one file.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use data_encoding::HEXLOWER;

use super::{PAGE, PLAIN_PAGE, csp, read, template, text};
use crate::page;
use crate::site::Site;

/// Fills the template with all that was made, and leaves nothing else in `dist/`.
pub fn make(site: &mut Site) -> Result<()> {
    let made = site.page_target();
    let parts = Parts {
        guidance: page::guidance(),
        failed: format!("{}{}", page::notice("core-failed"), other_page()),
        words: page::words(),
        core: read(&made.join(super::CORE))?,
        harden: code(&made.join(super::HARDEN))?,
        script: code(&made.join(super::SCRIPT))?,
        shell: code(&made.join(super::SHELL))?,
        style: text(&made.join(super::STYLE))?.trim_end().to_owned(),
    };
    let template = text(&site.root.join("www/index.html"))?;
    let page = seal(&template, &parts)?;
    let plain = Parts {
        failed: page::notice("core-failed"),
        // It is in the script.
        core: Vec::new(),
        script: code(&made.join(super::PLAIN_SCRIPT))?,
        ..parts
    };
    let plain_page = seal(&template, &plain)?;
    let dist = site.dist();
    if dist.exists() {
        fs::remove_dir_all(&dist).context("could not empty dist/")?;
    }
    fs::create_dir(&dist).context("could not make dist/")?;
    for (name, sealed) in [(PAGE, page), (PLAIN_PAGE, plain_page)] {
        fs::write(dist.join(name), sealed).with_context(|| format!("could not write dist/{name}"))?;
    }
    Ok(())
}

/// What leads from a page whose core does not start to the one that needs no WebAssembly.
fn other_page() -> String {
    page::notice("other-page").replace("<p>", &format!("<p><a href=\"{PLAIN_PAGE}\">")).replace("</p>", "</a></p>")
}

fn code(file: &Path) -> Result<String> {
    Ok(text(file)?.trim_end().to_owned())
}

struct Parts {
    guidance: String,
    /// What is said where the questions cannot run.
    failed: String,
    words: String,
    /// WebAssembly, or nothing.
    core: Vec<u8>,
    /// The first script of all, in the page and in the vault.
    harden: String,
    /// The questions, which run in the vault.
    script: String,
    shell: String,
    style: String,
}

impl Parts {
    fn policy(&self) -> String {
        let besides = if self.core.is_empty() { "" } else { csp::WASM };
        csp::policy(&[&self.harden, &self.script, &self.shell], besides, &self.style)
    }
}

fn seal(html: &str, parts: &Parts) -> Result<String> {
    for script in [&parts.harden, &parts.script, &parts.shell] {
        refuse("a script", script, &["</script", "<!--"])?;
    }
    refuse("the style", &parts.style, &["</style"])?;
    let core = HEXLOWER.encode(&parts.core);
    template::fill(
        html,
        &[
            ("csp", csp::meta(&parts.policy())),
            ("harden", format!("<script>{}</script>", parts.harden)),
            ("style", format!("<style>{}</style>", parts.style)),
            ("core-failed", parts.failed.clone()),
            ("guidance", parts.guidance.clone()),
            ("words", format!(r#"<script type="application/json" id="words">{}</script>"#, inert(&parts.words))),
            ("core", format!(r#"<script type="text/plain" id="core">{core}</script>"#)),
            ("script", format!(r#"<script type="text/plain" id="script">{}</script>"#, parts.script)),
            ("shell", format!(r#"<script type="module" class="outside">{}</script>"#, parts.shell)),
        ],
    )
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

    const TEMPLATE: &str = "<!--csp--><!--harden--><!--style--><!--core-failed--><!--guidance--><!--words--><!--core--><!--script--><!--shell-->";

    fn parts(script: &str, style: &str) -> Parts {
        Parts {
            guidance: "<p>Do not look.</p>".into(),
            failed: "<p>Not today.</p>".into(),
            words: r#"{"a":"</script><!--"}"#.into(),
            core: vec![0, 255],
            harden: "close();".into(),
            script: script.into(),
            shell: "open();".into(),
            style: style.into(),
        }
    }

    fn page(script: &str, style: &str) -> Result<String> {
        seal(TEMPLATE, &parts(script, style))
    }

    #[test]
    fn the_page_holds_every_part() {
        let page = page("go();", "p{}").unwrap_or_default();
        for part in [
            csp::meta(&csp::policy(&["close();", "go();", "open();"], csp::WASM, "p{}")).as_str(),
            "<script>close();</script><style>p{}</style><p>Not today.</p><p>Do not look.</p>",
            r#"<script type="text/plain" id="core">00ff</script>"#,
            r#"<script type="text/plain" id="script">go();</script>"#,
            r#"<script type="module" class="outside">open();</script>"#,
        ] {
            assert!(page.contains(part), "{part}");
        }
    }

    #[test]
    fn a_page_without_webassembly_may_not_compile_any() {
        let page = seal(TEMPLATE, &Parts { core: Vec::new(), ..parts("go();", "p{}") }).unwrap_or_default();
        assert!(page.contains("go();") && !page.contains("eval"), "{page}");
    }

    #[test]
    fn the_way_to_the_other_page_is_a_link() {
        let way = other_page();
        assert!(way.starts_with("<p><a href=\"guide-nowasm.html\">") && way.ends_with("</a></p>"), "{way}");
    }

    #[test]
    fn words_cannot_end_their_block() {
        let page = page("", "").unwrap_or_default();
        assert!(page.contains(r#">{"a":"\u003c/script>\u003c!--"}</script>"#), "{page}");
    }

    #[test]
    fn code_that_would_end_its_element_is_refused() {
        assert!(page("a='</SCRIPT>'", "").is_err());
        assert!(page("a='<!--'", "").is_err());
        assert!(page("", "/*</style*/").is_err());
    }
}
