//! The names that cells and citations refer to: groups, questions and sources.

use toml::de::DeTable;

use super::super::cube::{Cube, MOST_QUESTIONS, Question};
use super::super::logic::{Cite, Said};
use super::super::set::Set;
use super::super::table::{List, Text};
use super::super::vocabulary::Answer;
use super::record::{Record, Value};

#[derive(Default)]
pub(super) struct Names {
    pub groups: Vec<String>,
    pub questions: Vec<String>,
    /// Each source with the edition in the register.
    pub sources: Vec<(String, String)>,
}

/// Which answers a cell may accept.
#[derive(Clone, Copy)]
pub(super) enum Cells {
    /// Yes, no and unsure.
    Answers,
    /// Yes and no, the only answers in a world.
    Certain,
    /// Yes, no, unsure and unanswered.
    Said,
}

impl Names {
    pub fn group(&self, id: &str) -> Option<u8> {
        self.groups.iter().position(|group| group == id).and_then(|place| place.try_into().ok())
    }

    pub fn question(&self, id: &str) -> Option<Question> {
        let place = self.questions.iter().position(|question| question == id)?;
        (place < MOST_QUESTIONS).then(|| Question::at(place))
    }

    /// The identifier of a question.
    pub fn asked(&self, question: Question) -> &str {
        self.questions.get(question.place()).map_or("?", String::as_str)
    }

    /// A field of a record that names a question.
    pub fn question_in(&self, record: &Record<'_>, key: &'static str) -> Option<Question> {
        let id = record.text(key);
        let question = self.question(&id);
        if question.is_none() && !id.trim().is_empty() {
            record.complain_about(key, format!("names `{}`, which is not a question", &*id));
        }
        question
    }

    /// A row of cells.
    pub fn row(&self, record: &Record<'_>, table: &DeTable<'_>, cells: Cells) -> Said {
        let mut row = Said::of_answers(Cube::ALL);
        for (key, value) in table {
            match self.question(key.get_ref()) {
                Some(question) => row = self.cell(record, row, question, value, cells),
                None => record
                    .complain_at(key.span().start, format!("asks about `{}`, which is not a question", key.get_ref())),
            }
        }
        row
    }

    fn cell(&self, record: &Record<'_>, row: Said, question: Question, value: Value<'_>, cells: Cells) -> Said {
        let mut accepted = Set::NONE;
        let mut unanswered = false;
        let asked = self.asked(question);
        let Some(items) = value.get_ref().as_array() else {
            record
                .complain_at(value.span().start, format!("has no list of answers for `{asked}`, such as `[\"yes\"]`"));
            return row;
        };
        for item in items.iter() {
            match (item.get_ref().as_str().unwrap_or("?"), cells) {
                ("yes", _) => accepted = accepted.union(Set::only(Answer::Yes)),
                ("no", _) => accepted = accepted.union(Set::only(Answer::No)),
                ("unsure", Cells::Answers | Cells::Said) => accepted = accepted.union(Set::only(Answer::Unsure)),
                ("unanswered", Cells::Said) => unanswered = true,
                (other, _) => {
                    let expected = cells.expected();
                    let complaint = format!("accepts `{other}` for `{asked}`, expected one of {expected}");
                    record.complain_at(item.span().start, complaint);
                }
            }
        }
        if items.is_empty() {
            record.complain_at(value.span().start, format!("accepts no answer for `{asked}`"));
        }
        if accepted == cells.every_answer() && (unanswered || !matches!(cells, Cells::Said)) {
            record
                .complain_at(value.span().start, format!("accepts every answer for `{asked}`, so it need not name it"));
        }
        let silent = if unanswered { row.unanswered } else { row.unanswered.without(question.into()) };
        Said { cube: row.cube.with(question, accepted), unanswered: silent }
    }

    /// The citations of a record; it must have one.
    pub fn cites(&self, record: &Record<'_>) -> List<Cite> {
        record.texts("cite").iter().filter_map(|text| self.cite(record, text)).collect()
    }

    fn cite(&self, record: &Record<'_>, text: &str) -> Option<Cite> {
        let (stamp, section) = text.split_once(": ").unwrap_or((text, ""));
        let (id, edition) = stamp.split_once('@').unwrap_or((stamp, ""));
        let Some(place) = self.sources.iter().position(|(source, _)| source == id) else {
            record.complain_about("cite", format!("cites `{id}`, which is not in the source register"));
            return None;
        };
        let current = self.sources.get(place).map_or("", |(_, edition)| edition);
        if edition != current {
            let checked = if edition.is_empty() { "no edition".to_owned() } else { format!("edition `{edition}`") };
            let complaint = format!("cites `{id}` as checked against {checked}, and the register has `{current}`");
            record.complain_about("cite", complaint);
        }
        Some(Cite { source: place.try_into().ok()?, section: Text::from(section.to_owned()) })
    }
}

impl Cells {
    fn every_answer(self) -> Set<Answer> {
        let every = if matches!(self, Self::Certain) { Cube::CERTAIN } else { Cube::ALL };
        every.at(Question::at(0))
    }

    const fn expected(self) -> &'static str {
        match self {
            Self::Answers => "`yes`, `no`, `unsure`",
            Self::Certain => "`yes`, `no`",
            Self::Said => "`yes`, `no`, `unsure`, `unanswered`",
        }
    }
}
