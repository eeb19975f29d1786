//! What a step printed, kept in a file: steps that run side by side would talk through one another.

use std::fs::{self, File, OpenOptions};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

#[derive(Clone)]
pub struct Log(PathBuf);

impl Log {
    /// The log of a step, which holds what the step printed last.
    pub fn of(step: &str, folder: &Path) -> Self {
        let words: Vec<_> = step.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
        Self(folder.join(words.join("-")).with_extension("log"))
    }

    /// Empties it.
    pub fn begin(&self) -> Result<()> {
        let folder = self.0.parent().context("a log is in a folder")?;
        fs::create_dir_all(folder).and_then(|()| fs::write(&self.0, "")).with_context(|| self.refused())
    }

    /// Where a program may write, after what is there.
    pub fn end(&self) -> Result<File> {
        OpenOptions::new().append(true).create(true).open(&self.0).with_context(|| self.refused())
    }

    /// All that it holds.
    pub fn told(&self) -> String {
        fs::read(&self.0).map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).unwrap_or_default()
    }

    fn refused(&self) -> String {
        format!("could not write {}", self.0.display())
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::*;

    #[test]
    fn a_log_holds_what_was_printed_last_and_has_a_plain_name() -> Result<()> {
        let folder = std::env::temp_dir().join(format!("sgii-log-{}", std::process::id()));
        let log = Log::of("clippy, for WebAssembly", &folder);
        for said in ["once", "again"] {
            log.begin()?;
            log.end()?.write_all(said.as_bytes())?;
            log.end()?.write_all(b" and more")?;
        }
        assert_eq!(log.told(), "again and more");
        assert_eq!(fs::read_to_string(folder.join("clippy-for-WebAssembly.log"))?, "again and more");
        fs::remove_dir_all(folder)?;
        Ok(())
    }
}
