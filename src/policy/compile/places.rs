//! The place of each entry in the files, for complaints that only the whole policy gives rise to.

use std::collections::BTreeMap;

use super::problem::{Place, Problems};

/// The place of each entry, by its kind in the files and its identifier.
pub(super) struct Places<'a> {
    entries: BTreeMap<(&'static str, String), Place<'a>>,
    /// The end of the last file, where complaints about missing entries point.
    end: Place<'a>,
    problems: &'a Problems,
}

impl<'a> Places<'a> {
    pub fn new(end: Place<'a>, problems: &'a Problems) -> Self {
        Self { entries: BTreeMap::new(), end, problems }
    }

    pub fn put(&mut self, kind: &'static str, id: &str, place: Place<'a>) {
        self.entries.insert((kind, id.to_owned()), place);
    }

    /// A complaint about an entry, which begins with its name.
    pub fn complain(&self, kind: &'static str, id: &str, complaint: impl AsRef<str>) {
        let place = self.entries.get(&(kind, id.to_owned())).copied().unwrap_or(self.end);
        self.problems.add(place, format!("{kind} `{id}` {}", complaint.as_ref()));
    }

    /// A complaint about something that is missing.
    pub fn missing(&self, complaint: impl Into<String>) {
        self.problems.add(self.end, complaint);
    }

    /// How many complaints there are so far.
    pub fn complaints(&self) -> usize {
        self.problems.count()
    }
}
