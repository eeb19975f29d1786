//! How long a sitting with the page is, by the page's own flow: `www/flow.js`, and `www/view/questions.js` for what
//! stands on a screen.

use std::collections::HashMap;

use crate::assess;
use crate::assess::bounds;
use crate::incident::Incident;
use crate::policy::cube::{Questions, each};
use crate::policy::logic::Logic;
use crate::policy::vocabulary::{Answer, Response};

/// How long a sitting is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Length {
    /// How many questions are answered until the response is settled or a referral is certain; absent where it is left
    /// open to the end.
    pub clear: Option<usize>,
    /// How many are answered until nothing is left to ask.
    pub questions: usize,
    /// How many screens of questions there are until then.
    pub screens: usize,
}

/// More than this and a screen is too long for someone in a hurry.
const MOST_ON_A_SCREEN: u32 = 7;

/// The page, as far as it decides what is asked when. It remembers what is to be asked, as sittings begin alike.
pub struct Page<'a> {
    logic: &'a Logic,
    screens: Vec<Questions>,
    remembered: HashMap<[Questions; 3], Questions>,
}

impl<'a> Page<'a> {
    /// The page of a policy.
    pub fn new(logic: &'a Logic) -> Self {
        Self { logic, screens: screens(logic), remembered: HashMap::new() }
    }

    /// The length of a sitting in which every question that comes to be asked is answered as `answers` has it, and as
    /// no where it has none. Every sitting with a page is in one nation.
    pub fn length(&mut self, answers: Incident) -> Length {
        let mut sitting = Sitting { answers, told: Incident::new(answers.nation), length: Length::default() };
        let mut due = self.due(sitting.told);
        while let Some(screen) = self.screens.iter().copied().find(|screen| screen & due != 0) {
            self.answer_screen(&mut sitting, screen, due);
            due = self.due(sitting.told);
        }
        sitting.length
    }

    /// Answers a screen from its top. What stood on it when it was shown stays; what an answer opens appears while it
    /// is to be asked.
    ///
    /// Nothing else appears: with fewer finishings left, nothing comes to turn on a question that applied before.
    fn answer_screen(&mut self, sitting: &mut Sitting, screen: Questions, stood: Questions) {
        sitting.length.screens += 1;
        let mut opened = 0;
        for question in each(screen) {
            let stands = question & stood != 0 || question & opened != 0 && question & self.due(sitting.told) != 0;
            if stands && sitting.answer(self.logic, question) != Answer::No {
                opened |= self.opened_by(question);
            }
        }
    }

    fn opened_by(&self, parent: Questions) -> Questions {
        let all = self.logic.questions.iter().enumerate();
        let opened = all.filter(|(_, question)| question.asked_when.iter().any(|row| row & parent != 0));
        opened.fold(0, |set, (place, _)| set | 1 << place)
    }

    /// The questions that the page would ask.
    fn due(&mut self, told: Incident) -> Questions {
        let logic = self.logic;
        *self
            .remembered
            .entry([Answer::No, Answer::Unsure, Answer::Yes].map(|answer| told.given(answer)))
            .or_insert_with(|| {
                let ask = assess(logic, told).ask;
                ask.iter().filter_map(|id| logic.question(id)).fold(0, |due, question| due | question)
            })
    }
}

/// A sitting under way.
struct Sitting {
    answers: Incident,
    told: Incident,
    length: Length,
}

impl Sitting {
    fn answer(&mut self, logic: &Logic, question: Questions) -> Answer {
        let answer = self.answers.answer(question).unwrap_or(Answer::No);
        self.told = self.told.with(question, answer);
        self.length.questions += 1;
        if self.length.clear.is_none() && is_clear(logic, self.told) {
            self.length.clear = Some(self.length.questions);
        }
        answer
    }
}

/// Whether the response is settled, or a referral certain.
fn is_clear(logic: &Logic, told: Incident) -> bool {
    let bounds = bounds(logic, told);
    bounds.settled() || bounds.at_least >= Some(Response::ReferNow)
}

/// The questions of each screen: a group a screen, long groups in parts, and the first question of all by itself.
fn screens(logic: &Logic) -> Vec<Questions> {
    let mut screens: Vec<(u8, Questions)> = Vec::new();
    for (place, question) in logic.questions.iter().enumerate() {
        let alone = screens.len() == 1;
        match screens.last_mut() {
            Some((group, all)) if *group == question.group && !alone && all.count_ones() < MOST_ON_A_SCREEN => {
                *all |= 1 << place;
            }
            _ => screens.push((question.group, 1 << place)),
        }
    }
    screens.into_iter().map(|(_, questions)| questions).collect()
}
