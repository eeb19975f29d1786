//! A document as one HTML file without any other, to read, to print and to mark by hand.

use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::document::{Block, Document, Entry, Field, Layout, Line, Part, Span, Table, anchor};

const STYLE: &str = include_str!("review.css");

impl Document {
    /// The document as HTML.
    pub fn html(&self) -> String {
        let page = html! {
            (DOCTYPE)
            html lang="en-GB" {
                head {
                    meta charset="utf-8";
                    meta name="viewport" content="width=device-width, initial-scale=1";
                    meta name="robots" content="noindex";
                    title { (self.title) }
                    (PreEscaped("<!-- Written by `cargo run --bin sgii -- review` from policy/*.toml and policy/cases/. -->"))
                    style { (PreEscaped(STYLE)) (PreEscaped(self.at_the_foot())) }
                }
                body {
                    header { h1 { (self.title) } @for each in &self.opening { (block(each)) } }
                    (self.list_of_parts())
                    @for (number, part) in (1..).zip(&self.parts) { (section(number, part)) }
                }
            }
        };
        format!("{}\n", page.into_string())
    }

    /// The foot of every sheet. It names the edition, because sheets get separated.
    fn at_the_foot(&self) -> String {
        let foot: String = self.foot.chars().filter(|letter| !matches!(letter, '"' | '\\' | '<' | '\n')).collect();
        format!("@page{{@bottom-left{{content:\"{foot}\"}}}}")
    }

    fn list_of_parts(&self) -> Markup {
        html! {
            nav {
                h2 { "Contents" }
                ol { @for (number, part) in (1..).zip(&self.parts) { li { a href={ "#part-" (number) } { (part.heading) } } } }
            }
        }
    }
}

fn section(number: usize, part: &Part) -> Markup {
    html! {
        section id={ "part-" (number) } {
            h2 { (number) ". " (part.heading) }
            @for each in &part.blocks { (block(each)) }
        }
    }
}

fn block(of: &Block) -> Markup {
    match of {
        Block::Heading(line, name) => html! { h3 id=[name.as_deref().map(anchor)] { (inline(line)) } },
        Block::Text(sentences) => html! { p { (sentences_of(sentences)) } },
        Block::List(items) => list(items),
        Block::Entry(entry) => self::entry(entry),
        Block::Table(table) => self::table(table),
    }
}

fn sentences_of(sentences: &[Line]) -> Markup {
    html! {
        @for (place, sentence) in sentences.iter().enumerate() { @if place > 0 { " " } (inline(sentence)) }
    }
}

fn list(items: &[Line]) -> Markup {
    html! { ul { @for item in items { li { (inline(item)) } } } }
}

fn entry(entry: &Entry) -> Markup {
    html! {
        div.entry id=(anchor(&entry.name)) {
            p.name { code { (broken(&entry.name)) } }
            div {
                p.says { (sentences_of(&entry.says)) }
                @for field in &entry.fields { (self::field(field)) }
            }
        }
    }
}

fn field(field: &Field) -> Markup {
    html! {
        p { span.label { (field.label) ":" } " " (sentences_of(&field.says)) }
        @if !field.items.is_empty() { (list(&field.items)) }
    }
}

fn table(table: &Table) -> Markup {
    let layout = match table.layout {
        Layout::Plain => "plain",
        Layout::Decision => "decision",
        Layout::Blank => "blank",
    };
    html! {
        table class=(layout) {
            thead { tr { @for cell in &table.head { th scope="col" { (cell) } } } }
            tbody { @for row in &table.rows { tr { @for cell in row { td { (inline(cell)) } } } } }
        }
    }
}

fn inline(Line(spans): &Line) -> Markup {
    html! { @for span in spans { (self::span(span)) } }
}

fn span(span: &Span) -> Markup {
    match span {
        Span::Plain(text) => html! { (text) },
        Span::Term(word) => html! { i { (word) } },
        Span::Name(name) => html! { code { (broken(name)) } },
        Span::Link(name) => html! { a href={ "#" (anchor(name)) } { code { (broken(name)) } } },
        Span::Url(url) => html! { span.url { (url) } },
        Span::Tick(label) => html! { span.tick { (label) } },
    }
}

/// A name that may wrap after its kind in a narrow column.
fn broken(name: &str) -> Markup {
    match name.split_once('/') {
        Some((kind, own)) => html! { (kind) "/" wbr; (own) },
        None => html! { (name) },
    }
}
