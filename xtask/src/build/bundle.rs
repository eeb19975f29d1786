//! The pages' scripts and style, each as one small file.

use std::path::Path;

use anyhow::Result;

use super::plain;
use crate::shell;
use crate::site::Site;
use crate::stamp::Stamp;

/// How a script is made small: a twentieth smaller, once packed, than esbuild makes it. What begins with `__wb` is between
/// the core and its bindings. Only the bindings warn, of ways in which they are not called here.
const TERSER: [&str; 8] = [
    "--module",
    "--ecma",
    "2022",
    "--compress",
    "passes=3,unsafe_arrows,unsafe_methods,pure_funcs=['console.warn']",
    "--mangle",
    "--mangle-props",
    "regex=/^__wb/",
];

/// Bundles the scripts, `www/app.js` with either core's bindings, and `www/style.css` with what it imports.
pub fn make(site: &mut Site) -> Result<()> {
    let made = site.page_target();
    app(site, &made.join(super::BINDINGS), &made.join(super::SCRIPT))?;
    app(site, &plain::entry(site), &made.join(super::PLAIN_SCRIPT))?;
    script(site, "www/shell/shell.js", &[], &made.join(super::SHELL))?;
    script(site, "www/harden.js", &[], &made.join(super::HARDEN))?;
    script(site, "www/embed.js", &[], &made.join(super::EMBED))?;
    bundle(site, "www/style.css", &made.join(super::STYLE), &["--minify"])
}

/// The questions with this core.
fn app(site: &Site, core: &Path, to: &Path) -> Result<()> {
    script(site, "www/app.js", &[&format!("--alias:sgii-core={}", core.display())], to)
}

/// A script with what it imports, unless it has been made of the very same before.
pub fn script(site: &Site, from: &str, options: &[&str], to: &Path) -> Result<()> {
    let whole = to.with_extension("whole.js");
    bundle(site, from, &whole, &[&["--format=esm"], options].concat())?;
    let made_of = [super::read(&whole)?, super::read(&site.root.join("package-lock.json"))?, TERSER.join(" ").into()];
    let stamp = Stamp::of(to.with_extension("made-from"), made_of.iter().map(Vec::as_slice));
    if to.exists() && stamp.is_current() {
        return Ok(());
    }
    shell::show(site.npm_tool("terser").arg(&whole).args(TERSER).arg("--output").arg(to))?;
    stamp.put()
}

fn bundle(site: &Site, from: &str, to: &Path, options: &[&str]) -> Result<()> {
    let mut esbuild = site.npm_tool("esbuild");
    esbuild.args([from, "--bundle", "--target=es2022", "--charset=utf8", "--legal-comments=none"]);
    esbuild.args(["--log-level=warning", &format!("--outfile={}", to.display())]);
    shell::show(esbuild.args(options))
}
