//! The review pack: the whole policy as a document that people can read, mark and sign.
//!
//! Every part is made of blocks ([`document`]), which are written twice: as Markdown, to be committed and compared, and
//! as HTML, to be printed. The words come from the policy; only the text that explains the document itself is written
//! here.

mod advice;
mod board;
mod cases;
mod decisions;
pub mod document;
mod html;
mod limits;
mod markdown;
mod nations;
mod opening;
mod others;
mod proved;
mod questions;
mod rules;
mod signing;
mod sourced;
mod sources;
mod speech;
mod when;

use document::Document;
pub use proved::Proved;

use crate::case::Case;
use crate::edition::POLICY;
use crate::policy::register::Register;

/// The remark at the head of the file: which command wrote it, and from what.
const WRITTEN: &str = "<!-- Written by `cargo run --bin sgii -- review` from policy/*.toml and policy/cases/. \
                       Change those, then run it again. -->";

/// The review pack of the edition that this crate carries, with worked cases and with what has been proved.
pub fn pack(cases: &[Case], proved: &[Proved]) -> Document {
    pack_of(&POLICY, cases, proved)
}

/// The same with the entries of another register, of which those of a kind that no part knows stand in a part of their own.
pub fn pack_of(register: &dyn Register, cases: &[Case], proved: &[Proved]) -> Document {
    let mut parts = vec![decisions::part(), board::part(), nations::part(), sources::part()];
    parts.extend([questions::part(), questions::readings()]);
    parts.extend(rules::parts());
    parts.extend([advice::never(), advice::steps(), advice::routes(), advice::people(), advice::call()]);
    parts.push(advice::contradictions());
    parts.extend([limits::contacts(), limits::left_out(), limits::unpublished(), limits::other_words()]);
    parts.extend(others::part(register));
    parts.extend(cases::part(cases));
    parts.extend(proved::part(proved));
    parts.push(signing::part());
    Document {
        title: format!("Review pack: {}", POLICY.wording.title),
        written: WRITTEN,
        foot: opening::foot(),
        opening: opening::opening(),
        parts,
    }
}
