//! From an incident to a decision.
//!
//! Knows nothing of wording, and cannot fail: the incident was read, the tables were checked.

mod advise;
mod conclude;
mod reasons;
mod relevance;
mod situation;
mod turning;

use crate::decision::{
    Bounds, Change, Decision, Finding, Forced, Forecasted, Given, Next, NotPublished, ResponseFinding, Said, Stamp,
    Turns,
};
use crate::incident::Incident;
use crate::policy::cube::{Questions, each};
use crate::policy::labels::Notice;
use crate::policy::logic::{Advice, Chart, Forecast, Logic, Step, Words};
use crate::policy::table::InWords;
use crate::policy::vocabulary::{Answer, Axis, Recording, Scope, Typology, Word};
use advise::Standing;
use reasons::{basis, cited};
use situation::{Situation, ids};
use turning::open_on_advice;

/// The decision that a policy comes to on an incident. Total.
pub fn assess(logic: &Logic, incident: Incident) -> Decision {
    Assessment::new(logic, incident).decision()
}

/// The bounds of the response alone: what a caller needs who asks often.
pub fn bounds(logic: &Logic, incident: Incident) -> Bounds {
    Situation::new(logic, incident).bounds()
}

/// A situation and what has been worked out of it.
struct Assessment<'a> {
    here: Situation<'a>,
    /// What was told, with the answers that do not apply.
    told: Incident,
    standing: Standing,
    findings: Findings,
    open: Open,
}

/// The conclusions on each axis.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Findings {
    bounds: Bounds,
    scope: Words,
    recording: Words,
    typology: Words,
}

/// The questions on which each axis turns.
struct Open {
    response: Questions,
    scope: Questions,
    recording: Questions,
    typology: Questions,
    steps: Questions,
}

impl Findings {
    fn of(here: &Situation<'_>) -> Self {
        let logic = here.logic;
        Self {
            bounds: here.bounds(),
            scope: here.possible(&logic.scope),
            recording: here.possible(&logic.recording),
            typology: here.possible(&logic.typology),
        }
    }
}

impl Open {
    fn of(here: &Situation<'_>, standing: &Standing) -> Self {
        let logic = here.logic;
        let mut open = Self {
            response: here.open_on_response(),
            scope: here.open_on(&logic.scope),
            recording: here.open_on(&logic.recording),
            typology: here.open_on(&logic.typology),
            steps: 0,
        };
        open.steps = open_on_advice(here, standing, !open.axes());
        open
    }

    const fn axes(&self) -> Questions {
        self.response | self.scope | self.recording | self.typology
    }

    /// The most important thing that turns on a question.
    const fn turns(&self, question: Questions) -> Turns {
        if self.response & question != 0 {
            Turns::Response
        } else if self.scope & question != 0 {
            Turns::Scope
        } else if self.recording & question != 0 {
            Turns::Recording
        } else if self.typology & question != 0 {
            Turns::Typology
        } else {
            Turns::Steps
        }
    }
}

impl<'a> Assessment<'a> {
    fn new(logic: &'a Logic, told: Incident) -> Self {
        let here = Situation::new(logic, told);
        let findings = Findings::of(&here);
        let standing = Standing::of(&here, findings.bounds, findings.scope);
        let open = Open::of(&here, &standing);
        Self { here, told, standing, findings, open }
    }

    fn decision(&self) -> Decision {
        let logic = self.here.logic;
        let ask = self.ask();
        Decision {
            policy: stamp(logic),
            scope: self.scope(),
            response: self.response(),
            recording: self.recording(),
            typology: self.typology(),
            readings: self.here.applied_readings(),
            set_aside: self.set_aside(),
            steps: self.steps(),
            never: self.said(&logic.never),
            scripts: self.said(&logic.scripts),
            next: self.next(ask),
            ask: ids(logic, ask),
            would_change: self.would_change(),
        }
    }

    fn finding<V: Word>(&self, axis: Axis, chart: &Chart, possible: Words, open: Questions) -> Finding<V> {
        Finding {
            possible: V::of(possible).collect(),
            settled: possible.count_ones() == 1,
            because: self.here.reasons(axis, chart, possible),
            open_on: ids(self.here.logic, open),
            route: None,
            forecast: Vec::new(),
        }
    }

    fn scope(&self) -> Finding<Scope> {
        let finding = self.finding(Axis::Scope, &self.here.logic.scope, self.findings.scope, self.open.scope);
        Finding { route: (self.findings.scope == Scope::Outside.bit()).then_some(Notice::OtherRoute), ..finding }
    }

