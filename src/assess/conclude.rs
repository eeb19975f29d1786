//! The bounds of the response and the possible values of the other axes, exactly.
//!
//! For each answer to the question of fit the response is monotone in every other answer, so its lower bound is its
//! value at the least finishing, and its upper bound its value at the greatest finishing or world. A value of another
//! axis is possible if one of its rows and the space of worlds have a point in common.

use super::situation::Situation;
use crate::decision::Bounds;
use crate::policy::cube::{Cube, Questions};
use crate::policy::logic::Row;
use crate::policy::set::Set;
use crate::policy::vocabulary::{Nation, OnAxis, Response};

impl Situation<'_> {
    /// The least and the greatest possible response.
    pub fn bounds(&self) -> Bounds {
        Bounds { at_least: self.at_least(), at_most: self.at_most() }
    }

    /// `None` sorts first: a finishing in which no row is met is less than any response.
    pub fn at_least(&self) -> Option<Response> {
        let least = self.by_fit(self.finishings).map(|space| self.level(space.least(Questions::NONE)));
        least.min().flatten()
    }

    pub fn at_most(&self) -> Option<Response> {
        let finishings = self.by_fit(self.finishings).map(|space| self.level(space.greatest()));
        let worlds = self.by_fit(self.worlds).map(|space| self.level_in_world(space.greatest()));
        finishings.chain(worlds).max().flatten()
    }

    /// The response at a finishing.
    pub fn level(&self, point: Cube) -> Option<Response> {
        greatest(&self.policy.rows.response, self.incident.nation, point)
    }

    /// The response in a world. An answer that a reading makes *not known* counts as its worst.
    pub fn level_in_world(&self, point: Cube) -> Option<Response> {
        greatest(&self.policy.response_in_worlds, self.incident.nation, point)
    }

    /// The values of an axis that some world has.
    pub fn possible<V: OnAxis>(&self) -> Set<V> {
        let rows = &self.policy.rows[V::AXIS];
        let met = rows.iter().filter(|row| self.holds_here(row) && row.cube.touches(&self.worlds));
        met.filter_map(|row| V::of(row.to)).collect()
    }

    /// Whether a row holds in the incident's nation.
    pub fn holds_here(&self, row: &Row) -> bool {
        row.nations.contains(self.incident.nation)
    }
}

/// The greatest value whose row holds at a point. Rows stand with the greatest value first, so it is that of the first
/// row met.
fn greatest(rows: &[Row], nation: Nation, point: Cube) -> Option<Response> {
    let met = rows.iter().find(|row| row.nations.contains(nation) && point.is_within(&row.cube));
    met.and_then(|row| Response::of(row.to))
}
