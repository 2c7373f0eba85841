//! What is read, and what is refused.

use muster_core::locale::Language;

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
    let toml = "admin_listen = '127.0.0.1:9100'\npublic_listen = '[::]:8080'\npublic_url = 'https://example.org/'\n";
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
    let toml = "database_url = 'sqlite:a.db'\ntimezone = 'Europe/Madrid'\nlanguage = 'es'\n[console]\nname = 'ana'\n";
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
