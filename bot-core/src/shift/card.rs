//! What people see of a shift: its card and its roster.

use std::collections::HashMap;

use chrono::Datelike;

use super::needs::Needs;
use super::search::FOR_CAPTAINS;
use super::series::{Field, ahead};
use super::{Attendance, Holder, Report, Roster, Seat, Shift, plan};
use crate::clock::Instant;
use crate::error::Fault;
use crate::ids::{GroupId, PersonId, Reference};
use crate::locale::{Arg, Phrase, Voice};
use crate::phrase;
use crate::reply::{Button, Card, Line};
use crate::series;
use crate::time::{Moment, When, date_words};
use crate::work::Work;

/// The most names on a card; the roster shows them all.
const MOST_NAMES: usize = 20;

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

/// A roster with the names that cards show.
#[derive(Debug, Clone)]
pub(crate) struct Sheet {
    pub(crate) roster: Roster,
    names: HashMap<PersonId, String>,
    /// When the first of those who are in is reminded of it, and asked whether they come.
    asked_from: Option<Instant>,
    team: Option<String>,
    series: Option<(super::Series, Vec<When>)>,
    /// How it went, once that was told.
    report: Option<Report>,
}

impl Sheet {
    /// Looks the names up.
    pub(crate) async fn load(work: &mut Work<'_>, roster: Roster) -> Result<Self, Fault> {
        let mut names = HashMap::new();
        let mut asked_from: Option<Instant> = None;
        let (members, start) = (roster.members_in(), roster.shift.counted_from().at);
        for id in roster.people() {
            if let Some(person) = work.unit.person(id).await? {
                if members.contains(&id) {
                    asked_from = plan::rungs(&person, start).into_iter().chain(asked_from).min();
                }
                names.insert(id, person.name);
            }
        }
        let team = work.name_of_team(roster.shift.group, roster.shift.team).await?;
        let report = if roster.shift.start.at <= work.now {
            work.unit.shift_report(roster.shift.group, roster.shift.id).await?
        } else {
            None
        };
        let series = match ahead::of(work, roster.shift.group, &roster.shift).await? {
            Some(series) => {
                let coming = ahead::coming(work, &series, &roster.shift).await?;
                Some((series, coming))
            }
            None => None,
        };
        Ok(Self {
            roster,
            names,
            asked_from,
            team,
            series,
            report,
        })
    }

    /// Whether it is to be shown who has confirmed: once somebody has, or was reminded and so asked, until the first is there.
    fn shows_confirmed(&self, voice: &Voice) -> bool {
        let is_live = self.roster.shift.must_be_live(voice.now).is_ok();
        let was_asked = self.asked_from.is_some_and(|from| from <= voice.now);
        is_live && self.roster.count_came() == 0 && (was_asked || self.roster.count_confirmed().0 > 0)
    }

    /// "3 of 5 confirmed"; empty while nobody was asked.
    fn confirmed(&self, voice: &Voice) -> Line {
        let (confirmed, all) = self.roster.count_confirmed();
        if all == 0 || !self.shows_confirmed(voice) {
            return Line::default();
        }
        voice.line(&phrase!("shift-count-confirmed", confirmed = number confirmed, all = number all))
    }

    /// Somebody on the roster: "Ana · confirmed", "Ben · not confirmed yet", "Cleo · checked in".
    fn entry(&self, seat: &Seat, voice: &Voice) -> Line {
        let confirmed = self.roster.confirmation(seat).filter(|_| self.shows_confirmed(voice));
        let said = match (&seat.attendance, confirmed) {
            (Attendance { left_at: Some(_), .. }, _) => Some(phrase!("shift-left-mark")),
            (Attendance { came_at: Some(_), .. }, _) => Some(phrase!("shift-came-mark")),
            (_, Some(true)) => Some(phrase!("shift-confirmed-mark")),
            (_, Some(false)) => Some(phrase!("shift-unconfirmed-mark")),
            (_, None) => None,
        };
        let said = said.map(|said| voice.line(&said));
        Line::joined([self.holder(seat, false, voice), said.unwrap_or_default()], " · ")
    }

