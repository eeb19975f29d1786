//! The pages' scripts and style, each as one small file.

use std::path::Path;

use anyhow::Result;

use super::plain;
use crate::shell;
use crate::site::Site;
use crate::stamp::Stamp;

/// What browsers understand that compile WebAssembly under a content policy: Chromium 97, Safari 16.
const WITH_WEBASSEMBLY: &str = "--target=es2022";

/// What browsers of 2019 and 2020 understand. All that they have to run is brought down to it.
pub const OLD: &str = "--target=es2018";

/// The browsers for which esbuild says parts of the style in an older way.
const OLD_STYLE: &str = "--target=chrome72,firefox78,safari13";

/// What the bindings would fetch a core with. The page has it, so all that is for a request is left out of the script.
const NO_REQUEST: [&str; 3] = ["--define:Request=undefined", "--define:Response=undefined", "--define:URL=undefined"];

/// How a script is made small: a twentieth smaller, once packed, than esbuild makes it. What begins with `__wb` is between
/// the core and its bindings. Only the bindings warn, of ways in which they are not called here. In ASCII a script is the
/// same in whatever charset a host names.
const TERSER: [&str; 10] = [
    "--module",
    "--ecma",
    "2018",
    "--format",
    "ascii_only=true",
    "--compress",
    "passes=3,unsafe_arrows,unsafe_methods,pure_funcs=['console.warn']",
    "--mangle",
    "--mangle-props",
    "regex=/^__wb/",
];

/// Bundles the scripts, `www/app.js` with either core's bindings, and `www/style.css` with what it imports.
pub fn make(site: &Site) -> Result<()> {
    let made = site.page_target();
    app(site, &made.join(super::BINDINGS), WITH_WEBASSEMBLY, &made.join(super::SCRIPT))?;
    app(site, &plain::entry(site), OLD, &made.join(super::PLAIN_SCRIPT))?;
    script(site, "www/shell/shell.js", &[OLD], &made.join(super::SHELL))?;
    script(site, "www/harden.js", &[OLD], &made.join(super::HARDEN))?;
    script(site, "www/embed.js", &[OLD], &made.join(super::EMBED))?;
    bundle(site, "www/style.css", &[OLD_STYLE, "--minify"], &made.join(super::STYLE))
}

/// The questions with this core.
fn app(site: &Site, core: &Path, target: &str, to: &Path) -> Result<()> {
    let alias = format!("--alias:sgii-core={}", core.display());
    script(site, "www/app.js", &[&[target, &alias], NO_REQUEST.as_slice()].concat(), to)
}

/// A script with what it imports, unless it has been made of the very same before.
pub fn script(site: &Site, from: &str, options: &[&str], to: &Path) -> Result<()> {
    let whole = to.with_extension("whole.js");
    bundle(site, from, &[&["--format=esm"], options].concat(), &whole)?;
    let made_of = [super::read(&whole)?, super::read(&site.root.join("package-lock.json"))?, TERSER.join(" ").into()];
    let stamp = Stamp::of(to.with_extension("made-from"), made_of.iter().map(Vec::as_slice));
    if to.exists() && stamp.is_current() {
        return Ok(());
    }
    shell::show(site, site.npm_tool("terser").arg(&whole).args(TERSER).arg("--output").arg(to))?;
    stamp.put()
}

fn bundle(site: &Site, from: &str, options: &[&str], to: &Path) -> Result<()> {
    let mut esbuild = site.npm_tool("esbuild");
    esbuild.args([from, "--bundle", "--charset=ascii", "--legal-comments=none", "--log-level=warning"]);
    shell::show(site, esbuild.args(options).arg(format!("--outfile={}", to.display())))
}
