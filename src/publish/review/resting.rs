//! Everything that rests on a source: each rule, step, thing never to do and script, as one kind of thing.

use super::document::Line;
use super::speech::{said, spoken_for, value};
use crate::edition::{LOGIC, WORDING};
use crate::policy::logic::{Advice, Cite, Words};
use crate::policy::vocabulary::{Axis, Basis, Timing, Word};
use crate::say::timing;

/// What kind of thing rests on a source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A rule of an axis.
    Rule(Axis),
    /// Something never to do.
    Never,
    /// A step of a timing.
    Step(Timing),
    /// Words to say.
    Script,
}

/// Something that rests on a source.
pub(super) struct Resting {
    /// What kind of thing it is.
    pub kind: Kind,
    /// Its name among all things.
    pub name: String,
    /// What it says, short.
    pub says: Line,
    /// The nations it holds for.
    pub nations: Words,
    /// What the policy says that it rests on.
    pub basis: Basis,
    /// Where it comes from.
    pub cites: &'static [Cite],
}

impl Kind {
    /// Every kind, in the order of the policy.
    pub fn all() -> impl Iterator<Item = Self> {
        let rules = Axis::ALL.iter().copied().map(Self::Rule);
        let steps = Timing::ALL.iter().copied().map(Self::Step);
        rules.chain([Self::Never]).chain(steps).chain([Self::Script])
    }

    /// What things of this kind are called.
    pub fn heading(self) -> String {
        match self {
            Self::Rule(axis) => format!("Rules: {}", about(axis)),
            Self::Never => "Never".to_owned(),
            Self::Step(timing) => format!("Steps: {}", timing::heading(timing).to_lowercase()),
            Self::Script => "Words to say".to_owned(),
        }
    }

    /// What a name of this kind begins with.
    pub fn prefix(self) -> &'static str {
        match self {
            Self::Rule(axis) => axis.id(),
            Self::Never => "never",
            Self::Step(_) => "step",
            Self::Script => "script",
        }
    }

    /// The name of a thing of this kind among all things.
    pub fn name(self, id: &str) -> String {
        format!("{}/{id}", self.prefix())
    }
}

/// What the rules of an axis are about.
const fn about(axis: Axis) -> &'static str {
    match axis {
        Axis::Scope => "does the guide fit?",
        Axis::Response => "response",
        Axis::Recording => "police recording",
        Axis::Typology => "kind of incident",
    }
}

impl Resting {
    /// Everything that rests on a source, in the order of the policy.
    pub fn all() -> Vec<Self> {
        let rules = Axis::ALL.iter().flat_map(|axis| rules(*axis));
        rules.chain(never()).chain(steps()).chain(scripts()).collect()
    }

    /// Whether the policy itself calls it our judgement.
    pub fn is_judgement(&self) -> bool {
        self.basis == Basis::Judgement
    }

    /// The nations where it is guidance of another nation only, and so our judgement.
    pub fn borrowed_in(&self) -> Words {
        if self.is_judgement() { 0 } else { self.nations & !spoken_for(self.cites) }
    }

    fn advice(kind: Kind, advice: &'static Advice, says: Line) -> Self {
        let (nations, basis, cites) = (advice.when.nations, advice.basis, &advice.cites);
        Self { kind, name: kind.name(&advice.id), says, nations, basis, cites }
    }
}

fn rules(axis: Axis) -> impl Iterator<Item = Resting> {
    let words = WORDING.rules.get(usize::from(axis.index())).into_iter().flatten();
    LOGIC.chart(axis).rules.iter().zip(words).map(move |(rule, says)| Resting {
        kind: Kind::Rule(axis),
        name: Kind::Rule(axis).name(&rule.id),
        says: Line::joined([said(says), value(axis, rule.to)], " Leads to ").then("."),
        nations: rule.nations,
        basis: rule.basis,
        cites: &rule.cites,
    })
}

fn never() -> impl Iterator<Item = Resting> {
    let all = LOGIC.never.iter().zip(&WORDING.never);
    all.map(|(advice, saying)| Resting::advice(Kind::Never, advice, said(&saying.text)))
}

fn steps() -> impl Iterator<Item = Resting> {
    let all = LOGIC.steps.iter().zip(&WORDING.steps);
    all.map(|(step, saying)| Resting::advice(Kind::Step(step.timing), &step.advice, said(&saying.text)))
}

fn scripts() -> impl Iterator<Item = Resting> {
    let all = LOGIC.scripts.iter().zip(&WORDING.scripts);
    all.map(|(advice, script)| Resting::advice(Kind::Script, advice, said(&script.to).then(".")))
}
