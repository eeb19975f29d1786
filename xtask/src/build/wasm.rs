//! The decision core as WebAssembly: compiled, bound to JavaScript, made small.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result};

use super::names;
use crate::shell;
use crate::site::{Site, WASM};
use crate::stamp::Stamp;

/// How wasm-opt is called. What rustc's output needs is allowed feature by feature. Never all of them: binaryen knows
/// encodings that browsers refuse. Nothing stands in the lowest kilobyte of memory, which is the far end of the stack.
pub const WASM_OPT: [&str; 14] = [
    "-Oz",
    "--low-memory-unused",
    "--minify-imports-and-exports-and-modules",
    "--mvp-features",
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
    "--strip-debug",
    "--strip-producers",
    "--strip-target-features",
];

/// The profile in `Cargo.toml` that the page's core is built with.
pub const PROFILE: &str = "page";

/// Cargo for WebAssembly, in the target folder of native builds: macros and build script are compiled once for both.
pub fn cargo(site: &Site, verb: &str) -> Result<Command> {
    let mut cargo = site.wasm_program("cargo")?;
    cargo.args([verb, "--package", "sgii-guide", "--target", WASM, "--no-default-features"]);
    Ok(cargo)
}

/// How LLVM is told to keep one function of what is called from two places: less than `opt-level = "z"` leaves.
pub const INLINE_LITTLE: [&str; 1] = ["-Cllvm-args=-inline-threshold=0"];

/// The module as rustc makes it.
pub fn compile(site: &Site) -> Result<()> {
    shell::show(site, build(site, &INLINE_LITTLE)?.args(["--lib", "--profile", PROFILE]))
}

/// The same for what ships: in a target folder of its own, with further flags for the compiler, and with no path of this
/// machine in what it makes.
pub fn build(site: &Site, further: &[&str]) -> Result<Command> {
    let mut flags = remaps(site)?;
    for flag in further {
        flags.push(SEPARATOR);
        flags.push(flag);
    }
    let mut cargo = cargo(site, "build")?;
    cargo.env("CARGO_ENCODED_RUSTFLAGS", flags).arg("--target-dir").arg(site.page_target());
    Ok(cargo)
}

/// The module and the JavaScript that goes with it, in `pkg/`.
pub fn bind(site: &Site) -> Result<()> {
    let module = site.page_target().join(WASM).join(PROFILE).join("sgii_guide.wasm");
    shell::hush(bindgen(site, "web")?.arg(site.page_target().join("pkg")).arg(module))
}

/// The bindings generator, which still has to be told its folder and the module.
pub fn bindgen(site: &Site, target: &str) -> Result<Command> {
    let mut bindgen = site.wasm_program("wasm-bindgen")?;
    bindgen.args(["--target", target, "--remove-name-section", "--remove-producers-section"]);
    bindgen.args(["--encode-into", "always", "--out-dir"]);
    Ok(bindgen)
}

/// Runs wasm-opt, unless it has had this very module before, and has the bindings follow its names.
pub fn shrink(site: &Site) -> Result<()> {
    let made = site.page_target();
    let (module, bindings) = (made.join("pkg/sgii_guide_bg.wasm"), made.join("pkg/sgii_guide.js"));
    let (small, bound) = (made.join(super::CORE), made.join(super::BINDINGS));
    let lock = super::read(&site.root.join("package-lock.json"))?;
    let made_of = [super::read(&module)?, super::read(&bindings)?, lock, WASM_OPT.join(" ").into_bytes()];
    let stamp = Stamp::of(small.with_extension("made-from"), made_of.iter().map(Vec::as_slice));
    if small.exists() && bound.exists() && stamp.is_current() {
        return Ok(());
    }
    let given = shell::read(site.npm_tool("wasm-opt").args(WASM_OPT).arg(module).arg("-o").arg(&small))?;
    fs::write(&bound, names::follow(&super::text(&bindings)?, &given)?).context("could not write the bindings")?;
    stamp.put()
}

/// Compiler flags under which panic messages name files alike on every machine.
pub fn remaps(site: &Site) -> Result<OsString> {
    let rustc = |args: &[&str]| shell::read(site.wasm_program("rustc")?.args(args));
    let version = rustc(&["-vV"])?;
    let commit = commit(&version).context("`rustc -vV` did not tell its commit-hash")?;
    let std = PathBuf::from(rustc(&["--print", "sysroot"])?.trim()).join("lib/rustlib/src/rust");
    let cargo_home = env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| Some(env::home_dir()?.join(".cargo")));
    let dependencies = cargo_home.context("neither CARGO_HOME nor HOME is set")?.join("registry/src");
    Ok(flags(&[(dependencies, "/deps"), (std, &format!("/rustc/{commit}")), (site.root.clone(), "/sgii-guide")]))
}

fn commit(version: &str) -> Option<&str> {
    version.lines().find_map(|line| line.strip_prefix("commit-hash: "))
}

fn flags(remaps: &[(PathBuf, &str)]) -> OsString {
    let mut flags = Vec::new();
    for (from, to) in remaps {
        let mut flag = OsString::from("--remap-path-prefix=");
        flag.push(from);
        flag.push(format!("={to}"));
        flags.push(flag);
    }
    flags.join(SEPARATOR.as_ref())
}

/// Cargo's separator for flags that may hold spaces.
const SEPARATOR: &str = "\u{1f}";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_compiler_tells_its_commit() {
        assert_eq!(commit("rustc 1.95.0\nbinary: rustc\ncommit-hash: 5980\nhost: x"), Some("5980"));
        assert_eq!(commit("rustc 1.95.0"), None);
    }

    #[test]
    fn a_path_with_a_space_stays_one_flag() {
        let flags = flags(&[("/home/a b".into(), "/x"), ("/c".into(), "/y")]);
        let flags = flags.to_string_lossy();
        let flags: Vec<_> = flags.split('\u{1f}').collect();
        assert_eq!(flags, ["--remap-path-prefix=/home/a b=/x", "--remap-path-prefix=/c=/y"]);
    }
}
