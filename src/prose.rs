//! A decision as plain text, to read or to file. Lines are not broken.

use crate::decision::{Decision, Finding, Given, InIt, Reason, Said, Told};
use crate::explain::fill;
use crate::policy::Policy;
use crate::policy::entry::named;
use crate::policy::labels::Notice;
use crate::policy::table::Text;
use crate::policy::vocabulary::{Answer, Basis, Nation, OnAxis, Response, Scope, Timing, Word};
use crate::policy::words::Meaning;
use crate::say::timing;

/// The decision in words. It must carry its texts ([`in_words`](crate::explain::in_words)).
pub fn prose(policy: &Policy, nation: Nation, decision: &Decision) -> String {
    let mut page = Page { policy, nation, lines: Vec::new() };
    page.response(decision);
    page.said("Another route", &decision.scope.routes);
    page.numbered("Now", &decision.now);
    page.call(decision);
    decision.people.iter().for_each(|person| page.person(person));
    page.said(timing::heading(Timing::Today), &decision.later.today);
    page.said(timing::heading(Timing::BeforeClosing), &decision.later.before_closing);
    page.said(timing::heading(Timing::FollowUp), &decision.later.follow_up);
    page.said("Never", &decision.never);
    page.reasons("Why", &decision.response.because);
    page.section("What an answer counts as", decision.readings.iter().filter_map(|reading| reading.says.clone()));
    page.recording(decision);
    page.typology(decision);
    page.open(decision);
    page.notices("Keep in mind", &decision.in_mind);
    page.stamp(decision);
    page.lines.join("\n")
}

struct Page<'a> {
    policy: &'a Policy,
    nation: Nation,
    lines: Vec<String>,
}

