//! The npm package: made by wasm-pack, packed, and tried as somebody has it who has installed it from the tarball.

mod consumers;
mod entries;

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result};
use sgii_guide::edition::POLICY;
use sgii_guide::schema;

use crate::build::wasm_flags;
use crate::plan::Step;
use crate::schedule::Load;
use crate::setup::{BINDINGS, CHROMIUM, NODE, NPM, WASM_PACK, WASM_TARGET};
use crate::site::Site;
use crate::{setup, shell};

/// Leaves the tarball in `target/npm/`.
pub const MAKE: &[Step] = &[PACKAGE, TARBALL];

const PACKAGE: Step =
    Step::new("npm package", make).needs(&[NPM, WASM_TARGET, BINDINGS, WASM_PACK]).takes(Load::Machine);
pub const TARBALL: Step = Step::new("tarball", pack).needs(&[PACKAGE]);

/// Installs the tarball in an empty folder, and beside the tools of programs that use it, and uses it there.
pub const TRY: &[Step] = &[
    Step::new("types of the package's script", types).needs(&[PACKAGE]),
    INSTALLED,
    Step::new("package in Node and Chromium", test).needs(&[INSTALLED, NODE, CHROMIUM]),
    CONSUMERS,
    Step::new("package in programs that use it", test_consumers).needs(&[CONSUMERS, NODE, CHROMIUM]),
];

const INSTALLED: Step = Step::new("installed from the tarball", install).needs(&[TARBALL]);
const CONSUMERS: Step =
    Step::new("tools of programs that use the package", consumers::install).needs(&[INSTALLED]).takes(Load::Network);

/// What the package has beside what wasm-pack and the entries make.
const BESIDE: [&str; 4] = ["README.md", "example.mjs", "example.cjs", "example.html"];

/// What wasm-pack leaves unsaid or says otherwise.
const FIELDS: [&str; 7] = [
    r#"main="./cjs/inline.js""#,
    r#"module="./inline.js""#,
    r#"types="./inline.d.ts""#,
    r#"sideEffects=["./node.js","./cjs/node.js"]"#,
    r#"engines={"node":">=20.19"}"#,
    r#"exports={
        ".":{
            "require":{"types":"./cjs/inline.d.ts","node":"./cjs/node.js","default":"./cjs/inline.js"},
            "default":{"types":"./inline.d.ts","node":"./node.js","default":"./inline.js"}
        },
        "./fetch":{"types":"./fetch.d.ts","default":"./fetch.js"},
        "./sgii_guide_bg.wasm":"./sgii_guide_bg.wasm",
        "./incident.schema.json":"./incident.schema.json",
        "./decision.schema.json":"./decision.schema.json",
        "./package.json":"./package.json"
    }"#,
    r#"files=[
        "bytes.js","calls.js","core.js","inline.js","node.js","fetch.js","sgii_guide.js","sgii_guide_bg.wasm",
        "inline.d.ts","fetch.d.ts","incident.schema.json","decision.schema.json","cjs","LICENSE-MIT","LICENSE-APACHE","example.mjs","example.cjs","example.html"
    ]"#,
];

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

fn installed(site: &Site) -> PathBuf {
    user(site).join("node_modules/sgii-guide")
}

fn make(site: &Site) -> Result<()> {
    let mut wasm_pack = site.wasm_program("wasm-pack")?;
    wasm_pack.env("CARGO_ENCODED_RUSTFLAGS", wasm_flags(site)?).env("CARGO_TARGET_DIR", site.page_target());
    wasm_pack.args(["build", "--target", "web", "--mode", "no-install", "--release", "--out-dir"]);
    shell::hush(wasm_pack.arg(made(site)).args(["--", "--locked"]))?;
    for name in BESIDE {
        fs::copy(site.root.join("package").join(name), made(site).join(name))
            .with_context(|| format!("could not copy package/{name}"))?;
    }
    entries::add(site)?;
    write_schemas(site)?;
    shell::hush(site.program("npm").current_dir(made(site)).args(["pkg", "set", "--json"]).args(FIELDS))
}

/// The JSON Schema of what goes in and of what comes out.
fn write_schemas(site: &Site) -> Result<()> {
    for (name, schema) in [("incident", schema::incident(&POLICY)), ("decision", schema::decision())] {
        let text = serde_json::to_string_pretty(&schema).context("a schema is no JSON")?;
        fs::write(made(site).join(format!("{name}.schema.json")), text + "\n").context("could not write a schema")?;
    }
    Ok(())
}

fn pack(site: &Site) -> Result<()> {
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

fn install(site: &Site) -> Result<()> {
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

fn types(site: &Site) -> Result<()> {
    shell::hush(site.npm_tool("tsc").args(["--noEmit", "--pretty", "false", "--project", "tests/package"]))
}

fn test(site: &Site) -> Result<()> {
    shell::show(site, tester(site, "tests/package/package.test.mjs")?.env("PACKAGE_USER", user(site)))
}

fn test_consumers(site: &Site) -> Result<()> {
    shell::show(site, tester(site, "tests/package/consumers.test.mjs")?.env("PACKAGE_CONSUMERS", consumers::at(site)))
}

fn tester(site: &Site, tests: &str) -> Result<Command> {
    let chromium = setup::chromium()?.context("Chromium has gone since it was set up")?;
    let mut node = site.program("node");
    node.args(["--test", "--test-reporter=spec", tests]).env("CHROMIUM", chromium);
    Ok(node)
}
