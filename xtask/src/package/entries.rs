//! The entries of the npm package, each as ECMAScript and as `CommonJS`, and the types of both.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};

use super::made;
use crate::shell;
use crate::site::Site;

/// What is written by hand in `src/npm/`.
const MODULES: [&str; 6] = ["bytes.js", "calls.js", "core.js", "inline.js", "node.js", "fetch.js"];

/// What there is for `require`: not `fetch.js`, which finds its core by `import.meta.url`.
const COMMON_JS: [&str; 6] = ["bytes.js", "calls.js", "core.js", "inline.js", "node.js", "sgii_guide.js"];

/// What every browser with the WebAssembly that the core needs can read.
const TARGET: &str = "--target=es2020";

/// The types of whoever fetches the core are those of whoever has it inside.
const FETCH_TYPES: &str = "export * from \"./inline.js\";\nexport { default } from \"./inline.js\";\n";

/// Where the generated types stop being of the calls: what follows is of the bindings' own start, in the browser's types.
const START: &str = "export type InitInput";

/// Adds them to what wasm-pack has made.
pub fn add(site: &Site) -> Result<()> {
    copy(&site.root.join("src/npm"), &made(site), &MODULES)?;
    put_bytes_in(site)?;
    write_common_js(site)?;
    write_types(site)
}

fn copy(from: &Path, to: &Path, names: &[&str]) -> Result<()> {
    for name in names {
        fs::copy(from.join(name), to.join(name)).with_context(|| format!("could not copy {name}"))?;
    }
    Ok(())
}

fn put_bytes_in(site: &Site) -> Result<()> {
    shell::hush(esbuild(site, &made(site)).args(["bytes.js", "--bundle", "--loader:.wasm=binary", "--format=esm"]))
}

/// The same modules once more, for `require`. The folder says that it holds no ECMAScript modules before esbuild goes
/// through it: else esbuild would take a default export as Node does, which gives it another place.
fn write_common_js(site: &Site) -> Result<()> {
    let folder = made(site).join("cjs");
    fs::create_dir_all(&folder).context("could not make a folder for CommonJS")?;
    write(&folder.join("package.json"), "{ \"type\": \"commonjs\" }\n")?;
    copy(&made(site), &folder, &COMMON_JS)?;
    shell::hush(esbuild(site, &folder).args(COMMON_JS).arg("--format=cjs"))
}

fn write_types(site: &Site) -> Result<()> {
    let read = |path: &Path| fs::read_to_string(path).with_context(|| format!("could not read {}", path.display()));
    let types = types(&read(&made(site).join("sgii_guide.d.ts"))?, &read(&site.root.join("src/npm/init.d.ts"))?)?;
    for name in ["inline.d.ts", "cjs/inline.d.ts"] {
        write(&made(site).join(name), &types)?;
    }
    write(&made(site).join("fetch.d.ts"), FETCH_TYPES)
}

fn types(generated: &str, init: &str) -> Result<String> {
    let (calls, _) = generated.split_once(START).with_context(|| format!("the types no longer say `{START}`"))?;
    Ok(format!("{calls}{init}"))
}

/// esbuild, which leaves what it makes in the place of what it is given.
fn esbuild(site: &Site, folder: &Path) -> Command {
    let mut esbuild = site.npm_tool("esbuild");
    esbuild.current_dir(folder).args(["--platform=neutral", TARGET, "--log-level=warning"]);
    esbuild.args(["--outdir=.", "--allow-overwrite"]);
    esbuild
}

fn write(file: &Path, text: &str) -> Result<()> {
    fs::write(file, text).with_context(|| format!("could not write {}", file.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bindings_own_start_makes_way_for_ours() {
        let types = types("export function assess(): void;\nexport type InitInput = URL;\nelse", "init");
        assert_eq!(types.ok().as_deref(), Some("export function assess(): void;\ninit"));
    }

    #[test]
    fn types_that_no_longer_say_where_the_start_begins_are_refused() {
        assert!(types("export function assess(): void;", "init").is_err());
    }
}
