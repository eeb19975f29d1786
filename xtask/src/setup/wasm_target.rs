//! A Rust that compiles to WebAssembly, which `setup-wasm-target.sh` finds or makes.

use std::ffi::OsString;
use std::process::Stdio;

use anyhow::{Context, Result, bail};

use crate::shell;
use crate::site::Site;

/// Runs the script and keeps the environment that it says the WebAssembly steps need.
pub fn set_up(site: &mut Site) -> Result<()> {
    let mut script = site.program("bash");
    let printed = shell::read(script.arg("xtask/setup-wasm-target.sh").stderr(Stdio::inherit()))
        .context("no Rust here compiles to WebAssembly")?;
    site.wasm_environment = printed.lines().map(setting).collect::<Result<_>>()?;
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
