//! `shift calendar`: a shift as a file for a calendar program.

use super::unknown;
use crate::calendar::alone;
use crate::desk::{Answer, Desk};
use crate::error::Outcome;
use crate::phrase;
use crate::reply::Card;
use crate::shift::{Holder, SeatStanding};

/// Gives it. To whoever is not in it is as tentative as to whoever waits.
pub(super) async fn run(desk: &mut Desk<'_>, shift: u32) -> Outcome<Answer> {
    let group = desk.group()?.clone();
    let roster = desk.work.unit.shift(group.id, shift).await?;
    let roster = roster.ok_or_else(|| unknown(shift))?;
    let mine = roster.seat_of(&Holder::Member(desk.me()));
    let standing = mine.map_or(SeatStanding::Waiting, |seat| seat.standing);
    let file = alone(&group.name, roster.shift.clone(), standing, desk.work.now);
    let reference = roster.shift.reference();
    let again = format!("shift calendar {reference}");
    let said = phrase!("shift-calendar", shift = word reference, again = command again);
    let mut card = Card::new().line(desk.voice.line(&said));
    if desk.work.public_url.is_some() {
        card = card.line(
            desk.voice
                .line(&phrase!("shift-calendar-all", calendar = command "me calendar")),
        );
    }
    Ok(card.document(format!("{reference}.ics"), "text/calendar", file).into())
}
