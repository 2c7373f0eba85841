//! What people on a shift hear of what others did, and of what falls due.

use super::roster::Move;
use super::{Holder, Roster, Seat, Shift, card, given, near, offer};
use crate::error::Fault;
use crate::ids::PersonId;
use crate::locale::{Arg, Phrase, Voice};
use crate::phrase;
use crate::reply::Card;
use crate::time::{Moment, When};
use crate::work::{Personal, Work};

/// Tells those who moved what became of them; whoever `acts` sees it in the answer.
pub(crate) async fn moves(
    work: &mut Work<'_>,
    roster: &Roster,
    moves: &[Move],
    acts: Option<PersonId>,
) -> Result<(), Fault> {
    for moved in moves {
        match moved {
            Move::Up(seat) => promoted(work, roster, seat, acts).await?,
            Move::Asked(seat) => offered(work, roster, seat, acts).await?,
            Move::Relieved(seat) => relieved(work, roster, seat, acts).await?,
        }
    }
    Ok(())
}

async fn promoted(work: &mut Work<'_>, roster: &Roster, seat: &Seat, acts: Option<PersonId>) -> Result<(), Fault> {
    let shift = &roster.shift;
    let role = roster.role_of(seat).unwrap_or_default();
    let told = match &seat.holder {
        Holder::Member(_) if role.is_empty() => {
            phrase!("shift-news-promoted", shift = word shift.reference(), title = user shift.title)
        }
        Holder::Member(_) => {
            phrase!("shift-news-promoted-as", shift = word shift.reference(), title = user shift.title, role = user role)
        }
        Holder::Guest { name, .. } => {
            phrase!("shift-news-promoted-guest", shift = word shift.reference(), title = user shift.title, name = user name)
        }
    };
    seat_news(work, shift, seat, acts, &told).await
}

/// Asks whoever is first on the waiting list whether they still want the seat that is kept for them, and says until when.
async fn offered(work: &mut Work<'_>, roster: &Roster, seat: &Seat, acts: Option<PersonId>) -> Result<(), Fault> {
    let (shift, person) = (&roster.shift, seat.holder.answerable());
    let Some(reader) = work.unit.person(person).await? else {
        return Ok(());
    };
    let group = work.group(shift.group).await?;
    let until = offer::ends_at(work, &group, &reader, shift);
    let key = format!("{}/offer", roster.shift.turn);
    tell(work, shift, person, acts, key, |voice| {
        let until = Moment::at(until, voice.zone.clone());
        let told = phrase!("shift-news-offered", shift = word shift.reference(), title = user shift.title);
        let time = phrase!("shift-offer-until", until = moment until);
        let buttons = [card::claim_button(shift, voice), card::drop_button(shift, voice)];
        let claim = format!("shift claim {}", shift.reference());
        let card = with_facts(voice, shift, &told).line(voice.line(&time));
        card.actions(voice, buttons, claim)
    })
    .await
}

/// Tells somebody who looked for cover that their place is taken.
async fn relieved(work: &mut Work<'_>, roster: &Roster, seat: &Seat, acts: Option<PersonId>) -> Result<(), Fault> {
    let shift = &roster.shift;
    let told = phrase!("shift-news-relieved", shift = word shift.reference(), title = user shift.title);
    let key = format!("{}/relieved", seat.turn);
    tell(work, shift, seat.holder.answerable(), acts, key, |voice| {
        with_facts(voice, shift, &told)
    })
    .await
}

/// Tells a member that a captain put them in, and asks whether that suits them.
pub(crate) async fn put_in(
    work: &mut Work<'_>,
    shift: &Shift,
    seat: &Seat,
    captain: (PersonId, &str),
) -> Result<(), Fault> {
    let told = if seat.is_in() {
        phrase!("shift-news-put-in", captain = person captain.1, shift = word shift.reference(), title = user shift.title)
    } else {
        phrase!("shift-news-put-on-list", captain = person captain.1, shift = word shift.reference(), title = user shift.title)
    };
    let warnings = warnings_of(work, shift, seat).await?;
    let (member, key) = (seat.holder.answerable(), seat_key(seat));
    tell(work, shift, member, Some(captain.0), key, |voice| {
        let card = warned(with_facts(voice, shift, &told), &warnings, voice);
        if seat.is_in() {
            return given::ask(card, shift, voice);
        }
        card.actions(voice, [card::drop_button(shift, voice)], drop_command(shift))
    })
    .await
}

