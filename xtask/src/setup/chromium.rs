//! The browser that the page is tested in.

use std::env;
use std::path::PathBuf;

use anyhow::{Context, Result, bail};

use super::debian;
use crate::shell;
use crate::site::Site;

const NAMES: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const ON_A_MAC: &str = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";

/// The Chromium to test in: the one that `CHROMIUM` names, or the first on `PATH`.
pub fn find() -> Result<Option<PathBuf>> {
    if let Some(named) = env::var_os("CHROMIUM").map(PathBuf::from) {
        if named.is_file() {
            return Ok(Some(named));
        }
        bail!("CHROMIUM names `{}`, which is not a file", named.display());
    }
    let on_a_mac = || Some(PathBuf::from(ON_A_MAC)).filter(|file| file.is_file());
    Ok(NAMES.into_iter().find_map(shell::find).or_else(on_a_mac))
}

/// Installs Chromium unless there is one.
pub fn set_up(_: &Site) -> Result<()> {
    if find()?.is_none() {
        shell::say("installing Chromium (about a minute, once)");
        debian::install(&["chromium"])
            .context("no Chromium: install Chromium or Google Chrome, or name one in CHROMIUM, and run this again")?;
    }
    Ok(())
}
