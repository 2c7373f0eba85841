//! Other bots on Python.

use std::process::Command;

use crate::installed::{folder, install};

/// A Python with these packages; another version of any of them is another one.
pub(crate) fn on_python(packages: &[&str]) -> Command {
    let folder = folder(packages, |folder| {
        install(Command::new("python3").args(["-m", "venv"]).arg(folder));
        install(
            Command::new(folder.join("bin/pip"))
                .args(["install", "--quiet"])
                .args(packages),
        );
    });
    let mut python = Command::new(folder.join("bin/python"));
    // Nothing is written beside its sources.
    python.arg("-B");
    python
}
