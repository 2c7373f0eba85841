//! What the platform must be asked before an event is carried out. Asking takes its time, and it is asked of few: so
//! only what this very command looks at.

use uuid::Uuid;

use super::entry::{Defaults, group_of_place, voice};
use super::person::{newcomer, person_of};
use super::{is_addressed, late};
use crate::catalogue::{self, Access, Command, CommandSpec, RawInvocation};
use crate::clock::Instant;
use crate::desk::frame;
use crate::ids::PersonId;
use crate::people::command::{GroupCommand, PeopleCommand};
use crate::people::link::is_confirm;
use crate::store::{Store, StoreResult, UnitOfWork};
use crate::surface::{Inbound, Standing};

/// What an event needs to be told by its platform.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Needs {
    /// What its author is in the place.
    pub standing: bool,
    /// What the bot may do in the room.
    pub rights: bool,
}

/// What that event needs. Reads only, and mostly not even that.
pub(crate) async fn needs(
    store: &dyn Store,
    inbound: &Inbound,
    defaults: &Defaults,
    now: Instant,
) -> StoreResult<Needs> {
    let Ok(Some((raw, _))) = inbound.content.invocation() else {
        return Ok(Needs::default());
    };
    let Ok(spec) = catalogue::find(&raw) else {
        return Ok(Needs::default());
    };
    if inbound.room.private || late::is_late(inbound) {
        return Ok(Needs::default());
    }
    if inbound.prefix.is_some() && !is_addressed(&mut *store.read().await?, inbound).await? {
        return Ok(Needs::default());
    }
    let is_untold = inbound.author.standing == Standing::Untold && !inbound.author.anonymous;
    Ok(Needs {
        standing: is_untold && looks_at_standing(store, inbound, spec, &raw, defaults, now).await?,
        rights: spec == &crate::doctor::SPECS[0],
    })
}

/// Whether the command would found a group or wake one, or join a place to one: an administrator's acts.
async fn looks_at_standing(
    store: &dyn Store,
    inbound: &Inbound,
    spec: &'static CommandSpec,
    raw: &RawInvocation,
    defaults: &Defaults,
    now: Instant,
) -> StoreResult<bool> {
    if spec.access > Access::Anyone {
        let mut unit = store.read().await?;
        return would_found_or_wake(&mut *unit, inbound).await;
    }
    // Which of the two sides of a link it is does not hang on when and where it is read.
    let anyone = voice(None, None, spec.visibility, &inbound.room, defaults, now);
    let nobody = newcomer(PersonId(Uuid::nil()), "");
    let command = catalogue::decode(spec, raw, &frame(&nobody, None, &anyone));
    Ok(match command {
        Ok(Command::People(PeopleCommand::Group(GroupCommand::Link(Some(code))))) => !is_confirm(&code),
        _ => false,
    })
}

async fn would_found_or_wake(unit: &mut dyn UnitOfWork, inbound: &Inbound) -> StoreResult<bool> {
    let Some(group) = group_of_place(unit, &inbound.room).await? else {
        return Ok(true);
    };
    if let Some(person) = person_of(unit, &inbound.room, &inbound.author.account).await?
        && unit.membership(group.id, person.id).await?.is_some()
    {
        return Ok(false);
    }
    Ok(unit.members(group.id).await?.is_empty())
}
