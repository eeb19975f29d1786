//! The whole guidance as a piece of static HTML: what stands in the page without any script, and on paper.
//!
//! Nobody has answered anything here, so every sentence carries its own condition.

use maud::{Markup, html};

use super::conditions;
use crate::edition::{LOGIC, WORDING};
use crate::explain::fill;
use crate::policy::logic::{Chart, Cite, Step};
use crate::policy::table::{List, Text};
use crate::policy::vocabulary::{Axis, Basis, Depth, Response, Status, Timing, Who, Word};
use crate::policy::words::{Asking, Meaning, Saying, Source};

/// The guidance, section by section, each with an id to link to.
pub fn guidance_html() -> String {
    html! {
        (opening())
        (contents())
        (never())
        (responses())
        @for timing in Timing::ALL { (steps(*timing)) }
        (scripts())
        (recording())
        (typology())
        (questions())
        (sources())
    }
    .into_string()
}

/// What each part is called, with its id.
const PARTS: [(&str, &str); 11] = [
    ("never", "What nobody may do"),
    ("responses", "What must happen"),
    ("now", "What to do now"),
    ("today", "What to do today"),
    ("before-closing", "Before you close the case"),
    ("follow-up", "Follow-up"),
    ("words-to-say", "Words to say"),
    ("recording", "What the police may record in England and Wales"),
    ("typology", "Kinds of incident"),
    ("questions", "What to find out"),
    ("sources", "Sources"),
];

fn part(id: &str, body: &Markup) -> Markup {
    let heading = PARTS.iter().find(|(part, _)| *part == id).map_or("", |(_, heading)| heading);
    html! { section id=(id) { h2 { (heading) } (body) } }
}

/// A text with the neutral words.
pub(super) fn plain(text: &str) -> Text {
    fill(&WORDING, None, text)
}

fn paragraphs(says: &List<Text>) -> Markup {
    html! { @for says in says { p { (plain(says)) } } }
}

fn notice(id: &str) -> Markup {
    let found = WORDING.notices.iter().find(|notice| &*notice.id == id);
    html! { @if let Some(notice) = found { (paragraphs(&notice.says)) } }
}

fn opening() -> Markup {
    let edition = &LOGIC.edition;
    html! {
        h1 { (WORDING.title) }
        div.urgent id="emergency" { (notice("emergency")) }
        div.warning id="imagery" { (notice("never-look")) }
        (notice("who-for"))
        (notice("nothing-leaves"))
        p.edition {
            "Edition " (edition.id) ". Sources last checked on " (edition.checked) ". To be reviewed by " (edition.review_by) "."
        }
        @if edition.status == Status::Draft { div.draft { (notice("draft")) } }
        (notice("not-legal-advice"))
    }
}

fn contents() -> Markup {
    html! { nav aria-label="Contents" { h2 { "Contents" } ul { @for (id, heading) in PARTS { li { a href={ "#" (id) } { (heading) } } } } } }
}

fn never() -> Markup {
    let all = LOGIC.never.iter().zip(&WORDING.never);
    part(
        "never",
        &html! { ul { @for (advice, saying) in all { li id={ "never-" (advice.id) } { (said(saying, advice.basis, &advice.cites)) } } } },
    )
}

fn said(saying: &Saying, basis: Basis, cites: &List<Cite>) -> Markup {
    html! { p { strong { (plain(&saying.text)) } } p { (plain(&saying.why)) } (rests_on(basis, cites)) }
}

/// The basis and the sources of something, small.
fn rests_on(basis: Basis, cites: &List<Cite>) -> Markup {
    let basis = match basis {
        Basis::Guidance => "Guidance",
        Basis::Judgement => "Our judgement, from",
    };
    html! {
        p.rests { (basis) ": "
            @for (place, cite) in cites.iter().enumerate() {
                @if place > 0 { "; " }
                (cited(cite))
            }
        }
    }
}

fn cited(cite: &Cite) -> Markup {
    let place = usize::from(cite.source);
    let Some((entry, source)) = LOGIC.sources.get(place).zip(WORDING.sources.get(place)) else { return html! {} };
    html! {
        a href={ "#source-" (entry.id) } { (source.title) }
        @if !cite.section.is_empty() { ", " (cite.section) }
    }
}

fn meaning(axis: Axis, value: u8) -> Option<&'static Meaning> {
    WORDING.values.get(usize::from(axis.index()))?.get(usize::from(value))
}

/// What a value means, and each rule that leads to it.
fn value(axis: Axis, chart: &Chart, value: u8) -> Markup {
    let words = WORDING.rules.get(usize::from(axis.index()));
    let rules = chart.rules.iter().zip(words.into_iter().flatten()).filter(|(rule, _)| rule.to == value);
    html! {
        @if let Some(meaning) = meaning(axis, value) {
            h3 id={ (axis.id()) "-" (value) } { (plain(&meaning.name)) }
            (paragraphs(&meaning.says))
        }
        ul {
            @for (rule, says) in rules {
                li {
                    p { (plain(says)) }
                    p.when { (conditions::rule(rule)) }
                    (rests_on(rule.basis, &rule.cites))
                }
            }
        }
    }
}

