//! The edition that this crate carries: `policy/`, as the build script compiled it.

#[allow(unused_imports, reason = "the page's core is without what is said")]
use crate::policy::{
    Policy,
    cube::Cube,
    entry::Entry,
    labels::Plural::*,
    logic::*,
    set::Set,
    table::{List, Text, held},
    vocabulary::{
        Answer::*, Basis::*, Depth::*, PerAxis, Recording::*, Response::*, Scope::*, Status::*, Timing::*, Typology::*,
        Value::*, Who::*,
    },
    words::*,
};

/// The words of an entry.
#[cfg(any(feature = "words", not(target_arch = "wasm32")))]
macro_rules! words {
    ($words:expr) => {
        $words
    };
}

/// The words of an entry, which the page's core does not have.
#[cfg(all(target_arch = "wasm32", not(feature = "words")))]
macro_rules! words {
    ($words:expr) => {
        crate::policy::table::Absent(std::marker::PhantomData)
    };
}

include!(concat!(env!("OUT_DIR"), "/policy.rs"));
