//! How long a sitting with the page is, by the page's own flow: `www/flow.js`, and `www/view/questions.js` for what
//! stands on a screen.

use std::collections::HashMap;

use crate::assess;
use crate::assess::bounds;
use crate::incident::Incident;
use crate::policy::cube::{Questions, each};
use crate::policy::Policy;
use crate::policy::vocabulary::{Answer, Response};

/// What is asked in a sitting, until nothing is left to ask.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sitting {
    /// How many questions are answered until the response is settled or a referral is certain; absent where it is left
    /// open to the end.
    pub clear: Option<usize>,
    /// The questions answered on each screen, in order.
    pub screens: Vec<Questions>,
}

impl Sitting {
    /// How many questions are answered.
    pub fn questions(&self) -> usize {
        self.screens.iter().map(|asked| asked.count_ones() as usize).sum()
    }
}

/// More than this and a screen is too long for someone in a hurry.
const MOST_ON_A_SCREEN: u32 = 7;

/// The page, as far as it decides what is asked when. It remembers what is to be asked, as sittings begin alike.
pub struct Page<'a> {
    policy: &'a Policy,
    screens: Vec<Questions>,
    remembered: HashMap<[Questions; 3], Questions>,
}

impl<'a> Page<'a> {
    /// The page of a policy.
    pub fn new(policy: &'a Policy) -> Self {
        Self { policy, screens: screens(policy), remembered: HashMap::new() }
    }

    /// The sitting in which every question that comes to be asked is answered as `answers` has it, and as no where it
    /// has none. Every sitting with a page is in one nation.
    pub fn sitting(&mut self, answers: Incident) -> Sitting {
        let mut telling = Telling { answers, told: Incident::new(answers.nation), sitting: Sitting::default() };
        let mut due = self.due(telling.told);
        while let Some(screen) = self.screens.iter().copied().find(|screen| screen & due != 0) {
            let asked = self.answer_screen(&mut telling, screen, due);
            telling.sitting.screens.push(asked);
            due = self.due(telling.told);
        }
        telling.sitting
    }

    /// Answers a screen from its top: the questions answered. What stood on it when it was shown stays; what an answer
    /// opens appears while it is to be asked.
    ///
    /// Nothing else appears: with fewer finishings left, nothing comes to turn on a question that applied before.
    fn answer_screen(&mut self, telling: &mut Telling, screen: Questions, stood: Questions) -> Questions {
        let (mut asked, mut opened) = (0, 0);
        for question in each(screen) {
            let stands = question & stood != 0 || question & opened != 0 && question & self.due(telling.told) != 0;
            if stands {
                asked |= question;
                if telling.answer(self.policy, question) != Answer::No {
                    opened |= self.opened_by(question);
                }
            }
        }
        asked
    }

    fn opened_by(&self, parent: Questions) -> Questions {
        let all = self.policy.questions.iter().enumerate();
        let opened = all.filter(|(_, question)| question.asked_when.iter().any(|row| row & parent != 0));
        opened.fold(0, |set, (place, _)| set | 1 << place)
    }

    /// The questions that the page would ask.
    fn due(&mut self, told: Incident) -> Questions {
        let policy = self.policy;
        *self
            .remembered
            .entry([Answer::No, Answer::Unsure, Answer::Yes].map(|answer| told.given(answer)))
            .or_insert_with(|| {
                let ask = assess(policy, told).ask;
                ask.iter().filter_map(|id| policy.question(id)).fold(0, |due, question| due | question)
            })
    }
}

/// A sitting under way.
struct Telling {
    answers: Incident,
    told: Incident,
    sitting: Sitting,
}

impl Telling {
    fn answer(&mut self, policy: &Policy, question: Questions) -> Answer {
        let answer = self.answers.answer(question).unwrap_or(Answer::No);
        self.told = self.told.with(question, answer);
        if self.sitting.clear.is_none() && is_clear(policy, self.told) {
            self.sitting.clear = Some(self.told.told().count());
        }
        answer
    }
}

/// Whether the response is settled, or a referral certain.
fn is_clear(policy: &Policy, told: Incident) -> bool {
    let bounds = bounds(policy, told);
    bounds.settled() || bounds.at_least >= Some(Response::ReferNow)
}

/// The questions of each screen: a group a screen, long groups in parts, and the first question of all by itself.
fn screens(policy: &Policy) -> Vec<Questions> {
    let mut screens: Vec<(u8, Questions)> = Vec::new();
    for (place, question) in policy.questions.iter().enumerate() {
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
