//! The two policies over the same answer sets.
//!
//! If the two ask a question under different conditions, an answer set of the one may answer what the other does not
//! ask. Such an answer is set aside there, as the guide sets it aside: it counts as no.

use biodivine_lib_bdd::{Bdd, BddValuation};

use crate::policy::Policy;
use crate::policy::entry::Entry;
use crate::policy::logic::Rule;
use crate::policy::table::Text;
use crate::policy::vocabulary::{Answer, Axis};
use crate::proof::algebra::{Bit, Space};
use crate::proof::{Here, Subject};

/// A policy under comparison.
pub(super) struct Side<'a> {
    pub subject: Subject<'a>,
    /// The questions that do not always apply; those that depend on others come first.
    gated: Vec<usize>,
}

/// Both, before and now.
pub(super) struct Pair<'a> {
    pub old: Side<'a>,
    pub new: Side<'a>,
}

/// Both policies in one nation, with the answer sets that are complete in either.
pub(super) struct Both<'p> {
    pub old: &'p Here,
    pub new: &'p Here,
    pub sets: Bdd,
}

impl<'a> Pair<'a> {
    pub fn new(aligned: &'a [Policy; 2]) -> Self {
        let [before, now] = aligned;
        let (mut old, mut new) = (Side::new(before), Side::new(now));
        // If the same answer sets are complete in both, no answer has to be set aside.
        if old.subject.complete == new.subject.complete {
            (old.gated, new.gated) = (Vec::new(), Vec::new());
        }
        Self { old, new }
    }

    pub fn space(&self) -> &Space {
        &self.new.subject.space
    }

    pub fn nations(&self) -> impl Iterator<Item = Both<'_>> {
        let both = self.old.subject.nations.iter().zip(&self.new.subject.nations);
        both.map(|(old, new)| Both { old, new, sets: old.complete.or(&new.complete) })
    }
}

impl<'a> Side<'a> {
    fn new(policy: &'a Policy) -> Self {
        Self { subject: Subject::new(policy), gated: gated(policy) }
    }

    /// The answer sets of either policy at which `of` holds, after answers to questions that this one does not ask are
    /// set aside.
    pub fn asked(&self, of: &Bdd) -> Bdd {
        let space = &self.subject.space;
        self.gated.iter().fold(of.clone(), |of, place| match self.subject.open.get(*place) {
            Some(open) => Bdd::if_then_else(open, &of, &space.answered(&of, *place, Answer::No)),
            None => of,
        })
    }

    /// An answer set without the answers to questions that this policy does not ask.
    fn set_aside(&self, at: &BddValuation) -> BddValuation {
        let mut at = at.clone();
        for place in self.gated.iter().rev() {
            if self.subject.open.get(*place).is_some_and(|open| !open.eval_in(&at)) {
                self.subject.space.answer(&mut at, *place, Answer::No);
            }
        }
        at
    }

    /// The rules of an axis that are met at an answer set, or in a world of it.
    pub fn rules_met(&self, here: &Here, axis: Axis, at: &BddValuation) -> Vec<&Entry<Rule, Text>> {
        let worlds = self.worlds(&self.set_aside(at));
        let (subject, rules) = (&self.subject, &self.subject.policy.rules[axis]);
        let written = &subject.written;
        let met: Vec<Bdd> = match axis {
            Axis::Scope | Axis::Recording => written.on[axis].clone(),
            Axis::Response => {
                let either = written.on.response.iter().zip(&written.response_in_world);
                either.map(|(now, then)| now.or(then)).collect()
            }
            Axis::Typology => {
                let first = written.first_met(&subject.space, rules, here.nation);
                first.into_iter().map(|(_, met)| met).collect()
            }
        };
        let here = |rule: &Rule| rule.nations.contains(here.nation);
        let met = rules.iter().zip(&met).filter(|(rule, met)| here(&rule.logic) && !met.and(&worlds).is_false());
        met.map(|(rule, _)| rule).collect()
    }

    /// An answer set with its worlds.
    fn worlds(&self, at: &BddValuation) -> Bdd {
        let space = &self.subject.space;
        let fixed = |place: usize, bit: Bit, value: bool| {
            let is = space.is(place, bit);
            if value { is } else { is.not() }
        };
        space.all((0..space.questions).flat_map(|place| {
            let value = |bit| at.value(space.variable(place, bit));
            let (unsure, yes) = (value(Bit::Unsure), value(Bit::Yes));
            let world = (unsure == yes).then(|| fixed(place, Bit::World, yes));
            [fixed(place, Bit::Unsure, unsure), fixed(place, Bit::Yes, yes)].into_iter().chain(world)
        }))
    }
}

/// The questions that do not always apply, deepest first, so that each comes before those that open it.
fn gated(policy: &Policy) -> Vec<usize> {
    let depths = depths(policy).into_iter().zip(0..);
    let mut gated: Vec<(usize, usize)> = depths.filter(|(depth, _)| *depth > 0).collect();
    gated.sort_unstable_by(|one, two| two.cmp(one));
    gated.into_iter().map(|(_, place)| place).collect()
}

/// For each question 0 if it always applies, else one more than the deepest of those that open it.
fn depths(policy: &Policy) -> Vec<usize> {
    let mut depths = vec![0_usize; policy.questions.len()];
    // In the order of two policies together a question may come before one that opens it, so one pass is too few.
    for _ in 0..policy.questions.len() {
        for (here, question) in policy.questions.iter().enumerate() {
            let parents = question.logic.parents();
            let parents = parents.iter().filter_map(|parent| depths.get(parent.place()));
            let depth = parents.max().map_or(0, |deepest| deepest + 1);
            if let Some(own) = depths.get_mut(here) {
                *own = depth;
            }
        }
    }
    depths
}
