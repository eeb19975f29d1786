//! Sentences about the response, over every complete answer set.

use biodivine_lib_bdd::Bdd;

use super::{Property, of_complete};
use crate::policy::cube::{Question, Questions};
use crate::policy::logic::Rule;
use crate::policy::set::Set;
use crate::policy::vocabulary::{Answer, OnAxis, Response, Word};
use crate::proof::subject::{Here, Subject};
use crate::proof::witness::Witness;

pub const EXACTLY_ONE: Property = Property {
    sentence: "inside scope every complete set of answers has exactly one response",
    shows: "some rule is met; the most urgent decides, so there are never two",
    check: |subject| {
        of_complete(subject, subject.kinds(), |here| {
            let inside = here.complete.and_not(&subject.written.outside);
            let bad = level(here, Response::SchoolLed).map_or(inside.clone(), |met| inside.and_not(met));
            let (witness, _) = subject.complete_witness(here, &bad)?;
            Some(witness.with(["no response, expected one".to_owned()]))
        })
    },
};

pub const NEVER_LOWERS: Property = Property {
    sentence: "for each answer to `child-imagery`, a more serious answer never lowers the response",
    shows: "no to unsure to yes, at each other question, alone; raised one by one, parents first, all at once too",
    check: |subject| {
        let questions = (0..subject.space.questions).filter(|place| subject.policy.fit != Some(Question::at(*place)));
        let steps = [(Answer::No, Answer::Unsure), (Answer::Unsure, Answer::Yes)];
        let raised: Vec<_> = questions.flat_map(|place| steps.map(|(from, to)| (place, from, to))).collect();
        of_complete(subject, subject.kinds(), |here| {
            raised.iter().find_map(|(place, from, to)| falls(subject, here, *place, *from, *to))
        })
    },
};

pub const NEVER_MILDER: Property = Property {
    sentence: "not known is never milder than no",
    shows: "at every question, `child-imagery` too",
    check: |subject| {
        of_complete(subject, subject.kinds(), |here| {
            (0..subject.space.questions).find_map(|place| falls(subject, here, place, Answer::No, Answer::Unsure))
        })
    },
};

pub const NO_SCHOOL_LED: Property = Property {
    sentence: "not known on a ground for referral never allows school-led",
    shows: "a ground is a question whose yes alone refers, whatever the scope",
    check: |subject| {
        of_complete(subject, subject.kinds(), |here| {
            grounds(subject, here).iter().find_map(|ground| {
                let unsure = subject.answering(ground, Answer::Unsure);
                let led = subject.among(&here.meaning.on.response, Set::only(Response::SchoolLed));
                witness(subject, here, &here.complete.and(&unsure).and(&led), "seek-advice or more")
            })
        })
    },
};

pub const NO_SCHOOL_LED_IN_ANY_WORLD: Property = Property {
    sentence: NO_SCHOOL_LED.sentence,
    shows: "where the school may lead, no way for its unknowns to turn out meets a row that refers",
    check: |subject| {
        of_complete(subject, subject.kinds(), |here| {
            let led = subject.among(&here.meaning.on.response, Set::only(Response::SchoolLed));
            let refers = here.at_most.get(usize::from(Response::ReferNow.index()))?;
            witness(subject, here, &here.complete.and(&led).and(refers), "seek-advice or more")
        })
    },
};

pub const NEVER_HIDDEN: Property = Property {
    sentence: "danger and the grounds for referral are never hidden by scope",
    shows: "a row that refers on some answer does so outside scope; a single ground not known asks for advice there",
    check: |subject| {
        of_complete(subject, subject.kinds(), |here| {
            let rules = subject.policy.rules.response.iter().filter(|rule| refers(&rule.logic, here));
            let mut rules = rules.filter(|rule| !rule.logic.cube.concerns().is_empty());
            let hidden = rules.find_map(|rule| {
                let met = subject.as_read(&rule.logic.cube).and(&here.complete);
                let to = Response::of(rule.logic.to)?;
                let expected = format!("{} or more, by `{}`", to.id(), rule.id);
                witness(subject, here, &met.and_not(level(here, to)?), &expected)
            });
            hidden.or_else(|| danger(subject, here)).or_else(|| ground_not_known(subject, here))
        })
    },
};

/// A witness against: danger is an emergency whatever else was said, and danger that is not ruled out refers.
fn danger(subject: &Subject<'_>, here: &Here) -> Option<Witness> {
    let danger = subject.policy.question("immediate-danger")?;
    let expected = [(Answer::Yes, Response::Emergency), (Answer::Unsure, Response::ReferNow)];
    expected.into_iter().find_map(|(answer, response)| {
        let told = subject.answering(danger, answer).and(&here.complete);
        witness(subject, here, &told.and_not(level(here, response)?), response.id())
    })
}

fn ground_not_known(subject: &Subject<'_>, here: &Here) -> Option<Witness> {
    grounds(subject, here).iter().find_map(|ground| {
        let unsure = subject.answering(ground, Answer::Unsure).and(&here.complete);
        witness(subject, here, &unsure.and_not(level(here, Response::SeekAdvice)?), "seek-advice or more")
    })
}

/// The finishings with a response at least so urgent.
fn level(here: &Here, response: Response) -> Option<&Bdd> {
    here.meaning.on.response.get(usize::from(response.index()))
}

fn refers(rule: &Rule, here: &Here) -> bool {
    rule.to >= Response::ReferNow.value() && rule.nations.contains(here.nation)
}

/// The grounds for referral: the questions to which a yes refers, by a row with no other cell.
fn grounds(subject: &Subject<'_>, here: &Here) -> Questions {
    let rules = subject.policy.rules.response.iter().map(|rule| &rule.logic).filter(|rule| refers(rule, here));
    let cells = rules.map(|rule| (rule.cube, rule.cube.concerns())).filter(|(_, cells)| cells.len() == 1);
    cells.filter(|(cube, cell)| cube.yes.touches(*cell) && !cube.no.touches(*cell)).map(|(_, cell)| cell).collect()
}

fn witness(subject: &Subject<'_>, here: &Here, bad: &Bdd, expected: &str) -> Option<Witness> {
    let (witness, at) = subject.complete_witness(here, bad)?;
    let found = subject.response_at(here, &at);
    Some(witness.with([format!("{found}, expected {expected}")]))
}

/// Where the response falls when one answer is raised.
fn falls(subject: &Subject<'_>, here: &Here, raised: usize, from: Answer, to: Answer) -> Option<Witness> {
    let space = &subject.space;
    let at = |of: &Bdd, answer| space.answered(of, raised, answer);
    let both = at(&here.complete, from).and(&at(&here.complete, to));
    let levels = here.meaning.on.response.iter().map(|level| at(level, from).and_not(&at(level, to)));
    let bad = both.and(&space.any(levels));
    if bad.is_false() {
        return None;
    }
    let before = subject.answering(Question::at(raised), from);
    let (witness, mut point) = subject.complete_witness(here, &bad.and(&before))?;
    let found = subject.response_at(here, &point);
    subject.space.answer(&mut point, raised, to);
    let then = subject.response_at(here, &point);
    let id = subject.id(raised);
    Some(witness.with([
        format!("{found} with `{id}` {}", from.id()),
        format!("{then} with `{id}` {}, expected no less", to.id()),
    ]))
}
