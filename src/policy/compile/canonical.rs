//! The canonical form of the rules, whose hash is an edition's `rules`: rows, conditions and slots, by the policy's
//! identifiers. It holds no text, citation, date or signature, and nothing of how Rust represents the tables, so the
//! hash changes exactly when a result may.

use super::super::Policy;
use super::super::cube::{Cube, Question, Questions};
use super::super::logic::{Advice, Condition, Forecast, Line, Presence, Said, Step};
use super::super::set::Set;
use super::super::table::Text;
use super::super::vocabulary::{Axis, Response, Word};

/// The canonical form: a fact on each line, in the order of the policy.
pub(super) fn rules(policy: &Policy) -> String {
    // Every part by name, so that a new one that decides something is thought of here.
    let Policy {
        edition: _,
        groups: _,
        questions: _,
        retired: _,
        fit: _,
        readings: _,
        outcomes: _,
        rules: _,
        rows: _,
        response_in_worlds: _,
        typology_needs: _,
        values: _,
        unpublished: _,
        never: _,
        steps: _,
        routes: _,
        people: _,
        lines: _,
        utterances: _,
        sources: _,
        wording: _,
    } = policy;
    let lines = Lines { policy };
    let needs = policy.typology_needs.iter().map(|cube| format!("typology-needs {}", lines.cells(cube)));
    let retired = policy.retired.iter().map(|past| format!("retired {} slot {}", past.id, past.slot));
    let all = lines.questions().chain(retired).chain(lines.readings()).chain(lines.rules()).chain(needs);
    joined(all.chain(lines.forecasts()).chain(lines.unpublished()).chain(lines.people()).chain(lines.advice()), "\n")
}

struct Lines<'a> {
    policy: &'a Policy,
}

impl Lines<'_> {
    fn questions(&self) -> impl Iterator<Item = String> {
        self.policy.questions().map(|(question, entry)| {
            let posed = &entry.logic;
            let rows = joined(posed.asked_when.iter().map(|row| self.ids_of(*row)), " or ");
            let fit = if self.policy.fit == Some(question) { " of fit" } else { "" };
            let levels = bound(posed.asked_while);
            let told = format!("known {} open {}", posed.known, posed.open);
            format!("question {} slot {}{fit} when [{rows}] while [{levels}] {told}", entry.id, posed.slot)
        })
    }

    fn readings(&self) -> impl Iterator<Item = String> {
        self.policy.readings.iter().map(|entry| {
            let (of, from) = (&self.policy.asked(entry.logic.question).id, ids(entry.logic.from));
            let (to, when) = (entry.logic.to.id(), self.cells(&entry.logic.cube));
            format!("reading {} of {of} from {from} to {to} if {when}", entry.id)
        })
    }

    /// The rules of each axis as written. The compiled rows follow from them.
    fn rules(&self) -> impl Iterator<Item = String> {
        let all = self.policy.rules.iter().flat_map(|(axis, rules)| rules.iter().map(move |entry| (axis, entry)));
        all.map(|(axis, entry)| {
            let rule = &entry.logic;
            let scope = if rule.inside_only { "inside" } else { "any" };
            let (to, nations, when) = (rule.to.id(), ids(rule.nations), self.cells(&rule.cube));
            format!("{} {} then {to} in {nations} scope {scope} if {when}", axis.id(), entry.id)
        })
    }

    fn forecasts(&self) -> impl Iterator<Item = String> {
        let recorded = self.policy.values[Axis::Recording].iter();
        recorded.filter_map(|value| value.logic.as_ref().map(|forecast| forecast_line(&value.id, forecast)))
    }

    fn unpublished(&self) -> impl Iterator<Item = String> {
        self.policy.unpublished.iter().map(|point| format!("unpublished {} with {}", point.id, ids(point.logic.with)))
    }

    fn people(&self) -> impl Iterator<Item = String> {
        self.policy.people.iter().map(|entry| {
            let Presence { who: _, rows, at_least, only_if_certain, instead_of, present: _, absent: _ } = &entry.logic;
            let rows = joined(rows.iter().map(|row| self.cells(row)), " or ");
            let (least, others) = (bound(*at_least), ids(*instead_of));
            format!(
                "person {} at-least [{least}] certain {only_if_certain} instead of [{others}] if [{rows}]",
                entry.id
            )
        })
    }

    fn advice(&self) -> impl Iterator<Item = String> {
        let Policy { never, steps, routes, lines, utterances, .. } = self.policy;
        let never = never.iter().map(|entry| self.said("never", &entry.id, &entry.logic));
        let steps = steps.iter().map(|entry| {
            let Step { advice, timing, who, calls } = &entry.logic;
            self.said(&format!("step {} {} calls [{}]", timing.id(), who.id(), ids(*calls)), &entry.id, advice)
        });
        let routes = routes.iter().map(|entry| {
            self.said(&format!("route calls [{}]", ids(entry.logic.calls)), &entry.id, &entry.logic.advice)
        });
        let lines = lines.iter().map(|entry| {
            let Line { advice, about, part } = &entry.logic;
            self.said(&format!("line {} for [{}]", part.id(), ids(*about)), &entry.id, advice)
        });
        let call = utterances
            .iter()
            .map(|entry| self.said(&format!("call {}", entry.logic.part.id()), &entry.id, &entry.logic.advice));
        never.chain(steps).chain(routes).chain(lines).chain(call)
    }

    fn said(&self, kind: &str, id: &Text, advice: &Advice) -> String {
        let Advice { when, basis: _, place } = advice;
        let Condition { nations, at_least, at_most, scope, rows, read: _ } = when;
        let (scope, place) = (scope.map_or("", Word::id), place.as_deref().unwrap_or_default());
        let rows = joined(rows.iter().map(|row| self.row(row)), " or ");
        let (least, most, nations) = (bound(*at_least), bound(*at_most), ids(*nations));
        format!(
            "{kind} {id} place [{place}] in {nations} at-least [{least}] at-most [{most}] scope [{scope}] if [{rows}]"
        )
    }

    fn cells(&self, cube: &Cube) -> String {
        self.row(&Said::of_answers(*cube))
    }

    /// The cells of a row: the answers accepted at each question at which some are refused.
    fn row(&self, row: &Said) -> String {
        let cell = |question: Question| {
            let silent = if row.unanswered.contains(question) { ",unanswered" } else { "" };
            format!("{}={}{silent}", self.policy.asked(question).id, ids(row.cube.at(question)))
        };
        joined(row.concerns().iter().map(cell), " ")
    }

    fn ids_of(&self, questions: Questions) -> String {
        joined(questions.iter().map(|question| self.policy.asked(question).id.to_string()), ",")
    }
}

fn forecast_line(value: &Text, forecast: &Forecast) -> String {
    let Forecast { label, crimes, outcomes } = forecast;
    let all = |texts: &[Text]| joined(texts.iter().map(|text| format!("{:?}", &**text)), ",");
    let label = label.as_deref().unwrap_or_default();
    format!("forecast {value} label {label:?} crimes [{}] outcomes [{}]", all(crimes), all(outcomes))
}

fn joined(parts: impl Iterator<Item = String>, between: &str) -> String {
    parts.collect::<Vec<_>>().join(between)
}

/// The levels of a bound; empty if there is none.
fn bound(levels: Option<Set<Response>>) -> String {
    levels.map_or_else(String::new, ids)
}

/// The identifiers of a set of words.
fn ids<W: Word>(set: Set<W>) -> String {
    joined(set.iter().map(|word| word.id().to_owned()), ",")
}
