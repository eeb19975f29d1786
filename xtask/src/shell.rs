//! Running other programs, and saying plainly what went wrong with them.

use std::ffi::OsStr;
use std::io::ErrorKind;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

use anyhow::{Context, Error, Result, anyhow, bail};

use crate::site::Site;

/// Runs a program whose output may be long: it goes to the log.
pub fn show(site: &Site, command: &mut Command) -> Result<()> {
    if let Some(log) = &site.log {
        command.stdout(log.end()?).stderr(log.end()?);
    }
    let status = command.stdin(Stdio::null()).status().map_err(|why| not_started(command, &why))?;
    if !status.success() {
        bail!("`{}` failed ({status})", line(command));
    }
    Ok(())
}

/// Runs a program whose output matters only if it fails, and then in full.
pub fn hush(command: &mut Command) -> Result<()> {
    read(command).map(drop)
}

/// What a program prints to its standard output.
pub fn read(command: &mut Command) -> Result<String> {
    command.stdin(Stdio::null());
    let output = command.output().map_err(|why| not_started(command, &why))?;
    if !output.status.success() {
        bail!("`{}` failed ({}) and said:\n{}", line(command), output.status, said(&output));
    }
    String::from_utf8(output.stdout).with_context(|| format!("`{}` printed something else than text", line(command)))
}

/// Whether a program starts and ends well.
pub fn works(command: &mut Command) -> bool {
    command.stdin(Stdio::null()).output().is_ok_and(|output| output.status.success())
}

/// Where on `PATH` a program of this name is.
pub fn find(name: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path).map(|folder| folder.join(name)).find(|file| file.is_file())
}

/// Says what a step is doing where it takes its time.
pub fn say(what: &str) {
    println!("      {what}");
}

fn not_started(command: &Command, why: &std::io::Error) -> Error {
    let program = command.get_program().display();
    if why.kind() == ErrorKind::NotFound {
        return anyhow!("there is no `{program}` on this machine: install it and run this again");
    }
    anyhow!("`{program}` could not be started: {why}")
}

fn line(command: &Command) -> String {
    let words: Vec<_> =
        std::iter::once(command.get_program()).chain(command.get_args()).map(OsStr::to_string_lossy).collect();
    words.join(" ")
}

fn said(output: &Output) -> String {
    let (out, err) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    format!("{out}{err}").trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problem(outcome: Result<()>) -> String {
        outcome.err().map_or_else(String::new, |problem| problem.to_string())
    }

    fn sh(script: &str) -> Command {
        let mut command = Command::new("sh");
        command.args(["-c", script]);
        command
    }

    #[test]
    fn what_a_failed_program_said_is_told_whole() {
        let problem = problem(hush(&mut sh("echo first; echo second >&2; exit 3")));
        assert!(problem.contains("first\nsecond"), "{problem}");
    }

    #[test]
    fn a_missing_program_is_named() {
        let problem = problem(show(&Site::at("nowhere"), &mut Command::new("no-such-program")));
        assert!(problem.contains("`no-such-program`"), "{problem}");
    }

    #[test]
    fn what_a_program_prints_is_read() {
        assert_eq!(read(&mut sh("printf hello")).ok().as_deref(), Some("hello"));
    }
}
