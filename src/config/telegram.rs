//! `[telegram]`: the bot's account on Telegram.

use muster_adapter_telegram::{CAPS, Settings, Url};
use serde::Deserialize;

use super::listen::is_web_address;
use super::{ConfigError, Setting};

/// As it stands in the file. Without a `Debug` form: the token is secret.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct TelegramTable {
    pub(super) token: Option<String>,
    pub(super) api_url: Option<String>,
    pub(super) webhook_url: Option<String>,
}

/// What is set of the account, each with where it stands.
pub(super) struct TelegramSettings {
    pub(super) token: Option<Setting>,
    pub(super) api_url: Option<Setting>,
    pub(super) webhook_url: Option<Setting>,
}

/// The account; `None` where there is no token. `is_public`: whether the world is listened to.
pub(super) fn read(settings: TelegramSettings, is_public: bool) -> Result<Option<Settings>, ConfigError> {
    let TelegramSettings {
        token,
        api_url,
        webhook_url,
    } = settings;
    let Some(token) = token else {
        return match api_url.or(webhook_url) {
            Some(lonely) => Err(lonely.wrong("needs the bot's token too (MUSTER_TELEGRAM_TOKEN, key telegram.token)")),
            None => Ok(None),
        };
    };
    if !is_token(&token.value) {
        // What is there is a secret, however it is spelt.
        return Err(token.wrong("must be a bot's token as @BotFather gives it: digits, a colon, letters and digits"));
    }
    if let Some(webhook) = webhook_url.as_ref().filter(|_| !is_public) {
        return Err(webhook.wrong("needs a public listener (MUSTER_PUBLIC_LISTEN, key public_listen)"));
    }
    Ok(Some(Settings {
        token: token.value,
        api_url: api_url.map(|setting| read_api_url(&setting)).transpose()?,
        webhook_url: webhook_url.map(|setting| read_webhook_url(&setting)).transpose()?,
        rates: CAPS.rates,
    }))
}

fn is_token(text: &str) -> bool {
    let is_of_secret = |char: char| char.is_ascii_alphanumeric() || matches!(char, '_' | '-');
    text.split_once(':').is_some_and(|(id, secret)| {
        let is_id = !id.is_empty() && id.bytes().all(|byte| byte.is_ascii_digit());
        is_id && !secret.is_empty() && secret.chars().all(is_of_secret)
    })
}

fn read_api_url(setting: &Setting) -> Result<Url, ConfigError> {
    web_address(setting)
        .ok_or_else(|| setting.wrong("must be the web address of a Bot API server, as in http://127.0.0.1:8081"))
}

/// Only an address with a path of its own: other things live behind the listener too.
fn read_webhook_url(setting: &Setting) -> Result<Url, ConfigError> {
    web_address(setting)
        .filter(|url| url.path() != "/")
        .ok_or_else(|| setting.wrong("must be a web address with a path, as in https://desk.example.org/telegram"))
}

fn web_address(setting: &Setting) -> Option<Url> {
    is_web_address(&setting.value)
        .then(|| setting.value.parse().ok())
        .flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_all(token: Option<&str>, webhook: Option<&str>, is_public: bool) -> Result<Option<Settings>, String> {
        let setting = |name: &str, value: Option<&str>| {
            value.map(|value| Setting {
                value: value.to_owned(),
                place: name.to_owned(),
            })
        };
        let settings = TelegramSettings {
            token: setting("token", token),
            api_url: None,
            webhook_url: setting("webhook", webhook),
        };
        read(settings, is_public).map_err(|error| error.to_string())
    }

    #[test]
    fn without_a_token_there_is_no_account() {
        assert!(read_all(None, None, true).unwrap().is_none());
        let lonely = read_all(None, Some("https://desk.example.org/telegram"), true).unwrap_err();
        assert!(lonely.starts_with("webhook: needs the bot's token"), "{lonely}");
    }

    #[test]
    fn a_token_that_is_none_is_refused_and_not_repeated() {
        assert!(read_all(Some("123456:ABC-DEF_ghi"), None, false).unwrap().is_some());
        for token in [
            "",
            "hush",
            "123456:",
            ":hush",
            "12a:hush",
            "123456:hu sh",
            "123456:hush:hush",
        ] {
            let error = read_all(Some(token), None, false).unwrap_err();
            assert!(
                error.starts_with("token: must be a bot's token") && !error.contains("hush"),
                "{error}"
            );
        }
    }

    #[test]
    fn a_webhook_needs_a_path_and_a_listener() {
        let token = Some("123456:hush");
        let told = |url, is_public| read_all(token, Some(url), is_public);
        assert!(told("https://desk.example.org/telegram", true).unwrap().is_some());
        assert!(
            told("https://desk.example.org/telegram", false)
                .unwrap_err()
                .contains("needs a public listener")
        );
        for url in [
            "https://desk.example.org",
            "https://desk.example.org/a?b",
            "desk/telegram",
            "https://a:b@c/d",
            "",
        ] {
            assert!(told(url, true).unwrap_err().contains("with a path"), "{url}");
        }
    }
}
