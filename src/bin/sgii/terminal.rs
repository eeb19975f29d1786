//! Standard input and output. Everything that the program prints goes through here and is made visible.

use std::io::{self, BufWriter, ErrorKind, Read, Write};

use serde::Serialize;
use sgii_guide::text::decoded;
use sgii_guide::visible::visible;

/// How long an incident may be, in bytes. One with every question answered takes a thirtieth of it.
const LONGEST: usize = 1 << 16;

/// Prints results as they come, each on lines of its own. A reader that stops early, such as `head`, is no error.
pub fn print<T: AsRef<str>>(results: impl IntoIterator<Item = T>) -> Result<(), String> {
    if streams::output_was_closed() {
        return Err("standard output: closed, so nothing was printed".to_owned());
    }
    let mut output = BufWriter::new(io::stdout().lock());
    let print = |result: T| writeln!(output, "{}", visible(result.as_ref()));
    match results.into_iter().try_for_each(print).and_then(|()| output.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(format!("standard output: {error}")),
        _ => Ok(()),
    }
}

/// Prints to standard error. If that cannot be written, the exit code still tells.
pub fn complain(complaint: &str) {
    let _ = writeln!(io::stderr(), "{}", visible(complaint));
}

/// The text on standard input.
pub fn read() -> Result<String, String> {
    let text =
        if streams::input_was_closed() { Err("closed, expected an incident as JSON".to_owned()) } else { bounded() };
    text.map_err(|why| format!("standard input: {why}"))
}

fn bounded() -> Result<String, String> {
    let mut bytes = Vec::new();
    io::stdin().take(LONGEST as u64 + 1).read_to_end(&mut bytes).map_err(|error| error.to_string())?;
    if bytes.len() > LONGEST {
        return Err(format!("more than {} KiB, expected an incident as JSON", LONGEST >> 10));
    }
    Ok(decoded(bytes)?)
}

/// A result as JSON.
pub fn pretty<T: Serialize>(value: &T) -> String {
    serde_json::to_string_pretty(value).unwrap_or_else(|error| error.to_string())
}

/// A result as JSON on one line.
pub fn line<T: Serialize>(value: &T) -> String {
    serde_json::to_string(value).unwrap_or_else(|error| error.to_string())
}
