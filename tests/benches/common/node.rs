//! Other bots on Node.js.

use std::fs;
use std::process::Command;

use crate::installed::{folder, install};

/// A bot on Node.js, from its source and with these packages; another version of any of them is another folder.
pub(crate) fn on_node(packages: &[&str], (name, source): (&str, &str)) -> Command {
    let folder = folder(packages, |folder| {
        // Without one, npm would install into a folder above that has one.
        fs::write(folder.join("package.json"), "{}").expect("a package");
        let mut npm = Command::new("npm");
        install(
            npm.current_dir(folder)
                .args(["install", "--no-audit", "--no-fund"])
                .args(packages),
        );
    });
    let path = folder.join(name);
    fs::write(&path, source).expect("the bot's source");
    let mut node = Command::new("node");
    node.arg(path).env("NODE_ENV", "production");
    node
}
