//! A backup of a PostgreSQL database, and a PostgreSQL database made of a backup.

use std::path::Path;

use sqlx::{Connection, PgConnection, query_scalar};

use super::copying::tables;
use super::file::{Draft, open, open_to_fill};
use super::{BackupError, Contents, inspect};
use crate::failure::OpenError;
use crate::{PostgresStore, sqlite};

/// Writes what the PostgreSQL database `url` holds at this instant to the new file `to`; whoever uses it goes on.
pub async fn back_up_postgres(url: &str, to: &Path) -> Result<Contents, BackupError> {
    let draft = Draft::for_file(to)?;
    sqlite::migrate_file(draft.path()).await?;
    let mut source = connect(url).await?;
    let mut reading = source
        .begin_with("BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        .await?;
    must_be_current(&mut reading).await?;
    let mut file = open_to_fill(draft.path()).await?;
    let mut writing = file.begin().await?;
    for table in tables(&mut writing, &mut reading).await? {
        table.to_file(&mut reading, &mut writing).await?;
    }
    writing.commit().await?;
    file.close().await?;
    let contents = inspect(draft.path(), to).await?;
    draft.keep()?;
    Ok(contents)
}

/// Fills the PostgreSQL database `url`, in which nothing may be yet, from the backup `from`. The backup stays as it is.
pub async fn restore_postgres(from: &Path, url: &str) -> Result<Contents, BackupError> {
    inspect(from, from).await?;
    let copy = Draft::scratch()?;
    copy.fill_from(from)?;
    sqlite::migrate_file(copy.path()).await?;
    let contents = inspect(copy.path(), from).await?;
    let store = PostgresStore::open(url).await?;
    store.migrate().await?;
    store.close().await;
    let mut file = open(copy.path()).await?;
    let mut target = connect(url).await?;
    let mut writing = target.begin().await?;
    for table in tables(&mut file, &mut writing).await? {
        table.must_be_empty(&mut writing).await?;
        table.to_postgres(&mut file, &mut writing).await?;
    }
    writing.commit().await?;
    Ok(contents)
}

async fn connect(url: &str) -> Result<PgConnection, BackupError> {
    let connected = PgConnection::connect(url).await;
    connected.map_err(|source| {
        let source = Box::new(source);
        OpenError::Server { source }.into()
    })
}

/// The file gets the tables of this version, so the database must have them too.
async fn must_be_current(reading: &mut PgConnection) -> Result<(), BackupError> {
    let found: Option<i64> = query_scalar("SELECT max(version) FROM _sqlx_migrations")
        .fetch_one(reading)
        .await?;
    if found == Some(PostgresStore::newest_schema()) {
        return Ok(());
    }
    Err(BackupError::OtherSchema {
        found: found.unwrap_or_default(),
        known: PostgresStore::newest_schema(),
    })
}
