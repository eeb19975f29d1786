//! The entries of a policy, in the order of its tables.

use super::Entry;
use crate::compare::terms;
use crate::compare::version::Version;
use crate::policy::labels::{Label, PageText, Piece};
use crate::policy::logic::{Advice, Logic, Question, Rule};
use crate::policy::table::{List, Text};
use crate::policy::vocabulary::{Axis, Nation, Recording, Value, Word};
use crate::policy::words::{Meaning, Source, Wording};

/// Every entry.
pub(crate) fn entries(version: &Version) -> Vec<Entry> {
    let (logic, words) = (&version.policy.logic, &version.policy.words);
    let lists = [
        vec![edition(logic, words)],
        questions(logic, words),
        readings(logic, words),
        rules(logic, words),
        typology_needs(version),
        said(logic, words),
        sources(logic, words),
        values(logic, words),
        unpublished(logic, words),
        places(logic, words),
        interface(words),
    ];
    lists.into_iter().flatten().collect()
}

fn edition(logic: &Logic, words: &Wording) -> Entry {
    let edition = &logic.edition;
    Entry::new("edition", "")
        .with("name", &edition.id)
        .with("title", &words.title)
        .with("status", edition.status.id())
        .with("checked", &edition.checked)
        .with("review by", &edition.review_by)
}

fn questions(logic: &Logic, words: &Wording) -> Vec<Entry> {
    let entry = |(place, (question, asking)): (usize, (&Question, &crate::policy::words::Asking))| {
        let fit = logic.fit & 1 << place != 0;
        let group = logic.groups.get(usize::from(question.group)).map_or("?", |group| group);
        Entry::new("question", &question.id)
            .with("ask", &asking.ask)
            .with("hint", &asking.hint)
            .with("why", &asking.why)
            .with("unknown", &asking.unknown)
            .with("asked when", terms::asked_when(logic, &question.asked_when))
            .with("asked while", question.asked_while.map(terms::responses).unwrap_or_default())
            .with("group", group)
            .with("slot", question.slot)
            .with("fit", if fit { "the question of fit" } else { "" })
    };
    logic.questions.iter().zip(&words.questions).enumerate().map(entry).collect()
}

fn readings(logic: &Logic, words: &Wording) -> Vec<Entry> {
    let all = logic.readings.iter().zip(&words.readings);
    let entry = |(reading, says)| {
        let reading: &crate::policy::logic::Reading = reading;
        Entry::new("reading", &reading.id)
            .with("says", says as &Text)
            .with("when", terms::cube(logic, &reading.cube))
            .with("then", terms::reading(logic, reading))
    };
    all.map(entry).collect()
}

fn rules(logic: &Logic, words: &Wording) -> Vec<Entry> {
    let axes = Axis::ALL.iter().zip(logic.charts()).zip(&words.rules);
    let rules = axes.flat_map(|((axis, chart), says)| chart.rules.iter().zip(says).map(|both| (*axis, both)));
    rules.map(|(axis, (rule, says))| one_rule(logic, axis, rule, says)).collect()
}

fn one_rule(logic: &Logic, axis: Axis, rule: &Rule, says: &Text) -> Entry {
    Entry::new(rule_kind(axis), &rule.id)
        .with("says", says)
        .with("when", terms::rule(logic, rule))
        .with("then", Value::at(axis, rule.to).map_or("?", Value::id))
        .with("nations", terms::nations(rule.nations))
        .with("scope", if rule.inside_only { "inside only" } else { "any" })
        .with("basis", rule.basis.id())
        .with("cites", terms::cites(logic, &rule.cites))
}

/// What a rule of an axis is called.
const fn rule_kind(axis: Axis) -> &'static str {
    match axis {
        Axis::Scope => "scope rule",
        Axis::Response => "response rule",
        Axis::Recording => "recording rule",
        Axis::Typology => "typology rule",
    }
}

fn typology_needs(version: &Version) -> Vec<Entry> {
    let logic = &version.policy.logic;
    let rows: Vec<String> = logic.typology_needs.iter().map(|row| terms::cube(logic, row)).collect();
    let entry = Entry::new("typology needs", "").with("rows", rows.join("; or "));
    if rows.is_empty() { Vec::new() } else { vec![entry] }
}

fn said(logic: &Logic, words: &Wording) -> Vec<Entry> {
    let never = logic.never.iter().zip(&words.never).map(|(advice, saying)| {
        let entry = Entry::new("never", &advice.id).with("text", &saying.text).with("why", &saying.why);
        when(logic, entry, advice)
    });
    let steps = logic.steps.iter().zip(&words.steps).map(|(step, saying)| {
        let entry = Entry::new("step", &step.advice.id).with("text", &saying.text).with("why", &saying.why);
        when(logic, entry.with("timing", step.timing.id()).with("who", step.who.id()), &step.advice)
    });
    let scripts = logic.scripts.iter().zip(&words.scripts).map(|(advice, script)| {
        when(
            logic,
            Entry::new("script", &advice.id).with("for", &script.to).with("lines", lines(&script.lines)),
            advice,
        )
    });
    never.chain(steps).chain(scripts).collect()
}

