//! Policies and incidents made up at random, the same ones every time.

use super::policy::{Answer, Given, NATIONS, RECORDINGS, RESPONSES, SCOPES, TYPOLOGIES};

/// Splitmix64 (Steele, Lea and Flood, 2014).
pub struct Random(pub u64);

impl Random {
    fn draw(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number below `end`.
    pub fn below(&mut self, end: usize) -> usize {
        let draw = self.draw() % u64::try_from(end).expect("small");
        usize::try_from(draw).expect("small")
    }

    fn between(&mut self, least: usize, most: usize) -> usize {
        least + self.below(most - least + 1)
    }

    pub fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    pub fn one<'i, T: ?Sized>(&mut self, items: &[&'i T]) -> &'i T {
        items[self.below(items.len())]
    }

    /// Some of the items, one at least, in their order.
    fn some<'i, T: ?Sized>(&mut self, items: &[&'i T], most: usize) -> Vec<&'i T> {
        let mut left: Vec<_> = (0..items.len()).collect();
        let wanted = self.between(1, most.min(items.len()));
        while left.len() > wanted {
            left.remove(self.below(left.len()));
        }
        left.into_iter().map(|place| items[place]).collect()
    }

    /// An incident with nearly every answer given: at most three questions are unanswered, and at most three *unsure*.
    pub fn nearly_complete(&mut self, questions: usize) -> Given {
        let yes = [1, 5, 15, 50][self.below(4)];
        let mut given: Given =
            (0..questions).map(|_| Some(if self.chance(yes) { Answer::Yes } else { Answer::No })).collect();
        for answer in [Some(Answer::Unsure), None] {
            for _ in 0..self.below(4) {
                given[self.below(questions)] = answer;
            }
        }
        given
    }

    /// Any incident at all: each question unanswered or answered, with equal chances.
    pub fn given(&mut self, questions: usize) -> Given {
        (0..questions).map(|_| Answer::ALL.get(self.below(4)).copied()).collect()
    }
}

/// A policy as a list of entries, so that one that shows a fault can be made smaller.
#[derive(Clone)]
pub struct Draft {
    pub questions: usize,
    /// The entries that may be left out.
    pub entries: Vec<String>,
}

impl Draft {
    pub fn text(&self) -> String {
        format!("{}\n{}", frame(), self.entries.join("\n"))
    }
}

impl Draft {
    /// The entries, without what no decision rests on.
    pub fn told(&self) -> String {
        let words =
            ["ask =", "hint", "why", "unknown", "says", "basis", "cite", "slot", "group", "text", "who", "name"];
        let lines = self.entries.iter().flat_map(|entry| entry.lines());
        let told: Vec<_> = lines.filter(|line| !words.iter().any(|word| line.starts_with(word))).collect();
        told.join("\n")
    }

    /// This policy with one entry left out, or one line of one that may do without.
    pub fn shorter(&self) -> Vec<Self> {
        let mut shorter = Vec::new();
        for (place, entry) in self.entries.iter().enumerate() {
            let mut entries = self.entries.clone();
            entries.remove(place);
            let questions = self.questions - usize::from(entry.starts_with("[[question]]"));
            shorter.push(Self { questions, entries });
        }
        let optional = ["when", "asked-", "fit", "nations", "at-", "scope", "place", "in-it", "only-if", "instead"];
        for (place, entry) in self.entries.iter().enumerate() {
            for line in entry.lines().filter(|line| optional.iter().any(|start| line.starts_with(start))) {
                let mut entries = self.entries.clone();
                entries[place] = entry.replace(&format!("{line}\n"), "");
                shorter.push(Self { entries, ..*self });
            }
        }
        shorter
    }
}

const NAMES: [&str; 5] = ["a", "b", "c", "d", "e"];
const PEOPLE: [&str; 4] = ["child-in-it", "child-who-received-it", "children-in-exchange", "parents"];
const SAID: &str = "says = \"So.\"\nbasis = \"judgement\"\ncite = [\"book@1\"]\n";
const TOLD: &str = "text = \"Do it.\"\nwhy = \"So.\"\nbasis = \"judgement\"\ncite = [\"book@1\"]\n";

