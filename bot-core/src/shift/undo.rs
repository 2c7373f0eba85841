//! How an act on a shift is taken back.

mod attendance;
mod dates;

use serde::{Deserialize, Serialize};

use super::desk::{copying, for_update, header, template, who_moved, with_card};
use super::roster::Move;
use super::template::ShiftTemplate;
use super::{Holder, Report, Roster, Seat, Series, Shift, leaving, notice, plan};
use crate::desk::{Answer, Desk};
use crate::error::{Outcome, UserError};
use crate::ids::PersonId;
use crate::phrase;
use crate::undo::{changed_since, must_still_be};

/// What takes an act on a shift back.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ShiftUndo {
    /// It was posted: cancel it.
    Added {
        /// Its number.
        shift: u32,
    },
    /// Somebody claimed or dropped: give them what they had.
    Seat {
        /// The shift's number.
        shift: u32,
        /// Who claimed or dropped.
        holder: Holder,
        /// What they had; `None` for nothing.
        before: Option<Seat>,
        /// The shift's version then: since another one they may have been asked anew whether they come.
        #[serde(default)]
        version: u32,
    },
    /// Somebody confirmed: they have not, then.
    Confirmed {
        /// The shift's number.
        shift: u32,
        /// Who.
        member: PersonId,
    },
    /// People were checked in or out, or a no-show was noted: put their seats back.
    Attendance {
        /// The shift's number.
        shift: u32,
        /// Whose seats.
        seats: Vec<Changed>,
    },
    /// It was told how it went: put back what was told before.
    Report {
        /// The shift's number.
        shift: u32,
        /// What was told before.
        before: Option<Report>,
        /// What the act left.
        left: Report,
    },
    /// A series was posted: end it.
    SeriesAdded {
        /// The number of one of its dates.
        shift: u32,
    },
    /// Dates of a series, or the series, were changed: put all of it back.
    Dates {
        /// The series as it was.
        series: Box<Series>,
        /// The version that the act left.
        left: u32,
        /// The dates that it changed.
        dates: Vec<Left>,
        /// The numbers of the dates that were made by it.
        made: Vec<u32>,
    },
    /// A week was copied: cancel what was posted.
    Copied {
        /// Their numbers.
        shifts: Vec<u32>,
    },
    /// A template was saved or forgotten: put back what was saved under its name.
    Template {
        /// As it was before the act.
        before: Option<Box<ShiftTemplate>>,
        /// As the act left it.
        after: Option<Box<ShiftTemplate>>,
    },
    /// It was edited, moved or cancelled: put the header back.
    Header {
        /// As it was.
        before: Box<Shift>,
        /// The version that the act left; another one means that somebody acted since.
        left: u32,
    },
}

/// A seat as it was before an act, and as the act left it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Changed {
    /// As it was; `None` where there was none.
    pub before: Option<Seat>,
    /// As it was left; another attendance means that somebody acted since.
    pub left: Seat,
}

/// A date as it was before an act, and the version that the act left.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Left {
    /// As it was.
    pub before: Shift,
    /// The version that the act left; another one means that somebody acted since.
    pub left: u32,
}

/// Takes the act back.
pub async fn restore(desk: &mut Desk<'_>, undo: ShiftUndo) -> Outcome<Answer> {
    match undo {
        ShiftUndo::Added { shift } => unpost(desk, shift).await,
        ShiftUndo::Seat {
            shift,
            holder,
            before,
            version,
        } => restore_seat(desk, shift, &holder, before, version).await,
        ShiftUndo::Confirmed { shift, member } => unconfirm(desk, shift, member).await,
        ShiftUndo::Attendance { shift, seats } => attendance::put_back(desk, shift, seats).await,
        ShiftUndo::Report { shift, before, left } => attendance::tell_back(desk, shift, before, &left).await,
        ShiftUndo::SeriesAdded { shift } => dates::unpost(desk, shift).await,
        ShiftUndo::Dates {
            series,
            left,
            dates,
            made,
        } => dates::put_back(desk, *series, left, dates, made).await,
        ShiftUndo::Copied { shifts } => copying::take_back(desk, shifts).await,
        ShiftUndo::Template { before, after } => {
            template::put_back(desk, before.map(|before| *before), after.map(|after| *after)).await
        }
        ShiftUndo::Header { before, left } => restore_header(desk, *before, left).await,
    }
}

/// Cancels what was posted.
pub(crate) async fn unpost(desk: &mut Desk<'_>, shift: u32) -> Outcome<Answer> {
    let before = for_update(desk, shift).await?;
    desk.must_run(before.shift.team)?;
    let after = header::call_off(desk, &before, None).await?;
    let mut said = vec![phrase!("shift-unposted", shift = word after.shift.reference())];
    said.extend(header::told(desk, &after));
    with_card(desk, said, after).await
}

