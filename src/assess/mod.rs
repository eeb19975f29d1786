//! From an incident to a decision.
//!
//! Knows nothing of wording, and cannot fail: the incident was read, the tables were checked.

mod advise;
mod call;
mod conclude;
mod notices;
mod people;
mod reasons;
mod relevance;
mod situation;
mod turning;

use crate::decision::{
    Bounds, Change, Decides, Decision, Finding, Forced, Forecasted, Given, InIt, Later, Next, NotPublished,
    ResponseFinding, Said, Stamp, Turns,
};
use crate::incident::Incident;
use crate::policy::Policy;
use crate::policy::cube::{Question, Questions};
use crate::policy::entry::Entry;
use crate::policy::logic::{Advice, Cite, Forecast, Line, Route, Step};
use crate::policy::set::Set;
use crate::policy::table::{InWords, Text};
use crate::policy::vocabulary::{
    Answer, Axis, OnAxis, Part, PerAxis, Person, Recording, Response, Scope, Timing, Typology,
};
use crate::policy::words::Saying;
use advise::Standing;
use reasons::{basis, cited};
use situation::{Situation, ids};
use turning::{open_on_now, open_on_the_rest};

/// The decision that a policy comes to on an incident. Every incident has one.
///
/// ```
/// use sgii_guide::edition::POLICY;
/// use sgii_guide::policy::vocabulary::Response;
/// use sgii_guide::{assess, json};
///
/// let told = r#"{ "nation": "england", "answers": { "immediate-danger": "no", "adult-involved": "unsure" } }"#;
/// let response = assess(&POLICY, json::incident(&POLICY, told)?).response;
///
/// // Whatever the other answers are: advice at least, and a referral if it turns out that an adult is involved.
/// assert_eq!(response.at_least, Some(Response::SeekAdvice));
/// assert_eq!(response.at_most, Some(Response::ReferNow));
/// # Ok::<(), sgii_guide::incident::Rejection>(())
/// ```
pub fn assess(policy: &Policy, incident: Incident) -> Decision {
    Assessment::new(policy, incident).decision()
}

/// The bounds of the response alone, for callers that ask often and need nothing else.
pub fn bounds(policy: &Policy, incident: Incident) -> Bounds {
    Situation::new(policy, incident).bounds()
}

/// A situation, and everything that a decision reports of it.
struct Assessment<'a> {
    here: Situation<'a>,
    /// The incident as it was given, with answers to questions that do not apply.
    told: Incident,
    standing: Standing,
    /// The steps that are shown.
    steps: Vec<&'a Entry<Step, Saying>>,
    findings: Findings,
    open: Open,
}

/// The conclusions on each axis.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Findings {
    bounds: Bounds,
    scope: Set<Scope>,
    recording: Set<Recording>,
    typology: Set<Typology>,
}

/// The questions whose answer could still change something: an axis, what is to be done now, or only other advice.
struct Open {
    on: PerAxis<Questions>,
    now: Questions,
    rest: Questions,
}

impl Findings {
    fn of(here: &Situation<'_>) -> Self {
        Self { bounds: here.bounds(), scope: here.possible(), recording: here.possible(), typology: here.possible() }
    }
}

impl Open {
    fn of(here: &Situation<'_>, standing: &Standing) -> Self {
        let on = PerAxis {
            scope: here.open_on(Axis::Scope),
            response: here.open_on_response(),
            recording: here.open_on(Axis::Recording),
            typology: here.open_on(Axis::Typology),
        };
        let open = Self { on, now: Questions::NONE, rest: Questions::NONE };
        let open = Self { now: open_on_now(here, standing, open.axes().complement()), ..open };
        Self { rest: open_on_the_rest(here, standing, open.axes().union(open.now).complement()), ..open }
    }

    const fn axes(&self) -> Questions {
        self.on.scope.union(self.on.response).union(self.on.recording).union(self.on.typology)
    }

    /// The most important thing that the answer to a question could still change.
    fn turns(&self, question: Question) -> Turns {
        let on = [
            (self.on.response, Turns::Response),
            (self.on.scope, Turns::Scope),
            (self.on.recording, Turns::Recording),
            (self.on.typology, Turns::Typology),
            (self.now, Turns::Now),
        ];
        on.into_iter().find(|(open, _)| open.contains(question)).map_or(Turns::Rest, |(_, turns)| turns)
    }
}

