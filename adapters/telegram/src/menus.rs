//! The menus of commands, registered where they are not as they should be.

use serde::Serialize;
use teloxide_core::requests::Payload;

use crate::account::Account;
use crate::api::failure::Failure;
use crate::menu::{self, BotCommand, Menu, Scope};

/// Registers the menus that are not registered as they are. Whoever fails is told so, and the others are registered all the
/// same; it is an error if one failed, so that it is tried again.
pub(crate) async fn register(account: &Account) -> Result<(), Failure> {
    let mut registered = Ok(());
    for menu in menu::all() {
        if let Err(failure) = register_one(account, menu).await {
            tracing::warn!(error = %failure, "a menu of commands could not be registered");
            registered = Err(failure);
        }
    }
    registered
}

async fn register_one(account: &Account, menu: Menu) -> Result<(), Failure> {
    let known = account
        .api
        .ask(&GetMyCommands {
            scope: menu.scope,
            language_code: menu.language_code,
        })
        .await?;
    if known == menu.commands {
        return Ok(());
    }
    tracing::info!(commands = menu.commands.len(), "a menu of commands is registered");
    account.api.ask(&menu).await.map(drop)
}

impl Payload for Menu {
    type Output = bool;
    const NAME: &'static str = "setMyCommands";
}

/// The menu that is registered now.
#[derive(Debug, Serialize)]
struct GetMyCommands {
    scope: Scope,
    #[serde(skip_serializing_if = "Option::is_none")]
    language_code: Option<&'static str>,
}

impl Payload for GetMyCommands {
    type Output = Vec<BotCommand>;
    const NAME: &'static str = "getMyCommands";
}
