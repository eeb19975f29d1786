//! The written guidance: the whole policy as static HTML, for readers without a script and on paper.
//!
//! Its readers have answered nothing, so every sentence carries its own condition.
//!
//! The page's script takes its words from here, so that none stands in the page twice. An element whose `id` has a
//! slash, or which has a `data-entry` because it may stand here more than once, names an entry of the policy, such as
//! `step/refer-now`. From there to the next such name, an element with `data-says` has a text of that entry and
//! `data-each` one of a list of texts, under the field's name; without a name the text or list is all that the entry
//! says. Within a text, an element with `data-term` has the neutral word of a term. An entry that stays English in
//! another language has no such marks.

use std::cell::RefCell;

use maud::{Markup, html};

use super::own_words::{self, Own};
use crate::edition::POLICY;
use crate::explain::fill;
use crate::policy::Policy;
use crate::policy::compile::{ENGLISH, Translation};
use crate::policy::entry::{Entry, named};
use crate::policy::labels::{Label, Notice, PageText};
use crate::policy::logic::{Cite, Condition, Line, Route, Step};
use crate::policy::table::{List, Text};
use crate::policy::vocabulary::{
    Axis, Basis, OnAxis, Part, Recording, Response, Status, Timing, Typology, Value, Word,
};
use crate::policy::words::{Asking, Meaning, Saying, Source};
use crate::say::conditions::{Conditions, made_of, of_rule};
use crate::say::places::{self, parts};

/// The guidance in one language, section by section, each with an id to link to.
///
/// Entries that stay English are marked with their language, for programs that read the page aloud. So are the names of
/// sources.
pub fn guidance_html(said: &Translation) -> String {
    Guidance::of(said).whole().into_string()
}

/// The path of each text that the guidance has for the page's script, such as `step/refer-now/text`, as often as it
/// stands there.
pub(super) fn written(said: &Translation) -> Vec<String> {
    let guidance = Guidance::of(said);
    guidance.whole();
    guidance.written.into_inner()
}

/// One notice in one language, a paragraph for each sentence.
pub fn notice_html(said: &Translation, notice: Notice) -> String {
    let guidance = Guidance::of(said);
    let lang = guidance.fallen("notice", notice.id());
    let says = said.policy.wording.notice(notice);
    html! { @for says in says { p lang=[lang] { (guidance.plain(says)) } } }.into_string()
}

/// One notice as a link, a paragraph for each sentence.
pub fn notice_link_html(said: &Translation, notice: Notice, to: &str) -> String {
    let guidance = Guidance::of(said);
    let lang = guidance.fallen("notice", notice.id());
    let link = |says: &Text| html! { p lang=[lang] { a href=(to) { (guidance.plain(says)) } } };
    html! { @for says in said.policy.wording.notice(notice) { (link(says)) } }.into_string()
}

pub(super) struct Guidance<'a> {
    said: &'a Translation,
    /// The paths of the texts that have been marked for the page's script.
    written: RefCell<Vec<String>>,
}

/// An entry of the policy as the guidance names it.
struct Named {
    /// Its kind and identifier, for example `step/refer-now`.
    path: String,
    /// Its language, if it stays English in another language.
    lang: Option<&'static str>,
}

impl<'a> Guidance<'a> {
    /// The guidance in the words of a language.
    pub fn of(said: &'a Translation) -> Self {
        Self { said, written: RefCell::default() }
    }

    fn whole(&self) -> Markup {
        html! {
            (self.opening())
            (self.contents())
            (self.never())
            (self.responses())
            (self.steps(Timing::Now))
            (self.call())
            (self.people())
            @for timing in [Timing::Today, Timing::BeforeClosing, Timing::FollowUp] { (self.steps(timing)) }
            (self.recording())
            (self.typology())
            (self.questions())
            (self.sources())
        }
    }

    fn named(&self, kind: &str, id: &str) -> Named {
        Named { path: format!("{kind}/{id}"), lang: self.fallen(kind, id) }
    }

