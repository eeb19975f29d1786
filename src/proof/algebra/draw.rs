//! Finishings drawn at random, each with the same chance.

use biodivine_lib_bdd::{Bdd, BddPointer, BddValuation};

use super::space::{Bit, FINISHING, Space};
use crate::incident::Incident;
use crate::policy::vocabulary::{Answer, Nation};
use crate::proof::random::Random;

/// The finishings for which something holds that rests on nothing else, ready to be drawn from.
///
/// Every node of the diagram knows how many finishings lie below it, so that a way down is taken as often as finishings
/// lie that way (Knuth, *The Art of Computer Programming*, 7.1.4, algorithm C and exercise 25).
pub struct Draw<'a> {
    space: &'a Space,
    of: &'a Bdd,
    /// Of each node, how many values of the bits from its own on lead to *holds*.
    below: Vec<u128>,
}

impl<'a> Draw<'a> {
    /// Counts what lies below each node. Nodes follow their children.
    pub fn new(space: &'a Space, of: &'a Bdd) -> Self {
        let mut draw = Self { space, of, below: Vec::with_capacity(of.size()) };
        for node in of.pointers() {
            let [low, high] = [false, true].map(|way| draw.down(node, way));
            let below = node.as_bool().map_or(low + high, u128::from);
            draw.below.push(below);
        }
        draw
    }

    /// How many finishings there are to draw from.
    pub fn count(&self) -> u128 {
        self.reached(self.of.root_pointer(), 0)
    }

    /// One of them, as an incident; none where there is none.
    pub fn incident(&self, nation: Nation, random: &mut Random) -> Option<Incident> {
        let valuation = self.valuation(random)?;
        Some((0..self.space.questions).fold(Incident::new(nation), |told, place| {
            let is = |bit| valuation.value(self.space.variable(place, bit));
            let answer = match (is(Bit::Yes), is(Bit::Unsure)) {
                (true, _) => Answer::Yes,
                (false, true) => Answer::Unsure,
                (false, false) => Answer::No,
            };
            told.with(1 << place, answer)
        }))
    }

    fn valuation(&self, random: &mut Random) -> Option<BddValuation> {
        let mut drawn = BddValuation::all_false(self.of.num_vars());
        let mut node = self.of.root_pointer();
        for place in 0..self.space.questions {
            for variable in FINISHING.iter().map(|bit| self.space.variable(place, *bit)) {
                let decides = !node.is_terminal() && self.of.var_of(node) == variable;
                let ways = if decides { [false, true].map(|way| self.down(node, way)) } else { [1, 1] };
                let [low, high] = ways;
                let up = random.evenly_below(low + high) >= low;
                drawn.set_value(variable, up);
                if decides {
                    node = self.child(node, up);
                }
            }
        }
        node.is_one().then_some(drawn)
    }

    /// How many values of the bits after a node's own lead to *holds*, one way.
    fn down(&self, node: BddPointer, way: bool) -> u128 {
        if node.is_terminal() { 0 } else { self.reached(self.child(node, way), self.rank(node) + 1) }
    }

    /// How many values of the bits from a rank on lead to *holds* through a node.
    fn reached(&self, node: BddPointer, rank: usize) -> u128 {
        self.below.get(node.to_index()).copied().unwrap_or(0) << (self.rank(node) - rank)
    }

    fn child(&self, node: BddPointer, way: bool) -> BddPointer {
        if way { self.of.high_link_of(node) } else { self.of.low_link_of(node) }
    }

    /// How many bits of finishings stand before a node's own.
    fn rank(&self, node: BddPointer) -> usize {
        if node.is_terminal() { self.space.questions * FINISHING.len() } else { Space::rank(self.of.var_of(node)) }
    }
}
