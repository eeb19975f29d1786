//! Answer sets whose result differs: from which to which, how many, by which rules.

use biodivine_lib_bdd::{Bdd, BddValuation};
use serde::Serialize;

use super::example::Example;
use super::side::{Both, Pair, Side};
use crate::policy::entry::Entry;
use crate::policy::logic::Rule;
use crate::policy::set::Set;
use crate::policy::table::Text;
use crate::policy::vocabulary::{Axis, Nation, Response, Value, Word};
use crate::proof::Here;

/// Answer sets that went from one result to another.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Move {
    /// The nation.
    pub nation: Nation,
    /// The axis.
    #[serde(serialize_with = "by_id")]
    pub axis: Axis,
    /// Whether what moved is the most urgent response still possible while something is not known, and not the response
    /// itself.
    pub at_most: bool,
    /// The values possible before. The response has one, or none if another route is taken.
    pub from: Vec<&'static str>,
    /// The values possible now.
    pub to: Vec<&'static str>,
    /// How many complete answer sets; written as a string of digits, because there may be more than a JavaScript number
    /// holds.
    #[serde(serialize_with = "digits")]
    pub answer_sets: u128,
    /// The smallest of them.
    pub example: Example,
    /// The rules that make the difference there.
    pub rules: Rules,
}

/// How the rules that are met at an answer set differ.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Rules {
    /// Met before, and not now.
    pub lost: Vec<String>,
    /// Met now, and not before.
    pub gained: Vec<String>,
    /// Met before and now, but changed.
    pub changed: Vec<String>,
}

fn by_id<S: serde::Serializer>(axis: &Axis, to: S) -> Result<S::Ok, S::Error> {
    to.serialize_str(axis.id())
}

pub(super) fn digits<S: serde::Serializer>(number: &u128, to: S) -> Result<S::Ok, S::Error> {
    to.serialize_str(&number.to_string())
}

/// Every move, axis by axis, those of most answer sets first.
pub(super) fn all(pair: &Pair<'_>) -> Vec<Move> {
    let of_axis = |both: &Both<'_>, axis: Axis| pair.moves(both, axis, false, &both.sets);
    let mut moves: Vec<Move> = Vec::new();
    for both in pair.nations() {
        moves.extend(Axis::ALL.iter().flat_map(|axis| of_axis(&both, *axis)));
        moves.extend(pair.moves(&both, Axis::Response, true, &pair.same_response(&both)));
    }
    moves.sort_by_key(|found| (found.axis, found.at_most, std::cmp::Reverse(found.answer_sets)));
    moves
}

/// A rule as it is written.
type Written = Entry<Rule, Text>;

/// A result, and the answer sets that have it.
type Part = (Vec<&'static str>, Bdd);

impl Pair<'_> {
    fn moves(&self, both: &Both<'_>, axis: Axis, at_most: bool, sets: &Bdd) -> Vec<Move> {
        let old = self.old.values(both.old, axis, at_most);
        let new = self.new.values(both.new, axis, at_most);
        let differ = self.space().any(old.iter().zip(&new).map(|(old, new)| old.xor(new))).and(sets);
        if differ.is_false() {
            return Vec::new();
        }
        let ids: Vec<_> = Value::of(axis).map(Value::id).collect();
        let (old, new) = (parts(&ids, &old, &differ), parts(&ids, &new, &differ));
        let pairs = old.iter().flat_map(|old| new.iter().map(move |new| (old, new)));
        pairs.filter_map(|(old, new)| self.one(both, axis, at_most, old, new)).collect()
    }

    fn one(&self, both: &Both<'_>, axis: Axis, at_most: bool, old: &Part, new: &Part) -> Option<Move> {
        let moved = old.1.and(&new.1);
        let (example, at) = self.example(&moved)?;
        Some(Move {
            nation: both.new.nation,
            axis,
            at_most,
            from: old.0.clone(),
            to: new.0.clone(),
            answer_sets: self.new.subject.count(&moved),
            example,
            rules: self.rules(both, axis, &at),
        })
    }

    /// The answer sets with the same response before and now.
    fn same_response(&self, both: &Both<'_>) -> Bdd {
        let old = self.old.values(both.old, Axis::Response, false);
        let new = self.new.values(both.new, Axis::Response, false);
        both.sets.and_not(&self.space().any(old.iter().zip(&new).map(|(old, new)| old.xor(new))))
    }

    fn rules(&self, both: &Both<'_>, axis: Axis, at: &BddValuation) -> Rules {
        let old = self.old.rules_met(both.old, axis, at);
        let new = self.new.rules_met(both.new, axis, at);
        let without = |these: &[&Written], those: &[&Written]| {
            let only = these.iter().filter(|rule| !those.iter().any(|other| other.id == rule.id));
            only.map(|rule| rule.id.to_string()).collect()
        };
        let meant = |rule: &Rule| (rule.to, rule.nations, rule.cube, rule.inside_only);
        let differs = |one: &Written, two: &Written| one.id == two.id && meant(&one.logic) != meant(&two.logic);
        let is_changed = |rule: &&&Written| old.iter().any(|other| differs(other, rule));
        let changed = new.iter().filter(is_changed).map(|rule| rule.id.to_string()).collect();
        Rules { lost: without(&old, &new), gained: without(&new, &old), changed }
    }
}

impl Side<'_> {
    /// Each value of an axis, with the complete answer sets at which it is possible.
    fn values(&self, here: &Here, axis: Axis, at_most: bool) -> Vec<Bdd> {
        let subject = &self.subject;
        let possible = |values: &[Bdd]| -> Vec<Bdd> {
            values.iter().map(|value| self.asked(&subject.in_some_world(value))).collect()
        };
        if axis != Axis::Response {
            return possible(&here.meaning.on[axis]);
        }
        let levels = if at_most { &here.at_most } else { &here.meaning.on.response };
        let exactly = |level: &Response| self.asked(&subject.among(levels, Set::only(*level)));
        Response::ALL.iter().map(exactly).collect()
    }
}

/// The answer sets of `among`, split by which values hold at them.
fn parts(ids: &[&'static str], values: &[Bdd], among: &Bdd) -> Vec<Part> {
    ids.iter().zip(values).fold(vec![(Vec::new(), among.clone())], |parts, (id, value)| {
        let split = parts.into_iter().flat_map(|(names, sets)| {
            let more = names.iter().copied().chain([*id]).collect();
            [(more, sets.and(value)), (names, sets.and_not(value))]
        });
        split.filter(|(_, sets)| !sets.is_false()).collect()
    })
}
