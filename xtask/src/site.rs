//! The repository on this machine: where things are, and the programs as they are called here.

use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{Arc, Mutex, PoisonError};

use anyhow::{Context, Result};

use crate::log::Log;

pub const WASM: &str = "wasm32-unknown-unknown";

/// Names and values.
type Environment = Vec<(String, OsString)>;

/// The repository's folder and what set-up found out about the machine, as one step has them.
#[derive(Clone)]
pub struct Site {
    pub root: PathBuf,
    /// What the WebAssembly steps need in their environment, the same for all steps; empty on most machines.
    wasm_environment: Arc<Mutex<Environment>>,
    /// Where programs print whose output is not read; where a person sees it, if that is nowhere.
    pub log: Option<Log>,
}

impl Site {
    /// The repository that this task runner belongs to.
    pub fn here() -> Result<Self> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().context("the task runner has no folder above it")?;
        Ok(Self::at(root))
    }

    /// A repository at `root`, on a machine of which nothing is known yet.
    pub fn at(root: impl Into<PathBuf>) -> Self {
        Self { root: root.into(), wasm_environment: Arc::default(), log: None }
    }

    /// The same with a log.
    pub fn logging(&self, log: &Log) -> Self {
        Self { log: Some(log.clone()), ..self.clone() }
    }

    /// Where the log of each step is.
    pub fn logs(&self) -> PathBuf {
        self.root.join("target/steps")
    }

    /// What is served and shipped.
    pub fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// What is made on the way to it. Not cargo's usual folder: the page is made with other flags than what is tested.
    pub fn page_target(&self) -> PathBuf {
        self.root.join("target/page")
    }

    pub fn tools_target(&self) -> PathBuf {
        self.root.join("target/tools")
    }

    pub fn set_wasm_environment(&self, found: Environment) {
        *self.wasm_environment.lock().unwrap_or_else(PoisonError::into_inner) = found;
    }

    fn wasm_environment(&self) -> Environment {
        self.wasm_environment.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Any program, started in the repository's folder.
    pub fn program(&self, name: impl AsRef<OsStr>) -> Command {
        let mut command = Command::new(name);
        command.current_dir(&self.root);
        command
    }

    pub fn cargo(&self) -> Command {
        self.program("cargo")
    }

    /// A program that `npm ci` has brought.
    pub fn npm_tool(&self, name: &str) -> Command {
        self.program(self.npm_tools().join(name))
    }

    fn npm_tools(&self) -> PathBuf {
        self.root.join("node_modules/.bin")
    }

    /// A program that finds the compiler for WebAssembly, and the tools from cargo and from npm.
    pub fn wasm_program(&self, name: &str) -> Result<Command> {
        let set = self.wasm_environment();
        let inherited = std::env::var_os("PATH");
        let path = set.iter().find(|(name, _)| name == "PATH").map(|(_, value)| value).or(inherited.as_ref());
        let tools = [self.tools_target().join("debug"), self.tools_target().join("bin"), self.npm_tools()];
        let folders = tools.into_iter().chain(path.into_iter().flat_map(std::env::split_paths));
        let path = std::env::join_paths(folders).context("a folder on PATH has a name that PATH cannot hold")?;
        let mut command = self.program(name);
        command.envs(set).env("PATH", path);
        Ok(command)
    }
}
