//! Installing Debian's packages, unattended.

use std::process::Command;

use anyhow::{Result, bail};

use crate::shell;

/// Installs the packages and what they cannot do without.
pub fn install(packages: &[&str]) -> Result<()> {
    if shell::find("apt-get").is_none() {
        bail!("this machine has no apt-get to install {} with", packages.join(" and "));
    }
    // An index at hand may do where the network does not.
    let _ = shell::hush(apt_get()?.arg("update"));
    shell::hush(apt_get()?.args(["install", "-y", "--no-install-recommends"]).args(packages))
}

fn apt_get() -> Result<Command> {
    let mut command = as_root("env")?;
    command.args(["DEBIAN_FRONTEND=noninteractive", "apt-get", "-o", "DPkg::Lock::Timeout=120"]);
    Ok(command)
}

fn as_root(program: &str) -> Result<Command> {
    if shell::read(Command::new("id").arg("-u"))?.trim() == "0" {
        return Ok(Command::new(program));
    }
    if shell::works(Command::new("sudo").args(["-n", "true"])) {
        let mut command = Command::new("sudo");
        command.args(["-n", program]);
        return Ok(command);
    }
    bail!("only root may install packages, and sudo would ask for a password")
}
