//! What the code does with the tables, held against the definitions at incidents drawn at random.

use biodivine_lib_bdd::{Bdd, BddValuation};

use super::{Property, Verdict, refuted};
use crate::assess;
use crate::decision::{Decision, Reason};
use crate::incident::Incident;
use crate::policy::table::Text;
use crate::policy::vocabulary::{Answer, Response, Word};
use crate::proof::advice::{Standing, conditions};
use crate::proof::algebra::{FINISHING, Vector, place};
use crate::proof::partial::PAIRS;
use crate::proof::sample::smallest;
use crate::proof::subject::{Here, Subject};

pub const FINDINGS: Property = Property {
    sentence: "bounds and possible values are exactly those of the finishings and worlds",
    shows: "the code, against the definitions",
    check: |subject| sampled(subject, |incident, code| findings(subject, incident, code)),
};

pub const ASKED: Property = Property {
    sentence: "no question is asked that cannot change anything still open",
    shows: "the code: open on an axis exactly where two finishings or worlds differ; asked only where one is open",
    check: |subject| sampled(subject, |incident, code| asked(subject, incident, code)),
};

pub const SET_ASIDE: Property = Property {
    sentence: "the Decision, set-aside answers apart, depends only on answers that apply",
    shows: "the code, with and without the answers set aside",
    check: |subject| sampled(subject, |incident, code| set_aside(subject, incident, code)),
};

pub const SAID: Property = Property {
    sentence: super::advice::DELETION.sentence,
    shows: "the code says what the conditions say, and nothing else",
    check: |subject| {
        let shown: Vec<Vec<Bdd>> = subject.nations.iter().map(|here| shown(subject, here)).collect();
        sampled(subject, |incident, code| said(subject, &shown, incident, code))
    },
};

pub const NAMES_ONLY_ANSWERS: Property = Property {
    sentence: "the explanation names only answers given",
    shows: "the code: each answer in a reason was given so, and applies; each reason has a source",
    check: |subject| sampled(subject, |incident, code| reasons(subject, incident, code)),
};

/// Holds the code against a sentence at each incident; what is wrong, if anything.
fn sampled(subject: &Subject<'_>, wrong: impl Fn(Incident, &Decision) -> Option<String>) -> Verdict {
    let mut decisions = subject.decisions().iter();
    let Some((failing, _)) = decisions.find(|(incident, decision)| wrong(*incident, decision).is_some()) else {
        return Verdict::Sampled { incidents: subject.sample };
    };
    let wrong = |incident| wrong(incident, &assess(subject.policy, incident));
    let least = smallest(*failing, |incident| wrong(incident).is_some());
    refuted(subject.incident_witness(&least).with(wrong(least)))
}

fn here<'s>(subject: &'s Subject<'_>, incident: Incident) -> Option<&'s Here> {
    subject.nations.iter().find(|here| here.nation == incident.nation)
}

/// The value of the greatest function that holds, where each implies those before.
fn reached(levels: &[Bdd], at: &BddValuation) -> Option<Response> {
    let reached = levels.iter().filter(|level| level.eval_in(at)).count();
    reached.checked_sub(1).and_then(|level| Response::ALL.get(level)).copied()
}

fn values<V: Word>(possible: &[Bdd], at: &BddValuation) -> Vec<V> {
    possible.iter().zip(V::ALL).filter(|(possible, _)| possible.eval_in(at)).map(|(_, value)| *value).collect()
}

fn findings(subject: &Subject<'_>, incident: Incident, code: &Decision) -> Option<String> {
    let known = subject.known(here(subject, incident)?);
    let at = subject.space.valuation(&incident);
    let differ = [
        (code.response.at_least != reached(&known.at_least, &at), "atLeast"),
        (code.response.at_most != reached(&known.at_most, &at), "atMost"),
        (code.scope.possible != values(&known.scope, &at), "scope"),
        (
            code.recording.as_ref().map_or_else(Vec::new, |it| it.possible.clone()) != values(&known.recording, &at),
            "recording",
        ),
        (
            code.typology.as_ref().map_or_else(Vec::new, |it| it.possible.clone()) != values(&known.typology, &at),
            "typology",
        ),
    ];
    let differ = differ.into_iter().find(|(differs, _)| *differs);
    differ.map(|(_, field)| format!("`{field}` is not that of the finishings and worlds"))
}

fn asked(subject: &Subject<'_>, incident: Incident, code: &Decision) -> Option<String> {
    let here = here(subject, incident)?;
    let open = subject.open_in(here);
    let at = subject.space.valuation(&incident);
    let none = Vec::new();
    let (recording, typology) = (code.recording.as_ref(), code.typology.as_ref());
    let axes = [
        (&code.response.open_on, &open.response, "response"),
        (&code.scope.open_on, &open.scope, "scope"),
        (recording.map_or(&none, |it| &it.open_on), &open.recording, "recording"),
        (typology.map_or(&none, |it| &it.open_on), &open.typology, "typology"),
    ];
    let ids = |of: &[Bdd]| open_ids(subject, of, &at);
    let wrong = axes.iter().find(|(code, exact, _)| **code != ids(exact));
    if let Some((code, exact, axis)) = wrong {
        return Some(format!("{axis} is open on {code:?}, by definition on {:?}", ids(exact)));
    }
    let on_an_axis = |id: &Text| axes.iter().any(|(open, _, _)| open.contains(id));
    let idle = code.ask.iter().filter(|id| !on_an_axis(id));
    let idle = idle.into_iter().find(|id| !opens_advice(subject, here, &at, id));
    idle.map(|id| format!("`{id}` is asked, and nothing turns on it"))
}

