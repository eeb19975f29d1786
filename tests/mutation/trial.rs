//! What becomes of a mutant: refused, caught, or still alive.

use std::collections::BTreeSet;
use std::fmt;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use sgii_guide::case::Case;
use sgii_guide::edition::POLICY;
use sgii_guide::policy::Policy;
use sgii_guide::policy::compile::compile;
use sgii_guide::proof::Subject;
use sgii_guide::proof::properties::{PROPERTIES, Verdict};
use sgii_guide::{Incident, assess};

use super::edit::Source;
use super::mutants::Mutant;
use super::support::differences;
use super::support::snapshot::snapshot;

/// The sentences that a mutant must satisfy: those about policy, and not about the code that reads it.
const SENTENCES: &[&str] = &[
    "inside scope every complete set of answers has exactly one response",
    "for each answer to `child-imagery`, a more serious answer never lowers the response",
    "not known is never milder than no",
    "not known on a ground for referral never allows school-led",
    "every rule can decide",
    "a rule that finds nothing never stands beside a rule that finds something",
    "every question can matter",
    "danger and the grounds of abuse are never hidden by scope",
    "deletion is advised only as the outline's Order allows",
    "everything in the policy can be said",
    "no two of the named pairs of contradicting advice are ever shown together",
    "each nation gets its own call, wherever one is due",
    "wherever a child is not safe alone, exactly one of telling a parent and asking who keeps them safe stands",
    "wherever the concern may be about a member of staff, nothing says to tell only those who must act at school",
    "removal is never offered for a child whom nobody knows, and never without the call",
    "no recording axis outside England and Wales",
];

/// What became of a mutant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fate {
    /// The compiler does not take it.
    Refused,
    /// This worked case comes out otherwise than people expect.
    Case(String),
    /// This worked case comes out as people expect, and still otherwise than its snapshot.
    Snapshot(String),
    /// This sentence does not hold of it.
    Property(&'static str),
    /// Nothing tells it from the policy.
    Survived,
}

impl fmt::Display for Fate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Refused => f.write_str("refused by the compiler"),
            Self::Case(name) => write!(f, "caught by the case {name}"),
            Self::Snapshot(name) => write!(f, "caught by the snapshot of {name}"),
            Self::Property(sentence) => write!(f, "caught by “{sentence}”"),
            Self::Survived => f.write_str("survived"),
        }
    }
}

/// What every mutant is held against.
pub struct Trial {
    source: Source,
    cases: Vec<Held>,
}

/// A worked case, made ready.
struct Held {
    case: Case,
    incident: Incident,
    snapshot: String,
    /// What its snapshot names.
    names: BTreeSet<String>,
}

impl Held {
    fn of(case: &Case) -> Self {
        let incident = case.incident();
        let snapshot = snapshot(&assess(&POLICY, incident));
        let names = snapshot.split_whitespace().map(|name| name.trim_end_matches('*').to_owned()).collect();
        Self { case: case.clone(), incident, snapshot, names }
    }

    /// How it tells a policy from the one that the crate carries.
    fn against(&self, policy: &Policy) -> Option<Fate> {
        let decision = assess(policy, self.incident);
        let name = || self.case.name.clone();
        if !differences(&self.case.expect, &decision).is_empty() {
            return Some(Fate::Case(name()));
        }
        (snapshot(&decision) != self.snapshot).then(|| Fate::Snapshot(name()))
    }
}

impl Trial {
    /// Takes up the policy and the worked cases.
    pub fn new(source: Source, cases: &[Case]) -> Self {
        Self { source, cases: cases.iter().map(Held::of).collect() }
    }

    /// What becomes of each mutant. The cheapest check comes first.
    pub fn fates(&self, mutants: &[&Mutant]) -> Vec<Fate> {
        in_two_threads(mutants, |mutant| self.fate(mutant))
    }

    fn fate(&self, mutant: &Mutant) -> Fate {
        let files = self.source.with(&mutant.edit);
        let Ok(policy) = compile(&files) else { return Fate::Refused };
        let fate = self.case_against(&policy, &mutant.entry);
        fate.or_else(|| sentence_against(&policy).map(Fate::Property)).unwrap_or(Fate::Survived)
    }

    /// The first worked case that comes out otherwise than people expect, or else than its snapshot; those that name an
    /// entry are tried first.
    pub fn case_against(&self, policy: &Policy, entry: &str) -> Option<Fate> {
        let (naming, others): (Vec<_>, Vec<_>) = self.cases.iter().partition(|held| held.names.contains(entry));
        let mut snapshot = None;
        for held in naming.into_iter().chain(others) {
            match held.against(policy) {
                Some(fate @ Fate::Case(_)) => return Some(fate),
                fate => snapshot = snapshot.or(fate),
            }
        }
        snapshot
    }
}

/// The first sentence that fails.
pub fn sentence_against(policy: &Policy) -> Option<&'static str> {
    let subject = Subject::new(policy);
    let asked = PROPERTIES.iter().filter(|property| SENTENCES.contains(&property.sentence));
    let refuted = asked.into_iter().find(|property| matches!((property.check)(&subject), Verdict::Refuted(_)));
    refuted.map(|property| property.sentence)
}

/// The results in the order of the items.
pub fn in_two_threads<T: Sync, R: Send>(items: &[T], work: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let next = AtomicUsize::new(0);
    let take = || {
        let place = next.fetch_add(1, Ordering::Relaxed);
        items.get(place).map(|item| (place, work(item)))
    };
    let mut done: Vec<(usize, R)> = thread::scope(|scope| {
        let threads = [(); 2].map(|()| scope.spawn(|| std::iter::from_fn(take).collect::<Vec<_>>()));
        threads.into_iter().flat_map(|thread| thread.join().expect("a fate")).collect()
    });
    done.sort_by_key(|(place, _)| *place);
    done.into_iter().map(|(_, result)| result).collect()
}
