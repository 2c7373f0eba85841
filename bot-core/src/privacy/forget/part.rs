//! Taking somebody's part out of one group.

use super::GroupPlan;
use crate::error::Fault;
use crate::ids::{GroupId, Kind, PersonId, Reference};
use crate::task::State;
use crate::work::Work;
use crate::{poll, shift};

/// The most lines of the log in which cancellations of theirs are looked for.
const LOG_LINES: u32 = 100_000;

/// Gives back what they had, and removes what is theirs alone; the words that were removed.
pub(super) async fn take_out(work: &mut Work<'_>, person: PersonId, part: &GroupPlan) -> Result<Vec<String>, Fault> {
    let group = part.group.id;
    let mut words = Vec::new();
    for number in &part.shifts {
        words.extend(shift::forgotten::take_off(work, group, *number, person).await?);
    }
    for number in &part.held {
        hand_back(work, group, *number, person).await?;
    }
    for poll in &part.ballots {
        if let Some(poll) = work.unit.poll_by_number(group, poll.number).await? {
            work.unit.remove_ballot(group, poll.id, person).await?;
        }
    }
    poll::secret::withdraw(work, group, person).await?;
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

/// Hands an open task back, so that nobody has it; the next one of a repeat is not theirs either.
async fn hand_back(work: &mut Work<'_>, group: GroupId, number: u32, person: PersonId) -> Result<(), Fault> {
    let Some(mut task) = work.unit.task_by_number(group, number).await? else {
        return Ok(());
    };
    task.owner = task.owner.filter(|owner| *owner != person);
    task.keeper = task.keeper.filter(|keeper| *keeper != person);
    task.version += 1;
    work.unit.save_task(&task).await?;
    Ok(())
}

/// What somebody wrote in something that goes.
async fn words_of(work: &mut Work<'_>, group: GroupId, reference: Reference) -> Result<Vec<String>, Fault> {
    let number = reference.number;
    Ok(match reference.kind {
        Kind::Shift => Vec::new(),
        Kind::Task => {
            let task = work.unit.task_by_number(group, number).await?;
            let words = task.map(|task| {
                let note = match task.state {
                    State::Done { note, .. } => note,
                    State::Open | State::Deleted => None,
                };
                [Some(task.title), task.note, note]
            });
            words.into_iter().flatten().flatten().collect()
        }
        Kind::Reminder => {
            let reminder = work.unit.reminder_by_number(group, number).await?;
            reminder.map(|reminder| reminder.text).into_iter().collect()
        }
        Kind::Poll => {
            let poll = work.unit.poll_by_number(group, number).await?;
            poll.map(|poll| poll.question).into_iter().collect()
        }
    })
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
        work.unit.save_task(&task).await?;
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
        work.unit.save_shift(&roster.shift).await?;
        words.push(reason);
    }
    Ok(words)
}
