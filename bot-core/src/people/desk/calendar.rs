//! `me calendar`: the secret address at which my own calendar program finds my shifts.

use crate::calendar::feed;
use crate::desk::{Answer, Desk};
use crate::error::Outcome;
use crate::people::command::CalendarAct;
use crate::people::link::Code;
use crate::phrase;
use crate::reply::{Card, Line};
use crate::time::Moment;

pub(super) async fn run(desk: &mut Desk<'_>, act: CalendarAct) -> Outcome<Answer> {
    match act {
        CalendarAct::Have => have(desk).await,
        CalendarAct::Renew => renew(desk).await,
        CalendarAct::End => end(desk).await,
    }
}

/// An address, unless there is one: of that only the hash is kept, so it cannot be shown again.
async fn have(desk: &mut Desk<'_>) -> Outcome<Answer> {
    let me = desk.me();
    let addresses = desk.work.unit.calendar_addresses_of(me).await?;
    let Some(made_at) = addresses.last() else {
        return renew(desk).await;
    };
    let since = Moment::at(*made_at, desk.voice.zone.clone());
    Ok(desk.say(&phrase!(
        "me-calendar-stands",
        since = moment since,
        renew = command "me calendar new",
        end = command "me calendar revoke"
    )))
}

/// A fresh address; the one before it is worth nothing any more.
async fn renew(desk: &mut Desk<'_>) -> Outcome<Answer> {
    let Some(public_url) = desk.work.public_url else {
        return Ok(desk.say(&phrase!("me-calendar-nowhere", file = command "shift calendar S12")));
    };
    let (me, now) = (desk.me(), desk.work.now);
    let secret = Code::new(desk.work.ids);
    desk.work.unit.end_calendar_addresses(me).await?;
    desk.work.unit.add_calendar_address(me, &secret.hash(), now).await?;
    Ok(made(desk, &feed::address(public_url, secret)).into())
}

fn made(desk: &Desk<'_>, address: &str) -> Card {
    let voice = &desk.voice;
    let how = phrase!("me-calendar-how", renew = command "me calendar new", end = command "me calendar revoke");
    Card::new()
        .line(voice.line(&phrase!("me-calendar-made")))
        .line(Line::default().command(address))
        .line(voice.line(&phrase!("me-calendar-where")))
        .line(voice.line(&how))
}

async fn end(desk: &mut Desk<'_>) -> Outcome<Answer> {
    let me = desk.me();
    let had_one = desk.work.unit.end_calendar_addresses(me).await? > 0;
    Ok(desk.say(&if had_one {
        phrase!("me-calendar-ended")
    } else {
        phrase!("me-calendar-none", have = command "me calendar")
    }))
}
