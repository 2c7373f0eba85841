//! Taking back the last act on a reminder.

use super::{Reminder, schedule};
use crate::desk::{Answer, Desk};
use crate::error::Outcome;
use crate::locale::Phrase;
use crate::phrase;
use crate::reply::Card;
use crate::undo::changed_since;

/// Puts the reminder back as it was, if nothing happened to it since.
pub(crate) async fn put_back(desk: &mut Desk<'_>, before: Reminder) -> Outcome<Answer> {
    let said = put_one_back(desk, before).await?;
    Ok(desk.say(&said))
}

/// Puts several back that one act changed together: all of them, or none.
pub(crate) async fn put_all_back(desk: &mut Desk<'_>, before: Vec<Reminder>) -> Outcome<Answer> {
    let mut card = Card::new();
    for reminder in before {
        let said = put_one_back(desk, reminder).await?;
        card = card.line(desk.voice.line(&said));
    }
    Ok(card.into())
}

async fn put_one_back(desk: &mut Desk<'_>, before: Reminder) -> Outcome<Phrase> {
    let current = desk.work.unit.reminder_for_update(before.group, before.id).await?;
    let current = current.filter(|reminder| reminder.version == before.version + 1);
    let current = current.ok_or_else(changed_since)?;
    let was_set = before.version == 0;
    let reminder = schedule::replace(&mut desk.work, current.version, before).await?;
    let reference = reminder.reference();
    Ok(if was_set {
        phrase!("reminder-undone-set", reminder = command reference)
    } else {
        phrase!("reminder-undone", reminder = command reference)
    })
}
