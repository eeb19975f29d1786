//! A Rust that compiles to WebAssembly, which `setup-wasm-target.sh` finds or makes.

use std::ffi::OsString;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

use crate::plan::LeftOut;
use crate::shell;
use crate::site::Site;

/// Takes the Rust that is here, or rustup's, or Debian's packages.
pub fn set_up(site: &Site) -> Result<()> {
    run_script(site, |script| script)
}

/// Takes Debian's packages whatever else is here. A machine without apt does without.
pub fn set_up_from_debian(site: &Site) -> Result<()> {
    if shell::find("apt-get").is_none() {
        bail!(LeftOut("this machine has no apt-get".to_owned()));
    }
    run_script(site, |script| script.env("WASM_SETUP_FORCE_DISTRO", "1"))
}

/// Runs the script and keeps the environment that it says the WebAssembly steps need.
fn run_script(site: &Site, settle: fn(&mut Command) -> &mut Command) -> Result<()> {
    let mut script = site.program("bash");
    script.arg("xtask/setup-wasm-target.sh").stderr(Stdio::inherit());
    let printed = shell::read(settle(&mut script)).context("no Rust here compiles to WebAssembly")?;
    site.set_wasm_environment(printed.lines().map(setting).collect::<Result<_>>()?);
    Ok(())
}

fn setting(line: &str) -> Result<(String, OsString)> {
    match line.split_once('=') {
        Some((name, value)) => Ok((name.to_owned(), value.into())),
        None => bail!("setup-wasm-target.sh printed `{line}`, which is not NAME=value"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_setting_may_hold_an_equals_sign() {
        assert_eq!(setting("PATH=/a=b:/c").ok(), Some(("PATH".into(), "/a=b:/c".into())));
    }

    #[test]
    fn what_is_no_setting_is_refused() {
        assert!(setting("all is well").is_err());
    }
}
