//! Worked cases as a reader needs them: the story, and what people expect the guide to say.

use std::path::Path;

use serde::Deserialize;

use super::document::{Block, Entry, Line, Part, Span};
use super::resting::Kind;
use super::speech::value;
use crate::edition::POLICY;
use crate::files;
use crate::policy::vocabulary::{Axis, Nation, OnAxis, Recording, Response, Typology, Word};

/// A worked case. What it says beyond this is for the tests.
#[derive(Clone, Debug, Deserialize)]
pub struct Case {
    #[serde(skip)]
    name: String,
    title: String,
    story: String,
    nation: String,
    expect: Expected,
}

#[derive(Clone, Debug, Deserialize)]
struct Expected {
    from: Vec<String>,
    response: Bounds,
    recording: Option<Finding>,
    typology: Option<Finding>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
struct Bounds {
    at_least: Option<String>,
    at_most: Option<String>,
    decided_by: Vec<String>,
}

#[derive(Clone, Debug, Deserialize)]
struct Finding {
    possible: Vec<String>,
}

impl Case {
    /// The cases in a folder, in the order of their names.
    ///
    /// # Errors
    ///
    /// When the folder or a file cannot be read, or a file is no case; the complaint names it.
    pub fn folder(path: &Path) -> Result<Vec<Self>, String> {
        let files = files::toml(path).map_err(|error| error.to_string())?;
        files.iter().map(|(path, text)| Self::file(path, text)).collect()
    }

    fn file(path: &Path, text: &str) -> Result<Self, String> {
        let case: Self = toml::from_str(text).map_err(|error| format!("{}: {error}", path.display()))?;
        Ok(Self { name: path.file_stem().unwrap_or_default().to_string_lossy().into_owned(), ..case })
    }

    fn entry(&self) -> Block {
        let title = Line::plain(format!("{}.", self.title));
        let entry = Entry::new(format!("case/{}", self.name), vec![title])
            .with_all("Story", self.story.lines().map(Line::plain).collect())
            .with("Response", self.expect.response.line());
        let recording = self.expect.recording.as_ref().map(|found| found.line::<Recording>());
        let typology = self.expect.typology.as_ref().map(|found| found.line::<Typology>());
        let from = self.expect.from.iter().map(|from| Line::plain(format!("{from}."))).collect();
        let entry = entry.with("Police recording", recording.unwrap_or_else(|| Line::plain("not shown.")));
        let entry = entry.with("Kind of incident", typology.unwrap_or_else(|| Line::plain("not shown.")));
        Block::Entry(entry.with_all("Expected because", from))
    }
}

impl Bounds {
    fn line(&self) -> Line {
        let name = |id: &String| named::<Response>(id);
        let bounds = match (&self.at_least, &self.at_most) {
            (Some(least), Some(most)) if least == most => name(least),
            (Some(least), Some(most)) => Line::plain("at least ").with(name(least)).then(", at most ").with(name(most)),
            (None, Some(most)) => Line::plain("not settled, at most ").with(name(most)),
            (_, None) => Line::plain("none; another route is named"),
        };
        let rule = |id: &String| Line(vec![Span::Link(Kind::Rule(Axis::Response).name(id))]);
        let rules = Line::joined(self.decided_by.iter().map(rule), ", ");
        if self.decided_by.is_empty() { bounds.then(".") } else { bounds.then(", decided by ").with(rules).then(".") }
    }
}

impl Finding {
    fn line<V: OnAxis>(&self) -> Line {
        Line::joined(self.possible.iter().map(|id| named::<V>(id)), " or ").then(".")
    }
}

/// A value by its name; by its identifier where there is no such value.
fn named<V: OnAxis>(id: &str) -> Line {
    id.parse::<V>().map_or_else(|_| Line::plain(id), |found| value(found.value()))
}

/// The cases, nation by nation; nothing where there are none.
pub(super) fn part(cases: &[Case]) -> Option<Part> {
    let intro = Block::text(&[
        "Each is a short story with what people expect the guide to say. The program is checked against every one.",
        "“Or” means that it is not settled: each of these is possible with what is known in the story.",
        "If you would expect something else, mark it: either the case is wrong or the guide is.",
    ]);
    let nations = Nation::ALL.iter().flat_map(|nation| told_in(*nation, cases));
    let blocks = std::iter::once(intro).chain(nations).collect();
    (!cases.is_empty()).then_some(Part { heading: "Worked cases", blocks })
}

fn told_in(nation: Nation, cases: &[Case]) -> Vec<Block> {
    let entries: Vec<Block> = cases.iter().filter(|case| case.nation == nation.id()).map(Case::entry).collect();
    let name = POLICY.wording.nations.get(usize::from(nation.index())).filter(|_| !entries.is_empty());
    name.map(|name| Block::heading(name.words.name.to_string())).into_iter().chain(entries).collect()
}
