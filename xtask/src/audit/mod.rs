//! The audit: what takes too long to run on every change.

mod second_build;

use std::process::Command;

use anyhow::{Context, Result};

use crate::checks::leaks_from_old_browsers;
use crate::plan::Step;
use crate::site::Site;
use crate::{setup, shell};

/// What can be said of the pages once they are built. Before the rest, which takes hours.
pub const PAGES: &[Step] = &[
    Step::check("Lighthouse", lighthouse),
    Step::check("leaks from old browsers", leaks_from_old_browsers),
    Step::check("a second build, byte for byte", second_build::compare),
];

/// What can be said of the source alone.
pub const SOURCE: &[Step] = &[
    Step::needed("cargo-mutants", install),
    Step::check("long fuzz", fuzz),
    Step::check("ten million slips of each kind in case codes", slips),
    Step::check("mutation of the source", mutate),
];

/// How many times as many runs the fuzz takes as among the tests.
const FUZZ_TIMES: &str = "20";

/// How many times as many slips are tried as among the tests.
const SLIP_TIMES: &str = "500";

const MUTANTS: &str = "27.1.0";

fn lighthouse(site: &mut Site) -> Result<()> {
    setup::lighthouse(site)?;
    let chromium = setup::chromium()?.context("Chromium has gone since it was set up")?;
    shell::show(site.program("node").arg("tools/lighthouse/lighthouse.mjs").env("CHROMIUM", chromium))
}

/// Installs cargo-mutants. Once there, cargo finds nothing to do.
fn install(site: &mut Site) -> Result<()> {
    let tools = site.tools_target();
    if !tools.join("bin/cargo-mutants").exists() {
        shell::say("compiling cargo-mutants (a few minutes, once)");
    }
    let mut cargo = site.cargo();
    cargo.args(["install", "--quiet", "--locked", "--version", &format!("={MUTANTS}"), "--root"]).arg(tools);
    shell::hush(cargo.arg("cargo-mutants"))
}

fn fuzz(site: &mut Site) -> Result<()> {
    shell::show(site.cargo().args(["test", "--package", "sgii-guide", "--test", "fuzz"]).env("FUZZ_TIMES", FUZZ_TIMES))
}

fn slips(site: &mut Site) -> Result<()> {
    let mut cargo = site.cargo();
    cargo.args(["test", "--package", "sgii-guide", "--test", "slips", "--", "--nocapture"]);
    shell::show(cargo.env("SLIP_TIMES", SLIP_TIMES))
}

/// Changes the source in each way that `.cargo/mutants.toml` names; a change that no test notices fails the step.
fn mutate(site: &mut Site) -> Result<()> {
    let mut mutants = Command::new(site.tools_target().join("bin/cargo-mutants"));
    shell::show(mutants.arg("mutants").current_dir(&site.root))
}
