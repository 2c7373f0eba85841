//! A file that is only kept once it is whole.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{ConnectOptions, SqliteConnection};
use tempfile::TempPath;

use super::BackupError;
use crate::failure::OpenError;

/// A file in the making beside the one that it will be. Only its owner may read it. Dropped, it is gone.
pub(super) struct Draft {
    draft: TempPath,
    target: PathBuf,
}

impl Draft {
    /// An empty draft of a file that must not be there.
    pub(super) fn for_file(target: &Path) -> Result<Self, BackupError> {
        if target.exists() {
            return Err(BackupError::Exists(target.to_owned()));
        }
        let folder = match target.parent() {
            Some(parent) if !parent.as_os_str().is_empty() => parent,
            _ => Path::new("."),
        };
        let draft = tempfile::Builder::new()
            .prefix(".muster-draft-")
            .tempfile_in(folder)
            .map_err(|source| failed(target, source))?;
        Ok(Self {
            draft: draft.into_temp_path(),
            target: target.to_owned(),
        })
    }

    /// A draft that is never kept, for work on a copy.
    pub(super) fn scratch() -> Result<Self, BackupError> {
        let draft = tempfile::NamedTempFile::new().map_err(|source| failed(Path::new("a temporary file"), source))?;
        let draft = draft.into_temp_path();
        Ok(Self {
            target: draft.to_path_buf(),
            draft,
        })
    }

    /// Where it is while it is made.
    pub(super) fn path(&self) -> &Path {
        &self.draft
    }

    /// The same as text, as SQL takes it.
    pub(super) fn path_text(&self) -> Result<&str, BackupError> {
        let not_unicode = || failed(&self.target, io::Error::other("its folder's name is not Unicode"));
        self.draft.to_str().ok_or_else(not_unicode)
    }

    /// Fills it with what another file holds.
    pub(super) fn fill_from(&self, source: &Path) -> Result<(), BackupError> {
        let copied = File::open(source).and_then(|mut from| {
            let mut into = File::create(&self.draft)?;
            io::copy(&mut from, &mut into)
        });
        copied.map(drop).map_err(|error| failed(source, error))
    }

    /// Makes it last, under its own name, unless somebody made that file in the meantime.
    pub(super) fn keep(self) -> Result<(), BackupError> {
        let Self { draft, target } = self;
        let synced = File::open(&draft).and_then(|file| file.sync_all());
        synced.map_err(|source| failed(&target, source))?;
        draft
            .persist_noclobber(&target)
            .map_err(|refused| match refused.error.kind() {
                io::ErrorKind::AlreadyExists => BackupError::Exists(target.clone()),
                _ => failed(&target, refused.error),
            })?;
        sync_folder_of(&target).map_err(|source| failed(&target, source))
    }
}

/// A name lasts once its folder is on the disk.
fn sync_folder_of(file: &Path) -> io::Result<()> {
    match fs::canonicalize(file)?.parent() {
        Some(folder) => File::open(folder)?.sync_all(),
        None => Ok(()),
    }
}

fn failed(path: &Path, source: io::Error) -> BackupError {
    BackupError::File {
        path: path.to_owned(),
        source,
    }
}

/// Opens a database file for reading only, whoever else has it open.
pub(super) async fn open(path: &Path) -> Result<SqliteConnection, BackupError> {
    if !path.exists() {
        return Err(BackupError::Missing(path.to_owned()));
    }
    connect(path, SqliteConnectOptions::new().read_only(true)).await
}

/// Opens a database file that is a draft: nobody else has it, and its rows may come in any order.
pub(super) async fn open_to_fill(path: &Path) -> Result<SqliteConnection, BackupError> {
    connect(path, SqliteConnectOptions::new().foreign_keys(false)).await
}

async fn connect(path: &Path, options: SqliteConnectOptions) -> Result<SqliteConnection, BackupError> {
    options.filename(path).connect().await.map_err(|source| {
        let source = Box::new(source);
        let path = path.to_owned();
        OpenError::Database { path, source }.into()
    })
}
