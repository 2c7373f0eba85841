//! `[matrix]`: the bot's account on a homeserver.

use muster_adapter_matrix::{CAPS, Invites, Secret, Settings, Url};
use muster_core::surface::Rates;
use serde::Deserialize;

use super::listen::is_web_address;
use super::{ConfigError, Setting};

/// Where the session and its keys are unless something else is said: beside the database file.
const DEFAULT_STORE: &str = "muster-matrix";

/// As it stands in the file. Without a `Debug` form: some of it is secret.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct MatrixTable {
    pub(super) homeserver: Option<String>,
    pub(super) user: Option<String>,
    pub(super) password: Option<String>,
    pub(super) token: Option<String>,
    pub(super) store: Option<String>,
    pub(super) recovery_key: Option<String>,
    pub(super) invites: Option<String>,
    pub(super) rate_limit: Option<String>,
}

/// What is set of the account, each with where it stands.
pub(super) struct MatrixSettings {
    pub(super) homeserver: Option<Setting>,
    pub(super) user: Option<Setting>,
    pub(super) password: Option<Setting>,
    pub(super) token: Option<Setting>,
    pub(super) store: Option<Setting>,
    pub(super) recovery_key: Option<Setting>,
    pub(super) invites: Option<Setting>,
    pub(super) rate_limit: Option<Setting>,
}

/// The account; `None` where nothing of it is set.
pub(super) fn read(settings: MatrixSettings) -> Result<Option<Settings>, ConfigError> {
    let MatrixSettings {
        homeserver,
        user,
        password,
        token,
        store,
        recovery_key,
        invites,
        rate_limit,
    } = settings;
    let Some(homeserver) = homeserver else {
        let lonely = [user, password, token, store, recovery_key, invites, rate_limit];
        return match lonely.into_iter().flatten().next() {
            Some(lonely) => {
                Err(lonely.wrong("needs the homeserver too (MUSTER_MATRIX_HOMESERVER, key matrix.homeserver)"))
            }
            None => Ok(None),
        };
    };
    let Some(user) = user else {
        return Err(homeserver.wrong("needs the bot's account too (MUSTER_MATRIX_USER, key matrix.user)"));
    };
    let secret = match (password, token) {
        (Some(_), Some(token)) => return Err(token.wrong("stands beside a password: only one of them can be used")),
        (Some(password), None) => Secret::Password(password.value),
        (None, Some(token)) => Secret::Token(token.value),
        (None, None) => {
            return Err(user.wrong(
                "needs its password or an access token too (MUSTER_MATRIX_PASSWORD or MUSTER_MATRIX_TOKEN, key \
                 matrix.password or matrix.token)",
            ));
        }
    };
    Ok(Some(Settings {
        homeserver: read_homeserver(&homeserver)?,
        user: read_user(&user)?,
        secret,
        store: store
            .map_or_else(|| DEFAULT_STORE.to_owned(), |store| store.value)
            .into(),
        recovery_key: recovery_key.map(|key| key.value),
        invites: invites
            .map(|invites| read_invites(&invites))
            .transpose()?
            .unwrap_or_default(),
        rates: rate_limit
            .map(|limit| read_rates(&limit))
            .transpose()?
            .unwrap_or(CAPS.rates),
    }))
}

fn read_homeserver(setting: &Setting) -> Result<Url, ConfigError> {
    is_web_address(&setting.value)
        .then(|| setting.value.parse().ok())
        .flatten()
        .ok_or_else(|| setting.wrong("must be the web address of a homeserver, as in https://matrix.example.org"))
}

/// `muster`, or `@muster:example.org`.
fn read_user(setting: &Setting) -> Result<String, ConfigError> {
    let user = setting.value.trim();
    let is_whole = user.starts_with('@') && user.contains(':');
    let is_name = !user.is_empty() && !user.contains(['@', ':', ' ']);
    if is_whole || is_name {
        return Ok(user.to_owned());
    }
    Err(setting.wrong("must be the bot's account, as in @muster:example.org"))
}

fn read_invites(setting: &Setting) -> Result<Invites, ConfigError> {
    Invites::parse(&setting.value).ok_or_else(|| {
        setting.wrong("must be own-server, everybody, or servers and people with commas between, as in example.org, @ana:other.org")
    })
}

fn read_rates(setting: &Setting) -> Result<Rates, ConfigError> {
    match setting.value.trim() {
        "synapse" => Ok(CAPS.rates),
        "none" => Ok(Rates::UNLIMITED),
        _ => Err(setting.wrong("must be synapse (8 messages at once, then one every 5 s), or none where the server was told not to limit the bot")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_all(set: &[(&str, &str)]) -> Result<Option<Settings>, String> {
        let setting = |name: &str| {
            let found = set.iter().find(|(key, _)| *key == name);
            found.map(|(name, value)| Setting {
                value: (*value).to_owned(),
                place: (*name).to_owned(),
            })
        };
        let settings = MatrixSettings {
            homeserver: setting("homeserver"),
            user: setting("user"),
            password: setting("password"),
            token: setting("token"),
            store: setting("store"),
            recovery_key: setting("recovery_key"),
            invites: setting("invites"),
            rate_limit: setting("rate_limit"),
        };
        read(settings).map_err(|error| error.to_string())
    }

    const WHOLE: [(&str, &str); 3] = [
        ("homeserver", "https://matrix.example.org"),
        ("user", "@muster:example.org"),
        ("password", "hush"),
    ];

    fn with(name: &'static str, value: &'static str) -> Result<Option<Settings>, String> {
        let mut set = WHOLE.to_vec();
        set.retain(|(key, _)| *key != name);
        set.push((name, value));
        read_all(&set)
    }

    #[test]
    fn with_nothing_set_there_is_no_account() {
        assert!(read_all(&[]).unwrap().is_none());
        assert!(read_all(&WHOLE).unwrap().is_some());
    }

    #[test]
    fn what_is_missing_is_named() {
        for (set, missing) in [
            (&WHOLE[1..], "needs the homeserver"),
            (&WHOLE[..1], "needs the bot's account"),
            (&WHOLE[..2], "needs its password or an access token"),
        ] {
            let error = read_all(set).unwrap_err();
            assert!(error.contains(missing) && !error.contains("hush"), "{error}");
        }
        let both = with("token", "hush").unwrap_err();
        assert!(both.contains("only one of them") && !both.contains("hush"), "{both}");
    }

    #[test]
    fn what_is_wrong_says_what_would_be_right() {
        for (name, value, right) in [
            ("homeserver", "example.org", "https://matrix.example.org"),
            ("user", "@muster", "@muster:example.org"),
            ("user", "muster bot", "@muster:example.org"),
            ("invites", "my friends", "own-server, everybody"),
            ("rate_limit", "slow", "synapse"),
        ] {
            let error = with(name, value).unwrap_err();
            assert!(error.starts_with(name) && error.contains(right), "{error}");
        }
        assert_eq!(with("rate_limit", "none").unwrap().unwrap().rates, Rates::UNLIMITED);
        assert_eq!(
            with("invites", "everybody").unwrap().unwrap().invites,
            Invites::Everybody
        );
    }
}
