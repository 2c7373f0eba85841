//! What people see of a shift: its card and its roster.
//!
//! - here: both, and the lines that they share with what else is said of a shift
//! - `sheet`: a roster with the names that cards show; `told`: how it went, and what it repeats
//! - `buttons`: the ways out of every card of a shift

mod buttons;
mod sheet;
mod told;

use chrono::Datelike;

use super::needs::Needs;
use super::{Roster, Shift};
use crate::error::Fault;
use crate::ids::{GroupId, Reference};
use crate::locale::Voice;
use crate::phrase;
use crate::reply::{Card, Line};
use crate::time::{Moment, date_words};
use crate::work::Work;

pub(crate) use buttons::{
    ask_button, calendar_button, checkout_button, claim_button, confirm_button, cover_button, decline_button,
    drop_button, fine_button, here_button, open_claim_button, roster_button, stay_button,
};
use buttons::{copy_button, edit_button};
pub(crate) use sheet::Sheet;
use told::{repeats, went};

/// The card of a shift, loaded and written for a reader of that voice; `None` if there is none of that number.
pub async fn load(
    work: &mut Work<'_>,
    group: GroupId,
    reference: Reference,
    voice: &Voice,
) -> Result<Option<Card>, Fault> {
    let Some(roster) = work.unit.shift(group, reference.number).await? else {
        return Ok(None);
    };
    let sheet = Sheet::load(work, roster).await?;
    Ok(Some(card(&sheet, voice)))
}

/// The card of a shift.
pub(crate) fn card(sheet: &Sheet, voice: &Voice) -> Card {
    let Sheet { roster, .. } = sheet;
    let shift = &roster.shift;
    let card = opening(sheet, voice)
        .line(Line::joined(
            counts(roster, voice)
                .into_iter()
                .chain([sheet.confirmed(voice), came(roster, voice)]),
            " · ",
        ))
        .line(sheet.names(&phrase!("shift-in"), roster.seated(), voice))
        .line(sheet.names(&phrase!("shift-waiting"), roster.waiting(), voice));
    let card = repeats(sheet, voice).into_iter().fold(card, Card::line);
    let card = match &shift.note {
        Some(note) => card.line(Line::default().user(note.as_str())),
        None => card,
    };
    let card = went(sheet, voice).into_iter().fold(card, Card::line);
    if shift.must_be_live(voice.now).is_err() {
        return card;
    }
    let card = card.line(opens(shift, voice));
    let card = match shift.cutoff {
        Some(_) if shift.whole_days => {
            let until = shift.drop_until().unwrap_or(shift.start.at);
            let until = Moment::at(until, shift.start.zone.clone());
            card.line(voice.line(&phrase!("shift-cutoff-days", until = moment until)))
        }
        Some(cutoff) => card.line(voice.line(&phrase!("shift-cutoff", cutoff = duration cutoff))),
        None => card,
    };
    card.actions(
        voice,
        [
            here_button(shift, voice),
            open_claim_button(shift, voice),
            drop_button(shift, voice),
            roster_button(shift, voice),
        ],
        likeliest(shift, voice),
    )
    .forms([edit_button(shift, voice), copy_button(shift, voice)])
}

/// The roster of a shift: everybody on it, each on a line of their own.
pub(crate) fn roster(sheet: &Sheet, voice: &Voice) -> Card {
    let Sheet { roster, .. } = sheet;
    let shift = &roster.shift;
    let said = [sheet.confirmed(voice), came(roster, voice)];
    let mut card = opening(sheet, voice).line(Line::joined(said, " · "));
    for need in shift.needs.roles() {
        let seats = roster.planned().filter(|seat| roster.role_of(seat) == Some(&need.role));
        let counted = phrase!("shift-role-count", role = user need.role, taken = number roster.count_as(&need.role), seats = number need.seats);
        card = card
            .line(voice.line(&counted))
            .list(seats.map(|seat| sheet.entry(seat, voice)));
    }
    if shift.needs.roles().is_empty() {
        card = card
            .line(Line::joined(counts(roster, voice), " · "))
            .list(roster.planned().map(|seat| sheet.entry(seat, voice)));
    }
    if roster.walk_ins().next().is_some() {
        let entries = roster.walk_ins().map(|seat| sheet.entry(seat, voice));
        card = card
            .line(voice.line(&phrase!("shift-walk-ins")))
            .list(entries.collect::<Vec<_>>());
    }
    if roster.waiting().next().is_some() {
        let numbered = roster
            .waiting()
            .zip(1..)
            .map(|(seat, place)| Line::joined([format!("{place}. ").into(), sheet.holder(seat, true, voice)], ""));
        card = card
            .line(voice.line(&phrase!("shift-waiting")))
            .list(numbered.collect::<Vec<_>>());
    }
    if shift.must_be_live(voice.now).is_err() {
        return card;
    }
    card.actions(
        voice,
        [
            here_button(shift, voice),
            open_claim_button(shift, voice),
            drop_button(shift, voice),
        ],
        likeliest(shift, voice),
    )
}

