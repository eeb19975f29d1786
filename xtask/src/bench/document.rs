//! Tables of times, from lines to Markdown.
//!
//! A line `table` has a title and the names of columns; a line `row` has a name, the row that it is held against, or
//! nothing, and a time in nanoseconds for each column, or `>` and the limit that it went beyond, or `=` and a count. Tables of
//! one title are one. A ratio is of the first column.

use std::fmt::Write;

use anyhow::{Context, Result, bail};

struct Table<'l> {
    title: &'l str,
    columns: Vec<&'l str>,
    rows: Vec<Row<'l>>,
}

struct Row<'l> {
    name: &'l str,
    against: &'l str,
    cells: Vec<Cell>,
}

#[derive(Clone, Copy)]
enum Cell {
    Nanoseconds(f64),
    Over(f64),
    Count(f64),
}

/// The tables that the lines hold.
///
/// # Errors
///
/// If a line is neither, or is held against a row that is not there.
pub fn markdown(lines: &str) -> Result<String> {
    let tables = read(lines)?;
    let mut text = String::new();
    for table in &tables {
        let _ = writeln!(text, "| {} | {} | ratio | to |", table.title, table.columns.join(" | "));
        let _ = writeln!(text, "|---|{}--:|---|", "--:|".repeat(table.columns.len()));
        for row in &table.rows {
            let cells: Vec<_> = row.cells.iter().map(|cell| shown(*cell)).collect();
            let ratio = ratio(row, &tables)?;
            let _ = writeln!(text, "| {} | {} | {ratio} | {} |", row.name, cells.join(" | "), row.against);
        }
        text.push('\n');
    }
    Ok(text)
}

fn read(lines: &str) -> Result<Vec<Table<'_>>> {
    let mut tables: Vec<Table<'_>> = Vec::new();
    let mut place = None;
    for line in lines.lines() {
        match *line.split('\t').collect::<Vec<_>>().as_slice() {
            ["table", title, ref columns @ ..] => {
                place = tables.iter().position(|table| table.title == title).or(Some(tables.len()));
                if place == Some(tables.len()) {
                    tables.push(Table { title, columns: columns.to_vec(), rows: Vec::new() });
                }
            }
            ["row", name, against, ref cells @ ..] => {
                let table = place.and_then(|place| tables.get_mut(place)).context("a row comes before any table")?;
                let cells = cells.iter().map(|text| cell(text)).collect::<Result<_>>()?;
                table.rows.push(Row { name, against, cells });
            }
            _ => bail!("`{line}` is neither a table nor a row"),
        }
    }
    Ok(tables)
}

fn cell(text: &str) -> Result<Cell> {
    let number = |text: &str| text.parse().with_context(|| format!("`{text}` is neither a time nor a count"));
    match (text.strip_prefix('>'), text.strip_prefix('=')) {
        (Some(limit), _) => number(limit).map(Cell::Over),
        (_, Some(count)) => number(count).map(Cell::Count),
        _ => number(text).map(Cell::Nanoseconds),
    }
}

/// How many times as long as what it is held against; nothing for what others are held against.
fn ratio(row: &Row<'_>, tables: &[Table<'_>]) -> Result<String> {
    if row.against.is_empty() {
        let is_time = matches!(row.cells.first(), Some(Cell::Nanoseconds(_)));
        return Ok(if is_time { "1".to_owned() } else { String::new() });
    }
    let mut rows = tables.iter().flat_map(|table| &table.rows);
    let base =
        rows.find(|other| other.name == row.against).with_context(|| format!("there is no row `{}`", row.against))?;
    Ok(match (row.cells.first(), base.cells.first()) {
        (Some(Cell::Nanoseconds(time)), Some(Cell::Nanoseconds(base))) => significant(time / base),
        _ => String::new(),
    })
}

fn shown(cell: Cell) -> String {
    match cell {
        Cell::Nanoseconds(time) => in_units(time),
        Cell::Over(limit) => format!("over {}", in_units(limit)),
        Cell::Count(count) => format!("{count:.0}"),
    }
}

fn in_units(nanoseconds: f64) -> String {
    let units = [(1e9, "s"), (1e6, "ms"), (1e3, "µs"), (1.0, "ns")];
    let (unit, name) = units.into_iter().find(|(unit, _)| nanoseconds >= *unit).unwrap_or((1.0, "ns"));
    format!("{} {name}", significant(nanoseconds / unit))
}

/// Two or three digits that mean something.
fn significant(number: f64) -> String {
    match number {
        number if number >= 100.0 => format!("{number:.0}"),
        number if number >= 1.0 => format!("{number:.1}"),
        number => format!("{number:.2}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LINES: &str = "table\tSpeed\tmedian\tworst\nrow\thare\t\t1500\t2500000\ntable\tOther\tonce\nrow\tsnail\thare\t>3000000000\n\
                         table\tSpeed\tmedian\tworst\nrow\ttortoise\thare\t450000\t9.4\n";

    #[test]
    fn tables_of_one_title_are_one_and_ratios_reach_across() {
        let expected = "| Speed | median | worst | ratio | to |\n|---|--:|--:|--:|---|\n| hare | 1.5 µs | 2.5 ms | 1 |  |\n\
                        | tortoise | 450 µs | 9.4 ns | 300 | hare |\n\n\
                        | Other | once | ratio | to |\n|---|--:|--:|---|\n| snail | over 3.0 s |  | hare |\n\n";
        assert_eq!(markdown(LINES).ok().as_deref(), Some(expected));
    }

    #[test]
    fn a_count_has_no_unit_and_no_ratio() {
        let text = markdown("table\tSent\trequests\tbytes\nrow\tpage\t\t=1\t=77500\n").unwrap_or_default();
        assert!(text.ends_with("| page | 1 | 77500 |  |  |\n\n"), "{text}");
    }

    #[test]
    fn what_is_no_line_of_a_table_is_refused() {
        for lines in ["row\ta\t\t1", "table\tT\tm\nrow\ta\tnobody\t1", "table\tT\tm\nrow\ta\t\tsoon", "done"] {
            assert!(markdown(lines).is_err(), "{lines}");
        }
    }
}
