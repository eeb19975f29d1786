//! Everything that is said, with places, with people and with the call: at complete answer sets and at partial ones.

use biodivine_lib_bdd::Bdd;

use super::advice::Standing;
use super::algebra::{Vector, WORLD};
use super::subject::{Here, Subject};
use crate::policy::Policy;
use crate::policy::cube::Cube;
use crate::policy::logic::{Advice, Presence, Step};
use crate::policy::table::Text;
use crate::policy::vocabulary::{Person, Place, Timing};

/// Something that is said.
pub struct Spoken<'a> {
    /// Its kind and identifier, for example `step/refer-now`.
    pub path: String,
    /// Its advice.
    pub advice: &'a Advice,
    /// Of a step that is to be done now: its place.
    pub now: Option<Place>,
    /// Where it is said.
    pub at: Bdd,
}

/// A person, and where.
pub struct There {
    /// Who.
    pub who: Person,
    /// Where they are or may be in it.
    pub there: Bdd,
    /// Where it is certain.
    pub certain: Bdd,
}

/// Everything that a policy says in a nation, and who is in it.
pub struct All<'a> {
    /// What is said, in the order of the policy.
    pub said: Vec<Spoken<'a>>,
    /// Who is in it.
    pub people: Vec<There>,
}

impl<'a> All<'a> {
    /// At complete answer sets.
    pub fn complete(subject: &'a Subject<'a>, here: &'a Here) -> Self {
        Self::new(subject, &Standing::complete(subject, here), &|of| subject.in_some_world(of))
    }

    /// At partial answer sets.
    pub fn partial(subject: &'a Subject<'a>, here: &'a Here) -> Self {
        let worlds = &subject.partial().worlds;
        Self::new(subject, &Standing::partial(subject, here), &|of| subject.space.some(worlds, of, WORLD))
    }

    fn new(subject: &'a Subject<'a>, standing: &Standing<'_>, in_some_world: &dyn Fn(&Bdd) -> Bdd) -> Self {
        let Policy { never, steps, routes, lines, utterances, .. } = subject.policy;
        let people = people(subject, standing, &|presence| as_written(subject, presence, in_some_world));
        let first = |all: Vec<(&'a Text, &'a Advice)>| firsts(subject, standing, &all);
        let steps_said = first(steps.iter().map(|step| (&step.id, &step.logic.advice)).collect());
        let now = steps.iter().map(|step| place_now(&step.logic));
        let mut said: Vec<Spoken<'a>> =
            steps_said.into_iter().zip(now).map(|(at, now)| spoken("step", at, now)).collect();
        let called = subject.space.any(said.iter().filter(|it| it.now == Some(Place::Call)).map(|it| it.at.clone()));
        let in_order = first(never.iter().map(|entry| (&entry.id, &entry.logic)).collect());
        said.extend(in_order.into_iter().map(|at| spoken("never", at, None)));
        let perhaps_outside = standing.perhaps_outside();
        let in_order = first(routes.iter().map(|entry| (&entry.id, &entry.logic.advice)).collect());
        said.extend(
            in_order.into_iter().map(|(id, advice, at)| spoken("route", (id, advice, at.and(&perhaps_outside)), None)),
        );
        let in_order = first(utterances.iter().map(|entry| (&entry.id, &entry.logic.advice)).collect());
        said.extend(in_order.into_iter().map(|(id, advice, at)| spoken("call", (id, advice, at.and(&called)), None)));
        for There { who, there, .. } in &people {
            let about = lines.iter().filter(|line| line.logic.about.contains(*who));
            let in_order = first(about.map(|line| (&line.id, &line.logic.advice)).collect());
            said.extend(in_order.into_iter().map(|(id, advice, at)| spoken("line", (id, advice, at.and(there)), None)));
        }
        Self { said, people }
    }

    /// Where anything with a path is said.
    pub fn at(&self, subject: &Subject<'_>, path: &str) -> Bdd {
        subject.space.any(self.said.iter().filter(|said| said.path == path).map(|said| said.at.clone()))
    }
}

fn spoken<'a>(kind: &str, (id, advice, at): (&'a Text, &'a Advice, Bdd), now: Option<Place>) -> Spoken<'a> {
    Spoken { path: format!("{kind}/{id}"), advice, now, at }
}

fn place_now(step: &Step) -> Option<Place> {
    let place = step.advice.place.as_deref().filter(|_| step.timing == Timing::Now);
    place.and_then(|place| place.parse().ok())
}

/// Where each of some advice of one kind is said: where its condition holds, and that of none before it at its place.
fn firsts<'a>(
    subject: &Subject<'_>,
    standing: &Standing<'_>,
    all: &[(&'a Text, &'a Advice)],
) -> Vec<(&'a Text, &'a Advice, Bdd)> {
    let mut found: Vec<(&Text, &Advice, Bdd)> = Vec::new();
    for (id, advice) in all {
        let before = found.iter().filter(|(_, other, _)| advice.place.is_some() && other.place == advice.place);
        let taken = subject.space.any(before.map(|(_, _, at)| at.clone()));
        found.push((id, advice, standing.shows(&advice.when).and_not(&taken)));
    }
    found
}

/// Where a person is or may be in it by their rows, and where it is certain.
type Told<'f> = &'f dyn Fn(&Presence) -> [Bdd; 2];

/// Who is in it at partial answer sets by the compiled rows.
pub fn people_by_rows(subject: &Subject<'_>, here: &Here) -> Vec<There> {
    let space = &subject.space;
    let world = Vector::world_with_outcomes(space, &subject.policy.outcomes);
    let met = |rows: &[Cube]| space.any(rows.iter().map(|row| world.accepted(space, row)));
    let in_some_world = |rows: &[Cube]| space.some(&subject.partial().worlds, &met(rows), WORLD);
    let told = |presence: &Presence| [in_some_world(&presence.present), in_some_world(&presence.absent).not()];
    people(subject, &Standing::partial(subject, here), &told)
}

/// By the rows as written.
fn as_written(subject: &Subject<'_>, presence: &Presence, in_some_world: &dyn Fn(&Bdd) -> Bdd) -> [Bdd; 2] {
    let space = &subject.space;
    let world = Vector::world(space).read(space, subject.policy).resolved(space);
    let met = space.any(presence.rows.iter().map(|row| world.accepted(space, row)));
    let rows = if presence.rows.is_empty() { space.always() } else { met };
    [in_some_world(&rows), in_some_world(&rows.not()).not()]
}

fn people(subject: &Subject<'_>, standing: &Standing<'_>, told: Told<'_>) -> Vec<There> {
    let presences = subject.policy.people.iter().map(|entry| &entry.logic);
    let found: Vec<(&Presence, There)> =
        presences.map(|presence| (presence, there(subject, standing, told, presence.who, presence))).collect();
    let replaced = |who: Person| {
        let instead = found.iter().filter(|(other, _)| other.instead_of.contains(who));
        subject.space.any(instead.map(|(_, it)| it.there.clone()))
    };
    let kept = found.iter().map(|(_, it)| {
        let gone = replaced(it.who);
        There { who: it.who, there: it.there.and_not(&gone), certain: it.certain.and_not(&gone) }
    });
    kept.collect()
}

fn there(subject: &Subject<'_>, standing: &Standing<'_>, told: Told<'_>, who: Person, presence: &Presence) -> There {
    let [possible, certain] = told(presence);
    let due = presence.at_least.map_or_else(|| subject.space.always(), |levels| standing.at_least_among(levels));
    let shown = if presence.only_if_certain { certain.clone() } else { possible };
    There { who, there: shown.and(&due), certain: certain.and(&due) }
}
