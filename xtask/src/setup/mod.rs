//! Set-up: what each command needs on the machine, looked for first and installed where it is missing.

mod bindings;
mod chromium;
mod components;
mod debian;
mod java;
mod node;
pub mod programs;
mod python;
mod wasm_pack;
mod wasm_target;

pub use chromium::find as chromium;
pub use java::find as java;
pub use node::{install as npm_ci, set_up_lighthouse as lighthouse};
pub use python::tool as python_tool;

use crate::plan::Step;
use crate::schedule::Load;

pub const NODE: Step = Step::new("Node for tests", node::check_for_tests);
pub const NPM: Step = Step::new("npm tools", node::set_up).takes(Load::Network);
pub const COMPONENTS: Step = Step::new("Rust's formatter and linter", components::set_up).takes(Load::Network);
pub const WASM_TARGET: Step = Step::new("WebAssembly target", wasm_target::set_up).takes(Load::Network);
pub const BINDINGS: Step = Step::new("bindings tools", bindings::set_up).takes(Load::Machine);
pub const WASM_PACK: Step = Step::new("wasm-pack", wasm_pack::set_up).needs(&[WASM_TARGET]).takes(Load::Machine);
pub const CHROMIUM: Step = Step::new("Chromium", chromium::set_up).takes(Load::Network);
pub const FIREFOX: Step = Step::new("Firefox", programs::set_up_firefox).takes(Load::Network);
pub const WEBKIT: Step = Step::new("WebKitGTK", programs::set_up_webkit).takes(Load::Network);
pub const SCREEN: Step = Step::new("screen to print from", programs::set_up_screen).takes(Load::Network);
pub const JAVA: Step = Step::new("Java", java::set_up).takes(Load::Network);
pub const NPM_VALIDATORS: Step = Step::new("validators from npm", node::set_up_validators).takes(Load::Network);
pub const PYTHON_VALIDATORS: Step = Step::new("validators from PyPI", python::set_up).takes(Load::Network);
pub const OLD_BROWSERS: Step = Step::new("old browsers", node::set_up_old_browsers).takes(Load::Network);

/// The WebAssembly target from Debian's packages, as a machine without rustup has it. It stands in for the other.
const DEBIAN_TARGET: Step = Step::new(WASM_TARGET.name, wasm_target::set_up_from_debian).takes(Load::Network);

/// What building and serving need.
pub const FOR_BUILD: &[Step] = &[NPM, WASM_TARGET, BINDINGS];

/// The same, by the WebAssembly target from Debian.
pub const FOR_BUILD_BY_DEBIAN: &[Step] = &[NPM, DEBIAN_TARGET, BINDINGS];

/// What timing needs: the page is timed in Chromium.
pub const FOR_BENCH: &[Step] = &[NODE, CHROMIUM];

/// What making and trying the npm package needs.
pub const FOR_PACKAGE: &[Step] = &[NODE, WASM_PACK, CHROMIUM];

/// What the quick tests need: Rust's own checkers, and what the page's script is checked with.
pub const FOR_QUICK_TEST: &[Step] = &[COMPONENTS, NPM_VALIDATORS];

/// What testing needs: a newer Node, Rust's own checkers and browsers. Only Chromium has to be there.
pub const FOR_TEST: &[Step] =
    &[NODE, COMPONENTS, CHROMIUM, FIREFOX, WEBKIT, SCREEN, JAVA, NPM_VALIDATORS, PYTHON_VALIDATORS, OLD_BROWSERS];
