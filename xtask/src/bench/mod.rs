//! The benchmarks: the proof, whole decisions and the response alone, natively and in Node, beside other engines,
//! and the page in Chromium. All in one run, put together in one document.

mod cores;
mod document;
mod machine;

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};

use crate::plan::Step;
use crate::site::Site;
use crate::{setup, shell};

/// Times everything and leaves `target/bench/results.md`.
pub const RUN: &[Step] = &[
    Step::needed("cores to time", cores::make),
    Step::needed("what they are timed on", workload),
    Step::needed("proof", proof),
    Step::needed("decisions, natively", assess),
    Step::needed("decisions in Node, beside other engines", node),
    Step::needed("page in Chromium", page),
    Step::needed("results", results),
];

/// The tables, in the order in which they are read: what the native one is held against comes first.
const TABLES: [&str; 4] = ["proof", "node", "assess", "page"];

fn workload(site: &mut Site) -> Result<()> {
    fs::create_dir_all(folder(site)).context("could not make target/bench")?;
    let file = folder(site).join("workload.json");
    native(site, &["workload".as_ref(), file.as_os_str()]).map(drop)
}

fn proof(site: &mut Site) -> Result<()> {
    let table = native(site, &["proof".as_ref()])?;
    keep(site, "proof", &table)
}

fn assess(site: &mut Site) -> Result<()> {
    let table = native(site, &["assess".as_ref()])?;
    keep(site, "assess", &table)
}

fn node(site: &mut Site) -> Result<()> {
    let table = shell::read(site.program("node").arg("tests/bench/node.mjs"))?;
    keep(site, "node", &table)
}

fn page(site: &mut Site) -> Result<()> {
    let chromium = setup::chromium()?.context("Chromium has gone since it was set up")?;
    let table = shell::read(site.program("node").arg("tests/bench/page.mjs").env("CHROMIUM", chromium))?;
    keep(site, "page", &table)
}

fn results(site: &mut Site) -> Result<()> {
    let read = |name: &&str| {
        let file = table(site, name);
        fs::read_to_string(&file).with_context(|| format!("could not read {}", file.display()))
    };
    let lines = TABLES.iter().map(read).collect::<Result<String>>()?;
    let text = format!("{}\n\n{}", machine::said(site)?, document::markdown(&lines)?);
    println!("\n{text}");
    fs::write(folder(site).join("results.md"), text).context("could not write target/bench/results.md")
}

/// What `tests/bench/native.rs` prints.
fn native(site: &Site, words: &[&std::ffi::OsStr]) -> Result<String> {
    shell::read(
        site.cargo().args(["bench", "--quiet", "--package", "sgii-guide", "--bench", "native", "--"]).args(words),
    )
}

fn keep(site: &Site, name: &str, lines: &str) -> Result<()> {
    fs::write(table(site, name), lines).with_context(|| format!("could not keep the table `{name}`"))
}

fn table(site: &Site, name: &str) -> PathBuf {
    folder(site).join(name).with_extension("tsv")
}

fn folder(site: &Site) -> PathBuf {
    site.root.join("target/bench")
}
