//! The file itself.

use std::path::Path;

use serde::Deserialize;

use super::ConfigError;
use super::retention::RetentionTable;

/// What stands in it.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct File {
    pub(super) database_url: Option<String>,
    pub(super) timezone: Option<String>,
    pub(super) language: Option<String>,
    pub(super) log: Option<String>,
    pub(super) lease: Option<String>,
    pub(super) admin_listen: Option<String>,
    pub(super) public_listen: Option<String>,
    pub(super) public_url: Option<String>,
    #[serde(default)]
    pub(super) console: ConsoleTable,
    #[serde(default)]
    pub(super) retention: RetentionTable,
    #[cfg(feature = "discord")]
    #[serde(default)]
    pub(super) discord: super::discord::DiscordTable,
    #[cfg(feature = "matrix")]
    #[serde(default)]
    pub(super) matrix: super::matrix::MatrixTable,
    #[cfg(feature = "telegram")]
    #[serde(default)]
    pub(super) telegram: super::telegram::TelegramTable,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ConsoleTable {
    pub(super) name: Option<String>,
}

/// What stands in the file; nothing where there is none.
pub(super) fn read(path: &Path) -> Result<File, ConfigError> {
    let place = path.display().to_string();
    let text = match std::fs::read_to_string(path) {
        Ok(text) => text,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(File::default()),
        Err(error) => {
            return Err(ConfigError {
                place,
                trouble: format!("cannot be read: {error}"),
            });
        }
    };
    toml::from_str(&text).map_err(|error| {
        let line = error
            .span()
            .map_or(1, |span| text[..span.start].matches('\n').count() + 1);
        ConfigError {
            place: format!("{place}, line {line}"),
            trouble: error.message().replace('\n', " "),
        }
    })
}