    /// The mark of a text for the page's script: the name of its field, or nothing if the text is all that its entry
    /// says. A text that stays English has none.
    fn field(&self, entry: &Named, name: &'static str) -> Option<&'static str> {
        entry.lang.is_none().then(|| {
            let path = if name.is_empty() { entry.path.clone() } else { format!("{}/{name}", entry.path) };
            self.written.borrow_mut().push(path);
            name
        })
    }

    /// A text of an entry with the neutral words, each in an element that names its term.
    fn worded(&self, entry: &Named, text: &str) -> Markup {
        if entry.lang.is_some() {
            return html! { (self.plain(text)) };
        }
        let mut pieces = text.split('{');
        html! {
            (pieces.next().unwrap_or_default())
            @for (term, after) in pieces.filter_map(|piece| piece.split_once('}')) {
                span data-term=(term) { (self.plain(&format!("{{{term}}}"))) } (after)
            }
        }
    }

    /// A text of the page itself, with values in its places.
    pub fn own(&self, text: impl Into<Own>, values: &[Markup]) -> Markup {
        let text = text.into();
        let lang = self.said.fell(&text.entry()).then_some(ENGLISH);
        let said = self.plain(text.said(&self.said.policy.wording));
        html! {
            @for part in parts(&said) {
                @match part {
                    places::Part::Words(words) => (within(lang, &html! { (words) })),
                    places::Part::Place(place) => @if let Some(value) = values.get(place) { (value) },
                }
            }
        }
    }

    /// A name that is English in every language.
    fn in_english(&self, name: &Markup) -> Markup {
        within((self.said.tag != ENGLISH).then_some(ENGLISH), name)
    }

    /// The language of an entry, if it stays English in another language.
    fn fallen(&self, kind: &str, id: &str) -> Option<&'static str> {
        self.said.fell(&format!("{kind}/{id}")).then_some(ENGLISH)
    }

    /// A text with the neutral words.
    fn plain(&self, text: &str) -> Text {
        fill(&self.said.policy.wording, None, text)
    }

    fn part(&self, part: PageText, body: &Markup) -> Markup {
        html! { section id=(part.id()) { h2 { (self.own(part, &[])) } (body) } }
    }

    fn notice(&self, notice: Notice) -> Markup {
        let entry = self.named("notice", notice.id());
        html! {
            @for (place, says) in self.said.policy.wording.notice(notice).iter().enumerate() {
                p id=[(place == 0).then_some(&entry.path)] data-each=[self.field(&entry, "")] lang=[entry.lang] {
                    (self.worded(&entry, says))
                }
            }
        }
    }

    fn opening(&self) -> Markup {
        let edition = &POLICY.edition;
        let title = self.said.fell("edition").then_some(ENGLISH);
        html! {
            h1 lang=[title] { (self.said.policy.wording.title) }
            @if !self.said.fallen.is_empty() { p.draft { (self.own(PageText::PartlyEnglish, &[])) } }
            div.urgent id="emergency" { (self.notice(Notice::Emergency)) }
            div.warning id="imagery" { (self.notice(Notice::NeverLook)) }
            (self.notice(Notice::WhoFor))
            (self.notice(Notice::NothingLeaves))
            p.edition { (self.own(PageText::Edition, &[&edition.id, &edition.checked, &edition.review_by].map(|it| html! { (it) }))) }
            @if edition.status == Status::Draft { div.draft { (self.notice(Notice::Draft)) } }
            (self.notice(Notice::NotLegalAdvice))
            div id="local" {}
        }
    }

    fn contents(&self) -> Markup {
        html! {
            nav aria-label=(self.said.policy.wording.page(PageText::Contents)) {
                h2 { (self.own(PageText::Contents, &[])) }
                ul { @for part in own_words::PARTS { li { a href={ "#" (part.id()) } { (self.own(part, &[])) } } } }
            }
        }
    }

    fn never(&self) -> Markup {
        let body = html! {
            ul {
                @for never in &self.said.policy.never {
                    @let entry = self.named("never", &never.id);
                    li id=(entry.path) { (self.said(&entry, &never.words, never.logic.basis, &never.cites)) }
                }
            }
        };
        self.part(PageText::Never, &body)
    }

    fn said(&self, entry: &Named, saying: &Saying, basis: Basis, cites: &List<Cite>) -> Markup {
        html! {
            p lang=[entry.lang] { strong data-says=[self.field(entry, "text")] { (self.worded(entry, &saying.text)) } }
            p data-says=[self.field(entry, "why")] lang=[entry.lang] { (self.worded(entry, &saying.why)) }
            (self.rests_on(basis, cites))
        }
    }

    /// The basis and the sources of something, small.
    fn rests_on(&self, basis: Basis, cites: &List<Cite>) -> Markup {
        html! {
            p.rests { (self.own(own_words::basis(basis), &[])) ": "
                @for (place, cite) in cites.iter().enumerate() {
                    @if place > 0 { "; " }
                    (self.in_english(&cited(cite)))
                }
            }
        }
    }

    /// A condition, if there is one. If any of its words stay English, all of it does.
    fn when(&self, condition: &Condition) -> Markup {
        let fell = made_of(condition).any(|entry| self.said.fell(&entry));
        let policy = if fell { &POLICY } else { &self.said.policy };
        let when = Conditions { policy }.condition(condition);
        html! { @if !when.is_empty() { p.when lang=[fell.then_some(ENGLISH)] { (when) } } }
    }

