//! The differences between two policies in results. Native only.
//!
//! Results are compared over every complete answer set, with the decision diagrams of [`proof`](crate::proof): exact
//! counts, and one smallest example each. Both policies are first brought onto one list of questions (`align`). Whether
//! rules, words or files differ as written, the stamps say; where, the review packs show. Start at [`Diff::of`].

mod align;
mod example;
mod moves;
mod results;
mod said;
mod side;
mod text;
mod version;

use serde::Serialize;

pub use example::Example;
pub use moves::{Move, Rules};
pub use said::Shown;
use side::Pair;
pub use version::{Stamp, Version};

/// The differences between two policies.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Diff {
    /// The policy before.
    pub old: Stamp,
    /// The policy now.
    pub new: Stamp,
    /// Whether the two are the same to the letter.
    pub same: bool,
    /// Questions that only the policy before has. Results are compared as if both had them.
    pub only_old: Vec<String>,
    /// Questions that only the policy now has.
    pub only_new: Vec<String>,
    /// Answer sets whose result differs.
    pub moves: Vec<Move>,
    /// Answer sets at which something is newly said, or is no longer said.
    pub said: Vec<Shown>,
}

impl Diff {
    /// Compares two policies.
    ///
    /// # Errors
    ///
    /// When the two have together more questions than a table holds.
    pub fn of(old: &Version, new: &Version) -> Result<Self, String> {
        let (stamps, ids) = ([old.stamp(), new.stamp()], [old.questions(), new.questions()]);
        let only =
            |these: &[String], those: &[String]| these.iter().filter(|id| !those.contains(id)).cloned().collect();
        let [old_ids, new_ids] = &ids;
        let (mut moves, mut said) = (Vec::new(), Vec::new());
        // Equal rules give equal results, and need no comparison.
        if old.policy.edition.rules != new.policy.edition.rules {
            let aligned = align::together(old, new)?;
            let pair = Pair::new(&aligned);
            (moves, said) = (moves::all(&pair), said::all(&pair));
        }
        let same = old.policy.edition.sha256 == new.policy.edition.sha256;
        let (only_old, only_new) = (only(old_ids, new_ids), only(new_ids, old_ids));
        let [old, new] = stamps;
        Ok(Self { old, new, same, only_old, only_new, moves, said })
    }

    /// The comparison as a text for a board to read, in the words of the two policies.
    pub fn text(&self, old: &Version, new: &Version) -> String {
        text::text(self, [old, new])
    }
}
