//! Stamps: how a step knows that what it would make is there already.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};
use data_encoding::HEXLOWER;
use sha2::{Digest, Sha256};

/// A file beside a product that holds the hash of what it was made from.
pub struct Stamp {
    file: PathBuf,
    hash: String,
}

impl Stamp {
    /// The stamp that `file` should hold for a product of these ingredients.
    pub fn of<'a>(file: PathBuf, ingredients: impl IntoIterator<Item = &'a [u8]>) -> Self {
        let mut hash = Sha256::new();
        for ingredient in ingredients {
            hash.update(Sha256::digest(ingredient));
        }
        Self { file, hash: HEXLOWER.encode(&hash.finalize()) }
    }

    /// Whether the product at hand was made from the same.
    pub fn is_current(&self) -> bool {
        fs::read_to_string(&self.file).is_ok_and(|held| held == self.hash)
    }

    /// Marks the product as made. Only for after it was.
    pub fn put(&self) -> Result<()> {
        fs::write(&self.file, &self.hash).with_context(|| format!("could not write {}", self.file.display()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scratch(name: &str) -> PathBuf {
        let file = std::env::temp_dir().join(format!("sgii-stamp-{}-{name}", std::process::id()));
        let _ = fs::remove_file(&file);
        file
    }

    #[test]
    fn a_product_never_made_is_not_current() {
        assert!(!Stamp::of(scratch("new"), [&b"lock"[..]]).is_current());
    }

    #[test]
    fn a_stamp_is_current_until_an_ingredient_changes() {
        let file = scratch("kept");
        assert!(Stamp::of(file.clone(), [&b"lock"[..]]).put().is_ok());
        assert!(Stamp::of(file.clone(), [&b"lock"[..]]).is_current());
        assert!(!Stamp::of(file.clone(), [&b"another lock"[..]]).is_current());
        assert!(!Stamp::of(file.clone(), [&b"lock"[..], b""]).is_current());
        let _ = fs::remove_file(file);
    }

    #[test]
    fn ingredients_do_not_run_into_one_another() {
        let one = Stamp::of(PathBuf::new(), [&b"ab"[..], b"c"]);
        let other = Stamp::of(PathBuf::new(), [&b"a"[..], b"bc"]);
        assert_ne!(one.hash, other.hash);
    }
}
