//! The sentences about what is said, over every partial answer set.

use biodivine_lib_bdd::Bdd;

use super::{Property, Verdict, of_partial};
use crate::policy::logic::Condition;
use crate::policy::register::{Facts, Register};
use crate::policy::set::Set;
use crate::policy::vocabulary::{Answer, Nation, Place, Response, Word};
use crate::proof::advice::Standing;
use crate::proof::spoken::{All, Spoken, people_by_rows};
use crate::proof::subject::{Here, Subject};
use crate::proof::text::sentences;
use crate::proof::witness::Witness;
use crate::say::lists::quoted;

pub const DELETION: Property = Property {
    sentence: "deletion is advised only as the outline's Order allows",
    shows: "the Order is referral first, removal second, deletion last; wherever advice that speaks of deleting without \
            forbidding it is said, the response is settled on the school leading and it was answered that nobody knows of \
            it yet, or advice at most is called for and it was answered that none is outstanding; never in Northern \
            Ireland",
    check: |subject| {
        over_nations(subject, |here, all| {
            let allowed = order(subject, here);
            let advising = advising(subject);
            let asks =
                all.said.iter().filter(|said| advising.iter().any(|(id, _)| said.path.ends_with(&format!("/{id}"))));
            first_bad(subject, here, asks, |said| said.at.and_not(&allowed), "is said, which the Order does not allow")
        })
    },
};

pub const CONTRADICTIONS: Property = Property {
    sentence: "no two of the named pairs of contradicting advice are ever shown together",
    shows: "of each pair in the policy, wherever something of one side is said nothing of the other is",
    check: |subject| {
        over_nations(subject, |here, all| {
            subject.policy.wording.contradictions.iter().find_map(|entry| {
                let side = |paths: &[crate::policy::table::Text]| {
                    paths.iter().map(|path| (path.to_string(), all.at(subject, path))).collect::<Vec<_>>()
                };
                let (one, other) = (side(&entry.words.one), side(&entry.words.other));
                one.iter().flat_map(|one| other.iter().map(move |other| (one, other))).find_map(|(one, other)| {
                    let bad = subject.partial().valid.and(&one.1).and(&other.1);
                    let (witness, _) = subject.partial_witness(Some(here), &bad)?;
                    Some(witness.with([format!("`{}` and `{}`, which contradict each other", one.0, other.0)]))
                })
            })
        })
    },
};

pub const CAN_BE_SAID: Property = Property {
    sentence: "everything in the policy can be said",
    shows: "in each nation that it is for, each step, route, line and text of the call is said at some answers, though at \
            its place others come before it, and though a line needs its person and the call a step that makes it",
    check: |subject| {
        over_nations(subject, |here, all| {
            let here_too = subject.policy.advice().filter(|(_, _, advice)| advice.when.nations.contains(here.nation));
            let paths = here_too.map(|(kind, id, _)| format!("{kind}/{id}"));
            let never = paths.filter(|path| subject.partial().valid.and(&all.at(subject, path)).is_false());
            let never: Vec<String> = never.collect();
            let told = || format!("{} never said in {}", quoted(&never), here.nation.id());
            (!never.is_empty()).then(|| Witness::of_text(told()))
        })
    },
};

pub const OWN_CALL: Property = Property {
    sentence: "each nation gets its own call, wherever one is due",
    shows: "wherever the least response is to refer now or an emergency, a step stands at the place of the call; unless \
            those who already know are rung, it is one that no other nation has",
    check: |subject| {
        over_nations(subject, |here, all| {
            let standing = Standing::partial(subject, here);
            let refers = standing.at_least_among([Response::ReferNow, Response::Emergency].into_iter().collect());
            let known = standing.is_said("authorities-know", Set::only(Answer::Yes));
            let calls = || all.said.iter().filter(|said| said.now == Some(Place::Call));
            let some = subject.space.any(calls().map(|said| said.at.clone()));
            let own = calls().filter(|said| said.advice.when.nations == Set::only(here.nation));
            let own = subject.space.any(own.map(|said| said.at.clone()));
            let valid = &subject.partial().valid;
            let bad = valid.and(&refers).and_not(&some.and(&own.or(&known)));
            let (witness, _) = subject.partial_witness(Some(here), &bad)?;
            Some(witness.with(["no call of its own".to_owned()]))
        })
    },
};

