//! The whole guidance as a piece of static HTML: what stands in the page without any script, and on paper.
//!
//! Nobody has answered anything here, so every sentence carries its own condition.

use maud::{Markup, html};

use super::{conditions, own_words};
use crate::edition::{LOGIC, WORDING};
use crate::explain::fill;
use crate::policy::compile::{ENGLISH, Translation};
use crate::policy::logic::{Chart, Cite, Step};
use crate::policy::table::{List, Text};
use crate::policy::vocabulary::{Axis, Basis, Response, Status, Timing, Typology, Value, Word};
use crate::policy::words::{Asking, Saying, Source};

/// The guidance in one language, section by section, each with an id to link to.
///
/// Its own words, such as headings and conditions, are English in every language and say so to whatever reads the page
/// aloud; so do the entries that stay English.
pub fn guidance_html(said: &Translation) -> String {
    let guidance = Guidance { said };
    html! {
        (guidance.opening())
        (guidance.contents())
        (guidance.never())
        (guidance.responses())
        @for timing in Timing::ALL { (guidance.steps(*timing)) }
        (guidance.scripts())
        (guidance.recording())
        (guidance.typology())
        (guidance.questions())
        (guidance.sources())
    }
    .into_string()
}

/// One notice in one language, a paragraph a sentence; nothing if there is none.
pub fn notice_html(said: &Translation, id: &str) -> String {
    Guidance { said }.notice(id).into_string()
}

struct Guidance<'a> {
    said: &'a Translation,
}

