//! `muster.toml` and the `MUSTER_*` variables, the only reader of the environment.
//!
//! A variable goes before the file. Whatever is wrong is one sentence that names the key and where it stands.
//!
//! - here: what is configured; `file`: the file itself; `read`: what values mean
//! - `listen`, `retention` and the platforms: parts of it

#[cfg(feature = "discord")]
mod discord;
mod file;
mod listen;
#[cfg(feature = "matrix")]
mod matrix;
mod read;
mod retention;
#[cfg(feature = "telegram")]
mod telegram;

use std::fmt;
use std::path::Path;

use muster_core::chrono::TimeDelta;
use muster_core::door::Defaults;
use muster_core::retention::Retention;
use muster_storage::DatabaseUrl;
use tracing_subscriber::EnvFilter;

use retention::RetentionTable;

pub use listen::{Listen, PublicUrl};

/// The file that is read where it stands in the working directory.
pub const FILE: &str = "muster.toml";

/// The database where nothing is configured.
const DEFAULT_DATABASE: &str = "sqlite:muster.db";

/// What the operator configured.
#[derive(Debug)]
pub struct Config {
    /// Where the database is.
    pub database: DatabaseUrl,
    /// What serves a group that is founded.
    pub defaults: Defaults,
    /// How long what has ended is kept.
    pub retention: Retention,
    /// The name of whoever sits at the console.
    pub console_name: String,
    /// What is logged: directives of `tracing_subscriber::EnvFilter`.
    pub log: EnvFilter,
    /// How long a platform is a node's after it last said so.
    pub lease: TimeDelta,
    /// Where health and metrics are told, if anywhere.
    pub admin_listen: Option<Listen>,
    /// Where the world comes in, if anywhere.
    pub public_listen: Option<Listen>,
    /// How the world finds that.
    pub public_url: Option<PublicUrl>,
    /// The bot's account on Discord, if it has one.
    #[cfg(feature = "discord")]
    pub discord: Option<muster_adapter_discord::Settings>,
    /// The account on Matrix, if there is one.
    #[cfg(feature = "matrix")]
    pub matrix: Option<muster_adapter_matrix::Settings>,
    /// The bot's account on Telegram, if it has one.
    #[cfg(feature = "telegram")]
    pub telegram: Option<muster_adapter_telegram::Settings>,
    /// What is to go wrong at which points.
    #[cfg(feature = "failpoints")]
    pub faults: crate::engine::fault::FaultPlan,
    /// The socket of whoever holds the clock.
    #[cfg(feature = "test-clock")]
    pub test_clock: Option<std::path::PathBuf>,
    /// How much is sent to a server of the tests' that has no limits.
    #[cfg(feature = "test-platform")]
    pub test_rates: Option<muster_core::surface::Rates>,
    /// The tests' own platforms.
    #[cfg(feature = "test-platform")]
    pub test_platforms: Vec<muster_test_servers::address::PlatformAddress>,
}

/// What is wrong with the configuration, and where.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{place}: {trouble}")]
pub struct ConfigError {
    place: String,
    trouble: String,
}

/// A value and where it stands, for the sentence that says what is wrong with it.
struct Setting {
    value: String,
    place: String,
}

impl Setting {
    fn wrong(&self, trouble: impl fmt::Display) -> ConfigError {
        ConfigError {
            place: self.place.clone(),
            trouble: trouble.to_string(),
        }
    }
}

impl Config {
    /// Reads `muster.toml` in `folder`, if there is one, and the environment.
    #[expect(clippy::disallowed_methods, reason = "the one place that reads the environment")]
    pub fn read(folder: &Path) -> Result<Self, ConfigError> {
        Self::from(&folder.join(FILE), |name| std::env::var(name).ok())
    }

    /// Whether a platform is configured.
    pub const fn serves_platforms(&self) -> bool {
        #[cfg(feature = "discord")]
        if self.discord.is_some() {
            return true;
        }
        #[cfg(feature = "matrix")]
        if self.matrix.is_some() {
            return true;
        }
        #[cfg(feature = "telegram")]
        if self.telegram.is_some() {
            return true;
        }
        false
    }

