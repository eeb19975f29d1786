//! Sets of answer sets, in positional-cube notation.
//!
//! A [`Cube`] says for each answer which questions accept it, so it stands for every complete answer set whose answers
//! are all accepted. The same three words serve as a rule's condition, as the space of answers that are still possible,
//! and, with one answer for each question, as a single answer set (a *point*). Notation and the containment lemma for
//! unate covers: Brayton, Hachtel, McMullen and Sangiovanni-Vincentelli, *Logic Minimization Algorithms for VLSI
//! Synthesis* (1984), chapters 2 and 3.

use std::fmt;

use super::set::{Set, algebra};
use super::vocabulary::{Answer, Word};

/// A question, by its place in the order of the policy. In rows over worlds also how a question turns out, by a place
/// after those of the questions ([`Policy::outcomes`](super::Policy::outcomes)).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Question(u8);

/// A set of questions, a bit each by [`Question::place`].
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Questions(u64);

/// The most questions a policy may have.
pub const MOST_QUESTIONS: usize = 64;

impl Question {
    /// The question at a place below [`MOST_QUESTIONS`].
    pub const fn at(place: usize) -> Self {
        debug_assert!(place < MOST_QUESTIONS, "a set of questions has no bit for this place");
        Self(place as u8)
    }

    /// Its place in the order of the policy.
    pub const fn place(self) -> usize {
        self.0 as usize
    }
}

impl fmt::Debug for Question {
    /// The expression that makes it, as of every table.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Question::at({})", self.0)
    }
}

impl Questions {
    /// The empty set.
    pub const NONE: Self = Self::from_bits(0);

    /// Every question that a policy may have.
    pub const ALL: Self = Self::from_bits(!0);

    /// The set with these bits, for tables that were compiled.
    pub const fn from_bits(bits: u64) -> Self {
        Self(bits)
    }

    /// One question alone.
    pub const fn only(question: Question) -> Self {
        Self::from_bits(1 << question.0)
    }

    algebra!();

    /// Whether a question is in it.
    pub const fn contains(self, question: Question) -> bool {
        self.touches(Self::only(question))
    }

    /// This set with one question more.
    #[must_use]
    pub const fn with(self, question: Question) -> Self {
        self.union(Self::only(question))
    }

    /// The questions that are not in it.
    #[must_use]
    pub const fn complement(self) -> Self {
        Self::from_bits(!self.0)
    }

    /// The questions, in order.
    pub fn iter(self) -> impl Iterator<Item = Question> {
        let Self(mut left) = self;
        std::iter::from_fn(move || {
            let first = (left != 0).then(|| Question(left.trailing_zeros() as u8))?;
            left &= left - 1;
            Some(first)
        })
    }
}

impl From<Question> for Questions {
    fn from(question: Question) -> Self {
        Self::only(question)
    }
}

impl From<Option<Question>> for Questions {
    fn from(question: Option<Question>) -> Self {
        question.map_or(Self::NONE, Self::only)
    }
}

impl FromIterator<Question> for Questions {
    fn from_iter<I: IntoIterator<Item = Question>>(questions: I) -> Self {
        questions.into_iter().fold(Self::NONE, Self::with)
    }
}

impl FromIterator<Self> for Questions {
    /// The questions in any of several sets.
    fn from_iter<I: IntoIterator<Item = Self>>(sets: I) -> Self {
        sets.into_iter().fold(Self::NONE, Self::union)
    }
}

impl fmt::Debug for Questions {
    /// The expression that makes it, as of every table.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Questions::from_bits({:#x})", self.0)
    }
}

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
    pub const ALL: Self = Self { no: Questions::ALL, unsure: Questions::ALL, yes: Questions::ALL };

    /// Accepts nothing.
    pub const NONE: Self = Self { no: Questions::NONE, unsure: Questions::NONE, yes: Questions::NONE };

    /// Accepts yes and no, but not *not known yet*.
    pub const CERTAIN: Self = Self { unsure: Questions::NONE, ..Self::ALL };

    /// The questions that accept `answer`.
    pub const fn accepting(&self, answer: Answer) -> Questions {
        match answer {
            Answer::No => self.no,
            Answer::Unsure => self.unsure,
            Answer::Yes => self.yes,
        }
    }

    /// This cube with `questions` accepting exactly `answers`.
    pub fn with(self, questions: impl Into<Questions>, answers: Set<Answer>) -> Self {
        let questions = questions.into();
        let side = |old: Questions, answer: Answer| {
            if answers.contains(answer) { old.union(questions) } else { old.without(questions) }
        };
        Self {
            no: side(self.no, Answer::No),
            unsure: side(self.unsure, Answer::Unsure),
            yes: side(self.yes, Answer::Yes),
        }
    }

    /// This cube with `questions` accepting exactly `answer`.
    pub fn fixed(self, questions: impl Into<Questions>, answer: Answer) -> Self {
        self.with(questions, Set::only(answer))
    }

    /// The answers accepted at one question.
    pub fn at(&self, question: Question) -> Set<Answer> {
        Answer::ALL.iter().copied().filter(|answer| self.accepting(*answer).contains(question)).collect()
    }

    /// The answer sets in both.
    pub const fn meet(self, other: Self) -> Self {
        Self { no: self.no.meet(other.no), unsure: self.unsure.meet(other.unsure), yes: self.yes.meet(other.yes) }
    }

    /// The questions that accept something.
    pub const fn accepts(&self) -> Questions {
        self.no.union(self.unsure).union(self.yes)
    }

    /// Whether some question accepts nothing.
    pub const fn is_empty(&self) -> bool {
        !self.accepts().complement().is_empty()
    }

    /// Whether every answer set here is in `other` too.
    pub const fn is_within(&self, other: &Self) -> bool {
        self.no.is_within(other.no) && self.unsure.is_within(other.unsure) && self.yes.is_within(other.yes)
    }

    /// Whether the two have an answer set in common.
    pub const fn touches(&self, other: &Self) -> bool {
        !self.meet(*other).is_empty()
    }

    /// The questions that refuse something: the cells of a row.
    pub const fn concerns(&self) -> Questions {
        self.no.meet(self.unsure).meet(self.yes).complement()
    }

    /// The questions at which it refuses *yes* and not *no*.
    pub const fn falls(&self) -> Questions {
        self.no.without(self.yes)
    }

    /// The least point: at each question the first accepted answer, counting up from *no*, or down from *yes* at the
    /// questions in `falls`.
    ///
    /// A unate cover, which only rises in each question (or only falls, in those of `falls`), holds throughout a cube
    /// exactly if it holds at this point. All exact reasoning at run time rests on this lemma.
    pub const fn least(self, falls: Questions) -> Self {
        let Self { no, unsure, yes } = self;
        let up = Self { no, unsure: unsure.without(no), yes: yes.without(no).without(unsure) };
        let down = Self { no: no.without(yes).without(unsure), unsure: unsure.without(yes), yes };
        Self {
            no: up.no.without(falls).union(down.no.meet(falls)),
            unsure: up.unsure.without(falls).union(down.unsure.meet(falls)),
            yes: up.yes.without(falls).union(down.yes.meet(falls)),
        }
    }

    /// The greatest point: at each question the most serious accepted answer.
    pub const fn greatest(self) -> Self {
        self.least(Questions::ALL)
    }
}
