//! Everything in one file.

use std::fs;

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
        words: page::words(),
        core: read(&made.join(super::CORE))?,
        script: text(&made.join(super::SCRIPT))?,
        style: text(&made.join(super::STYLE))?,
    };
    let template = text(&site.root.join("www/index.html"))?;
    let page = seal(&template, &parts)?;
    // Its core is in its script.
    let plain = Parts { core: Vec::new(), script: text(&made.join(super::PLAIN_SCRIPT))?, ..parts };
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

struct Parts {
    guidance: String,
    words: String,
    /// WebAssembly, or nothing.
    core: Vec<u8>,
    script: String,
    style: String,
}

fn seal(html: &str, parts: &Parts) -> Result<String> {
    let (script, style) = (parts.script.trim_end(), parts.style.trim_end());
    refuse("the script", script, &["</script", "<!--"])?;
    refuse("the style", style, &["</style"])?;
    let core = HEXLOWER.encode(&parts.core);
    let besides = if core.is_empty() { "" } else { csp::WASM };
    template::fill(
        html,
        &[
            ("csp", csp::meta(script, besides, style)),
            ("style", format!("<style>{style}</style>")),
            ("guidance", parts.guidance.clone()),
            ("words", format!(r#"<script type="application/json" id="words">{}</script>"#, inert(&parts.words))),
            ("core", format!(r#"<script type="text/plain" id="core">{core}</script>"#)),
            ("script", format!(r#"<script type="module">{script}</script>"#)),
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

    const TEMPLATE: &str = "<!--csp--><!--style--><!--guidance--><!--words--><!--core--><!--script-->";

    fn page(script: &str, style: &str) -> Result<String> {
        page_around(vec![0, 255], script, style)
    }

    fn page_around(core: Vec<u8>, script: &str, style: &str) -> Result<String> {
        let (guidance, words) = ("<p>Do not look.</p>".into(), r#"{"a":"</script><!--"}"#.into());
        seal(TEMPLATE, &Parts { guidance, words, core, script: script.into(), style: style.into() })
    }

    #[test]
    fn the_page_holds_every_part() {
        let page = page("go();\n", "p{}\n").unwrap_or_default();
        for part in [
            csp::meta("go();", csp::WASM, "p{}").as_str(),
            "<style>p{}</style>",
            "<p>Do not look.</p>",
            r#"<script type="text/plain" id="core">00ff</script>"#,
            r#"<script type="module">go();</script>"#,
        ] {
            assert!(page.contains(part), "{part}");
        }
    }

    #[test]
    fn a_page_without_webassembly_may_not_compile_any() {
        let page = page_around(Vec::new(), "go();", "p{}").unwrap_or_default();
        assert!(page.contains(&csp::meta("go();", "", "p{}")) && !page.contains("eval"), "{page}");
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
