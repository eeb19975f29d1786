//! One digest over the decisions on a sample of incidents. Every build of the guide must give the same.

use serde::Serialize;

use super::sample;
use crate::json::Told;
use crate::policy::Policy;
use crate::policy::compile::sha256::sha256;

/// The first incidents of the sample, a line of JSON each.
pub fn incidents(policy: &Policy, count: usize) -> impl Iterator<Item = String> {
    sample::incidents(policy).take(count).map(move |incident| line(&Told { policy, incident }))
}

/// SHA-256 in hexadecimal over the decisions on these incidents, without words: a line of JSON each, fields in the
/// order in which they are declared and nothing between them, as `JSON.stringify` writes them.
pub fn digest(policy: &Policy, count: usize) -> String {
    sha256(sample::incidents(policy).take(count).map(|incident| line(&crate::assess(policy, incident)) + "\n"))
}

fn line<T: Serialize>(value: &T) -> String {
    serde_json::to_string(value).unwrap_or_else(|error| error.to_string())
}