/// What every policy has.
pub fn frame() -> String {
    let mut text = String::from(
        "[edition]\nid = \"made-up\"\ntitle = \"Made up\"\nstatus = \"draft\"\nchecked = \"2026-11-21\"\nreview-by = \"2027-09-01\"\nretired = []\n\
         [[group]]\nid = \"all\"\nheading = \"All\"\n\
         [[source]]\nid = \"book\"\ntitle = \"A book\"\npublisher = \"A publisher\"\nedition = \"1\"\nread = \"full-text\"\nchecked = \"2026-11-21\"\nreview-by = \"2027-09-01\"\n\
         nations = [\"england\", \"wales\", \"scotland\", \"northern-ireland\"]\nnote = \"All of it.\"\n\
         [[notice]]\nid = \"other-route\"\nsays = [\"Another.\"]\n[[notice]]\nid = \"forecast\"\nsays = [\"A forecast.\"]\n",
    );
    for nation in NATIONS {
        text += &format!("[[nation]]\nid = \"{nation}\"\nname = \"{nation}\"\n");
    }
    for (axis, values) in
        [("scope", SCOPES), ("response", RESPONSES), ("recording", RECORDINGS), ("typology", TYPOLOGIES)]
    {
        for value in values {
            text += &format!(
                "[[value]]\naxis = \"{axis}\"\nid = \"{value}\"\nname = \"{value}\"\nsays = [\"So.\"]\ncite = [\"book@1\"]\n"
            );
        }
    }
    text
}

/// A policy of four or five questions. Whether it is a good one is for the compiler to say.
pub fn policy(random: &mut Random) -> Draft {
    Inventor::new(random).draft()
}

struct Inventor<'r> {
    random: &'r mut Random,
    /// The questions that rules may name.
    ordinary: Vec<&'static str>,
    /// The questions asked only while a response is possible.
    late: Vec<&'static str>,
    fit: bool,
    gated: Vec<&'static str>,
    /// The questions that rules about facts go by with a *no*, and not with a *yes*.
    by_no: Vec<&'static str>,
    entries: Vec<String>,
}

impl<'r> Inventor<'r> {
    fn new(random: &'r mut Random) -> Self {
        let mut ordinary = NAMES[..random.between(4, 5)].to_vec();
        let late = ordinary.split_off(ordinary.len() - [0, 0, 0, 1, 1, 2][random.below(6)]);
        let fit = random.chance(50);
        let by_no = ordinary.iter().copied().filter(|_| random.chance(25)).collect();
        Self { random, ordinary, fit, gated: late.clone(), late, by_no, entries: Vec::new() }
    }

    fn draft(mut self) -> Draft {
        self.questions();
        self.readings();
        self.scope();
        self.response();
        self.recording();
        self.typology();
        self.advice();
        Draft { questions: self.ordinary.len() + self.late.len(), entries: self.entries }
    }

    fn questions(&mut self) {
        for slot in 0..self.ordinary.len() {
            let gated = slot > 0 && self.random.chance(45);
            let gate = if gated { self.gate(slot) } else { String::new() };
            self.gated.extend(gated.then_some(self.ordinary[slot]));
            let fit = if slot == 0 && self.fit { "fit = true\n" } else { "" };
            self.question(slot, self.ordinary[slot], &format!("{gate}{fit}"));
        }
        for (place, late) in self.late.clone().into_iter().enumerate() {
            let slot = self.ordinary.len() + place;
            let levels = self.random.some(RESPONSES, 3);
            self.question(slot, late, &format!("asked-while = {levels:?}\n"));
        }
    }

    fn question(&mut self, slot: usize, id: &str, more: &str) {
        self.entries.push(format!(
            "[[question]]\nid = \"{id}\"\nslot = {slot}\ngroup = \"all\"\nask = \"{id}?\"\nhint = \"So.\"\nwhy = \"So.\"\nunknown = \"Ask.\"\n{more}"
        ));
    }

    fn gate(&mut self, slot: usize) -> String {
        let earlier = self.ordinary[..slot].to_vec();
        let rows: Vec<_> = (0..self.random.between(1, 2))
            .map(|_| {
                let parents = self.random.some(&earlier, 2);
                let cells: Vec<_> = parents.iter().map(|parent| format!("{parent} = [\"yes\", \"unsure\"]")).collect();
                format!("{{ {} }}", cells.join(", "))
            })
            .collect();
        format!("asked-when = [{}]\n", rows.join(", "))
    }