impl Page<'_> {
    fn heading(&mut self, heading: &str) {
        if !self.lines.is_empty() {
            self.lines.push(String::new());
        }
        self.lines.push(heading.to_uppercase());
    }

    fn section(&mut self, heading: &str, items: impl Iterator<Item = impl std::fmt::Display>) {
        let items: Vec<String> = items.map(|item| format!("- {item}")).collect();
        if !items.is_empty() {
            self.heading(heading);
            self.lines.extend(items);
        }
    }

    fn name<V: OnAxis>(&self, value: V) -> Text {
        self.meaning(value).map_or_else(|| value.id().into(), |meaning| self.fill(&meaning.name))
    }

    fn meaning<V: OnAxis>(&self, value: V) -> Option<&Meaning> {
        named(&self.policy.values[V::AXIS], value.id()).map(|value| &value.words)
    }

    fn fill(&self, text: &str) -> Text {
        fill(&self.policy.wording, Some(self.nation), text)
    }

    fn notice(&mut self, notice: Notice) {
        let says = self.policy.wording.notice(notice);
        let lines: Vec<String> = says.iter().map(|says| self.fill(says).to_string()).collect();
        self.lines.extend(lines);
    }

    fn response(&mut self, decision: &Decision) {
        let response = &decision.response;
        let name = |value: Response| self.name(value);
        let line = match (response.at_least, response.at_most) {
            (Some(least), _) if response.settled => name(least).to_string(),
            (Some(least), Some(most)) => format!("At least: {}. At most: {}.", name(least), name(most)),
            (_, Some(most)) => format!("Not settled. At most: {}.", name(most)),
            (_, None) => self.name(Scope::Outside).to_string(),
        };
        self.heading(&line);
        let least = response.at_least.and_then(|least| self.meaning(least));
        let says: Vec<String> =
            least.into_iter().flat_map(|meaning| &meaning.says).map(|says| self.fill(says).to_string()).collect();
        self.lines.extend(says);
        response.notices.iter().for_each(|notice| self.notice(*notice));
    }

    fn said(&mut self, heading: &str, said: &[Said]) {
        self.section(heading, said.iter().filter_map(|said| said.text.clone()));
    }

    fn numbered(&mut self, heading: &str, said: &[Said]) {
        if said.is_empty() {
            return;
        }
        self.heading(heading);
        let texts = said.iter().filter_map(|said| said.text.as_ref()).zip(1..);
        let lines: Vec<String> = texts.map(|(text, number)| format!("{number}. {text}")).collect();
        self.lines.extend(lines);
    }

    /// The call as it is read out.
    fn call(&mut self, decision: &Decision) {
        let Some(call) = &decision.call else { return };
        self.heading("When you call");
        self.texts(&call.report);
        self.told("Reported:", &call.known, call.more_known);
        self.told("Not known:", &call.not_known, call.more_not_known);
        for said in call.children.iter().filter_map(|said| said.text.as_ref()) {
            self.lines.push(format!("{said} ____"));
        }
        self.texts(&call.ask);
    }

    fn texts(&mut self, said: &[Said]) {
        self.lines.extend(said.iter().filter_map(|said| said.text.as_ref().map(ToString::to_string)));
    }

    fn told(&mut self, before: &str, told: &[Told], more: u8) {
        let mut says: Vec<String> = told.iter().filter_map(|told| told.says.as_deref()).map(in_a_list).collect();
        if more > 0 {
            says.push(format!("and {more} more"));
        }
        if !says.is_empty() {
            self.lines.push(format!("{before} {}.", says.join("; ")));
        }
    }

    fn person(&mut self, person: &InIt) {
        let maybe = if person.maybe { " (if there is one)" } else { "" };
        self.heading(&format!("{}{maybe}", person.name.as_deref().unwrap_or_default()));
        let InIt { say, act, do_not, police, .. } = person;
        for (part, said) in [("Say", say), ("Do", act), ("Do not", do_not), ("Police", police)] {
            let said = said.iter().filter_map(|said| said.text.as_ref());
            let lines: Vec<String> = said.map(|text| format!("- {part}: {text}")).collect();
            self.lines.extend(lines);
        }
    }

    fn reasons(&mut self, heading: &str, reasons: &[Reason]) {
        let lines: Vec<String> = reasons.iter().map(|reason| self.reason(reason)).collect();
        self.section(heading, lines.into_iter());
    }

    fn reason(&self, reason: &Reason) -> String {
        let answers: Vec<String> = reason.answers.iter().map(told).collect();
        let sources: Vec<String> = reason
            .sources
            .iter()
            .map(|cited| match &cited.section {
                Some(section) => format!("{} ({section})", cited.source),
                None => cited.source.to_string(),
            })
            .collect();
        let basis = match reason.basis {
            Basis::Guidance => "guidance",
            Basis::Judgement => "our judgement",
        };
        let says = reason.says.as_deref().unwrap_or_default();
        format!("{says} [{basis}: {}] [{}]", sources.join(", "), answers.join(", "))
    }

    fn notices(&mut self, heading: &str, notices: &[Notice]) {
        let policy = self.policy;
        let says = notices.iter().flat_map(|notice| policy.wording.notice(*notice));
        let says: Vec<Text> = says.map(|says| self.fill(says)).collect();
        self.section(heading, says.iter());
    }

    fn recording(&mut self, decision: &Decision) {
        let Some(recording) = &decision.recording else { return };
        self.heading("What the police may record: a forecast");
        recording.notices.iter().for_each(|notice| self.notice(*notice));
        let is_any = recording.notices.contains(&Notice::AnyCategory);
        for forecast in recording.forecast.iter().filter(|_| !is_any) {
            let name = self.name(forecast.value);
            self.lines.push(format!("- {name}"));
            let says = forecast.says.iter().flatten().map(|says| format!("  {says}"));
            let open = forecast.not_published.iter().filter_map(|point| point.says.as_ref());
            let open = open.map(|says| format!("  Not published: {says}"));
            self.lines.extend(says.chain(open));
        }
        self.reasons("Why", &recording.because);
    }

    fn typology(&mut self, decision: &Decision) {
        if let Some(Finding { possible, because, notices, .. }) = &decision.typology {
            let names: Vec<Text> = possible.iter().map(|value| self.name(value)).collect();
            self.section("Kind of incident", names.iter());
            notices.iter().for_each(|notice| self.notice(*notice));
            self.reasons("Why", because);
        }
    }

    fn open(&mut self, decision: &Decision) {
        self.section("Still to be answered", decision.ask.iter());
        self.section("Set aside, because it does not apply", decision.set_aside.iter().map(told));
    }

    fn stamp(&mut self, decision: &Decision) {
        let stamp = &decision.policy;
        let edition = format!(
            "Edition {} ({}), checked {}, rules {}",
            stamp.edition,
            stamp.status.id(),
            stamp.checked,
            stamp.rules
        );
        self.section("Edition", std::iter::once(edition));
    }
}

fn told(given: &Given) -> String {
    let answer = match given.answer {
        Answer::Yes => "yes",
        Answer::No => "no",
        Answer::Unsure => "not known yet",
    };
    format!("{}: {answer}", given.question)
}

/// A sentence as one of several in a row: without its full stop, and not as a beginning.
fn in_a_list(sentence: &str) -> String {
    let sentence = sentence.trim_end_matches('.');
    let mut letters = sentence.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}
