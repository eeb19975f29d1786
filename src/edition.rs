//! The edition that this crate carries: `policy/`, as the build script compiled it.

use crate::policy::cube::Cube;
use crate::policy::logic::*;
use crate::policy::table::{List, Text, held};
use crate::policy::vocabulary::{Answer::*, Basis::*, Status::*, Timing::*, Who::*};
#[cfg(feature = "words")]
use crate::policy::{vocabulary::Depth::*, words::*};

include!(concat!(env!("OUT_DIR"), "/logic.rs"));

#[cfg(feature = "words")]
include!(concat!(env!("OUT_DIR"), "/words.rs"));