    fn readings(&mut self) {
        let wanted = [0, 0, 1, 1, 2][self.random.below(5)];
        for place in 0..wanted {
            let first = usize::from(self.fit && self.random.chance(80));
            let question = self.ordinary[self.random.between(first, self.ordinary.len() - 1)];
            let others: Vec<_> = self.ordinary.iter().copied().filter(|other| *other != question).collect();
            let mut when = String::new();
            for other in self.random.some(&others, 2) {
                let accepted = self.upwards();
                when += &format!("when.{other} = {accepted}\n");
            }
            let (from, to) = [
                ("[\"no\"]", "unsure"),
                ("[\"no\", \"unsure\"]", "yes"),
                ("[\"no\"]", "yes"),
                ("[\"unsure\"]", "yes"),
                ("[\"no\", \"unsure\", \"yes\"]", "yes"),
            ][self.random.below(5)];
            let says = "says = \"So.\"\n";
            let id = format!("r{place}");
            let head = format!("[[reading]]\nid = \"{id}\"\nquestion = \"{question}\"\nfrom = {from}\nto = \"{to}\"\n");
            self.entries.push(format!("{head}{when}{says}"));
        }
    }

    fn scope(&mut self) {
        let deciding = self.random.some(&self.ordinary.clone(), 3);
        for question in &deciding {
            self.rule("scope", question, "inside", &format!("when.{question} = [\"yes\"]\n"));
        }
        let none: String = deciding.iter().map(|question| format!("when.{question} = [\"no\"]\n")).collect();
        self.rule("scope", "none", "outside", &none);
    }

    fn response(&mut self) {
        for place in 0..self.random.between(2, 7) {
            let mut cells = String::new();
            for question in self.random.some(&self.ordinary.clone(), 2) {
                let accepted = if self.is_fit(question) { self.any() } else { self.upwards() };
                cells += &format!("when.{question} = {accepted}\n");
            }
            let level = self.random.between(1, 3);
            self.response_row(&format!("rule-{place}"), level, &cells);
        }
        if self.random.chance(50) {
            self.rule("response", "else", "school-led", "scope = \"inside\"\n");
        } else {
            self.written_out();
        }
        if self.random.chance(20) {
            let (level, nation) = (self.random.one(RESPONSES), self.random.one(NATIONS));
            self.rule("response", "floor", level, &format!("scope = \"inside\"\nnations = [\"{nation}\"]\n"));
        }
    }

    /// A row that says *no* in every cell, and one for each question that may be otherwise.
    fn written_out(&mut self) {
        let mut all_no = String::from("scope = \"inside\"\n");
        for question in self.ordinary.clone() {
            if self.is_fit(question) || self.random.chance(25) {
                continue;
            }
            let unsure_counts = self.random.chance(70);
            let (low, high) =
                if unsure_counts { ("\"no\"", "\"yes\", \"unsure\"") } else { ("\"no\", \"unsure\"", "\"yes\"") };
            all_no += &format!("when.{question} = [{low}]\n");
            let level = self.random.one(&["school-led", "seek-advice", "seek-advice", "refer-now"]);
            let id = format!("not-ruled-out-{question}");
            self.rule("response", &id, level, &format!("scope = \"inside\"\nwhen.{question} = [{high}]\n"));
        }
        self.rule("response", "none", "school-led", &all_no);
    }

    fn response_row(&mut self, id: &str, level: usize, cells: &str) {
        let scope = if self.random.chance(50) { "any" } else { "inside" };
        let nations = self.some_nations(20);
        self.rule("response", id, RESPONSES[level], &format!("scope = \"{scope}\"\n{nations}{cells}"));
    }

    fn recording(&mut self) {
        if self.random.chance(25) {
            return;
        }
        let nations = self.some_nations(50);
        for place in 0..self.random.between(1, 4) {
            let (value, cells) = (self.random.one(RECORDINGS), self.facts());
            self.rule("recording", &format!("rule-{place}"), value, &format!("{nations}{cells}"));
        }
        if self.random.chance(50) {
            let value = self.random.one(RECORDINGS);
            self.rule("recording", "else", value, &nations);
        } else {
            self.otherwise("recording", &nations);
        }
    }

