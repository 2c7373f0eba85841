//! The recovery key's file. It is made before the key is, and empty until then: so a start that was cut off in between is
//! known to the next one, which makes another key.

use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Write as _};
use std::path::PathBuf;

/// Where the key is written, once.
#[derive(Debug)]
pub(crate) struct RecoveryKeyFile(PathBuf);

impl RecoveryKeyFile {
    pub(super) const fn at(path: PathBuf) -> Self {
        Self(path)
    }

    /// Whether a key was to be written here, and was not.
    pub(super) fn awaits_key(&self) -> bool {
        fs::metadata(&self.0).is_ok_and(|file| file.len() == 0)
    }

    /// Makes the file, which only the operator can read, unless it is there.
    pub(super) fn begin(&self) -> io::Result<()> {
        let mut options = OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        {
            use std::os::unix::fs::OpenOptionsExt as _;
            options.mode(0o600);
        }
        match options.open(&self.0) {
            Ok(file) => file.sync_all(),
            Err(error) if error.kind() == ErrorKind::AlreadyExists => Ok(()),
            Err(error) => Err(error),
        }
    }

    /// Writes the key; an earlier one is never written over.
    pub(super) fn write(&self, key: &str) -> io::Result<()> {
        if !self.awaits_key() {
            return Err(ErrorKind::AlreadyExists.into());
        }
        let mut file: File = OpenOptions::new().write(true).open(&self.0)?;
        writeln!(file, "{key}")?;
        file.sync_all()
    }
}
