//! What happens when the time of a digest comes.

use super::day::Day;
use super::{card, of_today, plan};
use crate::due::{is_late, late};
use crate::error::Fault;
use crate::store::Due;
use crate::work::{Patience, Personal, Work};

/// Sends it where there is something to say, and puts the next one on the agenda. Of several that fell due while the bot
/// was down only that of the present day is sent, and none in the night: late and in quiet hours it would be no morning's.
pub(crate) async fn run(work: &mut Work<'_>, due: &Due) -> Result<(), Fault> {
    let Some(person) = due.person else {
        return Err(Fault::Invariant("a digest is somebody's"));
    };
    let is_member = work.unit.membership(due.group, person).await?.is_some();
    let Some(reader) = work.unit.person(person).await?.filter(|_| is_member) else {
        return Ok(());
    };
    let group = work.group(due.group).await?;
    plan(work, &group, &reader).await?;
    let voice = work.voice_of(&reader, &group);
    let (zone, now) = (&voice.zone, work.now);
    let Some(at) = reader.digest.and_then(|time| of_today(time, zone, now)) else {
        return Ok(());
    };
    let at_night = reader.quiet.is_some_and(|quiet| quiet.release(now, zone) > now);
    if reader.agreed_at.is_none() || reader.is_paused(now) || is_late(at, now) && at_night {
        return Ok(());
    }
    let day = Day::load(work, &group, person, zone).await?;
    if day.is_empty() {
        return Ok(());
    }
    let personal = Personal::due(due, person).with(Patience::AtOnce);
    work.notify(&group, person, personal, |voice| {
        card::card(&day, &group, late(at, voice), voice)
    })
    .await
}
