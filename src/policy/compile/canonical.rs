//! The rules in a canonical form, of which an edition's `rules` is the hash: rows, conditions and slots, in the policy's own
//! words. Nothing of what is said, cited, dated or signed is in it, and nothing of how the tables lie in memory, so the hash
//! changes exactly when a result may.

use super::super::cube::{Cube, Questions, each};
use super::super::logic::{Advice, Condition, Logic, Question, Reading, Rule, Said, Words};
use super::super::vocabulary::{Answer, Axis, Nation, Recording, Response, Scope, Value, Word};

/// The canonical form: a fact a line, in the order of the policy.
pub(super) fn rules(logic: &Logic) -> String {
    let lines = Lines { logic };
    let questions = logic.questions.iter().map(|question| lines.question(question));
    let retired = logic.retired.iter().map(|past| format!("retired {} slot {}", past.id, past.slot));
    let readings = logic.readings.iter().map(|reading| lines.reading(reading));
    let needs = logic.typology_needs.iter().map(|cube| format!("typology-needs {}", lines.cells(cube)));
    let forecasts = logic.forecasts.iter().map(|forecast| format!("forecast {forecast:?}"));
    let unpublished =
        logic.unpublished.iter().map(|point| format!("unpublished {} with {}", point.id, ids::<Recording>(point.with)));
    let all = questions.chain(retired).chain(readings).chain(lines.rules()).chain(needs);
    joined(all.chain(forecasts).chain(unpublished).chain(lines.advice()), "\n")
}

struct Lines<'a> {
    logic: &'a Logic,
}

impl Lines<'_> {
    fn question(&self, question: &Question) -> String {
        let rows = joined(question.asked_when.iter().map(|row| self.questions(*row)), " or ");
        let fit = if self.logic.question(&question.id) == Some(self.logic.fit) { " of fit" } else { "" };
        let levels = question.asked_while.map_or_else(String::new, ids::<Response>);
        format!("question {} slot {}{fit} when [{rows}] while [{levels}]", question.id, question.slot)
    }

    fn reading(&self, reading: &Reading) -> String {
        let Reading { id, cube, question, from, to } = reading;
        let (question, from) = (self.questions(*question), ids::<Answer>(*from));
        format!("reading {id} of {question} from {from} to {} if {}", to.id(), self.cells(cube))
    }

    /// Every axis's rules as they are written; the rows follow from them.
    fn rules(&self) -> impl Iterator<Item = String> {
        let of = |axis: &'static Axis| self.logic.chart(*axis).rules.iter().map(|rule| self.rule(*axis, rule));
        Axis::ALL.iter().flat_map(of)
    }

    fn rule(&self, axis: Axis, rule: &Rule) -> String {
        let to = Value::at(axis, rule.to).map_or("", Value::id);
        let scope = if rule.inside_only { "inside" } else { "any" };
        let nations = ids::<Nation>(rule.nations);
        format!("{} {} then {to} in {nations} scope {scope} if {}", axis.id(), rule.id, self.cells(&rule.cube))
    }

    fn advice(&self) -> impl Iterator<Item = String> {
        let steps = self
            .logic
            .steps
            .iter()
            .map(|step| format!("step {} {} {}", step.timing.id(), step.who.id(), self.said(&step.advice)));
        let of = |kind: &'static str, advice: &[Advice]| -> Vec<String> {
            advice.iter().map(|advice| format!("{kind} {}", self.said(advice))).collect()
        };
        of("never", &self.logic.never).into_iter().chain(steps).chain(of("script", &self.logic.scripts))
    }

    fn said(&self, advice: &Advice) -> String {
        let Condition { nations, at_least, at_most, scope, rows, finishings: _ } = &advice.when;
        let bound = |levels: &Option<Words>| levels.map_or_else(String::new, ids::<Response>);
        let scope = scope.and_then(Scope::at).map_or("", Word::id);
        let rows = joined(rows.iter().map(|row| self.row(row)), " or ");
        let (least, most) = (bound(at_least), bound(at_most));
        let nations = ids::<Nation>(*nations);
        format!("{} in {nations} at-least [{least}] at-most [{most}] scope [{scope}] if [{rows}]", advice.id)
    }

    fn cells(&self, cube: &Cube) -> String {
        self.row(&Said::of_answers(*cube))
    }

    /// What a row accepts, at each question where it does not accept everything.
    fn row(&self, row: &Said) -> String {
        let cell = |question: Questions| {
            let silent = if row.unanswered & question == 0 { "" } else { ",unanswered" };
            format!("{}={}{silent}", self.questions(question), ids::<Answer>(row.cube.at(question)))
        };
        joined(each(row.concerns() & self.known()).map(cell), " ")
    }

    fn questions(&self, questions: Questions) -> String {
        joined(each(questions).filter_map(|one| self.logic.asked(one)).map(|question| question.id.to_string()), ",")
    }

    /// Every question there is, and no bit besides.
    fn known(&self) -> Questions {
        self.logic.questions.iter().enumerate().fold(0, |known, (place, _)| known | 1 << place)
    }
}

fn joined(parts: impl Iterator<Item = String>, between: &str) -> String {
    parts.collect::<Vec<_>>().join(between)
}

/// The identifiers of a set of words.
fn ids<W: Word>(set: Words) -> String {
    joined(W::of(set).map(|word| word.id().to_owned()), ",")
}