fn when(logic: &Logic, entry: Entry, advice: &Advice) -> Entry {
    entry
        .with("when", terms::condition(logic, &advice.when))
        .with("basis", advice.basis.id())
        .with("cites", terms::cites(logic, &advice.cites))
}

fn sources(logic: &Logic, words: &Wording) -> Vec<Entry> {
    logic.sources.iter().zip(&words.sources).map(|(entry, source)| one_source(&entry.id, source)).collect()
}

fn one_source(id: &Text, source: &Source) -> Entry {
    Entry::new("source", id)
        .with("title", &source.title)
        .with("publisher", &source.publisher)
        .with("edition", &source.edition)
        .with("read", source.read.id())
        .with("checked", &source.checked)
        .with("review by", &source.review_by)
        .with("nations", terms::nations(source.nations))
        .with("url", source.url.as_deref().unwrap_or_default())
        .with("note", &source.note)
}

fn values(logic: &Logic, words: &Wording) -> Vec<Entry> {
    let axes = Axis::ALL.iter().zip(&words.values);
    let values = axes.flat_map(|(axis, meanings)| (0..).zip(meanings).map(|(to, meaning)| (*axis, to, meaning)));
    values.map(|(axis, to, meaning)| one_value(logic, axis, to, meaning)).collect()
}

fn one_value(logic: &Logic, axis: Axis, to: u8, meaning: &Meaning) -> Entry {
    let id = format!("{} {}", axis.id(), Value::at(axis, to).map_or("?", Value::id));
    let entry = Entry::new("value", id)
        .with("name", &meaning.name)
        .with("says", lines(&meaning.says))
        .with("cites", terms::cites(logic, &meaning.cites));
    match logic.forecasts.iter().find(|forecast| axis == Axis::Recording && forecast.value == to) {
        Some(forecast) => entry
            .with("label", forecast.label.as_deref().unwrap_or_default())
            .with("crimes", lines(&forecast.crimes))
            .with("outcomes", lines(&forecast.outcomes)),
        None => entry,
    }
}

fn unpublished(logic: &Logic, words: &Wording) -> Vec<Entry> {
    let points = logic.unpublished.iter().zip(&words.unpublished);
    let with = |set| Recording::of(set).map(|value| value.id()).collect::<Vec<_>>().join(", ");
    points
        .map(|(point, says)| Entry::new("open point", &point.id).with("says", says).with("with", with(point.with)))
        .collect()
}

/// What the page and the record say around a result.
fn places(logic: &Logic, words: &Wording) -> Vec<Entry> {
    let groups = logic.groups.iter().zip(&words.groups).map(|(id, group)| {
        let intro = group.intro.as_deref().unwrap_or_default();
        Entry::new("group", id).with("heading", &group.heading).with("intro", intro)
    });
    let nations = Nation::ALL.iter().zip(&words.nations);
    let nations = nations.map(|(nation, name)| Entry::new("nation", nation.id()).with("name", name));
    let terms = words.terms.iter().map(|term| {
        let own = Nation::ALL.iter().zip(&term.by_nation);
        let entry = Entry::new("term", &term.id).with("neutral", &term.neutral);
        own.fold(entry, |entry, (nation, word)| entry.with(nation.id(), word))
    });
    let contacts = words.contacts.iter().map(|local| {
        let entry = Entry::new("contact", &local.id).with("name", &local.name).with("missing", &local.missing);
        entry.with("steps", lines(&local.steps))
    });
    let notices = words.notices.iter().map(|notice| Entry::new("notice", &notice.id).with("says", lines(&notice.says)));
    groups.chain(nations).chain(terms).chain(contacts).chain(notices).collect()
}

/// What the page says around the policy.
fn interface(words: &Wording) -> Vec<Entry> {
    let labels = Label::ALL.iter().zip(&words.labels).map(|(label, forms)| {
        let names = if label.is_counted() { &["one", "other"][..] } else { &["says"] };
        names.iter().zip(forms).fold(Entry::new("label", label.id()), |entry, (name, form)| entry.with(name, form))
    });
    let page = PageText::ALL.iter().zip(&words.page);
    let page = page.map(|(text, says)| Entry::new("page text", text.id()).with("says", says));
    let pieces = Piece::ALL.iter().zip(&words.condition);
    let pieces = pieces.map(|(piece, says)| Entry::new("piece of a condition", piece.id()).with("says", says));
    labels.chain(page).chain(pieces).collect()
}

fn lines(texts: &List<Text>) -> String {
    texts.iter().map(|text| &**text).collect::<Vec<_>>().join("\n")
}
