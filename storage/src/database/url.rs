//! Where a database is, as an operator writes it.

use std::fmt;
use std::path::PathBuf;
use std::str::FromStr;

use sqlx::postgres::PgConnectOptions;

/// What a PostgreSQL URL may carry after its `?`. Anything else is refused here, since sqlx would write it to the log with
/// its value, and it may be a password with a typing error before it.
const PARAMETERS: [&str; 18] = [
    "application_name",
    "dbname",
    "host",
    "hostaddr",
    "options",
    "password",
    "port",
    "ssl-ca",
    "ssl-cert",
    "ssl-key",
    "ssl-mode",
    "ssl-root-cert",
    "sslcert",
    "sslkey",
    "sslmode",
    "sslrootcert",
    "statement-cache-capacity",
    "user",
];

/// Where a database is. Shown without passwords.
#[derive(Clone, PartialEq, Eq)]
pub enum DatabaseUrl {
    /// A file: `sqlite:muster.db`.
    Sqlite(PathBuf),
    /// A server: `postgres://muster:secret@localhost/muster`.
    Postgres(PostgresUrl),
}

/// Where a PostgreSQL database is, and how to get in. Shown without passwords.
#[derive(Clone, PartialEq, Eq)]
pub struct PostgresUrl {
    whole: String,
    shown: String,
}

impl PostgresUrl {
    /// The URL with its password: for connecting, never for showing.
    pub fn with_password(&self) -> &str {
        &self.whole
    }
}

/// Why what was written is no place of a database. What was written is not repeated: it may hold a password.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum UrlError {
    /// It is neither a file nor a server.
    #[error(
        "must be sqlite: and a file, as in sqlite:muster.db, or postgres: and a server, as in \
         postgres://muster:password@localhost/muster"
    )]
    Unknown,
    /// SQLite is to use something else than a file.
    #[error("must name a file, as in sqlite:muster.db")]
    NoFile,
    /// PostgreSQL's part cannot be read.
    #[error(
        "must be a server, as in postgres://muster:password@localhost/muster; in the password, write %40 for @, %2F for /, \
         %3A for :, %3F for ?, %23 for # and %25 for %"
    )]
    NoServer,
    /// It has a parameter that means nothing.
    #[error("has a parameter after its ? that means nothing; these do: {}", PARAMETERS.join(", "))]
    Parameter,
}

impl FromStr for DatabaseUrl {
    type Err = UrlError;

    fn from_str(text: &str) -> Result<Self, UrlError> {
        match text.split_once(':') {
            Some(("sqlite", rest)) => file(rest).map(Self::Sqlite),
            Some(("postgres" | "postgresql", _)) => server(text).map(Self::Postgres),
            _ => Err(UrlError::Unknown),
        }
    }
}

fn file(rest: &str) -> Result<PathBuf, UrlError> {
    let path = rest.strip_prefix("//").unwrap_or(rest);
    if path.is_empty() || path == ":memory:" || path.contains('?') {
        return Err(UrlError::NoFile);
    }
    Ok(path.into())
}

fn server(whole: &str) -> Result<PostgresUrl, UrlError> {
    let (_, parameters) = whole.split_once('?').unwrap_or_default();
    let names = parameters
        .split('&')
        .filter_map(|parameter| parameter.split('=').next());
    let means_something = |name: &str| name.is_empty() || PARAMETERS.contains(&name) || name.starts_with("options[");
    if !names.into_iter().all(means_something) {
        return Err(UrlError::Parameter);
    }
    let options = PgConnectOptions::from_str(whole).map_err(|_| UrlError::NoServer)?;
    let place = options.get_socket().map_or_else(
        || format!("{}:{}", options.get_host(), options.get_port()),
        |socket| socket.display().to_string(),
    );
    let user = options.get_username();
    let database = options.get_database().unwrap_or(user);
    Ok(PostgresUrl {
        whole: whole.to_owned(),
        shown: format!("postgres://{user}@{place}/{database}"),
    })
}

impl fmt::Display for DatabaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Sqlite(path) => path.display().fmt(f),
            Self::Postgres(url) => url.fmt(f),
        }
    }
}

impl fmt::Display for PostgresUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.shown)
    }
}

impl fmt::Debug for DatabaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl fmt::Debug for PostgresUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_is_shown_nowhere() {
        for url in [
            "postgres://ana:hush@db.example:6432/desk",
            "postgresql://ana@db.example:6432/desk?password=hush&sslmode=require",
            "postgres://ana:hush@db.example:6432/desk?options[search_path]=hush",
        ] {
            let read: DatabaseUrl = url.parse().unwrap();
            assert_eq!(read.to_string(), "postgres://ana@db.example:6432/desk");
            assert!(!format!("{read:?}").contains("hush"));
            assert!(matches!(read, DatabaseUrl::Postgres(of) if of.with_password() == url));
        }
    }

    #[test]
    fn what_is_wrong_is_said_without_repeating_it() {
        for (url, error) in [
            ("mysql:hush", UrlError::Unknown),
            ("muster.db", UrlError::Unknown),
            ("sqlite:", UrlError::NoFile),
            ("sqlite::memory:", UrlError::NoFile),
            ("postgres://ana:hu/sh@db.example/desk", UrlError::NoServer),
            ("postgres://ana@db.example/desk?pasword=hush", UrlError::Parameter),
            ("postgres://ana@db.example/desk?sslmode=hush", UrlError::NoServer),
        ] {
            let refused = url.parse::<DatabaseUrl>().unwrap_err();
            assert_eq!(refused, error, "{url}");
            assert!(!refused.to_string().contains("hush"), "{refused}");
        }
    }
}
