//! What Telegram says of somebody in a chat, and of the bot itself.

use muster_core::surface::{Ability, NotTold, Rights, RoomAddress, Standing};

use crate::account::Account;
use crate::api::failure::Failure;
use crate::api::methods::{GetChat, GetChatAdministrators, GetChatMember, Member, Permissions};
use crate::place::ChatRoom;

/// What somebody is in the chat of that room.
pub(crate) async fn standing(account: &Account, room: &RoomAddress, person: &str) -> Result<Standing, NotTold> {
    let (Some(here), Ok(user_id)) = (ChatRoom::of(room), person.parse()) else {
        return Ok(Standing::Member);
    };
    if room.private {
        return Ok(Standing::Member);
    }
    let asked = GetChatMember {
        chat_id: here.chat,
        user_id,
    };
    match account.api.ask(&asked).await {
        Ok(member) if member.administers() => Ok(Standing::Administrator),
        // Whoever is not known there has no right there.
        Ok(_) | Err(Failure::Refused(_) | Failure::Migrated(_)) => Ok(Standing::Member),
        Err(failure) => Err(not_told(&failure)),
    }
}

/// What the bot may do in that room, and who can let it do more.
pub(crate) async fn rights(account: &Account, room: &RoomAddress) -> Result<Rights, NotTold> {
    let Some(here) = ChatRoom::of(room).filter(|_| !room.private) else {
        return Ok(Rights::default());
    };
    let chat_id = here.chat;
    let me = account.me().await.map_err(|failure| not_told(&failure))?;
    let mine = GetChatMember {
        chat_id,
        user_id: me.id,
    };
    let mine = account.api.ask(&mine).await.map_err(|failure| not_told(&failure))?;
    let facts = GetChat { chat_id };
    let facts = account.api.ask(&facts).await.map_err(|failure| not_told(&failure))?;
    // Where members are hidden, administrators may be too: then nobody is named.
    let administrators = account
        .api
        .ask(&GetChatAdministrators { chat_id })
        .await
        .unwrap_or_default();
    Ok(Rights {
        troubles: Vec::new(),
        lacking: lacking(&mine, &facts.permissions),
        granted_by: administrators
            .iter()
            .filter(|one| grants(one))
            .map(|one| one.user.name())
            .collect(),
        administrator: mine.administers(),
    })
}

/// What the bot lacks: as an administrator what it was not given, else what nobody in the chat may or it may not itself.
fn lacking(mine: &Member, everybody: &Permissions) -> Vec<Ability> {
    let administers = mine.administers();
    let may = |own: Option<bool>, all: Option<bool>| match mine.status.as_str() {
        "restricted" => own.unwrap_or(true),
        _ => all.unwrap_or(true),
    };
    let may_send = |own, all| administers || may(own, all);
    let may_pin = if administers {
        mine.may.can_pin_messages.unwrap_or(false)
    } else {
        may(mine.may.can_pin_messages, everybody.can_pin_messages)
    };
    let has = [
        (
            Ability::Write,
            may_send(mine.may.can_send_messages, everybody.can_send_messages),
        ),
        (
            Ability::SendFiles,
            may_send(mine.may.can_send_documents, everybody.can_send_documents),
        ),
        (Ability::Pin, may_pin),
    ];
    has.into_iter()
        .filter(|(_, has)| !has)
        .map(|(ability, _)| ability)
        .collect()
}

/// Who can change what the bot may: the owner, and administrators who may make others.
fn grants(administrator: &Member) -> bool {
    let may = administrator.status == "creator" || administrator.can_promote_members == Some(true);
    may && !administrator.user.is_bot
}

fn not_told(failure: &Failure) -> NotTold {
    tracing::info!(error = %failure, "what somebody may do in a chat is not told");
    NotTold
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lacks(member: &str, everybody: &str) -> Vec<Ability> {
        lacking(
            &serde_json::from_str(member).unwrap(),
            &serde_json::from_str(everybody).unwrap(),
        )
    }

    const BOT: &str = r#""user":{"id":1,"is_bot":true,"first_name":"Muster"}"#;

    #[test]
    fn a_plain_member_may_what_everybody_may() {
        let member = format!(r#"{{"status":"member",{BOT}}}"#);
        let all = r#"{"can_send_messages":true,"can_send_documents":true,"can_pin_messages":true}"#;
        assert_eq!(lacks(&member, all), []);
        let few = r#"{"can_send_messages":true,"can_send_documents":false,"can_pin_messages":false}"#;
        assert_eq!(lacks(&member, few), [Ability::SendFiles, Ability::Pin]);
        assert_eq!(lacks(&member, "{}"), []);
    }

    #[test]
    fn an_administrator_may_write_and_pins_if_it_was_given_that() {
        let administrator = |pins: bool| format!(r#"{{"status":"administrator",{BOT},"can_pin_messages":{pins}}}"#);
        let nothing = r#"{"can_send_messages":false,"can_send_documents":false,"can_pin_messages":false}"#;
        assert_eq!(lacks(&administrator(true), nothing), []);
        assert_eq!(lacks(&administrator(false), nothing), [Ability::Pin]);
    }

    #[test]
    fn who_is_restricted_may_what_is_said_of_it() {
        let restricted = format!(
            r#"{{"status":"restricted",{BOT},"is_member":true,"can_send_messages":false,"can_send_documents":true,
            "can_pin_messages":false}}"#
        );
        let all = r#"{"can_send_messages":true,"can_send_documents":true,"can_pin_messages":true}"#;
        assert_eq!(lacks(&restricted, all), [Ability::Write, Ability::Pin]);
    }
}
