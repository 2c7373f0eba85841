//! The register at the door: the first act in one of a group's rooms enters the person.

use crate::digest;
use crate::error::{Outcome, UserError};
use crate::ids::PersonId;
use crate::locale::Phrase;
use crate::people::{Departure, Group, Membership, Role, Suspension};
use crate::phrase;
use crate::surface::Inbound;
use crate::work::Work;

/// Keeps the register of a group that somebody acts in, and says what they are in it. Somebody new, and somebody who
/// left, is entered as a plain member; whom an organizer removed, only an organizer lets in again.
pub(super) async fn keep(
    work: &mut Work<'_>,
    inbound: &Inbound,
    group: &Group,
    person: PersonId,
    news: &mut Vec<Phrase>,
) -> Outcome<Role> {
    // To be changed, since whoever is being taken out at this moment must not act as a member after it.
    let entry = work.unit.register_entry_for_update(group.id, person).await?;
    let suspended = entry.as_ref().map(|membership| membership.suspended);
    let empty = suspended != Some(None) && work.unit.members(group.id).await?.is_empty();
    match (entry, suspended.flatten()) {
        _ if empty => wake(work, inbound, group, person, news).await,
        (Some(membership), None) => stay(work, inbound, membership).await,
        (Some(_), Some(suspension)) => return_to(work, inbound, group, person, suspension, news).await,
        (None, _) => {
            enter(work, inbound, group, person, Role::Member).await?;
            news.push(phrase!("register-entered", group = user group.name));
            Ok(Role::Member)
        }
    }
}

/// Enters the founder of a group as its organizer. One who writes as the place is nobody who could be entered: the next
/// administrator with a name is its organizer.
pub(super) async fn keep_founder(
    work: &mut Work<'_>,
    inbound: &Inbound,
    group: &Group,
    person: PersonId,
) -> Outcome<Role> {
    if inbound.author.anonymous {
        work.audit(group.id, person, "group.founded_anonymously", None, Some(person))
            .await?;
        return Ok(Role::Organizer);
    }
    enter(work, inbound, group, person, Role::Organizer).await?;
    work.audit(group.id, person, "group.founded", None, Some(person))
        .await?;
    Ok(Role::Organizer)
}

/// Keeps where a member acted last.
async fn stay(work: &mut Work<'_>, inbound: &Inbound, mut membership: Membership) -> Outcome<Role> {
    if !inbound.room.private && membership.room != inbound.room {
        membership.room = inbound.room.clone();
        work.unit.save_membership(&membership).await?;
    }
    Ok(membership.role)
}

/// A group that nobody is in (everybody left, or nobody with a name has come yet) is as a place without one: an administrator wakes it, and is its organizer.
async fn wake(
    work: &mut Work<'_>,
    inbound: &Inbound,
    group: &Group,
    person: PersonId,
    news: &mut Vec<Phrase>,
) -> Outcome<Role> {
    if !inbound.author.administers() {
        return Err(UserError::new(phrase!("register-empty", group = user group.name))
            .type_next("help")
            .into());
    }
    enter(work, inbound, group, person, Role::Organizer).await?;
    work.audit(group.id, person, "role.organizer", None, Some(person))
        .await?;
    news.push(phrase!("register-woken", group = user group.name));
    Ok(Role::Organizer)
}

async fn return_to(
    work: &mut Work<'_>,
    inbound: &Inbound,
    group: &Group,
    person: PersonId,
    suspension: Suspension,
    news: &mut Vec<Phrase>,
) -> Outcome<Role> {
    if suspension.departure == Departure::Removed {
        let again = crate::catalogue::quoted(&inbound.author.name);
        let again = format!("group role {again} member");
        return Err(phrase!("register-removed", group = user group.name, again = command again).into());
    }
    enter(work, inbound, group, person, Role::Member).await?;
    news.push(phrase!("register-returned", group = user group.name));
    Ok(Role::Member)
}

async fn enter(work: &mut Work<'_>, inbound: &Inbound, group: &Group, person: PersonId, role: Role) -> Outcome<()> {
    let entered = Membership {
        role,
        ..Membership::entered(group.id, person, work.now, inbound.room.clone())
    };
    work.unit.save_membership(&entered).await?;
    digest::plan_for(work, group, person).await?;
    work.audit(group.id, person, "member.joined", None, Some(person))
        .await?;
    Ok(())
}
