//! Set-up: what each command needs on the machine, looked for first and installed where it is missing.

mod bindings;
mod chromium;
mod components;
mod debian;
mod java;
mod node;
mod programs;
mod python;
mod wasm_pack;
mod wasm_target;

pub use chromium::find as chromium;
pub use java::find as java;
pub use node::{install as npm_ci, set_up_lighthouse as lighthouse, set_up_old_browsers as old_browsers};
pub use programs::{FIREFOX, Program, SCREEN, WEBKIT};
pub use python::tool as python_tool;

use crate::plan::Step;

const WASM_TARGET: Step = Step::needed("WebAssembly target", wasm_target::set_up);
const BINDINGS: Step = Step::needed("bindings tools", bindings::set_up);
const CHROMIUM: Step = Step::needed("Chromium", chromium::set_up);
const NPM: Step = Step::needed("npm tools", node::set_up);

/// The WebAssembly target from Debian's packages, as a machine without rustup has it.
pub const DEBIAN_TARGET: &[Step] = &[Step::needed("WebAssembly target from Debian", wasm_target::set_up_from_debian)];

/// What building and serving need.
pub const FOR_BUILD: &[Step] = &[NPM, WASM_TARGET, BINDINGS];

/// What timing needs: the page is timed in Chromium.
pub const FOR_BENCH: &[Step] =
    &[Step::needed("Node for tests", node::check_for_tests), NPM, WASM_TARGET, BINDINGS, CHROMIUM];

/// What making and trying the npm package needs.
pub const FOR_PACKAGE: &[Step] = &[
    Step::needed("Node for tests", node::check_for_tests),
    NPM,
    WASM_TARGET,
    BINDINGS,
    Step::needed("wasm-pack", wasm_pack::set_up),
    CHROMIUM,
];

/// What testing needs: a newer Node, Rust's own checkers and browsers besides. Only Chromium has to be there.
pub const FOR_TEST: &[Step] = &[
    Step::needed("Node for tests", node::check_for_tests),
    NPM,
    Step::needed("Rust's formatter and linter", components::set_up),
    WASM_TARGET,
    BINDINGS,
    CHROMIUM,
    Step::check("Firefox", programs::set_up_firefox),
    Step::check("WebKitGTK", programs::set_up_webkit),
    Step::check("screen to print from", programs::set_up_screen),
    Step::check("Java", java::set_up),
    Step::check("validators from npm", node::set_up_validators),
    Step::check("validators from PyPI", python::set_up),
    Step::check("old browsers", old_browsers),
];