    fn response(&self) -> ResponseFinding {
        let bounds = self.findings.bounds;
        ResponseFinding {
            at_least: bounds.at_least,
            at_most: bounds.at_most,
            settled: bounds.settled(),
            because: self.here.response_reasons(bounds.at_least),
            open_on: ids(self.here.logic, self.open.response),
        }
    }

    fn recording(&self) -> Option<Finding<Recording>> {
        let logic = self.here.logic;
        let possible = self.findings.recording;
        let forecasts = logic.forecasts.iter().filter(|forecast| possible & 1 << forecast.value != 0);
        let forecast = forecasts.filter_map(|forecast| forecasted(logic, forecast)).collect();
        let finding = self.finding(Axis::Recording, &logic.recording, possible, self.open.recording);
        (possible != 0).then_some(Finding { forecast, ..finding })
    }

    fn typology(&self) -> Option<Finding<Typology>> {
        let possible = self.findings.typology;
        let finding = self.finding(Axis::Typology, &self.here.logic.typology, possible, self.open.typology);
        (possible != 0).then_some(finding)
    }

    fn steps(&self) -> Vec<Said> {
        let steps = self.here.logic.steps.iter().filter(|step| self.standing.shows(&step.advice.when));
        let said = |step: &Step| Said { timing: Some(step.timing), who: Some(step.who), ..self.say(&step.advice) };
        steps.map(said).collect()
    }

    fn said(&self, all: &[Advice]) -> Vec<Said> {
        let shown = all.iter().filter(|advice| self.standing.shows(&advice.when));
        shown.map(|advice| self.say(advice)).collect()
    }

    fn say(&self, advice: &Advice) -> Said {
        let logic = self.here.logic;
        Said {
            id: advice.id.clone(),
            timing: None,
            who: None,
            basis: basis(logic, self.told.nation, advice.basis, &advice.cites),
            sources: cited(logic, self.told.nation, &advice.cites),
            text: InWords::default(),
            why: InWords::default(),
            to: InWords::default(),
            lines: InWords::default(),
        }
    }

    fn set_aside(&self) -> Vec<Given> {
        let aside = self.told.told().filter(|(question, _)| question & self.standing.applies == 0);
        aside
            .filter_map(|(question, answer)| {
                Some(Given { question: self.here.question(question)?.id.clone(), answer, reading: None })
            })
            .collect()
    }

    fn ask(&self) -> Questions {
        let open = self.open.axes() | self.open.steps;
        open & self.standing.applies & !self.told.answered()
    }

    fn next(&self, ask: Questions) -> Option<Next> {
        let question = each(ask & self.open.response).chain(each(ask)).next()?;
        let yes = self.here.with(question, Answer::Yes).bounds().at_least;
        Some(Next {
            question: self.here.question(question)?.id.clone(),
            open_on: self.open.turns(question),
            if_yes: yes.filter(|yes| Some(*yes) > self.findings.bounds.at_least).map(|at_least| Forced { at_least }),
            because: InWords::default(),
        })
    }

    fn would_change(&self) -> Vec<Change> {
        let mut changes = Vec::new();
        for question in each(self.open.axes() & self.here.applies) {
            changes.extend([Answer::Yes, Answer::No].into_iter().filter_map(|answer| self.change(question, answer)));
        }
        changes
    }

    /// What one answer would change, if anything.
    fn change(&self, question: Questions, answer: Answer) -> Option<Change> {
        let then = Findings::of(&self.here.with(question, answer));
        let now = self.findings;
        (then != now).then_some(Change {
            question: self.here.question(question)?.id.clone(),
            answer,
            response: (then.bounds != now.bounds).then_some(then.bounds),
            scope: changed(now.scope, then.scope),
            recording: changed(now.recording, then.recording),
            typology: changed(now.typology, then.typology),
        })
    }
}

fn changed<V: Word>(now: Words, then: Words) -> Option<Vec<V>> {
    (now != then).then(|| V::of(then).collect())
}

fn stamp(logic: &Logic) -> Stamp {
    let edition = &logic.edition;
    Stamp {
        edition: edition.id.clone(),
        status: edition.status,
        rules: edition.rules.clone(),
        sha256: edition.sha256.clone(),
        checked: edition.checked.clone(),
        review_by: edition.review_by.clone(),
    }
}

fn forecasted(logic: &Logic, forecast: &Forecast) -> Option<Forecasted> {
    let open = logic.unpublished.iter().filter(|point| point.with & 1 << forecast.value != 0);
    Some(Forecasted {
        value: Recording::at(forecast.value)?,
        label: forecast.label.clone(),
        crimes: forecast.crimes.clone(),
        outcomes: forecast.outcomes.clone(),
        says: InWords::default(),
        not_published: open.map(|point| NotPublished { id: point.id.clone(), says: InWords::default() }).collect(),
    })
}
