//! What was asked for on the command line.

use anyhow::{Result, bail};
use lexopt::prelude::{Long, Short, Value, ValueExt};

const USUAL_PORT: u16 = 8017;

/// One of the task runner's commands.
#[derive(Debug, PartialEq)]
pub enum Command {
    Help,
    Build,
    Serve { port: u16 },
    Test { quick: bool },
    Pictures,
    Bench,
    Package,
    Audit,
}

/// Reads the command, refusing what it does not know.
pub fn parse(mut words: lexopt::Parser) -> Result<Command> {
    let mut name = None;
    let mut port = None;
    let mut quick = false;
    while let Some(word) = words.next()? {
        match word {
            Long("help") | Short('h') => return Ok(Command::Help),
            Long("port") => port = Some(words.value()?.parse()?),
            Long("quick") => quick = true,
            Value(value) if name.is_none() => name = Some(value.string()?),
            Long(_) | Short(_) | Value(_) => return Err(word.unexpected().into()),
        }
    }
    named(name.as_deref(), port, quick)
}

fn named(name: Option<&str>, port: Option<u16>, quick: bool) -> Result<Command> {
    match (name, port) {
        (Some("test"), None) => Ok(Command::Test { quick }),
        _ if quick => bail!("`--quick` belongs to `test`"),
        (Some("serve"), port) => Ok(Command::Serve { port: port.unwrap_or(USUAL_PORT) }),
        (_, Some(_)) => bail!("`--port` belongs to `serve`"),
        (None | Some("help"), _) => Ok(Command::Help),
        (Some("build"), _) => Ok(Command::Build),
        (Some("pictures"), _) => Ok(Command::Pictures),
        (Some("package"), _) => Ok(Command::Package),
        (Some("bench"), _) => Ok(Command::Bench),
        (Some("audit"), _) => Ok(Command::Audit),
        (Some(other), _) => bail!("there is no command `{other}`; `cargo xtask help` lists them"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(words: &[&str]) -> Option<Command> {
        parse(lexopt::Parser::from_args(words)).ok()
    }

    #[test]
    fn serve_has_a_usual_port() {
        assert_eq!(read(&["serve"]), Some(Command::Serve { port: USUAL_PORT }));
        assert_eq!(read(&["serve", "--port", "9000"]), Some(Command::Serve { port: 9000 }));
    }

    #[test]
    fn the_tests_are_all_unless_quick_ones_are_asked_for() {
        assert_eq!(read(&["test"]), Some(Command::Test { quick: false }));
        assert_eq!(read(&["test", "--quick"]), Some(Command::Test { quick: true }));
    }

    #[test]
    fn nothing_asked_is_a_request_for_help() {
        assert_eq!(read(&[]), Some(Command::Help));
        assert_eq!(read(&["test", "--help"]), Some(Command::Help));
    }

    #[test]
    fn what_is_not_known_is_refused() {
        for words in [
            &["deploy"][..],
            &["build", "twice"],
            &["build", "--port", "1"],
            &["build", "--quick"],
            &["serve", "--port", "x"],
            &["test", "--quick", "--port", "1"],
        ] {
            assert_eq!(read(words), None, "{words:?}");
        }
    }
}
