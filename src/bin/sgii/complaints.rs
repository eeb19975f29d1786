//! Prints the problems of a policy for a terminal, each with its line of the file.

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use sgii_guide::policy::compile::{File, Problem};
use sgii_guide::visible::on_one_line;

/// The problems as a text, each with the line of the file that it is about.
pub fn with_lines(problems: &[Problem], files: &[File]) -> String {
    problems.iter().map(|problem| with_line(problem, files)).collect::<Vec<_>>().join("\n\n")
}

/// A problem with its line, or alone if it is in no file or beyond the end of one.
fn with_line(problem: &Problem, files: &[File]) -> String {
    let file = files.iter().find(|file| file.name == problem.file);
    let line = file.and_then(|file| file.text.lines().nth(problem.line - 1));
    line.map_or_else(|| problem.to_string(), |line| format!("{problem}\n{}", drawn(problem, line)))
}

/// A line with a mark under it, from the column of the problem to the end.
fn drawn(problem: &Problem, line: &str) -> String {
    let before: String = line.chars().take(problem.column - 1).collect();
    let (start, line) = (on_one_line(&before).len(), on_one_line(line));
    let mark = AnnotationKind::Primary.span(start..line.trim_end().len().max(start));
    let snippet = Snippet::source(&*line).line_start(problem.line).annotation(mark);
    Renderer::plain().render(&[Group::with_level(Level::ERROR).element(snippet)])
}
