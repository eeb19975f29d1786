//! The whole result of an incident in a few lines of identifiers, a field a line; what is empty is left out.

use std::fmt::Write;

use sgii_guide::Decision;
use sgii_guide::decision::{Finding, Given, InIt, Reason, Said, Told, Turns};
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
    lines.line("routes", decision.scope.routes.iter().map(id).collect());
    lines.line("now", decision.now.iter().map(id).collect());
    lines.call(decision);
    decision.people.iter().for_each(|person| lines.person(person));
    for (timing, steps) in [
        (Timing::Today, &decision.later.today),
        (Timing::BeforeClosing, &decision.later.before_closing),
        (Timing::FollowUp, &decision.later.follow_up),
    ] {
        lines.line(timing.id(), steps.iter().map(id).collect());
    }
    lines.line("never", decision.never.iter().map(id).collect());
    let response = &decision.response;
    let firm = [("immediate", response.immediate), ("clear", response.clear)].into_iter().filter(|(_, holds)| *holds);
    lines.line("firm", firm.map(|(name, _)| name.to_owned()).collect());
    lines.line("held up", texts(&response.held_up));
    let with_axes =
        [&decision.recording.as_ref().map(|it| &it.notices), &decision.typology.as_ref().map(|it| &it.notices)];
    let said = response.notices.iter().chain(with_axes.into_iter().flatten().copied().flatten());
    let said = said.chain(&decision.in_mind);
    lines.line("notices", said.map(|notice| notice.id().to_owned()).collect());
    lines.line("ask", texts(&decision.ask));
    let decides = decision.decides.iter().map(|it| format!("{} ({})", it.question, turns(it.on)));
    lines.line("decides", decides.collect());
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

    fn call(&mut self, decision: &Decision) {
        let Some(call) = &decision.call else { return };
        let told = |told: &[Told], more: u8| {
            let ids = told.iter().map(|told| told.question.to_string());
            ids.chain((more > 0).then(|| format!("+{more}"))).collect::<Vec<_>>()
        };
        let parts = [
            ("to", call.to.iter().map(|contact| contact.id().to_owned()).collect()),
            ("report", call.report.iter().map(id).collect()),
            ("known", told(&call.known, call.more_known)),
            ("not known", told(&call.not_known, call.more_not_known)),
            ("children", call.children.iter().map(id).collect()),
            ("ask", call.ask.iter().map(id).collect()),
        ];
        parts.into_iter().for_each(|(part, ids)| self.line(&format!("call, {part}"), ids));
    }

    fn person(&mut self, person: &InIt) {
        let InIt { who, maybe, name: _, say, act, do_not, police } = person;
        let maybe = maybe.then(|| "(maybe)".to_owned());
        let parts = [("say", say), ("do", act), ("do not", do_not), ("police", police)].into_iter();
        let parts = parts.flat_map(|(name, said)| part(&format!("| {name}"), said.iter().map(id).collect()));
        self.line(who.id(), maybe.into_iter().chain(parts).chain(["|".to_owned()]).collect());
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
        let forced = next.if_yes.map(|forced| format!("yes: {}", forced.at_least.id()));
        let turns = format!("for {}", turns(next.open_on));
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

fn turns(on: Turns) -> String {
    serde_json::to_value(on).expect("a word").as_str().expect("a word").to_owned()
}
