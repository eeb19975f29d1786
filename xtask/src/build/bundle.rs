//! The page's script and style, each as one small file.

use anyhow::Result;

use crate::shell;
use crate::site::Site;

/// Everything the script is made of, in one file that can still be read.
const WHOLE: &str = "target/page/whole.js";

/// How the script is made small: a twentieth smaller, once packed, than esbuild makes it.
const TERSER: [&str; 6] = ["--module", "--ecma", "2022", "--compress", "passes=3", "--mangle"];

/// Bundles `www/app.js` with the core's bindings, and `www/style.css` with what it imports.
pub fn make(site: &mut Site) -> Result<()> {
    let script = ["--format=esm", "--alias:sgii-core=./target/page/core.js"];
    bundle(site, "www/app.js", WHOLE, &script)?;
    let to = format!("target/page/{}", super::SCRIPT);
    shell::show(site.npm_tool("terser").arg(WHOLE).args(TERSER).args(["--output", &to]))?;
    bundle(site, "www/style.css", &format!("target/page/{}", super::STYLE), &["--minify"])
}

fn bundle(site: &Site, from: &str, to: &str, options: &[&str]) -> Result<()> {
    let mut esbuild = site.npm_tool("esbuild");
    esbuild.args([from, "--bundle", "--target=es2022", "--charset=utf8", "--legal-comments=none"]);
    esbuild.args(["--log-level=warning", &format!("--outfile={to}")]);
    shell::show(esbuild.args(options))
}
