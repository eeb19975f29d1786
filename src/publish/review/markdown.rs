//! A document as Markdown: one sentence, entry or row a line, so that a change to the policy is a change to few lines.

use super::document::{Block, Document, Entry, Line, Part, Span, Table};

impl Document {
    /// The document as Markdown.
    pub fn markdown(&self) -> String {
        let head = [self.written.to_owned(), format!("# {}", escaped(&self.title))];
        let opening = self.opening.iter().map(block);
        let contents = [format!("## Contents\n\n{}", self.contents())];
        let parts = (1..).zip(&self.parts).flat_map(|(number, part)| section(number, part));
        let all: Vec<String> = head.into_iter().chain(opening).chain(contents).chain(parts).collect();
        format!("{}\n", all.join("\n\n"))
    }

    fn contents(&self) -> String {
        let entry = |(number, part): (usize, &Part)| {
            let heading = part.heading;
            format!("{number}. [{heading}](#{})", slug(&numbered(number, heading)))
        };
        (1..).zip(&self.parts).map(entry).collect::<Vec<_>>().join("\n")
    }
}

fn section(number: usize, part: &Part) -> Vec<String> {
    let heading = format!("## {}", numbered(number, part.heading));
    let mut blocks = vec![heading];
    let mut entries_before = false;
    for piece in &part.blocks {
        let entry = matches!(piece, Block::Entry(_));
        match blocks.last_mut() {
            Some(last) if entry && entries_before => *last = format!("{last}\n{}", block(piece)),
            _ => blocks.push(block(piece)),
        }
        entries_before = entry;
    }
    blocks
}

fn numbered(number: usize, heading: &str) -> String {
    format!("{number}. {heading}")
}

/// The id that GitHub gives to a heading.
fn slug(heading: &str) -> String {
    let kept = heading.chars().filter(|c| c.is_alphanumeric() || *c == ' ' || *c == '-');
    kept.flat_map(char::to_lowercase).map(|c| if c == ' ' { '-' } else { c }).collect()
}

fn block(block: &Block) -> String {
    match block {
        Block::Heading(line, _) => format!("### {}", inline(line)),
        Block::Text(sentences) => lines(sentences.iter().map(start)),
        Block::List(items) => lines(items.iter().map(|item| format!("- {}", start(item)))),
        Block::Entry(entry) => self::entry(entry),
        Block::Table(table) => self::table(table),
    }
}

fn entry(entry: &Entry) -> String {
    let says = entry.says.iter().map(inline).collect::<Vec<_>>().join("\n  ");
    let mut all = vec![format!("- **`{}`** {says}", entry.name)];
    for field in &entry.fields {
        let says = field.says.iter().map(|line| format!(" {}", inline(line))).collect::<Vec<_>>().join("\n   ");
        all.push(format!("  - {}:{says}", field.label));
        all.extend(field.items.iter().map(|item| format!("    - {}", start(item))));
    }
    all.join("\n")
}

fn table(table: &Table) -> String {
    let head = row(table.head.iter().map(|cell| escaped(cell)));
    let rule = row(table.head.iter().map(|_| "---".to_owned()));
    lines([head, rule].into_iter().chain(table.rows.iter().map(|cells| row(cells.iter().map(inline)))))
}

fn row(cells: impl Iterator<Item = String>) -> String {
    let cells = cells.map(|cell| if cell.is_empty() { " |".to_owned() } else { format!(" {cell} |") });
    format!("|{}", cells.collect::<String>())
}

fn lines(lines: impl Iterator<Item = String>) -> String {
    lines.collect::<Vec<_>>().join("\n")
}

fn inline(Line(spans): &Line) -> String {
    spans.iter().map(span).collect()
}

fn span(span: &Span) -> String {
    match span {
        Span::Plain(text) => escaped(text),
        Span::Term(word) => format!("*{}*", escaped(word)),
        Span::Name(name) | Span::Link(name) => format!("`{name}`"),
        Span::Url(url) => format!("<{url}>"),
        Span::Tick(label) => format!("☐ {label}"),
    }
}

/// A line at the beginning of a line of the file, escaped so that it is no list and no heading.
fn start(line: &Line) -> String {
    let text = inline(line);
    let figures = text.chars().take_while(char::is_ascii_digit).count();
    match text.chars().nth(figures) {
        Some('.' | ')') if figures > 0 => text.replacen(['.', ')'], "\\.", 1),
        Some('#' | '+' | '-') if figures == 0 => format!("\\{text}"),
        _ => text,
    }
}

fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in text.chars() {
        if matches!(letter, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '#' | '~') {
            safe.push('\\');
        }
        safe.push(letter);
    }
    safe
}