/// "Sign-up opens Thu 3 Dec, 10:00 New York time."; empty once it has.
pub(super) fn opens(shift: &Shift, voice: &Voice) -> Line {
    let opens = shift.opens_later(voice.now);
    opens.map_or_else(Line::default, |opens| {
        voice.line(&phrase!("shift-opens", opens = moment opens))
    })
}

/// What people most likely want of a shift that is not over.
fn likeliest(shift: &Shift, voice: &Voice) -> String {
    let act = if shift.takes_checkins(voice.now) {
        "checkin"
    } else if shift.opens_later(voice.now).is_some() {
        "roster"
    } else {
        "claim"
    };
    format!("shift {act} {}", shift.reference())
}

/// What every card of a shift begins with: which, when, where.
fn opening(sheet: &Sheet, voice: &Voice) -> Card {
    let shift = &sheet.roster.shift;
    let mut card = Card::new().heading(Line::joined([title(shift), state(shift, voice)], " · "));
    if let Some(reason) = shift.cancelled.as_ref().and_then(|cancelled| cancelled.reason.as_ref()) {
        card = card.line(voice.line(&phrase!("shift-cancel-reason", reason = user reason)));
    }
    let team = sheet.team.as_ref();
    let team = team.map(|team| voice.line(&phrase!("shift-team", team = user team)));
    card.line(Line::joined([facts(shift, voice), team.unwrap_or_default()], " · "))
}

/// The day of a moment: "Sat 5 Dec".
pub(crate) fn day(moment: &Moment, voice: &Voice) -> String {
    let year = moment.zone.to_local(voice.now).year();
    date_words(moment.zone.to_local(moment.at).date(), year, voice.language)
}

/// "S12 · Canvass Ward 3"
pub(crate) fn title(shift: &Shift) -> Line {
    Line::from(format!("{} · ", shift.reference())).user(shift.title.as_str())
}

/// "Sat 5 Dec, 10:00–13:00 New York time · Main Library"
pub(crate) fn facts(shift: &Shift, voice: &Voice) -> Line {
    let when = voice.line(&phrase!("shift-when", when = when shift.when()));
    let place = shift.place.as_deref().map(|place| Line::default().user(place));
    Line::joined([when, place.unwrap_or_default()], " · ")
}

fn state(shift: &Shift, voice: &Voice) -> Line {
    if shift.cancelled.is_some() {
        voice.line(&phrase!("shift-state-cancelled"))
    } else if shift.ends_at() <= voice.now {
        voice.line(&phrase!("shift-state-over"))
    } else {
        Line::default()
    }
}

/// "driver 1 of 2 · knocker 4 of 6 · 3 seats open"
pub(crate) fn taken(roster: &Roster, voice: &Voice) -> Line {
    Line::joined(counts(roster, voice), " · ")
}

/// "3 checked in"; empty while nobody is.
fn came(roster: &Roster, voice: &Voice) -> Line {
    match roster.count_came() {
        0 => Line::default(),
        came => voice.line(&phrase!("shift-count-came", came = number came)),
    }
}

/// "driver 1 of 2", "knocker 4 of 6", "3 seats open"
fn counts(roster: &Roster, voice: &Voice) -> Vec<Line> {
    let taken = match &roster.shift.needs {
        Needs::Anyone => Vec::new(),
        Needs::Seats(seats) => vec![phrase!("shift-count", taken = number roster.count_in(), seats = number *seats)],
        Needs::Roles(roles) => roles
            .iter()
            .map(|need| phrase!("shift-role-count", role = user need.role, taken = number roster.count_as(&need.role), seats = number need.seats))
            .collect(),
    };
    let taken = taken.iter().map(|phrase| voice.line(phrase));
    let kept = roster.offers().count();
    let offered = (kept > 0).then(|| voice.line(&phrase!("shift-count-offered", count = number kept)));
    let open = (!roster.is_full() || offered.is_none()).then(|| open(roster, voice));
    taken.chain(open).chain(offered).collect()
}

/// "3 seats open", "full", "5 in"
pub(crate) fn open(roster: &Roster, voice: &Voice) -> Line {
    voice.line(&match roster.open() {
        None => phrase!("shift-count-in", taken = number roster.count_in()),
        Some(0) => phrase!("shift-count-full"),
        Some(open) => phrase!("shift-count-open", open = number open),
    })
}
