//! The commands and their arguments.

use std::path::PathBuf;

use clap::{Parser, Subcommand, ValueEnum};
use sgii_guide::case;

/// The exit codes, for the help.
const EXIT_CODES: &str = "\
Exit codes:
  0  everything was done and written
  1  what was read is refused, or something could not be read or written
  2  the program was called wrongly";

/// What a school should do, and why, when a nude or semi-nude image of a child may be going round.
#[derive(Parser)]
#[command(version, bin_name = "sgii", after_help = EXIT_CODES)]
pub struct Arguments {
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Subcommand)]
pub enum Command {
    /// Read an incident as JSON from standard input and print the decision as JSON
    Classify,
    /// Read an incident as JSON from standard input and print the decision in words
    Explain {
        #[arg(long, default_value = "text")]
        format: Format,
    },
    /// List the questions
    Questions {
        #[arg(long, default_value = "text")]
        format: Format,
    },
    /// Print the JSON Schema of an incident or of a decision
    Schema { of: Described },
    /// Read an incident as JSON from standard input and print its case code
    Code,
    /// Print the incident of a case code as JSON, with warnings where the guide has changed since
    Reopen {
        /// The code; spaces and hyphens do not matter
        #[arg(required = true)]
        code: Vec<String>,
    },
    /// Print incidents drawn at random, always the same ones, a line of JSON each
    Sample {
        /// How many
        count: usize,
    },
    /// Print one SHA-256 over the decisions on these incidents, without words
    Digest {
        /// How many
        count: usize,
    },
    /// Write the review pack: `docs/generated/review.md` and `dist/review.html`
    Review {
        /// The folder of the worked cases
        #[arg(default_value = case::FOLDER)]
        cases: PathBuf,
    },
    /// Print the incidents of the worked cases, a line of JSON each
    Cases {
        /// The folder of the worked cases
        #[arg(default_value = case::FOLDER)]
        folder: PathBuf,
    },
    /// Check a policy folder: print every problem it has, or prove every sentence that it must satisfy
    Check {
        /// The folder of the policy's files
        #[arg(default_value = "policy")]
        folder: PathBuf,
    },
    /// Check the policy's words in another language: print what is missing or misfits, and what is out of review
    Language {
        /// The folder of the language's files, with the language's tag for a name
        #[arg(required_unless_present = "template")]
        folder: Option<PathBuf>,
        /// Instead, print the file to fill in for a language, each text under the English one
        #[arg(long, value_name = "TAG", conflicts_with = "folder")]
        template: Option<String>,
    },
    /// Say what differs between the results of two policies, and whether their rules or words do
    Diff {
        /// The policy before: a folder, or a git revision whose `policy/` is meant
        old: String,
        /// The policy now: a folder, or a git revision
        new: String,
        #[arg(long, default_value = "text")]
        format: Format,
    },
    /// Put a school's own contacts into the sealed page, and print its new SHA-256 beside that of the empty one
    Contacts {
        /// The sealed page, empty or filled before; or the folder of both pages and their worker, as it is hosted
        guide: PathBuf,
        /// The contacts, as in `www/contacts.example.json`; `{}` empties the page again
        contacts: PathBuf,
        /// The page to write; otherwise `guide-local.html` beside `guide.html`, and `dist-local` beside the folder
        /// `dist`
        out: Option<PathBuf>,
    },
}

/// The form in which a result is printed.
#[derive(Clone, Copy, ValueEnum)]
pub enum Format {
    /// For people
    Text,
    /// For programs
    Json,
    /// For a spreadsheet, a row for each thing
    Csv,
}

/// What a JSON Schema describes.
#[derive(Clone, Copy, ValueEnum)]
pub enum Described {
    /// What is read
    Incident,
    /// What comes of it
    Decision,
}
