//! The entries to translate: those that a user can be shown, with their texts.

use std::iter;

use super::super::super::register::{Changed, Field};
use super::super::super::table::Text;
use super::super::emit::digest;

impl Changed<'_> {
    /// Its table in a file of the language, for example `step.refer-now`.
    pub(super) fn table(&self) -> String {
        self.path.replace('/', ".")
    }

    /// Its name in complaints, for example "step `refer-now`".
    pub(super) fn name(&self) -> String {
        match self.path.split_once('/') {
            Some((kind, id)) => format!("{kind} `{id}`"),
            None => format!("`[{}]`", self.path),
        }
    }

    /// Its identifier if it is a term.
    pub(super) fn term(&self) -> Option<&str> {
        self.path.strip_prefix("term/")
    }

    /// The stamp that a review names: 16 hexadecimal digits of the SHA-256 of all texts of the entry.
    pub(super) fn stamp(&self) -> String {
        let fields = self.fields.iter().flat_map(|(key, field)| [*key].into_iter().chain(spoken(field)));
        let parts = iter::once(self.path.as_str()).chain(fields).map(str::as_bytes);
        digest(parts).chars().take(16).collect()
    }

    /// Replaces each text by what `change` makes of it.
    pub(super) fn change_each(&mut self, change: impl Fn(&Text) -> Text) {
        self.fields.iter_mut().for_each(|(_, field)| field.put(field.texts().iter().map(&change).collect()));
    }

    /// Every text, one after another.
    pub(super) fn texts(&self) -> impl Iterator<Item = &str> {
        self.fields.iter().flat_map(|(_, field)| spoken(field))
    }
}

fn spoken<'a>(field: &'a Field<'_>) -> impl Iterator<Item = &'a str> {
    field.texts().iter().map(|text| &**text)
}
