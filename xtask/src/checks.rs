//! The tests, from the formatting of the source to the page in a browser.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::build::{BOUND, MADE, leave, pages, sealed, wasm_cargo};
use crate::page::Words;
use crate::plan::Step;
use crate::schedule::Load;
use crate::setup::programs::{self, Program};
use crate::setup::{
    BINDINGS, CHROMIUM, COMPONENTS, FIREFOX, NODE, NPM, NPM_VALIDATORS, OLD_BROWSERS, SCREEN, WASM_TARGET, WEBKIT,
};
use crate::site::Site;
use crate::{server, setup, shell};

/// What the package has and the page has not.
const PACKAGE: &str = "--features=words";

/// What can be said of the source alone.
pub const SOURCE: &[Step] = &[
    FORMATTING,
    BIOME,
    CLIPPY,
    Step::new("clippy, for WebAssembly", clippy_for_wasm).needs(&[COMPONENTS, WASM_TARGET]).takes(Load::Machine),
    Step::new("documentation", documentation).takes(Load::Machine),
    RUST,
    Step::new("tests", tests).needs(&[RUST]).takes(Load::Machine),
    Step::new("tests in WebAssembly", tests_in_wasm).needs(&[WASM_TARGET, BINDINGS]).takes(Load::Machine),
];

/// The tests that say within a minute whether a change is a good one.
pub const QUICK: &[Step] = &[FORMATTING, CLIPPY, Step::new("quick tests", quick_tests).takes(Load::Machine), TYPES];

/// What takes the built page. A suite of leaks has several browsers at once, so nothing runs beside one.
pub const PAGE_BUILT: &[Step] = &[
    TYPES,
    Step::new("HTML of the page", html).needs(&[MADE, NPM]),
    Step::new("page in Chromium", page_in_chromium).needs(PAGE),
    Step::new("leaks from Chromium", leaks_from_chromium).needs(PAGE).takes(Load::Machine),
    Step::new("leaks from Firefox", leaks_from_firefox)
        .needs(&[MADE, RUST, NODE, NPM, CHROMIUM, FIREFOX])
        .takes(Load::Machine),
    Step::new("leaks from WebKitGTK", leaks_from_webkit)
        .needs(&[MADE, RUST, NODE, NPM, CHROMIUM, WEBKIT])
        .takes(Load::Machine),
    Step::new("page in another language", page_in_another_language).needs(PAGE),
    Step::new("record on paper", record_on_paper).needs(&[MADE, RUST, NODE, NPM, CHROMIUM, SCREEN]),
    Step::new("page in Firefox", page_in_firefox).needs(&[MADE, RUST, NODE, NPM, CHROMIUM, FIREFOX]),
    Step::new("page in WebKitGTK", page_in_webkit).needs(&[MADE, RUST, NODE, NPM, CHROMIUM, WEBKIT]),
    Step::new("page in old browsers", page_in_old_browsers).needs(&[MADE, RUST, NODE, NPM, CHROMIUM, OLD_BROWSERS]),
];

const FORMATTING: Step = Step::new("formatting", formatting).needs(&[COMPONENTS]);
const BIOME: Step = Step::new("style of the page's source", biome).needs(&[NPM]);
const CLIPPY: Step = Step::new("clippy", clippy).needs(&[COMPONENTS]).takes(Load::Machine);
const TYPES: Step = Step::new("types of the page's script", types).needs(&[BOUND, NPM, NPM_VALIDATORS]);

/// The tests and the command line, which the page's tests call.
pub const RUST: Step = Step::new("tests, compiled", compile_tests).takes(Load::Machine);

/// What a test of the page cannot do without.
const PAGE: &[Step] = &[MADE, RUST, NODE, NPM, CHROMIUM];

const FIREFOX_TESTS: &str = "tests/page/firefox.test.mjs";
const WEBKIT_TESTS: &str = "tests/page/webkit.test.mjs";
const LANGUAGE_TESTS: &str = "tests/page/language.test.mjs";
/// A file of tests that waits for what never comes fails, and the others have their say. In milliseconds.
const LONGEST_TEST: &str = "--test-timeout=600000";

const PAPER_TESTS: &str = "tests/page/paper.test.mjs";
const OLD_TESTS: &str = "tests/page/old.test.mjs";

fn formatting(site: &Site) -> Result<()> {
    shell::show(site, site.cargo().args(["fmt", "--all", "--check"])).context("`cargo fmt --all` mends it")
}

fn clippy(site: &Site) -> Result<()> {
    shell::show(site, site.cargo().args(["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"]))
}

fn clippy_for_wasm(site: &Site) -> Result<()> {
    shell::show(site, wasm_cargo(site, "clippy")?.args(["--lib", "--", "-D", "warnings"]))?;
    shell::show(site, wasm_cargo(site, "clippy")?.args([PACKAGE, "--lib", "--", "-D", "warnings"]))
}

fn documentation(site: &Site) -> Result<()> {
    shell::hush(site.cargo().args(["doc", "--workspace", "--no-deps"]).env("RUSTDOCFLAGS", "-D warnings"))
}