impl Guidance<'_> {
    /// The language of the guidance's own words, where the rest has another.
    fn own(&self) -> Option<&'static str> {
        (self.said.tag != ENGLISH).then_some(ENGLISH)
    }

    /// Own words in the midst of others.
    fn in_own(&self, words: &Markup) -> Markup {
        html! { @if let Some(own) = self.own() { span lang=(own) { (words) } } @else { (words) } }
    }

    /// The language of an entry, where the rest has another.
    fn fallen(&self, kind: &str, id: &str) -> Option<&'static str> {
        self.said.fell(&format!("{kind}/{id}")).then_some(ENGLISH)
    }

    /// A text with the neutral words.
    fn plain(&self, text: &str) -> Text {
        fill(&self.said.words, None, text)
    }

    fn part(&self, id: &str, body: &Markup) -> Markup {
        html! { section id=(id) { h2 lang=[self.own()] { (own_words::heading(id)) } (body) } }
    }

    fn paragraphs(&self, says: &List<Text>, lang: Option<&str>) -> Markup {
        html! { @for says in says { p lang=[lang] { (self.plain(says)) } } }
    }

    fn notice(&self, id: &str) -> Markup {
        let found = self.said.words.notices.iter().find(|notice| &*notice.id == id);
        html! { @if let Some(notice) = found { (self.paragraphs(&notice.says, self.fallen("notice", id))) } }
    }

    fn opening(&self) -> Markup {
        let edition = &LOGIC.edition;
        let title = self.said.fell("edition").then_some(ENGLISH);
        html! {
            h1 lang=[title] { (self.said.words.title) }
            @if !self.said.fallen.is_empty() { p.draft lang=[self.own()] { (own_words::PARTLY_ENGLISH) } }
            div.urgent id="emergency" { (self.notice("emergency")) }
            div.warning id="imagery" { (self.notice("never-look")) }
            (self.notice("who-for"))
            (self.notice("nothing-leaves"))
            p.edition lang=[self.own()] {
                "Edition " (edition.id) ". Sources last checked on " (edition.checked) ". To be reviewed by " (edition.review_by) "."
            }
            @if edition.status == Status::Draft { div.draft { (self.notice("draft")) } }
            (self.notice("not-legal-advice"))
            div id="local" {}
        }
    }

    fn contents(&self) -> Markup {
        html! {
            nav aria-label="Contents" lang=[self.own()] {
                h2 { "Contents" }
                ul { @for (id, heading) in own_words::PARTS { li { a href={ "#" (id) } { (heading) } } } }
            }
        }
    }

    fn never(&self) -> Markup {
        let all = LOGIC.never.iter().zip(&self.said.words.never);
        let body = html! {
            ul {
                @for (advice, saying) in all {
                    li id={ "never-" (advice.id) } lang=[self.fallen("never", &advice.id)] {
                        (self.said(saying, advice.basis, &advice.cites))
                    }
                }
            }
        };
        self.part("never", &body)
    }

    fn said(&self, saying: &Saying, basis: Basis, cites: &List<Cite>) -> Markup {
        html! {
            p { strong { (self.plain(&saying.text)) } }
            p { (self.plain(&saying.why)) }
            (self.rests_on(basis, cites))
        }
    }

    /// The basis and the sources of something, small.
    fn rests_on(&self, basis: Basis, cites: &List<Cite>) -> Markup {
        html! {
            p.rests lang=[self.own()] { (own_words::basis(basis)) ": "
                @for (place, cite) in cites.iter().enumerate() {
                    @if place > 0 { "; " }
                    (cited(cite))
                }
            }
        }
    }

    /// A condition, where there is one.
    fn when(&self, when: &str) -> Markup {
        html! { @if !when.is_empty() { p.when lang=[self.own()] { (when) } } }
    }

    /// What a value means, and each rule that leads to it.
    fn value(&self, axis: Axis, chart: &Chart, value: u8) -> Markup {
        let words = self.said.words.rules.get(usize::from(axis.index()));
        let rules = chart.rules.iter().zip(words.into_iter().flatten()).filter(|(rule, _)| rule.to == value);
        html! {
            (self.meaning(axis, value))
            ul {
                @for (rule, says) in rules {
                    li lang=[self.fallen(&format!("rule/{}", axis.id()), &rule.id)] {
                        p { (self.plain(says)) }
                        (self.when(&conditions::rule(rule)))
                        (self.rests_on(rule.basis, &rule.cites))
                    }
                }
            }
        }
    }

    fn meaning(&self, axis: Axis, value: u8) -> Markup {
        let meanings = self.said.words.values.get(usize::from(axis.index()));
        let meaning = meanings.and_then(|meanings| meanings.get(usize::from(value)));
        let id = Value::at(axis, value).map_or("", Value::id);
        let lang = self.fallen(&format!("value/{}", axis.id()), id);
        html! {
            @if let Some(meaning) = meaning {
                h3 id={ (axis.id()) "-" (value) } lang=[lang] { (self.plain(&meaning.name)) }
                (self.paragraphs(&meaning.says, lang))
            }
        }
    }

    fn responses(&self) -> Markup {
        let most_urgent_first = Response::ALL.iter().rev();
        let body = html! {
            (self.notice("answers"))
            (self.notice("five-grounds"))
            (self.notice("stricter"))
            (self.notice("judgement"))
            @for response in most_urgent_first { (self.value(Axis::Response, &LOGIC.response, response.index())) }
            (self.notice("disagree"))
            (self.notice("other-nations"))
            h3 lang=[self.own()] { "When another route fits better" }
            (self.notice("other-route"))
        };
        self.part("responses", &body)
    }

    fn steps(&self, timing: Timing) -> Markup {
        let steps = LOGIC.steps.iter().zip(&self.said.words.steps).filter(|(step, _)| step.timing == timing);
        let body = html! {
            @if timing == Timing::Now { (self.notice("have-ready")) }
            ol { @for (step, saying) in steps { (self.step(step, saying)) } }
        };
        self.part(timing.id(), &body)
    }

    fn step(&self, step: &Step, saying: &Saying) -> Markup {
        let advice = &step.advice;
        html! {
            li id={ "step-" (advice.id) } lang=[self.fallen("step", &advice.id)] {
                (self.when(&conditions::condition(&advice.when)))
                (self.said(saying, advice.basis, &advice.cites))
                p.who lang=[self.own()] { (own_words::who(step.who)) }
            }
        }
    }

    fn scripts(&self) -> Markup {
        let scripts = LOGIC.scripts.iter().zip(&self.said.words.scripts);
        let body = html! {
            @for (advice, script) in scripts {
                @let lang = self.fallen("script", &advice.id);
                h3 id={ "script-" (advice.id) } lang=[lang] { (self.plain(&script.to)) }
                (self.when(&conditions::condition(&advice.when)))
                blockquote lang=[lang] { @for line in &script.lines { p { (self.plain(line)) } } }
                (self.rests_on(advice.basis, &advice.cites))
            }
        };
        self.part("words-to-say", &body)
    }

    fn recording(&self) -> Markup {
        let points = LOGIC.unpublished.iter().zip(&self.said.words.unpublished);
        let body = html! {
            (self.notice("forecast")) (self.notice("recorded-as-crime")) (self.notice("police-record")) (self.notice("forces-vary"))
            @for forecast in &LOGIC.forecasts { (self.value(Axis::Recording, &LOGIC.recording, forecast.value)) }
            h3 id="unpublished" lang=[self.own()] { "What the published summary does not say" }
            ul {
                @for (point, says) in points { li lang=[self.fallen("unpublished", &point.id)] { (self.plain(says)) } }
            }
            (self.notice("where-this-comes-from"))
        };
        self.part("recording", &body)
    }

    fn typology(&self) -> Markup {
        let body = html! {
            (self.notice("axes-differ"))
            @for kind in Typology::ALL { (self.value(Axis::Typology, &LOGIC.typology, kind.index())) }
        };
        self.part("typology", &body)
    }

    fn questions(&self) -> Markup {
        let words = &self.said.words;
        let groups = LOGIC.groups.iter().zip(&words.groups).enumerate();
        let body = html! {
            (self.notice("unknowns"))
            @for (place, (id, group)) in groups {
                @let lang = self.fallen("group", id);
                h3 lang=[lang] { (self.plain(&group.heading)) }
                @if let Some(intro) = &group.intro { p lang=[lang] { (self.plain(intro)) } }
                dl {
                    @for (question, asking) in LOGIC.questions.iter().zip(&words.questions) {
                        @if usize::from(question.group) == place { (self.asked(&question.id, asking)) }
                    }
                }
            }
        };
        self.part("questions", &body)
    }

    fn asked(&self, id: &Text, asking: &Asking) -> Markup {
        let lang = self.fallen("question", id);
        html! {
            dt id={ "question-" (id) } lang=[lang] { (self.plain(&asking.ask)) }
            dd lang=[lang] {
                p { (self.plain(&asking.hint)) }
                p { (self.plain(&asking.why)) }
                p { (self.in_own(&html! { "If it is not known yet: " })) (self.plain(&asking.unknown)) }
            }
        }
    }

    fn sources(&self) -> Markup {
        let all = LOGIC.sources.iter().zip(&self.said.words.sources);
        let body = html! {
            (self.notice("duty-to-report"))
            ul {
                @for (entry, source) in all {
                    li id={ "source-" (entry.id) } lang=[self.fallen("source", &entry.id)] { (self.source(source)) }
                }
            }
        };
        self.part("sources", &body)
    }

    fn source(&self, source: &Source) -> Markup {
        let read = own_words::read(source.read);
        let name = html! { cite { (source.title) } ", " (source.publisher) ", " (source.edition) ": " (read) ". " };
        let checked = html! {
            " Checked on " (source.checked) ", to be checked again by " (source.review_by) "."
            @if let Some(url) = &source.url { " " a.url href=(url) target="_blank" rel="noreferrer" { (url) } }
        };
        html! { p { (self.in_own(&name)) (self.plain(&source.note)) (self.in_own(&checked)) } }
    }
}

/// An English text with the neutral words.
pub(super) fn plain(text: &str) -> Text {
    fill(&WORDING, None, text)
}

fn cited(cite: &Cite) -> Markup {
    let place = usize::from(cite.source);
    let Some((entry, source)) = LOGIC.sources.get(place).zip(WORDING.sources.get(place)) else { return html! {} };
    html! {
        a href={ "#source-" (entry.id) } { (source.title) }
        @if !cite.section.is_empty() { ", " (cite.section) }
    }
}
