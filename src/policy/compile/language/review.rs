//! The review of an entry: who compared it with the English, and when.

use super::super::record::Record;

/// Why an entry has no valid review; `None` if it has one. `stamp` is that of the present English.
pub(super) fn lacking(record: &Record<'_>, stamp: &str) -> Option<String> {
    let Some(review) = record.maybe_record("reviewed") else { return Some("is not reviewed".to_owned()) };
    let _ = (review.text("by"), review.day("on"));
    let of = review.text("of");
    review.done();
    let changed =
        || format!("was reviewed beside English that has changed since: `of` is `{of}` and would now be `{stamp}`");
    (*of != *stamp).then(changed)
}
