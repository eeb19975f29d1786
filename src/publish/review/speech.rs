//! The policy's own words as lines of a document.

use super::document::{Line, Span};
use crate::edition::POLICY;
use crate::policy::entry::{Entry, named};
use crate::policy::logic::{Cite, Forecast};
use crate::policy::set::Set;
use crate::policy::table::Text;
use crate::policy::vocabulary::{Basis, Depth, Nation, Value, Who, Word};
use crate::policy::words::Meaning;
use crate::publish::own_words;
use crate::say::lists::joined;

/// A text of the policy, with the words that differ by nation marked as such.
pub(super) fn said(text: &str) -> Line {
    let mut spans = Vec::new();
    let mut rest = text;
    while let Some((before, term, after)) = next_term(rest) {
        spans.extend([Span::Plain(before.to_owned()), Span::Term(term.to_string())]);
        rest = after;
    }
    spans.push(Span::Plain(rest.to_owned()));
    Line(spans)
}

/// Several texts of the policy.
pub(super) fn all_said(texts: &[Text]) -> Vec<Line> {
    texts.iter().map(|text| said(text)).collect()
}

fn next_term(text: &str) -> Option<(&str, &Text, &str)> {
    let (before, braced) = text.split_once('{')?;
    let (id, after) = braced.split_once('}')?;
    let term = named(&POLICY.wording.terms, id)?;
    Some((before, &term.words.neutral, after))
}

/// The name of a value, in quotation marks.
pub(super) fn value(value: Value) -> Line {
    let name = meaning(value).map_or_else(Line::default, |entry| said(&entry.words.name));
    Line::joined([Line::plain("“"), name, Line::plain("”")], "")
}

/// The meaning of a value.
pub(super) fn meaning(value: Value) -> Option<&'static Entry<Option<Forecast>, Meaning>> {
    named(&POLICY.values[value.axis()], value.id())
}

/// Nations as a list: "England and Wales".
pub(super) fn nations(set: Set<Nation>) -> String {
    let names = set.iter().filter_map(|nation| named(&POLICY.wording.nations, nation.id()));
    joined(names.map(|nation| nation.words.name.to_string()).collect(), "and")
}

/// The nations that some of the cited sources speak for.
pub(super) fn spoken_for(cites: &[Cite]) -> Set<Nation> {
    let sources = cites.iter().filter_map(|cite| POLICY.sources.get(usize::from(cite.source)));
    sources.fold(Set::NONE, |set, source| set.union(source.logic.nations))
}

/// The basis of something and its citations.
pub(super) fn rests_on(nations: Set<Nation>, basis: Basis, cites: &[Cite]) -> Line {
    Line::plain(format!("{}: ", self::basis(nations, basis, cites))).with(cited(cites)).then(".")
}

/// The basis in words. It is guidance only in nations for which a cited source speaks.
fn basis(nations: Set<Nation>, basis: Basis, cites: &[Cite]) -> String {
    let spoken = nations.meet(spoken_for(cites));
    let silent = nations.without(spoken);
    match basis {
        Basis::Judgement => "Our judgement, starting from".to_owned(),
        Basis::Guidance if silent.is_empty() => "Guidance".to_owned(),
        Basis::Guidance if spoken.is_empty() => "Our judgement, because it is guidance of another nation".to_owned(),
        Basis::Guidance => {
            format!("Guidance in {}; our judgement in {}", self::nations(spoken), self::nations(silent))
        }
    }
}

/// Where something comes from, with how far each source was read.
pub(super) fn cited(cites: &[Cite]) -> Line {
    Line::joined(cites.iter().filter_map(one_cited), "; ")
}

fn one_cited(cite: &Cite) -> Option<Line> {
    let place = usize::from(cite.source);
    let source = POLICY.sources.get(place)?;
    let name = Line(vec![Span::Link(source.id.to_string())]);
    let section = if cite.section.is_empty() { String::new() } else { format!(", {}", cite.section) };
    Some(name.then(format!("{section} ({})", depth(source.words.read))))
}

/// How far a source was read.
pub(super) fn depth(depth: Depth) -> &'static str {
    POLICY.wording.label(own_words::read(depth))
}

/// Who does a step.
pub(super) fn who(who: Who) -> Line {
    match who {
        Who::Everyone => Line::plain("everyone on staff"),
        Who::Lead => said("the {lead}"),
        Who::Head => Line::plain("the head"),
        Who::TwoPeople => Line::plain("two people together"),
    }
}

/// A number of things: "1 rule", "2 rules".
pub(super) fn count(number: usize, thing: &str) -> String {
    if number == 1 { format!("1 {thing}") } else { format!("{number} {thing}s") }
}
