//! Seats that captains gave: whoever got one can decline it with a tap, and the captain hears of it.

use super::{Holder, Roster, Seat, Shift, card, notice};
use crate::error::Fault;
use crate::ids::PersonId;
use crate::locale::Voice;
use crate::phrase;
use crate::reply::Card;
use crate::work::Work;

impl Roster {
    /// Writes down who gave a seat (or a place on the waiting list) to whoever had none before.
    pub(super) fn given(&mut self, holder: &Holder, before: &Self, giver: PersonId) {
        if before.seat_of(holder).is_some() {
            return;
        }
        let seat = self.seats.iter_mut().find(|seat| seat.holder.is(holder));
        if let Some(seat) = seat {
            seat.given_by = Some(giver);
        }
    }
}

/// Asks somebody whether a seat that they did not claim themselves suits them.
pub(super) fn ask(card: Card, shift: &Shift, voice: &Voice) -> Card {
    card.line(voice.line(&phrase!("shift-given-asks"))).actions(
        voice,
        [card::fine_button(shift, voice), card::drop_button(shift, voice)],
        notice::confirm_command(shift),
    )
}

/// Tells the captain who gave a seat that its member dropped it, as long as the captain is in the group.
pub(super) async fn declined(
    work: &mut Work<'_>,
    roster: &Roster,
    seat: &Seat,
    member: (PersonId, &str),
) -> Result<(), Fault> {
    let shift = &roster.shift;
    let Some(giver) = seat.given_by.filter(|_| seat.holder == Holder::Member(member.0)) else {
        return Ok(());
    };
    if work.unit.membership(shift.group, giver).await?.is_none() {
        return Ok(());
    }
    let told = if seat.is_in() {
        phrase!("shift-news-declined", member = person member.1, shift = word shift.reference(), title = user shift.title)
    } else {
        phrase!("shift-news-declined-list", member = person member.1, shift = word shift.reference(), title = user shift.title)
    };
    notice::tell(
        work,
        shift,
        giver,
        Some(member.0),
        format!("declined/{}", shift.turn),
        |voice| {
            let roster_of = format!("shift roster {}", shift.reference());
            let card = notice::with_facts(voice, shift, &told).line(card::open(roster, voice));
            card.actions(voice, [card::roster_button(shift, voice)], roster_of)
        },
    )
    .await
}
