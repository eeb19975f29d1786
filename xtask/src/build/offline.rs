//! What the guide needs to be installed and kept: the worker, which knows the SHA-256 of every file it keeps, and the manifest
//! with its icons.

use std::fs;

use anyhow::{Context, Result, bail};
use data_encoding::{BASE64, HEXLOWER};
use serde_json::Value;
use sha2::{Digest, Sha256};

use super::{WORKER, bundle, headers, pages, read, text};
use crate::page;
use crate::site::Site;

const MANIFEST: &str = "guide.webmanifest";

/// The icons, where they stand in `www/` and as the manifest names them.
const ICONS: [&str; 4] = ["icons/192.png", "icons/512.png", "icons/maskable.png", "icons/touch.png"];

/// Where the worker's source has its list of files.
const LIST: &str = "const FILES = {};";

/// Where it has the list of addresses to which a page may lead.
const ALLOWLIST: &str = "const ALLOWLIST = \"\";";

/// Puts the worker and the manifest beside the sealed pages.
pub fn make(site: &Site) -> Result<()> {
    let dist = site.dist();
    let www = site.root.join("www");
    let icons: Vec<_> = ICONS.into_iter().map(|name| Ok((name, read(&www.join(name))?))).collect::<Result<_>>()?;
    fs::write(dist.join(MANIFEST), with_icons(&text(&www.join(MANIFEST))?, &icons)?)
        .context("could not write the manifest")?;
    let files = pages(site)?.into_iter().chain([MANIFEST.to_owned()]);
    let files: Vec<_> = files
        .map(|name| {
            let bytes = read(&dist.join(&name))?;
            Ok((name, bytes))
        })
        .collect::<Result<_>>()?;
    let made = site.page_target();
    let (listed, small) = (made.join("worker.listed.js"), made.join(WORKER));
    let worker = listing(&text(&site.root.join("www/worker.js"))?, &files, &headers::allowlist(&page::cited()))?;
    fs::write(&listed, worker).context("could not write the worker")?;
    let from = listed.to_str().context("the repository's folder has a name that is not Unicode")?;
    bundle::script(site, from, &[bundle::OLD], &small)?;
    fs::copy(&small, dist.join(WORKER)).context("could not copy the worker to dist/")?;
    Ok(())
}

/// The manifest with the icons themselves in place of their names: the page's content policy lets a browser that installs the
/// guide load no picture from anywhere else.
fn with_icons(manifest: &str, icons: &[(&str, Vec<u8>)]) -> Result<String> {
    let mut filled = manifest.to_owned();
    for (name, bytes) in icons {
        let named = format!("\"{name}\"");
        if filled.matches(&named).count() != 1 {
            bail!("www/{MANIFEST} does not name {name} once");
        }
        filled = filled.replace(&named, &format!("\"data:image/png;base64,{}\"", BASE64.encode(bytes)));
    }
    Ok(filled)
}

/// The worker with the SHA-256 of every file that it keeps, and the addresses to which a page may lead.
fn listing(worker: &str, files: &[(String, Vec<u8>)], allowlist: &str) -> Result<String> {
    for place in [LIST, ALLOWLIST] {
        if worker.matches(place).count() != 1 {
            bail!("www/worker.js does not say `{place}` once, where the build writes what it knows");
        }
    }
    let entry =
        |(name, bytes): &(String, Vec<u8>)| format!("\"{name}\":\"{}\"", HEXLOWER.encode(&Sha256::digest(bytes)));
    let list: Vec<_> = files.iter().map(entry).collect();
    let worker = worker.replace(LIST, &format!("const FILES = {{{}}};", list.join(",")));
    Ok(worker.replace(ALLOWLIST, &format!("const ALLOWLIST = {};", Value::from(allowlist))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_worker_knows_each_file_by_its_hash() {
        let files = [("a.html".to_owned(), b"abc".into()), ("b.png".to_owned(), b"".into())];
        let worker =
            listing("const FILES = {};\nconst ALLOWLIST = \"\";\nkeep();", &files, r#"("https://a.example/")"#);
        let [abc, nothing] = [
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        ];
        let expected = format!(
            "const FILES = {{\"a.html\":\"{abc}\",\"b.png\":\"{nothing}\"}};\nconst ALLOWLIST = \"(\\\"https://a.example/\\\")\";\nkeep();"
        );
        assert_eq!(worker.ok(), Some(expected));
    }

    #[test]
    fn the_manifest_holds_its_icons() {
        let icons = [("icons/a.png", b"abc".to_vec())];
        let filled = with_icons(r#"{ "src": "icons/a.png" }"#, &icons).ok();
        assert_eq!(filled.as_deref(), Some(r#"{ "src": "data:image/png;base64,YWJj" }"#));
        assert!(with_icons("{}", &icons).is_err());
    }

    #[test]
    fn a_worker_without_a_place_for_the_list_is_refused() {
        let whole = format!("{LIST}{ALLOWLIST}");
        assert!(listing(&whole, &[], "").is_ok());
        for broken in [LIST, ALLOWLIST, &whole.repeat(2)] {
            assert!(listing(broken, &[], "").is_err(), "{broken}");
        }
    }
}
