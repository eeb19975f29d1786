//! The rows without which there is no typology, as written: the tables hold them only worked into rows.

use toml::{Table, Value};

use crate::policy::compile::File;
use crate::policy::cube::Cube;
use crate::policy::logic::Logic;
use crate::policy::vocabulary::{Answer, Word};

/// The rows under `[typology-needs]` in a policy's files.
pub fn needs(files: &[File], logic: &Logic) -> Vec<Cube> {
    let tables = files.iter().filter_map(|file| file.text.parse::<Table>().ok());
    let rows = tables.filter_map(|table| table.get("typology-needs")?.get("rows")?.as_array().cloned());
    rows.flatten().filter_map(|row| Some(cube(row.as_table()?, logic))).collect()
}

fn cube(row: &Table, logic: &Logic) -> Cube {
    row.iter().fold(Cube::ALL, |cube, (question, accepted)| {
        logic.question(question).map_or(cube, |question| cube.with(question, answers(accepted)))
    })
}

fn answers(accepted: &Value) -> u8 {
    let words = accepted.as_array().into_iter().flatten().filter_map(Value::as_str);
    words.filter_map(|word| word.parse::<Answer>().ok()).fold(0, |set, answer| set | answer.bit())
}
