//! Everything that rests on a source (rules and every kind of advice) as one type.

use super::document::Line;
use super::speech::{said, spoken_for, value};
use crate::edition::POLICY;
use crate::policy::entry::Entry;
use crate::policy::logic::{Advice, Cite};
use crate::policy::set::Set;
use crate::policy::vocabulary::{Axis, Basis, Nation, Timing, Word};
use crate::say::timing;

/// The kind of a thing that rests on a source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A rule of an axis.
    Rule(Axis),
    /// Something never to do.
    Never,
    /// A step of a timing.
    Step(Timing),
    /// Another route.
    Route,
    /// A line of a person's card.
    Line,
    /// A text of the call.
    Call,
}

/// A thing that rests on a source.
pub(super) struct Sourced {
    /// Its kind.
    pub kind: Kind,
    /// Its name, unique among all kinds.
    pub name: String,
    /// Its text in short.
    pub says: Line,
    /// The nations it holds for.
    pub nations: Set<Nation>,
    /// Its basis as the policy states it.
    pub basis: Basis,
    /// Where it comes from.
    pub cites: &'static [Cite],
}

impl Kind {
    /// Every kind, in the order of the policy.
    pub fn all() -> impl Iterator<Item = Self> {
        let rules = Axis::ALL.iter().copied().map(Self::Rule);
        let steps = Timing::ALL.iter().copied().map(Self::Step);
        rules.chain([Self::Never]).chain(steps).chain([Self::Route, Self::Line, Self::Call])
    }

    /// The heading of things of this kind.
    pub fn heading(self) -> String {
        match self {
            Self::Rule(axis) => format!("Rules: {}", about(axis)),
            Self::Never => "Never".to_owned(),
            Self::Step(timing) => format!("Steps: {}", timing::heading(timing).to_lowercase()),
            Self::Route => "Other routes".to_owned(),
            Self::Line => "For each person".to_owned(),
            Self::Call => "The call".to_owned(),
        }
    }

    /// The prefix of names of this kind.
    pub fn prefix(self) -> &'static str {
        match self {
            Self::Rule(axis) => axis.id(),
            Self::Never => "never",
            Self::Step(_) => "step",
            Self::Route => "route",
            Self::Line => "line",
            Self::Call => "call",
        }
    }

    /// The name of a thing of this kind, from its identifier.
    pub fn name(self, id: &str) -> String {
        format!("{}/{id}", self.prefix())
    }
}

/// The subject of the rules of an axis.
const fn about(axis: Axis) -> &'static str {
    match axis {
        Axis::Scope => "does the guide fit?",
        Axis::Response => "response",
        Axis::Recording => "police recording",
        Axis::Typology => "kind of incident",
    }
}

impl Sourced {
    /// Everything that rests on a source, in the order of the policy.
    pub fn all() -> Vec<Self> {
        let rules = Axis::ALL.iter().flat_map(|axis| rules(*axis));
        rules.chain(never()).chain(steps()).chain(routes()).chain(lines()).chain(call()).collect()
    }

    /// Whether the policy states it as our judgement.
    pub fn is_judgement(&self) -> bool {
        self.basis == Basis::Judgement
    }

    /// The nations in which it is guidance of another nation only, and so our judgement.
    pub fn borrowed_in(&self) -> Set<Nation> {
        if self.is_judgement() { Set::NONE } else { self.nations.without(spoken_for(self.cites)) }
    }

    fn advice<L, W>(kind: Kind, entry: &'static Entry<L, W>, advice: &Advice, says: &str) -> Self {
        let (nations, basis, cites) = (advice.when.nations, advice.basis, &entry.cites);
        Self { kind, name: kind.name(&entry.id), says: said(says), nations, basis, cites }
    }
}

fn rules(axis: Axis) -> impl Iterator<Item = Sourced> {
    POLICY.rules[axis].iter().map(move |rule| Sourced {
        kind: Kind::Rule(axis),
        name: Kind::Rule(axis).name(&rule.id),
        says: Line::joined([said(&rule.words), value(rule.logic.to)], " Leads to ").then("."),
        nations: rule.logic.nations,
        basis: rule.logic.basis,
        cites: &rule.cites,
    })
}

fn never() -> impl Iterator<Item = Sourced> {
    POLICY.never.iter().map(|never| Sourced::advice(Kind::Never, never, &never.logic, &never.words.text))
}

fn steps() -> impl Iterator<Item = Sourced> {
    POLICY
        .steps
        .iter()
        .map(|step| Sourced::advice(Kind::Step(step.logic.timing), step, &step.logic.advice, &step.words.text))
}

fn routes() -> impl Iterator<Item = Sourced> {
    POLICY.routes.iter().map(|route| Sourced::advice(Kind::Route, route, &route.logic.advice, &route.words.text))
}

fn lines() -> impl Iterator<Item = Sourced> {
    POLICY.lines.iter().map(|line| Sourced::advice(Kind::Line, line, &line.logic.advice, &line.words))
}

fn call() -> impl Iterator<Item = Sourced> {
    POLICY.utterances.iter().map(|said| Sourced::advice(Kind::Call, said, &said.logic.advice, &said.words))
}
