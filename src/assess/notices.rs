//! The notices that belong to a result, and the questions that hold its least response up.

use super::Assessment;
use super::situation::Situation;
use crate::policy::cube::Questions;
use crate::policy::entry::named;
use crate::policy::labels::Notice;
use crate::policy::set::Set;
use crate::policy::vocabulary::{Answer, Nation, Response, Scope};

/// The notices of every result.
const ALWAYS: [Notice; 5] =
    [Notice::Screening, Notice::NotLegalAdvice, Notice::FiveGrounds, Notice::Stricter, Notice::CriminalResponsibility];

impl Assessment<'_> {
    /// The least response, with every *not known yet* read as no.
    pub(super) fn least_without_unknowns(&self) -> Option<Response> {
        self.least_with_unknown(Questions::NONE)
    }

    /// The least response where nothing more is answered than no, whether the guide fits or not, with every *not known
    /// yet* but those at `kept` read as no. As in a world, it stays as it was which questions apply, so a yes to a
    /// question that a *not known yet* has opened still counts.
    fn least_with_unknown(&self, kept: Questions) -> Option<Response> {
        let finishings = self.here.finishings.fixed(self.unknown().without(kept), Answer::No);
        Situation { finishings, ..self.here }.at_least()
    }

    const fn unknown(&self) -> Questions {
        self.here.incident.given(Answer::Unsure)
    }

    /// The questions whose *not known yet* holds the least response up: each that does so alone. If none does, all of
    /// them to which a deciding rule has a cell.
    pub(super) fn held_up(&self) -> Questions {
        let least = self.findings.bounds.at_least;
        if least.is_none() || self.least_without_unknowns() == least {
            return Questions::NONE;
        }
        let alone = self.unknown().iter().filter(|question| self.least_with_unknown((*question).into()) == least);
        let alone: Questions = alone.collect();
        if alone.is_empty() { self.unknown().meet(self.decided_by()) } else { alone }
    }

    /// The questions with a cell in a rule on which the least response rests.
    fn decided_by(&self) -> Questions {
        let deciding = self.here.response_reasons(self.findings.bounds.at_least).into_iter().filter(|it| it.decides);
        let rules = deciding.filter_map(|reason| named(&self.here.policy.rules.response, &reason.rule));
        rules.map(|rule| rule.logic.cube.concerns()).collect()
    }

    /// The notices of the response. Another route is named if the guide does not fit and no response is due.
    pub(super) fn response_notices(&self, held_up: Questions) -> Vec<Notice> {
        let least = self.findings.bounds.at_least;
        let by_image = held_up.is_within(self.here.policy.fit.into());
        let is_held_up = !held_up.is_empty() && least > Some(Response::SchoolLed);
        shown([
            (Notice::HeldUpByImage, is_held_up && by_image),
            (Notice::HeldUpByUnsure, is_held_up && !by_image),
            (Notice::OtherRoute, least.is_none() && self.is_outside()),
            (Notice::DutyToReport, self.is_led_in_england()),
        ])
    }

    /// The notices of a forecast of what police record.
    pub(super) fn recording_notices(&self) -> Vec<Notice> {
        let possible = self.findings.recording;
        shown([
            (Notice::Forecast, true),
            (Notice::SummaryDoesNotDecide, possible.len() > 1 && self.open.on.recording.is_empty()),
            (Notice::AnyCategory, possible == Set::every()),
            (Notice::RecordedAsCrime, true),
            (Notice::PoliceRecord, true),
            (Notice::ForcesVary, true),
        ])
    }

    /// The notices of the kind of incident. Beside a forecast it has to be said that the two axes use one word in two
    /// senses.
    pub(super) fn typology_notices(&self) -> Vec<Notice> {
        shown([(Notice::AxesDiffer, !self.findings.recording.is_empty())])
    }

    /// What to keep in mind whatever the outcome, unless it is said with the response.
    pub(super) fn in_mind(&self) -> Vec<Notice> {
        let is_england = self.told.nation == Nation::England;
        let duty = is_england && !self.is_led_in_england();
        let others = shown([(Notice::DutyToReport, duty), (Notice::OtherNations, !is_england)]);
        ALWAYS.into_iter().chain(others).collect()
    }

    /// Whether the school leads where a duty to report has been enacted.
    fn is_led_in_england(&self) -> bool {
        self.told.nation == Nation::England && self.findings.bounds.at_least == Some(Response::SchoolLed)
    }

    /// Whether it is certain that the guide does not fit.
    pub(super) fn is_outside(&self) -> bool {
        self.findings.scope == Set::only(Scope::Outside)
    }
}

fn shown<const N: usize>(notices: [(Notice, bool); N]) -> Vec<Notice> {
    notices.into_iter().filter(|(_, is_shown)| *is_shown).map(|(notice, _)| notice).collect()
}
