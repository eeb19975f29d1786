//! What is timed natively: `workload` writes what the others are timed on, `proof` and `assess` time.
//!
//! Each prints a table as lines of fields with a tab between, which `cargo xtask bench` puts together. Times are
//! nanoseconds.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "nothing ships")]

mod assessing;
mod invented;
#[allow(dead_code, unused_imports, reason = "only what every invented policy has is wanted here")]
#[path = "../naive/mod.rs"]
mod naive;
mod proof;
#[path = "../support/mod.rs"]
mod support;
mod timing;
mod workload;

fn main() {
    // Cargo adds `--bench`.
    let words: Vec<String> = std::env::args().skip(1).filter(|word| word != "--bench").collect();
    match words.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["workload", file] => std::fs::write(file, workload::json().to_string()).expect("a folder to write to"),
        ["proof"] => proof::table(),
        ["prove", questions, rules, kind, seed] => proof::prove_invented([questions, rules, kind, seed]),
        ["assess"] => assessing::table(),
        _ => panic!("expected `workload FILE`, `proof` or `assess`: `cargo xtask bench` runs them all"),
    }
}
