//! Sets of answer sets, in positional-cube notation.
//!
//! A [`Cube`] says for each answer which questions accept it, so it stands for every complete answer set whose answers
//! are all accepted. The same three words serve as a rule's condition, as the space of answers that are still possible,
//! and, with one answer for each question, as a single answer set (a *point*). Notation and the containment lemma for
//! unate covers: Brayton, Hachtel, McMullen and Sangiovanni-Vincentelli, *Logic Minimization Algorithms for VLSI
//! Synthesis* (1984), chapters 2 and 3.

use super::set::Set;
use super::vocabulary::{Answer, Word};

/// A set of questions: one bit each, in the order of the policy.
pub type Questions = u64;

/// The most questions a policy may have.
pub const MOST_QUESTIONS: usize = 64;

/// A product of sets of accepted answers, one for each question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cube {
    /// The questions that accept *no*.
    pub no: Questions,
    /// The questions that accept *not known yet*.
    pub unsure: Questions,
    /// The questions that accept *yes*.
    pub yes: Questions,
}

impl Cube {
    /// Accepts everything.
    pub const ALL: Self = Self { no: !0, unsure: !0, yes: !0 };

    /// Accepts yes and no, but not *not known yet*.
    pub const CERTAIN: Self = Self { no: !0, unsure: 0, yes: !0 };

    /// The questions that accept `answer`.
    pub const fn accepting(&self, answer: Answer) -> Questions {
        match answer {
            Answer::No => self.no,
            Answer::Unsure => self.unsure,
            Answer::Yes => self.yes,
        }
    }

    /// This cube with `questions` accepting exactly `answers`.
    pub fn with(self, questions: Questions, answers: Set<Answer>) -> Self {
        let side = |old: Questions, answer: Answer| {
            if answers.contains(answer) { old | questions } else { old & !questions }
        };
        Self {
            no: side(self.no, Answer::No),
            unsure: side(self.unsure, Answer::Unsure),
            yes: side(self.yes, Answer::Yes),
        }
    }

    /// This cube with `questions` accepting exactly `answer`.
    pub fn fixed(self, questions: Questions, answer: Answer) -> Self {
        self.with(questions, Set::only(answer))
    }

    /// The answers accepted at one question.
    pub fn at(&self, question: Questions) -> Set<Answer> {
        Answer::ALL.iter().copied().filter(|answer| self.accepting(*answer) & question != 0).collect()
    }

    /// The answer sets in both.
    pub const fn meet(self, other: Self) -> Self {
        Self { no: self.no & other.no, unsure: self.unsure & other.unsure, yes: self.yes & other.yes }
    }

    /// Whether some question accepts nothing.
    pub const fn is_empty(&self) -> bool {
        self.no | self.unsure | self.yes != !0
    }

    /// Whether every answer set here is in `other` too.
    pub const fn is_within(&self, other: &Self) -> bool {
        self.no & !other.no == 0 && self.unsure & !other.unsure == 0 && self.yes & !other.yes == 0
    }

    /// Whether the two have an answer set in common.
    pub const fn touches(&self, other: &Self) -> bool {
        !self.meet(*other).is_empty()
    }

    /// The questions that refuse something: the cells of a row.
    pub const fn concerns(&self) -> Questions {
        !(self.no & self.unsure & self.yes)
    }

    /// The least point: at each question the first accepted answer, counting up from *no*, or down from *yes* at the
    /// questions in `falls`.
    ///
    /// A unate cover, which only rises in each question (or only falls, in those of `falls`), holds throughout a cube
    /// exactly if it holds at this point. All exact reasoning at run time rests on this lemma.
    pub const fn least(self, falls: Questions) -> Self {
        let up = Self { no: self.no, unsure: self.unsure & !self.no, yes: self.yes & !self.no & !self.unsure };
        let down = Self { no: self.no & !self.yes & !self.unsure, unsure: self.unsure & !self.yes, yes: self.yes };
        Self {
            no: up.no & !falls | down.no & falls,
            unsure: up.unsure & !falls | down.unsure & falls,
            yes: up.yes & !falls | down.yes & falls,
        }
    }

    /// The greatest point: at each question the most serious accepted answer.
    pub const fn greatest(self) -> Self {
        self.least(!0)
    }
}

/// The questions of a set, one bit at a time, in order.
pub fn each(mut questions: Questions) -> impl Iterator<Item = Questions> {
    std::iter::from_fn(move || {
        let lowest = questions & questions.wrapping_neg();
        questions &= !lowest;
        (lowest != 0).then_some(lowest)
    })
}
