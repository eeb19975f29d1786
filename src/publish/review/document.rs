//! A document as blocks, so that Markdown and HTML are two prints of one thing.

/// A document: its name, what stands under it, and its parts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// What it is called.
    pub title: String,
    /// Who wrote the file, and how to write it again, as a remark at the head of the Markdown.
    pub written: &'static str,
    /// What stands at the foot of every sheet.
    pub foot: String,
    /// What comes before the list of parts.
    pub opening: Vec<Block>,
    /// The parts, numbered as they come.
    pub parts: Vec<Part>,
}

/// A part of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// What it is about.
    pub heading: &'static str,
    /// What it says.
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

/// A thing with a permanent name, what it says, and what is to be known of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its name, for people to quote.
    pub name: String,
    /// What it says.
    pub says: Vec<Line>,
    /// What is to be known of it.
    pub fields: Vec<Field>,
}

/// One thing to be known of an entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// What it is.
    pub label: &'static str,
    /// The thing itself, sentence by sentence.
    pub says: Vec<Line>,
    /// What belongs under it.
    pub items: Vec<Line>,
}

/// Rows of cells under headings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// How its columns share the width.
    pub layout: Layout,
    /// One heading a column.
    pub head: Vec<String>,
    /// The rows.
    pub rows: Vec<Vec<Line>>,
}

/// How the columns of a table share the width.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    /// As their contents need.
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

    /// Lines as one, with something between them.
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
    /// An entry of which nothing more is known yet.
    pub const fn new(name: String, says: Vec<Line>) -> Self {
        Self { name, says, fields: Vec::new() }
    }

    /// This entry with one thing more to be known.
    pub fn with(self, label: &'static str, line: Line) -> Self {
        self.with_all(label, vec![line])
    }

    /// This entry with one thing more to be known, sentence by sentence.
    pub fn with_all(self, label: &'static str, says: Vec<Line>) -> Self {
        self.with_items(label, says, Vec::new())
    }

    /// This entry with one thing more to be known, and what belongs under it.
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

/// The name of a place to link to, from the name of an entry.
pub fn anchor(name: &str) -> String {
    name.replace('/', "-")
}
