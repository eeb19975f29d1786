//! Where advice is newly said, and where it is no longer said.

use std::cell::OnceCell;

use biodivine_lib_bdd::Bdd;
use serde::Serialize;

use super::example::Example;
use super::moves::digits;
use super::side::{Both, Pair};
use crate::policy::logic::Advice;
use crate::policy::table::Text;
use crate::policy::vocabulary::Nation;
use crate::proof::spoken::All;

/// Answer sets at which something is said in one policy and not in the other.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Shown {
    /// Its kind, for example `step`.
    pub kind: &'static str,
    /// Its identifier.
    pub id: String,
    /// The nation.
    pub nation: Nation,
    /// Whether it is said now and was not before; otherwise it was and is not.
    pub gained: bool,
    /// Whether the condition is written as before, so that something that it depends on has moved.
    pub as_written: bool,
    /// How many complete answer sets, as a string of digits; none if it differs only while questions are unanswered.
    #[serde(serialize_with = "digits")]
    pub answer_sets: u128,
    /// The smallest of them.
    pub example: Example,
}

/// Everything that is said at other answer sets than before, in the order of the new policy; what only the old one has
/// comes last.
pub(super) fn all(pair: &Pair<'_>) -> Vec<Shown> {
    let old: Vec<Said<'_>> = pair.old.subject.policy.advice().collect();
    let new: Vec<Said<'_>> = pair.new.subject.policy.advice().collect();
    let gone = old.iter().filter(|found| advice(&new, found).is_none());
    let both = |said| [&old, &new].map(|list| advice(list, said));
    let all = new.iter().chain(gone);
    let items: Vec<Item<'_>> = all.map(|said| Item { kind: said.0, id: said.1, advice: both(said) }).collect();
    let nations: Vec<_> = pair.nations().collect();
    let stands: Vec<_> = nations.iter().map(|both| Stand::new(pair, both)).collect();
    items.iter().flat_map(|item| stands.iter().flat_map(|stand| stand.shown(item))).collect()
}

/// Something said: its kind, its identifier and when.
type Said<'a> = (&'static str, &'a Text, &'a Advice);

/// The advice of an item in a list, if it is there.
fn advice<'l>(list: &[Said<'l>], wanted: &Said<'_>) -> Option<&'l Advice> {
    let found = list.iter().find(|(kind, id, _)| (*kind, *id) == (wanted.0, wanted.1));
    found.map(|(_, _, advice)| *advice)
}

struct Item<'a> {
    kind: &'static str,
    id: &'a str,
    /// When it was said before and is now.
    advice: [Option<&'a Advice>; 2],
}

impl Item<'_> {
    fn is_as_written(&self) -> bool {
        matches!(self.advice, [Some(old), Some(new)] if old == new)
    }

    fn path(&self) -> String {
        format!("{}/{}", self.kind, self.id)
    }
}

/// Everything that either policy says in one nation.
struct Stand<'p, 'a> {
    pair: &'p Pair<'a>,
    both: &'p Both<'p>,
    old: All<'p>,
    new: All<'p>,
    partial: OnceCell<[All<'p>; 2]>,
}

impl<'p, 'a> Stand<'p, 'a> {
    fn new(pair: &'p Pair<'a>, both: &'p Both<'p>) -> Self {
        let old = All::complete(&pair.old.subject, both.old);
        let new = All::complete(&pair.new.subject, both.new);
        Self { pair, both, old, new, partial: OnceCell::new() }
    }

    fn shown(&self, item: &Item<'_>) -> Vec<Shown> {
        let path = item.path();
        let old = self.pair.old.asked(&self.old.at(&self.pair.old.subject, &path));
        let new = self.pair.new.asked(&self.new.at(&self.pair.new.subject, &path));
        let sides = [(true, new.and_not(&old)), (false, old.and_not(&new))];
        let found = sides.iter().filter_map(|(gained, sets)| self.complete(item, *gained, &sets.and(&self.both.sets)));
        let found: Vec<Shown> = found.collect();
        if found.is_empty() && !item.is_as_written() { self.partial(item) } else { found }
    }

    fn complete(&self, item: &Item<'_>, gained: bool, sets: &Bdd) -> Option<Shown> {
        let (example, _) = self.pair.example(sets)?;
        Some(self.entry(item, gained, self.pair.new.subject.count(sets), example))
    }

    /// Where an item differs while questions are unanswered. Looked at only if it differs at no complete answer set.
    fn partial(&self, item: &Item<'_>) -> Vec<Shown> {
        let (one, two) = (&self.pair.old.subject, &self.pair.new.subject);
        let all = || [All::partial(one, self.both.old), All::partial(two, self.both.new)];
        let [old, new] = self.partial.get_or_init(all);
        let (old, new) = (old.at(one, &item.path()), new.at(two, &item.path()));
        let valid = &two.partial().valid;
        let sides = [(true, new.and_not(&old)), (false, old.and_not(&new))];
        let found = sides.iter().filter_map(|(gained, sets)| {
            let (witness, _) = two.partial_witness(None, &sets.and(valid))?;
            Some(self.entry(item, *gained, 0, witness.into()))
        });
        found.collect()
    }

    fn entry(&self, item: &Item<'_>, gained: bool, answer_sets: u128, example: Example) -> Shown {
        let (kind, id, nation) = (item.kind, item.id.to_owned(), self.both.new.nation);
        Shown { kind, id, nation, gained, as_written: item.is_as_written(), answer_sets, example }
    }
}
