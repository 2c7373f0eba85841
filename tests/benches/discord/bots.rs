//! The bots, as they are started.

use std::path::Path;
use std::process::{Command, Stdio};

use muster_test_servers::discord::Discord;
use tempfile::TempDir;

use crate::node::on_node;
use crate::process::Process;

/// What the others are installed of.
const DISCORD_JS: [&str; 1] = ["discord.js@14.28.1"];

/// A bot.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Muster,
    /// On discord.js as it is.
    Caching,
    /// The same with every cache off that its documentation lets one turn off.
    Uncached,
    /// The same with all of them off, of servers, channels, roles and overwrites too, which it warns against.
    Bare,
}

impl Kind {
    /// Ours first: the others are held against it.
    pub(crate) const ALL: [Self; 4] = [Self::Muster, Self::Caching, Self::Uncached, Self::Bare];

    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Muster => "muster",
            Self::Caching => "discord.js",
            Self::Uncached => "discord.js-uncached",
            Self::Bare => "discord.js-bare",
        }
    }

    /// Starts it at that Discord, ours on a database in which nothing is.
    pub(crate) fn start(self, discord: &Discord) -> Running {
        let folder = folder();
        let command = match self {
            Self::Muster => muster(discord, &database(folder.path())),
            Self::Caching => peer(discord, "default"),
            Self::Uncached => peer(discord, "settable"),
            Self::Bare => peer(discord, "nothing"),
        };
        Running::of(command, folder)
    }

    /// Starts ours at that Discord, on a database in which something was stored.
    pub(crate) fn start_on(discord: &Discord, store: impl FnOnce(&str)) -> Running {
        let folder = folder();
        let database = database(folder.path());
        store(&database);
        Running::of(muster(discord, &database), folder)
    }
}

/// A bot at work. Dropped means killed.
pub(crate) struct Running {
    pub(crate) process: Process,
    _folder: TempDir,
}

impl Running {
    fn of(mut command: Command, folder: TempDir) -> Self {
        command.current_dir(folder.path());
        command.stdin(Stdio::null()).stdout(Stdio::null());
        Self {
            process: Process::start(&mut command),
            _folder: folder,
        }
    }
}

fn folder() -> TempDir {
    tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).expect("a folder on the disk of the repository")
}

fn database(folder: &Path) -> String {
    format!("sqlite:{}", folder.join("muster.db").display())
}

/// The release binary, on an SQLite file with what is its default: every commit is on the disk before anybody is answered.
/// It keeps its pace.
fn muster(discord: &Discord, database: &str) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_muster"));
    command
        .arg("run")
        .env_clear()
        .env("MUSTER_DATABASE_URL", database)
        .env("MUSTER_TIMEZONE", "America/New_York")
        .env("MUSTER_DISCORD_TOKEN", discord.token())
        .env("MUSTER_DISCORD_API_URL", discord.url());
    command
}

fn peer(discord: &Discord, caches: &str) -> Command {
    let mut peer = on_node(&DISCORD_JS, ("answer.mjs", include_str!("peers/answer.mjs")));
    peer.env("BOT_TOKEN", discord.token())
        .env("BOT_API", discord.url())
        .env("BOT_CACHES", caches)
        // What it warns against is done on purpose.
        .env("NODE_NO_WARNINGS", "1");
    peer
}
