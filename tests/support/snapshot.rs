//! The whole result of an incident in a few lines of identifiers, a field a line; what is empty is left out.

use std::fmt::Write;

use sgii_guide::Decision;
use sgii_guide::decision::{Finding, Given, Reason, Said};
use sgii_guide::policy::table::Text;
use sgii_guide::policy::vocabulary::{Timing, Word};

/// The snapshot of a decision. A rule on which the conclusion rests has a star.
pub fn snapshot(decision: &Decision) -> String {
    let mut lines = Lines(String::new());
    lines.finding("scope", Some(&decision.scope));
    lines.response(decision);
    lines.finding("recording", decision.recording.as_ref());
    lines.finding("typology", decision.typology.as_ref());
    lines.line("readings", decision.readings.iter().map(|reading| reading.id.to_string()).collect());
    lines.line("set aside", decision.set_aside.iter().map(given).collect());
    for timing in Timing::ALL {
        let steps = decision.steps.iter().filter(|step| step.timing == Some(*timing));
        lines.line(timing.id(), steps.map(id).collect());
    }
    lines.line("scripts", decision.scripts.iter().map(id).collect());
    lines.line("never", decision.never.iter().map(id).collect());
    let response = &decision.response;
    let firm = [("immediate", response.immediate), ("clear", response.clear)].into_iter().filter(|(_, holds)| *holds);
    lines.line("firm", firm.map(|(name, _)| name.to_owned()).collect());
    lines.line("held up", texts(&response.held_up));
    let with_axes =
        [&decision.recording.as_ref().map(|it| &it.notices), &decision.typology.as_ref().map(|it| &it.notices)];
    let said = response.notices.iter().chain(with_axes.into_iter().flatten().copied().flatten());
    let said = said.chain(&decision.have_ready).chain(&decision.in_mind);
    lines.line("notices", said.map(|notice| notice.id().to_owned()).collect());
    lines.line("ask", texts(&decision.ask));
    lines.next(decision);
    lines.0
}

struct Lines(String);

impl Lines {
    fn line(&mut self, field: &str, ids: Vec<String>) {
        if !ids.is_empty() {
            writeln!(self.0, "{field}: {}", ids.join(" ")).expect("a text");
        }
    }

    fn finding<V: Word>(&mut self, axis: &str, found: Option<&Finding<V>>) {
        let Some(found) = found else { return };
        let possible: Vec<_> = found.possible.iter().map(|value| value.id().to_owned()).collect();
        self.concluded(axis, found.settled, possible, &found.because, &found.open_on);
    }

    fn response(&mut self, decision: &Decision) {
        let found = &decision.response;
        let bound = |bound: Option<_>| bound.map_or("none", Word::id).to_owned();
        let bounds = vec![bound(found.at_least), "to".to_owned(), bound(found.at_most)];
        self.concluded("response", found.settled, bounds, &found.because, &found.open_on);
    }

    fn concluded(&mut self, axis: &str, settled: bool, mut line: Vec<String>, because: &[Reason], open_on: &[Text]) {
        line.extend(settled.then(|| "(settled)".to_owned()));
        line.extend(part("| because", because.iter().map(rule).collect()));
        line.extend(part("| open on", texts(open_on)));
        self.line(axis, line);
    }

    fn next(&mut self, decision: &Decision) {
        let Some(next) = &decision.next else { return };
        let turns = serde_json::to_value(next.open_on).expect("a word");
        let forced = next.if_yes.map(|forced| format!("yes: {}", forced.at_least.id()));
        let turns = format!("for {}", turns.as_str().expect("a word"));
        self.line("next", [next.question.to_string(), turns].into_iter().chain(forced).collect());
    }
}

fn part(heading: &str, ids: Vec<String>) -> Option<String> {
    (!ids.is_empty()).then(|| format!("{heading} {}", ids.join(" ")))
}

fn rule(reason: &Reason) -> String {
    format!("{}{}", reason.rule, if reason.decides { "*" } else { "" })
}

fn given(given: &Given) -> String {
    format!("{}={}", given.question, given.answer.id())
}

fn id(said: &Said) -> String {
    said.id.to_string()
}

fn texts(texts: &[Text]) -> Vec<String> {
    texts.iter().map(ToString::to_string).collect()
}
