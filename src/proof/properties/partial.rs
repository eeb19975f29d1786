//! Sentences about partial answers, over every one of them.

use biodivine_lib_bdd::Bdd;

use super::{Property, of_partial, partial, refuted};
use crate::policy::cube::Question;
use crate::policy::vocabulary::{Answer, Word};
use crate::proof::algebra::{Bit, FINISHING, Vector, WORLD};
use crate::proof::partial::turns;
use crate::proof::properties::Verdict;
use crate::proof::subject::{Here, Subject};
use crate::proof::witness::Witness;

pub const NEVER_TAKEN_BACK: Property = Property {
    sentence: "what is settled is never taken back by answering a further question",
    shows: "the response and the scope: a further answer never lowers the floor, raises the ceiling or adds a scope, and leaves some scope",
    check: |subject| {
        of_partial(subject, subject.kinds(), |here| {
            let known = subject.known(here);
            let grows = known.at_most.iter().chain(&known.scope).map(Bdd::not);
            let kept: Vec<Bdd> = known.at_least.iter().cloned().chain(grows).collect();
            let scope = subject.space.any(known.scope.iter().cloned());
            lost(subject, here, &kept).or_else(|| {
                let (witness, _) = subject.partial_witness(Some(here), &subject.partial().valid.and_not(&scope))?;
                Some(witness.with(["no scope is possible".to_owned()]))
            })
        })
    },
};

pub const NO_OTHER_VALUE: Property = Property {
    sentence: "a settled recording or typology never becomes another",
    shows: "no further answer makes a value possible that was not; but one can fall away where there turns out to be none, \
            with the scope or with what a typology needs",
    check: |subject| {
        of_partial(subject, subject.kinds(), |here| {
            let known = subject.known(here);
            let kept: Vec<Bdd> = known.recording.iter().chain(&known.typology).map(Bdd::not).collect();
            lost(subject, here, &kept)
        })
    },
};

/// A partial answer set at which something holds that no longer does after one further question that applies is
/// answered.
fn lost(subject: &Subject<'_>, here: &Here, kept: &[Bdd]) -> Option<Witness> {
    let (space, partial) = (&subject.space, subject.partial());
    let questions = partial.applies.iter().enumerate();
    questions.flat_map(|pair| Answer::ALL.iter().map(move |answer| (pair, *answer))).find_map(
        |((place, applies), to)| {
            let before = space.told(&partial.valid, place, None).and(applies);
            let lost = |holds: &Bdd| space.told(holds, place, None).and_not(&space.told(holds, place, Some(to)));
            let bad = before.and(&space.any(kept.iter().map(lost)));
            let bad = bad.and_not(&space.is(place, Bit::Told));
            let (witness, _) = subject.partial_witness(Some(here), &bad)?;
            Some(witness.with([format!("answering `{}` {} takes something back", subject.id(place), to.id())]))
        },
    )
}

pub const WORLDS_ARE_A_PRODUCT: Property = Property {
    sentence: "bounds and possible values are exactly those of the finishings and worlds",
    shows: "the worlds of all finishings are the product that the tables are read over, and there is a finishing",
    check: |subject| {
        let (space, partial_sets) = (&subject.space, subject.partial());
        let defined = space.some(&partial_sets.finishings, &turns(space), FINISHING);
        let none = partial_sets.valid.and_not(&space.exists(&partial_sets.finishings, FINISHING));
        let differ = space.exists(&defined.xor(&partial_sets.worlds), WORLD).or(&none);
        match subject.partial_witness(None, &differ) {
            Some((witness, _)) => {
                refuted(witness.with(["its worlds are no product, or it has no finishing".to_owned()]))
            }
            None => Verdict::Proved { answer_sets: partial(subject) },
        }
    },
};

pub const BOUNDS: Property = Property {
    sentence: WORLDS_ARE_A_PRODUCT.sentence,
    shows: "the rows at the least and the greatest point, for each answer to `child-imagery`, bound all finishings and worlds",
    check: |subject| {
        let points = Points::new(subject);
        of_partial(subject, subject.kinds(), |here| {
            let (space, known, meaning) = (&subject.space, subject.known(here), &here.meaning);
            let valid = &subject.partial().valid;
            let least =
                meaning.on.response.iter().map(|level| valid.and(&space.every(&points.least, level, FINISHING)));
            let most = meaning.on.response.iter().zip(&meaning.response_in_world).map(|(now, then)| {
                let worlds = space.some(&points.greatest_world, then, WORLD);
                space.some(&points.greatest, now, FINISHING).or(&worlds)
            });
            let differ =
                least.zip(&known.at_least).chain(most.zip(&known.at_most)).map(|(read, exact)| read.xor(exact));
            let (witness, _) = subject.partial_witness(Some(here), &space.any(differ))?;
            Some(witness.with(["a bound is not that of its finishings and worlds".to_owned()]))
        })
    },
};

/// The points at which rows are evaluated for the bounds, as relations to the answers given.
struct Points {
    least: Bdd,
    greatest: Bdd,
    greatest_world: Bdd,
}

impl Points {
    fn new(subject: &Subject<'_>) -> Self {
        let space = &subject.space;
        let outcomes = space.all((0..space.questions).map(|place| space.is(place, Bit::Outcome)));
        Self {
            least: points(subject, |place| space.is(place, Bit::Unsure).not()),
            greatest: points(subject, |place| space.is(place, Bit::Yes)),
            greatest_world: points_of_worlds(subject, |place| space.is(place, Bit::World)).and(&outcomes),
        }
    }
}

/// The points of finishings: answers as given, closed questions at no, the question of fit free, everything else as
/// `end` says.
fn points(subject: &Subject<'_>, end: impl Fn(usize) -> Bdd) -> Bdd {
    let (space, partial) = (&subject.space, subject.partial());
    let (told, finishing) = (Vector::told(space), Vector::finishing(space));
    let one = |place: usize| {
        let (given, closed) = (partial.given(space, place), partial.closed.get(place)?);
        let (term, told) = (finishing.0.get(place)?, told.0.get(place)?);
        let fit = subject.policy.fit == Some(Question::at(place));
        let free = if fit { space.always() } else { end(place) };
        let not_given = Bdd::if_then_else(closed, &term.unsure.not(), &free);
        Some(Bdd::if_then_else(&given, &term.equals(told), &not_given))
    };
    let all = space.all((0..space.questions).filter_map(one));
    space.all([all, finishing.is_valid(space), partial.valid.clone()])
}

/// The points of worlds: as those of finishings, but what was given as unsure is open too.
fn points_of_worlds(subject: &Subject<'_>, end: impl Fn(usize) -> Bdd) -> Bdd {
    let (space, partial) = (&subject.space, subject.partial());
    let told = Vector::told(space);
    let one = |place: usize| {
        let (given, closed) = (partial.given(space, place), partial.closed.get(place)?);
        let (told, world) = (told.0.get(place)?, space.is(place, Bit::World));
        let fit = subject.policy.fit == Some(Question::at(place));
        let free = if fit { space.always() } else { end(place) };
        let certain = given.and(&told.yes).or(&given.and_not(&told.unsure)).or(closed);
        let known = world.iff(&given.and(&told.yes));
        Some(Bdd::if_then_else(&certain, &known, &free))
    };
    space.all((0..space.questions).filter_map(one)).and(&partial.valid)
}
