//! The other two bots.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::node::on_node;
use crate::python::on_python;

/// What is installed; another version of any of it is another folder.
const GRAMMY: [&str; 2] = ["grammy@1.46.0", "@grammyjs/runner@2.0.3"];
const PYTHON: [&str; 2] = ["python-telegram-bot==22.8", "uvloop==0.23.0"];

/// The bot on grammY.
pub(crate) fn grammy() -> Command {
    on_node(&GRAMMY, ("echo.mjs", include_str!("peers/echo.mjs")))
}

/// The bot on python-telegram-bot, in that folder.
pub(crate) fn python(folder: &Path) -> Command {
    let source = folder.join("echo.py");
    fs::write(&source, include_str!("peers/echo.py")).expect("the bot's source");
    let mut python = on_python(&PYTHON);
    python.arg(source);
    python
}
