//! The page's template: HTML in which `<!--name-->` alone in a comment is a place to fill.

use std::fmt::Write as _;

use anyhow::{Result, bail};

/// What goes where: a placeholder's name and its text.
pub type Filling<'a> = (&'a str, String);

/// Fills every place once, and drops the template's own comments.
///
/// # Errors
///
/// If the template lacks a place, has one twice, or has one that nothing fills; all such are named.
pub fn fill(template: &str, fillings: &[Filling]) -> Result<String> {
    let mut page = String::new();
    let mut problems = String::new();
    let mut filled = vec![];
    let mut rest = template;
    while let Some((before, comment, after)) = next_comment(rest) {
        page.push_str(before);
        match fillings.iter().find(|(name, _)| *name == comment) {
            Some((name, text)) => {
                page.push_str(text);
                filled.push(*name);
            }
            None if is_name(comment) => complain(&mut problems, comment, "nothing fills it"),
            None => {}
        }
        rest = after;
    }
    page.push_str(rest);
    count(fillings, &filled, &mut problems);
    if !problems.is_empty() {
        bail!("www/index.html does not fit its build:{problems}");
    }
    Ok(page)
}

fn next_comment(text: &str) -> Option<(&str, &str, &str)> {
    let (before, rest) = text.split_once("<!--")?;
    let (comment, after) = rest.split_once("-->")?;
    Some((before, comment, after))
}

fn is_name(comment: &str) -> bool {
    !comment.is_empty() && comment.chars().all(|letter| letter.is_ascii_lowercase() || letter == '-')
}

fn count(fillings: &[Filling], filled: &[&str], problems: &mut String) {
    for (name, _) in fillings {
        match filled.iter().filter(|other| *other == name).count() {
            0 => complain(problems, name, "missing from the template"),
            1 => {}
            _ => complain(problems, name, "there more than once"),
        }
    }
}

fn complain(problems: &mut String, name: &str, what: &str) {
    let _ = write!(problems, "\n  `<!--{name}-->`: {what}");
}

#[cfg(test)]
mod tests {
    use super::*;

    fn filled(template: &str) -> Result<String> {
        fill(template, &[("style", "<style>".into()), ("core", "<!--style-->".into())])
    }

    #[test]
    fn each_place_is_filled_and_the_rest_kept() {
        assert_eq!(filled("a<!--style-->b<!--core-->c").ok().as_deref(), Some("a<style>b<!--style-->c"));
    }

    #[test]
    fn what_a_filling_holds_is_no_place() {
        assert_eq!(filled("<!--core--><!--style-->").ok().as_deref(), Some("<!--style--><style>"));
    }

    #[test]
    fn the_templates_own_comments_are_dropped() {
        assert_eq!(filled("<!-- note --><!--style--><!--core-->").ok().as_deref(), Some("<style><!--style-->"));
    }

    #[test]
    fn every_misfit_is_named() {
        let problem =
            filled("<!--style--><!--style--><!--sript-->").err().map_or_else(String::new, |it| it.to_string());
        for expected in [
            "`<!--sript-->`: nothing fills it",
            "`<!--style-->`: there more than once",
            "`<!--core-->`: missing from the template",
        ] {
            assert!(problem.contains(expected), "{problem}");
        }
    }
}
