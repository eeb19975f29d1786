//! Pictures of the page for those who read about it: the served bytes, walked through in Chromium.

use anyhow::{Context, Result};

use crate::plan::Step;
use crate::site::Site;
use crate::{server, setup, shell};

/// Leaves the pictures in `www/pictures/`.
pub const TAKE: &[Step] = &[Step::needed("pictures of the page", take)];

fn take(site: &mut Site) -> Result<()> {
    let chromium = setup::chromium()?.context("Chromium has gone since it was set up")?;
    let address = server::serve_beside(&site.dist())?;
    let mut node = site.program("node");
    node.args(["tests/page/pictures.mjs", "www/pictures"]);
    shell::show(node.env("GUIDE_URL", address).env("CHROMIUM", chromium))
}
