//! SHA-256 in hexadecimal, for everything in this crate that needs it.

use sha2::{Digest, Sha256};

/// SHA-256 in hexadecimal, of the pieces one after another.
pub fn sha256<P: AsRef<[u8]>>(pieces: impl IntoIterator<Item = P>) -> String {
    let mut hash = Sha256::new();
    pieces.into_iter().for_each(|piece| hash.update(piece));
    hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}