    fn from(path: &Path, variable: impl Fn(&str) -> Option<String>) -> Result<Self, ConfigError> {
        let file = file::read(path)?;
        let from_variable = |name: &str| {
            variable(name).map(|value| Setting {
                value,
                place: name.to_owned(),
            })
        };
        let if_set = |name: &str, key: &str, in_file: Option<String>| {
            from_variable(name).or_else(|| {
                in_file.map(|value| Setting {
                    value,
                    place: format!("{}, key {key}", path.display()),
                })
            })
        };
        let setting = |name: &str, key: &str, in_file: Option<String>, default: &str| {
            if_set(name, key, in_file).unwrap_or_else(|| Setting {
                value: default.to_owned(),
                place: "the default".to_owned(),
            })
        };
        let database = setting(
            "MUSTER_DATABASE_URL",
            "database_url",
            file.database_url,
            DEFAULT_DATABASE,
        );
        let zone = setting("MUSTER_TIMEZONE", "timezone", file.timezone, "UTC");
        let language = setting("MUSTER_LANGUAGE", "language", file.language, "en");
        let log = setting("MUSTER_LOG", "log", file.log, "warn");
        let name = setting("MUSTER_CONSOLE_NAME", "console.name", file.console.name, "organizer");
        let RetentionTable { messages, codes, audit } = file.retention;
        let messages = setting("MUSTER_RETENTION_MESSAGES", "retention.messages", messages, "14d");
        let codes = setting("MUSTER_RETENTION_CODES", "retention.codes", codes, "1d");
        let audit = setting("MUSTER_RETENTION_AUDIT", "retention.audit", audit, retention::FOREVER);
        let lease = setting("MUSTER_LEASE", "lease", file.lease, "15s");
        let admin_listen = if_set("MUSTER_ADMIN_LISTEN", "admin_listen", file.admin_listen);
        let public_listen = if_set("MUSTER_PUBLIC_LISTEN", "public_listen", file.public_listen);
        #[cfg(feature = "telegram")]
        let is_public = public_listen.is_some();
        let public_url = if_set("MUSTER_PUBLIC_URL", "public_url", file.public_url);
        #[cfg(feature = "discord")]
        let discord = discord::DiscordSettings {
            token: if_set("MUSTER_DISCORD_TOKEN", "discord.token", file.discord.token),
            api_url: if_set("MUSTER_DISCORD_API_URL", "discord.api_url", file.discord.api_url),
        };
        #[cfg(feature = "matrix")]
        let matrix = {
            let table = file.matrix;
            matrix::MatrixSettings {
                homeserver: if_set("MUSTER_MATRIX_HOMESERVER", "matrix.homeserver", table.homeserver),
                user: if_set("MUSTER_MATRIX_USER", "matrix.user", table.user),
                password: if_set("MUSTER_MATRIX_PASSWORD", "matrix.password", table.password),
                token: if_set("MUSTER_MATRIX_TOKEN", "matrix.token", table.token),
                store: if_set("MUSTER_MATRIX_STORE", "matrix.store", table.store),
                recovery_key: if_set("MUSTER_MATRIX_RECOVERY_KEY", "matrix.recovery_key", table.recovery_key),
                invites: if_set("MUSTER_MATRIX_INVITES", "matrix.invites", table.invites),
                rate_limit: if_set("MUSTER_MATRIX_RATE_LIMIT", "matrix.rate_limit", table.rate_limit),
            }
        };
        #[cfg(feature = "telegram")]
        let telegram = telegram::TelegramSettings {
            token: if_set("MUSTER_TELEGRAM_TOKEN", "telegram.token", file.telegram.token),
            api_url: if_set("MUSTER_TELEGRAM_API_URL", "telegram.api_url", file.telegram.api_url),
            webhook_url: if_set(
                "MUSTER_TELEGRAM_WEBHOOK_URL",
                "telegram.webhook_url",
                file.telegram.webhook_url,
            ),
        };
        Ok(Self {
            database: read::database(&database)?,
            defaults: Defaults {
                zone: read::zone(&zone)?,
                language: read::language(&language)?,
            },
            retention: retention::read(&messages, &codes, &audit)?,
            console_name: read::name(name)?,
            log: read::log(&log)?,
            lease: read::lease(&lease)?,
            admin_listen: admin_listen.map(listen::read_listen).transpose()?,
            public_listen: public_listen.map(listen::read_listen).transpose()?,
            public_url: public_url.map(|setting| listen::read_url(&setting)).transpose()?,
            #[cfg(feature = "discord")]
            discord: discord::read(discord)?,
            #[cfg(feature = "matrix")]
            matrix: matrix::read(matrix)?,
            #[cfg(feature = "telegram")]
            telegram: telegram::read(telegram, is_public)?,
            #[cfg(feature = "failpoints")]
            faults: read::faults(from_variable("MUSTER_FAILPOINTS"))?,
            #[cfg(feature = "test-clock")]
            test_clock: from_variable("MUSTER_TEST_CLOCK")
                .map(|setting| read::test_clock(&setting))
                .transpose()?,
            #[cfg(feature = "test-platform")]
            test_rates: from_variable("MUSTER_TEST_UNPACED").map(|_| muster_core::surface::Rates::UNLIMITED),
            #[cfg(feature = "test-platform")]
            test_platforms: from_variable("MUSTER_TEST_PLATFORM")
                .map(|setting| read::test_platforms(&setting))
                .transpose()?
                .unwrap_or_default(),
        })
    }
}

#[cfg(test)]
mod tests;
