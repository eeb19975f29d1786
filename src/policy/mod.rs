//! The policy as tables: the closed vocabulary, the logic, the words, and the compiler that makes them from
//! the files in `policy/`.
//!
//! Shared with the build script, which includes this folder. Nothing here knows of answers given.

#[cfg(not(target_arch = "wasm32"))]
pub mod compile;
pub mod cube;
pub mod labels;
pub mod logic;
pub mod table;
pub mod vocabulary;
pub mod words;

use logic::Logic;
use words::Wording;

/// One edition of the policy, logic and words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Policy {
    /// What decisions depend on.
    pub logic: Logic,
    /// What is said.
    pub words: Wording,
}
