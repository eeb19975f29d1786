//! Tables as Rust source, and their digests.
//!
//! The `Debug` form of a table is the expression that makes it ([`super::super::table`]).

use super::super::Policy;
use super::super::logic::Logic;
use super::sha256::sha256;

/// The source of the logic's static table.
pub fn logic_source(logic: &Logic) -> String {
    format!("/// The edition's logic.\npub static LOGIC: Logic = {logic:?};\n")
}

/// The source of the words' static table.
pub fn words_source(policy: &Policy) -> String {
    format!("/// The edition's words.\npub static WORDING: Wording = {:?};\n", policy.words)
}

/// SHA-256 in hexadecimal, of the parts one after another, each with its length before it.
pub(super) fn digest<'a>(parts: impl IntoIterator<Item = &'a [u8]>) -> String {
    let measured = |part: &'a [u8]| [(part.len() as u64).to_le_bytes().to_vec(), part.to_vec()];
    sha256(parts.into_iter().flat_map(measured))
}