impl<'a> Assessment<'a> {
    fn new(policy: &'a Policy, told: Incident) -> Self {
        let here = Situation::new(policy, told);
        let findings = Findings::of(&here);
        let standing = Standing::of(&here, findings.bounds, findings.scope);
        let open = Open::of(&here, &standing);
        let (mut steps, mut taken) = (Vec::new(), Vec::new());
        for step in &policy.steps {
            if standing.shows_first(&step.logic.advice, &mut taken) {
                steps.push(step);
            }
        }
        Self { here, told, standing, steps, findings, open }
    }

    fn decision(&self) -> Decision {
        let policy = self.here.policy;
        let ask = self.ask();
        let (now, later) = self.steps();
        Decision {
            policy: stamp(policy),
            scope: self.scope(),
            response: self.response(),
            recording: self.recording(),
            typology: self.typology(),
            readings: self.here.applied_readings(),
            set_aside: self.set_aside(),
            now,
            call: self.call(),
            people: self.people(),
            later,
            never: self.never(),
            next: self.next(ask),
            decides: self.decides(ask),
            ask: ids(policy, ask),
            would_change: self.would_change(),
            in_mind: self.in_mind(),
        }
    }

    fn finding<V: OnAxis>(&self, possible: Set<V>) -> Finding<V> {
        Finding {
            possible,
            settled: possible.len() == 1,
            because: self.here.reasons(possible),
            open_on: ids(self.here.policy, self.open.on[V::AXIS]),
            routes: Vec::new(),
            forecast: Vec::new(),
            notices: Vec::new(),
        }
    }

    fn scope(&self) -> Finding<Scope> {
        Finding { routes: self.routes(), ..self.finding(self.findings.scope) }
    }

    fn response(&self) -> ResponseFinding {
        let (bounds, held_up) = (self.findings.bounds, self.held_up());
        ResponseFinding {
            at_least: bounds.at_least,
            at_most: bounds.at_most,
            settled: bounds.settled(),
            immediate: bounds.at_least >= Some(Response::ReferNow),
            clear: self.least_without_unknowns() >= Some(Response::ReferNow),
            held_up: ids(self.here.policy, held_up),
            notices: self.response_notices(held_up),
            because: self.here.response_reasons(bounds.at_least),
            open_on: ids(self.here.policy, self.open.on.response),
        }
    }

    fn recording(&self) -> Option<Finding<Recording>> {
        let policy = self.here.policy;
        let possible = self.findings.recording;
        let values = Set::<Recording>::every().iter().zip(&policy.values.recording);
        let values = values.filter(|(value, _)| possible.contains(*value));
        let forecasts = values.filter_map(|(value, entry)| Some((value, entry.logic.as_ref()?)));
        let forecast = forecasts.map(|(value, forecast)| forecasted(policy, value, forecast)).collect();
        let notices = self.recording_notices();
        (!possible.is_empty()).then(|| Finding { forecast, notices, ..self.finding(possible) })
    }

    fn typology(&self) -> Option<Finding<Typology>> {
        let possible = self.findings.typology;
        let notices = self.typology_notices();
        (!possible.is_empty()).then(|| Finding { notices, ..self.finding(possible) })
    }

    /// The steps for now and for later.
    fn steps(&self) -> (Vec<Said>, Later) {
        let (mut now, mut later) = (Vec::new(), Later::default());
        for Entry { id, logic: Step { advice, timing, who, calls }, cites, words: _ } in &self.steps {
            let at = match timing {
                Timing::Now => &mut now,
                Timing::Today => &mut later.today,
                Timing::BeforeClosing => &mut later.before_closing,
                Timing::FollowUp => &mut later.follow_up,
            };
            at.push(Said { who: Some(*who), calls: *calls, ..self.say(id, advice, cites) });
        }
        (now, later)
    }

    /// Other routes, while it is possible that the guide does not fit.
    fn routes(&self) -> Vec<Said> {
        let (mut routes, mut taken) = (Vec::new(), Vec::new());
        for Entry { id, logic: Route { advice, calls }, cites, words: _ } in &self.here.policy.routes {
            if self.findings.scope.contains(Scope::Outside) && self.standing.shows_first(advice, &mut taken) {
                routes.push(Said { calls: *calls, ..self.say(id, advice, cites) });
            }
        }
        routes
    }

    fn never(&self) -> Vec<Said> {
        let (mut never, mut taken) = (Vec::new(), Vec::new());
        for Entry { id, logic: advice, cites, words: _ } in &self.here.policy.never {
            if self.standing.shows_first(advice, &mut taken) {
                never.push(self.say(id, advice, cites));
            }
        }
        never
    }

    fn people(&self) -> Vec<InIt> {
        self.standing.people.there.iter().map(|person| self.person(person)).collect()
    }

