//! The Java that runs the Nu HTML checker. A machine may do without it.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Result, bail};

use super::programs::JAVA;
use crate::plan::LeftOut;
use crate::shell;
use crate::site::Site;

/// What the checker is compiled for.
const LEAST: u32 = 17;

/// Installs Java unless there is one.
pub fn set_up(_: &Site) -> Result<()> {
    JAVA.set_up()?;
    find().map(drop)
}

/// The Java to run.
///
/// # Errors
///
/// [`LeftOut`] where there is none, or only one that is too old.
pub fn find() -> Result<PathBuf> {
    let java = JAVA.find()?;
    // Before version 9 there is no such option.
    let version = shell::read(Command::new(&java).arg("--version")).unwrap_or_default();
    if release(&version).is_none_or(|found| found < LEAST) {
        bail!(LeftOut(format!("{} is not Java {LEAST} or newer", java.display())));
    }
    Ok(java)
}

fn release(version: &str) -> Option<u32> {
    let number = version.split_whitespace().nth(1)?;
    number.split(['.', '-']).next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_release_is_read_from_what_java_prints() {
        assert_eq!(release("openjdk 17.0.15 2025-04-15\nOpenJDK Runtime Environment (build 17.0.15+6)"), Some(17));
        assert_eq!(release("openjdk 26-ea 2026-03-17"), Some(26));
        assert_eq!(release("java 21 2023-09-19 LTS"), Some(21));
        assert_eq!(release(""), None);
    }
}
