//! The document that is generated from the policy that this program carries.

use std::path::Path;
use std::{fs, io};

use sgii_guide::case::Case;
use sgii_guide::edition::POLICY;
use sgii_guide::files::expect_file;
use sgii_guide::proof::Subject;
use sgii_guide::publish::review;

/// Writes the review pack in its two forms, from the worked cases and the policy.
pub fn write_review(cases: &Path) -> Result<String, String> {
    let cases = Case::folder(cases)?;
    let pack = review::pack(&cases, &review::Proved::all(&Subject::new(&POLICY)));
    Ok([write("docs/generated/review.md", &pack.markdown())?, write("dist/review.html", &pack.html())?].join("\n"))
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
