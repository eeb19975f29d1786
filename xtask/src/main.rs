//! The task runner: `cargo xtask serve`, `build`, `test`, and what is run now and then.
//!
//! Each command is a list of steps ([`plan::Step`]), and each list begins with its own set-up ([`setup`]), so that a
//! machine with Rust and Node and nothing else can run any of them, unattended, as often as it likes. [`build`] makes
//! the sealed page, [`server`] shows it, [`checks`] tests it. Nothing here ships.

#![forbid(unsafe_code)]
#![warn(clippy::pedantic)]

mod audit;
mod bench;
mod build;
mod checks;
mod command;
mod library;
mod package;
mod page;
mod pictures;
mod plan;
mod release;
mod server;
mod setup;
mod shell;
mod site;
mod stamp;
mod validators;

use std::process::ExitCode;

use anyhow::Result;
use command::Command;
use site::Site;

const USAGE: &str = "\
Usage: cargo xtask <command>

  serve [--port N]   build the guide and serve it on 127.0.0.1 (port 8017 unless told otherwise)
  build              leave the guide in dist/ and print its sizes against the budgets
  test               set up and run every test
  package            make the npm package and try it, and leave everything that is released in target/response-guide/
  bench              time everything and print the results beside named baselines
  audit              what takes hours: Lighthouse, a second build, a long fuzz, mutation of the source, the page
                     from Debian's Rust
  pictures           take the pictures of the page in www/pictures/

Each command does its own set-up.";

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
    let mut site = Site::here()?;
    match command::parse(lexopt::Parser::from_env())? {
        Command::Help => {
            println!("{USAGE}");
            Ok(())
        }
        Command::Build => plan::carry_out(&[setup::FOR_BUILD, build::MAKE, build::MEASURE], &mut site),
        Command::Serve { port } => {
            plan::carry_out(&[setup::FOR_BUILD, build::MAKE], &mut site)?;
            server::serve(&site.dist(), port)
        }
        Command::Pictures => plan::carry_out(&[setup::FOR_TEST, build::MAKE, pictures::TAKE], &mut site),
        Command::Package => {
            plan::carry_out(&[setup::FOR_PACKAGE, package::MAKE, package::TRY, build::MAKE, release::MAKE], &mut site)
        }
        Command::Bench => plan::carry_out(&[setup::FOR_BENCH, build::MAKE, bench::RUN], &mut site),
        Command::Audit => plan::carry_out(
            &[
                setup::FOR_TEST,
                build::MAKE,
                audit::PAGES,
                validators::SCREENS,
                audit::SOURCE,
                setup::DEBIAN_TARGET,
                build::MAKE,
                checks::PAGE_BUILT,
            ],
            &mut site,
        ),
        Command::Test => plan::carry_out(
            &[
                setup::FOR_TEST,
                library::FILES,
                validators::SOURCE,
                checks::SOURCE,
                build::MAKE,
                build::MEASURE,
                validators::PAGES,
                checks::PAGE_BUILT,
            ],
            &mut site,
        ),
    }
}
