//! The decision, as the JSON of the contract without its words, sources and stamp.

use std::collections::BTreeSet;

use serde_json::{Value as Json, json};

use super::cases::Vector;
use super::known::Known;
use super::open::Open;
use super::policy::{Advice, Answer, RECORDINGS, RESPONSES, Rule, SCOPES, TYPOLOGIES};
use super::verdict::{Judge, Response, Values};

/// The decision on an incident.
pub fn decide(judge: &Judge<'_>, given: &[Option<Answer>]) -> Json {
    let known = judge.known(given);
    let mut decision = conclude(judge, &known);
    add_what_turns(judge, &known, &mut decision);
    add_what_holds_up(judge, &known, &mut decision);
    decision
}

/// What the least response rests on, by definition: what it is where nothing more is answered than no, whether the guide fits
/// or not, once answers of *not known* are read as no.
fn add_what_holds_up(judge: &Judge<'_>, known: &Known, decision: &mut Json) {
    let unknown = (0..known.kept.len()).filter(|question| known.kept[*question] == Some(Answer::Unsure));
    let questions = &judge.policy.questions;
    let is_no = |(place, answer): (usize, &Answer)| {
        known.kept[place].is_some() || questions[place].fit || *answer == Answer::No
    };
    let nothing_more = |finishing: &Vector| finishing.iter().enumerate().all(is_no);
    let least_but = |kept: Option<usize>| {
        let read = |(place, answer): (usize, &Answer)| match known.kept[place] {
            Some(Answer::Unsure) if Some(place) != kept => Answer::No,
            _ => *answer,
        };
        let least = |finishing: &Vector| judge.finishing(&finishing.iter().enumerate().map(read).collect());
        known.finishings.iter().filter(|finishing| nothing_more(finishing)).map(least).min().flatten()
    };
    let refer_now = RESPONSES.iter().position(|response| *response == "refer-now");
    let without = least_but(None);
    let unknown: Vec<usize> = unknown.filter(|_| known.at_least.is_some() && without != known.at_least).collect();
    let alone: Vec<usize> = unknown.iter().copied().filter(|one| least_but(Some(*one)) == known.at_least).collect();
    let (in_finishings, _) = judge.may_be_read_as(&known.kept);
    let deciding = |question: &usize| judge.decides(known, &in_finishings, *question);
    let held = if alone.is_empty() { unknown.into_iter().filter(deciding).collect() } else { alone };
    decision["response"]["clear"] = json!(without >= refer_now);
    decision["response"]["heldUp"] = json!(held.into_iter().map(|question| judge.id(question)).collect::<Vec<_>>());
}

/// The decision without what turns on what, which takes longest to look at.
pub fn conclude(judge: &Judge<'_>, known: &Known) -> Json {
    let (in_finishings, in_worlds) = judge.may_be_read_as(&known.kept);
    let finding = |rules: &[&Rule], names: &[&str], possible: &Values| {
        json!({
            "possible": named(names, possible),
            "settled": possible.len() == 1,
            "because": because(rules, names, possible, &in_worlds),
        })
    };
    let mut decision = json!({
        "scope": finding(&judge.scope, SCOPES, &known.scope),
        "response": response(judge, known, &in_finishings),
    });
    if !known.recording.is_empty() {
        decision["recording"] = finding(&judge.recording, RECORDINGS, &known.recording);
        let forecast: Vec<_> = known.recording.iter().map(|value| &judge.policy.forecasts[*value]).collect();
        decision["recording"]["forecast"] = json!(forecast);
    }
    if !known.typology.is_empty() {
        decision["typology"] = finding(&judge.typology, TYPOLOGIES, &known.typology);
    }
    said(judge, known, &mut decision);
    decision
}

fn add_what_turns(judge: &Judge<'_>, known: &Known, decision: &mut Json) {
    let open = judge.open(known);
    for (axis, on) in open.axes() {
        if let Some(finding) = decision.get_mut(axis) {
            finding["openOn"] = json!(judge.ids(|question| on[question]));
        }
    }
    let ask = judge.ask(known, &open);
    decision["ask"] = json!(ask.iter().map(|question| judge.id(*question)).collect::<Vec<_>>());
    let decides = |question: &usize| {
        let on = if open.response[*question] { Some("response") } else { open.now[*question].then_some("now") };
        on.map(|on| json!({ "question": judge.id(*question), "on": on }))
    };
    decision["decides"] = json!(ask.iter().filter_map(decides).collect::<Vec<_>>());
    if let Some(next) = next(judge, known, &open, &ask) {
        decision["next"] = next;
    }
    decision["wouldChange"] = would_change(judge, known, &open);
}

