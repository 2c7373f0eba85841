//! What a decision became is done: those who voted hear it, in the room where they were asked.

use super::Poll;
use crate::error::Fault;
use crate::ids::{GroupId, Reference};
use crate::locale::Voice;
use crate::phrase;
use crate::reply::Card;
use crate::store::OutboxKind;
use crate::work::Work;

/// Tells the room of the poll that became that task or shift, if one did. It is said once, whatever becomes of the work later.
pub(crate) async fn tell(work: &mut Work<'_>, group: GroupId, done: Reference, title: &str) -> Result<(), Fault> {
    let Some(poll) = work.unit.take_poll_to_tell(group, done, work.now).await? else {
        return Ok(());
    };
    let Some(poll) = work.unit.poll(group, poll).await? else {
        return Ok(());
    };
    let group = work.group(group).await?;
    let voice = work.voice_of_room(&group);
    let key = format!("poll-done/{}/{done}", poll.id.0);
    let card = (said(&poll, done, title, &voice), voice.language);
    work.post(poll.room, OutboxKind::Notice, key, card).await?;
    Ok(())
}

/// "Decided in P4, done: T7 · Book the hall"
fn said(poll: &Poll, done: Reference, title: &str, voice: &Voice) -> Card {
    let reference = poll.reference();
    let said = phrase!("poll-work-done", poll = word reference, work = word done, title = user title);
    voice.say(&said).actions(voice, [], format!("poll show {reference}"))
}
