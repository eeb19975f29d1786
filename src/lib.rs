//! What a school should do, and why, when a nude or semi-nude image of a child may be going round.
//!
//! A policy, written in TOML and compiled to tables by the build script, says what follows from answers to
//! plain questions. Each takes *yes*, *no* or *not known yet*; one that nobody has answered is a fourth thing.
//! What is concluded is exact over everything that the answers leave open.
//!
//! - [`policy`]: the closed vocabulary, the tables, and the compiler that makes them from `policy/`. Shared
//!   with the build script. Knows nothing of answers given.
//! - [`edition`]: the tables and words of this edition, as the build script compiled them.
//! - [`incident`]: the answers given.
//! - [`code`]: the answers packed, and the case code from which they open again.
//! - [`assess`](mod@assess): from an incident to a [`decision`]. Knows nothing of wording.
//! - [`questions`], [`explain`]: the policy's words for what is asked and for a decision. Know nothing of JavaScript.
//! - [`json`]: incidents from text and to it.
//! - [`case`](mod@case): worked cases, with what people expect of each. Native only.
//! - [`prose`], [`csv`](mod@csv): decisions as text and for a spreadsheet. Native only.
//! - [`schema`]: JSON Schema of incidents and decisions. Native only.
//! - [`say`]: conditions, lists and times in words, each in one way.
//! - [`files`], [`text`], [`visible`]: folders and texts from outside, read with care, and made fit for a terminal.
//!   Native only.
//! - [`proof`]: what holds of the policy over every answer set. Native only.
//! - [`compare`]: what differs between the results of two policies. Native only.
//! - [`publish`]: what is generated for people to read. Native only.
//! - `wasm`: the boundary to JavaScript, and the only file that mentions it. Decides nothing.
//!
//! # Invariants
//!
//! The core reads no clock, storage, file, network or randomness, never sees a name or free text, and cannot
//! fail on well-formed answers. Every conclusion has a rule, every rule a basis and a source.

pub mod assess;
#[cfg(not(target_arch = "wasm32"))]
pub mod case;
pub mod code;
#[cfg(all(feature = "words", not(target_arch = "wasm32")))]
pub mod compare;
#[cfg(all(feature = "words", not(target_arch = "wasm32")))]
pub mod csv;
pub mod decision;
pub mod edition;
#[cfg(feature = "words")]
pub mod explain;
#[cfg(not(target_arch = "wasm32"))]
pub mod files;
pub mod incident;
pub mod json;
pub mod policy;
#[cfg(all(feature = "words", not(target_arch = "wasm32")))]
pub mod proof;
#[cfg(all(feature = "words", not(target_arch = "wasm32")))]
pub mod prose;
#[cfg(all(feature = "words", not(target_arch = "wasm32")))]
pub mod publish;
#[cfg(feature = "words")]
pub mod questions;
pub mod say;
#[cfg(not(target_arch = "wasm32"))]
pub mod schema;
#[cfg(not(target_arch = "wasm32"))]
pub mod text;
#[cfg(not(target_arch = "wasm32"))]
pub mod visible;
#[cfg(target_arch = "wasm32")]
pub mod wasm;

pub use assess::assess;
pub use decision::Decision;
pub use incident::Incident;
