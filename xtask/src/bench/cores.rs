//! The core in WebAssembly with a way in to its parts, as the page's is built and as the package is.

use anyhow::Result;

use crate::build::{INLINE_LITTLE, PAGE_PROFILE, WASM_OPT, wasm_build};
use crate::shell;
use crate::site::{Site, WASM};

struct Core {
    /// Its folder in `target/bench`.
    name: &'static str,
    profile: &'static str,
    features: &'static str,
    /// Further flags for the compiler.
    flags: &'static [&'static str],
    /// How wasm-opt weighs size against speed.
    level: &'static str,
}

const CORES: [Core; 2] = [
    Core { name: "page", profile: PAGE_PROFILE, features: "", flags: &INLINE_LITTLE, level: "-Oz" },
    Core { name: "npm", profile: "release", features: "words", flags: &[], level: "-O3" },
];

/// Leaves each in `target/bench`.
pub fn make(site: &Site) -> Result<()> {
    CORES.iter().try_for_each(|core| core.make(site))
}

impl Core {
    fn make(&self, site: &Site) -> Result<()> {
        let mut cargo = wasm_build(site, self.flags)?;
        cargo.args(["--quiet", "--example", "parts", "--profile", self.profile, "--features", self.features]);
        shell::hush(&mut cargo)?;
        let made = site.page_target().join(WASM).join(self.profile).join("examples/parts.wasm");
        let folder = super::folder(site).join(self.name);
        let mut bindgen = site.wasm_program("wasm-bindgen")?;
        bindgen.args(["--target", "web", "--encode-into", "always", "--out-dir"]);
        shell::hush(bindgen.arg(&folder).arg(made))?;
        let features =
            WASM_OPT.iter().filter(|option| option.ends_with("-features") || option.starts_with("--enable-"));
        let mut wasm_opt = site.npm_tool("wasm-opt");
        wasm_opt.arg(self.level).args(features).arg(folder.join("parts_bg.wasm"));
        shell::hush(wasm_opt.arg("-o").arg(folder.join("parts.wasm")))
    }
}
