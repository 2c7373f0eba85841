//! The other two bots.

use std::fs;
use std::path::Path;
use std::process::Command;

use muster_test_servers::matrix::Account;

use crate::python::on_python;

/// What is installed; another version is another folder.
const MAUBOT: [&str; 1] = ["maubot==0.6.0"];
const SIMPLE: [&str; 1] = ["simplematrixbotlib==2.13.1"];

/// The bot on maubot, which runs a plugin by itself ("standalone"), in that folder.
pub(crate) fn maubot(homeserver: &str, account: &Account, folder: &Path) -> Command {
    for (name, text) in [
        ("config.yaml", include_str!("peers/maubot/config.yaml")),
        ("maubot.yaml", include_str!("peers/maubot/maubot.yaml")),
        ("echo.py", include_str!("peers/maubot/echo.py")),
    ] {
        write(folder, name, text);
    }
    let mut maubot = on_python(&MAUBOT);
    maubot
        .args(["-m", "maubot.standalone"])
        .env("MAUBOT_USER_CREDENTIALS_ID", &account.id().0)
        .env("MAUBOT_USER_CREDENTIALS_HOMESERVER", homeserver)
        .env("MAUBOT_USER_CREDENTIALS_ACCESS_TOKEN", account.token());
    maubot
}

/// The bot on simplematrixbotlib, in that folder.
pub(crate) fn simple(homeserver: &str, account: &Account, folder: &Path) -> Command {
    write(folder, "simple.py", include_str!("peers/simple.py"));
    let mut simple = on_python(&SIMPLE);
    simple
        .arg("simple.py")
        .env("BOT_HOMESERVER", homeserver)
        .env("BOT_USER", &account.id().0)
        .env("BOT_PASSWORD", account.password());
    simple
}

fn write(folder: &Path, name: &str, text: &str) {
    fs::write(folder.join(name), text).expect("a file of the bot's");
}
