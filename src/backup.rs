//! `muster backup` and `muster restore`.

use std::path::Path;

use anyhow::{Context, Result};
use muster_storage::backup::{self, Contents};

use crate::config::Config;

/// Writes the desk as it stands into a new file, while it goes on; what to tell the operator.
pub async fn back_up(config: &Config, to: &Path) -> Result<String> {
    let contents = backup::back_up_sqlite(&config.database, to)
        .await
        .with_context(|| format!("no backup of {}", config.database.display()))?;
    Ok(format!("{}: {}", to.display(), words(&contents)))
}

/// Makes the configured database, which must not be there yet, of a backup; what to tell the operator.
pub async fn restore(config: &Config, from: &Path) -> Result<String> {
    let contents = backup::restore_sqlite(from, &config.database)
        .await
        .with_context(|| format!("{} is not restored", from.display()))?;
    let mut said = format!("{}: {}", config.database.display(), words(&contents));
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
