//! Boolean functions over answer sets, as reduced ordered decision diagrams.
//!
//! A diagram has one form for each function, so equality is comparison, and counting and quantifying take time in
//! its size (Bryant, *Graph-Based Algorithms for Boolean Function Manipulation*, 1986). A question of three answers
//! is two threshold bits, *at least unsure* and *yes*; the bits of a question stand together in the order, and the
//! questions in the order of the policy (Brayton et al. 1984, section 2.9, on several-valued variables).

mod space;
mod vector;

pub use space::{Bit, FINISHING, GIVEN, Space, WORLD};
pub use vector::{Term, Vector};
