//! Exact reasoning about a whole policy: every sentence that it must satisfy, over every answer set. Native only.
//!
//! The rules as written are substituted into decision diagrams. Nothing is taken from the compiled rows, which are then
//! proved to say the same. How code evaluates the tables is not proved here: `tests/agreement.rs` compares it with a
//! second evaluator. Start at [`properties`].

pub mod advice;
pub mod algebra;
pub mod counts;
pub mod known;
pub mod meaning;
pub mod parity;
pub mod partial;
pub mod properties;
pub mod random;
mod report;
pub mod sample;
pub mod spoken;
mod subject;
pub mod text;
mod witness;

pub use report::{Report, report};
pub use subject::{Here, Subject};
pub use witness::Witness;