fn open_ids(subject: &Subject<'_>, open: &[Bdd], at: &BddValuation) -> Vec<Text> {
    let open = open.iter().zip(subject.policy.questions.iter()).filter(|(open, _)| open.eval_in(at));
    open.map(|(_, question)| question.id.clone()).collect()
}

/// Whether something said turns on a question, or on one that it may bring in.
fn opens_advice(subject: &Subject<'_>, here: &Here, at: &BddValuation, id: &str) -> bool {
    let Some(question) = subject.policy.question(id) else { return false };
    let brings_in = |child: &usize| {
        let rows = subject.policy.questions.get(*child).map(|child| child.asked_when.iter());
        rows.is_some_and(|mut rows| rows.any(|row| row & question != 0))
    };
    let late = |child: &usize| {
        let holds = |of: &[Bdd]| of.get(*child).is_some_and(|of| of.eval_in(at));
        !holds(&subject.partial().applies) && !holds(&subject.partial().closed)
    };
    subject.advice_open(here, place(question)).is_some_and(|open| open.eval_in(at))
        || (0..subject.space.questions)
            .filter(brings_in)
            .filter(late)
            .any(|child| opens_advice(subject, here, at, subject.id(child)))
}

fn set_aside(subject: &Subject<'_>, incident: Incident, code: &Decision) -> Option<String> {
    let aside = code.set_aside.iter().filter_map(|given| subject.policy.question(&given.question));
    let aside = aside.fold(0, |set, question| set | question);
    let without = assess(subject.policy, incident.without(aside));
    let same = Decision { set_aside: Vec::new(), ..code.clone() } == without;
    (!same).then(|| "the decision changes when the answers set aside are taken back".to_owned())
}

fn shown(subject: &Subject<'_>, here: &Here) -> Vec<Bdd> {
    let standing = Standing::partial(subject, here);
    conditions(subject.policy).map(|(_, condition)| standing.shows(condition)).collect()
}

fn said(subject: &Subject<'_>, shown: &[Vec<Bdd>], incident: Incident, code: &Decision) -> Option<String> {
    let at = subject.space.valuation(&incident);
    let said: Vec<&Text> = code.never.iter().chain(&code.steps).chain(&code.scripts).map(|said| &said.id).collect();
    let here = subject.nations.iter().position(|here| here.nation == incident.nation);
    let shown = here.and_then(|here| shown.get(here))?;
    let expected = conditions(subject.policy).zip(shown).filter(|(_, shows)| shows.eval_in(&at));
    let expected: Vec<&str> = expected.map(|((id, _), _)| id).collect();
    let same = said.iter().map(|id| &***id).eq(expected.iter().copied());
    (!same).then(|| format!("says {said:?}, by the conditions {expected:?}"))
}

fn reasons(subject: &Subject<'_>, incident: Incident, code: &Decision) -> Option<String> {
    let aside: Vec<&Text> = code.set_aside.iter().map(|given| &given.question).collect();
    let given = |question: &Text, answer: Answer| {
        let bit = subject.policy.question(question);
        bit.is_some_and(|bit| incident.answer(bit) == Some(answer)) && !aside.contains(&question)
    };
    let recording = code.recording.iter().flat_map(|finding| &finding.because);
    let typology = code.typology.iter().flat_map(|finding| &finding.because);
    let mut all = code.response.because.iter().chain(&code.scope.because).chain(recording).chain(typology);
    let wrong = |reason: &&Reason| {
        reason.sources.is_empty() || !reason.answers.iter().all(|answer| given(&answer.question, answer.answer))
    };
    all.find(wrong).map(|reason| format!("rule `{}` has no source, or names an answer not given", reason.rule))
}

impl Subject<'_> {
    /// Two finishings that differ only in a question have something said at the one and not at the other.
    fn advice_open<'h>(&self, here: &'h Here, place: usize) -> Option<&'h Bdd> {
        Some(here.advice.get(place)?.get_or_init(|| self.advice_open_by_definition(here, place)))
    }

    fn advice_open_by_definition(&self, here: &Here, place: usize) -> Bdd {
        let (shown, finishings) = here.said.get_or_init(|| (self.shown(here), self.late_finishings(here)));
        let at = |of: &Bdd, answer| self.space.answered(of, place, answer);
        let open = PAIRS.iter().map(|(one, two)| {
            let differs = self.space.any(shown.iter().map(|shows| at(shows, *one).xor(&at(shows, *two))));
            self.space.some(&at(finishings, *one).and(&at(finishings, *two)), &differs, FINISHING)
        });
        self.space.any(open).and_not(&self.partial().given(&self.space, place))
    }

    /// Of each advice, the complete answer sets at which it is said.
    fn shown(&self, here: &Here) -> Vec<Bdd> {
        let standing = Standing::complete(self, here);
        conditions(self.policy).map(|(_, condition)| standing.shows(condition)).collect()
    }

    /// The finishings, with the questions that are asked only while some response is possible: where one applies, both now
    /// and in the finishing, its answer stays.
    fn late_finishings(&self, here: &Here) -> Bdd {
        let (told, finishing) = (Vector::told(&self.space), Vector::finishing(&self.space));
        let known = self.known(here);
        let late = self.policy.questions.iter().enumerate().filter_map(|(place, question)| {
            let applied = self.among(&known.at_most, question.asked_while?);
            let applies = self.among(&here.at_most, question.asked_while?);
            let given = self.partial().given(&self.space, place).and(&applied).and(&applies);
            Some(given.imp(&finishing.0.get(place)?.equals(told.0.get(place)?)))
        });
        self.space.all(late.chain([self.partial().finishings.clone(), here.complete.clone()]))
    }
}