/// Takes a confirmation back.
async fn unconfirm(desk: &mut Desk<'_>, shift: u32, member: PersonId) -> Outcome<Answer> {
    let before = for_update(desk, shift).await?;
    if member != desk.me() {
        desk.must_run(before.shift.team)?;
    }
    before.shift.must_be_live(desk.work.now)?;
    let mut after = before.clone();
    if !after.unconfirm(member) {
        return Err(changed_since().into());
    }
    plan::save(&mut desk.work, Some(&before), &after).await?;
    let said = phrase!("shift-seat-restored", shift = word after.shift.reference());
    with_card(desk, vec![said], after).await
}

async fn restore_seat(
    desk: &mut Desk<'_>,
    shift: u32,
    holder: &Holder,
    mut had: Option<Seat>,
    version: u32,
) -> Outcome<Answer> {
    let before = for_update(desk, shift).await?;
    if before.seat_of(holder).is_some_and(Seat::came) {
        return Err(changed_since().into());
    }
    if let Some(seat) = had.as_mut().filter(|_| before.shift.version != version) {
        seat.confirmed_at = None;
    }
    let answerable = holder.answerable();
    if answerable != desk.me() {
        desk.must_run(before.shift.team)?;
        let member = desk.work.unit.membership(before.shift.group, answerable).await?;
        member.ok_or_else(changed_since)?;
    }
    let mut after = before.clone();
    let moves = after.give_back(holder, had, desk.work.now)?;
    plan::save(&mut desk.work, Some(&before), &after).await?;
    let me = desk.me();
    notice::moves(&mut desk.work, &after, &moves, Some(me)).await?;
    let mut said = vec![phrase!("shift-seat-restored", shift = word after.shift.reference())];
    said.extend(who_moved(desk, &moves).await?);
    with_card(desk, said, after).await
}

async fn restore_header(desk: &mut Desk<'_>, header: Shift, left: u32) -> Outcome<Answer> {
    let before = for_update(desk, header.number).await?;
    desk.must_run(before.shift.team)?;
    if before.shift.version != left {
        return Err(changed_since().into());
    }
    must_still_be(desk, header.team).await?;
    let mut after = before.clone();
    let mut moves = after.put_header_back(header, desk.work.now)?;
    moves.extend(leaving::without_those_gone(&mut desk.work, &mut after).await?);
    plan::save(&mut desk.work, Some(&before), &after).await?;
    let (me, was) = (desk.me(), before.shift.when());
    let mut said = vec![phrase!("shift-restored", shift = word after.shift.reference())];
    if before.shift.cancelled.is_some() {
        notice::restored(&mut desk.work, &after, me).await?;
        said.extend(header::told(desk, &after));
    } else if was != after.shift.when() {
        notice::moved(&mut desk.work, &after, &was, me).await?;
        said.extend(header::told(desk, &after));
    } else {
        notice::relocated(&mut desk.work, &before, &after, me).await?;
        said.extend(header::asking(desk, &before, &after));
    }
    notice::moves(&mut desk.work, &after, &moves, Some(me)).await?;
    said.extend(who_moved(desk, &moves).await?);
    with_card(desk, said, after).await
}

impl Roster {
    /// Gives somebody what they had before they claimed or dropped; who moved up by that. A seat that somebody else
    /// has by now cannot be given back.
    pub(super) fn give_back(
        &mut self,
        holder: &Holder,
        had: Option<Seat>,
        now: crate::clock::Instant,
    ) -> Result<Vec<Move>, UserError> {
        self.shift.must_be_live(now)?;
        let has = self.seat_of(holder).cloned();
        if let Some(seat) = &has {
            self.next_turn();
            self.seats.retain(|other| other.id != seat.id);
        }
        let mut relieved = None;
        if let Some(mut seat) = had {
            seat.offered_at = None;
            if seat.is_in() {
                let wish = self.role_of(&seat).map(ToOwned::to_owned);
                let free = self.free_seat(wish.as_deref());
                seat.role = free.map_err(|_| self.taken_since())?;
                relieved = self.relieve(seat.role.as_deref());
            }
            self.put(seat);
        }
        let relieved = relieved.map(Move::Relieved).into_iter();
        Ok(relieved.chain(self.promote(now)).collect())
    }

    fn taken_since(&self) -> UserError {
        let shift = self.shift.reference();
        UserError::new(phrase!("shift-seat-taken-since", shift = word shift)).type_next(format!("shift claim {shift}"))
    }
}
