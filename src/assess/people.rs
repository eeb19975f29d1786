//! Who is in an incident: a person is in it if that is so in every world, and may be in it if it is so in one.

use super::situation::Situation;
use crate::decision::Bounds;
use crate::policy::logic::Presence;
use crate::policy::set::Set;
use crate::policy::vocabulary::Person;

/// The people in an incident.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct People {
    /// Those who are or may be in it.
    pub there: Set<Person>,
    /// Those who are.
    pub certain: Set<Person>,
}

impl Situation<'_> {
    /// The people in it, given its bounds.
    pub fn people(&self, bounds: Bounds) -> People {
        let mut found = People { there: Set::NONE, certain: Set::NONE };
        let mut replaced = Set::NONE;
        for presence in self.policy.people.iter().map(|entry| &entry.logic) {
            let person = Set::only(presence.who);
            let is_certain = self.is_certain(presence);
            if self.is_due(presence, bounds) && (is_certain || !presence.only_if_certain && self.is_possible(presence))
            {
                found.there = found.there.union(person);
                found.certain = found.certain.union(if is_certain { person } else { Set::NONE });
                replaced = replaced.union(presence.instead_of);
            }
        }
        People { there: found.there.without(replaced), certain: found.certain.without(replaced) }
    }

    fn is_due(&self, presence: &Presence, bounds: Bounds) -> bool {
        presence.at_least.is_none_or(|levels| bounds.at_least.is_some_and(|least| levels.contains(least)))
    }

    fn is_possible(&self, presence: &Presence) -> bool {
        presence.present.iter().any(|row| row.touches(&self.worlds))
    }

    fn is_certain(&self, presence: &Presence) -> bool {
        !presence.absent.iter().any(|row| row.touches(&self.worlds))
    }
}