/// Tells a member (or a guest's host) that a captain took them off.
pub(crate) async fn taken_off(
    work: &mut Work<'_>,
    shift: &Shift,
    seat: &Seat,
    captain: (PersonId, &str),
) -> Result<(), Fault> {
    let told = match &seat.holder {
        Holder::Member(_) => {
            phrase!("shift-news-taken-off", captain = person captain.1, shift = word shift.reference(), title = user shift.title)
        }
        Holder::Guest { name, .. } => {
            phrase!("shift-news-guest-taken-off", captain = person captain.1, shift = word shift.reference(), title = user shift.title, name = user name)
        }
    };
    let key = format!("{}/off", shift.turn);
    tell(work, shift, seat.holder.answerable(), Some(captain.0), key, |voice| {
        with_facts(voice, shift, &told)
    })
    .await
}

/// Tells everybody on a shift that it is cancelled.
pub(crate) async fn cancelled(work: &mut Work<'_>, roster: &Roster, acts: PersonId) -> Result<(), Fault> {
    for person in roster.people() {
        cancelled_to(work, roster, person, acts).await?;
    }
    Ok(())
}

/// Tells one of them.
pub(crate) async fn cancelled_to(
    work: &mut Work<'_>,
    roster: &Roster,
    person: PersonId,
    acts: PersonId,
) -> Result<(), Fault> {
    let shift = &roster.shift;
    let told = phrase!("shift-news-cancelled", shift = word shift.reference(), title = user shift.title);
    let reason = shift.cancelled.as_ref().and_then(|cancelled| cancelled.reason.as_ref());
    tell(work, shift, person, Some(acts), version_key(shift), |voice| {
        let card = with_facts(voice, shift, &told);
        match reason {
            Some(reason) => card.line(voice.line(&phrase!("shift-cancel-reason", reason = user reason))),
            None => card,
        }
    })
    .await
}

/// Tells everybody on a shift that it is on again.
pub(crate) async fn restored(work: &mut Work<'_>, roster: &Roster, acts: PersonId) -> Result<(), Fault> {
    for person in roster.people() {
        restored_to(work, roster, person, acts).await?;
    }
    Ok(())
}

/// Tells one of them.
pub(crate) async fn restored_to(
    work: &mut Work<'_>,
    roster: &Roster,
    person: PersonId,
    acts: PersonId,
) -> Result<(), Fault> {
    let shift = &roster.shift;
    let told = phrase!("shift-news-restored", shift = word shift.reference(), title = user shift.title);
    tell(work, shift, person, Some(acts), version_key(shift), |voice| {
        with_facts(voice, shift, &told).actions(voice, [card::drop_button(shift, voice)], drop_command(shift))
    })
    .await
}

/// Tells everybody on a shift that it moved, and what else of theirs it overlaps now.
pub(crate) async fn moved(work: &mut Work<'_>, roster: &Roster, was: &When, acts: PersonId) -> Result<(), Fault> {
    for person in roster.people() {
        moved_to(work, roster, was, person, acts).await?;
    }
    Ok(())
}

/// Tells one of them.
pub(crate) async fn moved_to(
    work: &mut Work<'_>,
    roster: &Roster,
    was: &When,
    person: PersonId,
    acts: PersonId,
) -> Result<(), Fault> {
    let shift = &roster.shift;
    let told = phrase!("shift-news-moved", shift = word shift.reference(), title = user shift.title, was = when was, now = when shift.when());
    let warnings = near::warnings(work, shift, person, None).await?;
    let is_in = roster.members_in().contains(&person);
    tell(work, shift, person, Some(acts), version_key(shift), |voice| {
        let card = warned(voice.say(&told), &warnings, voice);
        if is_in {
            return ask(card, shift, voice);
        }
        card.actions(voice, [card::drop_button(shift, voice)], drop_command(shift))
    })
    .await
}

/// Tells those who had confirmed that the shift is at another place, and asks them again. It keeps its hours.
pub(crate) async fn relocated(
    work: &mut Work<'_>,
    before: &Roster,
    after: &Roster,
    acts: PersonId,
) -> Result<(), Fault> {
    for person in asked_again(before, after) {
        relocated_to(work, after, person, acts).await?;
    }
    Ok(())
}

/// Tells one of them.
pub(crate) async fn relocated_to(
    work: &mut Work<'_>,
    roster: &Roster,
    person: PersonId,
    acts: PersonId,
) -> Result<(), Fault> {
    let shift = &roster.shift;
    let told = phrase!("shift-news-elsewhere", shift = word shift.reference(), title = user shift.title);
    tell(work, shift, person, Some(acts), version_key(shift), |voice| {
        ask(with_facts(voice, shift, &told), shift, voice)
    })
    .await
}

