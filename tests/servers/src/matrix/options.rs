//! What kind of homeserver.

use std::path::Path;

use serde_json::{Map, Value, json};

use super::{SERVER_NAME, Synapse};

/// What opens the registration to the tests.
pub(super) const SHARED_SECRET: &str = "a secret of the tests only";

/// What kind of homeserver: one that takes as much as comes, unless it says otherwise.
#[derive(Debug, Clone)]
pub struct Options {
    settings: Map<String, Value>,
}

impl Default for Options {
    fn default() -> Self {
        Self::new()
    }
}

impl Options {
    /// Nothing unusual.
    pub fn new() -> Self {
        Self { settings: generous() }
    }

    /// How many messages a second an account may send, and how many at once.
    #[must_use]
    pub fn messages(self, per_second: f64, burst: u32) -> Self {
        self.with("rc_message", rate(per_second, burst))
    }

    /// A setting of homeserver.yaml.
    #[must_use]
    pub fn with(mut self, name: &str, value: Value) -> Self {
        self.settings.insert(name.to_owned(), value);
        self
    }

    /// Starts it.
    pub fn start(self) -> Synapse {
        Synapse::start(self)
    }

    /// The homeserver.yaml of a server that lives in that folder: JSON is YAML too.
    pub(super) fn configuration(mut self, folder: &Path, socket: &Path) -> String {
        self.settings.extend(housed(folder, socket));
        Value::from(self.settings).to_string()
    }
}

fn rate(per_second: f64, burst: u32) -> Value {
    json!({ "per_second": per_second, "burst_count": burst })
}

/// No limits that a test would meet.
fn generous() -> Map<String, Value> {
    let plenty = rate(100_000.0, 100_000);
    let settings = json!({
        "rc_message": plenty,
        "rc_registration": plenty,
        "rc_login": { "address": plenty, "account": plenty, "failed_attempts": plenty },
        "rc_joins": { "local": plenty, "remote": plenty },
        "rc_joins_per_room": plenty,
        "rc_invites": { "per_room": plenty, "per_user": plenty, "per_issuer": plenty },
        "rc_room_creation": plenty,
        "rc_admin_redaction": plenty,
        "rc_key_requests": plenty,
        "rc_media_create": plenty,
    });
    object(settings)
}

/// Where it lives; alone in the world, without what costs a start time, and with all of a timeline in one answer.
fn housed(folder: &Path, socket: &Path) -> Map<String, Value> {
    let settings = json!({
        "server_name": SERVER_NAME,
        "listeners": [{ "path": socket, "type": "http", "resources": [{ "names": ["client"] }] }],
        "database": { "name": "sqlite3", "args": { "database": folder.join("homeserver.db") } },
        "media_store_path": folder.join("media"),
        "pid_file": folder.join("homeserver.pid"),
        "log_config": folder.join("log.yaml"),
        "signing_key": "ed25519 tests bXVzdGVyJ3MgdGVzdHMga2VlcCBubyBzZWNyZXRzISE",
        "macaroon_secret_key": "another secret of the tests only",
        "registration_shared_secret": SHARED_SECRET,
        "report_stats": false,
        "trusted_key_servers": [],
        "federation_domain_whitelist": [],
        "bcrypt_rounds": 4,
        "presence": { "enabled": false },
        "filter_timeline_limit": -1,
        "caches": { "sync_response_cache_duration": "0s" },
    });
    object(settings)
}

fn object(value: Value) -> Map<String, Value> {
    match value {
        Value::Object(object) => object,
        other => panic!("not an object: {other}"),
    }
}

/// Everything it logs, into a file.
pub(super) fn log_configuration(file: &Path) -> String {
    let configuration = json!({
        "version": 1,
        "formatters": { "line": { "format": "%(asctime)s %(levelname)s %(name)s %(request)s %(message)s" } },
        "filters": { "context": { "()": "synapse.logging.context.LoggingContextFilter", "request": "" } },
        "handlers": { "file": {
            "class": "logging.FileHandler",
            "filename": file,
            "formatter": "line",
            "filters": ["context"],
        } },
        "root": { "level": "INFO", "handlers": ["file"] },
        "disable_existing_loggers": false,
    });
    configuration.to_string()
}
