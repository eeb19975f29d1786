//! What the rules say of one vector.

use std::cell::RefCell;
use std::collections::{BTreeSet, HashMap};
use std::rc::Rc;

use super::cases::{Vector, worlds};
use super::policy::{Answer, Policy, Reading, Rule, SCOPES};

/// A place in [`RESPONSES`](super::policy::RESPONSES); none where no rule is met, which is below everything.
pub type Response = Option<usize>;

/// Values of an axis, as places in its list.
pub type Values = BTreeSet<usize>;

/// What the rules say of a world.
#[derive(Default)]
pub struct World {
    pub response: Response,
    pub scope: Values,
    pub recording: Values,
    pub typology: Values,
}

/// A policy as it holds in one nation, and what it has said before.
pub struct Judge<'p> {
    pub policy: &'p Policy,
    pub nation: &'static str,
    pub response: Vec<&'p Rule>,
    pub scope: Vec<&'p Rule>,
    pub recording: Vec<&'p Rule>,
    pub typology: Vec<&'p Rule>,
    finishings: RefCell<HashMap<Vector, Response>>,
    worlds: RefCell<HashMap<Vector, Rc<World>>>,
}

/// As much as is remembered before everything is forgotten.
const MEMORY: usize = 100_000;

impl<'p> Judge<'p> {
    pub fn new(policy: &'p Policy, nation: &'static str) -> Self {
        let here = |rules: &'p [Rule]| rules.iter().filter(|rule| holds_in(rule.nations.as_ref(), nation)).collect();
        Self {
            policy,
            nation,
            response: here(&policy.response),
            scope: here(&policy.scope),
            recording: here(&policy.recording),
            typology: here(&policy.typology),
            finishings: RefCell::default(),
            worlds: RefCell::default(),
        }
    }

    /// The response at a finishing.
    pub fn finishing(&self, finishing: &Vector) -> Response {
        if let Some(known) = self.finishings.borrow().get(finishing) {
            return *known;
        }
        let response = self.response_to(&self.policy.as_read(finishing));
        remember(&self.finishings, finishing, response);
        response
    }

    /// Everything at a world, which says how each answer turns out that a reading makes *not known*.
    pub fn world(&self, world: &Vector) -> Rc<World> {
        if let Some(known) = self.worlds.borrow().get(world) {
            return Rc::clone(known);
        }
        let case = self.policy.turned(world);
        let met = |rules: &[&Rule]| -> Values {
            rules.iter().filter(|rule| accepts(&rule.when, &case)).map(|rule| rule.then).collect()
        };
        let mut said = World { response: self.response_to(&case), scope: met(&self.scope), ..World::default() };
        if !self.outside(&case) {
            said.recording = met(&self.recording);
            said.typology.extend(self.first_typology(&case));
        }
        let said = Rc::new(said);
        remember(&self.worlds, world, Rc::clone(&said));
        said
    }

    fn response_to(&self, read: &[Answer]) -> Response {
        let inside = !self.outside(read);
        let met = self.response.iter().filter(|rule| (inside || !rule.inside_only) && accepts(&rule.when, read));
        met.map(|rule| rule.then).max()
    }

    pub fn outside(&self, read: &[Answer]) -> bool {
        self.scope.iter().any(|rule| SCOPES[rule.then] == "outside" && accepts(&rule.when, read))
    }

    fn first_typology(&self, read: &[Answer]) -> Option<usize> {
        let needed = self.policy.typology_needs.iter().any(|row| accepts(row, read));
        let first = self.typology.iter().find(|rule| accepts(&rule.when, read));
        first.filter(|_| needed).map(|rule| rule.then)
    }
}

impl Policy {
    /// A vector as read.
    pub fn as_read(&self, raw: &[Answer]) -> Vector {
        let mut read = raw.to_vec();
        for reading in &self.readings {
            if accepts(&reading.when, raw) && reading.from.contains(&read[reading.question]) {
                read[reading.question] = reading.to;
            }
        }
        read
    }

    /// Finishings, each as read by the readings that come about in all of them.
    pub fn surely_read<'a>(&'a self, finishings: &'a [Vector]) -> impl Iterator<Item = Vector> + 'a {
        let sure = |reading: &&Reading| finishings.iter().all(|finishing| accepts(&reading.when, finishing));
        let sure: Vec<_> = self.readings.iter().filter(sure).collect();
        finishings.iter().map(move |finishing| {
            let mut read = finishing.clone();
            for reading in &sure {
                if reading.from.contains(&read[reading.question]) {
                    read[reading.question] = reading.to;
                }
            }
            read
        })
    }

    /// A world as read and as it turns out.
    pub fn turned(&self, world: &[Answer]) -> Vector {
        let (raw, outcomes) = world.split_at(self.questions.len());
        let mut read = self.as_read(raw);
        for (question, outcome) in self.outcomes().into_iter().zip(outcomes) {
            if read[question] == Answer::Unsure {
                read[question] = *outcome;
            }
        }
        read
    }

    /// A world as read: an unsure made by a reading takes both.
    pub fn resolutions(&self, world: &[Answer]) -> Vec<Vector> {
        worlds(&self.as_read(world))
    }
}

pub fn accepts(cells: &[(usize, Vec<Answer>)], vector: &[Answer]) -> bool {
    cells.iter().all(|(question, accepted)| accepted.contains(&vector[*question]))
}

pub fn holds_in(nations: Option<&Vec<String>>, nation: &str) -> bool {
    nations.is_none_or(|nations| nations.iter().any(|here| here == nation))
}

fn remember<T>(memory: &RefCell<HashMap<Vector, T>>, vector: &Vector, said: T) {
    let mut memory = memory.borrow_mut();
    if memory.len() >= MEMORY {
        memory.clear();
    }
    memory.insert(vector.clone(), said);
}
