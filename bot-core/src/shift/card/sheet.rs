//! A roster with the names that cards show.

use std::collections::HashMap;

use crate::clock::Instant;
use crate::error::Fault;
use crate::ids::PersonId;
use crate::locale::{Phrase, Voice};
use crate::phrase;
use crate::reply::Line;
use crate::shift::series::{Series, ahead};
use crate::shift::{Attendance, Holder, Report, Roster, Seat, plan};
use crate::time::When;
use crate::work::Work;

/// The most names on a card; the roster shows them all.
const MOST_NAMES: usize = 20;

/// It, as it was looked up.
#[derive(Debug, Clone)]
pub(crate) struct Sheet {
    pub(crate) roster: Roster,
    names: HashMap<PersonId, String>,
    /// When the first of those who are in is reminded of it, and asked whether they come.
    asked_from: Option<Instant>,
    pub(super) team: Option<String>,
    pub(super) series: Option<(Series, Vec<When>)>,
    /// How it went, once that was told.
    pub(super) report: Option<Report>,
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
    pub(super) fn confirmed(&self, voice: &Voice) -> Line {
        let (confirmed, all) = self.roster.count_confirmed();
        if all == 0 || !self.shows_confirmed(voice) {
            return Line::default();
        }
        voice.line(&phrase!("shift-count-confirmed", confirmed = number confirmed, all = number all))
    }

    /// Somebody on the roster: "Ana · confirmed", "Ben · not confirmed yet", "Cleo · checked in".
    pub(super) fn entry(&self, seat: &Seat, voice: &Voice) -> Line {
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
    pub(super) fn holder(&self, seat: &Seat, with_role: bool, voice: &Voice) -> Line {
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
    pub(super) fn names<'a>(&self, label: &Phrase, seats: impl Iterator<Item = &'a Seat>, voice: &Voice) -> Line {
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