pub const NOT_SAFE_ALONE: Property = Property {
    sentence: "wherever a child is not safe alone, exactly one of telling a parent and asking who keeps them safe stands",
    shows: "wherever danger or a risk of harm is answered yes or not known, or a threat yes",
    check: |subject| {
        over_nations(subject, |here, all| {
            let standing = Standing::partial(subject, here);
            let may_be = [Answer::Yes, Answer::Unsure].into_iter().collect();
            let unsafe_alone =
                [("immediate-danger", may_be), ("risk-of-harm", may_be), ("threatened", Set::only(Answer::Yes))];
            let unsafe_alone = subject.space.any(unsafe_alone.map(|(id, answers)| standing.is_said(id, answers)));
            let [tell, ask, ask_from_home] = [
                "step/tell-a-parent-tonight",
                "step/ask-who-keeps-them-safe",
                "step/ask-who-keeps-them-safe-from-home",
            ]
            .map(|path| all.at(subject, path));
            let bad = subject.partial().valid.and(&unsafe_alone).and_not(&tell.xor(&ask.or(&ask_from_home)));
            let (witness, _) = subject.partial_witness(Some(here), &bad)?;
            Some(witness.with(["neither or both".to_owned()]))
        })
    },
};

pub const STAFF: Property = Property {
    sentence: "wherever the concern may be about a member of staff, nothing says to tell only those who must act at school",
    shows: "wherever it is answered yes or not known that an adult works with children, the step that names the head only \
            stands, and the one that sends everybody to the lead does not",
    check: |subject| {
        over_nations(subject, |here, all| {
            let standing = Standing::partial(subject, here);
            let may_be = standing.is_said("staff-involved", [Answer::Yes, Answer::Unsure].into_iter().collect());
            let own = format!("step/tell-the-head-only-{}", here.nation.id());
            let [write, ask_age] =
                ["step/write-it-down", "step/write-down-and-ask-the-age"].map(|path| all.at(subject, path));
            let bad = may_be.and_not(&all.at(subject, &own).and_not(&write.or(&ask_age)));
            let (witness, _) = subject.partial_witness(Some(here), &subject.partial().valid.and(&bad))?;
            Some(witness.with(["the lead or the head may be the concern and is told".to_owned()]))
        })
    },
};

pub const REMOVAL: Property = Property {
    sentence: "removal is never offered for a child whom nobody knows, and never without the call",
    shows: "every line and every text of the call that speaks of Report Remove, of Take It Down or of removal",
    check: |subject| {
        over_nations(subject, |here, all| {
            let standing = Standing::partial(subject, here);
            let unknown = standing.is_said("unknown-child", [Answer::Yes, Answer::Unsure].into_iter().collect());
            let called = subject
                .space
                .any(all.said.iter().filter(|said| said.now == Some(Place::Call)).map(|said| said.at.clone()));
            let removing = removing(subject);
            let offers = all.said.iter().filter(|said| removing.contains(&said.path));
            first_bad(
                subject,
                here,
                offers,
                |said| said.at.and(&unknown.or(&called.not())),
                "is said where removal may not be",
            )
        })
    },
};

pub const PEOPLE: Property = Property {
    sentence: "a person who cannot be in it by the answers is not there, and one who may be is",
    shows: "the compiled rows over worlds, by which the program goes, against the rows as written, for those who may be in \
            it and for those who are",
    check: |subject| {
        over_nations(subject, |here, all| {
            let by_rows = people_by_rows(subject, here);
            all.people.iter().zip(&by_rows).find_map(|(written, compiled)| {
                let differ = written.there.xor(&compiled.there).or(&written.certain.xor(&compiled.certain));
                let (witness, _) = subject.partial_witness(Some(here), &subject.partial().valid.and(&differ))?;
                Some(witness.with([format!("`{}` by one and not by the other", written.who.id())]))
            })
        })
    },
};

