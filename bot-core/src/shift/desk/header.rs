//! `shift add`, `shift edit`, `shift move` and `shift cancel`.

use super::series::{self, Reach, reach};
use super::{for_update, template, who_moved, with_card};
use crate::desk::{Answer, Desk};
use crate::error::{Outcome, UserError};
use crate::ids::{Kind, Reference, SeriesId, ShiftId};
use crate::locale::Phrase;
use crate::phrase;
use crate::shift::change::{self, Hours, TeamChange};
use crate::shift::command::{Add, Edit, Target};
use crate::shift::series::{MOST_SERIES, Template, ahead, rule};
use crate::shift::undo::ShiftUndo;
use crate::shift::{Needs, Roster, Series, Shift, leaving, notice, plan};
use crate::time::When;
use crate::undo::Undo;

/// Posts a shift, or what a template says where its title is the name of one.
pub(super) async fn add(desk: &mut Desk<'_>, add: Add) -> Outcome<Answer> {
    let saved = template::named(desk, &add).await?;
    let team = template::team(desk, saved.as_ref(), add.team.as_deref()).await?;
    desk.must_run(team)?;
    let add = saved.iter().fold(add, |add, saved| saved.timed(add));
    let beginning = rule::begin(&add.when, add.repeat.as_ref(), desk.work.now)?;
    let when = add.when.clone();
    let template = template::over(saved.as_ref(), add, team)?;
    let said = saved.iter().map(template::said).collect();
    match beginning {
        Some(beginning) => add_series(desk, beginning, template, said).await,
        None => add_one(desk, &when, template, said).await,
    }
}

/// Posts a shift that does not repeat.
async fn add_one(desk: &mut Desk<'_>, when: &When, template: Template, said: Vec<Phrase>) -> Outcome<Answer> {
    let hours = change::hours(when, desk.work.now)?;
    let roster = post(desk, hours, template).await?;
    let undo = ShiftUndo::Added {
        shift: roster.shift.number,
    };
    desk.remember_undo(Undo::Shift(undo)).await?;
    // What is said of a template may go with the card's first change.
    let reference = roster.shift.reference();
    Ok(Answer::live(reference, with_card(desk, said, roster).await?.card))
}

/// Posts it, whoever has it posted.
pub(super) async fn post(desk: &mut Desk<'_>, hours: Hours, template: Template) -> Outcome<Roster> {
    let group = desk.group()?.id;
    let Template {
        title,
        place,
        team,
        note,
        cutoff,
        opens,
        needs,
    } = template;
    let shift = Shift {
        id: ShiftId::new(desk.work.ids, desk.work.now),
        group,
        number: desk.work.next_reference(group, Kind::Shift).await?.number,
        title,
        start: hours.start,
        end: hours.end,
        whole_days: hours.whole_days,
        place,
        team,
        note,
        cutoff,
        opens,
        needs,
        series: None,
        cancelled: None,
        version: 1,
        turn: 0,
    };
    let roster = Roster::new(shift, Vec::new());
    plan::save(&mut desk.work, None, &roster).await?;
    Ok(roster)
}

/// Posts a series, with its first dates.
async fn add_series(
    desk: &mut Desk<'_>,
    beginning: rule::Beginning,
    template: Template,
    mut said: Vec<Phrase>,
) -> Outcome<Answer> {
    let group = desk.group()?.id;
    if desk.work.unit.count_shift_series(group).await? >= MOST_SERIES {
        let refusal = UserError::new(phrase!("series-too-many", most = number MOST_SERIES));
        return Err(refusal.type_next("shift list").into());
    }
    let rule::Beginning { dates, hours } = beginning;
    let mut series = Series {
        id: SeriesId::new(desk.work.ids, desk.work.now),
        group,
        dates,
        length: crate::shift::series::length(&hours.start, hours.end.as_ref()),
        whole_days: hours.whole_days,
        template,
        ended: false,
        version: 0,
    };
    series.must_leave_room()?;
    let made = ahead::save(&mut desk.work, None, &mut series).await?;
    let first = made.first().cloned().ok_or_else(|| phrase!("series-never"))?;
    desk.remember_undo(Undo::Shift(ShiftUndo::SeriesAdded { shift: first.number }))
        .await?;
    let last = Reference::new(Kind::Shift, made.last().map_or(first.number, |last| last.number));
    said.push(phrase!("series-added", count = number made.len(), first = word first.reference(), last = word last));
    with_card(desk, said, Roster::new(first, Vec::new())).await
}

/// Changes what is not the hours.
pub(super) async fn edit(desk: &mut Desk<'_>, edit: Edit) -> Outcome<Answer> {
    let (shift, repeat) = (edit.target.shift, edit.repeat.clone());
    let reached = reach(desk, &edit.target).await?;
    let edit = read(desk, edit).await?;
    match reached {
        Reach::Ask(answer) => return Ok(answer),
        Reach::Dates(reached) => return series::fields::edit(desk, *reached, &edit, repeat.as_ref()).await,
        Reach::Single => {}
    }
    let before = for_update(desk, shift).await?;
    desk.must_run(before.shift.team)?;
    if repeat.is_some() {
        let refusal = phrase!("series-not-from-one", shift = word before.shift.reference());
        return Err(UserError::new(refusal)
            .type_next("shift add Canvass every sat 10am-1pm")
            .into());
    }
    let mut after = before.clone();
    let moves = after.edit(&edit, desk.work.now)?;
    plan::save(&mut desk.work, Some(&before), &after).await?;
    remember(desk, &before, &after).await?;
    let me = desk.me();
    notice::relocated(&mut desk.work, &before, &after, me).await?;
    notice::moves(&mut desk.work, &after, &moves, Some(me)).await?;
    let mut said = vec![phrase!("shift-edited", shift = word after.shift.reference())];
    said.extend(asking(desk, &before, &after));
    said.extend(who_moved(desk, &moves).await?);
    with_card(desk, said, after).await
}

