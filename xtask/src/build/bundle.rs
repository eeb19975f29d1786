//! The page's script and style, each as one small file.

use anyhow::Result;

use crate::shell;
use crate::site::Site;

/// Bundles `www/app.js` with the core's bindings, and `www/style.css` with what it imports.
pub fn make(site: &mut Site) -> Result<()> {
    bundle(site, "www/app.js", super::SCRIPT, &["--format=esm", "--alias:sgii-core=./target/page/pkg/sgii_guide.js"])?;
    bundle(site, "www/style.css", super::STYLE, &[])
}

fn bundle(site: &Site, from: &str, to: &str, options: &[&str]) -> Result<()> {
    let mut esbuild = site.npm_tool("esbuild");
    esbuild.args([from, "--bundle", "--minify", "--target=es2022", "--charset=utf8", "--legal-comments=none"]);
    esbuild.args(["--log-level=warning", &format!("--outfile=target/page/{to}")]);
    shell::show(esbuild.args(options))
}