    /// Somebody's name, with what is to be known of them: "Ana (driver)", "Tom (driver, guest of Ana)".
    fn holder(&self, seat: &Seat, with_role: bool, voice: &Voice) -> Line {
        let role = self.roster.role_of(seat).filter(|_| with_role);
        let role = role.map(|role| Line::default().user(role)).unwrap_or_default();
        let guest = match &seat.holder {
            Holder::Guest { host, .. } => voice.line(&phrase!("shift-guest-of", host = person self.name(*host))),
            Holder::Member(_) => Line::default(),
        };
        let walk_in = if seat.attendance.walk_in && with_role {
            voice.line(&phrase!("shift-walk-in"))
        } else {
            Line::default()
        };
        let looks = seat.cover_since.map(|_| phrase!("shift-covers-mark"));
        let asked = seat.offered_at.map(|_| phrase!("shift-offered-mark"));
        let state = looks.or(asked).map(|state| voice.line(&state)).unwrap_or_default();
        let known = Line::joined([role, guest, walk_in, state], ", ");
        let name = match &seat.holder {
            Holder::Member(person) => voice.name(self.name(*person)),
            Holder::Guest { name, .. } => Line::default().user(name.as_str()),
        };
        if known.0.is_empty() {
            return name;
        }
        Line::joined([name.text(" ("), known, ")".into()], "")
    }

    fn name(&self, person: PersonId) -> &str {
        self.names.get(&person).map_or("", String::as_str)
    }

    /// "In: Ana (driver), Ben"; empty for nobody.
    fn names<'a>(&self, label: &Phrase, seats: impl Iterator<Item = &'a Seat>, voice: &Voice) -> Line {
        let mut names: Vec<Line> = seats.map(|seat| self.holder(seat, true, voice)).collect();
        if names.is_empty() {
            return Line::default();
        }
        let more = names.len().saturating_sub(MOST_NAMES);
        if more > 0 {
            names.truncate(MOST_NAMES);
            names.push(voice.line(&phrase!("shift-more-names", more = number more)));
        }
        Line::joined([voice.line(label), Line::joined(names, ", ")], " ")
    }
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

/// "42 conversations · 120 doors", and what else was told of how it went.
fn went(sheet: &Sheet, voice: &Voice) -> Vec<Line> {
    let Some(report) = &sheet.report else {
        return Vec::new();
    };
    let conversations = report
        .conversations
        .map(|count| phrase!("shift-went-conversations", count = number count));
    let doors = report
        .doors
        .map(|count| phrase!("shift-went-doors", count = number count));
    let counts = [conversations, doors].into_iter().flatten();
    let counts = Line::joined(counts.map(|phrase| voice.line(&phrase)), " · ");
    let note = report.note.as_ref();
    let note = note.map(|note| voice.line(&phrase!("shift-went-note", note = user note)));
    [counts, note.unwrap_or_default()].into()
}

/// "↻ every Sat · next Sat 12 Dec, …", and what is this date's own.
fn repeats(sheet: &Sheet, voice: &Voice) -> Vec<Line> {
    let Some((series, coming)) = &sheet.series else {
        return Vec::new();
    };
    let mut lines = vec![series::card::line(
        &series.dates.rule,
        &series.when(&series.dates.moment(series.dates.first)),
        coming,
        voice,
    )];
    let shift = &sheet.roster.shift;
    let own = Field::ALL.into_iter().filter(|field| shift.is_own(*field));
    let own: Vec<Arg> = own.map(|field| Arg::Phrase(field.name())).collect();
    if !own.is_empty() {
        lines.push(voice.line(&phrase!("series-own", fields = list own)));
    }
    lines
}