/// The verdict over every partial answer set in every nation.
fn over_nations<'s>(subject: &'s Subject<'s>, mut bad: impl FnMut(&'s Here, &All<'s>) -> Option<Witness>) -> Verdict {
    of_partial(subject, &subject.nations, |here| bad(here, &All::partial(subject, here)))
}

/// The first of some advice for which something bad holds.
fn first_bad<'a, 's: 'a>(
    subject: &Subject<'_>,
    here: &Here,
    mut said: impl Iterator<Item = &'a Spoken<'s>>,
    bad: impl Fn(&Spoken<'_>) -> Bdd,
    complaint: &str,
) -> Option<Witness> {
    said.find_map(|said| {
        let (witness, _) = subject.partial_witness(Some(here), &subject.partial().valid.and(&bad(said)))?;
        Some(witness.with([format!("`{}` {complaint}", said.path)]))
    })
}

/// Where the Order allows deletion to be advised.
fn order(subject: &Subject<'_>, here: &Here) -> Bdd {
    if here.nation == Nation::NorthernIreland {
        return subject.space.never();
    }
    let standing = Standing::partial(subject, here);
    let no = |question| standing.is_said(question, Set::only(Answer::No));
    let led = Set::only(Response::SchoolLed);
    let school_leads = standing.at_least_among(led).and(&standing.at_most_among(led)).and(&no("authorities-know"));
    let at_most = |level| standing.at_most_among(Set::at_or_below(level));
    school_leads.or(&at_most(Response::SeekAdvice).and(&no("advice-outstanding")))
}

/// The lines and the texts of the call that speak of removal.
fn removing(subject: &Subject<'_>) -> Vec<String> {
    let said = subject.policy.shown().into_iter().filter(|facts| ["line", "call"].contains(&facts.kind));
    let offers = |facts: &Facts<'_>| {
        facts.texts().any(|text| ["Report Remove", "Take It Down", "removal"].iter().any(|word| text.contains(word)))
    };
    said.filter(offers).map(|facts| facts.path()).collect()
}

/// The advice that speaks of deleting without forbidding it.
pub fn advising<'s>(subject: &Subject<'s>) -> Vec<(&'s str, &'s Condition)> {
    let said =
        subject.policy.shown().into_iter().filter(|facts| ["step", "route", "line", "call"].contains(&facts.kind));
    let asks = |facts: &Facts<'s>| {
        let fields = facts.fields.iter().filter(|(field, _)| ["text", "says"].contains(field));
        fields.flat_map(|(_, texts)| texts.list()).any(|text| sentences(text).any(advises_deletion))
    };
    said.filter(asks).filter_map(|facts| Some((facts.id, facts.when?))).collect()
}

/// Stems of words for making an image disappear.
const DELETING: &[&str] = &["delet", "erase", "wipe", "destroy", "get rid", "remove it", "remove the image"];

/// Phrases with such a word that ask nobody to delete anything.
const HARMLESS: &[&str] = &[
    "deletes no message and no account",
    "delete nothing",
    "deletes nothing",
    "reply, pay or delete",
    "opens, moves, sends or deletes",
    "saved, sent or deleted",
    "opens, saves, sends or deletes",
    "copy, send, delete or contact",
];

/// How a sentence that forbids it begins, or the last of its clauses before the word.
const FORBIDDING: &[&str] = &[
    "do not ",
    "please do not ",
    "and do not ",
    "never ",
    "nobody ",
    "nothing ",
    "in scotland nothing ",
    "in northern ireland nothing ",
];

/// Whether a sentence speaks of deleting without forbidding it.
pub fn advises_deletion(sentence: &str) -> bool {
    let small = HARMLESS.iter().fold(sentence.to_lowercase(), |text, phrase| text.replace(phrase, ""));
    let forbids = |before: &str| FORBIDDING.iter().any(|word| before.trim_start().starts_with(word));
    let forbidden = |before: &str| forbids(before) || before.rsplit(',').next().is_some_and(forbids);
    DELETING.iter().filter_map(|word| small.split_once(word)).any(|(before, _)| !forbidden(before))
}
