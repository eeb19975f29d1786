//! A document as blocks, which `markdown` and `html` write out.

/// A document: its name, what stands under it, and its parts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// Its title.
    pub title: String,
    /// The remark at the head of the Markdown: which command wrote the file, and from what.
    pub written: &'static str,
    /// The foot of every sheet.
    pub foot: String,
    /// The blocks before the list of parts.
    pub opening: Vec<Block>,
    /// The parts, which are numbered in this order.
    pub parts: Vec<Part>,
}

/// A part of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Its heading.
    pub heading: &'static str,
    /// Its text, sentence by sentence.
    pub blocks: Vec<Block>,
}

/// A piece of a part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// The heading of what follows, with a name to link to where something links to it.
    Heading(Line, Option<String>),
    /// A paragraph, sentence by sentence.
    Text(Vec<Line>),
    /// A list without an order.
    List(Vec<Line>),
    /// A thing with a name.
    Entry(Entry),
    /// Rows of cells.
    Table(Table),
}

/// An entry: a permanent name, a text, and fields.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its name, by which people quote it.
    pub name: String,
    /// Its text, sentence by sentence.
    pub says: Vec<Line>,
    /// Its fields.
    pub fields: Vec<Field>,
}

/// A labelled field of an entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// Its label.
    pub label: &'static str,
    /// Its content, sentence by sentence.
    pub says: Vec<Line>,
    /// A list under it.
    pub items: Vec<Line>,
}

/// Rows of cells under headings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// The widths of its columns.
    pub layout: Layout,
    /// One heading a column.
    pub head: Vec<String>,
    /// The rows.
    pub rows: Vec<Vec<Line>>,
}

/// The widths of a table's columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    /// As wide as the contents need.
    Plain,
    /// A name, what it says, where it comes from, and room for a decision.
    Decision,
    /// Room to write by hand.
    Blank,
}

/// A line of text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line(pub Vec<Span>);

/// A piece of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Span {
    /// Plain text.
    Plain(String),
    /// A word that each nation fills with its own.
    Term(String),
    /// A name to quote.
    Name(String),
    /// A name to quote that leads to its entry.
    Link(String),
    /// An address.
    Url(String),
    /// A box to tick, with what it stands for.
    Tick(&'static str),
}

impl Line {
    /// A line of plain text.
    pub fn plain(text: impl Into<String>) -> Self {
        Self(vec![Span::Plain(text.into())])
    }

    /// A line of boxes to tick.
    pub fn ticks(labels: &[&'static str]) -> Self {
        let ticks = labels.iter().map(|label| Self(vec![Span::Tick(label)]));
        Self::joined(ticks, " ")
    }

    /// Lines joined into one, with `between` between them.
    pub fn joined(lines: impl IntoIterator<Item = Self>, between: &str) -> Self {
        let mut spans = Vec::new();
        for Self(line) in lines {
            if !spans.is_empty() {
                spans.push(Span::Plain(between.to_owned()));
            }
            spans.extend(line);
        }
        Self(spans)
    }

    /// This line and then plain text.
    pub fn then(self, text: impl Into<String>) -> Self {
        self.and(Span::Plain(text.into()))
    }

    /// This line and then another.
    pub fn with(mut self, Self(spans): Self) -> Self {
        self.0.extend(spans);
        self
    }

    /// This line and then a span.
    pub fn and(mut self, span: Span) -> Self {
        self.0.push(span);
        self
    }
}

impl Entry {
    /// An entry without fields.
    pub const fn new(name: String, says: Vec<Line>) -> Self {
        Self { name, says, fields: Vec::new() }
    }

    /// This entry with one more field of one line.
    pub fn with(self, label: &'static str, line: Line) -> Self {
        self.with_all(label, vec![line])
    }

    /// This entry with one more field, sentence by sentence.
    pub fn with_all(self, label: &'static str, says: Vec<Line>) -> Self {
        self.with_items(label, says, Vec::new())
    }

    /// This entry with one more field and a list under it.
    pub fn with_items(mut self, label: &'static str, says: Vec<Line>, items: Vec<Line>) -> Self {
        self.fields.push(Field { label, says, items });
        self
    }
}

impl Block {
    /// A heading that nothing links to.
    pub fn heading(text: impl Into<String>) -> Self {
        Self::Heading(Line::plain(text), None)
    }

    /// A paragraph of plain sentences.
    pub fn text(sentences: &[&str]) -> Self {
        Self::Text(sentences.iter().map(|sentence| Line::plain(*sentence)).collect())
    }
}

/// The id of an entry to link to, from its name.
pub fn anchor(name: &str) -> String {
    name.replace('/', "-")
}
