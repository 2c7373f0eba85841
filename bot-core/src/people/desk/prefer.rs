//! `me prefer`: on which of my accounts private messages try first to reach me.

use crate::desk::{Answer, Desk};
use crate::error::{Outcome, UserError};
use crate::people::Account;
use crate::phrase;
use crate::surface::Platform;

/// The word for whichever account was used last.
const LAST: &str = "last";

pub(super) async fn run(desk: &mut Desk<'_>, typed: &str) -> Outcome<Answer> {
    let word = typed.trim().to_lowercase();
    if word == LAST {
        super::me::save(desk, |person| person.preferred = None).await?;
        return Ok(desk.say(&phrase!("me-prefer-last-set")));
    }
    let me = desk.me();
    let accounts = desk.work.unit.accounts_of(me).await?;
    let platform = chosen(&accounts, &word).ok_or_else(|| nowhere(&accounts, typed))?;
    super::me::save(desk, |person| person.preferred = Some(platform)).await?;
    Ok(desk.say(&phrase!("me-prefer-set", platform = word platform.code())))
}

/// The platform of that name, if they have an account there.
fn chosen(accounts: &[Account], word: &str) -> Option<Platform> {
    let platform = Platform::from_code(word)?;
    accounts
        .iter()
        .any(|account| account.platform == platform)
        .then_some(platform)
}

/// Offers the platforms where they have one.
fn nowhere(accounts: &[Account], typed: &str) -> UserError {
    let mut platforms: Vec<_> = accounts.iter().map(|account| account.platform).collect();
    platforms.sort();
    platforms.dedup();
    let codes = platforms.iter().map(|platform| platform.code()).chain([LAST]);
    let refusal = UserError::new(phrase!("me-prefer-nowhere", platform = user typed, link = command "me link"));
    codes.fold(refusal, |refusal, code| refusal.type_next(format!("me prefer {code}")))
}
