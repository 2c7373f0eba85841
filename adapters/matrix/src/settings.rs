//! Where the account is, and how it is reached.

use std::fmt;
use std::path::PathBuf;

use matrix_sdk::ruma::{OwnedServerName, OwnedUserId, UserId};
use muster_core::surface::Rates;
use url::Url;

/// The bot's account on a homeserver.
#[derive(Clone)]
pub struct Settings {
    /// The homeserver's address.
    pub homeserver: Url,
    /// The account: its whole id (`@muster:example.org`), or the part before the colon.
    pub user: String,
    /// What proves that the account is ours.
    pub secret: Secret,
    /// The folder of the session and its keys: one unit, used by one process at a time.
    pub store: PathBuf,
    /// What opens the account's secret storage, where an earlier device made it.
    pub recovery_key: Option<String>,
    /// Whose invitations are accepted.
    pub invites: Invites,
    /// How much is sent: [`CAPS`](crate::CAPS)' rates, unless the server does not limit the account.
    pub rates: Rates,
}

/// What proves that an account is ours.
#[derive(Clone)]
pub enum Secret {
    /// Its password.
    Password(String),
    /// The access token of a device that is this store's alone.
    Token(String),
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Password(_) => "Password",
            Self::Token(_) => "Token",
        })
    }
}

impl fmt::Debug for Settings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Settings")
            .field("homeserver", &self.homeserver.as_str())
            .field("user", &self.user)
            .field("store", &self.store)
            .field("invites", &self.invites)
            .finish_non_exhaustive()
    }
}

/// Whose invitations are accepted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Invites {
    /// Those of people on the bot's own server.
    #[default]
    OwnServer,
    /// Everybody's.
    Everybody,
    /// Those of these servers' people, and of these people.
    Listed {
        /// Servers, by name.
        servers: Vec<OwnedServerName>,
        /// People, by their whole id.
        people: Vec<OwnedUserId>,
    },
}

impl Invites {
    /// Whether `me` accepts an invitation of that person.
    pub fn accept(&self, me: &UserId, inviter: &UserId) -> bool {
        match self {
            Self::OwnServer => inviter.server_name() == me.server_name(),
            Self::Everybody => true,
            Self::Listed { servers, people } => {
                servers.iter().any(|server| server == inviter.server_name())
                    || people.iter().any(|person| person == inviter)
            }
        }
    }

    /// The rule as it is written in the configuration: `own-server`, `everybody`, or servers and people with commas
    /// between; `None` where it is none.
    pub fn parse(text: &str) -> Option<Self> {
        match text.trim() {
            "own-server" => return Some(Self::OwnServer),
            "everybody" => return Some(Self::Everybody),
            _ => {}
        }
        let (mut servers, mut people) = (Vec::new(), Vec::new());
        for item in text.split(',').map(str::trim) {
            if item.starts_with('@') {
                people.push(item.try_into().ok()?);
            } else {
                servers.push(item.try_into().ok()?);
            }
        }
        Some(Self::Listed { servers, people })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn accepted(rule: &str, inviter: &str) -> bool {
        let me = UserId::parse("@muster:example.org").unwrap();
        let inviter = UserId::parse(inviter).unwrap();
        Invites::parse(rule).unwrap().accept(&me, &inviter)
    }

    #[test]
    fn an_invitation_is_accepted_by_the_rule() {
        assert!(accepted("own-server", "@ana:example.org"));
        assert!(!accepted("own-server", "@eve:elsewhere.org"));
        assert!(accepted("everybody", "@eve:elsewhere.org"));
        let listed = "elsewhere.org, @ana:third.org";
        assert!(accepted(listed, "@eve:elsewhere.org"));
        assert!(accepted(listed, "@ana:third.org"));
        assert!(!accepted(listed, "@ben:third.org"));
        assert!(!accepted(listed, "@ana:example.org"));
    }

    #[test]
    fn what_is_no_rule_is_none() {
        for text in ["", "my friends", "@ana", "example.org,,other.org"] {
            assert_eq!(Invites::parse(text), None, "{text:?}");
        }
    }

    #[test]
    fn no_secret_is_in_a_debug_form() {
        for secret in [Secret::Password("hush".to_owned()), Secret::Token("hush".to_owned())] {
            let settings = Settings {
                homeserver: "https://example.org".parse().unwrap(),
                user: "muster".to_owned(),
                secret,
                store: PathBuf::from("store"),
                recovery_key: Some("hush".to_owned()),
                invites: Invites::OwnServer,
                rates: Rates::UNLIMITED,
            };
            assert!(!format!("{settings:?}").contains("hush"));
        }
    }
}
