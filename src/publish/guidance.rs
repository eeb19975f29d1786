//! The written guidance: the whole policy as static HTML, for readers without a script and on paper.
//!
//! Its readers have answered nothing, so every sentence carries its own condition.

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
use crate::policy::words::{Asking, Saying, Source};
use crate::say::conditions::{Conditions, made_of, of_rule};
use crate::say::places::{self, parts};

/// The guidance in one language, section by section, each with an id to link to.
///
/// Entries that stay English are marked with their language, for programs that read the page aloud. So are the names of
/// sources.
pub fn guidance_html(said: &Translation) -> String {
    let guidance = Guidance { said };
    html! {
        (guidance.opening())
        (guidance.contents())
        (guidance.never())
        (guidance.responses())
        (guidance.steps(Timing::Now))
        (guidance.call())
        (guidance.people())
        @for timing in [Timing::Today, Timing::BeforeClosing, Timing::FollowUp] { (guidance.steps(timing)) }
        (guidance.recording())
        (guidance.typology())
        (guidance.questions())
        (guidance.sources())
    }
    .into_string()
}

/// One notice in one language, a paragraph for each sentence.
pub fn notice_html(said: &Translation, notice: Notice) -> String {
    Guidance { said }.notice(notice).into_string()
}

/// One notice as a link, a paragraph for each sentence.
pub fn notice_link_html(said: &Translation, notice: Notice, to: &str) -> String {
    let guidance = Guidance { said };
    let lang = guidance.fallen("notice", notice.id());
    let link = |says: &Text| html! { p lang=[lang] { a href=(to) { (guidance.plain(says)) } } };
    html! { @for says in said.policy.wording.notice(notice) { (link(says)) } }.into_string()
}

pub(super) struct Guidance<'a> {
    pub said: &'a Translation,
}

impl Guidance<'_> {
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

    fn paragraphs(&self, says: &[Text], lang: Option<&str>) -> Markup {
        html! { @for says in says { p lang=[lang] { (self.plain(says)) } } }
    }

    fn notice(&self, notice: Notice) -> Markup {
        self.paragraphs(self.said.policy.wording.notice(notice), self.fallen("notice", notice.id()))
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
                    li id={ "never-" (never.id) } {
                        (self.said(&never.words, self.fallen("never", &never.id), never.logic.basis, &never.cites))
                    }
                }
            }
        };
        self.part(PageText::Never, &body)
    }

    fn said(&self, saying: &Saying, lang: Option<&str>, basis: Basis, cites: &List<Cite>) -> Markup {
        html! {
            p lang=[lang] { strong { (self.plain(&saying.text)) } }
            p lang=[lang] { (self.plain(&saying.why)) }
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
                    li {
                        p lang=[self.fallen(&format!("rule/{}", axis.id()), &rule.id)] { (self.plain(&rule.words)) }
                        (self.when(&of_rule(&rule.logic)))
                        (self.rests_on(rule.logic.basis, &rule.cites))
                    }
                }
            }
        }
    }

    fn meaning(&self, axis: Axis, value: Value) -> Markup {
        let lang = self.fallen(&format!("value/{}", axis.id()), value.id());
        html! {
            @if let Some(entry) = named(&self.said.policy.values[axis], value.id()) {
                h3 id={ (axis.id()) "-" (value.index()) } lang=[lang] { (self.plain(&entry.words.name)) }
                (self.paragraphs(&entry.words.says, lang))
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
        html! {
            li id={ "step-" (step.id) } {
                (self.when(&advice.when))
                (self.said(&step.words, self.fallen("step", &step.id), advice.basis, &step.cites))
                p.who { (self.own(own_words::who(*who), &[])) }
            }
        }
    }

    fn route(&self, route: &Entry<Route, Saying>) -> Markup {
        let Route { advice, calls: _ } = &route.logic;
        html! {
            li id={ "route-" (route.id) } {
                (self.when(&advice.when))
                (self.said(&route.words, self.fallen("route", &route.id), advice.basis, &route.cites))
            }
        }
    }

    fn call(&self) -> Markup {
        let body = html! {
            ul {
                @for said in &self.said.policy.utterances {
                    li id={ "call-" (said.id) } {
                        (self.when(&said.logic.advice.when))
                        p lang=[self.fallen("call", &said.id)] { (self.plain(&said.words)) }
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
                h3 id={ "person-" (person.id) } lang=[self.fallen("person", &person.id)] { (self.plain(&person.words.name)) }
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
                        li {
                            (self.when(&line.logic.advice.when))
                            p lang=[self.fallen("line", &line.id)] { (self.plain(&line.words)) }
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
                    li lang=[self.fallen("unpublished", &point.id)] { (self.plain(&point.words)) }
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
                @let lang = self.fallen("group", &group.id);
                h3 lang=[lang] { (self.plain(&group.words.heading)) }
                @if let Some(intro) = &group.words.intro { p lang=[lang] { (self.plain(intro)) } }
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
        let lang = self.fallen("question", id);
        html! {
            dt id={ "question-" (id) } lang=[lang] { (self.plain(&asking.ask)) }
            dd {
                p lang=[lang] { (self.plain(&asking.hint)) }
                @if let Some(more) = &asking.more { p lang=[lang] { (self.plain(more)) } }
                p lang=[lang] { (self.plain(&asking.why)) }
                p { (self.own(Label::IfUnknown, &[within(lang, &html! { (self.plain(&asking.unknown)) })])) }
            }
        }
    }

    fn sources(&self) -> Markup {
        let body = html! {
            (self.notice(Notice::DutyToReport))
            ul {
                @for entry in &self.said.policy.sources {
                    li id={ "source-" (entry.id) } { (self.source(&entry.words, self.fallen("source", &entry.id))) }
                }
            }
        };
        self.part(PageText::Sources, &body)
    }

    fn source(&self, source: &Source, lang: Option<&str>) -> Markup {
        let name = html! { cite { (source.title) } ", " (source.publisher) ", " (source.edition) };
        let checked = [&source.checked, &source.review_by].map(|day| html! { (day) });
        html! {
            p {
                (self.in_english(&name)) ": " (self.own(own_words::read(source.read), &[])) ". "
                (within(lang, &html! { (self.plain(&source.note)) })) " "
                (self.own(PageText::SourceChecked, &checked))
                @if let Some(url) = &source.url {
                    " " (self.in_english(&html! { a.url href=(url) target="_blank" rel="noreferrer" { (url) } }))
                }
            }
        }
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
        a href={ "#source-" (source.id) } { (source.words.title) }
        @if !cite.section.is_empty() { ", " (cite.section) }
    }
}
