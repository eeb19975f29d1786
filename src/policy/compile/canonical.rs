//! The canonical form of the rules, whose hash is an edition's `rules`: rows, conditions and slots, by the policy's
//! identifiers. It holds no text, citation, date or signature, and nothing of how Rust represents the tables, so the
//! hash changes exactly when a result may.

use super::super::Policy;
use super::super::cube::{Cube, Question, Questions};
use super::super::logic::{Condition, Forecast, Said};
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
        scripts: _,
        sources: _,
        wording: _,
    } = policy;
    let lines = Lines { policy };
    let needs = policy.typology_needs.iter().map(|cube| format!("typology-needs {}", lines.cells(cube)));
    let retired = policy.retired.iter().map(|past| format!("retired {} slot {}", past.id, past.slot));
    let all = lines.questions().chain(retired).chain(lines.readings()).chain(lines.rules()).chain(needs);
    joined(all.chain(lines.forecasts()).chain(lines.unpublished()).chain(lines.advice()), "\n")
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
            format!("question {} slot {}{fit} when [{rows}] while [{levels}]", entry.id, posed.slot)
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

    fn advice(&self) -> impl Iterator<Item = String> {
        let never = self.policy.never.iter().map(|entry| self.said("never", &entry.id, &entry.logic.when));
        let steps = self.policy.steps.iter().map(|entry| {
            let (timing, who) = (entry.logic.timing.id(), entry.logic.who.id());
            self.said(&format!("step {timing} {who}"), &entry.id, &entry.logic.advice.when)
        });
        let scripts = self.policy.scripts.iter().map(|entry| self.said("script", &entry.id, &entry.logic.when));
        never.chain(steps).chain(scripts)
    }

    fn said(&self, kind: &str, id: &Text, when: &Condition) -> String {
        let Condition { nations, at_least, at_most, scope, rows, finishings: _ } = when;
        let scope = scope.map_or("", Word::id);
        let rows = joined(rows.iter().map(|row| self.row(row)), " or ");
        let (least, most, nations) = (bound(*at_least), bound(*at_most), ids(*nations));
        format!("{kind} {id} in {nations} at-least [{least}] at-most [{most}] scope [{scope}] if [{rows}]")
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