/// The parts that rest on the answers given and on what is concluded, not on what turns on what.
fn said(judge: &Judge<'_>, known: &Known, decision: &mut Json) {
    let (applied, counted) = judge.readings(&known.kept);
    let reading = |place: &usize| {
        let reading = &judge.policy.readings[*place];
        let from = known.kept[reading.question].map(Answer::word);
        json!({ "id": reading.id, "question": judge.id(reading.question), "from": from, "to": reading.to.word() })
    };
    let aside = |(place, answer): (usize, &Option<Answer>)| {
        answer.map(|answer| json!({ "question": judge.id(place), "answer": answer.word() }))
    };
    decision["readings"] = json!(applied.iter().map(reading).collect::<Vec<_>>());
    decision["setAside"] = json!(known.aside.iter().enumerate().filter_map(aside).collect::<Vec<_>>());
    decision["said"] = json!(judge.said(known, &counted));
}

fn response(judge: &Judge<'_>, known: &Known, in_finishings: &[BTreeSet<Answer>]) -> Json {
    let mut rules = judge.responses_met(in_finishings);
    rules.sort_by_key(|rule| std::cmp::Reverse(rule.then));
    let reasons: Vec<_> = rules.iter().map(|rule| reason(rule, RESPONSES, Some(rule.then) == known.at_least)).collect();
    let mut finding = bounds(known.at_least, known.at_most);
    finding["settled"] = json!(known.at_least == known.at_most);
    finding["because"] = json!(reasons);
    finding
}

impl Judge<'_> {
    /// Everything that is said, each with its kind, and who is in it.
    pub fn said(&self, known: &Known, counted: &[Option<Answer>]) -> Vec<String> {
        let policy = self.policy;
        let named = |kind: &str, given: Vec<&Advice>| -> Vec<String> {
            given.iter().map(|advice| format!("{kind} {} {}", advice.part, advice.id)).collect()
        };
        let steps = self.given(&policy.steps, known, counted);
        let calls = steps.iter().any(|step| step.part == "now" && step.place.as_deref() == Some("call"));
        let mut said = named("step", steps);
        said.extend(named("never", self.given(&policy.never, known, counted)));
        if known.scope.iter().any(|value| SCOPES[*value] == "outside") {
            said.extend(named("route", self.given(&policy.routes, known, counted)));
        }
        if calls {
            said.extend(named("call", self.given(&policy.call, known, counted)));
        }
        for (person, certain) in self.people(known) {
            let maybe = if certain { "" } else { " (maybe)" };
            said.push(format!("person {}{maybe}", person.id));
            let about = policy.lines.iter().filter(|line| line.about.contains(&person.id));
            said.extend(named(&format!("line of {}", person.id), self.given(about, known, counted)));
        }
        said.sort_unstable();
        said
    }

    /// The response rules that are met whatever is still answered.
    fn responses_met(&self, in_finishings: &[BTreeSet<Answer>]) -> Vec<&Rule> {
        let may_be_met = |rule: &&Rule| {
            rule.when.iter().all(|(question, cell)| in_finishings[*question].iter().any(|answer| cell.contains(answer)))
        };
        let inside = !self.scope.iter().any(|rule| SCOPES[rule.then] == "outside" && may_be_met(rule));
        let met = |rule: &&Rule| (inside || !rule.inside_only) && surely_met(rule, in_finishings);
        self.response.iter().copied().filter(met).collect()
    }

    /// Whether a rule on which the least response rests goes by a question.
    fn decides(&self, known: &Known, in_finishings: &[BTreeSet<Answer>], question: usize) -> bool {
        let met = self.responses_met(in_finishings);
        let mut deciding = met.iter().filter(|rule| Some(rule.then) == known.at_least);
        deciding.any(|rule| rule.when.iter().any(|(named, _)| *named == question))
    }
}

