//! The three bots, as they are started.

use std::process::{Command, Stdio};

use muster_test_servers::matrix::{Account, Synapse};
use tempfile::TempDir;

use crate::peers;
use crate::process::Process;

/// A bot. Ours is the first: the others are held against it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    Muster,
    Maubot,
    Simple,
}

impl Kind {
    pub(crate) const ALL: [Self; 3] = [Self::Muster, Self::Maubot, Self::Simple];

    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Muster => "muster",
            Self::Maubot => "maubot",
            Self::Simple => "simplematrixbotlib",
        }
    }

    /// Starts it with that account.
    pub(crate) fn start(self, synapse: &Synapse, account: &Account) -> Running {
        let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).expect("a folder on the disk of the repository");
        let mut command = match self {
            Self::Muster => muster(synapse, account, &folder),
            Self::Maubot => peers::maubot(&synapse.url(), account, folder.path()),
            Self::Simple => peers::simple(&synapse.url(), account, folder.path()),
        };
        command
            .current_dir(folder.path())
            .stdin(Stdio::null())
            .stdout(Stdio::null());
        Running {
            process: Process::start(&mut command),
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
/// It is told that this server has no limit.
fn muster(synapse: &Synapse, account: &Account, folder: &TempDir) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_muster"));
    command
        .arg("run")
        .env_clear()
        .env(
            "MUSTER_DATABASE_URL",
            format!("sqlite:{}", folder.path().join("muster.db").display()),
        )
        .env("MUSTER_TIMEZONE", "America/New_York")
        .env("MUSTER_MATRIX_HOMESERVER", synapse.url())
        .env("MUSTER_MATRIX_USER", &account.id().0)
        .env("MUSTER_MATRIX_PASSWORD", account.password())
        .env("MUSTER_MATRIX_RATE_LIMIT", "none");
    command
}
