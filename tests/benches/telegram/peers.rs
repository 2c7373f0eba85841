//! The other two bots: installed once, in a folder of their own below `target`.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What is installed; another version of any of it is another folder.
const GRAMMY: [&str; 2] = ["grammy@1.46.0", "@grammyjs/runner@2.0.3"];
const PYTHON: [&str; 2] = ["python-telegram-bot==22.8", "uvloop==0.23.0"];

/// The bot on grammY.
pub(crate) fn grammy() -> Command {
    let folder = folder(&GRAMMY, |folder| {
        // Without one, npm would install into a folder above that has one.
        fs::write(folder.join("package.json"), "{}").expect("a package");
        let mut npm = Command::new("npm");
        install(
            npm.current_dir(folder)
                .args(["install", "--no-audit", "--no-fund"])
                .args(GRAMMY),
        );
    });
    let source = folder.join("echo.mjs");
    fs::write(&source, include_str!("peers/echo.mjs")).expect("the bot's source");
    let mut node = Command::new("node");
    node.arg(source).env("NODE_ENV", "production");
    node
}

/// The bot on python-telegram-bot.
pub(crate) fn python() -> Command {
    let folder = folder(&PYTHON, |folder| {
        install(Command::new("python3").args(["-m", "venv"]).arg(folder));
        install(
            Command::new(folder.join("bin/pip"))
                .args(["install", "--quiet"])
                .args(PYTHON),
        );
    });
    let source = folder.join("echo.py");
    fs::write(&source, include_str!("peers/echo.py")).expect("the bot's source");
    let mut python = Command::new(folder.join("bin/python"));
    python.arg(source);
    python
}

/// A folder with these packages. One in which not everything was installed is made anew.
fn folder(packages: &[&str], make: impl FnOnce(&Path)) -> PathBuf {
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

fn install(command: &mut Command) {
    let status = command.status();
    let done = status.as_ref().is_ok_and(std::process::ExitStatus::success);
    assert!(done, "{command:?}: {status:?}; node with npm and python3 are needed");
}
