//! Shifts that come of something else than `shift add`: the people for them are known already.

use super::{header, whose};
use crate::desk::Desk;
use crate::error::Outcome;
use crate::ids::{PersonId, SeatId};
use crate::locale::Phrase;
use crate::shift::claim::Claimed;
use crate::shift::series::Template;
use crate::shift::{Holder, Roster, change, near, notice, plan};
use crate::time::When;

/// Posts a shift and puts those members in. Each but whoever acts hears that they were, and can decline. Whoever calls
/// remembers what takes it back.
pub(crate) async fn post_with(
    desk: &mut Desk<'_>,
    when: &When,
    template: Template,
    members: &[PersonId],
) -> Outcome<Roster> {
    let hours = change::hours(when, desk.work.now)?;
    let before = header::post(desk, hours, template).await?;
    let me = desk.actor.person.clone();
    let mut after = before.clone();
    let mut given = Vec::new();
    for member in members {
        let holder = Holder::Member(*member);
        let id = SeatId::new(desk.work.ids, desk.work.now);
        let claimed = after.claim(&holder, None, id, desk.work.now)?;
        if *member == me.id {
            continue;
        }
        after.given(&holder, &before, me.id);
        if let Claimed::In { seat, .. } | Claimed::Waiting(seat) = claimed {
            given.push(seat);
        }
    }
    plan::save(&mut desk.work, Some(&before), &after).await?;
    for seat in &given {
        notice::put_in(&mut desk.work, &after.shift, seat, (me.id, &me.name)).await?;
    }
    Ok(after)
}

/// What whoever posted it hears of those they put in: which other shifts of theirs it is too near to.
pub(crate) async fn warnings(desk: &mut Desk<'_>, roster: &Roster) -> Outcome<Vec<Phrase>> {
    let mut warnings = Vec::new();
    for seat in roster.seats.iter().filter(|seat| seat.is_in()) {
        let Some(person) = seat.holder.member() else { continue };
        let who = whose(desk, seat).await?;
        let other = Some(&who).filter(|_| person != desk.me());
        warnings.extend(near::warnings(&mut desk.work, &roster.shift, person, other).await?);
    }
    Ok(warnings)
}
