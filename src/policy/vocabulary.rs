//! The closed vocabulary: every word that a rule may use and a result may say.
//!
//! Order matters where there is one: answers and responses run from least to most serious.

use serde::{Serialize, Serializer};
use strum::{EnumString, IntoStaticStr, VariantArray};

macro_rules! vocabulary {
    ($($(#[$doc:meta])* $name:ident { $($variant:ident),+ $(,)? })+) => {$(
        $(#[$doc])*
        #[allow(missing_docs, reason = "the variants are the field's own words")]
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[derive(EnumString, IntoStaticStr, VariantArray)]
        #[strum(serialize_all = "kebab-case")]
        pub enum $name { $($variant),+ }

        impl Word for $name {
            const ALL: &'static [Self] = <Self as VariantArray>::VARIANTS;

            fn id(self) -> &'static str {
                self.into()
            }

            fn index(self) -> u8 {
                self as u8
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.id())
            }
        }
    )+};
}

pub(super) use vocabulary;

/// A word of the closed vocabulary, with its permanent identifier.
pub trait Word: Copy + Eq + std::str::FromStr + 'static {
    /// Every word of this kind, in order.
    const ALL: &'static [Self];

    /// The identifier used in the policy and in JSON.
    fn id(self) -> &'static str;

    /// The place in [`Word::ALL`].
    fn index(self) -> u8;

    /// The word at a place in [`Word::ALL`].
    fn at(index: u8) -> Option<Self> {
        Self::ALL.get(usize::from(index)).copied()
    }

    /// One bit, for sets of words.
    fn bit(self) -> u8 {
        1 << self.index()
    }

    /// Whether it is in a set.
    fn is_in(self, set: u8) -> bool {
        set & self.bit() != 0
    }

    /// The set of some words.
    fn set(words: impl IntoIterator<Item = Self>) -> u8 {
        words.into_iter().fold(0, |set, word| set | word.bit())
    }

    /// The set of every word.
    fn every() -> u8 {
        Self::set(Self::ALL.iter().copied())
    }

    /// The words of a set, in order.
    fn of(set: u8) -> impl Iterator<Item = Self> {
        Self::ALL.iter().copied().filter(move |word| word.is_in(set))
    }
}

vocabulary! {
    /// What the person said, from least to most serious.
    ///
    /// `Unsure` ("not known yet") is an answer. A question that nobody has answered has none.
    Answer { No, Unsure, Yes }

    /// The part of the United Kingdom whose guidance, words and limits apply.
    Nation { England, Wales, Scotland, NorthernIreland }

    /// The four axes of a decision. They are never merged: their sources measure different things.
    Axis { Scope, Response, Recording, Typology }

    /// Whether this is an incident for the guide. Never hides danger or a ground for referral.
    Scope { Inside, Outside }

    /// Where a response rule holds: whatever the scope, or inside it alone.
    RuleScope { Any, Inside }

    /// What must happen, from least to most urgent (UKCIS 2024, KCSIE 2026, College of Policing, NCA).
    Response { SchoolLed, SeekAdvice, ReferNow, Emergency }

    /// What the police would record in England and Wales (NPCC 2024, through the public summary).
    Recording { Aggravated, NonAggravated, Repeated, OutsideSgii }

    /// The kind of incident, after Wolak and Finkelhor, as UKCIS uses it.
    Typology { AdultInvolved, IntentToHarm, RecklessMisuse, Experimental }

    /// When a step is to be done.
    Timing { Now, Today, BeforeClosing, FollowUp }

    /// Who does a step.
    Who { Everyone, Lead, Head, TwoPeople }

    /// Whom a school can call whose number only its own area knows. `StaffConcerns` is for a concern about someone who
    /// works with children: in England the LADO.
    Contact { Lead, Deputy, FrontDoor, Police, StaffConcerns, Partnership }

    /// Whether a source says it, or it is our safe default.
    Basis { Guidance, Judgement }

    /// How far a source was read when the policy was written.
    Depth { FullText, Summary, Excerpt, NotRead }

    /// Whether a safeguarding partnership has signed the edition off.
    Status { Draft, SignedOff }
}

/// A value of some axis.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Value {
    /// A scope.
    Scope(Scope),
    /// A response.
    Response(Response),
    /// A recording category.
    Recording(Recording),
    /// A type.
    Typology(Typology),
}

impl Value {
    /// The value at a place in its axis's vocabulary.
    pub fn at(axis: Axis, index: u8) -> Option<Self> {
        match axis {
            Axis::Scope => Scope::at(index).map(Self::Scope),
            Axis::Response => Response::at(index).map(Self::Response),
            Axis::Recording => Recording::at(index).map(Self::Recording),
            Axis::Typology => Typology::at(index).map(Self::Typology),
        }
    }

    /// Every value of an axis, in the order of its vocabulary.
    pub fn of(axis: Axis) -> impl Iterator<Item = Self> {
        (0..).map_while(move |index| Self::at(axis, index))
    }

    /// Its identifier.
    pub fn id(self) -> &'static str {
        match self {
            Self::Scope(value) => value.id(),
            Self::Response(value) => value.id(),
            Self::Recording(value) => value.id(),
            Self::Typology(value) => value.id(),
        }
    }
}

impl Serialize for Value {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.id())
    }
}
