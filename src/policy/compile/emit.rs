//! A policy as Rust source, and digests.
//!
//! The `Debug` form of a table is the expression that makes it ([`super::super::table`]).

use super::super::Policy;
use super::sha256::sha256;

/// The source of the policy's static table.
pub fn source(policy: &Policy) -> String {
    format!("/// The edition.\npub static POLICY: Policy = {policy:?};\n")
}

/// SHA-256 in hexadecimal, of the parts one after another, each with its length before it.
pub(super) fn digest<'a>(parts: impl IntoIterator<Item = &'a [u8]>) -> String {
    let measured = |part: &'a [u8]| [(part.len() as u64).to_le_bytes().to_vec(), part.to_vec()];
    sha256(parts.into_iter().flat_map(measured))
}
