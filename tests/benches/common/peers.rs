//! Other bots: installed once, in folders of their own below `target`.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

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

/// A folder with these packages. One in which not everything was installed is made anew.
pub(crate) fn folder(packages: &[&str], make: impl FnOnce(&Path)) -> PathBuf {
    let name = packages.join("+").replace('/', "-");
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("peers").join(name);
    let whole = folder.join("whole");
    if !whole.exists() {
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).expect("a folder");
        make(&folder);
        fs::write(whole, "").expect("a mark");
    }
    folder
}

/// Has another program install something.
pub(crate) fn install(command: &mut Command) {
    let status = command.status();
    let done = status.as_ref().is_ok_and(std::process::ExitStatus::success);
    assert!(done, "{command:?}: {status:?}; what the bench needs must be installed");
}
