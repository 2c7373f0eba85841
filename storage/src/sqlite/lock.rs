//! One process a file: an operating-system lock on a file beside the database.
//!
//! Not on the database itself: closing any descriptor of that file in this process would drop SQLite's own locks
//! (<https://www.sqlite.org/howtocorrupt.html#_posix_advisory_locks_canceled_by_a_separate_thread_doing_close_>).

use std::ffi::OsString;
use std::fs::{File, TryLockError};
use std::path::{Path, PathBuf};

use crate::failure::OpenError;

/// A lock that lasts as long as this value, and not longer than the process.
#[derive(Debug)]
pub(crate) struct FileLock(#[expect(dead_code, reason = "held, and dropped with the lock")] File);

impl FileLock {
    /// Takes the lock of that database file, or says who cannot have it.
    pub(crate) fn beside(database: &Path) -> Result<Self, OpenError> {
        let path = lock_path(database);
        let refused = |source| OpenError::Lock {
            path: path.clone(),
            source,
        };
        let file = File::options()
            .write(true)
            .create(true)
            .truncate(false)
            .open(&path)
            .map_err(refused)?;
        match file.try_lock() {
            Ok(()) => Ok(Self(file)),
            Err(TryLockError::WouldBlock) => Err(OpenError::InUse(database.to_owned())),
            Err(TryLockError::Error(source)) => Err(refused(source)),
        }
    }
}

/// `muster.db` is locked by `muster.db.lock`, whatever links lead there.
fn lock_path(database: &Path) -> PathBuf {
    let database = database.canonicalize().unwrap_or_else(|_| database.to_owned());
    let mut path = OsString::from(database);
    path.push(".lock");
    path.into()
}
