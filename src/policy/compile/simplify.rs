//! Makes the rows of an axis few and wide without changing the result of any answer set.
//!
//! Expand, then make irredundant: two of the three passes of Espresso (Brayton et al. 1984, chapter 4), nation by
//! nation. Every decision looks at every row, so a redundant row costs time in each.

use super::super::cube::{Cube, Question, Questions};
use super::super::logic::Row;
use super::super::set::Set;
use super::super::vocabulary::{Answer, Nation, Value, Word};
use super::cover::gap;

/// The rows of one axis, and when one row may stand in for another.
pub(super) struct Table {
    /// The answer sets that matter.
    pub space: Cube,
    /// The question of fit. Rows are widened there last, because reasoning splits by its answer.
    pub fit: Option<Question>,
    /// Whether rows with the first value may take answer sets from rows with the second.
    pub yields: fn(Value, Value) -> bool,
}

impl Table {
    /// The simplified rows.
    pub fn simplify(&self, rows: &[Row]) -> Vec<Row> {
        let mut simple: Vec<Row> = Vec::new();
        for nation in Nation::ALL {
            let here = rows.iter().filter(|row| row.nations.contains(*nation));
            let here: Vec<Row> = here.map(|row| Row { nations: Set::only(*nation), ..*row }).collect();
            self.irredundant(self.expanded(&here)).into_iter().for_each(|row| add(&mut simple, row));
        }
        simple.sort_by_key(|row| std::cmp::Reverse(row.to));
        simple
    }

    /// Each row, widened as far as the other rows allow.
    fn expanded(&self, rows: &[Row]) -> Vec<Row> {
        let mut wide = rows.to_vec();
        for place in 0..wide.len() {
            let Some(row) = wide.get(place).copied() else { continue };
            let cover = self.cover(&wide, row.to);
            let (cells, fit) = (row.cube.concerns(), Questions::from(self.fit));
            let cells = cells.without(fit).iter().chain(cells.meet(fit).iter());
            let cube = cells.fold(row.cube, |cube, cell| self.raised(cube, cell, &cover));
            if let Some(row) = wide.get_mut(place) {
                row.cube = cube;
            }
        }
        wide
    }

    /// A cube that accepts every answer to one question that `cover` allows; all three if it accepts those that matter.
    fn raised(&self, cube: Cube, cell: Question, cover: &[Cube]) -> Cube {
        let counting = self.space.at(cell);
        let taken = |answer: &Answer| gap(cube.fixed(cell, *answer).meet(self.space), cover).is_none();
        let accepted = cube.at(cell).union(counting.iter().filter(taken).collect());
        cube.with(cell, if counting.is_within(accepted) { Set::<Answer>::every() } else { accepted })
    }

    /// The rows without those that others cover. From the back, as the most urgent stand first.
    fn irredundant(&self, rows: Vec<Row>) -> Vec<Row> {
        let mut kept = rows;
        for place in (0..kept.len()).rev() {
            let row = kept.remove(place);
            if gap(row.cube.meet(self.space), &self.cover(&kept, row.to)).is_some() {
                kept.insert(place, row);
            }
        }
        kept
    }

    /// The cubes of the rows that may stand in for one that leads to `to`.
    fn cover(&self, rows: &[Row], to: Value) -> Vec<Cube> {
        rows.iter().filter(|row| (self.yields)(row.to, to)).map(|row| row.cube).collect()
    }
}

/// Adds a row, or its nation to the same row.
pub(super) fn add(rows: &mut Vec<Row>, new: Row) {
    match rows.iter_mut().find(|row| row.to == new.to && row.cube == new.cube) {
        Some(row) => row.nations = row.nations.union(new.nations),
        None => rows.push(new),
    }
}
