//! What is written: every entry of a policy with its fields, and how two lists of them differ.

mod listed;

use serde::Serialize;

use super::version::Version;
pub(super) use listed::entries;

/// An entry of a policy, field by field, as text.
pub(super) struct Entry {
    pub kind: &'static str,
    pub id: String,
    pub fields: Vec<(&'static str, String)>,
}

/// What became of an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Change {
    /// Only the policy now has it.
    Added,
    /// Only the policy before has it.
    Removed,
    /// Both have it, and some field differs.
    Changed,
    /// A source that was checked again: its edition, how far it was read, or its dates differ.
    Rechecked,
    /// All that differs is the order of these entries.
    Moved,
}

/// An entry that differs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Changed {
    /// What it is, for example `response rule`.
    pub kind: &'static str,
    /// Its identifier.
    pub id: String,
    /// What became of it.
    pub change: Change,
    /// The fields that differ, or all of them.
    pub fields: Vec<Field>,
}

/// A field that differs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Field {
    /// Its name.
    pub name: &'static str,
    /// What it was.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub old: Option<String>,
    /// What it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub new: Option<String>,
}

/// Every entry that differs, in the order of the policy now, those that are gone last.
pub(super) fn changes(old: &Version, new: &Version) -> Vec<Changed> {
    let (old, new) = (entries(old), entries(new));
    let find = |list: &'_ [Entry], wanted: &Entry| list.iter().position(|entry| entry.is(wanted));
    let now = new.iter().filter_map(|entry| match find(&old, entry).and_then(|place| old.get(place)) {
        Some(before) => changed(before, entry),
        None => Some(entry.whole(Change::Added)),
    });
    let gone = old.iter().filter(|entry| find(&new, entry).is_none()).map(|entry| entry.whole(Change::Removed));
    now.chain(gone).chain(moved(&old, &new)).collect()
}

impl Entry {
    pub fn new(kind: &'static str, id: impl ToString) -> Self {
        Self { kind, id: id.to_string(), fields: Vec::new() }
    }

    /// The same with a field; one that is empty is left out.
    pub fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        let value = value.to_string();
        self.fields.extend((!value.is_empty()).then_some((name, value)));
        self
    }

    fn is(&self, other: &Self) -> bool {
        self.kind == other.kind && self.id == other.id
    }

    fn value(&self, name: &str) -> Option<String> {
        self.fields.iter().find(|(other, _)| *other == name).map(|(_, value)| value.clone())
    }

    fn whole(&self, change: Change) -> Changed {
        let field = |(name, value): &(&'static str, String)| match change {
            Change::Removed => Field { name, old: Some(value.clone()), new: None },
            Change::Added | Change::Changed | Change::Rechecked | Change::Moved => {
                Field { name, old: None, new: Some(value.clone()) }
            }
        };
        Changed { kind: self.kind, id: self.id.clone(), change, fields: self.fields.iter().map(field).collect() }
    }
}

/// The fields of a source that change when it is checked again.
const RECHECKED: &[&str] = &["edition", "read", "checked", "review by"];

fn changed(old: &Entry, new: &Entry) -> Option<Changed> {
    let gone = old.fields.iter().filter(|(name, _)| new.value(name).is_none());
    let names = new.fields.iter().chain(gone).map(|(name, _)| *name);
    let fields = names.map(|name| Field { name, old: old.value(name), new: new.value(name) });
    let fields: Vec<Field> = fields.filter(|field| field.old != field.new).collect();
    let rechecked = new.kind == "source" && fields.iter().any(|field| RECHECKED.contains(&field.name));
    let change = if rechecked { Change::Rechecked } else { Change::Changed };
    (!fields.is_empty()).then(|| Changed { kind: new.kind, id: new.id.clone(), change, fields })
}

/// The kinds whose entries, as far as both have them, stand in another order. Order decides between typology rules, and
/// everywhere what is read first.
fn moved(old: &[Entry], new: &[Entry]) -> Vec<Changed> {
    let mut kinds: Vec<&'static str> = new.iter().map(|entry| entry.kind).collect();
    kinds.dedup();
    let order = |these: &[Entry], those: &[Entry], kind: &str| -> Vec<String> {
        let common = these.iter().filter(|entry| entry.kind == kind && those.iter().any(|other| other.is(entry)));
        common.map(|entry| entry.id.clone()).collect()
    };
    let differ = kinds.into_iter().filter_map(|kind| {
        let (before, now) = (order(old, new, kind), order(new, old, kind));
        let field = Field { name: "order", old: Some(before.join(", ")), new: Some(now.join(", ")) };
        (before != now).then(|| Changed { kind, id: String::new(), change: Change::Moved, fields: vec![field] })
    });
    differ.collect()
}
