//! Keeping what people are in step with the roles that they hold.

use std::collections::BTreeSet;

use super::{Gives, PlaceRole, RoleHold, RoleMapping};
use crate::ids::{GroupId, PersonId};
use crate::locale::Phrase;
use crate::people::{Group, Membership, Role};
use crate::phrase;
use crate::store::{StoreResult, UnitOfWork};
use crate::surface::{Author, Inbound, RoomAddress};
use crate::work::Work;

/// Gives a member what the roles give that they hold in the place where they act, and takes away again what those gave
/// that they do not hold any more; what that changed, in words to them. In private no platform says what somebody holds.
pub(crate) async fn follow(
    work: &mut Work<'_>,
    inbound: &Inbound,
    group: &Group,
    person: PersonId,
) -> StoreResult<Vec<Phrase>> {
    let (room, author) = (&inbound.room, &inbound.author);
    let mappings = mappings_in(work.unit, group.id, room).await?;
    if mappings.is_empty() || author.anonymous {
        return Ok(Vec::new());
    }
    let before = work.unit.role_holds_of(group.id, person).await?;
    let elsewhere = |hold: &&RoleHold| !hold.of.is_of(room) || hold.account != author.account;
    let mut after: Vec<RoleHold> = before.iter().filter(elsewhere).cloned().collect();
    after.extend(held(&mappings, author).map(|mapping| RoleHold {
        of: mapping.of.clone(),
        gives: mapping.gives,
        account: author.account.clone(),
        given: false,
    }));
    Box::pin(settle(work, group, person, &before, after)).await
}

/// The mappings of a room's place.
async fn mappings_in(unit: &mut dyn UnitOfWork, group: GroupId, room: &RoomAddress) -> StoreResult<Vec<RoleMapping>> {
    if room.private {
        return Ok(Vec::new());
    }
    unit.role_mappings_in(group, room.platform, &room.place).await
}

fn held<'a>(mappings: &'a [RoleMapping], author: &Author) -> impl Iterator<Item = &'a RoleMapping> {
    mappings
        .iter()
        .filter(|mapping| author.roles.contains(&mapping.of.role))
}

/// Brings a member from what they held before to what they hold now.
async fn settle(
    work: &mut Work<'_>,
    group: &Group,
    person: PersonId,
    before: &[RoleHold],
    mut after: Vec<RoleHold>,
) -> StoreResult<Vec<Phrase>> {
    let mut news = Vec::new();
    let all: BTreeSet<Gives> = before.iter().chain(&after).map(|hold| hold.gives).collect();
    for gives in all {
        let was_given = before.iter().any(|hold| hold.gives == gives && hold.given);
        let is_held = after.iter().any(|hold| hold.gives == gives);
        let has = has(work.unit, group.id, person, gives).await?;
        if is_held != has && (is_held || was_given) {
            news.extend(change(work, group, person, gives, is_held).await?);
        }
        for hold in after.iter_mut().filter(|hold| hold.gives == gives) {
            hold.given = was_given || !has;
        }
    }
    for gone in before
        .iter()
        .filter(|hold| !after.iter().any(|kept| is_same(kept, hold)))
    {
        work.unit.remove_role_hold(gone).await?;
    }
    for hold in after.iter().filter(|hold| !before.contains(hold)) {
        work.unit.save_role_hold(hold).await?;
    }
    Ok(news)
}

fn is_same(one: &RoleHold, other: &RoleHold) -> bool {
    one.of == other.of && one.account == other.account
}

/// Whether somebody is that in the group.
async fn has(unit: &mut dyn UnitOfWork, group: GroupId, person: PersonId, gives: Gives) -> StoreResult<bool> {
    Ok(match gives {
        Gives::Captain => {
            let membership = unit.membership(group, person).await?;
            membership.is_some_and(|membership| membership.role >= Role::Captain)
        }
        Gives::Team(team) => {
            let teams = unit.teams_of(group, person).await?;
            teams.iter().any(|(other, _)| other.id == team)
        }
    })
}

/// Gives somebody that for a role's sake, or takes it away again; in words to them.
async fn change(
    work: &mut Work<'_>,
    group: &Group,
    person: PersonId,
    gives: Gives,
    is_held: bool,
) -> StoreResult<Option<Phrase>> {
    match gives {
        Gives::Captain => change_role(work, group, person, is_held).await,
        Gives::Team(team) => {
            if is_held {
                work.unit.join_team(group.id, team, person, false, work.now).await?;
            } else {
                work.unit.leave_team(group.id, team, person).await?;
            }
            let name = work.name_of_team(group.id, Some(team)).await?.unwrap_or_default();
            Ok(Some(if is_held {
                phrase!("mapping-joined", team = user name)
            } else {
                phrase!("mapping-left", team = user name)
            }))
        }
    }
}

