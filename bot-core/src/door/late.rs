//! What was said while the bot was away. Whoever said it may have given up, or done it otherwise, so it is not carried out
//! but offered again: to say it again is one tap.

use chrono::TimeDelta;

use super::entry::Defaults;
use super::form::Filled;
use super::onlooker::Onlooker;
use crate::catalogue::{self, CommandSpec, RawInvocation};
use crate::error::{Hint, Outcome, UserError};
use crate::ids::GroupId;
use crate::phrase;
use crate::poll::command::VOTE;
use crate::reply::action::ActionToken;
use crate::surface::Inbound;
use crate::time::Moment;
use crate::work::Work;

/// For how long after it was said something may reach the bot and be carried out as it is.
const STILL_MEANT: TimeDelta = TimeDelta::hours(1);

/// Whether it was said too long before it came, as far as its platform says when. What came in time and had to wait here was
/// accepted, and is carried out.
pub(super) fn is_late(inbound: &Inbound) -> bool {
    let said_at = inbound.said_at.unwrap_or(inbound.received_at);
    inbound.received_at - said_at > STILL_MEANT
}

/// Refuses what came too late, and offers to say it again; a button's group goes along.
pub(super) async fn must_be_timely(
    work: &mut Work<'_>,
    inbound: &Inbound,
    (raw, group): (&RawInvocation, Option<GroupId>),
    defaults: &Defaults,
) -> Outcome<()> {
    let Some(said_at) = inbound.said_at.filter(|_| is_late(inbound)) else {
        return Ok(());
    };
    let spec = catalogue::find(raw)?;
    let voice = super::voice_to(work.unit, inbound, defaults, work.now).await?;
    let said_at = Moment::at(said_at, voice.zone);
    let late = UserError::new(phrase!("said-late", said = moment said_at));
    if spec.path == VOTE && !inbound.room.private {
        // It may have been meant to be secret: it is not said a second time where others read it.
        return Err(late.hint(Hint::Usage(spec)).into());
    }
    Err(UserError {
        confidential: spec.path == VOTE,
        ..late.hint(Hint::Again {
            group: group.unwrap_or(ActionToken::ANY_GROUP),
            command: retyped(work, inbound, spec, (raw, group), defaults).await?,
        })
    }
    .into())
}

/// The command as it would be typed.
async fn retyped(
    work: &mut Work<'_>,
    inbound: &Inbound,
    spec: &CommandSpec,
    (raw, group): (&RawInvocation, Option<GroupId>),
    defaults: &Defaults,
) -> Outcome<String> {
    let Some(filled) = Filled::of(inbound, raw) else {
        return Ok(catalogue::retyped(spec, raw));
    };
    let looks_in = Onlooker::of(work.unit, &inbound.room, &inbound.author, defaults, work.now).await?;
    let group = group.or(looks_in.group.map(|group| group.id));
    let raw = filled.typed(work.unit, group, raw.clone(), &looks_in.frame).await?;
    Ok(catalogue::retyped(spec, &raw))
}
