//! `muster backup` and `muster restore`.

use std::path::Path;

use anyhow::{Context, Result};
use muster_storage::DatabaseUrl;
use muster_storage::backup::{self, Contents};

use crate::config::Config;

/// Writes the desk as it stands into a new file, while it goes on; what to tell the operator.
pub async fn back_up(config: &Config, to: &Path) -> Result<String> {
    let contents = match &config.database {
        DatabaseUrl::Sqlite(path) => backup::back_up_sqlite(path, to).await,
        DatabaseUrl::Postgres(url) => backup::back_up_postgres(url.with_password(), to).await,
    };
    let contents = contents.with_context(|| format!("no backup of {}", config.database))?;
    Ok(format!("{}: {}", to.display(), words(&contents)))
}

/// Makes the configured database, which must not be there yet, of a backup; what to tell the operator.
pub async fn restore(config: &Config, from: &Path) -> Result<String> {
    let contents = match &config.database {
        DatabaseUrl::Sqlite(path) => backup::restore_sqlite(from, path).await,
        DatabaseUrl::Postgres(url) => backup::restore_postgres(from, url.with_password()).await,
    };
    let contents = contents.with_context(|| format!("{} is not restored", from.display()))?;
    let mut said = format!("{}: {}", config.database, words(&contents));
    if contents.unsent > 0 {
        said.push_str(
            "\nThe messages that were on their way when the backup was made go out now: some may come twice.",
        );
    }
    said.push_str("\nPeople who were forgotten after the backup was made are in it again.");
    Ok(said)
}

fn words(contents: &Contents) -> String {
    let Contents {
        schema,
        groups,
        people,
        unsent,
    } = contents;
    format!("schema {schema}, groups: {groups}, people: {people}, messages on their way: {unsent}")
}
