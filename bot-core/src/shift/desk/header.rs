//! `shift add`, `shift edit`, `shift move` and `shift cancel`.

use super::{for_update, moved_up, with_card};
use crate::desk::{Answer, Desk};
use crate::error::{Outcome, UserError};
use crate::ids::{Kind, ShiftId};
use crate::locale::Phrase;
use crate::phrase;
use crate::shift::change::{self, TeamChange};
use crate::shift::command::{Add, Edit};
use crate::shift::undo::ShiftUndo;
use crate::shift::{Needs, Roster, Shift, notice, plan};
use crate::time::When;
use crate::undo::Undo;

/// Posts a shift.
pub(super) async fn add(desk: &mut Desk<'_>, add: Add) -> Outcome<Answer> {
    let group = desk.group()?.id;
    let team = desk.find_team_if_any(add.team.as_deref()).await?;
    desk.must_run(team)?;
    let hours = change::hours(&add.when, desk.work.now)?;
    let needs = match &add.needs {
        Some(needs) => Needs::parse(needs)?,
        None => Needs::Anyone,
    };
    let number = desk.work.next_reference(group, Kind::Shift).await?.number;
    let shift = Shift {
        id: ShiftId::new(desk.work.ids, desk.work.now),
        group,
        number,
        title: add.title,
        start: hours.start,
        end: hours.end,
        place: add.place,
        team,
        note: add.note,
        cutoff: add.cutoff,
        needs,
        cancelled: None,
        version: 1,
        turn: 0,
    };
    let roster = Roster::new(shift, Vec::new());
    plan::save(&mut desk.work, None, &roster).await?;
    desk.remember_undo(Undo::Shift(ShiftUndo::Added { shift: number }))
        .await?;
    with_card(desk, Vec::new(), roster).await
}

/// Changes what is not the hours.
pub(super) async fn edit(desk: &mut Desk<'_>, edit: Edit) -> Outcome<Answer> {
    let before = for_update(desk, edit.shift).await?;
    desk.must_run(before.shift.team)?;
    let edit = read(desk, edit, &before.shift).await?;
    let mut after = before.clone();
    let promoted = after.edit(edit, desk.work.now)?;
    plan::save(&mut desk.work, Some(&before), &after).await?;
    remember(desk, &before, &after).await?;
    let me = desk.me();
    notice::promoted(&mut desk.work, &after, &promoted, Some(me)).await?;
    let mut said = vec![phrase!("shift-edited", shift = word after.shift.reference())];
    said.extend(moved_up(desk, &promoted).await?);
    with_card(desk, said, after).await
}

/// Moves it to other hours.
pub(super) async fn move_to(desk: &mut Desk<'_>, shift: u32, when: &When) -> Outcome<Answer> {
    let before = for_update(desk, shift).await?;
    desk.must_run(before.shift.team)?;
    let mut after = before.clone();
    after.move_to(change::hours(when, desk.work.now)?, desk.work.now)?;
    plan::save(&mut desk.work, Some(&before), &after).await?;
    remember(desk, &before, &after).await?;
    let (me, was) = (desk.me(), before.shift.when());
    notice::moved(&mut desk.work, &after, &was, me).await?;
    let mut said = vec![phrase!("shift-moved", shift = word after.shift.reference(), was = when was)];
    said.extend(told(desk, &after));
    with_card(desk, said, after).await
}

/// Cancels it.
pub(super) async fn cancel(desk: &mut Desk<'_>, shift: u32, reason: Option<String>) -> Outcome<Answer> {
    let before = for_update(desk, shift).await?;
    desk.must_run(before.shift.team)?;
    let after = call_off(desk, &before, reason).await?;
    remember(desk, &before, &after).await?;
    let said = phrase!("shift-cancelled", shift = word after.shift.reference(), title = user after.shift.title);
    let card = desk.voice.say(&said);
    let card = match told(desk, &after) {
        Some(told) => card.line(desk.voice.line(&told)),
        None => card,
    };
    Ok(card.actions(&desk.voice, [], "undo").into())
}

/// Cancels it, writes that down, and tells everybody on it.
pub(in crate::shift) async fn call_off(
    desk: &mut Desk<'_>,
    before: &Roster,
    reason: Option<String>,
) -> Outcome<Roster> {
    let mut after = before.clone();
    after.cancel(reason, desk.work.now)?;
    plan::save(&mut desk.work, Some(before), &after).await?;
    let me = desk.me();
    let reference = after.shift.reference();
    desk.work
        .audit(after.shift.group, me, "shift.cancelled", Some(reference), None)
        .await?;
    notice::cancelled(&mut desk.work, &after, me).await?;
    Ok(after)
}

/// "I'm writing to 5 people about it." Nothing, if nobody else is.
pub(in crate::shift) fn told(desk: &Desk<'_>, roster: &Roster) -> Option<Phrase> {
    let others = roster.people().into_iter().filter(|person| *person != desk.me());
    let count = others.count();
    (count > 0).then(|| phrase!("shift-telling", count = number count))
}

async fn remember(desk: &mut Desk<'_>, before: &Roster, after: &Roster) -> Outcome<()> {
    let undo = ShiftUndo::Header {
        before: Box::new(before.shift.clone()),
        left: after.shift.version,
    };
    desk.remember_undo(Undo::Shift(undo)).await
}

/// The edit as the rules take it: numbers read, the team found.
async fn read(desk: &mut Desk<'_>, edit: Edit, shift: &Shift) -> Outcome<change::Edit> {
    let read = change::Edit {
        title: edit.title,
        needs: edit.needs.as_deref().map(Needs::parse).transpose()?,
        place: edit.place,
        note: edit.note,
        cutoff: edit.cutoff,
        team: match edit.team {
            Some(name) => Some(team(desk, &name).await?),
            None => None,
        },
    };
    if read == change::Edit::default() {
        let example = format!("shift edit {} needs:8", shift.reference());
        return Err(
            UserError::new(phrase!("shift-edit-nothing", shift = word shift.reference()))
                .type_next(example)
                .into(),
        );
    }
    Ok(read)
}

/// The team that shall run it, which whoever edits must run too.
async fn team(desk: &mut Desk<'_>, name: &str) -> Outcome<TeamChange> {
    let name = Some(name).filter(|name| !change::is_none(name));
    let team = desk.find_team_if_any(name).await?;
    desk.must_run(team)?;
    Ok(team.map_or(TeamChange::Nobody, TeamChange::To))
}
