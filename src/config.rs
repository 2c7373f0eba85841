//! `muster.toml` and the `MUSTER_*` variables, the only reader of the environment.
//!
//! A variable goes before the file. Whatever is wrong is one sentence that names the key and where it stands.

#[cfg(feature = "discord")]
mod discord;
mod listen;
#[cfg(feature = "matrix")]
mod matrix;
mod retention;
#[cfg(feature = "telegram")]
mod telegram;

use std::fmt;
use std::path::Path;

use muster_core::chrono::TimeDelta;
use muster_core::door::Defaults;
use muster_core::locale::Language;
use muster_core::retention::Retention;
use muster_core::time::Zone;
use muster_storage::{DatabaseUrl, UrlError};
use serde::Deserialize;
use tracing_subscriber::EnvFilter;

pub use listen::{Listen, PublicUrl};

use retention::RetentionTable;

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

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    database_url: Option<String>,
    timezone: Option<String>,
    language: Option<String>,
    log: Option<String>,
    lease: Option<String>,
    admin_listen: Option<String>,
    public_listen: Option<String>,
    public_url: Option<String>,
    #[serde(default)]
    console: ConsoleTable,
    #[serde(default)]
    retention: RetentionTable,
    #[cfg(feature = "discord")]
    #[serde(default)]
    discord: discord::DiscordTable,
    #[cfg(feature = "matrix")]
    #[serde(default)]
    matrix: matrix::MatrixTable,
    #[cfg(feature = "telegram")]
    #[serde(default)]
    telegram: telegram::TelegramTable,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct ConsoleTable {
    name: Option<String>,
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
        let file = read_file(path)?;
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
            database: read_database(&database)?,
            defaults: Defaults {
                zone: read_zone(&zone)?,
                language: read_language(&language)?,
            },
            retention: retention::read(&messages, &codes, &audit)?,
            console_name: read_name(name)?,
            log: read_log(&log)?,
            lease: read_lease(&lease)?,
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
            faults: read_faults(from_variable("MUSTER_FAILPOINTS"))?,
            #[cfg(feature = "test-clock")]
            test_clock: from_variable("MUSTER_TEST_CLOCK")
                .map(|setting| read_test_clock(&setting))
                .transpose()?,
            #[cfg(feature = "test-platform")]
            test_rates: from_variable("MUSTER_TEST_UNPACED").map(|_| muster_core::surface::Rates::UNLIMITED),
            #[cfg(feature = "test-platform")]
            test_platforms: from_variable("MUSTER_TEST_PLATFORM")
                .map(|setting| read_test_platforms(&setting))
                .transpose()?
                .unwrap_or_default(),
        })
    }
}

