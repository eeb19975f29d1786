//! The nations: what each is shown, and the words that differ between them.

use super::document::{Block, Layout, Line, Part, Span, Table};
use super::sourced::Kind;
use super::speech::value;
use crate::edition::POLICY;
use crate::policy::entry::Entry;
use crate::policy::logic::Rule;
use crate::policy::set::Set;
use crate::policy::table::Text;
use crate::policy::vocabulary::{Axis, Nation, Word};
use crate::policy::words::{Named, Term};

/// Nations and words.
pub(super) fn part() -> Part {
    Part {
        heading: "Nations and their words",
        blocks: vec![
            Block::text(&[
                "The nation is chosen first. It sets the words, the sources and what may be said at all.",
                "Where the facts differ and not only a name, there are separate steps: each says in which nations it holds.",
            ]),
            Block::Table(shown()),
            Block::heading("Words that differ"),
            Block::Table(words_that_differ()),
        ],
    }
}

fn shown() -> Table {
    let head = ["Nation", "Police recording", "Kind of incident", "Least response where the guide fits"];
    let row = |(nation, named): (&Nation, &Entry<(), Named>)| {
        vec![
            Line::plain(named.words.name.to_string()),
            Line::plain(shown_in(Axis::Recording, *nation)),
            Line::plain(shown_in(Axis::Typology, *nation)),
            floor(*nation),
        ]
    };
    let rows = Nation::ALL.iter().zip(&POLICY.wording.nations).map(row).collect();
    Table { layout: Layout::Plain, head: head.map(str::to_owned).into(), rows }
}

fn shown_in(axis: Axis, nation: Nation) -> &'static str {
    let shown = POLICY.rules[axis].iter().any(|rule| rule.logic.nations.contains(nation));
    if shown { "shown" } else { "never shown" }
}

/// The rule that holds in a nation whatever is answered, where it has one.
fn floor(nation: Nation) -> Line {
    let own = |rule: &Rule| rule.nations.contains(nation) && rule.nations != Set::every();
    let holds = |rule: &&Entry<Rule, Text>| own(&rule.logic) && rule.logic.cube.concerns().is_empty();
    let Some(rule) = POLICY.rules.response.iter().find(holds) else { return Line::plain("none is set") };
    let name = Kind::Rule(Axis::Response).name(&rule.id);
    value(rule.logic.to).then(", by ").and(Span::Link(name))
}

fn words_that_differ() -> Table {
    let nations = POLICY.wording.nations.iter().map(|nation| nation.words.name.to_string());
    let head = ["Name", "Where no nation is chosen"].map(str::to_owned).into_iter().chain(nations).collect();
    let row = |term: &Entry<(), Term>| {
        let name = Line(vec![Span::Name(format!("term/{}", term.id))]);
        let neutral = Line(vec![Span::Term(term.words.neutral.to_string())]);
        let words = term.words.by_nation.iter().map(|word| Line::plain(word.to_string()));
        [name, neutral].into_iter().chain(words).collect()
    };
    Table { layout: Layout::Plain, head, rows: POLICY.wording.terms.iter().map(row).collect() }
}
