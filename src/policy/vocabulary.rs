//! The closed vocabulary: every word that a rule may use and a result may say.
//!
//! Order matters where there is one: answers and responses run from least to most serious.

use std::ops::Index;

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
}

vocabulary! {
    /// An answer, from least to most serious.
    ///
    /// `Unsure` ("not known yet") is an answer. A question that nobody has answered has none.
    Answer { No, Unsure, Yes }

    /// The part of the United Kingdom whose guidance, words and limits apply.
    Nation { England, Wales, Scotland, NorthernIreland }

    /// The four axes of a decision. They are never merged, because their sources measure different things.
    Axis { Scope, Response, Recording, Typology }

    /// Whether this is an incident for the guide. Never hides danger or a ground for referral.
    Scope { Inside, Outside }

    /// Where a response rule holds: whatever the scope, or inside it only.
    RuleScope { Any, Inside }

    /// What must happen, from least to most urgent (UKCIS 2024, KCSIE 2026, College of Policing, NCA).
    Response { SchoolLed, SeekAdvice, ReferNow, Emergency }

    /// What the police would record in England and Wales (NPCC 2024, through the public summary).
    Recording { Aggravated, NonAggravated, Repeated, OutsideSgii }

    /// The kind of incident, after Wolak and Finkelhor, as UKCIS uses it.
    Typology { AdultInvolved, IntentToHarm, RecklessMisuse, Experimental }

    /// When a step is to be done.
    Timing { Now, Today, BeforeClosing, FollowUp }

    /// The places of what is to be done now. Each is filled by the first of its steps that holds, or empty.
    Place { Safety, Call, Parent, Contact, Spread, Keep, WhoKnows }

    /// The people who may be in an incident. `ChildrenInExchange` is each child of a willing exchange.
    #[allow(clippy::enum_variant_names, reason = "`person of concern` is the field's word")]
    Person {
        ChildInIt,
        ChildAtTheCentre,
        ChildWhoReceivedIt,
        ChildrenInExchange,
        ChildWhoDidIt,
        ChildrenAtHome,
        Parents,
        StaffWhoSaw,
        PersonOfConcern,
        FamiliesAndPupils,
    }

    /// The parts of a person's card.
    Part { Say, Do, DoNot, Police }

    /// The parts of a call whose texts do not come from an answer.
    Spoken { Report, Children, Ask }

    /// Who does a step.
    Who { Everyone, Lead, Head, TwoPeople }

    /// The kinds of local contact, whose numbers only a school's own area knows. `StaffConcerns` is for a concern about
    /// someone who works with children: in England the LADO.
    Contact { Lead, Deputy, FrontDoor, Police, StaffConcerns, Partnership }

    /// Whether a source says it, or it is our safe default.
    Basis { Guidance, Judgement }

    /// How far a source was read when the policy was written.
    Depth { FullText, Summary, Excerpt, NotRead }

    /// Whether a safeguarding partnership has signed the edition off.
    Status { Draft, SignedOff }
}

/// A value of some axis. Those of one axis run in the order of its vocabulary.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
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

/// A word that is a value of an axis.
pub trait OnAxis: Word {
    /// Its axis.
    const AXIS: Axis;

    /// This word as a value.
    fn value(self) -> Value;

    /// The word of a value, or `None` if it is of another axis.
    fn of(value: Value) -> Option<Self>;
}

macro_rules! on_axis {
    ($($name:ident),+) => {$(
        impl OnAxis for $name {
            const AXIS: Axis = Axis::$name;

            fn value(self) -> Value {
                Value::$name(self)
            }

            fn of(value: Value) -> Option<Self> {
                if let Value::$name(word) = value { Some(word) } else { None }
            }
        }
    )+};
}

on_axis!(Scope, Response, Recording, Typology);

impl Value {
    /// Every value of an axis, in the order of its vocabulary.
    pub fn of(axis: Axis) -> impl Iterator<Item = Self> {
        (0..).map_while(move |index| match axis {
            Axis::Scope => Scope::at(index).map(Self::Scope),
            Axis::Response => Response::at(index).map(Self::Response),
            Axis::Recording => Recording::at(index).map(Self::Recording),
            Axis::Typology => Typology::at(index).map(Self::Typology),
        })
    }

    /// Its axis.
    pub const fn axis(self) -> Axis {
        match self {
            Self::Scope(_) => Axis::Scope,
            Self::Response(_) => Axis::Response,
            Self::Recording(_) => Axis::Recording,
            Self::Typology(_) => Axis::Typology,
        }
    }

    /// The place in its axis's vocabulary.
    pub fn index(self) -> u8 {
        match self {
            Self::Scope(value) => value.index(),
            Self::Response(value) => value.index(),
            Self::Recording(value) => value.index(),
            Self::Typology(value) => value.index(),
        }
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

/// One item for each axis.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PerAxis<T> {
    /// For the scope.
    pub scope: T,
    /// For the response.
    pub response: T,
    /// For the recording.
    pub recording: T,
    /// For the typology.
    pub typology: T,
}

impl<T> PerAxis<T> {
    /// The results of a function for each axis.
    pub fn of(mut make: impl FnMut(Axis) -> T) -> Self {
        Self {
            scope: make(Axis::Scope),
            response: make(Axis::Response),
            recording: make(Axis::Recording),
            typology: make(Axis::Typology),
        }
    }

    /// Each axis with its item, in the order of the vocabulary.
    pub fn iter(&self) -> impl Iterator<Item = (Axis, &T)> {
        Axis::ALL.iter().map(|axis| (*axis, &self[*axis]))
    }

    /// Each axis with its item, to be changed.
    pub fn iter_mut(&mut self) -> impl Iterator<Item = (Axis, &mut T)> {
        let Self { scope, response, recording, typology } = self;
        Axis::ALL.iter().copied().zip([scope, response, recording, typology])
    }
}

impl<T> Index<Axis> for PerAxis<T> {
    type Output = T;

    fn index(&self, axis: Axis) -> &T {
        match axis {
            Axis::Scope => &self.scope,
            Axis::Response => &self.response,
            Axis::Recording => &self.recording,
            Axis::Typology => &self.typology,
        }
    }
}
