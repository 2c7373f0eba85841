//! What happens when a task's time comes near, and when it is there.

use super::Task;
use super::card::Shown;
use crate::due::late;
use crate::error::Fault;
use crate::ids::{PersonId, TaskId};
use crate::locale::Phrase;
use crate::phrase;
use crate::store::{Due, DueAct, StoreResult};
use crate::work::{Personal, Work};

/// Reminds the owner of an open task; while nobody has it, whoever added it.
pub async fn run(work: &mut Work<'_>, due: &Due) -> Result<(), Fault> {
    let Some(task) = work.unit.task(due.group, TaskId(due.subject.id)).await? else {
        return Ok(());
    };
    let Some(end) = task.due.clone().filter(|_| task.is_open()) else {
        return Ok(());
    };
    let is_lead = due.at < end.at;
    if is_lead && end.at <= work.now {
        return Ok(()); // What was to be said before the due time is said by the reminder at that time.
    }
    let group = work.group(due.group).await?;
    let person = who_cares(work, &task).await?;
    let sentence = sentence(&task, is_lead);
    let reader = work.unit.person(person).await?;
    let reader = reader.ok_or(Fault::Invariant("a member is a person"))?;
    let useless_after = is_lead.then_some(end.at);
    if work.hold(due, &reader, &group, useless_after).await? {
        return Ok(());
    }
    // What was held says so, and not that it is late.
    let was_due = match due.act {
        DueAct::Held => work.now,
        _ if is_lead => due.at,
        _ => end.at,
    };
    let personal = Personal::due(due, person).until(useless_after);
    let shown = Shown::load(work, task).await?;
    work.notify(&group, person, personal, |voice| {
        let opening = voice.say(&sentence).line(late(was_due, voice));
        shown.card_below(opening, voice)
    })
    .await
}

/// The owner while they are in the group, else whoever added the task.
async fn who_cares(work: &mut Work<'_>, task: &Task) -> StoreResult<PersonId> {
    let Some(owner) = task.owner else {
        return Ok(task.creator);
    };
    let membership = work.unit.membership(task.group, owner).await?;
    Ok(membership.map_or(task.creator, |membership| membership.person))
}

fn sentence(task: &Task, is_lead: bool) -> Phrase {
    let reference = task.reference();
    match (is_lead, task.owner) {
        (true, Some(_)) => phrase!("task-remind-soon", task = command reference),
        (false, Some(_)) => phrase!("task-remind-due", task = command reference),
        (true, None) => phrase!("task-remind-soon-free", task = command reference),
        (false, None) => phrase!("task-remind-due-free", task = command reference),
    }
}
