//! How updates are fetched or delivered.

use crate::telegram::http::Call;

const SECRET: usize = 256;

pub(super) fn updates_limit(call: &Call) -> Option<String> {
    let limit = call.number("limit").filter(|_| call.method == "getupdates")?;
    (!(1..=100).contains(&limit)).then(|| format!("limit {limit}"))
}

pub(super) fn long_secret(call: &Call) -> Option<String> {
    let secret = call.text("secret_token")?;
    (!(1..=SECRET).contains(&secret.len())).then(|| "secret token is too long".to_owned())
}

pub(super) fn secret_characters(call: &Call) -> Option<String> {
    let allowed = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'-';
    let wrong = call.text("secret_token")?.bytes().any(|byte| !allowed(byte));
    wrong.then(|| "secret token contains unallowed characters".to_owned())
}

pub(super) fn connections(call: &Call) -> Option<String> {
    let most = call.number("max_connections")?;
    (!(1..=100).contains(&most)).then(|| format!("max_connections {most}"))
}
