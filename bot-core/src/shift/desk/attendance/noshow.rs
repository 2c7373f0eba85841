//! `shift noshow`: noted for those who run the shift. Whoever did not come is not told, and no card shows it.

use super::{Act, keep, record, said};
use crate::desk::{Answer, Desk};
use crate::error::{Outcome, UserError};
use crate::locale::Arg;
use crate::phrase;
use crate::reply::Card;
use crate::shift::attendance::record::Noted;
use crate::shift::command::Whom;
use crate::shift::desk::for_update;
use crate::shift::desk::seats::not_on_it;
use crate::shift::{Holder, Roster};

/// Notes that a member did not come.
pub(super) async fn note(desk: &mut Desk<'_>, shift: u32, name: &str) -> Outcome<Answer> {
    let before = for_update(desk, shift).await?;
    desk.must_run(before.shift.team)?;
    let member = desk.find_member(name).await?;
    let shift = &before.shift;
    let too_early = phrase!("shift-noshow-too-early", shift = word shift.reference(), start = moment shift.start);
    shift.must_have_begun(desk.work.now, too_early)?;
    let mut after = before.clone();
    match after.note_no_show(member.person, desk.work.now) {
        Noted::NoSeat => return Err(not_on_it(&before, &Whom::Member(member.name)).into()),
        Noted::Came => {
            let shift = before.shift.reference();
            let refusal = phrase!("shift-noshow-came", who = person member.name, shift = word shift);
            return Err(UserError::new(refusal)
                .type_next(format!("shift roster {shift}"))
                .into());
        }
        Noted::Now | Noted::Already => {}
    }
    if keep(desk, &before, &after).await? {
        record(desk, &after, Act::NoShow, &[Holder::Member(member.person)]).await?;
    }
    answer(desk, &after, &member.name).await
}

async fn answer(desk: &mut Desk<'_>, roster: &Roster, name: &str) -> Outcome<Answer> {
    let shift = roster.shift.reference();
    let noted = roster.seats.iter().filter(|seat| seat.attendance.no_show_at.is_some());
    let mut names: Vec<Arg> = Vec::new();
    for seat in noted {
        names.push(said::name(desk, &seat.holder).await?);
    }
    let count = names.len();
    let voice = &desk.voice;
    let mut card: Card = voice.say(&phrase!("shift-noshow", who = person name, shift = word shift));
    if count > 1 {
        card = card.line(voice.line(&phrase!("shift-noshow-all", who = list names)));
    }
    Ok(card.actions(voice, [], "undo").into())
}
