//! The sealed page: core, script and style made ready, put into the template, measured.

mod bundle;
mod csp;
mod names;
mod seal;
mod sizes;
mod template;
mod wasm;

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::plan::Step;
use crate::site::Site;

pub use wasm::{PROFILE as PAGE_PROFILE, WASM_OPT, cargo as wasm_cargo};

/// The page, the one file that is served and shipped.
pub const PAGE: &str = "guide.html";

/// Leaves the sealed page in `dist/`.
pub const MAKE: &[Step] = &[
    Step::needed("core to WebAssembly", wasm::compile),
    Step::needed("bindings", wasm::bind),
    Step::needed("core made small", wasm::shrink),
    Step::needed("script and style", bundle::make),
    Step::needed("sealed page", seal::make),
];

/// Prints what was made against its budgets.
pub const MEASURE: &[Step] = &[Step::check("sizes against budgets", measure)];

const CORE: &str = "core.wasm";
const BINDINGS: &str = "core.js";
const SCRIPT: &str = "app.js";
const STYLE: &str = "style.css";

fn measure(site: &mut Site) -> Result<()> {
    let made = site.page_target();
    let parts = [
        sizes::Part { name: "core (WebAssembly)", bytes: read(&made.join(CORE))?, budget: sizes::hard(35_000) },
        sizes::Part { name: "script", bytes: read(&made.join(SCRIPT))?, budget: sizes::soft(8_000, 8_500) },
        sizes::Part { name: "style", bytes: read(&made.join(STYLE))?, budget: sizes::hard(5_000) },
        sizes::Part { name: PAGE, bytes: read(&site.dist().join(PAGE))?, budget: sizes::soft(60_000, 80_000) },
    ];
    let (table, fits) = sizes::report(&parts);
    print!("{table}");
    if !fits {
        bail!("over budget: see the table of sizes");
    }
    Ok(())
}

fn read(file: &Path) -> Result<Vec<u8>> {
    fs::read(file).with_context(|| format!("could not read {}", file.display()))
}

fn text(file: &Path) -> Result<String> {
    fs::read_to_string(file).with_context(|| format!("could not read {}", file.display()))
}
