//! What the times were taken on.

use std::fs;
use std::thread::available_parallelism;

use anyhow::Result;

use crate::shell;
use crate::site::Site;

/// A sentence that names processor, compiler and Node.
pub fn said(site: &Site) -> Result<String> {
    let rustc = shell::read(site.program("rustc").arg("--version"))?;
    let node = shell::read(site.program("node").arg("--version"))?;
    let cores = available_parallelism().map_or_else(|_| "?".to_owned(), |cores| cores.to_string());
    Ok(format!("`cargo xtask bench` on {cores} × {}, {}, Node {}.", processor(), rustc.trim(), node.trim()))
}

fn processor() -> String {
    let told = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    model(&told).unwrap_or("a processor that does not tell its name").to_owned()
}

fn model(told: &str) -> Option<&str> {
    let line = told.lines().find(|line| line.starts_with("model name"))?;
    line.split_once(':').map(|(_, name)| name.trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_processor_tells_its_name() {
        assert_eq!(model("processor\t: 0\nmodel name\t: Some Chip @ 2 GHz\nflags: a"), Some("Some Chip @ 2 GHz"));
        assert_eq!(model("processor\t: 0"), None);
    }
}
