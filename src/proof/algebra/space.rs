//! The variables of the diagrams, and the operations on them.

use biodivine_lib_bdd::{Bdd, BddPointer, BddValuation, BddVariable, BddVariableSet, op_function};

use crate::incident::Incident;
use crate::policy::vocabulary::Answer;

/// A bit of a question. Those of one question stand together, in this order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bit {
    /// An answer was given.
    Told,
    /// The answer given is at least unsure.
    ToldUnsure,
    /// The answer given is yes.
    ToldYes,
    /// In a finishing: at least unsure.
    Unsure,
    /// In a finishing: yes.
    Yes,
    /// In a world: yes.
    World,
    /// How it turns out in a world, where a reading makes it *not known*.
    Outcome,
}

/// How many bits a question has.
const BITS: usize = 7;

/// The bits of an answer given.
pub const GIVEN: &[Bit] = &[Bit::Told, Bit::ToldUnsure, Bit::ToldYes];
/// The bits of an answer in a finishing.
pub const FINISHING: &[Bit] = &[Bit::Unsure, Bit::Yes];
/// The bits of an answer in a world.
pub const WORLD: &[Bit] = &[Bit::World, Bit::Outcome];

/// The variables of all answer sets of a policy: as given, in finishings and in worlds.
pub struct Space {
    set: BddVariableSet,
    /// How many questions there are.
    pub questions: usize,
}

impl Space {
    /// The space of so many questions.
    pub fn new(questions: usize) -> Self {
        let bits = u16::try_from(questions * BITS).unwrap_or(u16::MAX);
        Self { set: BddVariableSet::new_anonymous(bits), questions }
    }

    /// The variable of a bit.
    pub fn variable(&self, place: usize, bit: Bit) -> BddVariable {
        BddVariable::from_index(place * BITS + bit as usize)
    }

    /// A bit as a function.
    pub fn is(&self, place: usize, bit: Bit) -> Bdd {
        self.set.mk_var(self.variable(place, bit))
    }

    /// The function that is true everywhere.
    pub fn always(&self) -> Bdd {
        self.set.mk_true()
    }

    /// The function that is true nowhere.
    pub fn never(&self) -> Bdd {
        self.set.mk_false()
    }

    /// Whether one of several holds.
    pub fn any(&self, of: impl IntoIterator<Item = Bdd>) -> Bdd {
        balanced(of.into_iter().collect(), &Bdd::or).unwrap_or_else(|| self.never())
    }

    /// Whether all of several hold.
    pub fn all(&self, of: impl IntoIterator<Item = Bdd>) -> Bdd {
        balanced(of.into_iter().collect(), &Bdd::and).unwrap_or_else(|| self.always())
    }

    /// Whether both hold for some value of these bits: the relational product.
    pub fn some(&self, left: &Bdd, right: &Bdd, bits: &[Bit]) -> Bdd {
        Bdd::binary_op_with_exists_trigger(left, right, among(bits), op_function::and)
    }

    /// Whether the one implies the other for all values of these bits.
    pub fn every(&self, left: &Bdd, right: &Bdd, bits: &[Bit]) -> Bdd {
        Bdd::binary_op_with_for_all_trigger(left, right, among(bits), op_function::imp)
    }

    /// Whether it holds for some value of these bits.
    pub fn exists(&self, of: &Bdd, bits: &[Bit]) -> Bdd {
        of.exists_trigger(among(bits))
    }

    /// A function with the answer to one question of a finishing fixed.
    pub fn answered(&self, of: &Bdd, place: usize, answer: Answer) -> Bdd {
        of.restrict(&[
            (self.variable(place, Bit::Unsure), answer >= Answer::Unsure),
            (self.variable(place, Bit::Yes), answer == Answer::Yes),
        ])
    }

    /// A function with the answer given to one question fixed, or fixed to none.
    pub fn told(&self, of: &Bdd, place: usize, answer: Option<Answer>) -> Bdd {
        of.restrict(&[
            (self.variable(place, Bit::Told), answer.is_some()),
            (self.variable(place, Bit::ToldUnsure), answer >= Some(Answer::Unsure)),
            (self.variable(place, Bit::ToldYes), answer == Some(Answer::Yes)),
        ])
    }

