//! The guide on the command line.

mod arguments;
mod complaints;
mod documents;
mod incidents;
mod policies;
mod terminal;

use std::process::ExitCode;

use arguments::{Arguments, Command, Described};
use clap::Parser;
use sgii_guide::edition::POLICY;
use sgii_guide::proof::parity;
use sgii_guide::publish::contacts;
use sgii_guide::schema;
use terminal::{complain, print};

/// The exit code of a program that was called wrongly.
const WRONG_USAGE: u8 = 2;

fn main() -> ExitCode {
    let done = match Arguments::try_parse() {
        Ok(arguments) => run(arguments.command),
        Err(help) if !help.use_stderr() => print([help.to_string().trim_end()]),
        Err(wrong) => {
            complain(wrong.to_string().trim_end());
            return WRONG_USAGE.into();
        }
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(complaint) => {
            complain(&complaint);
            ExitCode::FAILURE
        }
    }
}

/// Carries out a command, and prints what comes of it.
fn run(command: Command) -> Result<(), String> {
    let result = match command {
        Command::Classify => incidents::classify(),
        Command::Explain { format } => incidents::explain(format),
        Command::Questions { format } => Ok(incidents::questions(format)),
        Command::Schema { of: Described::Incident } => Ok(terminal::pretty(&schema::incident(&POLICY))),
        Command::Schema { of: Described::Decision } => Ok(terminal::pretty(&schema::decision())),
        Command::Code => incidents::code(),
        Command::Reopen { code } => incidents::reopen(&code.join(" ")),
        Command::Sample { count } => return print(parity::incidents(&POLICY, count)),
        Command::Digest { count } => Ok(parity::digest(&POLICY, count)),
        Command::Cases { folder } => return print(incidents::worked(&folder)?),
        Command::Review { cases } => documents::write_review(&cases),
        Command::Check { folder } => policies::check(&folder),
        Command::Language { folder: Some(folder), .. } => policies::language(&folder),
        Command::Language { folder: None, template } => policies::template(&template.unwrap_or_default()),
        Command::Diff { old, new, format } => policies::diff(&old, &new, format),
        Command::Contacts { guide, contacts, out } => {
            let out = out.unwrap_or_else(|| contacts::beside(&guide));
            contacts::install(&guide, &contacts, &out)
        }
    };
    print([result?])
}
