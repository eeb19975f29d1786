//! Decisions, questions and comparisons as CSV, for a spreadsheet: a row for each thing that is said, asked or different.

use std::fmt::Display;

use csv::Writer;

use crate::compare::Diff;
use crate::decision::{Call, Cited, Decision, InIt, Said, Told};
use crate::policy::vocabulary::{Timing, Word};
use crate::questions::Questionnaire;

/// A decision with its texts ([`in_words`](crate::explain::in_words)): a row for each thing to do, to say and never to
/// do, in the order of the outcome.
pub fn decision(decision: &Decision) -> String {
    let mut sheet = Sheet::new(&["part", "person", "id", "who", "text", "why", "basis", "sources"]);
    sheet.said("route", "", &decision.scope.routes);
    sheet.said(Timing::Now.id(), "", &decision.now);
    decision.call.iter().for_each(|call| sheet.call(call));
    decision.people.iter().for_each(|person| sheet.person(person));
    sheet.said(Timing::Today.id(), "", &decision.later.today);
    sheet.said(Timing::BeforeClosing.id(), "", &decision.later.before_closing);
    sheet.said(Timing::FollowUp.id(), "", &decision.later.follow_up);
    sheet.said("never", "", &decision.never);
    sheet.text()
}

/// The questions, in the order in which they are asked. Terms keep their braces.
pub fn questions(questionnaire: &Questionnaire) -> String {
    let mut sheet = Sheet::new(&["id", "group", "slot", "ask", "hint", "more", "why", "unknown"]);
    for question in &questionnaire.questions {
        let slot = question.slot.to_string();
        let more = question.more.as_deref().unwrap_or_default();
        sheet.row(&[
            &question.id,
            &question.group,
            &slot,
            &question.ask,
            &question.hint,
            more,
            &question.why,
            &question.unknown,
        ]);
    }
    sheet.text()
}

/// What differs between two policies: a row for each move of a result, and for each thing newly or no longer said.
pub fn diff(diff: &Diff) -> String {
    let mut sheet = Sheet::new(&["what", "id", "nation", "before", "now", "answer sets"]);
    for found in &diff.moves {
        let what = if found.at_most { "most possible" } else { found.axis.id() };
        let [from, to] = [&found.from, &found.to].map(|values| listed(values.iter()));
        sheet.row(&[what, "", found.nation.id(), &from, &to, &found.answer_sets.to_string()]);
    }
    for shown in &diff.said {
        let [before, now] = if shown.gained { ["", "said"] } else { ["said", ""] };
        sheet.row(&[shown.kind, &shown.id, shown.nation.id(), before, now, &shown.answer_sets.to_string()]);
    }
    sheet.text()
}

struct Sheet(Writer<Vec<u8>>);

impl Sheet {
    fn new(head: &[&str]) -> Self {
        let mut sheet = Self(Writer::from_writer(Vec::new()));
        sheet.row(head);
        sheet
    }

    fn row(&mut self, cells: &[&str]) {
        let written = self.0.write_record(cells);
        debug_assert!(written.is_ok(), "a row has as many cells as the head");
    }

    fn said(&mut self, part: &str, person: &str, all: &[Said]) {
        for said in all {
            let who = said.who.map_or("", Word::id);
            let (text, why) = (said.text.as_deref().unwrap_or_default(), said.why.as_deref().unwrap_or_default());
            let sources = listed(said.sources.iter().map(cited));
            self.row(&[part, person, &said.id, who, text, why, said.basis.id(), &sources]);
        }
    }

    fn call(&mut self, call: &Call) {
        let to = listed(call.to.iter().map(Word::id));
        self.row(&["call", "", "to", "", &to, "", "", ""]);
        self.said("call", "", &call.report);
        self.told("known", &call.known, call.more_known);
        self.told("not-known", &call.not_known, call.more_not_known);
        self.said("call", "", &call.children);
        self.said("call", "", &call.ask);
    }

    fn told(&mut self, part: &str, all: &[Told], more: u8) {
        for told in all {
            self.row(&[part, "", &told.question, "", told.says.as_deref().unwrap_or_default(), "", "", ""]);
        }
        if more > 0 {
            self.row(&[part, "", "more", "", &more.to_string(), "", "", ""]);
        }
    }

    fn person(&mut self, person: &InIt) {
        let InIt { who, say, act, do_not, police, .. } = person;
        for (part, said) in [("say", say), ("do", act), ("do-not", do_not), ("police", police)] {
            self.said(part, who.id(), said);
        }
    }

    fn text(self) -> String {
        let bytes = self.0.into_inner().unwrap_or_default();
        String::from_utf8(bytes).unwrap_or_default().trim_end().to_owned()
    }
}

fn cited(cite: &Cited) -> String {
    cite.section.as_ref().map_or_else(|| cite.source.to_string(), |section| format!("{}: {section}", cite.source))
}

fn listed(items: impl Iterator<Item = impl Display>) -> String {
    items.map(|item| item.to_string()).collect::<Vec<_>>().join("; ")
}
