//! The benchmarks: the proof, whole decisions and the response alone, natively and in Node, beside other engines,
//! and the page in Chromium. All in one run, put together in one document.

mod cores;
mod document;
mod machine;

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};

use crate::build::MADE;
use crate::plan::Step;
use crate::schedule::Load;
use crate::setup::{CHROMIUM, NODE};
use crate::site::Site;
use crate::{setup, shell};

/// Times everything and leaves `target/bench/results.md`.
pub const RUN: &[Step] =
    &[CORES, WORKLOAD, PROOF, ASSESS, NODE_BESIDE_OTHERS, PAGE, Step::new("results", results).needs(&[PAGE])];

const CORES: Step = Step::new("cores to time", cores::make).needs(&[MADE, NODE, CHROMIUM]).takes(Load::Machine);
const WORKLOAD: Step = Step::new("what they are timed on", workload).needs(&[CORES]).takes(Load::Machine);
const PROOF: Step = Step::new("proof", proof).needs(&[WORKLOAD]).takes(Load::Machine);
const ASSESS: Step = Step::new("decisions, natively", assess).needs(&[PROOF]).takes(Load::Machine);
const NODE_BESIDE_OTHERS: Step =
    Step::new("decisions in Node, beside other engines", node).needs(&[ASSESS]).takes(Load::Machine);
const PAGE: Step = Step::new("page in Chromium", page).needs(&[NODE_BESIDE_OTHERS]).takes(Load::Machine);

/// The tables, in the order in which they are read: what the native one is held against comes first.
const TABLES: [&str; 4] = ["proof", "node", "assess", "page"];

fn workload(site: &Site) -> Result<()> {
    fs::create_dir_all(folder(site)).context("could not make target/bench")?;
    let file = folder(site).join("workload.json");
    native(site, &["workload".as_ref(), file.as_os_str()]).map(drop)
}

fn proof(site: &Site) -> Result<()> {
    let table = native(site, &["proof".as_ref()])?;
    keep(site, "proof", &table)
}

fn assess(site: &Site) -> Result<()> {
    let table = native(site, &["assess".as_ref()])?;
    keep(site, "assess", &table)
}

fn node(site: &Site) -> Result<()> {
    let table = shell::read(site.program("node").arg("tests/bench/node.mjs"))?;
    keep(site, "node", &table)
}

fn page(site: &Site) -> Result<()> {
    let chromium = setup::chromium()?.context("Chromium has gone since it was set up")?;
    let table = shell::read(site.program("node").arg("tests/bench/page.mjs").env("CHROMIUM", chromium))?;
    keep(site, "page", &table)
}

fn results(site: &Site) -> Result<()> {
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
