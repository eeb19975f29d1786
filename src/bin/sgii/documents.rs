//! The documents that are generated from the policy that this program carries, and from the edition before.

use std::path::Path;
use std::{fs, io};

use sgii_guide::case::Case;
use sgii_guide::edition::POLICY;
use sgii_guide::files::expect_file;
use sgii_guide::proof::Subject;
use sgii_guide::publish::review;

use crate::arguments::Format;
use crate::policies;

/// The edition before, so far as this compiler reads it.
const BEFORE: &str = "docs/editions/2026-11";

/// Writes the review pack in its two forms, from the worked cases and the policy, and beside it what differs from the
/// edition before.
pub fn write_review(cases: &Path) -> Result<String, String> {
    let cases = Case::folder(cases)?;
    let pack = review::pack(&cases, &review::Proved::all(&Subject::new(&POLICY)));
    let changes = policies::diff(BEFORE, "policy", Format::Text)? + "\n";
    let written = [
        write("docs/generated/review.md", &pack.markdown())?,
        write("docs/generated/changes.md", &changes)?,
        write("dist/review.html", &pack.html())?,
    ];
    Ok(written.join("\n"))
}

/// Writes a file, unless it says the same already.
fn write(path: &str, text: &str) -> Result<String, String> {
    let folder = Path::new(path).parent().unwrap_or_else(|| Path::new("."));
    fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let changed = written(Path::new(path), text).map_err(|error| format!("{path}: {error}"))?;
    Ok(if changed { format!("{path}: {} bytes", text.len()) } else { format!("{path}: unchanged") })
}

/// Whether a file had to be written.
fn written(path: &Path, text: &str) -> io::Result<bool> {
    if path.exists() {
        expect_file(path)?;
    }
    let changed = !fs::read(path).is_ok_and(|old| old == text.as_bytes());
    if changed { fs::write(path, text).map(|()| true) } else { Ok(false) }
}
