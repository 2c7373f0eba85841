//! What people are asked, and what those who look for people hear of it.

use std::collections::BTreeSet;

use super::Search;
use super::ladder::End;
use crate::error::Fault;
use crate::ids::PersonId;
use crate::locale::{Arg, Voice};
use crate::people::{Group, Person, leads};
use crate::phrase;
use crate::reply::{Button, Card, Line};
use crate::shift::{Roster, card, notice};
use crate::work::{Personal, Work};

/// Asks somebody for a shift.
pub(super) async fn ask(
    work: &mut Work<'_>,
    roster: &Roster,
    group: &Group,
    (person, role): (&Person, Option<&str>),
    by: PersonId,
) -> Result<(), Fault> {
    let shift = &roster.shift;
    let who = work.name_of(by).await?;
    let personal = Personal::news(format_args!("{}/ask", shift.id.0), person.id).until(Some(shift.counted_from().at));
    let looks_for_cover = roster.looks_for_cover(by);
    let (reference, title) = (shift.reference(), &shift.title);
    let asked = if looks_for_cover {
        phrase!("shift-ask-cover", who = person who, shift = word reference, title = user title)
    } else {
        phrase!("shift-ask", who = person who, shift = word reference, title = user title)
    };
    let claim = match role {
        Some(role) => format!("shift claim {reference} {role}"),
        None => format!("shift claim {reference}"),
    };
    let write = |voice: &Voice| {
        voice
            .say(&asked)
            .line(card::facts(shift, voice))
            .line(role.map_or_else(Line::default, |role| {
                voice.line(&phrase!("shift-ask-role", role = user role))
            }))
            .line(voice.line(&phrase!("shift-ask-free")))
            .actions(
                voice,
                [
                    Button::new(voice.text(&phrase!("shift-button-claim")), shift.group, claim.clone()),
                    card::decline_button(shift, voice),
                ],
                claim,
            )
    };
    work.write_to(person, group, personal, write).await?;
    Ok(())
}

/// Tells whoever looks for people how it ended; whoever acts sees it. Whoever was relieved has heard so.
pub(super) async fn ended(
    work: &mut Work<'_>,
    roster: &Roster,
    search: &Search,
    end: End,
    acts: Option<PersonId>,
) -> Result<(), Fault> {
    let shift = &roster.shift;
    let leads = leads::of(work, shift.group, shift.team).await?;
    if end == End::Full {
        if leads.contains(&search.by) {
            tell(work, roster, search, search.by, |voice| full(roster, voice)).await?;
        }
        return Ok(());
    }
    let asked = work.unit.asks_of(shift.group, shift.id).await?.len();
    let mut covers = Vec::new();
    for seat in roster.covers() {
        covers.push(Arg::Person(work.name_of(seat.holder.answerable()).await?));
    }
    let looking: BTreeSet<PersonId> = roster.covers().filter_map(|seat| seat.holder.member()).collect();
    for &person in looking.iter().filter(|person| acts != Some(**person)) {
        tell(work, roster, search, person, |voice| stays(roster, asked, voice)).await?;
    }
    let others = leads.into_iter().chain([search.by]).collect::<BTreeSet<_>>();
    for person in others.difference(&looking) {
        tell(work, roster, search, *person, |voice| {
            failed(roster, asked, &covers, voice)
        })
        .await?;
    }
    Ok(())
}

async fn tell(
    work: &mut Work<'_>,
    roster: &Roster,
    search: &Search,
    person: PersonId,
    write: impl FnOnce(&Voice) -> Card + Send,
) -> Result<(), Fault> {
    let shift = &roster.shift;
    let event = format!("{}/search/{}", shift.id.0, search.begun_at.timestamp_micros());
    let personal = Personal::news(event, person).until(Some(shift.counted_from().at));
    let group = work.group(shift.group).await?;
    work.notify(&group, person, personal, write).await
}

/// "S12, Canvass, is full."
fn full(roster: &Roster, voice: &Voice) -> Card {
    let shift = &roster.shift;
    let told = phrase!("shift-search-full", shift = word shift.reference(), title = user shift.title);
    let typed = format!("shift roster {}", shift.reference());
    let card = voice.say(&told).line(card::facts(shift, voice));
    card.actions(voice, [card::roster_button(shift, voice)], typed)
}

/// Nobody took the place of whoever reads it.
fn stays(roster: &Roster, asked: usize, voice: &Voice) -> Card {
    let shift = &roster.shift;
    let told =
        phrase!("shift-search-stays", shift = word shift.reference(), title = user shift.title, asked = number asked);
    let buttons = [card::confirm_button(shift, voice), card::drop_button(shift, voice)];
    let card = voice.say(&told).line(card::facts(shift, voice));
    card.actions(voice, buttons, notice::confirm_command(shift))
}

/// "I asked 4 people for S12, Canvass, and 2 seats are open still. Ben looks for cover."
fn failed(roster: &Roster, asked: usize, covers: &[Arg], voice: &Voice) -> Card {
    let shift = &roster.shift;
    let told =
        phrase!("shift-search-failed", shift = word shift.reference(), title = user shift.title, asked = number asked);
    let card = voice
        .say(&told)
        .line(card::facts(shift, voice))
        .line(card::taken(roster, voice));
    let card = match covers {
        [] => card,
        covers => card.line(
            voice.line(&phrase!("shift-search-covers", names = list covers.to_vec(), count = number covers.len())),
        ),
    };
    let typed = format!("shift roster {}", shift.reference());
    card.actions(voice, [card::roster_button(shift, voice)], typed)
}