async fn change_role(
    work: &mut Work<'_>,
    group: &Group,
    person: PersonId,
    is_held: bool,
) -> StoreResult<Option<Phrase>> {
    let Some(membership) = work.unit.membership_for_update(group.id, person).await? else {
        return Ok(None);
    };
    // An organizer stays one, whatever a platform says.
    if membership.role == Role::Organizer {
        return Ok(None);
    }
    let role = if is_held { Role::Captain } else { Role::Member };
    work.unit.save_membership(&Membership { role, ..membership }).await?;
    if is_held {
        work.audit(group.id, person, "mapping.captain", None, Some(person))
            .await?;
        Ok(Some(phrase!("mapping-captain", group = user group.name)))
    } else {
        work.audit(group.id, person, "mapping.captain.ended", None, Some(person))
            .await?;
        Ok(Some(phrase!("mapping-no-captain", group = user group.name)))
    }
}

/// A role gives nothing any more: what was given for its sake is taken away from whoever holds it; how many people that is.
pub(crate) async fn let_go(work: &mut Work<'_>, group: &Group, of: &PlaceRole) -> StoreResult<usize> {
    let mut changed = 0;
    for person in work.unit.role_holders(of).await? {
        let before = work.unit.role_holds_of(group.id, person).await?;
        let after = before.iter().filter(|hold| hold.of != *of).cloned().collect();
        changed += usize::from(!Box::pin(settle(work, group, person, &before, after)).await?.is_empty());
    }
    Ok(changed)
}

/// Somebody goes out of a group: what they held there is forgotten with what it gave.
pub(crate) async fn end(unit: &mut dyn UnitOfWork, group: GroupId, person: PersonId) -> StoreResult<()> {
    for hold in unit.role_holds_of(group, person).await? {
        unit.remove_role_hold(&hold).await?;
    }
    Ok(())
}

/// Somebody was given that by hand, or it was taken from them: from now on it is not there for a role's sake. Whether it was.
pub(crate) async fn make_own(
    unit: &mut dyn UnitOfWork,
    group: GroupId,
    person: PersonId,
    gives: Gives,
) -> StoreResult<bool> {
    let mut was_given = false;
    for hold in unit.role_holds_of(group, person).await? {
        if hold.gives == gives && hold.given {
            unit.save_role_hold(&RoleHold { given: false, ..hold }).await?;
            was_given = true;
        }
    }
    Ok(was_given)
}

/// Two persons are about to be one: what either of them has of their own the one has of their own.
pub(crate) async fn before_joining(unit: &mut dyn UnitOfWork, from: PersonId, into: PersonId) -> StoreResult<()> {
    for group in unit.registers_of(from).await? {
        let mut holds = unit.role_holds_of(group, from).await?;
        holds.extend(unit.role_holds_of(group, into).await?);
        let all: BTreeSet<Gives> = holds.iter().map(|hold| hold.gives).collect();
        for gives in all {
            let mut is_own = false;
            for person in [from, into] {
                let holds = unit.role_holds_of(group, person).await?;
                let was_given = holds.iter().any(|hold| hold.gives == gives && hold.given);
                is_own |= !was_given && has(unit, group, person, gives).await?;
            }
            if is_own {
                make_own(unit, group, from, gives).await?;
                make_own(unit, group, into, gives).await?;
            }
        }
    }
    Ok(())
}

/// The role in a group that somebody would have if they acted there now; nothing is written.
pub(crate) async fn role_today(
    unit: &mut dyn UnitOfWork,
    (room, author): (&RoomAddress, &Author),
    group: GroupId,
    person: Option<PersonId>,
    role: Role,
) -> StoreResult<Role> {
    let mappings = mappings_in(unit, group, room).await?;
    let gives_captain = |mapping: &RoleMapping| mapping.gives == Gives::Captain;
    if !mappings.iter().any(gives_captain) {
        return Ok(role);
    }
    if held(&mappings, author).any(gives_captain) {
        return Ok(role.max(Role::Captain));
    }
    let (Some(person), Role::Captain) = (person, role) else {
        return Ok(role);
    };
    let holds = unit.role_holds_of(group, person).await?;
    let mut holds = holds.iter().filter(|hold| hold.gives == Gives::Captain);
    let goes = |hold: &RoleHold| hold.given && hold.of.is_of(room) && hold.account == author.account;
    let first = holds.next();
    Ok(match first {
        Some(first) if goes(first) && holds.all(goes) => Role::Member,
        _ => role,
    })
}