fn read_file(path: &Path) -> Result<File, ConfigError> {
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

fn read_database(setting: &Setting) -> Result<DatabaseUrl, ConfigError> {
    setting.value.parse().map_err(|error: UrlError| setting.wrong(error))
}

fn read_zone(setting: &Setting) -> Result<Zone, ConfigError> {
    Zone::parse(&setting.value)
        .ok_or_else(|| setting.wrong("must be an IANA time zone or a city, as in America/New_York"))
}

fn read_language(setting: &Setting) -> Result<Language, ConfigError> {
    Language::from_code(&setting.value).ok_or_else(|| {
        let codes: Vec<&str> = Language::ALL.into_iter().map(Language::code).collect();
        setting.wrong(format!("must be one of {}", codes.join(", ")))
    })
}

/// Parts that are not heard whatever is asked for: what the Matrix library logs names people and rooms, at its finest level
/// messages too, and its errors are ours to tell.
const QUIET: [&str; 1] = ["matrix_sdk=off"];

fn read_log(setting: &Setting) -> Result<EnvFilter, ConfigError> {
    let filter = EnvFilter::try_new(&setting.value);
    let filter = filter.map_err(|_| setting.wrong("must be levels of parts, as in warn or muster=debug"))?;
    Ok(QUIET.iter().fold(filter, |filter, part| match part.parse() {
        Ok(directive) => filter.add_directive(directive),
        Err(_) => filter,
    }))
}

/// `15s`, of at least two seconds and at most five minutes.
fn read_lease(setting: &Setting) -> Result<TimeDelta, ConfigError> {
    let seconds = setting
        .value
        .strip_suffix('s')
        .and_then(|seconds| seconds.trim_end().parse().ok());
    match seconds {
        Some(seconds @ 2..=300) => Ok(TimeDelta::seconds(seconds)),
        _ => Err(setting.wrong("must be from 2s to 300s, as in 15s")),
    }
}

fn read_name(setting: Setting) -> Result<String, ConfigError> {
    if muster_adapter_console::line::is_name(&setting.value) {
        return Ok(setting.value);
    }
    Err(setting.wrong("must be at most 32 letters, digits, - or _"))
}

#[cfg(feature = "failpoints")]
fn read_faults(setting: Option<Setting>) -> Result<crate::engine::fault::FaultPlan, ConfigError> {
    let Some(setting) = setting else {
        return Ok(crate::engine::fault::FaultPlan::default());
    };
    setting
        .value
        .parse()
        .map_err(|error: crate::engine::fault::PlanError| setting.wrong(error))
}

#[cfg(feature = "test-platform")]
fn read_test_platforms(setting: &Setting) -> Result<Vec<muster_test_servers::address::PlatformAddress>, ConfigError> {
    muster_test_servers::address::PlatformAddress::list(&setting.value).map_err(|error| setting.wrong(error))
}

#[cfg(feature = "test-clock")]
fn read_test_clock(setting: &Setting) -> Result<std::path::PathBuf, ConfigError> {
    match setting.value.strip_prefix("unix:") {
        Some(socket) if !socket.is_empty() => Ok(socket.into()),
        _ => Err(setting.wrong("must be a socket, as in unix:/run/clock")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(toml: &str, variables: &[(&str, &str)]) -> Result<Config, String> {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(FILE);
        std::fs::write(&path, toml).unwrap();
        let variable = |name: &str| {
            variables
                .iter()
                .find(|(key, _)| *key == name)
                .map(|(_, value)| (*value).to_owned())
        };
        Config::from(&path, variable).map_err(|error| error.to_string().replace(&path.display().to_string(), FILE))
    }

    #[test]
    fn with_nothing_configured_there_is_a_desk_on_an_sqlite_file() {
        let config = Config::from(Path::new("/nowhere/muster.toml"), |_| None).unwrap();
        assert_eq!(config.database, DatabaseUrl::Sqlite("muster.db".into()));
        assert_eq!(config.defaults.zone.name(), "UTC");
        assert_eq!(config.console_name, "organizer");
        assert_eq!(config.retention, Retention::default(), "the defaults are the core's");
        assert_eq!(
            config.lease,
            crate::engine::Settings::default().lease,
            "the default is the engine's"
        );
    }

    #[test]
    fn retention_periods_are_read_from_file_and_variables() {
        let toml = "[retention]\nmessages = '30d'\ncodes = '2h'\naudit = '2y'\n";
        let config = read(toml, &[("MUSTER_RETENTION_MESSAGES", "1d")]).unwrap();
        assert_eq!(config.retention.messages, TimeDelta::days(1));
        assert_eq!(config.retention.codes, TimeDelta::hours(2));
        assert_eq!(config.retention.audit, Some(TimeDelta::days(730)));
        let config = read(toml, &[("MUSTER_RETENTION_AUDIT", "forever")]).unwrap();
        assert_eq!(config.retention.audit, None);
    }

    #[test]
    fn nothing_listens_unless_it_is_said_where() {
        let config = read("", &[]).unwrap();
        assert_eq!(config.admin_listen, None);
        assert_eq!(config.public_listen, None);
        assert_eq!(config.public_url, None);
        let toml =
            "admin_listen = '127.0.0.1:9100'\npublic_listen = '[::]:8080'\npublic_url = 'https://example.org/'\n";
        let config = read(toml, &[("MUSTER_ADMIN_LISTEN", "127.0.0.1:0")]).unwrap();
        let addresses = [config.admin_listen, config.public_listen].map(|listen| listen.unwrap().address.to_string());
        assert_eq!(addresses, ["127.0.0.1:0", "[::]:8080"]);
        assert_eq!(config.public_url.unwrap().as_str(), "https://example.org");
    }

    #[cfg(feature = "failpoints")]
    #[test]
    fn faults_are_read_from_their_variable_only() {
        assert!(read("", &[("MUSTER_FAILPOINTS", "tick.due=kill@1")]).is_ok());
        let error = read("", &[("MUSTER_FAILPOINTS", "tick.duo=kill@1")]).unwrap_err();
        assert!(
            error.starts_with("MUSTER_FAILPOINTS: names the point \"tick.duo\", and there are only intake.received"),
            "{error}"
        );
    }

    #[cfg(feature = "test-clock")]
    #[test]
    fn the_socket_of_the_clock_is_read_from_its_variable_only() {
        let config = read("", &[("MUSTER_TEST_CLOCK", "unix:/run/clock")]).unwrap();
        assert_eq!(config.test_clock, Some("/run/clock".into()));
        let error = read("", &[("MUSTER_TEST_CLOCK", "/run/clock")]).unwrap_err();
        assert!(error.starts_with("MUSTER_TEST_CLOCK: must be a socket"), "{error}");
    }

    #[test]
    fn a_variable_goes_before_the_file() {
        let toml =
            "database_url = 'sqlite:a.db'\ntimezone = 'Europe/Madrid'\nlanguage = 'es'\n[console]\nname = 'ana'\n";
        let config = read(toml, &[("MUSTER_DATABASE_URL", "sqlite:///var/lib/muster.db")]).unwrap();
        assert_eq!(config.database, DatabaseUrl::Sqlite("/var/lib/muster.db".into()));
        assert_eq!(config.defaults.zone.name(), "Europe/Madrid");
        assert_eq!(config.defaults.language, Language::Spanish);
        assert_eq!(config.console_name, "ana");
    }

    #[test]
    fn what_is_wrong_is_one_sentence_with_key_and_place() {
        let cases = [
            (
                "timezone = 'Mars'",
                "muster.toml, key timezone: must be an IANA time zone",
            ),
            ("language = 'xx'", "muster.toml, key language: must be one of en, es"),
            (
                "database_url = 'mysql:x'",
                "muster.toml, key database_url: must be sqlite:",
            ),
            (
                "database_url = 'sqlite:'",
                "muster.toml, key database_url: must name a file",
            ),
            (
                "database_url = 'postgres://ana:hu/sh@localhost/desk'",
                "muster.toml, key database_url: must be a server, as in postgres://",
            ),
            (
                "database_url = 'postgres://ana@localhost/desk?pasword=hush'",
                "muster.toml, key database_url: has a parameter after its ? that means nothing",
            ),
            (
                "database_url = 3",
                "muster.toml, line 1: invalid type: integer `3`, expected a string",
            ),
            (
                "\ndatabse_url = 'x'",
                "muster.toml, line 2: unknown field `databse_url`",
            ),
            ("lease = '1s'", "muster.toml, key lease: must be from 2s to 300s"),
            ("lease = '15'", "muster.toml, key lease: must be from 2s to 300s"),
            (
                "[console]\nname = 'a b'",
                "muster.toml, key console.name: must be at most 32 letters",
            ),
            (
                "log = 'core=[nonsense'",
                "muster.toml, key log: must be levels of parts",
            ),
            (
                "[retention]\nmessages = '23h'",
                "muster.toml, key retention.messages: must be at least 1d, since platforms deliver",
            ),
            (
                "[retention]\nmessages = 'forever'",
                "muster.toml, key retention.messages: must be a number of hours, days, weeks or years",
            ),
            (
                "[retention]\ncodes = '0d'",
                "muster.toml, key retention.codes: must be at least 1h",
            ),
            (
                "[retention]\naudit = '1h'",
                "muster.toml, key retention.audit: must be at least 1d, or forever",
            ),
            (
                "[retention]\naudit = '101y'",
                "muster.toml, key retention.audit: must be at most 100y",
            ),
            (
                "[retention]\nmessages = 14",
                "muster.toml, line 2: invalid type: integer `14`, expected a string",
            ),
            (
                "[retention]\nshifts = '1y'",
                "muster.toml, line 2: unknown field `shifts`",
            ),
            (
                "admin_listen = 'localhost:9100'",
                "muster.toml, key admin_listen: must be an address of this machine and a port, as in 127.0.0.1:9100",
            ),
            (
                "public_listen = '8080'",
                "muster.toml, key public_listen: must be an address of this machine and a port, as in 127.0.0.1:9100",
            ),
            (
                "public_url = 'desk.example.org'",
                "muster.toml, key public_url: must be a web address without ? or #, as in https://desk.example.org",
            ),
            ("timezone = ", "muster.toml, line 1: "),
        ];
        for (toml, sentence) in cases {
            let error = read(toml, &[]).unwrap_err();
            assert!(error.starts_with(sentence), "{toml}: {error}");
            assert!(!error.contains('\n'), "{error}");
        }
        let error = read("", &[("MUSTER_TIMEZONE", "Mars")]).unwrap_err();
        assert!(
            error.starts_with("MUSTER_TIMEZONE: must be an IANA time zone"),
            "{error}"
        );
        let error = read("", &[("MUSTER_RETENTION_AUDIT", "soon")]).unwrap_err();
        assert!(
            error.starts_with("MUSTER_RETENTION_AUDIT: must be a number of"),
            "{error}"
        );
    }
}