    fn typology(&mut self) {
        let rows: Vec<_> = (0..self.random.between(1, 2)).map(|_| format!("{{ {} }}", self.inline_facts())).collect();
        self.entries.push(format!("[typology-needs]\nrows = [{}]\n", rows.join(", ")));
        let nations = self.some_nations(40);
        for place in 0..self.random.between(1, 4) {
            let (value, cells) = (self.random.one(TYPOLOGIES), self.facts());
            self.rule("typology", &format!("rule-{place}"), value, &format!("{nations}{cells}"));
        }
        if self.random.chance(60) {
            let value = self.random.one(TYPOLOGIES);
            self.rule("typology", "else", value, &nations);
        } else {
            self.otherwise("typology", &nations);
        }
    }

    /// A row for each question that goes the way of the others, and one where none does.
    fn otherwise(&mut self, axis: &str, nations: &str) {
        let (of_one, of_none) = (self.random.one(TYPOLOGIES), self.random.one(TYPOLOGIES));
        let (of_one, of_none) = if axis == "typology" { (of_one, of_none) } else { (RECORDINGS[0], RECORDINGS[1]) };
        let mut none = nations.to_owned();
        for question in self.random.some(&self.ordinary.clone(), 5) {
            let (this, other) = if self.by_no.contains(&question) { ("no", "yes") } else { ("yes", "no") };
            self.rule(axis, &format!("one-{question}"), of_one, &format!("{nations}when.{question} = [\"{this}\"]\n"));
            none += &format!("when.{question} = [\"{other}\"]\n");
        }
        self.rule(axis, "none", of_none, &none);
    }

    fn advice(&mut self) {
        self.entries.push(format!("[[never]]\nid = \"never\"\n{TOLD}"));
        let all: Vec<_> = self.ordinary.iter().chain(&self.late).copied().collect();
        for question in &all {
            let named = self.entries.iter().any(|entry| entry.contains(&format!("when.{question} ")));
            if !named || self.random.chance(30) {
                let on_no = self.late.contains(question) && self.random.chance(50);
                let accepted = if on_no { "[\"no\", \"unanswered\"]" } else { "[\"yes\", \"unsure\"]" };
                self.step(&format!("uses-{question}"), &format!("when = [{{ {question} = {accepted} }}]\n"));
            }
        }
        for place in 0..self.random.between(1, 5) {
            let condition = self.condition(&all);
            self.step(&format!("step-{place}"), &condition);
        }
        for place in 0..self.random.below(3) {
            let condition = self.condition(&all);
            let place_of = self.place();
            self.entries.push(format!("[[route]]\nid = \"route-{place}\"\n{TOLD}{place_of}{condition}"));
        }
        self.people(&all);
    }

    fn people(&mut self, all: &[&str]) {
        for (place, person) in PEOPLE.iter().take(self.random.below(4)).enumerate() {
            let rows: Vec<_> = (0..self.random.below(3)).map(|_| format!("{{ {} }}", self.inline_facts())).collect();
            let rows = if rows.is_empty() { String::new() } else { format!("in-it-when = [{}]\n", rows.join(", ")) };
            let level = if self.random.chance(20) {
                format!("at-least = {:?}\n", self.random.some(RESPONSES, 3))
            } else {
                String::new()
            };
            let certain = if self.random.chance(25) { "only-if-certain = true\n" } else { "" };
            let instead = if place > 0 && self.random.chance(40) { "instead-of = [\"child-in-it\"]\n" } else { "" };
            self.entries.push(format!("[[person]]\nid = \"{person}\"\nname = \"So\"\n{rows}{level}{certain}{instead}"));
        }
        let said = "text = \"So.\"\nbasis = \"judgement\"\ncite = [\"book@1\"]\n";
        for place in 0..self.random.below(4) {
            let (about, part) = (self.random.some(&PEOPLE, 2), self.random.one(&["say", "do", "do-not", "police"]));
            let (variant, condition) = (self.place(), self.condition(all));
            let head = format!("[[line]]\nid = \"line-{place}\"\nfor = {about:?}\npart = \"{part}\"\n");
            self.entries.push(format!("{head}{said}{variant}{condition}"));
        }
        for place in 0..self.random.below(3) {
            let part = self.random.one(&["report", "children", "ask"]);
            let (variant, condition) = (self.place(), self.condition(all));
            let head = format!("[[call]]\nid = \"call-{place}\"\npart = \"{part}\"\n");
            self.entries.push(format!("{head}{said}{variant}{condition}"));
        }
    }

