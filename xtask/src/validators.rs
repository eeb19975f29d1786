//! What programs that nobody here wrote say of the source and of the pages as they ship.

use std::process::Command;

use anyhow::{Context, Result};

use crate::checks::tester;
use crate::plan::Step;
use crate::site::Site;
use crate::{setup, shell};

/// What can be said of the source alone.
pub const SOURCE: &[Step] = &[Step::check("licence of every file", licences), Step::check("spelling", spelling)];

/// What can be said of the built pages at once.
pub const PAGES: &[Step] =
    &[Step::check("HTML by the Nu checker", html), Step::check("content policies by csp_evaluator", content_policies)];

/// What takes a walk through every kind of screen.
pub const SCREENS: &[Step] = &[
    Step::check("HTML of every screen by the Nu checker", html_of_screens),
    Step::check("accessibility by IBM's checker", accessibility),
];

fn licences(site: &mut Site) -> Result<()> {
    shell::hush(setup::python_tool(site, "reuse")?.arg("lint")).context("`REUSE.toml` says the licence of each file")
}

fn spelling(site: &mut Site) -> Result<()> {
    shell::hush(setup::python_tool(site, "typos")?.args(["--format", "brief"]))
        .context("`_typos.toml` has what is spelt otherwise, with the reason")
}

fn html(site: &mut Site) -> Result<()> {
    by_nu(site, "html")
}

fn html_of_screens(site: &mut Site) -> Result<()> {
    by_nu(site, "screens")
}

fn by_nu(site: &Site, name: &str) -> Result<()> {
    let java = setup::java()?;
    shell::show(validator(site, name)?.env("JAVA", java))
}

fn content_policies(site: &mut Site) -> Result<()> {
    shell::show(&mut validator(site, "content-policies")?)
}

fn accessibility(site: &mut Site) -> Result<()> {
    shell::show(&mut validator(site, "accessibility")?)
}

fn validator(site: &Site, name: &str) -> Result<Command> {
    let mut tester = tester(site)?;
    tester.arg(format!("tests/validators/{name}.test.mjs"));
    Ok(tester)
}
