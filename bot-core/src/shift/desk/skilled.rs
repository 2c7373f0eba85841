//! What somebody can do, where a shift has roles: which role suits them, and that they may be asked for one again.

use crate::desk::Desk;
use crate::error::Outcome;
use crate::locale::Phrase;
use crate::people::skills::MOST_SKILLS;
use crate::phrase;
use crate::shift::claim::Claimed;
use crate::shift::needs::same_role;
use crate::shift::{Holder, Roster, Seat};

/// The one role of several open ones that a member can do, where they can do just one.
pub(super) async fn suited(desk: &mut Desk<'_>, holder: &Holder, claimed: &Claimed) -> Outcome<Option<String>> {
    let (Claimed::Which(roles), Some(member)) = (claimed, holder.member()) else {
        return Ok(None);
    };
    let skills = desk.work.unit.skills_of(member).await?;
    let can = |role: &&String| skills.iter().any(|skill| same_role(skill, role));
    let mut suited = roles.iter().filter(can);
    Ok(suited.next().filter(|_| suited.next().is_none()).cloned())
}

/// How whoever took a seat for themselves is asked for that role again: told where others are, and they are not.
pub(super) async fn next_time(desk: &mut Desk<'_>, roster: &Roster, seat: &Seat) -> Outcome<Option<Phrase>> {
    let me = desk.me();
    let Some(role) = roster.role_of(seat).filter(|_| seat.holder == Holder::Member(me)) else {
        return Ok(None);
    };
    let mut skills = desk.work.unit.skills_of(me).await?;
    if skills.len() >= MOST_SKILLS || skills.iter().any(|skill| same_role(skill, role)) {
        return Ok(None);
    }
    let others = desk.work.unit.members_with_skill(roster.shift.group, role).await?;
    skills.push(role.to_owned());
    let naming = format!("me skills {}", skills.join(", "));
    Ok((!others.is_empty()).then(|| phrase!("shift-skill-next-time", role = user role, naming = command naming)))
}