    fn person(&self, who: Person) -> InIt {
        let maybe = !self.standing.people.certain.contains(who);
        let (say, act, do_not, police) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        let mut card = InIt { who, maybe, name: InWords::default(), say, act, do_not, police };
        let mut taken = Vec::new();
        for Entry { id, logic: Line { advice, about, part }, cites, words: _ } in &self.here.policy.lines {
            if about.contains(who) && self.standing.shows_first(advice, &mut taken) {
                card.part(*part).push(self.say(id, advice, cites));
            }
        }
        card
    }

    /// An advice that is shown.
    fn say(&self, id: &Text, advice: &Advice, cites: &[Cite]) -> Said {
        let policy = self.here.policy;
        Said {
            id: id.clone(),
            who: None,
            calls: Set::NONE,
            basis: basis(policy, self.told.nation, advice.basis, cites),
            sources: cited(policy, self.told.nation, cites),
            text: InWords::default(),
            why: InWords::default(),
        }
    }

    fn set_aside(&self) -> Vec<Given> {
        let aside = self.told.told().filter(|(question, _)| !self.standing.applies.contains(*question));
        aside.map(|(question, answer)| Given { question: self.here.id(question), answer, reading: None }).collect()
    }

    fn ask(&self) -> Questions {
        let open = self.open.axes().union(self.open.now).union(self.open.rest);
        open.meet(self.standing.applies).without(self.told.answered())
    }

    fn next(&self, ask: Questions) -> Option<Next> {
        let first = [self.open.on.response, self.open.now, Questions::ALL].into_iter();
        let question = first.flat_map(|open| ask.meet(open).iter()).next()?;
        let yes = self.here.with(question, Answer::Yes).bounds().at_least;
        Some(Next {
            question: self.here.id(question),
            open_on: self.open.turns(question),
            if_yes: yes.filter(|yes| Some(*yes) > self.findings.bounds.at_least).map(|at_least| Forced { at_least }),
            because: InWords::default(),
        })
    }

    /// The questions on which the response turns, or what is to be done now.
    fn decides(&self, ask: Questions) -> Vec<Decides> {
        let mut decides = Vec::new();
        for question in ask.meet(self.open.on.response.union(self.open.now)).iter() {
            let on = if self.open.on.response.contains(question) { Turns::Response } else { Turns::Now };
            decides.push(Decides { question: self.here.id(question), on });
        }
        decides
    }

    fn would_change(&self) -> Vec<Change> {
        let mut changes = Vec::new();
        for question in self.open.axes().meet(self.here.applies).iter() {
            changes.extend(self.change(question, Answer::Yes));
            changes.extend(self.change(question, Answer::No));
        }
        changes
    }

    /// What one answer would change, or `None` if nothing.
    fn change(&self, question: Question, answer: Answer) -> Option<Change> {
        let then = Findings::of(&self.here.with(question, answer));
        let now = self.findings;
        (then != now).then_some(Change {
            question: self.here.id(question),
            answer,
            response: (then.bounds != now.bounds).then_some(then.bounds),
            scope: changed(now.scope, then.scope),
            recording: changed(now.recording, then.recording),
            typology: changed(now.typology, then.typology),
        })
    }
}

fn changed<V: OnAxis>(now: Set<V>, then: Set<V>) -> Option<Set<V>> {
    (now != then).then_some(then)
}

fn stamp(policy: &Policy) -> Stamp {
    let edition = &policy.edition;
    Stamp {
        edition: edition.id.clone(),
        status: edition.status,
        rules: edition.rules.clone(),
        sha256: edition.sha256.clone(),
        checked: edition.checked.clone(),
        review_by: edition.review_by.clone(),
    }
}

impl InIt {
    /// Where the lines of a part of the card stand.
    const fn part(&mut self, part: Part) -> &mut Vec<Said> {
        match part {
            Part::Say => &mut self.say,
            Part::Do => &mut self.act,
            Part::DoNot => &mut self.do_not,
            Part::Police => &mut self.police,
        }
    }
}

fn forecasted(policy: &Policy, value: Recording, forecast: &Forecast) -> Forecasted {
    let open = policy.unpublished.iter().filter(|point| point.logic.with.contains(value));
    Forecasted {
        value,
        label: forecast.label.clone(),
        crimes: forecast.crimes.clone(),
        outcomes: forecast.outcomes.clone(),
        says: InWords::default(),
        not_published: open.map(|point| NotPublished { id: point.id.clone(), says: InWords::default() }).collect(),
    }
}
