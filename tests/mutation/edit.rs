//! A policy taken apart, and one change to it.

use sgii_guide::policy::compile::File;
use toml::{Table, Value};

/// A policy, file by file, as its author wrote it and taken apart.
pub struct Source {
    files: Vec<File>,
    tables: Vec<Value>,
}

/// A step on the way to a value inside a file.
#[derive(Clone, Debug)]
pub enum Key {
    /// To a field of a table.
    Field(String),
    /// To an item of a list.
    Item(usize),
}

/// One change to a policy.
#[derive(Clone, Debug)]
pub struct Edit {
    /// Which file.
    pub file: usize,
    /// What is changed there.
    pub at: Vec<Key>,
    /// What stands there instead; nothing where it is taken away.
    pub to: Option<Value>,
}

impl Source {
    /// Takes a policy apart.
    pub fn read(files: Vec<File>) -> Self {
        let taken_apart = |file: &File| Value::Table(file.text.parse::<Table>().expect("the policy is TOML"));
        let tables = files.iter().map(taken_apart).collect();
        Self { files, tables }
    }

    /// The files taken apart, in order.
    pub fn tables(&self) -> &[Value] {
        &self.tables
    }

    /// The files with one of them changed, and written out again.
    pub fn with(&self, edit: &Edit) -> Vec<File> {
        let mut table = self.tables[edit.file].clone();
        edit.apply(&mut table);
        let mut files = self.files.clone();
        files[edit.file].text = written(&table);
        files
    }

    /// The files unchanged, but written out again.
    pub fn written_again(&self) -> Vec<File> {
        let again = self.files.iter().zip(&self.tables);
        again.map(|(file, table)| File { name: file.name.clone(), text: written(table) }).collect()
    }
}

fn written(table: &Value) -> String {
    toml::to_string(table).expect("what was read can be written")
}

impl Edit {
    fn apply(&self, table: &mut Value) {
        let (last, way) = self.at.split_last().expect("a change is somewhere");
        let inner = way.iter().fold(table, |inner, key| match key {
            Key::Field(field) => inner.get_mut(field.as_str()).expect("a field"),
            Key::Item(place) => inner.get_mut(*place).expect("an item"),
        });
        match (inner, last, &self.to) {
            (Value::Table(fields), Key::Field(field), Some(value)) => drop(fields.insert(field.clone(), value.clone())),
            (Value::Table(fields), Key::Field(field), None) => drop(fields.remove(field).expect("a field")),
            (Value::Array(items), Key::Item(place), Some(value)) => items[*place] = value.clone(),
            (Value::Array(items), Key::Item(place), None) => drop(items.remove(*place)),
            (inner, last, _) => panic!("there is no {last:?} in {inner}"),
        }
    }
}
