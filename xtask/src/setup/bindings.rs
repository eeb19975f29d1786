//! The bindings generator and test runner, built from `xtask/tools` with the lock file there.

use anyhow::Result;

use crate::shell;
use crate::site::Site;

/// Builds the tools. Once there, cargo finds nothing to do.
pub fn set_up(site: &Site) -> Result<()> {
    if !site.tools_target().join("debug/wasm-bindgen").exists() {
        shell::say("compiling wasm-bindgen and its test runner (a minute or two, once)");
    }
    let mut cargo = site.cargo();
    cargo.args(["build", "--quiet", "--locked", "--manifest-path", "xtask/tools/Cargo.toml", "--target-dir"]);
    shell::hush(cargo.arg(site.tools_target()))
}
