//! The crate as it would be packed: from what `Cargo.toml` includes. It is published nowhere, and the package within it that
//! looks at the streams keeps cargo from building it apart.

use anyhow::{Result, bail};

use crate::plan::Step;
use crate::shell;
use crate::site::Site;

/// Lists what would be packed.
pub const FILES: &[Step] = &[Step::new("files of the crate", check_files)];

/// Whatever else is in the crate is there by mistake.
const FOLDERS: [&str; 2] = ["src/", "policy/"];
const BESIDE: [&str; 8] = [
    ".cargo_vcs_info.json",
    "Cargo.lock",
    "Cargo.toml",
    "Cargo.toml.orig",
    "LICENSE-APACHE",
    "LICENSE-MIT",
    "README.md",
    "build.rs",
];

fn check_files(site: &Site) -> Result<()> {
    let list = shell::read(site.cargo().args(["package", "--package", "sgii-guide", "--list", "--allow-dirty"]))?;
    let strangers = strangers(&list);
    if let [first, ..] = *strangers {
        bail!("the crate holds {} files that it is not built from, such as {first}", strangers.len());
    }
    Ok(())
}

fn strangers(list: &str) -> Vec<&str> {
    let belongs = |name: &str| BESIDE.contains(&name) || FOLDERS.iter().any(|folder| name.starts_with(folder));
    list.lines().filter(|name| !belongs(name)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_the_crate_is_not_built_from_is_named() {
        let list = "Cargo.toml\nREUSE.toml\npolicy/a.toml\nsrc/lib.rs\ntests/src/a.rs\n";
        assert_eq!(strangers(list), ["REUSE.toml", "tests/src/a.rs"]);
    }
}
