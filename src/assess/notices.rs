//! What has to be said beside a result, and what holds its least response up.

use super::Assessment;
use crate::policy::cube::{Questions, each};
use crate::policy::entry::named;
use crate::policy::labels::Notice;
use crate::policy::set::Set;
use crate::policy::vocabulary::{Answer, Nation, Response, Scope};

/// What holds for every outcome.
const ALWAYS: [Notice; 6] = [
    Notice::Screening,
    Notice::NotLegalAdvice,
    Notice::FiveGrounds,
    Notice::Stricter,
    Notice::CriminalResponsibility,
    Notice::DutyToReport,
];

impl Assessment<'_> {
    /// The least response, with every *not known yet* read as no.
    pub(super) fn least_without_unknowns(&self) -> Option<Response> {
        self.least_with_unknown(0)
    }

    /// The least response, with every *not known yet* but those at `kept` read as no.
    fn least_with_unknown(&self, kept: Questions) -> Option<Response> {
        let read_as_no = self.unknown() & !kept;
        self.here.with(read_as_no, Answer::No).bounds().at_least
    }

    const fn unknown(&self) -> Questions {
        self.here.incident.given(Answer::Unsure)
    }

    /// The questions whose *not known yet* holds the least response up: each that does so alone, or where none does all of
    /// those that the rules go by which decide.
    pub(super) fn held_up(&self) -> Questions {
        let least = self.findings.bounds.at_least;
        if least.is_none() || self.least_without_unknowns() == least {
            return 0;
        }
        let alone = each(self.unknown()).filter(|question| self.least_with_unknown(*question) == least);
        let alone = alone.fold(0, |set, question| set | question);
        if alone == 0 { self.unknown() & self.decided_by() } else { alone }
    }

    /// The questions that the rules go by on which the least response rests.
    fn decided_by(&self) -> Questions {
        let deciding = self.here.response_reasons(self.findings.bounds.at_least).into_iter().filter(|it| it.decides);
        let rules = deciding.filter_map(|reason| named(&self.here.policy.rules.response, &reason.rule));
        rules.fold(0, |set, rule| set | rule.logic.cube.concerns())
    }

    /// What is said with the response. Another route is named first where nothing is due here.
    pub(super) fn with_the_response(&self, held_up: Questions) -> Vec<Notice> {
        let least = self.findings.bounds.at_least;
        shown([
            (Notice::HeldUpByUnsure, held_up != 0),
            (Notice::OtherRoute, least.is_none() && self.is_outside()),
            (Notice::DutyToReport, least == Some(Response::SchoolLed)),
        ])
    }

    /// What is said with a forecast of what police record.
    pub(super) fn with_the_recording(&self) -> Vec<Notice> {
        let possible = self.findings.recording;
        shown([
            (Notice::Forecast, true),
            (Notice::SummaryDoesNotDecide, possible.len() > 1 && self.open.on.recording == 0),
            (Notice::AnyCategory, possible == Set::every()),
            (Notice::RecordedAsCrime, true),
            (Notice::PoliceRecord, true),
            (Notice::ForcesVary, true),
        ])
    }

    /// What is said with the kind of incident: beside a forecast, that one word means two things.
    pub(super) fn with_the_typology(&self) -> Vec<Notice> {
        shown([(Notice::AxesDiffer, !self.findings.recording.is_empty())])
    }

    /// What to have ready for a call, where there is one to make.
    pub(super) fn have_ready(&self) -> Option<Notice> {
        (self.findings.bounds.at_least > Some(Response::SchoolLed)).then_some(Notice::HaveReady)
    }

    /// What to keep in mind whatever the outcome.
    pub(super) fn in_mind(&self) -> Vec<Notice> {
        let elsewhere = (self.told.nation != Nation::England).then_some(Notice::OtherNations);
        ALWAYS.into_iter().chain(elsewhere).collect()
    }

    /// Whether it is certain that the guide does not fit.
    pub(super) fn is_outside(&self) -> bool {
        self.findings.scope == Set::only(Scope::Outside)
    }
}

fn shown<const N: usize>(notices: [(Notice, bool); N]) -> Vec<Notice> {
    notices.into_iter().filter(|(_, is_shown)| *is_shown).map(|(notice, _)| notice).collect()
}
