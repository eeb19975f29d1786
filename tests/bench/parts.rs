//! The core in WebAssembly with two more ways in, which stop before anything leaves the module: what they do not take is
//! spent at the boundary.
#![cfg(target_arch = "wasm32")]

use std::hint::black_box;

use sgii_guide::code::Packed;
use sgii_guide::edition::POLICY;
use sgii_guide::{Decision, Incident, assess};
use wasm_bindgen::prelude::wasm_bindgen;

/// Decides on a packed incident, and says how many steps there are.
#[wasm_bindgen]
pub fn decide(first: u32, second: u32, third: u32, fourth: u32) -> usize {
    incident(first, second, third, fourth).map_or(0, |incident| steps(&assess(&POLICY, incident)))
}

/// The same, and puts the decision into words.
#[cfg(feature = "words")]
#[wasm_bindgen]
pub fn explain(first: u32, second: u32, third: u32, fourth: u32) -> usize {
    incident(first, second, third, fourth).map_or(0, |incident| {
        steps(&sgii_guide::explain::in_words(&POLICY, incident.nation, assess(&POLICY, incident)))
    })
}

fn incident(first: u32, second: u32, third: u32, fourth: u32) -> Option<Incident> {
    Packed([first, second, third, fourth]).incident(&POLICY).ok()
}

fn steps(decision: &Decision) -> usize {
    black_box(decision).now.len()
}
