//! Compiles `policy/` into static tables, or refuses the build with every problem that the policy has.

#![allow(dead_code, reason = "the crate uses more of the policy's modules than the build does")]

use std::path::PathBuf;
use std::process::exit;
use std::{env, fs};

#[path = "src/files.rs"]
mod files;
#[path = "src/policy/mod.rs"]
mod policy;
/// The part of `say` that complaints need.
#[path = "src/say"]
mod say {
    pub mod lists;
}
#[path = "src/text.rs"]
mod text;
#[path = "src/visible.rs"]
mod visible;

fn main() {
    // The whole folder, though the worked cases are in it too: a file that is new must be noticed.
    println!("cargo::rerun-if-changed=policy");
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=src/policy");
    for file in ["files", "say/lists", "text", "visible"] {
        println!("cargo::rerun-if-changed=src/{file}.rs");
    }
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default());
    let files = policy::compile::folder(&root.join("policy")).unwrap_or_else(|error| refuse(&[error]));
    match policy::compile::compile(&files) {
        Ok(policy) if policy.wording.page.is_empty() => {
            refuse(&["policy: there is no `[page]`, and so nothing to say on one"])
        }
        Ok(policy) => write(&policy),
        Err(problems) => refuse(&problems),
    }
}

fn write(policy: &policy::Policy) {
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default()).join("policy.rs");
    let written = fs::write(&out, policy::compile::source(policy));
    written.unwrap_or_else(|error| refuse(&[format!("{}: {error}", out.display())]));
}

fn refuse<P: std::fmt::Display>(problems: &[P]) -> ! {
    for problem in problems {
        println!("cargo::error={problem}");
    }
    exit(1);
}
