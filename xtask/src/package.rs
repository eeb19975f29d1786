//! The npm package: made by wasm-pack, packed, and tried as somebody has it who has installed it from the tarball.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::build::wasm_flags;
use crate::plan::Step;
use crate::site::Site;
use crate::{setup, shell};

/// Leaves the tarball in `target/npm/`.
pub const MAKE: &[Step] = &[Step::needed("npm package", make), Step::needed("tarball", pack)];

/// Installs the tarball in an empty folder and uses it there.
pub const TRY: &[Step] = &[
    Step::needed("installed from the tarball", install),
    Step::check("package in Node, TypeScript and Chromium", test),
];

/// What the package has beside what wasm-pack makes.
const BESIDE: [&str; 3] = ["README.md", "example.mjs", "example.html"];

/// What wasm-pack leaves unsaid or says otherwise.
const FIELDS: [&str; 3] = [
    "sideEffects=false",
    r#"exports={".":{"types":"./sgii_guide.d.ts","default":"./sgii_guide.js"},"./sgii_guide_bg.wasm":"./sgii_guide_bg.wasm"}"#,
    r#"files=["sgii_guide.js","sgii_guide.d.ts","sgii_guide_bg.wasm","LICENSE-MIT","LICENSE-APACHE","example.mjs","example.html"]"#,
];

/// The bindings take a reply of `fetch` to load the core from, and among the package's types a `Response` is another thing.
const REPLY: (&str, &str) = ("URL | Response |", "URL | globalThis.Response |");

fn folder(site: &Site) -> PathBuf {
    site.root.join("target/npm")
}

fn made(site: &Site) -> PathBuf {
    folder(site).join("pkg")
}

/// Where somebody has installed it.
fn user(site: &Site) -> PathBuf {
    folder(site).join("user")
}

fn make(site: &mut Site) -> Result<()> {
    let mut wasm_pack = site.wasm_program("wasm-pack")?;
    wasm_pack.env("CARGO_ENCODED_RUSTFLAGS", wasm_flags(site)?).env("CARGO_TARGET_DIR", site.page_target());
    wasm_pack.args(["build", "--target", "web", "--mode", "no-install", "--release", "--out-dir"]);
    shell::hush(wasm_pack.arg(made(site)).args(["--", "--locked"]))?;
    for name in BESIDE {
        fs::copy(site.root.join("tests/package").join(name), made(site).join(name))
            .with_context(|| format!("could not copy tests/package/{name}"))?;
    }
    name_replies(&made(site).join("sgii_guide.d.ts"))?;
    shell::hush(site.program("npm").current_dir(made(site)).args(["pkg", "set", "--json"]).args(FIELDS))
}

fn name_replies(types: &Path) -> Result<()> {
    let text = fs::read_to_string(types).context("could not read the package's types")?;
    let (from, to) = REPLY;
    if !text.contains(from) {
        bail!("the package's types no longer say `{from}`");
    }
    fs::write(types, text.replace(from, to)).context("could not write the package's types")
}

fn pack(site: &mut Site) -> Result<()> {
    let mut npm = site.program("npm");
    let name = shell::read(npm.current_dir(folder(site)).args(["pack", "--silent", "./pkg"]))?;
    fs::rename(folder(site).join(name.trim()), tarball(site)).context("could not name the tarball")?;
    shell::say(&tarball(site).display().to_string());
    Ok(())
}

/// Without the version that npm puts into the name, so that the last one is the only one.
pub fn tarball(site: &Site) -> PathBuf {
    folder(site).join("sgii-guide.tgz")
}

fn install(site: &mut Site) -> Result<()> {
    let user = user(site);
    if user.exists() {
        fs::remove_dir_all(&user).context("could not empty the folder to install in")?;
    }
    fs::create_dir_all(&user).context("could not make a folder to install in")?;
    fs::write(user.join("package.json"), r#"{ "private": true, "type": "module" }"#)
        .context("could not write a package.json")?;
    let mut npm = site.program("npm");
    npm.current_dir(&user).args(["install", "--offline", "--ignore-scripts", "--no-audit", "--no-fund"]);
    shell::hush(npm.arg(tarball(site)))
}

fn test(site: &mut Site) -> Result<()> {
    let chromium = setup::chromium()?.context("Chromium has gone since it was set up")?;
    let mut node = site.program("node");
    node.args(["--test", "--test-reporter=spec", "tests/package/package.test.mjs"]);
    shell::show(node.env("PACKAGE_USER", user(site)).env("CHROMIUM", chromium))
}
