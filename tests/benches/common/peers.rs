//! Other bots: installed once, in folders of their own below `target`.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

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
