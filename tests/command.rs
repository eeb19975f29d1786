//! What the program does where its output cannot be written.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test may")]

use std::process::{Command, Stdio};

fn sample() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_sgii"));
    command.args(["sample", "20000"]).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

/// As `sgii sample 20000 | head -1` does.
#[test]
fn a_reader_who_has_seen_enough_is_no_failure() {
    let mut program = sample().spawn().unwrap();
    drop(program.stdout.take());
    let output = program.wait_with_output().unwrap();
    assert_eq!((String::from_utf8_lossy(&output.stderr).as_ref(), output.status.code()), ("", Some(0)));
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_told() {
    let full = std::fs::File::options().write(true).open("/dev/full").unwrap();
    let output = sample().stdout(full).output().unwrap();
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(!output.status.success() && said.starts_with("standard output: "), "{said}");
    assert_eq!(said.lines().count(), 1, "{said}");
}
