//! The three bots, as they are started.

use std::process::{Command, Stdio};

use muster_test_servers::telegram::{BotApi, Person};
use tempfile::TempDir;

use crate::process::Process;
use crate::{desk, peers};

/// A bot.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Muster,
    Grammy,
    Python,
}

impl Kind {
    /// Ours first: the others are held against it.
    pub(crate) const ALL: [Self; 3] = [Self::Muster, Self::Grammy, Self::Python];

    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Muster => "muster",
            Self::Grammy => "grammy",
            Self::Python => "python-telegram-bot",
        }
    }

    /// Starts it for these people; it has come to fetch updates.
    pub(crate) fn start(self, api: &BotApi, people: &[Person]) -> Running {
        let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).expect("a folder on the disk of the repository");
        let mut command = match self {
            Self::Muster => muster(api, people, &folder),
            Self::Grammy => with_address(peers::grammy(), api),
            Self::Python => with_address(peers::python(folder.path()), api),
        };
        let process = Process::start(
            command
                .current_dir(folder.path())
                .stdin(Stdio::null())
                .stdout(Stdio::null()),
        );
        api.wait_until("the bot fetches updates", |seen| seen.polling);
        Running {
            process,
            _folder: folder,
        }
    }
}

/// A bot at work. Dropped means killed.
pub(crate) struct Running {
    pub(crate) process: Process,
    _folder: TempDir,
}

/// The release binary, on an SQLite file with what is its default: every commit is on the disk before anybody is answered.
/// It keeps to no pace, like the others: this server asks for none.
fn muster(api: &BotApi, people: &[Person], folder: &TempDir) -> Command {
    let database = format!("sqlite:{}", folder.path().join("muster.db").display());
    desk::found(&database, people);
    let mut command = Command::new(env!("CARGO_BIN_EXE_muster"));
    command
        .arg("run")
        .env_clear()
        .env("MUSTER_DATABASE_URL", database)
        .env("MUSTER_TIMEZONE", "America/New_York")
        .env("MUSTER_TELEGRAM_TOKEN", api.token())
        .env("MUSTER_TELEGRAM_API_URL", api.url())
        .env("MUSTER_TEST_UNPACED", "1");
    command
}

fn with_address(mut peer: Command, api: &BotApi) -> Command {
    peer.env("BOT_TOKEN", api.token()).env("BOT_API", api.url());
    peer
}
