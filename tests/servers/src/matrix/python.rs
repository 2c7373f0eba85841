//! Where Synapse and the people's client are installed.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

/// What must be installed.
const REQUIREMENTS: &str = include_str!("../../matrix/requirements.txt");

/// A script of `tests/servers/matrix`, run by the Python that has what it needs.
pub(super) fn script(name: &str) -> Command {
    let home = target().join("tmp/matrix");
    let installed = fs::read_to_string(home.join("requirements.txt"));
    assert!(
        installed.is_ok_and(|installed| installed == REQUIREMENTS),
        "Synapse is not installed in {home}, and these tests need it. Type: tests/run matrix, or: \
         tests/servers/matrix/install {home}",
        home = home.display()
    );
    let scripts = Path::new(env!("CARGO_MANIFEST_DIR")).join("matrix");
    let mut command = Command::new(home.join("bin/python"));
    // Nothing is written beside the scripts.
    command.arg("-B").arg(scripts.join(name));
    command
}

/// Cargo's folder, in which the test itself lies.
fn target() -> PathBuf {
    let test = env::current_exe().expect("a test knows where it is");
    let mut folders = test.ancestors();
    let target = folders.find(|folder| folder.join("CACHEDIR.TAG").exists());
    target.expect("a test lies in Cargo's folder").to_owned()
}
