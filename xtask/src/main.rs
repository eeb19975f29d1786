//! The task runner: `cargo xtask serve`, `build`, `test`, and what is run now and then.
//!
//! Each command is a list of steps ([`plan::Step`]), and each list begins with its own set-up ([`setup`]), so that a
//! machine with Rust and Node and nothing else can run any of them, unattended, as often as it likes. Each step says what
//! it needs and how much of the machine it takes ([`schedule`]); steps that share nothing run side by side. [`build`] makes
//! the sealed page, [`server`] shows it, [`checks`] tests it. Nothing here ships.

#![forbid(unsafe_code)]
#![warn(clippy::pedantic)]

mod audit;
mod bench;
mod build;
mod checks;
mod command;
mod library;
mod log;
mod package;
mod page;
mod pictures;
mod plan;
mod release;
mod schedule;
mod server;
mod setup;
mod shell;
mod site;
mod stamp;
mod table;
mod validators;

use std::process::ExitCode;

use anyhow::Result;
use command::Command;
use plan::Step;
use site::Site;

const USAGE: &str = "\
Usage: cargo xtask <command>

  serve [--port N]   build the guide and serve it on 127.0.0.1 (port 8017 unless told otherwise)
  build              leave the guide in dist/ and print its sizes against the budgets
  test [--quick]     set up and run every test, or only those that are over within a minute
  package            make the npm package and try it, and leave everything that is released in target/response-guide/
  bench              time everything and print the results beside named baselines
  audit              what takes hours: Lighthouse, a second build, a long fuzz, mutation of the source, the page
                     from Debian's Rust
  pictures           take the pictures of the page in www/pictures/

Each command does its own set-up. What its steps print is kept in target/steps/.";

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("\nerror: {problem:#}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<()> {
    let site = Site::here()?;
    let command = command::parse(lexopt::Parser::from_env())?;
    for parts in runs(&command) {
        plan::carry_out(&parts, &site)?;
    }
    match command {
        Command::Help => println!("{USAGE}"),
        Command::Serve { port } => server::serve(&site.dist(), port)?,
        Command::Build
        | Command::Test { .. }
        | Command::Pictures
        | Command::Bench
        | Command::Package
        | Command::Audit => {}
    }
    Ok(())
}

/// The steps of a command, in runs that follow one another.
fn runs(command: &Command) -> Vec<Vec<&'static [Step]>> {
    use setup::{FOR_BENCH, FOR_BUILD, FOR_BUILD_BY_DEBIAN, FOR_PACKAGE, FOR_QUICK_TEST, FOR_TEST};
    match command {
        Command::Help => vec![],
        Command::Serve { .. } => vec![vec![FOR_BUILD, build::MAKE]],
        Command::Build => vec![vec![FOR_BUILD, build::MAKE, build::MEASURE]],
        Command::Pictures => vec![vec![FOR_BUILD, FOR_TEST, build::MAKE, pictures::TAKE]],
        Command::Bench => vec![vec![FOR_BUILD, FOR_BENCH, build::MAKE, bench::RUN]],
        Command::Package => {
            vec![vec![FOR_BUILD, FOR_PACKAGE, package::MAKE, package::TRY, build::MAKE, release::MAKE]]
        }
        Command::Test { quick: true } => vec![vec![FOR_BUILD, FOR_QUICK_TEST, build::BIND, checks::QUICK]],
        Command::Test { quick: false } => vec![vec![
            FOR_BUILD,
            FOR_TEST,
            library::FILES,
            validators::SOURCE,
            checks::SOURCE,
            build::MAKE,
            build::MEASURE,
            validators::PAGES,
            checks::PAGE_BUILT,
        ]],
        // The second run makes the page once more, by the Rust of Debian.
        Command::Audit => vec![
            vec![FOR_BUILD, FOR_TEST, build::MAKE, &[checks::RUST], audit::PAGES, validators::SCREENS, audit::SOURCE],
            vec![FOR_BUILD_BY_DEBIAN, FOR_TEST, &[checks::RUST], build::MAKE, checks::PAGE_BUILT],
        ],
    }
}

#[cfg(test)]
mod tests {
    use anyhow::Context;

    use super::*;
    use crate::schedule::Schedule;

    #[test]
    fn every_step_needs_earlier_steps_of_the_same_run() -> Result<()> {
        let (serve, tests) = (Command::Serve { port: 1 }, [true, false].map(|quick| Command::Test { quick }));
        let others = [Command::Build, Command::Pictures, Command::Bench, Command::Package, Command::Audit];
        for command in tests.iter().chain(&others).chain([&serve]) {
            for parts in runs(command) {
                Schedule::new(&parts.concat(), 2).with_context(|| format!("{command:?}"))?;
            }
        }
        Ok(())
    }
}
