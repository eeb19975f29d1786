//! What programs that nobody here wrote say of the source and of the pages as they ship.

use std::process::Command;

use anyhow::{Context, Result};

use crate::build::MADE;
use crate::checks::tester;
use crate::plan::Step;
use crate::setup::{CHROMIUM, JAVA, NODE, NPM, NPM_VALIDATORS, PYTHON_VALIDATORS};
use crate::site::Site;
use crate::{setup, shell};

/// What can be said of the source alone.
pub const SOURCE: &[Step] = &[
    Step::new("licence of every file", licences).needs(&[PYTHON_VALIDATORS]),
    Step::new("spelling", spelling).needs(&[PYTHON_VALIDATORS]),
];

/// What can be said of the built pages at once.
pub const PAGES: &[Step] = &[
    Step::new("HTML by the Nu checker", html).needs(&[MADE, NODE, NPM_VALIDATORS, CHROMIUM, JAVA]),
    Step::new("content policies by csp_evaluator", content_policies).needs(&[MADE, NODE, NPM_VALIDATORS, CHROMIUM]),
];

/// What takes a walk through every kind of screen.
pub const SCREENS: &[Step] = &[
    Step::new("HTML of every screen by the Nu checker", html_of_screens).needs(&[
        MADE,
        NODE,
        NPM,
        NPM_VALIDATORS,
        CHROMIUM,
        JAVA,
    ]),
    Step::new("accessibility by IBM's checker", accessibility).needs(&[MADE, NODE, NPM, NPM_VALIDATORS, CHROMIUM]),
];

fn licences(site: &Site) -> Result<()> {
    shell::hush(setup::python_tool(site, "reuse")?.arg("lint")).context("`REUSE.toml` says the licence of each file")
}

fn spelling(site: &Site) -> Result<()> {
    shell::hush(setup::python_tool(site, "typos")?.args(["--format", "brief"]))
        .context("`_typos.toml` has what is spelt otherwise, with the reason")
}

fn html(site: &Site) -> Result<()> {
    by_nu(site, "html")
}

fn html_of_screens(site: &Site) -> Result<()> {
    by_nu(site, "screens")
}

fn by_nu(site: &Site, name: &str) -> Result<()> {
    let java = setup::java()?;
    shell::show(site, validator(site, name)?.env("JAVA", java))
}

fn content_policies(site: &Site) -> Result<()> {
    shell::show(site, &mut validator(site, "content-policies")?)
}

fn accessibility(site: &Site) -> Result<()> {
    shell::show(site, &mut validator(site, "accessibility")?)
}

fn validator(site: &Site, name: &str) -> Result<Command> {
    let mut tester = tester(site)?;
    tester.arg(format!("tests/validators/{name}.test.mjs"));
    Ok(tester)
}