/// Moves it to other hours.
pub(super) async fn move_to(desk: &mut Desk<'_>, target: &Target, when: &When) -> Outcome<Answer> {
    match reach(desk, target).await? {
        Reach::Ask(answer) => return Ok(answer),
        Reach::Dates(reached) => return series::hours::move_to(desk, *reached, when).await,
        Reach::Single => {}
    }
    let before = for_update(desk, target.shift).await?;
    desk.must_run(before.shift.team)?;
    if when.repeat.is_some() {
        let refusal = phrase!("series-not-from-one", shift = word before.shift.reference());
        return Err(UserError::new(refusal)
            .type_next("shift add Canvass every sat 10am-1pm")
            .into());
    }
    let mut after = before.clone();
    let when = as_whole_days(&before.shift, when);
    after.move_to(change::hours(&when, desk.work.now)?, desk.work.now)?;
    let moves = leaving::without_those_gone(&mut desk.work, &mut after).await?;
    plan::save(&mut desk.work, Some(&before), &after).await?;
    remember(desk, &before, &after).await?;
    let (me, was) = (desk.me(), before.shift.when());
    notice::moved(&mut desk.work, &after, &was, me).await?;
    notice::moves(&mut desk.work, &after, &moves, Some(me)).await?;
    let mut said = vec![phrase!("shift-moved", shift = word after.shift.reference(), was = when was)];
    said.extend(told(desk, &after));
    said.extend(who_moved(desk, &moves).await?);
    with_card(desk, said, after).await
}

/// Whole days that are moved to a day alone stay whole days, and as many.
pub(super) fn as_whole_days(shift: &Shift, when: &When) -> When {
    let stays = shift.whole_days && !when.timed && when.end.is_none();
    let length = shift.wall_length().filter(|_| stays);
    match length {
        Some(length) => When {
            end: Some(when.start.until(when.start.local + length)),
            ..when.clone()
        },
        None => when.clone(),
    }
}

/// Cancels it.
pub(super) async fn cancel(desk: &mut Desk<'_>, target: &Target, reason: Option<String>) -> Outcome<Answer> {
    match reach(desk, target).await? {
        Reach::Ask(answer) => return Ok(answer),
        Reach::Dates(reached) => return series::ending::cancel(desk, *reached, reason.as_ref()).await,
        Reach::Single => {}
    }
    let before = for_update(desk, target.shift).await?;
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
    record_cancelled(desk, &after.shift).await?;
    let me = desk.me();
    notice::cancelled(&mut desk.work, &after, me).await?;
    Ok(after)
}

/// Writes in the log that it was cancelled.
pub(super) async fn record_cancelled(desk: &mut Desk<'_>, shift: &Shift) -> Outcome<()> {
    let me = desk.me();
    let audit = desk
        .work
        .audit(shift.group, me, "shift.cancelled", Some(shift.reference()), None);
    Ok(audit.await?)
}

/// "I'm writing to 5 people about it. Nothing, if nobody else is.
pub(in crate::shift) fn told(desk: &Desk<'_>, roster: &Roster) -> Option<Phrase> {
    let others = roster.people().into_iter().filter(|person| *person != desk.me());
    let count = others.count();
    (count > 0).then(|| phrase!("shift-telling", count = number count))
}

/// "I'm asking 3 people again whether they come." Nothing, if nobody else had confirmed.
pub(in crate::shift) fn asking(desk: &Desk<'_>, before: &Roster, after: &Roster) -> Option<Phrase> {
    let asked = notice::asked_again(before, after).into_iter();
    let count = asked.filter(|person| *person != desk.me()).count();
    (count > 0).then(|| phrase!("shift-asking", count = number count))
}

async fn remember(desk: &mut Desk<'_>, before: &Roster, after: &Roster) -> Outcome<()> {
    let undo = ShiftUndo::Header {
        before: Box::new(before.shift.clone()),
        left: after.shift.version,
    };
    desk.remember_undo(Undo::Shift(undo)).await
}

/// The edit as the rules take it: numbers read, the team found.
async fn read(desk: &mut Desk<'_>, edit: Edit) -> Outcome<change::Edit> {
    let shift = Reference::new(Kind::Shift, edit.target.shift);
    let read = change::Edit {
        title: edit.title,
        needs: edit.needs.as_deref().map(Needs::parse).transpose()?,
        place: edit.place,
        note: edit.note,
        cutoff: edit.cutoff,
        opens: edit.opens,
        team: match edit.team {
            Some(name) => Some(team(desk, &name).await?),
            None => None,
        },
    };
    if read == change::Edit::default() && edit.repeat.is_none() {
        let team = for_update(desk, shift.number).await?.shift.team;
        desk.must_run(team)?;
        let example = format!("shift edit {shift} needs:8");
        return Err(UserError::new(phrase!("shift-edit-nothing", shift = word shift))
            .type_next(example)
            .into());
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
