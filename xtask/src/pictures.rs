//! Pictures of the page for those who read about it: the served bytes, walked through in Chromium. And the icons.

use anyhow::{Context, Result};

use crate::build::MADE;
use crate::plan::Step;
use crate::setup::{CHROMIUM, NODE, NPM};
use crate::site::Site;
use crate::{server, setup, shell};

/// Leaves the pictures in `www/pictures/` and the icons in `www/icons/`.
pub const TAKE: &[Step] = &[Step::new("pictures of the page", take).needs(&[MADE, NODE, NPM, CHROMIUM])];

fn take(site: &Site) -> Result<()> {
    let chromium = setup::chromium()?.context("Chromium has gone since it was set up")?;
    let address = server::serve_beside(&site.dist())?;
    for (script, folder) in [("tools/pictures.mjs", "www/pictures"), ("tools/icons.mjs", "www/icons")] {
        let mut node = site.program("node");
        shell::show(site, node.args([script, folder]).env("GUIDE_URL", &address).env("CHROMIUM", &chromium))?;
    }
    Ok(())
}
