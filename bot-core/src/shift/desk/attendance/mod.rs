//! The day of a shift, and what comes of it.
//!
//! - here: whom a command names, and who may take it down · `coming`: check-in and check-out; `said`: what is answered
//! - `noshow`: noting that somebody did not come · `hours`: how long people were there · `report`: how it went

mod coming;
mod hours;
mod noshow;
mod report;
mod said;

pub(in crate::shift) use report::example as report_example;

use crate::desk::{Answer, Desk};
use crate::error::Outcome;
use crate::shift::claim::By;
use crate::shift::command::{AttendanceCommand, Named};
use crate::shift::undo::{Changed, ShiftUndo};
use crate::shift::{Holder, Roster, plan};
use crate::undo::Undo;

/// Carries out a command of the day.
pub(super) async fn run(desk: &mut Desk<'_>, command: AttendanceCommand) -> Outcome<Answer> {
    match command {
        AttendanceCommand::CheckIn(named) => coming::check_in(desk, &named).await,
        AttendanceCommand::CheckOut(named) => coming::check_out(desk, &named).await,
        AttendanceCommand::NoShow { shift, member } => noshow::note(desk, shift, &member).await,
        AttendanceCommand::Hours(whose) => hours::show(desk, whose).await,
        AttendanceCommand::Report { shift, told } => report::tell(desk, shift, told).await,
    }
}

/// Whom a command names, each once; `all` stands for those of that name.
async fn holders(desk: &mut Desk<'_>, roster: &Roster, named: &Named, all: Vec<Holder>) -> Outcome<Vec<Holder>> {
    let mut holders = Vec::new();
    for name in &named.members {
        if name.eq_ignore_ascii_case("all") {
            holders.extend(all.iter().cloned());
        } else {
            holders.push(Holder::Member(desk.find_member(name).await?.person));
        }
    }
    if let Some(name) = &named.guest {
        let guest = Holder::Guest {
            name: name.clone(),
            host: desk.me(),
        };
        let seat = roster.seat_of(&guest);
        holders.push(seat.map_or(guest, |seat| seat.holder.clone()));
    }
    if named.members.is_empty() && named.guest.is_none() {
        holders.push(Holder::Member(desk.me()));
    }
    let mut once: Vec<Holder> = Vec::new();
    for holder in holders {
        if !once.iter().any(|other| other.is(&holder)) {
            once.push(holder);
        }
    }
    Ok(once)
}

/// As what whoever acts takes it down: for others, only if they run the shift; a host does for a guest who is on it.
fn authority(desk: &Desk<'_>, roster: &Roster, holders: &[Holder]) -> Outcome<By> {
    if desk.runs(roster.shift.team) {
        return Ok(By::Captain);
    }
    let me = desk.me();
    let is_mine =
        |holder: &Holder| holder.answerable() == me && (holder.member().is_some() || roster.seat_of(holder).is_some());
    if !holders.iter().all(is_mine) {
        desk.must_run(roster.shift.team)?;
    }
    Ok(By::Member)
}

/// Saves what was taken down, and what takes it back; whether anything was.
async fn keep(desk: &mut Desk<'_>, before: &Roster, after: &Roster) -> Outcome<bool> {
    let changes = after.seat_changes(before).saved.into_iter();
    let seats: Vec<Changed> = changes
        .map(|left| Changed {
            before: before.seats.iter().find(|seat| seat.id == left.id).cloned(),
            left,
        })
        .filter(|seat| seat.before.as_ref().map(|was| &was.attendance) != Some(&seat.left.attendance))
        .collect();
    if seats.is_empty() {
        return Ok(false);
    }
    plan::save(&mut desk.work, Some(before), after).await?;
    let shift = after.shift.number;
    desk.remember_undo(Undo::Shift(ShiftUndo::Attendance { shift, seats }))
        .await?;
    Ok(true)
}

/// What was taken down.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Act {
    CheckedIn,
    CheckedOut,
    NoShow,
}

/// Writes in the log what was taken down for others: by name for one, else in sum.
async fn record(desk: &mut Desk<'_>, roster: &Roster, act: Act, changed: &[Holder]) -> Outcome<()> {
    let me = desk.me();
    let others: Vec<&Holder> = changed.iter().filter(|holder| holder.answerable() != me).collect();
    let one = match others[..] {
        [] => return Ok(()),
        [Holder::Member(person)] => Some(*person),
        _ => None,
    };
    let (group, shift) = (roster.shift.group, roster.shift.reference());
    let audit = desk.work.audit(
        group,
        me,
        match (act, one) {
            (Act::CheckedIn, Some(_)) => "shift.checked_in",
            (Act::CheckedIn, None) => "shift.checked_in_several",
            (Act::CheckedOut, Some(_)) => "shift.checked_out",
            (Act::CheckedOut, None) => "shift.checked_out_several",
            (Act::NoShow, _) => "shift.no_show",
        },
        Some(shift),
        one,
    );
    Ok(audit.await?)
}
