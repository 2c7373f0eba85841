//! What happens when something about a shift falls due: a reminder, thanks, an offer's end, the next look of a search, the next
//! dates of a series, a card that says something else.

use chrono::TimeDelta;

use super::{Roster, card, notice, offer, plan, search, series, short, thanks, turns};
use crate::clock::Instant;
use crate::due::{is_late, late};
use crate::error::Fault;
use crate::ids::{PersonId, ShiftId};
use crate::locale::Voice;
use crate::phrase;
use crate::reply::Card;
use crate::store::{Due, DueAct};
use crate::work::{Personal, Work};

/// Carries it out.
pub async fn run(work: &mut Work<'_>, due: &Due) -> Result<(), Fault> {
    if due.act == DueAct::Extend {
        return series::ahead::run(work, due).await;
    }
    let number = work.unit.shift_number(due.group, ShiftId(due.subject.id)).await?;
    let Some(number) = number else { return Ok(()) };
    match (due.act, due.person) {
        (DueAct::Remind | DueAct::Held, Some(person)) => remind(work, due, number, person).await,
        (DueAct::Lapse, Some(person)) => offer::lapse(work, due, number, person).await,
        (DueAct::Short, None) => short::run(work, due, number).await,
        (DueAct::Ask, None) => search::run(work, due, number).await,
        (DueAct::Redraw, None) => turns::run(work, due, number).await,
        (DueAct::Thank, None) => thanks::run(work, due, number).await,
        _ => Err(Fault::Invariant("an act of the agenda that shifts do not have")),
    }
}

/// A reminder goes to whoever is still in, after their quiet hours; of several that fell due meanwhile
/// only the latest is sent.
async fn remind(work: &mut Work<'_>, due: &Due, number: u32, person: PersonId) -> Result<(), Fault> {
    let held = due.act == DueAct::Held;
    let Some(roster) = seated(work, due, number, person).await? else {
        return Ok(());
    };
    let Some(reader) = work.unit.person(person).await? else {
        return Ok(());
    };
    let start = roster.shift.counted_from().at;
    let is_later = |rung: &Instant| due.at < *rung || held && due.at == *rung;
    if plan::rungs(&reader, start)
        .iter()
        .any(|rung| is_later(rung) && *rung <= work.now)
    {
        return Ok(());
    }
    let group = work.group(due.group).await?;
    if work.hold(due, &reader, &group, Some(start)).await? {
        return Ok(());
    }
    let personal = Personal::due(due, person).until(Some(start));
    let (at, now) = (due.at, work.now);
    work.notify(&group, person, personal, |voice| {
        reminder(&roster, person, at, now, voice)
    })
    .await
}

/// The roster, if that person is in and the shift is on.
async fn seated(work: &mut Work<'_>, due: &Due, number: u32, person: PersonId) -> Result<Option<Roster>, Fault> {
    let roster = work.unit.shift(due.group, number).await?;
    Ok(roster.filter(|roster| roster.shift.cancelled.is_none() && roster.members_in().contains(&person)))
}

/// "S12 · Canvass Ward 3 is in 2 h: Sat 5 Dec, 10:00–13:00 New York time · Main Library", with the question whether
/// they come; whoever has confirmed is not asked again.
fn reminder(roster: &Roster, person: PersonId, due_at: Instant, now: Instant, voice: &Voice) -> Card {
    let shift = &roster.shift;
    let ahead = shift.start.at - if is_late(due_at, now) { now } else { due_at };
    let minutes = TimeDelta::minutes(ahead.num_minutes());
    let (shift_word, title) = (shift.reference(), &shift.title);
    let when = phrase!("shift-when", when = when shift.when());
    let told = if shift.whole_days && shift.ends_at() > now {
        phrase!("shift-reminder-days", shift = word shift_word, title = user title, when = phrase when)
    } else if shift.ends_at() <= now {
        phrase!("shift-reminder-over", shift = word shift_word, title = user title, when = phrase when)
    } else if minutes > TimeDelta::zero() {
        phrase!("shift-reminder", shift = word shift_word, title = user title, ahead = duration minutes, when = phrase when)
    } else {
        phrase!("shift-reminder-begun", shift = word shift_word, title = user title, when = phrase when)
    };
    let place = shift.place.as_deref();
    let mut line = voice.line(&told);
    if let Some(place) = place {
        line = line.text(" · ").user(place);
    }
    let card = Card::new().line(line).line(late(due_at, voice));
    if shift.ends_at() <= now {
        return card;
    }
    if shift.is_at_hand(now) {
        let typed = format!("shift checkin {}", shift.reference());
        return card.actions(
            voice,
            [card::here_button(shift, voice), card::drop_button(shift, voice)],
            typed,
        );
    }
    let is_ahead = shift.counted_from().at > now;
    if is_ahead && roster.looks_for_cover(person) {
        let card = card.line(voice.line(&phrase!("shift-you-look-for-cover")));
        let buttons = [card::stay_button(shift, voice), card::drop_button(shift, voice)];
        return card.actions(voice, buttons, notice::confirm_command(shift));
    }
    if is_ahead && !roster.has_confirmed(person) {
        return notice::ask(card, shift, voice);
    }
    let card = if roster.has_confirmed(person) {
        card.line(voice.line(&phrase!("shift-you-confirmed")))
    } else {
        card
    };
    card.actions(voice, [card::drop_button(shift, voice)], notice::drop_command(shift))
}
