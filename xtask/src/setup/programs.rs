//! The programs that only some tests need: the browsers besides Chromium, and what runs the validators. A machine may do
//! without them, and is told what that leaves untested.

use std::env;
use std::path::PathBuf;

use anyhow::{Result, bail};

use super::debian;
use crate::plan::LeftOut;
use crate::shell;
use crate::site::Site;

/// A program, and those that it needs beside it.
pub struct Program {
    name: &'static str,
    /// What may name the program to run, for a machine that has it in an unusual place.
    pub variable: &'static str,
    /// The names of the program to run, the first choice first.
    names: &'static [&'static str],
    on_a_mac: &'static str,
    /// What else has to be on `PATH`.
    beside: &'static [&'static str],
    packages: &'static [&'static str],
}

pub const FIREFOX: Program = Program {
    name: "Firefox",
    variable: "FIREFOX",
    names: &["firefox-esr", "firefox"],
    on_a_mac: "/Applications/Firefox.app/Contents/MacOS/firefox",
    beside: &[],
    packages: &["firefox-esr"],
};

/// `WebKitGTK`'s own small browser, behind its driver, on a screen and a message bus that exist for it alone.
pub const WEBKIT: Program = Program {
    name: "WebKitGTK",
    variable: "WEBKIT_DRIVER",
    names: &["WebKitWebDriver"],
    on_a_mac: "",
    beside: &["xvfb-run", "xauth", "dbus-run-session"],
    packages: &["webkit2gtk-driver", "python3-gi", "gir1.2-webkit2-4.1", "xvfb", "xauth", "dbus"],
};

/// A screen that nobody sees: Chromium prints only where there is one.
pub const SCREEN: Program =
    Program { name: "Xvfb", variable: "XVFB", names: &["Xvfb"], on_a_mac: "", beside: &[], packages: &["xvfb"] };

/// What runs the Nu HTML checker.
pub const JAVA: Program = Program {
    name: "Java",
    variable: "JAVA",
    names: &["java"],
    on_a_mac: "",
    beside: &[],
    packages: &["default-jre-headless"],
};

/// What runs the validators from `PyPI`, which stand in a virtual environment.
pub const PYTHON: Program = Program {
    name: "Python",
    variable: "PYTHON3",
    names: &["python3"],
    on_a_mac: "",
    beside: &[],
    packages: &["python3-venv"],
};

impl Program {
    /// The program to run.
    ///
    /// # Errors
    ///
    /// [`LeftOut`] where it is missing, or anything that it needs beside it.
    pub fn find(&self) -> Result<PathBuf> {
        let beside = self.beside.iter().find(|name| shell::find(name).is_none());
        match (self.program()?, beside) {
            (Some(program), None) => Ok(program),
            (None, _) => bail!(LeftOut(format!("there is no {} on this machine", self.name))),
            (_, Some(missing)) => bail!(LeftOut(format!("{} cannot run here without {missing}", self.name))),
        }
    }

    fn program(&self) -> Result<Option<PathBuf>> {
        if let Some(named) = env::var_os(self.variable).map(PathBuf::from) {
            if named.is_file() {
                return Ok(Some(named));
            }
            bail!("{} names `{}`, which is not a file", self.variable, named.display());
        }
        let on_a_mac = || Some(PathBuf::from(self.on_a_mac)).filter(|file| file.is_file());
        Ok(self.names.iter().find_map(|name| shell::find(name)).or_else(on_a_mac))
    }

    /// Installs what is missing. A machine on which that cannot be done goes without its tests.
    pub fn set_up(&self) -> Result<()> {
        match self.find() {
            Err(why) if why.is::<LeftOut>() => self.install(),
            found => found.map(drop),
        }
    }

    pub fn install(&self) -> Result<()> {
        shell::say(&format!("installing {} (about a minute, once)", self.name));
        match debian::install(self.packages) {
            Ok(()) => self.find().map(drop),
            Err(why) => bail!(LeftOut(format!("no {}, and it could not be installed: {why:#}", self.name))),
        }
    }
}

pub fn set_up_firefox(_: &Site) -> Result<()> {
    FIREFOX.set_up()
}

pub fn set_up_webkit(_: &Site) -> Result<()> {
    WEBKIT.set_up()
}

pub fn set_up_screen(_: &Site) -> Result<()> {
    SCREEN.set_up()
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOWHERE: Program = Program { variable: "NO_SUCH_VARIABLE", names: &["no-such-program"], ..FIREFOX };

    fn is_left_out(engine: &Program) -> bool {
        engine.find().is_err_and(|why| why.is::<LeftOut>())
    }

    #[test]
    fn a_missing_program_is_left_out() {
        assert!(is_left_out(&Program { on_a_mac: "", ..NOWHERE }));
        assert!(is_left_out(&Program { names: &["sh"], beside: &["no-such-program"], ..NOWHERE }));
        assert!(Program { names: &["sh"], ..NOWHERE }.find().is_ok());
    }

    #[test]
    fn a_wrongly_named_program_is_an_error() {
        let wrongly_named = Program { variable: "PATH", ..NOWHERE };
        assert!(wrongly_named.find().is_err() && !is_left_out(&wrongly_named));
    }
}
