//! Node and the tools from npm, as `package-lock.json` fixes them.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::plan::LeftOut;
use crate::shell;
use crate::site::Site;
use crate::stamp::Stamp;

/// What `package.json` says under `engines`: the page's tests need it, building does not.
const FOR_TESTS: (u32, u32) = (20, 19);

/// Refuses a Node that the test tools would refuse less plainly.
pub fn check_for_tests(site: &Site) -> Result<()> {
    let version = shell::read(site.program("node").arg("--version"))?;
    if release(&version).is_none_or(|found| found < FOR_TESTS) {
        let (major, minor) = FOR_TESTS;
        bail!(
            "this is Node {}, and the tests need {major}.{minor} or newer: install one and run this again",
            version.trim()
        );
    }
    Ok(())
}

fn release(version: &str) -> Option<(u32, u32)> {
    let mut numbers = version.trim().strip_prefix('v')?.split('.').map(|number| number.parse().ok());
    Some((numbers.next()??, numbers.next()??))
}

/// Installs the tools that the repository's own lock file lists.
pub fn set_up(site: &Site) -> Result<()> {
    install(site, &site.root)
}

/// The same for Lighthouse, which has a lock file of its own: it brings more packages than all the other tools together.
pub fn set_up_lighthouse(site: &Site) -> Result<()> {
    install(site, &site.root.join("tools/lighthouse"))
}

/// The same for the validators from npm, which come to 60 MB and have no part in the page.
pub fn set_up_validators(site: &Site) -> Result<()> {
    install(site, &site.root.join("tests/validators"))
}

/// The same for the browsers of years ago, which run on one kind of machine.
///
/// # Errors
///
/// [`LeftOut`] on any other machine.
pub fn set_up_old_browsers(site: &Site) -> Result<()> {
    if !cfg!(all(target_os = "linux", target_arch = "x86_64")) {
        bail!(LeftOut("old browsers are kept for Linux on x86-64 alone".to_owned()));
    }
    install(site, &site.root.join("tests/old"))
}

/// Installs what the lock file in a folder lists, unless it is there. Nobody's install scripts run.
pub fn install(site: &Site, folder: &Path) -> Result<()> {
    let stamp = stamp(folder)?;
    if stamp.is_current() {
        return Ok(());
    }
    shell::say("installing what package-lock.json lists (a few seconds, once)");
    let mut npm = site.program("npm");
    shell::hush(npm.current_dir(folder).args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]))?;
    stamp.put()
}

fn stamp(folder: &Path) -> Result<Stamp> {
    let read = |name: &str| fs::read(folder.join(name)).with_context(|| format!("could not read {name}"));
    let (manifest, lock) = (read("package.json")?, read("package-lock.json")?);
    Ok(Stamp::of(folder.join("node_modules/.installed-from"), [manifest.as_slice(), lock.as_slice()]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_release_is_read_from_what_node_prints() {
        assert_eq!(release("v20.19.2\n"), Some((20, 19)));
        assert_eq!(release("v24.0.0-nightly"), Some((24, 0)));
        assert_eq!(release("20.19"), None);
    }

    #[test]
    fn releases_are_compared_as_numbers() {
        assert!(release("v18.20.4") < Some(FOR_TESTS) && release("v20.9.0") < Some(FOR_TESTS));
        assert!(release("v20.19.0") >= Some(FOR_TESTS) && release("v100.0.0") >= Some(FOR_TESTS));
    }
}
