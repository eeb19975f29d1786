//! What applies, and every finishing and world of an incident, one by one.

use std::collections::HashSet;

use super::policy::{Answer, Given, Policy};

/// An answer to every question; *no* where one does not apply.
pub type Vector = Vec<Answer>;

impl Policy {
    /// Which questions apply, as far as *asked when* says.
    pub fn applies(&self, given: &[Option<Answer>]) -> Vec<bool> {
        let mut applies = Vec::new();
        for question in &self.questions {
            let opens =
                |parent: &usize| applies[*parent] && matches!(given[*parent], Some(Answer::Yes | Answer::Unsure));
            let met = question.asked_when.iter().any(|row| row.iter().all(opens));
            applies.push(question.asked_when.is_empty() || question.asked_while.is_some() || met);
        }
        applies
    }

    /// Whether a question applies in a finishing, of which the answers to earlier questions suffice.
    pub fn applies_in(&self, finishing: &[Answer], question: usize) -> bool {
        let rows = &self.questions[question].asked_when;
        let opened = || rows.iter().any(|row| row.iter().all(|parent| finishing[*parent] != Answer::No));
        rows.is_empty() || self.questions[question].asked_while.is_some() || opened()
    }

    /// Every finishing of answers to questions that apply. Questions asked only while a response is possible come later
    /// ([`Policy::applies`] knows nothing of them, and no axis rests on them): here they stay *no*.
    pub fn finishings(&self, given: &[Option<Answer>]) -> Vec<Vector> {
        self.finishings_of(given, &vec![true; given.len()])
    }

    /// The same of some questions alone, every parent of each among them; the others stay *no*.
    pub fn finishings_of(&self, given: &[Option<Answer>], these: &[bool]) -> Vec<Vector> {
        let mut vectors = vec![Vec::with_capacity(self.questions.len())];
        for (place, question) in self.questions.iter().enumerate() {
            let stays_no = question.asked_while.is_some() || !these[place];
            if let Some(answer) = if stays_no { Some(Answer::No) } else { given[place] } {
                vectors.iter_mut().for_each(|vector| vector.push(answer));
                continue;
            }
            let mut longer = Vec::new();
            for mut vector in vectors {
                if self.applies_in(&vector, place) {
                    longer.push(with(&vector, Answer::Yes));
                    longer.push(with(&vector, Answer::Unsure));
                }
                vector.push(Answer::No);
                longer.push(vector);
            }
            vectors = longer;
        }
        vectors
    }

    /// The questions whose answer some reading makes *not known*.
    pub fn outcomes(&self) -> Vec<usize> {
        let made = |question: &usize| {
            self.readings.iter().any(|reading| reading.to == Answer::Unsure && reading.question == *question)
        };
        (0..self.questions.len()).filter(made).collect()
    }

    /// Which questions apply in no finishing, worked out from the answers given that apply.
    pub fn closed(&self, kept: &[Option<Answer>]) -> Vec<bool> {
        let mut closed = Vec::new();
        for question in &self.questions {
            let shut = |parent: &usize| kept[*parent] == Some(Answer::No) || closed[*parent];
            let rows = &question.asked_when;
            closed.push(
                question.asked_while.is_none() && !rows.is_empty() && rows.iter().all(|row| row.iter().any(shut)),
            );
        }
        closed
    }

    /// How many questions an incident leaves free, and how many it answers *unsure*.
    pub fn left_open(&self, given: &[Option<Answer>]) -> (usize, usize) {
        let (kept, _) = set_aside(given, &self.applies(given));
        let closed = self.closed(&kept);
        let ordinary = (0..kept.len()).filter(|place| self.questions[*place].asked_while.is_none() && !closed[*place]);
        let answers: Vec<_> = ordinary.map(|place| kept[place]).collect();
        let count = |wanted| answers.iter().filter(|answer| **answer == wanted).count();
        (count(None), count(Some(Answer::Unsure)))
    }

    /// A question, and all that bears on what it counts as: parents, and what readings of it go by.
    pub fn bearing_on(&self, question: usize) -> Vec<bool> {
        let mut bears = vec![false; self.questions.len()];
        let mut left = vec![question];
        while let Some(question) = left.pop() {
            if std::mem::replace(&mut bears[question], true) {
                continue;
            }
            left.extend(self.questions[question].asked_when.iter().flatten());
            let of_it = self.readings.iter().filter(|reading| reading.question == question);
            left.extend(of_it.flat_map(|reading| reading.when.iter().map(|(cell, _)| *cell)));
        }
        bears
    }
}

fn with(vector: &[Answer], answer: Answer) -> Vector {
    let mut longer = Vec::with_capacity(vector.len() + 16);
    longer.extend_from_slice(vector);
    longer.push(answer);
    longer
}

/// Every unsure turned into yes or no, in every way.
pub fn worlds(vector: &[Answer]) -> Vec<Vector> {
    let mut worlds = vec![vector.to_vec()];
    for (place, _) in vector.iter().enumerate().filter(|(_, answer)| **answer == Answer::Unsure) {
        for mut world in std::mem::take(&mut worlds) {
            world[place] = Answer::Yes;
            worlds.push(world.clone());
            world[place] = Answer::No;
            worlds.push(world);
        }
    }
    worlds
}

/// Worlds, each with every way in which the answers turn out that a reading makes *not known*: these stand after the others.
pub fn turned_out(worlds: Vec<Vector>, outcomes: usize) -> Vec<Vector> {
    let mut all = worlds;
    for _ in 0..outcomes {
        let either = |world: Vector| [with(&world, Answer::Yes), with(&world, Answer::No)];
        all = all.into_iter().flat_map(either).collect();
    }
    all
}

/// The worlds of all finishings, each once.
pub fn all_worlds(finishings: &[Vector]) -> Vec<Vector> {
    let mut seen = HashSet::new();
    for finishing in finishings {
        seen.extend(worlds(finishing));
    }
    seen.into_iter().collect()
}

/// The answers given that apply, and those that do not.
pub fn set_aside(given: &[Option<Answer>], applies: &[bool]) -> (Given, Given) {
    let keep =
        |applying: bool| given.iter().zip(applies).map(|(answer, it)| answer.filter(|_| *it == applying)).collect();
    (keep(true), keep(false))
}
