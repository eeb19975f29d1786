//! What turns on which question.

use std::collections::{HashMap, HashSet};
use std::hash::Hash;

use super::cases::Vector;
use super::known::{Known, is_in};
use super::policy::{Answer, Given};
use super::verdict::Judge;

/// For each axis, and for advice, whether it turns on each question.
pub struct Open {
    pub response: Vec<bool>,
    pub scope: Vec<bool>,
    pub recording: Vec<bool>,
    pub typology: Vec<bool>,
    /// What is to be done now.
    pub now: Vec<bool>,
    /// All other advice, and who is in it.
    pub rest: Vec<bool>,
}

impl Open {
    /// The axes, most important first.
    pub fn axes(&self) -> [(&'static str, &Vec<bool>); 4] {
        let (scope, recording, typology) = (&self.scope, &self.recording, &self.typology);
        [("response", &self.response), ("scope", scope), ("recording", recording), ("typology", typology)]
    }

    pub fn on_an_axis(&self, question: usize) -> bool {
        self.axes().iter().any(|(_, on)| on[question])
    }
}

impl Judge<'_> {
    pub fn open(&self, known: &Known) -> Open {
        let finishings: HashMap<_, _> = known.finishings.iter().map(|case| (case, self.finishing(case))).collect();
        let worlds: HashMap<_, _> = known.worlds.iter().map(|case| (case, self.world(case))).collect();
        let free = |question: usize| known.kept[question].is_none() && !known.closed[question];

        let on_worlds = |turns: Vec<bool>| self.outcomes_as_questions(known, turns);
        let mut response = on_worlds(turns_on(&worlds, |it| it.response));
        for (question, turns) in turns_on(&finishings, |it| *it).into_iter().enumerate() {
            response[question] |= turns && free(question);
        }
        let mut open = Open {
            response: self.with_parents(known, response),
            scope: self.with_parents(known, on_worlds(turns_on(&worlds, |it| it.scope.clone()))),
            recording: self.with_parents(known, on_worlds(turns_on(&worlds, |it| it.recording.clone()))),
            typology: self.with_parents(known, on_worlds(turns_on(&worlds, |it| it.typology.clone()))),
            now: vec![false; known.kept.len()],
            rest: vec![false; known.kept.len()],
        };
        let left: Vec<_> = (0..known.kept.len()).map(|question| free(question) && !open.on_an_axis(question)).collect();
        if left.contains(&true) {
            let shown = self.shown_in_finishings(known);
            let shown: HashMap<_, _> = shown.iter().map(|(finishing, shown)| (finishing, shown)).collect();
            let is_now = |said: &&String| said.starts_with("step now ");
            let now = turns_on(&shown, |it| it.iter().filter(is_now).collect::<Vec<_>>());
            let all = turns_on(&shown, |it| *it);
            let among = |turns: Vec<bool>| turns.iter().zip(&left).map(|(turns, left)| *turns && *left).collect();
            open.now = self.with_parents(known, among(now));
            open.rest = self.with_parents(known, among(all));
        }
        open
    }

    /// How an answer turns out that a reading makes *not known* stands for its question.
    fn outcomes_as_questions(&self, known: &Known, turns: Vec<bool>) -> Vec<bool> {
        let (questions, outcomes) = turns.split_at(known.kept.len());
        let mut turns = questions.to_vec();
        let made_unsure = self.made_unsure(&known.kept);
        for (question, on) in self.policy.outcomes().into_iter().zip(outcomes) {
            turns[question] |= *on && made_unsure[question];
        }
        turns
    }

    /// An unanswered parent is open where a child is that it may bring in.
    fn with_parents(&self, known: &Known, mut open: Vec<bool>) -> Vec<bool> {
        loop {
            let before = open.clone();
            for (child, question) in self.policy.questions.iter().enumerate() {
                if open[child] && !known.applies[child] && !known.closed[child] {
                    for parent in question.asked_when.iter().flatten() {
                        open[*parent] |= known.kept[*parent].is_none() && !known.closed[*parent];
                    }
                }
            }
            if open == before {
                return open;
            }
        }
    }

    /// The advice given in every finishing, here with the questions that are asked only while a response is possible.
    fn shown_in_finishings(&self, known: &Known) -> Vec<(Vector, Vec<String>)> {
        let mut shown = Vec::new();
        for finishing in &known.finishings {
            for given in self.finished_answers(known, finishing) {
                let vector = given.iter().map(|answer| answer.unwrap_or(Answer::No)).collect();
                shown.push((vector, self.shown(&given)));
            }
        }
        shown
    }

    /// The answers of a finishing, in every way to answer what is asked only while a response is possible.
    fn finished_answers(&self, known: &Known, finishing: &Vector) -> Vec<Given> {
        let questions = &self.policy.questions;
        let applies = |place| self.policy.applies_in(finishing, place);
        let early = |place: usize| questions[place].asked_while.is_none() && applies(place);
        let answers: Given = (0..questions.len()).map(|place| early(place).then(|| finishing[place])).collect();
        let at_most = self.known(&answers).at_most;

        let mut all = vec![answers];
        for (place, question) in questions.iter().enumerate() {
            let Some(levels) = &question.asked_while else { continue };
            let opened =
                question.asked_when.iter().any(|row| row.iter().all(|parent| finishing[*parent] != Answer::No));
            if !is_in(levels, at_most) && !opened {
                continue;
            }
            let choices = known.kept[place].map_or(Answer::ALL.to_vec(), |answer| vec![answer]);
            let answered = |answers: &Given, choice: &Answer| {
                let mut answers = answers.clone();
                answers[place] = Some(*choice);
                answers
            };
            all = all.iter().flat_map(|answers| choices.iter().map(|choice| answered(answers, choice))).collect();
        }
        all
    }

    fn shown(&self, given: &Given) -> Vec<String> {
        let known = self.known(given);
        let (_, counted) = self.readings(&known.kept);
        self.said(&known, &counted)
    }
}

/// For each question, whether two cases that differ in it alone come to different things.
fn turns_on<C, T: PartialEq>(cases: &HashMap<&Vector, C>, comes_to: impl Fn(&C) -> T) -> Vec<bool> {
    let questions = cases.keys().next().map_or(0, |case| case.len());
    let mut turns = vec![false; questions];
    for question in varying(cases.keys().copied(), questions) {
        turns[question] = cases.iter().any(|(case, said)| {
            let others = Answer::ALL.into_iter().filter(|answer| *answer > case[question]);
            let mut other = case.to_vec();
            others.into_iter().any(|answer| {
                other[question] = answer;
                cases.get(&other).is_some_and(|it| comes_to(it) != comes_to(said))
            })
        });
    }
    turns
}

/// The questions in which cases differ at all.
fn varying<'v>(cases: impl Iterator<Item = &'v Vector> + Clone, questions: usize) -> Vec<usize> {
    let several = |question: &usize| distinct(cases.clone().map(|case| case[*question])) > 1;
    (0..questions).filter(several).collect()
}

fn distinct<T: Eq + Hash>(items: impl Iterator<Item = T>) -> usize {
    items.collect::<HashSet<_>>().len()
}
