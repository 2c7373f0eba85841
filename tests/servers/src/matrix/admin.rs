//! What the operator of the homeserver does.

use std::sync::atomic::Ordering;

use hmac::{Hmac, KeyInit as _, Mac as _};
use serde_json::{Value, json};
use sha1::Sha1;

use super::account::{Account, text};
use super::api::Refused;
use super::ids::UserId;
use super::options::SHARED_SECRET;
use super::{SERVER_NAME, Synapse};

/// Where accounts are made by the shared secret.
const REGISTER: &str = "/_synapse/admin/v1/register";

impl Synapse {
    /// An account of its own for whoever is called so: another one each time.
    pub fn account(&self, name: &str) -> Account {
        let number = self.named.fetch_add(1, Ordering::Relaxed);
        let localpart = format!("{name}-{number}");
        let account = self.register(&localpart, &format!("the password of {localpart}"), false);
        let path = format!("v3/profile/{}/displayname", account.id);
        account.asks("PUT", &path, Some(&json!({ "displayname": name })));
        account
    }

    /// An account by that name, logged in for requests of the test's own: its first device.
    pub fn register(&self, localpart: &str, password: &str, admin: bool) -> Account {
        let nonce = self
            .api
            .asks(None, "GET", REGISTER, None)
            .expect("registration is open");
        let nonce = text(&nonce, "nonce");
        let body = json!({
            "nonce": nonce,
            "username": localpart,
            "password": password,
            "admin": admin,
            "mac": mark(&[nonce, localpart, password, if admin { "admin" } else { "notadmin" }]),
        });
        let registered = self.api.asks(None, "POST", REGISTER, Some(&body));
        let registered = registered.unwrap_or_else(|refused| panic!("{localpart} is not registered: {refused:?}"));
        Account {
            api: self.api.clone(),
            id: text(&registered, "user_id").into(),
            password: password.to_owned(),
            token: text(&registered, "access_token").to_owned(),
        }
    }

    /// Asks for something as an administrator; the path begins behind `/_synapse/admin/`.
    pub fn administers(&self, method: &str, path: &str, body: Option<&Value>) -> Result<Value, Refused> {
        let admin = self
            .admin
            .get_or_init(|| self.register("admin", "the password of the admin", true));
        let path = format!("/_synapse/admin/{path}");
        self.api.asks(Some(admin.token()), method, &path, body)
    }

    /// How many messages a second that account may send, and how many at once, whatever all others may; none for no limit.
    pub fn sets_rate(&self, user: impl Into<UserId>, per_second: u32, burst: u32) {
        let body = json!({ "messages_per_second": per_second, "burst_count": burst });
        let path = format!("v1/users/{}/override_ratelimit", user.into());
        self.administers("POST", &path, Some(&body)).expect("the rate is set");
    }

    /// That account sends as much as it likes: what an operator is told to do for the bot.
    pub fn lifts_rate(&self, user: impl Into<UserId>) {
        self.sets_rate(user, 0, 0);
    }

    /// Logs a device out and forgets its keys.
    pub fn deletes_device(&self, user: impl Into<UserId>, device: &str) {
        let path = format!("v2/users/{}/devices/{device}", user.into());
        self.administers("DELETE", &path, None).expect("the device is deleted");
    }

    /// Nobody uses that account any more.
    pub fn deactivates(&self, user: impl Into<UserId>) {
        let path = format!("v1/deactivate/{}", user.into());
        self.administers("POST", &path, Some(&json!({ "erase": false })))
            .expect("the account is deactivated");
    }

    /// Who is called so here.
    pub fn user(&self, localpart: &str) -> UserId {
        UserId(format!("@{localpart}:{SERVER_NAME}"))
    }
}

/// What proves that whoever registers knows the shared secret.
fn mark(parts: &[&str]) -> String {
    let mut mac = Hmac::<Sha1>::new_from_slice(SHARED_SECRET.as_bytes()).expect("a key of any length does");
    mac.update(parts.join("\0").as_bytes());
    let mark = mac.finalize().into_bytes();
    mark.iter().fold(String::new(), |hex, byte| format!("{hex}{byte:02x}"))
}