    /// Changes one answer of a finishing.
    pub fn answer(&self, at: &mut BddValuation, place: usize, answer: Answer) {
        at.set_value(self.variable(place, Bit::Unsure), answer >= Answer::Unsure);
        at.set_value(self.variable(place, Bit::Yes), answer == Answer::Yes);
    }

    /// Whether a function depends on a bit.
    pub fn turns(&self, of: &Bdd, place: usize, bit: Bit) -> Bdd {
        let at = |value| of.var_restrict(self.variable(place, bit), value);
        at(true).xor(&at(false))
    }

    /// The valuation of answers given.
    pub fn valuation(&self, incident: &Incident) -> BddValuation {
        let mut valuation = BddValuation::all_false(self.set.num_vars());
        for (question, answer) in incident.told() {
            let place = question.place();
            valuation.set(self.variable(place, Bit::Told));
            valuation.set_value(self.variable(place, Bit::ToldUnsure), answer >= Answer::Unsure);
            valuation.set_value(self.variable(place, Bit::ToldYes), answer == Answer::Yes);
        }
        valuation
    }

    /// For how many values of these bits of all questions a function holds, which may depend on no others. Exact up to
    /// 2^128.
    pub fn count(&self, of: &Bdd, bits: &[Bit]) -> u128 {
        let others = self.questions * (BITS - bits.len());
        u128::try_from(of.exact_cardinality() >> others).unwrap_or(u128::MAX)
    }

    /// The valuation of least weight at which a function holds: with the fewest answers given, and of those the fewest
    /// other than no.
    pub fn least(&self, of: &Bdd) -> Option<BddValuation> {
        let mut costs: Vec<u32> = Vec::with_capacity(of.size());
        for node in of.pointers() {
            let cost = match node.as_bool() {
                Some(holds) => {
                    if holds {
                        0
                    } else {
                        NEVER
                    }
                }
                None => cheaper(of, node, &costs).1,
            };
            costs.push(cost);
        }
        let mut least = BddValuation::all_false(self.set.num_vars());
        let mut node = of.root_pointer();
        while !node.is_terminal() {
            let (high, _) = cheaper(of, node, &costs);
            least.set_value(of.var_of(node), high);
            node = if high { of.high_link_of(node) } else { of.low_link_of(node) };
        }
        node.is_one().then_some(least)
    }
}

/// A cost that no path has.
const NEVER: u32 = u32::MAX / 2;

/// Whether the high branch of a node is the cheaper one, and what the cheaper one costs. Children stand before their
/// parents.
fn cheaper(of: &Bdd, node: BddPointer, costs: &[u32]) -> (bool, u32) {
    let cost = |to: BddPointer| costs.get(to.to_index()).copied().unwrap_or(NEVER);
    let low = cost(of.low_link_of(node));
    let high = cost(of.high_link_of(node)).saturating_add(weight(of.var_of(node))).min(NEVER);
    (high < low, low.min(high))
}

fn weight(variable: BddVariable) -> u32 {
    match variable.to_index() % BITS {
        told if told == Bit::Told as usize => 64,
        outcome if outcome == Bit::Outcome as usize => 0,
        _ => 1,
    }
}

fn among(bits: &[Bit]) -> impl Fn(BddVariable) -> bool {
    move |variable| bits.iter().any(|bit| variable.to_index() % BITS == *bit as usize)
}

/// Joins a list pairwise, neighbours first, so that the intermediate diagrams stay small.
fn balanced(mut of: Vec<Bdd>, join: &dyn Fn(&Bdd, &Bdd) -> Bdd) -> Option<Bdd> {
    while of.len() > 1 {
        of = of
            .chunks(2)
            .filter_map(|pair| match pair {
                [left, right] => Some(join(left, right)),
                _ => pair.first().cloned(),
            })
            .collect();
    }
    of.pop()
}
