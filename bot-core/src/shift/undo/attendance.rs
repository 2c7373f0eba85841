//! Taking back what was taken down on the day of a shift.

use super::Changed;
use crate::desk::{Answer, Desk};
use crate::error::Outcome;
use crate::phrase;
use crate::shift::desk::{for_update, who_moved, with_card};
use crate::shift::{Report, Roster, Seat, notice, plan};
use crate::undo::changed_since;

/// Gives everybody the attendance that they had; seats that the act made go.
pub(super) async fn put_back(desk: &mut Desk<'_>, shift: u32, seats: Vec<Changed>) -> Outcome<Answer> {
    let before = for_update(desk, shift).await?;
    if seats.iter().any(|seat| seat.left.holder.answerable() != desk.me()) {
        desk.must_run(before.shift.team)?;
    }
    let mut after = before.clone();
    for Changed { before: was, left } in seats {
        if !after.is_as_left(&left) {
            return Err(changed_since().into());
        }
        after.set_back(was, &left);
    }
    let moves = match after.shift.must_be_live(desk.work.now) {
        Ok(()) => after.promote(desk.work.now),
        Err(_) => Vec::new(),
    };
    plan::save(&mut desk.work, Some(&before), &after).await?;
    let me = desk.me();
    notice::moves(&mut desk.work, &after, &moves, Some(me)).await?;
    let mut said = vec![phrase!("shift-seat-restored", shift = word after.shift.reference())];
    said.extend(who_moved(desk, &moves).await?);
    with_card(desk, said, after).await
}

/// Puts back how it was told that a shift went.
pub(super) async fn tell_back(
    desk: &mut Desk<'_>,
    shift: u32,
    before: Option<Report>,
    left: &Report,
) -> Outcome<Answer> {
    let roster = for_update(desk, shift).await?;
    desk.must_run(roster.shift.team)?;
    let (group, id) = (roster.shift.group, roster.shift.id);
    if desk.work.unit.shift_report(group, id).await?.as_ref() != Some(left) {
        return Err(changed_since().into());
    }
    desk.work.unit.save_shift_report(&roster.shift, before.as_ref()).await?;
    desk.work.card_changed(group, roster.shift.reference()).await?;
    let said = phrase!("shift-seat-restored", shift = word roster.shift.reference());
    with_card(desk, vec![said], roster).await
}

impl Roster {
    fn is_as_left(&self, left: &Seat) -> bool {
        let seat = self.seats.iter().find(|seat| seat.id == left.id);
        seat.is_some_and(|seat| seat.attendance == left.attendance)
    }

    /// A seat that stayed keeps what else became of it; one that the act made, or a walk-in made of a place on the waiting
    /// list, is what it was.
    fn set_back(&mut self, was: Option<Seat>, left: &Seat) {
        match was {
            Some(was) if was.standing == left.standing => {
                for seat in self.seats.iter_mut().filter(|seat| seat.id == was.id) {
                    seat.attendance = was.attendance.clone();
                }
            }
            was => {
                self.seats.retain(|seat| seat.id != left.id);
                if let Some(was) = was {
                    self.put(was);
                }
            }
        }
    }
}
