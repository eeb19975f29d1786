//! The second opinion: a naive evaluator, written from the policy's rows and the definitions alone.
//!
//! It shares no line with the crate. It reads the TOML, lists every finishing and every world of an incident one by one, and
//! looks. Clarity comes before speed: [`policy`] reads, [`cases`] lists, [`verdict`] judges one vector, [`known`] gathers what
//! is so over all of them, [`open`] says what turns on what, [`decision`] puts it together. [`invent`] makes policies up.

pub mod cases;
pub mod decision;
pub mod invent;
pub mod known;
pub mod open;
pub mod policy;
pub mod verdict;

pub use decision::{conclude, decide};
pub use known::Known;
pub use policy::{Answer, Given, Policy};
pub use verdict::Judge;