fn compile_tests(site: &Site) -> Result<()> {
    shell::show(site, site.cargo().args(["test", "--workspace", "--no-run"]))
}

fn tests(site: &Site) -> Result<()> {
    shell::show(site, site.cargo().args(["test", "--workspace", "--no-fail-fast"]))
}

fn quick_tests(site: &Site) -> Result<()> {
    let of = ["cases", "complaints", "properties"].into_iter().flat_map(|name| ["--test", name]);
    shell::show(site, site.cargo().args(["test", "--workspace", "--no-fail-fast", "--lib", "--bins"]).args(of))
}

fn tests_in_wasm(site: &Site) -> Result<()> {
    let mut cargo = wasm_cargo(site, "test")?;
    cargo.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", "wasm-bindgen-test-runner");
    shell::show(site, cargo.args([PACKAGE, "--test", "wasm"]))
}

fn biome(site: &Site) -> Result<()> {
    shell::hush(site.npm_tool("biome").args(["check", "--error-on-warnings", "--colors=off"]))
        .context("`npx biome check --write` mends most of it")
}

fn types(site: &Site) -> Result<()> {
    shell::hush(site.npm_tool("tsc").args(["--noEmit", "--pretty", "false"]))
}

fn html(site: &Site) -> Result<()> {
    validate(site, &mut pages(site)?.iter().map(|page| site.dist().join(page)))
}

fn validate(site: &Site, pages: &mut dyn Iterator<Item = PathBuf>) -> Result<()> {
    let mut validate = site.npm_tool("html-validate");
    validate.args(["--config", "xtask/html-validate.json", "--max-warnings", "0"]);
    shell::hush(validate.args(pages))
}

fn page_in_chromium(site: &Site) -> Result<()> {
    let tests = page_tests(site)?;
    let elsewhere =
        [FIREFOX_TESTS, WEBKIT_TESTS, LANGUAGE_TESTS, PAPER_TESTS, OLD_TESTS].map(|name| site.root.join(name));
    let tests: Vec<_> = tests.into_iter().filter(|file| !elsewhere.contains(file)).collect();
    shell::show(site, tester(site)?.args(tests))
}

/// The page as it would be in another language, in a folder of its own: no language is made up in the one that ships.
fn page_in_another_language(site: &Site) -> Result<()> {
    let folder = site.root.join("target/accented");
    let languages = Words::accented()?;
    let pages = sealed(site, &languages)?;
    leave(&pages, &folder)?;
    leave(&languages.iter().map(|said| (words_in(said.tag()), said.whole())).collect::<Vec<_>>(), &folder)?;
    validate(site, &mut pages.iter().map(|(name, _)| folder.join(name)))?;
    shell::show(site, tester_of(site, &folder)?.arg(LANGUAGE_TESTS))
}

/// The file with all the words in a language, which those that the page's script has are compared with.
fn words_in(tag: &str) -> String {
    format!("words-{tag}.json")
}

fn record_on_paper(site: &Site) -> Result<()> {
    page_in(&programs::SCREEN, PAPER_TESTS, site)
}

fn page_in_firefox(site: &Site) -> Result<()> {
    page_in(&programs::FIREFOX, FIREFOX_TESTS, site)
}

fn page_in_webkit(site: &Site) -> Result<()> {
    page_in(&programs::WEBKIT, WEBKIT_TESTS, site)
}

fn page_in_old_browsers(site: &Site) -> Result<()> {
    shell::show(site, tester(site)?.arg(OLD_TESTS))
}

/// Once in a while: the suite takes two minutes in each.
pub fn leaks_from_old_browsers(site: &Site) -> Result<()> {
    shell::show(site, tester(site)?.arg("tests/leaks/old.test.mjs"))
}

fn leaks_from_chromium(site: &Site) -> Result<()> {
    shell::show(site, tester(site)?.arg("tests/leaks/chromium.test.mjs"))
}

fn leaks_from_firefox(site: &Site) -> Result<()> {
    page_in(&programs::FIREFOX, "tests/leaks/firefox.test.mjs", site)
}

fn leaks_from_webkit(site: &Site) -> Result<()> {
    page_in(&programs::WEBKIT, "tests/leaks/webkit.test.mjs", site)
}

fn page_in(browser: &Program, tests: &str, site: &Site) -> Result<()> {
    let program = browser.find()?;
    shell::show(site, tester(site)?.arg(tests).env(browser.variable, program))
}

/// Serves the very bytes that ship, and lets Node's test runner loose on them.
pub fn tester(site: &Site) -> Result<Command> {
    tester_of(site, &site.dist())
}

fn tester_of(site: &Site, folder: &Path) -> Result<Command> {
    let chromium = setup::chromium()?.context("Chromium has gone since it was set up")?;
    let address = server::serve_beside(folder)?;
    let mut node = site.program("node");
    node.args(["--test", "--test-reporter=spec", LONGEST_TEST]).env("GUIDE_URL", address).env("CHROMIUM", chromium);
    Ok(node)
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
