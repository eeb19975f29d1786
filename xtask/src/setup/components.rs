//! Rust's formatter and linter, which a minimal Rust comes without.

use anyhow::{Context, Result};

use super::debian;
use crate::shell;
use crate::site::Site;

/// Installs rustfmt and Clippy where they are missing: by rustup, else as Debian's packages.
pub fn set_up(site: &Site) -> Result<()> {
    if are_there(site) {
        return Ok(());
    }
    shell::say("installing rustfmt and Clippy (a few seconds, once)");
    let by_rustup = shell::works(site.program("rustup").args(["component", "add", "rustfmt", "clippy"]));
    if by_rustup && are_there(site) {
        return Ok(());
    }
    debian::install(&["rustfmt-web", "rust-web-clippy"])
        .context("no rustfmt or no Clippy: `rustup component add rustfmt clippy` and run this again")
}

fn are_there(site: &Site) -> bool {
    ["fmt", "clippy"].iter().all(|tool| shell::works(site.cargo().args([tool, "--version"])))
}
