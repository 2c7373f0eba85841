//! Taking somebody's part out of one group.

use super::GroupPlan;
use crate::error::Fault;
use crate::ids::{GroupId, Kind, PersonId, Reference};
use crate::people::register::give_back;
use crate::reminder::Reminder;
use crate::shift;
use crate::task::{State, Task};
use crate::work::Work;

/// The most lines of the log in which cancellations of theirs are looked for.
const LOG_LINES: u32 = 100_000;

/// Gives back what they had, and removes what is theirs alone; the words that were removed.
pub(super) async fn take_out(work: &mut Work<'_>, person: PersonId, part: &GroupPlan) -> Result<Vec<String>, Fault> {
    let group = part.group.id;
    let mut words = Vec::new();
    for number in &part.shifts {
        words.extend(shift::leaving::take_guests_off(work, group, *number, person).await?);
        words.extend(empty_report(work, group, *number, person).await?);
    }
    give_back(work, group, person).await?;
    words.extend(empty_reasons(work, group, person).await?);
    for number in &part.did {
        words.extend(empty_note(work, group, *number).await?);
    }
    for reference in &part.going {
        words.extend(words_of(work, group, *reference).await?);
        work.unit
            .remove_numbered(group, reference.kind, reference.number)
            .await?;
    }
    work.unit.forget_undo_in(group).await?;
    Ok(words)
}

/// What somebody wrote in something that goes.
async fn words_of(work: &mut Work<'_>, group: GroupId, reference: Reference) -> Result<Vec<String>, Fault> {
    let number = reference.number;
    Ok(match reference.kind {
        Kind::Shift => Vec::new(),
        Kind::Task => {
            let task = work.unit.task_by_number(group, number).await?;
            task.map(words_of_task).unwrap_or_default()
        }
        Kind::Reminder => {
            let reminder = work.unit.reminder_by_number(group, number).await?;
            reminder.map(words_of_reminder).unwrap_or_default()
        }
        Kind::Poll => {
            let poll = work.unit.poll_by_number(group, number).await?;
            poll.map(|poll| poll.question).into_iter().collect()
        }
        Kind::Broadcast => {
            let broadcast = work.unit.broadcast_by_number(group, number).await?;
            let lines = |text: String| text.lines().map(|line| line.trim_end().to_owned()).collect();
            broadcast.map(|broadcast| lines(broadcast.text)).unwrap_or_default()
        }
    })
}

/// What a task and the tasks of its series say.
fn words_of_task(task: Task) -> Vec<String> {
    let note = match task.state {
        State::Done { note, .. } => note,
        State::Open | State::Deleted => None,
    };
    let mut words = vec![Some(task.title), task.note, note];
    if let Some(series) = task.series {
        words.extend(
            series
                .usual
                .into_iter()
                .flat_map(|usual| [Some(usual.title), usual.note]),
        );
        words.extend(series.course.own.into_values().map(|own| own.text));
    }
    words.into_iter().flatten().collect()
}

/// What a reminder says, on its own dates, too.
fn words_of_reminder(reminder: Reminder) -> Vec<String> {
    let own = reminder.course.into_iter().flat_map(|course| course.own.into_values());
    let mut words: Vec<String> = own.filter_map(|own| own.text).collect();
    words.push(reminder.text);
    words.extend(reminder.said);
    words
}

/// Takes the note off a task that they did and that stays.
async fn empty_note(work: &mut Work<'_>, group: GroupId, number: u32) -> Result<Option<String>, Fault> {
    let Some(mut task) = work.unit.task_by_number(group, number).await? else {
        return Ok(None);
    };
    let State::Done { note, .. } = &mut task.state else {
        return Ok(None);
    };
    let words = note.take();
    if words.is_some() {
        task.version += 1;
        work.save_task(&task).await?;
    }
    Ok(words)
}

/// Takes the words off how a shift went, where they told it; the numbers stay.
async fn empty_report(
    work: &mut Work<'_>,
    group: GroupId,
    number: u32,
    person: PersonId,
) -> Result<Option<String>, Fault> {
    let Some(roster) = work.unit.shift(group, number).await? else {
        return Ok(None);
    };
    let report = work.unit.shift_report(group, roster.shift.id).await?;
    let Some(mut report) = report.filter(|report| report.by == person) else {
        return Ok(None);
    };
    let words = report.note.take();
    if words.is_some() {
        work.unit.save_shift_report(&roster.shift, Some(&report)).await?;
        work.card_changed(group, roster.shift.reference()).await?;
    }
    Ok(words)
}

/// Takes the reasons off the shifts that they cancelled: the log says which.
async fn empty_reasons(work: &mut Work<'_>, group: GroupId, person: PersonId) -> Result<Vec<String>, Fault> {
    let mut words = Vec::new();
    for line in work.unit.audit_about(person, LOG_LINES).await? {
        let theirs = line.group == group && line.actor == person && line.act == "shift.cancelled";
        let shift = line.subject.filter(|_| theirs).and_then(|subject| subject.parse().ok());
        let Some(Reference { number, .. }) = shift else {
            continue;
        };
        let Some(mut roster) = work.unit.shift_for_update(group, number).await? else {
            continue;
        };
        let cancelled = roster
            .shift
            .cancelled
            .as_mut()
            .filter(|cancelled| cancelled.at == line.at);
        let Some(reason) = cancelled.and_then(|cancelled| cancelled.reason.take()) else {
            continue;
        };
        roster.shift.version += 1;
        work.save_shift(&roster.shift).await?;
        words.push(reason);
    }
    Ok(words)
}
