//! `admin_listen`, `public_listen` and `public_url`: where the bot is reached over HTTP.

use std::fmt;
use std::net::SocketAddr;

use axum::http::Uri;

use super::{ConfigError, Setting};

/// An address to listen at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listen {
    /// The address. Port 0 is any port that is free.
    pub address: SocketAddr,
    /// Where it is configured, for the sentence that says why it cannot be had.
    pub place: String,
}

/// How the world reaches the public listener: a web address without a slash at its end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicUrl(String);

impl PublicUrl {
    /// The address; a path is put behind it as it is, as in `/calendar/…`.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for PublicUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

pub(super) fn read_listen(setting: Setting) -> Result<Listen, ConfigError> {
    match setting.value.parse() {
        Ok(address) => Ok(Listen {
            address,
            place: setting.place,
        }),
        Err(_) => Err(setting.wrong("must be an address of this machine and a port, as in 127.0.0.1:9100")),
    }
}

pub(super) fn read_url(setting: &Setting) -> Result<PublicUrl, ConfigError> {
    if is_web_address(&setting.value) {
        return Ok(PublicUrl(setting.value.trim_end_matches('/').to_owned()));
    }
    Err(setting.wrong("must be a web address without ? or #, as in https://desk.example.org"))
}

/// Whether it is an address of the web, of a host and no user, without ? or #.
pub(super) fn is_web_address(text: &str) -> bool {
    // `Uri` forgets what stands after a #.
    let Ok(uri) = text.parse::<Uri>() else { return false };
    let scheme_is_webs = matches!(uri.scheme_str(), Some("http" | "https"));
    let names_a_host_alone = uri
        .authority()
        .is_some_and(|authority| !authority.host().is_empty() && !authority.as_str().contains('@'));
    scheme_is_webs && names_a_host_alone && !text.contains(['?', '#'])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn url(text: &str) -> Option<String> {
        let setting = Setting {
            value: text.to_owned(),
            place: "public_url".to_owned(),
        };
        read_url(&setting).ok().map(|url| url.to_string())
    }

    #[test]
    fn a_public_url_is_a_web_address_without_a_query() {
        let good = [
            ("https://desk.example.org", "https://desk.example.org"),
            ("http://192.0.2.7:8080/", "http://192.0.2.7:8080"),
            ("https://[2001:db8::7]/muster/", "https://[2001:db8::7]/muster"),
        ];
        for (text, address) in good {
            assert_eq!(url(text).as_deref(), Some(address));
        }
        let bad = [
            "",
            "desk.example.org",
            "/muster",
            "ftp://desk.example.org",
            "https://",
            "https://desk.example.org/?key=1",
            "https://desk.example.org?",
            "https://desk.example.org/#top",
            "https://ana:hush@desk.example.org",
            "https://desk example.org",
        ];
        for text in bad {
            assert_eq!(url(text), None, "{text}");
        }
    }
}
