//! The audit: what takes too long to run on every change.

mod second_build;

use std::process::Command;

use anyhow::{Context, Result};

use crate::build::MADE;
use crate::checks::leaks_from_old_browsers;
use crate::plan::Step;
use crate::schedule::Load;
use crate::setup::{CHROMIUM, NODE, NPM, OLD_BROWSERS};
use crate::site::Site;
use crate::{setup, shell};

/// What can be said of the pages once they are built. Before the rest, which takes hours.
pub const PAGES: &[Step] = &[
    Step::new("Lighthouse", lighthouse).needs(&[MADE, NODE, CHROMIUM]).takes(Load::Machine),
    Step::new("leaks from old browsers", leaks_from_old_browsers).needs(&[MADE, NODE, NPM, CHROMIUM, OLD_BROWSERS]),
    Step::new("a second build, byte for byte", second_build::compare).needs(&[MADE]).takes(Load::Machine),
];

/// What can be said of the source alone.
pub const SOURCE: &[Step] = &[
    MUTANTS_TOOL,
    Step::new("long fuzz", fuzz).takes(Load::Machine),
    Step::new("ten million slips of each kind in case codes", slips).takes(Load::Machine),
    Step::new("mutation of the source", mutate).needs(&[MUTANTS_TOOL]).takes(Load::Machine),
];

const MUTANTS_TOOL: Step = Step::new("cargo-mutants", install).takes(Load::Machine);

/// How many times as many runs the fuzz takes as among the tests.
const FUZZ_TIMES: &str = "20";

/// How many times as many slips are tried as among the tests.
const SLIP_TIMES: &str = "500";

const MUTANTS: &str = "27.1.0";

fn lighthouse(site: &Site) -> Result<()> {
    setup::lighthouse(site)?;
    let chromium = setup::chromium()?.context("Chromium has gone since it was set up")?;
    shell::show(site, site.program("node").arg("tools/lighthouse/lighthouse.mjs").env("CHROMIUM", chromium))
}

/// Installs cargo-mutants. Once there, cargo finds nothing to do.
fn install(site: &Site) -> Result<()> {
    let tools = site.tools_target();
    if !tools.join("bin/cargo-mutants").exists() {
        shell::say("compiling cargo-mutants (a few minutes, once)");
    }
    let mut cargo = site.cargo();
    cargo.args(["install", "--quiet", "--locked", "--version", &format!("={MUTANTS}"), "--root"]).arg(tools);
    shell::hush(cargo.arg("cargo-mutants"))
}

fn fuzz(site: &Site) -> Result<()> {
    shell::show(
        site,
        site.cargo().args(["test", "--package", "sgii-guide", "--test", "fuzz"]).env("FUZZ_TIMES", FUZZ_TIMES),
    )
}

fn slips(site: &Site) -> Result<()> {
    let mut cargo = site.cargo();
    cargo.args(["test", "--package", "sgii-guide", "--test", "slips", "--", "--nocapture"]);
    shell::show(site, cargo.env("SLIP_TIMES", SLIP_TIMES))
}

/// Changes the source in each way that `.cargo/mutants.toml` names; a change that no test notices fails the step.
fn mutate(site: &Site) -> Result<()> {
    let mut mutants = Command::new(site.tools_target().join("bin/cargo-mutants"));
    shell::show(site, mutants.arg("mutants").current_dir(&site.root))
}