    /// At times a place, of which there are few, so that entries share it.
    fn place(&mut self) -> String {
        if self.random.chance(40) {
            format!("place = \"{}\"\n", self.random.one(&["one", "two"]))
        } else {
            String::new()
        }
    }

    fn condition(&mut self, all: &[&str]) -> String {
        let mut condition = self.some_nations(15);
        if self.random.chance(40) {
            condition += &format!("at-least = {:?}\n", self.random.some(RESPONSES, 3));
        }
        if self.random.chance(40) {
            condition += &format!("at-most = {:?}\n", self.random.some(RESPONSES, 3));
        }
        if self.random.chance(20) {
            condition += &format!("scope = \"{}\"\n", self.random.one(SCOPES));
        }
        if self.random.chance(70) {
            let several = self.random.chance(30);
            let rows: Vec<_> = (0..1 + usize::from(several)).map(|_| self.said_row(all, several)).collect();
            condition += &format!("when = [{}]\n", rows.join(", "));
        }
        condition
    }

    fn said_row(&mut self, all: &[&str], several: bool) -> String {
        let questions = self.random.some(all, 2);
        let cells: Vec<_> =
            questions.iter().map(|question| format!("{question} = {}", self.said(question, several))).collect();
        format!("{{ {} }}", cells.join(", "))
    }

    /// What a step accepts. Where a question is not always asked, *no* and *unanswered* go together.
    fn said(&mut self, question: &str, several: bool) -> String {
        let together = self.gated.contains(&question);
        if several {
            let more = if together { "" } else { ", \"unanswered\"" };
            return self
                .random
                .one(&["[\"yes\"]", "[\"yes\", \"unsure\"]", &format!("[\"yes\", \"unsure\"{more}]")])
                .to_owned();
        }
        let mut accepted = self.random.some(&["yes", "unsure", "no", "unanswered"], 3);
        if together && accepted.contains(&"no") != accepted.contains(&"unanswered") {
            accepted.retain(|word| *word != "no" && *word != "unanswered");
            accepted.extend(if accepted.is_empty() { ["no", "unanswered"].as_slice() } else { &[] });
        }
        format!("{accepted:?}")
    }

    fn step(&mut self, id: &str, condition: &str) {
        let timing = self.random.one(&["now", "today", "before-closing", "follow-up"]);
        let who = self.random.one(&["everyone", "lead", "head", "two-people"]);
        let head = format!("[[step]]\nid = \"{id}\"\ntiming = \"{timing}\"\nwho = \"{who}\"\n");
        let place = match timing {
            "now" => format!("place = \"{}\"\n", self.random.one(&["safety", "call", "keep"])),
            _ => self.place(),
        };
        self.entries.push(format!("{head}{TOLD}{place}{condition}"));
    }

    fn rule(&mut self, axis: &str, id: &str, then: &str, more: &str) {
        self.entries.push(format!("[[{axis}]]\nid = \"{id}\"\nthen = \"{then}\"\n{SAID}{more}"));
    }

    fn is_fit(&self, question: &str) -> bool {
        self.fit && question == NAMES[0]
    }

    /// A cell that accepts whatever is more serious than what it accepts.
    fn upwards(&mut self) -> &'static str {
        if self.random.chance(6) {
            return self.any();
        }
        self.random.one(&["[\"yes\"]", "[\"yes\", \"unsure\"]"])
    }

    fn any(&mut self) -> &'static str {
        self.random.one(&[
            "[\"yes\"]",
            "[\"no\"]",
            "[\"unsure\"]",
            "[\"yes\", \"unsure\"]",
            "[\"no\", \"unsure\"]",
            "[\"no\", \"yes\"]",
        ])
    }

    fn some_nations(&mut self, percent: usize) -> String {
        if self.random.chance(percent) {
            format!("nations = {:?}\n", self.random.some(NATIONS, 3))
        } else {
            String::new()
        }
    }

    fn facts(&mut self) -> String {
        let questions = self.random.some(&self.ordinary.clone(), 3);
        let fact = |question: &&'static str| {
            let answer = if self.by_no.contains(question) { "no" } else { "yes" };
            format!("when.{question} = [\"{answer}\"]\n")
        };
        questions.iter().map(fact).collect()
    }

    fn inline_facts(&mut self) -> String {
        self.facts().trim_end().replace("when.", "").replace('\n', ", ")
    }
}
