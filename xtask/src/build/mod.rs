//! The sealed pages, with WebAssembly and without: core, script and style made ready, put into the template, measured.

mod bundle;
mod csp;
mod headers;
mod names;
mod offline;
mod plain;
mod seal;
mod sizes;
mod template;
mod wasm;

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::page::{self, ENGLISH};
use crate::plan::Step;
use crate::schedule::Load;
use crate::setup::{BINDINGS as BINDINGS_TOOLS, NPM, WASM_TARGET};
use crate::site::Site;

pub use seal::{leave, sealed};
pub use wasm::{
    INLINE_LITTLE, PROFILE as PAGE_PROFILE, WASM_OPT, build as wasm_build, cargo as wasm_cargo, remaps as wasm_flags,
};

/// The page.
pub const PAGE: &str = "guide.html";

/// The page for a browser without WebAssembly.
pub const PLAIN_PAGE: &str = "guide-nowasm.html";

/// The page in a language, by its tag.
pub fn page_in(tag: &str) -> String {
    if tag == ENGLISH { PAGE.to_owned() } else { format!("guide-{tag}.html") }
}

/// The page in a language for a browser without WebAssembly.
pub fn plain_page_in(tag: &str) -> String {
    if tag == ENGLISH { PLAIN_PAGE.to_owned() } else { format!("guide-nowasm-{tag}.html") }
}

/// The name of every page, the English ones first.
pub fn pages(site: &Site) -> Result<Vec<String>> {
    let translated = page::languages(&policy(site))?;
    let tags = [ENGLISH.to_owned()].into_iter().chain(translated);
    Ok(tags.flat_map(|tag| [page_in(&tag), plain_page_in(&tag)]).collect())
}

/// Where the policy is, and in it a folder for each language that it is translated into.
fn policy(site: &Site) -> PathBuf {
    site.root.join("policy")
}

/// Leaves the sealed pages in `dist/`.
pub const MAKE: &[Step] = &[COMPILED, BOUND, SMALL, PLAIN, BUNDLED, SEALED, KEPT_OFFLINE, EMBEDDED, MADE];

const COMPILED: Step = Step::new("core to WebAssembly", wasm::compile).needs(&[WASM_TARGET]).takes(Load::Machine);
pub const BOUND: Step = Step::new("bindings", wasm::bind).needs(&[COMPILED, BINDINGS_TOOLS]);
const SMALL: Step = Step::new("core made small", wasm::shrink).needs(&[BOUND, NPM]);
const PLAIN: Step =
    Step::new("core to plain JavaScript", plain::make).needs(&[WASM_TARGET, BINDINGS_TOOLS, NPM]).takes(Load::Machine);
const BUNDLED: Step = Step::new("scripts and style", bundle::make).needs(&[SMALL, PLAIN]);
const SEALED: Step = Step::new("sealed pages", seal::make).needs(&[BUNDLED]);
const KEPT_OFFLINE: Step = Step::new("worker and manifest", offline::make).needs(&[SEALED]);
const EMBEDDED: Step = Step::new("script for pages around", embed).needs(&[KEPT_OFFLINE]);

/// The last step of all: with it `dist/` is whole.
pub const MADE: Step = Step::new("headers for hosts", headers::make).needs(&[EMBEDDED]);

/// The core's bindings alone: the page's script is checked against their types.
pub const BIND: &[Step] = &[COMPILED, BOUND];

/// Prints what was made against its budgets.
pub const MEASURE: &[Step] = &[Step::new("sizes against budgets", measure).needs(&[MADE])];

const CORE: &str = "core.wasm";
const BINDINGS: &str = "core.js";
const SCRIPT: &str = "app.js";
const PLAIN_SCRIPT: &str = "app-plain.js";
const SHELL: &str = "shell.js";
const HARDEN: &str = "harden.js";
const EMBED: &str = "embed.js";
const STYLE: &str = "style.css";
const WORKER: &str = "worker.js";

/// Puts what a page around the guide may use beside it.
fn embed(site: &Site) -> Result<()> {
    fs::copy(site.page_target().join(EMBED), site.dist().join(EMBED))
        .context("could not copy the script for pages around")?;
    Ok(())
}

fn measure(site: &Site) -> Result<()> {
    let made = site.page_target();
    let mut parts = vec![
        sizes::Part { name: "core (WebAssembly)", bytes: read(&made.join(CORE))?, budget: sizes::tenth_above(36_000) },
        sizes::Part { name: "script", bytes: read(&made.join(SCRIPT))?, budget: sizes::tenth_above(12_000) },
        sizes::Part { name: "script of the shell", bytes: read(&made.join(SHELL))?, budget: sizes::tenth_above(2_000) },
        sizes::Part { name: "service worker", bytes: read(&made.join(WORKER))?, budget: sizes::tenth_above(1_500) },
        sizes::Part { name: EMBED, bytes: read(&made.join(EMBED))?, budget: sizes::tenth_above(1_000) },
        sizes::Part { name: "style", bytes: read(&made.join(STYLE))?, budget: sizes::tenth_above(6_000) },
        sizes::Part { name: PAGE, bytes: read(&site.dist().join(PAGE))?, budget: sizes::soft(75_000, 85_000) },
        sizes::Part {
            name: PLAIN_PAGE,
            bytes: read(&site.dist().join(PLAIN_PAGE))?,
            budget: sizes::soft(90_000, 100_000),
        },
    ];
    // No text of another language is shortened for the sake of a number, so nothing fails for it.
    let all = pages(site)?;
    for page in all.iter().filter(|page| ![PAGE, PLAIN_PAGE].contains(&page.as_str())) {
        let bytes = read(&site.dist().join(page))?;
        parts.push(sizes::Part { name: page, bytes, budget: sizes::soft(80_000, usize::MAX) });
    }
    let (table, fits) = sizes::report(&parts);
    print!("{table}");
    if !fits {
        bail!("over budget: see the table of sizes");
    }
    Ok(())
}

fn read(file: &Path) -> Result<Vec<u8>> {
    fs::read(file).with_context(|| format!("could not read {}", file.display()))
}

fn text(file: &Path) -> Result<String> {
    fs::read_to_string(file).with_context(|| format!("could not read {}", file.display()))
}