/// The members who had confirmed, are still in, and are asked again.
pub(crate) fn asked_again(before: &Roster, after: &Roster) -> Vec<PersonId> {
    let open = after.unconfirmed().into_iter();
    open.filter(|person| before.has_confirmed(*person)).collect()
}

/// Tells a member that a captain confirmed for them.
pub(crate) async fn confirmed_for(
    work: &mut Work<'_>,
    shift: &Shift,
    member: PersonId,
    captain: (PersonId, &str),
) -> Result<(), Fault> {
    let told = phrase!("shift-news-confirmed", captain = person captain.1, shift = word shift.reference(), title = user shift.title);
    let key = format!("confirmed/{}", work.now.timestamp_micros());
    tell(work, shift, member, Some(captain.0), key, |voice| {
        with_facts(voice, shift, &told).actions(voice, [card::drop_button(shift, voice)], drop_command(shift))
    })
    .await
}

/// Asks somebody who is in whether they come, below what is said first.
pub(crate) fn ask(card: Card, shift: &Shift, voice: &Voice) -> Card {
    card.line(voice.line(&phrase!("shift-asks"))).actions(
        voice,
        [
            card::confirm_button(shift, voice),
            card::drop_button(shift, voice),
            card::cover_button(shift, voice),
        ],
        confirm_command(shift),
    )
}

pub(crate) fn confirm_command(shift: &Shift) -> String {
    format!("shift confirm {}", shift.reference())
}

pub(crate) fn cover_command(shift: &Shift) -> String {
    format!("shift cover {}", shift.reference())
}

/// "It overlaps S9, Phone bank, …, which you are in too."
pub(crate) fn clash(other: &Shift) -> Phrase {
    phrase!("shift-clash", shift = word other.reference(), title = user other.title, when = when other.when())
}

/// The same of somebody else.
pub(crate) fn clash_of(other: &Shift, who: &Arg) -> Phrase {
    phrase!("shift-clash-other", shift = word other.reference(), title = user other.title, when = when other.when(), who = list vec![who.clone()])
}

pub(crate) fn drop_command(shift: &Shift) -> String {
    format!("shift drop {}", shift.reference())
}

/// News of somebody's seat, with the shift's facts and the way out.
async fn seat_news(
    work: &mut Work<'_>,
    shift: &Shift,
    seat: &Seat,
    acts: Option<PersonId>,
    told: &Phrase,
) -> Result<(), Fault> {
    let warnings = warnings_of(work, shift, seat).await?;
    tell(work, shift, seat.holder.answerable(), acts, seat_key(seat), |voice| {
        let card = warned(with_facts(voice, shift, told), &warnings, voice);
        match seat.holder {
            Holder::Member(_) => card.actions(voice, [card::drop_button(shift, voice)], drop_command(shift)),
            Holder::Guest { .. } => card,
        }
    })
    .await
}

/// What else of theirs the shift is too near to, for a member who is in.
async fn warnings_of(work: &mut Work<'_>, shift: &Shift, seat: &Seat) -> Result<Vec<Phrase>, Fault> {
    match seat.holder.member().filter(|_| seat.is_in()) {
        Some(person) => near::warnings(work, shift, person, None).await,
        None => Ok(Vec::new()),
    }
}

fn warned(card: Card, warnings: &[Phrase], voice: &Voice) -> Card {
    warnings
        .iter()
        .fold(card, |card, warning| card.line(voice.line(warning)))
}

fn seat_key(seat: &Seat) -> String {
    format!("{}/in", seat.turn)
}

pub(super) fn with_facts(voice: &Voice, shift: &Shift, told: &Phrase) -> Card {
    voice.say(told).line(card::facts(shift, voice))
}

fn version_key(shift: &Shift) -> String {
    format!("v{}", shift.version)
}

/// Puts news in the post for somebody who did not act themselves.
pub(super) async fn tell(
    work: &mut Work<'_>,
    shift: &Shift,
    person: PersonId,
    acts: Option<PersonId>,
    key: String,
    write: impl FnOnce(&Voice) -> Card + Send,
) -> Result<(), Fault> {
    if acts == Some(person) {
        return Ok(());
    }
    let group = work.group(shift.group).await?;
    let personal = Personal::news(format_args!("{}/{key}", shift.id.0), person).until(Some(shift.counted_from().at));
    work.notify(&group, person, personal, write).await
}