    /// The meaning of a value, and each rule that leads to it.
    fn value<V: OnAxis>(&self, value: V) -> Markup {
        let (axis, value) = (V::AXIS, value.value());
        html! {
            (self.meaning(axis, value))
            ul {
                @for rule in self.said.policy.rules[axis].iter().filter(|rule| rule.logic.to == value) {
                    @let entry = self.named(&format!("rule/{}", axis.id()), &rule.id);
                    li id=(entry.path) {
                        p data-says=[self.field(&entry, "")] lang=[entry.lang] { (self.worded(&entry, &rule.words)) }
                        (self.when(&of_rule(&rule.logic)))
                        (self.rests_on(rule.logic.basis, &rule.cites))
                    }
                }
            }
        }
    }

    fn meaning(&self, axis: Axis, value: Value) -> Markup {
        let Some(Meaning { name, says }) = named(&self.said.policy.values[axis], value.id()).map(|entry| &entry.words)
        else {
            return html! {};
        };
        let entry = self.named(&format!("value/{}", axis.id()), value.id());
        html! {
            h3 id=(entry.path) data-says=[self.field(&entry, "name")] lang=[entry.lang] { (self.worded(&entry, name)) }
            @for says in says {
                p data-each=[self.field(&entry, "says")] lang=[entry.lang] { (self.worded(&entry, says)) }
            }
        }
    }

    fn responses(&self) -> Markup {
        let most_urgent_first = Response::ALL.iter().rev();
        let body = html! {
            (self.notice(Notice::Answers))
            (self.notice(Notice::FiveGrounds))
            (self.notice(Notice::Stricter))
            (self.notice(Notice::Judgement))
            @for response in most_urgent_first { (self.value(*response)) }
            (self.notice(Notice::Disagree))
            (self.notice(Notice::OtherNations))
            h3 { (self.own(PageText::OtherRoute, &[])) }
            (self.notice(Notice::OtherRoute))
            ul { @for route in &self.said.policy.routes { (self.route(route)) } }
        };
        self.part(PageText::Responses, &body)
    }

    fn steps(&self, timing: Timing) -> Markup {
        let steps = self.said.policy.steps.iter().filter(|step| step.logic.timing == timing);
        let body = html! {
            ol { @for step in steps { (self.step(step)) } }
        };
        self.part(own_words::timing(timing), &body)
    }

    fn step(&self, step: &Entry<Step, Saying>) -> Markup {
        let Step { advice, who, timing: _, calls: _ } = &step.logic;
        let entry = self.named("step", &step.id);
        html! {
            li id=(entry.path) {
                (self.when(&advice.when))
                (self.said(&entry, &step.words, advice.basis, &step.cites))
                p.who { (self.own(own_words::who(*who), &[])) }
            }
        }
    }

    fn route(&self, route: &Entry<Route, Saying>) -> Markup {
        let Route { advice, calls: _ } = &route.logic;
        let entry = self.named("route", &route.id);
        html! {
            li id=(entry.path) {
                (self.when(&advice.when))
                (self.said(&entry, &route.words, advice.basis, &route.cites))
            }
        }
    }

    fn call(&self) -> Markup {
        let body = html! {
            ul {
                @for said in &self.said.policy.utterances {
                    @let entry = self.named("call", &said.id);
                    li id=(entry.path) {
                        (self.when(&said.logic.advice.when))
                        p data-says=[self.field(&entry, "")] lang=[entry.lang] { (self.worded(&entry, &said.words)) }
                    }
                }
            }
        };
        self.part(PageText::Call, &body)
    }

    /// Each person with the lines of their card, part by part.
    fn people(&self) -> Markup {
        let body = html! {
            @for person in &self.said.policy.people {
                @let entry = self.named("person", &person.id);
                h3 id=(entry.path) data-says=[self.field(&entry, "name")] lang=[entry.lang] {
                    (self.worded(&entry, &person.words.name))
                }
                @for part in Part::ALL { (self.lines(&person.id, *part)) }
            }
        };
        self.part(PageText::People, &body)
    }

    fn lines(&self, person: &str, part: Part) -> Markup {
        let is_about = |line: &&Entry<Line, Text>| {
            line.logic.part == part && person.parse().is_ok_and(|person| line.logic.about.contains(person))
        };
        let lines: Vec<_> = self.said.policy.lines.iter().filter(is_about).collect();
        html! {
            @if !lines.is_empty() {
                h4 { (self.own(own_words::part(part), &[])) }
                ul {
                    @for line in lines {
                        @let entry = self.named("line", &line.id);
                        li {
                            (self.when(&line.logic.advice.when))
                            p data-entry=(entry.path) data-says=[self.field(&entry, "")] lang=[entry.lang] {
                                (self.worded(&entry, &line.words))
                            }
                        }
                    }
                }
            }
        }
    }