fn responses() -> Markup {
    let most_urgent_first = Response::ALL.iter().rev();
    let body = html! {
        (notice("answers"))
        (notice("five-grounds"))
        (notice("stricter"))
        (notice("judgement"))
        @for response in most_urgent_first { (value(Axis::Response, &LOGIC.response, response.index())) }
        (notice("disagree"))
        (notice("other-nations"))
        h3 { "When another route fits better" }
        (notice("other-route"))
    };
    part("responses", &body)
}

fn steps(timing: Timing) -> Markup {
    let steps = LOGIC.steps.iter().zip(&WORDING.steps).filter(|(step, _)| step.timing == timing);
    let body = html! {
        @if timing == Timing::Now { (notice("have-ready")) }
        ol { @for (step, saying) in steps { li id={ "step-" (step.advice.id) } { (step_said(step, saying)) } } }
    };
    part(timing.id(), &body)
}

fn step_said(step: &Step, saying: &Saying) -> Markup {
    html! {
        @let when = conditions::condition(&step.advice.when);
        @if !when.is_empty() { p.when { (when) } }
        (said(saying, step.advice.basis, &step.advice.cites))
        p.who { (who(step.who)) }
    }
}

fn who(who: Who) -> Text {
    match who {
        Who::Everyone => "Who: everyone on staff".into(),
        Who::Lead => plain("Who: the {lead}"),
        Who::Head => "Who: the head".into(),
        Who::TwoPeople => "Who: two people together".into(),
    }
}

fn scripts() -> Markup {
    let scripts = LOGIC.scripts.iter().zip(&WORDING.scripts);
    let body = html! {
        @for (advice, script) in scripts {
            h3 id={ "script-" (advice.id) } { (plain(&script.to)) }
            @let when = conditions::condition(&advice.when);
            @if !when.is_empty() { p.when { (when) } }
            blockquote { @for line in &script.lines { p { (plain(line)) } } }
            (rests_on(advice.basis, &advice.cites))
        }
    };
    part("words-to-say", &body)
}

fn recording() -> Markup {
    let body = html! {
        (notice("forecast")) (notice("recorded-as-crime")) (notice("police-record")) (notice("forces-vary"))
        @for forecast in &LOGIC.forecasts { (value(Axis::Recording, &LOGIC.recording, forecast.value)) }
        h3 id="unpublished" { "What the published summary does not say" }
        ul { @for says in &WORDING.unpublished { li { (plain(says)) } } }
        (notice("where-this-comes-from"))
    };
    part("recording", &body)
}

fn typology() -> Markup {
    let values = u8::try_from(WORDING.values.get(usize::from(Axis::Typology.index())).map_or(0, |all| all.len()));
    let body = html! {
        (notice("axes-differ"))
        @for place in 0..values.unwrap_or_default() { (value(Axis::Typology, &LOGIC.typology, place)) }
    };
    part("typology", &body)
}

fn questions() -> Markup {
    let groups = WORDING.groups.iter().enumerate();
    let body = html! {
        (notice("unknowns"))
        @for (place, group) in groups {
            h3 { (plain(&group.heading)) }
            @if let Some(intro) = &group.intro { p { (plain(intro)) } }
            dl {
                @for (question, asking) in LOGIC.questions.iter().zip(&WORDING.questions) {
                    @if usize::from(question.group) == place { (asked(&question.id, asking)) }
                }
            }
        }
    };
    part("questions", &body)
}

fn asked(id: &Text, asking: &Asking) -> Markup {
    html! {
        dt id={ "question-" (id) } { (plain(&asking.ask)) }
        dd {
            p { (plain(&asking.hint)) }
            p { (plain(&asking.why)) }
            p { "If it is not known yet: " (plain(&asking.unknown)) }
        }
    }
}

fn sources() -> Markup {
    let all = LOGIC.sources.iter().zip(&WORDING.sources);
    let body = html! {
        (notice("duty-to-report"))
        ul { @for (entry, source) in all { li id={ "source-" (entry.id) } { (source_entry(source)) } } }
    };
    part("sources", &body)
}

fn source_entry(source: &Source) -> Markup {
    let read = match source.read {
        Depth::FullText => "read in full",
        Depth::Summary => "read as a summary",
        Depth::Excerpt => "read in part",
        Depth::NotRead => "not read",
    };
    html! {
        p {
            cite { (source.title) } ", " (source.publisher) ", " (source.edition) ": " (read) ". " (plain(&source.note))
            " Checked on " (source.checked) ", to be checked again by " (source.review_by) "."
            @if let Some(url) = &source.url { " " span.url { (url) } }
        }
    }
}
