//! The edition that this crate carries: `policy/`, as the build script compiled it.

#[allow(unused_imports, reason = "the page's core is without what is said")]
use crate::policy::{
    Policy,
    cube::{Cube, Question, Questions},
    entry::Entry,
    labels::Plural::*,
    logic::*,
    set::Set,
    table::{List, Text, held, words},
    vocabulary::{
        Answer::*, Basis::*, Depth::*, Part::*, PerAxis, Person::*, Recording::*, Response::*, Scope::*, Spoken::*,
        Status::*, Timing::*, Typology::*, Value::*, Who::*,
    },
    words::*,
};

include!(concat!(env!("OUT_DIR"), "/policy.rs"));
