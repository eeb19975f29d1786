//! One digest over the decisions on a sample of incidents, which every build of the guide must give.

use serde::Serialize;
use sha2::{Digest, Sha256};

use super::sample;
use crate::json::Told;
use crate::policy::logic::Logic;

/// The first incidents of the sample, a line of JSON each.
pub fn incidents(logic: &Logic, count: usize) -> String {
    sample::incidents(logic).take(count).map(|incident| line(&Told { logic, incident })).collect()
}

/// SHA-256 in hexadecimal over the decisions on these incidents, without words: a line of JSON each, fields in the order
/// in which they are declared and nothing between them, as `JSON.stringify` writes them.
pub fn digest(logic: &Logic, count: usize) -> String {
    let mut hash = Sha256::new();
    for incident in sample::incidents(logic).take(count) {
        hash.update(line(&crate::assess(logic, incident)));
    }
    hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}

fn line<T: Serialize>(value: &T) -> String {
    serde_json::to_string(value).map_or_else(|error| error.to_string(), |text| text + "\n")
}
