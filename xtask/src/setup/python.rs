//! The validators from `PyPI`, as the lists in `tests/validators` fix them, in a virtual environment of their own. A machine
//! may do without them.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, bail};

use super::programs::PYTHON;
use crate::plan::LeftOut;
use crate::shell;
use crate::site::Site;
use crate::stamp::Stamp;

/// What builds, and what is built with it. Each is installed before the next is read.
const LISTS: [&str; 2] = ["build.txt", "requirements.txt"];

/// Installs what the lists name, if they name something else than is there.
///
/// # Errors
///
/// [`LeftOut`] where that cannot be done.
pub fn set_up(site: &Site) -> Result<()> {
    PYTHON.set_up()?;
    let stamp = stamp(site)?;
    if stamp.is_current() {
        return Ok(());
    }
    shell::say("installing what tests/validators/requirements.txt lists (a few seconds, once)");
    install(site).map_err(|why| LeftOut(format!("the validators from PyPI could not be installed: {why:#}")))?;
    stamp.put()
}

/// A program that the lists have brought.
///
/// # Errors
///
/// [`LeftOut`] where they could not be installed.
pub fn tool(site: &Site, name: &str) -> Result<Command> {
    if !stamp(site)?.is_current() {
        bail!(LeftOut("the validators from PyPI are not on this machine".to_owned()));
    }
    Ok(program(site, name))
}

fn install(site: &Site) -> Result<()> {
    make_environment(site)?;
    for list in LISTS {
        let mut pip = program(site, "pip");
        pip.args(["install", "--quiet", "--no-input", "--disable-pip-version-check", "--require-hashes", "--no-deps"]);
        shell::hush(pip.args(["--no-build-isolation", "--requirement"]).arg(file(site, list)))?;
    }
    Ok(())
}

/// Debian has Python without what makes an environment, until it is installed.
fn make_environment(site: &Site) -> Result<()> {
    let python = PYTHON.find()?;
    let make = || shell::hush(Command::new(&python).args(["-m", "venv", "--clear"]).arg(environment(site)));
    make().or_else(|_| PYTHON.install().and_then(|()| make()))
}

fn stamp(site: &Site) -> Result<Stamp> {
    let read = |list: &&str| fs::read(file(site, list)).with_context(|| format!("could not read {list}"));
    let lists = LISTS.iter().map(read).collect::<Result<Vec<_>>>()?;
    Ok(Stamp::of(environment(site).join(".installed-from"), lists.iter().map(Vec::as_slice)))
}

fn file(site: &Site, list: &str) -> PathBuf {
    site.root.join("tests/validators").join(list)
}

fn environment(site: &Site) -> PathBuf {
    site.tools_target().join("python")
}

fn program(site: &Site, name: &str) -> Command {
    site.program(environment(site).join("bin").join(name))
}
