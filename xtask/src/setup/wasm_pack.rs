//! wasm-pack, which makes the npm package.

use anyhow::Result;

use crate::shell;
use crate::site::Site;

const VERSION: &str = "0.15.1";

/// Compiles this version unless it is there.
pub fn set_up(site: &Site) -> Result<()> {
    if is_there(site)? {
        return Ok(());
    }
    shell::say("compiling wasm-pack (a few minutes, once)");
    let mut cargo = site.cargo();
    cargo.args(["install", "--quiet", "--locked", "--force", "--version", &format!("={VERSION}"), "--root"]);
    shell::hush(cargo.arg(site.tools_target()).arg("wasm-pack"))
}

fn is_there(site: &Site) -> Result<bool> {
    let version = shell::read(site.wasm_program("wasm-pack")?.arg("--version")).unwrap_or_default();
    Ok(version.trim() == format!("wasm-pack {VERSION}"))
}