impl Field {
    /// What people call it.
    fn name(self) -> Phrase {
        match self {
            Self::Title => phrase!("series-field-title"),
            Self::Hours => phrase!("series-field-hours"),
            Self::Needs => phrase!("series-field-needs"),
            Self::Place => phrase!("series-field-place"),
            Self::Team => phrase!("series-field-team"),
            Self::Note => phrase!("series-field-note"),
            Self::Cutoff => phrase!("series-field-cutoff"),
            Self::Opens => phrase!("series-field-opens"),
        }
    }
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

pub(crate) fn claim_button(shift: &Shift, voice: &Voice) -> Option<Button> {
    button(shift, voice, &phrase!("shift-button-claim"), "claim")
}

/// The same, once sign-up is open.
pub(crate) fn open_claim_button(shift: &Shift, voice: &Voice) -> Option<Button> {
    claim_button(shift, voice).filter(|_| shift.opens_later(voice.now).is_none())
}

/// `shift ask S12 5`
pub(crate) fn ask_button(shift: &Shift, voice: &Voice) -> Option<Button> {
    let label = voice.text(&phrase!("shift-button-ask", count = number FOR_CAPTAINS));
    let command = format!("shift ask {} {FOR_CAPTAINS}", shift.reference());
    Button::new(label, shift.group, command)
}

pub(crate) fn cover_button(shift: &Shift, voice: &Voice) -> Option<Button> {
    button(shift, voice, &phrase!("shift-button-cover"), "cover")
}

pub(crate) fn decline_button(shift: &Shift, voice: &Voice) -> Option<Button> {
    button(shift, voice, &phrase!("shift-button-decline"), "decline")
}

/// What `shift cover` begins with: to stay after all.
pub(crate) fn stay_button(shift: &Shift, voice: &Voice) -> Option<Button> {
    button(shift, voice, &phrase!("shift-button-stay"), "confirm")
}

pub(crate) fn confirm_button(shift: &Shift, voice: &Voice) -> Option<Button> {
    button(shift, voice, &phrase!("shift-button-confirm"), "confirm")
}

/// The same for a seat that somebody else claimed for them.
pub(crate) fn fine_button(shift: &Shift, voice: &Voice) -> Option<Button> {
    button(shift, voice, &phrase!("shift-button-fine"), "confirm")
}

pub(crate) fn drop_button(shift: &Shift, voice: &Voice) -> Option<Button> {
    button(shift, voice, &phrase!("shift-button-drop"), "drop")
}

/// "I'm here", as long as the shift takes check-ins.
pub(crate) fn here_button(shift: &Shift, voice: &Voice) -> Option<Button> {
    let open = shift.takes_checkins(voice.now);
    button(shift, voice, &phrase!("shift-button-here"), "checkin").filter(|_| open)
}

pub(crate) fn checkout_button(shift: &Shift, voice: &Voice) -> Option<Button> {
    button(shift, voice, &phrase!("shift-button-checkout"), "checkout")
}

pub(crate) fn roster_button(shift: &Shift, voice: &Voice) -> Option<Button> {
    button(shift, voice, &phrase!("shift-button-roster"), "roster")
}

/// The shift as a file for a calendar.
pub(crate) fn calendar_button(shift: &Shift, voice: &Voice) -> Option<Button> {
    button(shift, voice, &phrase!("shift-button-calendar"), "calendar")
}

fn edit_button(shift: &Shift, voice: &Voice) -> Option<Button> {
    button(shift, voice, &phrase!("shift-button-edit"), "edit")
}

/// `shift add S12` opens the form of `shift add` with what S12 says.
fn copy_button(shift: &Shift, voice: &Voice) -> Option<Button> {
    button(shift, voice, &phrase!("shift-button-copy"), "add")
}

fn button(shift: &Shift, voice: &Voice, label: &Phrase, act: &str) -> Option<Button> {
    Button::new(
        voice.text(label),
        shift.group,
        format!("shift {act} {}", shift.reference()),
    )
}
