//! `[discord]`: the bot's account on Discord.

use muster_adapter_discord::{CAPS, Settings, Url};
use serde::Deserialize;

use super::listen::is_web_address;
use super::{ConfigError, Setting};

/// As it stands in the file. Without a `Debug` form: the token is secret.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct DiscordTable {
    pub(super) token: Option<String>,
    pub(super) api_url: Option<String>,
}

/// What is set of the account, each with where it stands.
pub(super) struct DiscordSettings {
    pub(super) token: Option<Setting>,
    pub(super) api_url: Option<Setting>,
}

/// The account; `None` where there is no token.
pub(super) fn read(DiscordSettings { token, api_url }: DiscordSettings) -> Result<Option<Settings>, ConfigError> {
    let Some(token) = token else {
        return match api_url {
            Some(lonely) => Err(lonely.wrong("needs the bot's token too (MUSTER_DISCORD_TOKEN, key discord.token)")),
            None => Ok(None),
        };
    };
    if !is_token(&token.value) {
        // What is there is a secret, however it is spelt.
        return Err(token.wrong(
            "must be a bot's token as Discord's Developer Portal gives it: three parts of letters and digits, with dots between",
        ));
    }
    Ok(Some(Settings {
        token: token.value,
        api_url: api_url.map(|setting| read_api_url(&setting)).transpose()?,
        rates: CAPS.rates,
    }))
}

/// Nobody says how long its parts are. With `Bot ` before it, as it stands in a request, it is none.
fn is_token(text: &str) -> bool {
    let is_of_it = |char: char| char.is_ascii_alphanumeric() || matches!(char, '_' | '-' | '=');
    let parts: Vec<&str> = text.split('.').collect();
    parts.len() == 3 && parts.iter().all(|part| !part.is_empty() && part.chars().all(is_of_it))
}

fn read_api_url(setting: &Setting) -> Result<Url, ConfigError> {
    is_web_address(&setting.value)
        .then(|| setting.value.parse().ok())
        .flatten()
        .ok_or_else(|| {
            setting.wrong("must be the web address of a server of Discord's API, as in http://127.0.0.1:8082")
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_all(token: Option<&str>, api_url: Option<&str>) -> Result<Option<Settings>, String> {
        let setting = |name: &str, value: Option<&str>| {
            value.map(|value| Setting {
                value: value.to_owned(),
                place: name.to_owned(),
            })
        };
        let settings = DiscordSettings {
            token: setting("token", token),
            api_url: setting("api_url", api_url),
        };
        read(settings).map_err(|error| error.to_string())
    }

    #[test]
    fn without_a_token_there_is_no_account() {
        assert!(read_all(None, None).unwrap().is_none());
        let lonely = read_all(None, Some("http://127.0.0.1:8082")).unwrap_err();
        assert!(lonely.starts_with("api_url: needs the bot's token"), "{lonely}");
    }

    #[test]
    fn a_token_that_is_none_is_refused_and_not_repeated() {
        assert!(read_all(Some("MTk4.Cl2FMQ.Zn_Cnm-4"), None).unwrap().is_some());
        for token in [
            "",
            "hush",
            "hush.hush",
            "Bot hush.hush.hush",
            "hush..hush",
            "hush.hush.hush.hush",
            "hush.hu/sh.hush",
        ] {
            let error = read_all(Some(token), None).unwrap_err();
            assert!(
                error.starts_with("token: must be a bot's token") && !error.contains("hush"),
                "{error}"
            );
        }
    }

    #[test]
    fn a_server_is_a_web_address() {
        let token = Some("a.b.c");
        assert!(read_all(token, Some("http://127.0.0.1:8082")).unwrap().is_some());
        for url in ["", "127.0.0.1:8082", "ws://127.0.0.1"] {
            assert!(
                read_all(token, Some(url))
                    .unwrap_err()
                    .starts_with("api_url: must be the web address"),
                "{url}"
            );
        }
    }
}