fn because(rules: &[&Rule], names: &[&str], possible: &Values, in_worlds: &[BTreeSet<Answer>]) -> Vec<Json> {
    let met = rules.iter().filter(|rule| possible.contains(&rule.then) && surely_met(rule, in_worlds));
    met.map(|rule| reason(rule, names, possible.len() == 1)).collect()
}

fn reason(rule: &Rule, names: &[&str], decides: bool) -> Json {
    let mut reason = json!({ "rule": rule.id, "then": names[rule.then] });
    if decides {
        reason["decides"] = json!(true);
    }
    reason
}

fn surely_met(rule: &Rule, may_be: &[BTreeSet<Answer>]) -> bool {
    rule.when.iter().all(|(question, cell)| may_be[*question].iter().all(|answer| cell.contains(answer)))
}

/// What to ask first, and the most important thing that turns on it.
fn next(judge: &Judge<'_>, known: &Known, open: &Open, ask: &[usize]) -> Option<Json> {
    let first = ask.iter().find(|question| open.response[**question]);
    let question = *first.or_else(|| ask.iter().find(|question| open.now[**question])).or(ask.first())?;
    let open_on = open
        .axes()
        .into_iter()
        .find(|(_, on)| on[question])
        .map_or(if open.now[question] { "now" } else { "rest" }, |(axis, _)| axis);
    let mut next = json!({ "question": judge.id(question), "openOn": open_on });
    let then = judge.answered(known, question, Answer::Yes);
    if let Some(at_least) = then.at_least.filter(|_| then.at_least > known.at_least) {
        next["ifYes"] = json!({ "atLeast": RESPONSES[at_least] });
    }
    Some(next)
}

fn would_change(judge: &Judge<'_>, known: &Known, open: &Open) -> Json {
    let made_unsure = judge.made_unsure(&known.kept);
    let mut changes = Vec::new();
    for (question, kept) in known.kept.iter().enumerate() {
        let may_change = matches!(kept, None | Some(Answer::Unsure)) || made_unsure[question];
        if !may_change || !known.applies[question] || !open.on_an_axis(question) {
            continue;
        }
        for answer in [Answer::Yes, Answer::No] {
            let then = judge.answered(known, question, answer);
            let mut change = json!({ "question": judge.id(question), "answer": answer.word() });
            if (then.at_least, then.at_most) != (known.at_least, known.at_most) {
                change["response"] = bounds(then.at_least, then.at_most);
            }
            let axes = [
                ("scope", SCOPES, &then.scope, &known.scope),
                ("recording", RECORDINGS, &then.recording, &known.recording),
                ("typology", TYPOLOGIES, &then.typology, &known.typology),
            ];
            for (axis, names, then, now) in axes {
                if then != now {
                    change[axis] = json!(named(names, then));
                }
            }
            if change.as_object().is_some_and(|fields| fields.len() > 2) {
                changes.push(change);
            }
        }
    }
    json!(changes)
}

fn bounds(at_least: Response, at_most: Response) -> Json {
    let mut bounds = json!({});
    for (name, bound) in [("atLeast", at_least), ("atMost", at_most)] {
        if let Some(bound) = bound {
            bounds[name] = json!(RESPONSES[bound]);
        }
    }
    bounds
}

fn named<'n>(names: &[&'n str], values: &Values) -> Vec<&'n str> {
    values.iter().map(|value| names[*value]).collect()
}

impl Judge<'_> {
    /// Every question that applies, is unanswered and can still change something.
    fn ask(&self, known: &Known, open: &Open) -> Vec<usize> {
        let can_change = |question: &usize| open.on_an_axis(*question) || open.now[*question] || open.rest[*question];
        let to_ask = |question: &usize| known.applies[*question] && known.kept[*question].is_none();
        (0..known.kept.len()).filter(to_ask).filter(can_change).collect()
    }

    /// What is known once a question is answered; what is set aside now stays so.
    fn answered(&self, known: &Known, question: usize, answer: Answer) -> Known {
        let mut given = known.kept.clone();
        given[question] = Some(answer);
        self.known(&given)
    }

    fn id(&self, question: usize) -> &str {
        &self.policy.questions[question].id
    }

    fn ids(&self, of: impl Fn(usize) -> bool) -> Vec<&str> {
        (0..self.policy.questions.len()).filter(|question| of(*question)).map(|question| self.id(question)).collect()
    }
}
