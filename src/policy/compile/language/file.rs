//! The files of a language, and the entries in them.

use std::collections::BTreeSet;

use toml::Spanned;
use toml::de::DeTable;

use super::super::super::register::Changed;
use super::super::problem::{File, Place, Problems};
use super::super::read::parsed;
use super::super::record::Record;

/// A file of a language, parsed as far as it is TOML.
pub(super) struct Document<'a> {
    file: &'a File,
    table: Spanned<DeTable<'a>>,
}

impl<'a> Document<'a> {
    pub fn read(file: &'a File, problems: &Problems) -> Self {
        Self { file, table: parsed(file, problems) }
    }

    /// The record of an entry in this file, if there is one.
    fn record(&'a self, entry: &Changed<'_>, problems: &'a Problems) -> Option<Record<'a>> {
        let mut found = (self.table.get_ref(), 0);
        for part in entry.path.split('/') {
            let value = found.0.get(part)?;
            found = (value.get_ref().as_table()?, value.span().start);
        }
        let (table, offset) = found;
        Some(Record::named(entry.name(), Place { file: self.file, offset }, table, problems))
    }

    /// Complains of everything in a table that is neither an entry nor a table above one.
    fn refuse_others(&self, table: &DeTable<'a>, above: &str, entries: &BTreeSet<String>, problems: &Problems) {
        for (key, value) in table {
            let id = format!("{above}{}", key.get_ref());
            let below = format!("{id}/");
            let inner = value.get_ref().as_table();
            match inner {
                Some(_) if entries.contains(&id) => {}
                Some(inner) if entries.iter().any(|entry| entry.starts_with(&below)) => {
                    self.refuse_others(inner, &below, entries, problems);
                }
                _ => {
                    let complaint =
                        format!("`{}` is not an entry that the policy has in English", id.replace('/', "."));
                    problems.add(Place { file: self.file, offset: key.span().start }, complaint);
                }
            }
        }
    }

    fn end(&self) -> Place<'a> {
        Place { file: self.file, offset: self.file.text.trim_end().len() }
    }
}

/// Complains of everything in the files that is not an entry of the policy.
pub(super) fn refuse_others(documents: &[Document<'_>], entries: &[Changed<'_>], problems: &Problems) {
    let ids = entries.iter().map(|entry| entry.path.clone()).collect();
    documents.iter().for_each(|document| document.refuse_others(document.table.get_ref(), "", &ids, problems));
}

/// The record of an entry, which must be in exactly one of the files.
pub(super) fn record<'a>(
    entry: &Changed<'_>,
    documents: &'a [Document<'a>],
    problems: &'a Problems,
) -> Option<Record<'a>> {
    let mut found = documents.iter().filter_map(|document| document.record(entry, problems));
    let first = found.next();
    found.for_each(|again| again.complain("is there twice"));
    // What is missing has no place of its own: the end of the last file stands for it.
    if first.is_none()
        && let Some(end) = documents.last().map(Document::end)
    {
        problems.add(end, format!("there is no `[{}]`", entry.table()));
    }
    first
}
