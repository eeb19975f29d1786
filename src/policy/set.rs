//! Sets of words of the closed vocabulary.

use std::fmt;
use std::marker::PhantomData;

use serde::{Serialize, Serializer};

use super::vocabulary::Word;

/// The algebra of a set with a bit for each member, for a type that wraps the bits first and has `from_bits`. Methods of
/// a trait could not be `const`.
macro_rules! algebra {
    () => {
        /// Whether nothing is in it.
        pub const fn is_empty(&self) -> bool {
            self.0 == 0
        }

        /// How many members it has.
        pub const fn len(&self) -> usize {
            self.0.count_ones() as usize
        }

        /// The members of either.
        #[must_use]
        pub const fn union(self, other: Self) -> Self {
            Self::from_bits(self.0 | other.0)
        }

        /// The members of both.
        #[must_use]
        pub const fn meet(self, other: Self) -> Self {
            Self::from_bits(self.0 & other.0)
        }

        /// The members that are not in `other`.
        #[must_use]
        pub const fn without(self, other: Self) -> Self {
            Self::from_bits(self.0 & !other.0)
        }

        /// Whether every member is in `other` too.
        pub const fn is_within(&self, other: Self) -> bool {
            self.0 & !other.0 == 0
        }

        /// Whether the two have a member in common.
        pub const fn touches(&self, other: Self) -> bool {
            self.0 & other.0 != 0
        }
    };
}

pub(super) use algebra;

/// A set of words of one kind, a bit each by [`Word::index`].
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Set<W>(u16, PhantomData<W>);

impl<W> Set<W> {
    /// The empty set.
    pub const NONE: Self = Self::from_bits(0);

    /// The set with these bits, for tables that were compiled.
    pub const fn from_bits(bits: u16) -> Self {
        Self(bits, PhantomData)
    }

    algebra!();
}

impl<W: Word> Set<W> {
    /// Every word of the kind.
    pub fn every() -> Self {
        W::ALL.iter().copied().collect()
    }

    /// One word alone.
    pub fn only(word: W) -> Self {
        const { assert!(W::ALL.len() <= 16, "a set has a bit for each of sixteen words") };
        Self::from_bits(1 << word.index())
    }

    /// Whether a word is in it.
    pub fn contains(self, word: W) -> bool {
        self.touches(Self::only(word))
    }

    /// The words, in the order of the vocabulary.
    pub fn iter(self) -> impl DoubleEndedIterator<Item = W> {
        W::ALL.iter().copied().filter(move |word| self.contains(*word))
    }

    /// The words from one upwards, in the order of the vocabulary.
    pub fn at_or_above(word: W) -> Self {
        W::ALL.iter().copied().filter(|other| other.index() >= word.index()).collect()
    }

    /// The words up to one, in the order of the vocabulary.
    pub fn at_or_below(word: W) -> Self {
        W::ALL.iter().copied().filter(|other| other.index() <= word.index()).collect()
    }
}

impl<W: Word> FromIterator<W> for Set<W> {
    fn from_iter<I: IntoIterator<Item = W>>(words: I) -> Self {
        words.into_iter().fold(Self::NONE, |set, word| set.union(Self::only(word)))
    }
}

impl<W: Word + Serialize> Serialize for Set<W> {
    /// A list of the words, in the order of the vocabulary.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter())
    }
}

impl<W> fmt::Debug for Set<W> {
    /// The expression that makes it, as of every table.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Set::from_bits({})", self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::super::vocabulary::Response::{self, Emergency, ReferNow, SchoolLed, SeekAdvice};
    use super::*;

    #[test]
    fn the_words_below_and_above_one_make_up_every_word() {
        let (below, above) = (Set::at_or_below(SeekAdvice), Set::at_or_above(SeekAdvice));
        assert_eq!(below.iter().collect::<Vec<_>>(), [SchoolLed, SeekAdvice]);
        assert_eq!(above.iter().collect::<Vec<_>>(), [SeekAdvice, ReferNow, Emergency]);
        assert_eq!(below.union(above), Set::every());
        assert_eq!(below.meet(above), Set::only(SeekAdvice));
        assert_eq!(Set::<Response>::every().without(above), Set::only(SchoolLed));
    }
}
