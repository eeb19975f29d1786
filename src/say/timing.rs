//! When a step is due.

use crate::policy::vocabulary::Timing;

/// The heading of the steps of one time.
pub(crate) const fn heading(timing: Timing) -> &'static str {
    match timing {
        Timing::Now => "Now",
        Timing::Today => "Today",
        Timing::BeforeClosing => "Before closing",
        Timing::FollowUp => "Follow-up",
    }
}
