//! Policies invented at random, as large as wanted and otherwise of the real one's build.
//!
//! The first question is the one of fit and decides scope, every fourth is asked only if the one before it may be yes.
//! A question that may be yes asks for advice at least, and the school leads where none may be. Three of four further
//! rules refer, the fourth is one of recording; it is these that are counted.

use std::fmt::Write;

use sgii_guide::proof::random::Random;

use crate::naive::invent::frame;

/// How large, and how dense.
#[derive(Debug)]
pub struct Size {
    pub questions: usize,
    /// Besides those without which the policy would be refused.
    pub rules: usize,
    /// One of [`KINDS`].
    pub kind: String,
}

const NEAR: &str = "2 cells among neighbours";
const DENSE: &str = "3 cells among neighbours";
const FAR: &str = "2 cells anywhere";

/// What the rules are like. Neighbours are no more than four questions apart.
pub const KINDS: &[&str] = &[NEAR, DENSE, FAR];

const SAID: &str = "says = \"So.\"\nbasis = \"judgement\"\ncite = [\"book@1\"]\n";
const POLICE: &str = "nations = [\"england\", \"wales\"]\n";

/// A policy's file.
pub fn invent(size: &Size, seed: u64) -> String {
    let mut inventor = Inventor { random: Random::new(seed), size, text: frame() };
    inventor.questions();
    inventor.scope();
    inventor.response();
    inventor.recording();
    inventor.typology();
    for place in 0..size.rules {
        inventor.further_rule(place);
    }
    inventor.steps();
    inventor.text
}

struct Inventor<'a> {
    random: Random,
    size: &'a Size,
    text: String,
}

impl Inventor<'_> {
    fn questions(&mut self) {
        for slot in 0..self.size.questions {
            let more = match slot {
                0 => "fit = true\n".to_owned(),
                slot if slot % 4 == 3 => format!("asked-when = [{{ q{} = [\"yes\", \"unsure\"] }}]\n", slot - 1),
                _ => String::new(),
            };
            self.add(&format!(
                "[[question]]\nid = \"q{slot}\"\nslot = {slot}\ngroup = \"all\"\nask = \"So?\"\nhint = \"So.\"\nwhy = \"So.\"\nunknown = \"Ask.\"\n{more}"
            ));
        }
    }

    fn scope(&mut self) {
        self.rule("scope", "some", "inside", "when.q0 = [\"yes\"]\n");
        self.rule("scope", "none", "outside", "when.q0 = [\"no\"]\n");
    }

    fn response(&mut self) {
        let mut none = "scope = \"inside\"\n".to_owned();
        for question in 1..self.size.questions {
            let cell = format!("scope = \"inside\"\nwhen.q{question} = [\"yes\", \"unsure\"]\n");
            self.rule("response", &format!("not-ruled-out-{question}"), "seek-advice", &cell);
            let _ = writeln!(none, "when.q{question} = [\"no\"]");
        }
        self.rule("response", "none", "school-led", &none);
    }

    fn recording(&mut self) {
        let mut none = POLICE.to_owned();
        for question in 1..self.size.questions {
            let cell = format!("{POLICE}when.q{question} = [\"yes\"]\n");
            self.rule("recording", &format!("one-{question}"), "repeated", &cell);
            let _ = writeln!(none, "when.q{question} = [\"no\"]");
        }
        self.rule("recording", "none", "non-aggravated", &none);
    }

    fn typology(&mut self) {
        self.add("[typology-needs]\nrows = [{ q0 = [\"yes\"] }]\n");
        self.rule("typology", "adult", "adult-involved", "when.q1 = [\"yes\"]\n");
        self.rule("typology", "no-adult", "experimental", "when.q1 = [\"no\"]\n");
    }

    fn further_rule(&mut self, place: usize) {
        let questions = self.cells();
        let police = place % 4 == 3;
        let mut more = if police { POLICE } else { "scope = \"any\"\n" }.to_owned();
        for question in questions {
            let accepted = if police || self.random.below(2) == 0 { "[\"yes\"]" } else { "[\"yes\", \"unsure\"]" };
            let _ = writeln!(more, "when.q{question} = {accepted}");
        }
        let (axis, then) = match place % 4 {
            3 => ("recording", "aggravated"),
            2 => ("response", "emergency"),
            _ => ("response", "refer-now"),
        };
        self.rule(axis, &format!("further-{place}"), then, &more);
    }

    /// The questions that a rule goes by.
    fn cells(&mut self) -> Vec<usize> {
        let wanted = if self.size.kind == DENSE { 3 } else { 2 };
        let reach = if self.size.kind == FAR { self.size.questions - 1 } else { 5 };
        let first = 1 + self.below(self.size.questions - reach);
        let mut cells = Vec::new();
        while cells.len() < wanted {
            let question = first + self.below(reach);
            if !cells.contains(&question) {
                cells.push(question);
            }
        }
        cells
    }

    fn steps(&mut self) {
        self.add(&format!("[[never]]\nid = \"never\"\n{}", told("")));
        for question in (1..self.size.questions).filter(|question| question % 4 == 1) {
            let when = format!("when = [{{ q{question} = [\"yes\", \"unsure\"] }}]\n");
            self.add(&format!(
                "[[step]]\nid = \"step-{question}\"\ntiming = \"today\"\nwho = \"lead\"\n{}",
                told(&when)
            ));
        }
    }

    fn rule(&mut self, axis: &str, id: &str, then: &str, more: &str) {
        self.add(&format!("[[{axis}]]\nid = \"{id}\"\nthen = \"{then}\"\n{SAID}{more}"));
    }

    fn add(&mut self, entry: &str) {
        self.text.push_str(entry);
        self.text.push('\n');
    }

    fn below(&mut self, bound: usize) -> usize {
        self.random.below(bound as u64) as usize
    }
}

fn told(when: &str) -> String {
    format!("text = \"Do it.\"\nwhy = \"So.\"\nbasis = \"judgement\"\ncite = [\"book@1\"]\n{when}")
}
