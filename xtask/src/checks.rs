//! The tests, from the formatting of the source to the page in a browser.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, bail};

use crate::build::{PAGE, wasm_cargo};
use crate::plan::Step;
use crate::site::Site;
use crate::{server, setup, shell};

/// What can be said of the source alone.
pub const SOURCE: &[Step] = &[
    Step::check("formatting", formatting),
    Step::check("clippy", clippy),
    Step::check("clippy, for WebAssembly", clippy_for_wasm),
    Step::check("tests", tests),
    Step::check("tests in WebAssembly", tests_in_wasm),
    Step::check("style of the page's source", biome),
];

/// What takes the built page.
pub const PAGE_BUILT: &[Step] = &[
    Step::check("types of the page's script", types),
    Step::check("HTML of the page", html),
    Step::check("page in Chromium", page),
];

fn formatting(site: &mut Site) -> Result<()> {
    shell::show(site.cargo().args(["fmt", "--all", "--check"])).context("`cargo fmt --all` mends it")
}

fn clippy(site: &mut Site) -> Result<()> {
    shell::show(site.cargo().args(["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"]))
}

fn clippy_for_wasm(site: &mut Site) -> Result<()> {
    shell::show(wasm_cargo(site, "clippy")?.args(["--lib", "--", "-D", "warnings"]))
}

fn tests(site: &mut Site) -> Result<()> {
    shell::show(site.cargo().args(["test", "--workspace"]))
}

fn tests_in_wasm(site: &mut Site) -> Result<()> {
    let mut cargo = wasm_cargo(site, "test")?;
    cargo.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", "wasm-bindgen-test-runner");
    shell::show(cargo.args(["--test", "wasm"]))
}

fn biome(site: &mut Site) -> Result<()> {
    shell::hush(site.npm_tool("biome").args(["check", "--error-on-warnings", "--colors=off"]))
        .context("`npx biome check --write` mends most of it")
}

fn types(site: &mut Site) -> Result<()> {
    shell::hush(site.npm_tool("tsc").args(["--noEmit", "--pretty", "false"]))
}

fn html(site: &mut Site) -> Result<()> {
    let mut validate = site.npm_tool("html-validate");
    validate.args(["--config", "xtask/html-validate.json", "--max-warnings", "0"]);
    shell::hush(validate.arg(site.dist().join(PAGE)))
}

/// Serves the very bytes that ship, and lets Node's test runner loose on them.
fn page(site: &mut Site) -> Result<()> {
    let chromium = setup::chromium()?.context("Chromium has gone since it was set up")?;
    let address = server::serve_beside(&site.dist())?;
    let mut node = site.program("node");
    node.args(["--test", "--test-reporter=spec"]).args(page_tests(site)?);
    shell::show(node.env("GUIDE_URL", address).env("CHROMIUM", chromium))
}

fn page_tests(site: &Site) -> Result<Vec<PathBuf>> {
    let folder = fs::read_dir(site.root.join("tests/page")).context("could not list tests/page")?;
    let files = folder.map(|entry| Ok(entry?.path())).collect::<std::io::Result<Vec<_>>>()?;
    let mut tests: Vec<_> = files.into_iter().filter(|file| file.to_string_lossy().ends_with(".test.mjs")).collect();
    if tests.is_empty() {
        bail!("there is no tests/page/*.test.mjs");
    }
    tests.sort();
    Ok(tests)
}
