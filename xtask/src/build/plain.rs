//! The decision core as plain JavaScript, for a browser without WebAssembly: the same source, compiled without what only
//! WebAssembly has, bound as for a bundler, and translated by wasm2js.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, bail};
use data_encoding::BASE64;

use super::wasm::{self, WASM_OPT};
use crate::shell;
use crate::site::{Site, WASM};
use crate::stamp::Stamp;

/// The profile in `Cargo.toml` that it is built with.
const PROFILE: &str = "plain";

/// wasm2js knows one table, so none may hold JavaScript's values; nor may a function give several.
const UNKNOWN_TO_WASM2JS: [&str; 2] = ["--enable-reference-types", "--enable-multivalue"];

/// The tables stay in one piece. Cut up at each run of zeros, as to save a few bytes of memory, they pack worse.
const IN_ONE_PIECE: [&str; 2] = ["--skip-pass", "memory-packing"];

/// What the page imports: the bindings, which are given the functions that they call, once the tables are in their place.
const ENTRY: &str = r#"import * as functions from "./functions.js";
import { __wbg_set_wasm } from "./sgii_guide_bg.js";

export default async ({ module_or_path: tables }) => {
  new Uint8Array(functions.memory.buffer).set(tables, functions.tablesAt);
  __wbg_set_wasm(functions);
};
export * from "./sgii_guide_bg.js";
"#;

/// How wasm2js fills memory with the tables: from a place on, in base64.
const FILLS: &str = "base64DecodeToExistingUint8Array(bufferView, ";

/// Where wasm2js changes to a larger memory.
const GROWN: &str = "buffer = newBuffer;";

/// WebAssembly detaches the old memory. The bindings look for that, or they would go on writing to it. Every browser detaches
/// what a port sends, whether or not anyone is there to receive it.
const DETACHED: &str = "new MessageChannel().port1.postMessage(buffer, [buffer]);\n   buffer = newBuffer;";

/// The module that the page imports as its core.
pub fn entry(site: &Site) -> PathBuf {
    folder(site).join("core.js")
}

/// The tables that the functions read. They stand in the page as the core with WebAssembly does, and pack better so.
pub fn tables(site: &Site) -> PathBuf {
    folder(site).join("tables")
}

fn folder(site: &Site) -> PathBuf {
    site.page_target().join("plain-core")
}

const NO_REFERENCES: [&str; 1] = ["-Ctarget-feature=-reference-types"];

/// Leaves the core and its bindings as modules of JavaScript.
pub fn make(site: &Site) -> Result<()> {
    shell::show(site, wasm::build(site, &NO_REFERENCES)?.args(["--lib", "--profile", PROFILE]))?;
    bind(site)?;
    translate(site)
}

fn bind(site: &Site) -> Result<()> {
    let module = site.page_target().join(WASM).join(PROFILE).join("sgii_guide.wasm");
    shell::hush(wasm::bindgen(site, "bundler")?.arg(folder(site)).arg(module))
}

fn translate(site: &Site) -> Result<()> {
    let (module, functions) = (folder(site).join("sgii_guide_bg.wasm"), folder(site).join("functions.js"));
    let mut options: Vec<_> = WASM_OPT.into_iter().filter(|option| is_for_wasm2js(option)).collect();
    options.extend(IN_ONE_PIECE);
    let lock = super::read(&site.root.join("package-lock.json"))?;
    let made_of = [super::read(&module)?, lock, options.join(" ").into_bytes(), ENTRY.into(), DETACHED.into()];
    let stamp = Stamp::of(functions.with_extension("made-from"), made_of.iter().map(Vec::as_slice));
    if functions.exists() && stamp.is_current() {
        return Ok(());
    }
    shell::hush(site.npm_tool("wasm2js").args(options).arg(module).arg("-o").arg(&functions))?;
    let (code, tables) = apart(&detaching(&super::text(&functions)?)?)?;
    fs::write(self::tables(site), tables).context("could not write the core's tables")?;
    fs::write(&functions, code).context("could not write the core's functions")?;
    fs::write(entry(site), ENTRY).context("could not write the core's entry")?;
    stamp.put()
}

fn is_for_wasm2js(option: &str) -> bool {
    let is_feature = option.starts_with("--enable-") && !UNKNOWN_TO_WASM2JS.contains(&option);
    is_feature || ["-Oz", "--mvp-features"].contains(&option)
}

/// The functions with a memory that is detached when a larger one takes its place.
fn detaching(functions: &str) -> Result<String> {
    if functions.matches(GROWN).count() != 1 {
        bail!("wasm2js has another way to make memory larger than the bindings were made to follow");
    }
    Ok(functions.replace(GROWN, DETACHED))
}

/// The functions without the tables, which they then find from `tablesAt` on; and the tables.
fn apart(functions: &str) -> Result<(String, Vec<u8>)> {
    let (mut code, mut at, mut tables) = (String::new(), None, Vec::new());
    for line in functions.lines() {
        if let Some(filled) = line.trim().strip_prefix(FILLS) {
            let (place, text) = filled.split_once(", ").context("wasm2js fills memory in another way")?;
            let (place, text) = (place.parse::<usize>()?, text.trim_matches(['"', ')', ';']));
            tables.resize(place - *at.get_or_insert(place), 0);
            tables.extend(BASE64.decode(text.as_bytes())?);
        } else {
            code.extend([line, "\n"]);
        }
    }
    let at = at.context("wasm2js fills memory in another way")?;
    Ok((format!("{code}export var tablesAt = {at};\n"), tables))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tables_are_taken_out_from_where_they_begin() {
        let fill = |place: usize, text: &str| format!("  {FILLS}{place}, \"{text}\");\n");
        let functions = ["var a = 1;\n", &fill(64, "AQI="), &fill(68, "Aw=="), "export var b;\n"].concat();
        let (code, tables) = apart(&functions).unwrap_or_default();
        assert_eq!(tables, [1, 2, 0, 0, 3]);
        assert_eq!(code, "var a = 1;\nexport var b;\nexport var tablesAt = 64;\n");
        assert!(apart("var a = 1;").is_err());
    }

    #[test]
    fn wasm2js_is_not_told_of_what_it_does_not_know() {
        let options: Vec<_> = WASM_OPT.into_iter().filter(|option| is_for_wasm2js(option)).collect();
        assert!(options.contains(&"--enable-bulk-memory") && options.contains(&"--mvp-features"), "{options:?}");
        assert!(!options.contains(&"--enable-reference-types") && !options.contains(&"--strip-debug"), "{options:?}");
    }

    #[test]
    fn memory_that_is_outgrown_is_detached_first() {
        let functions = detaching("HEAP8 = newHEAP8;\n   buffer = newBuffer;\n").unwrap_or_default();
        let places = ["postMessage(buffer, [buffer])", GROWN].map(|part| functions.find(part));
        assert!(places.is_sorted() && places.iter().all(Option::is_some), "{functions}");
    }

    #[test]
    fn another_way_of_growing_is_refused() {
        assert!(detaching("memory.grow(1)").is_err() && detaching(&GROWN.repeat(2)).is_err());
    }
}