    fn recording(&self) -> Markup {
        let body = html! {
            (self.notice(Notice::Forecast)) (self.notice(Notice::RecordedAsCrime)) (self.notice(Notice::PoliceRecord)) (self.notice(Notice::ForcesVary))
            @for category in Recording::ALL { (self.value(*category)) }
            h3 id="unpublished" { (self.own(Label::Unpublished, &[])) }
            ul {
                @for point in &self.said.policy.unpublished {
                    @let entry = self.named("unpublished", &point.id);
                    li id=(entry.path) data-says=[self.field(&entry, "")] lang=[entry.lang] {
                        (self.worded(&entry, &point.words))
                    }
                }
            }
            (self.notice(Notice::WhereThisComesFrom))
        };
        self.part(PageText::Recording, &body)
    }

    fn typology(&self) -> Markup {
        let body = html! {
            (self.notice(Notice::AxesDiffer))
            @for kind in Typology::ALL { (self.value(*kind)) }
        };
        self.part(PageText::Typology, &body)
    }

    fn questions(&self) -> Markup {
        let Policy { groups, questions, .. } = &self.said.policy;
        let body = html! {
            (self.notice(Notice::Unknowns))
            @for (place, group) in groups.iter().enumerate() {
                @let entry = self.named("group", &group.id);
                h3 id=(entry.path) data-says=[self.field(&entry, "heading")] lang=[entry.lang] {
                    (self.worded(&entry, &group.words.heading))
                }
                @if let Some(intro) = &group.words.intro {
                    p data-says=[self.field(&entry, "intro")] lang=[entry.lang] { (self.worded(&entry, intro)) }
                }
                dl {
                    @for question in questions.iter().filter(|question| usize::from(question.logic.group) == place) {
                        (self.asked(&question.id, &question.words))
                    }
                }
            }
        };
        self.part(PageText::Questions, &body)
    }

    fn asked(&self, id: &Text, asking: &Asking) -> Markup {
        let entry = self.named("question", id);
        let unknown = html! {
            span data-says=[self.field(&entry, "unknown")] lang=[entry.lang] { (self.worded(&entry, &asking.unknown)) }
        };
        let below = [("hint", Some(&asking.hint)), ("more", asking.more.as_ref()), ("why", Some(&asking.why))];
        html! {
            dt id=(entry.path) data-says=[self.field(&entry, "ask")] lang=[entry.lang] {
                (self.worded(&entry, &asking.ask))
            }
            dd {
                @for (name, text) in below.into_iter().filter_map(|(name, text)| Some((name, text?))) {
                    p data-says=[self.field(&entry, name)] lang=[entry.lang] { (self.worded(&entry, text)) }
                }
                p { (self.own(Label::IfUnknown, &[unknown])) }
            }
        }
    }

    fn sources(&self) -> Markup {
        let body = html! {
            (self.notice(Notice::DutyToReport))
            ul {
                @for entry in &self.said.policy.sources {
                    (self.source(&entry.id, &entry.words))
                }
            }
        };
        self.part(PageText::Sources, &body)
    }

    fn source(&self, id: &Text, source: &Source) -> Markup {
        let entry = self.named("source", id);
        // What a source is called is marked as English in the words of another language, and here it is not.
        let name = Named { path: entry.path.clone(), lang: (self.said.tag != ENGLISH).then_some(ENGLISH) };
        let named = |field, text: &Text| html! { span data-says=[self.field(&name, field)] { (text) } };
        let cite = html! {
            cite {
                (named("title", &source.title)) ", " (named("publisher", &source.publisher)) ", "
                (named("edition", &source.edition))
            }
        };
        let checked = [&source.checked, &source.review_by].map(|day| html! { (day) });
        html! {
            li id=(entry.path) {
                p {
                    (self.in_english(&cite)) ": " (self.own(own_words::read(source.read), &[])) ". "
                    span data-says=[self.field(&entry, "note")] lang=[entry.lang] {
                        (self.worded(&entry, &source.note))
                    } " "
                    (self.own(PageText::SourceChecked, &checked))
                    @if let Some(url) = &source.url { " " (self.in_english(&self.address(&entry, url))) }
                }
            }
        }
    }

    fn address(&self, source: &Named, url: &Text) -> Markup {
        let says = self.field(source, "url");
        html! { a.url href=(url) target="_blank" rel="noreferrer" data-says=[says] { (url) } }
    }
}

/// Words in a language of their own, if they have one.
fn within(lang: Option<&str>, words: &Markup) -> Markup {
    html! { @if let Some(lang) = lang { span lang=(lang) { (words) } } @else { (words) } }
}

fn cited(cite: &Cite) -> Markup {
    let place = usize::from(cite.source);
    let Some(source) = POLICY.sources.get(place) else { return html! {} };
    html! {
        a href={ "#source/" (source.id) } { (source.words.title) }
        @if !cite.section.is_empty() { ", " (cite.section) }
    }
}
