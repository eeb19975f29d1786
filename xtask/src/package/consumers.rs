//! The programs that use the package, each with a tool of its own, in a folder where their tools may write.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use super::{folder, installed};
use crate::release::{copy, list};
use crate::setup;
use crate::site::Site;

const TOOLS: &str = "node_modules";

pub fn at(site: &Site) -> PathBuf {
    folder(site).join("consumers")
}

/// Installs their tools as the lock file there fixes them, and beside them the package as npm has unpacked it elsewhere:
/// npm would look at every one of the tools again.
pub fn install(site: &Site) -> Result<()> {
    let consumers = at(site);
    renew(&site.root.join("tests/package/consumers"), &consumers)?;
    setup::npm_ci(site, &consumers)?;
    renew(&installed(site), &consumers.join(TOOLS).join("sgii-guide"))
}

/// Leaves what the folder `from` holds in `to`, and nothing else there but the tools.
fn renew(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to).with_context(|| format!("could not make {}", to.display()))?;
    clear(to)?;
    copy(from, to)
}

/// Removes every file but the tools, which a consumer may have of its own.
fn clear(folder: &Path) -> Result<()> {
    for path in list(folder)? {
        if !path.is_dir() {
            fs::remove_file(&path).with_context(|| format!("could not remove {}", path.display()))?;
        } else if path.file_name() != Some(TOOLS.as_ref()) {
            clear(&path)?;
        }
    }
    Ok(())
}
