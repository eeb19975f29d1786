//! What the guide needs to be installed and kept: the worker, which knows the SHA-256 of every file it keeps, the manifest
//! and the icons.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use data_encoding::HEXLOWER;
use sha2::{Digest, Sha256};

use super::{PAGE, PLAIN_PAGE, WORKER, bundle, read, text};
use crate::site::Site;

const MANIFEST: &str = "guide.webmanifest";

/// What stands in `www/` as it is shipped.
const AS_IT_IS: [&str; 5] = [MANIFEST, "icons/192.png", "icons/512.png", "icons/maskable.png", "icons/touch.png"];

/// Where the worker's source has its list of files.
const LIST: &str = "const FILES = {};";

/// Puts the worker, the manifest and the icons beside the sealed pages.
pub fn make(site: &mut Site) -> Result<()> {
    let dist = site.dist();
    for name in AS_IT_IS {
        copy(&site.root.join("www").join(name), &dist.join(name))?;
    }
    let files = [PAGE, PLAIN_PAGE].into_iter().chain(AS_IT_IS);
    let files: Vec<_> = files.map(|name| Ok((name, read(&dist.join(name))?))).collect::<Result<_>>()?;
    let made = site.page_target();
    let (listed, small) = (made.join("worker.listed.js"), made.join(WORKER));
    fs::write(&listed, listing(&text(&site.root.join("www/worker.js"))?, &files)?)
        .context("could not write the worker")?;
    let from = listed.to_str().context("the repository's folder has a name that is not Unicode")?;
    bundle::script(site, from, &[], &small)?;
    copy(&small, &dist.join(WORKER))
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    if let Some(folder) = to.parent() {
        fs::create_dir_all(folder).with_context(|| format!("could not make {}", folder.display()))?;
    }
    fs::copy(from, to).with_context(|| format!("could not copy {} to {}", from.display(), to.display()))?;
    Ok(())
}

/// The worker with the SHA-256 of every file that it keeps.
fn listing(worker: &str, files: &[(&str, Vec<u8>)]) -> Result<String> {
    if worker.matches(LIST).count() != 1 {
        bail!("www/worker.js does not say `{LIST}` once, where the list of files goes");
    }
    let entry = |(name, bytes): &(&str, Vec<u8>)| format!("\"{name}\":\"{}\"", HEXLOWER.encode(&Sha256::digest(bytes)));
    let list: Vec<_> = files.iter().map(entry).collect();
    Ok(worker.replace(LIST, &format!("const FILES = {{{}}};", list.join(","))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_worker_knows_each_file_by_its_hash() {
        let worker = listing("const FILES = {};\nkeep();", &[("a.html", b"abc".into()), ("b.png", b"".into())]);
        let [abc, nothing] = [
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        ];
        let expected = format!("const FILES = {{\"a.html\":\"{abc}\",\"b.png\":\"{nothing}\"}};\nkeep();");
        assert_eq!(worker.ok(), Some(expected));
    }

    #[test]
    fn a_worker_without_a_place_for_the_list_is_refused() {
        assert!(listing("const FILES = { };", &[]).is_err() && listing(&LIST.repeat(2), &[]).is_err());
    }
}
