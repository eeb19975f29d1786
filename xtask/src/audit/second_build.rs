//! A second build of the pages: from a fresh clone in another folder, with nothing of cargo's that is here. Its bytes must be
//! the same.

use std::collections::BTreeSet;
use std::path::Path;
use std::{env, fs, process};

use anyhow::{Context, Result, bail};

use crate::site::Site;
use crate::{release, shell};

/// Builds what is committed once more, and names each file of `dist/` that came out otherwise.
pub fn compare(site: &Site) -> Result<()> {
    refuse_changes(site)?;
    let folder = env::temp_dir().join(format!("sgii-second-build-{}", process::id()));
    let clone = folder.join("elsewhere");
    build(site, &folder, &clone)?;
    let differing = differing(&site.dist(), &clone.join("dist"))?;
    if !differing.is_empty() {
        bail!("another build, in {}, has other bytes: {}", clone.display(), differing.join(", "));
    }
    fs::remove_dir_all(&folder).context("could not remove the second build")?;
    println!("every file of dist/ came out the same, from\n{}", release::toolchain(site)?);
    Ok(())
}

/// A clone has only what is committed.
fn refuse_changes(site: &Site) -> Result<()> {
    let changes = shell::read(site.program("git").args(["status", "--porcelain"]))?;
    if !changes.is_empty() {
        bail!("commit these first, for only what is committed can be built again:\n{changes}");
    }
    Ok(())
}

fn build(site: &Site, folder: &Path, clone: &Path) -> Result<()> {
    shell::hush(site.program("git").args(["clone", "--quiet"]).arg(&site.root).arg(clone))?;
    let mut cargo = site.cargo();
    cargo.current_dir(clone).args(["xtask", "build"]);
    // Where cargo's own things are shared, so are their paths.
    shell::hush(cargo.env("CARGO_HOME", folder.join("cargo")).env_remove("CARGO_TARGET_DIR"))
}

/// The files that are not the same in both folders, or in one of them only.
fn differing(one: &Path, other: &Path) -> Result<Vec<String>> {
    let names: BTreeSet<_> = release::files(one)?.into_iter().chain(release::files(other)?).collect();
    let read = |folder: &Path, name: &String| fs::read(folder.join(name)).ok();
    Ok(names.into_iter().filter(|name| read(one, name) != read(other, name)).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_differs_or_is_in_one_folder_only_is_named() -> Result<()> {
        let folder = env::temp_dir().join(format!("sgii-differing-{}", process::id()));
        let (one, other) = (folder.join("one"), folder.join("other"));
        for (within, name, text) in [(&one, "same", "a"), (&one, "changed", "b"), (&one, "gone/file", "c")] {
            write(&within.join(name), text)?;
        }
        for (within, name, text) in [(&other, "same", "a"), (&other, "changed", "B"), (&other, "new", "d")] {
            write(&within.join(name), text)?;
        }
        assert_eq!(differing(&one, &other)?, ["changed", "gone/file", "new"]);
        assert_eq!(differing(&one, &one)?, [""; 0]);
        fs::remove_dir_all(folder)?;
        Ok(())
    }

    fn write(file: &Path, text: &str) -> Result<()> {
        fs::create_dir_all(file.parent().context("a file is in a folder")?)?;
        Ok(fs::write(file, text)?)
    }
}
