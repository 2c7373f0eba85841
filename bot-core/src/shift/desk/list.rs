//! `shift list`, and the shifts that a half-typed command may mean.

use chrono::TimeDelta;

use super::week;
use crate::board::Open;
use crate::clock::Instant;
use crate::desk::{Answer, Desk};
use crate::error::Outcome;
use crate::ids::{GroupId, PersonId, Reference};
use crate::locale::Voice;
use crate::phrase;
use crate::reply::{Card, Line, Span, clean};
use crate::shift::command::{Filter, Which};
use crate::shift::{Holder, Roster, Seat, Shift, card};
use crate::store::{StoreResult, UnitOfWork};
use crate::time::{Moment, hours_words, weekday_words, words_of_when};
use crate::work::Work;

/// The most lines of a list.
pub(super) const MOST: usize = 20;
/// The most characters of a shift that a half-typed command may mean.
const SHORT: usize = 100;
/// How far ahead each date of a series has a line of its own.
const UNFOLDED: TimeDelta = TimeDelta::days(14);

/// Lists shifts, one line each.
pub(super) async fn list(desk: &mut Desk<'_>, filter: Filter) -> Outcome<Answer> {
    let team = desk.find_team_if_any(filter.team.as_deref()).await?;
    let (group, me) = (desk.group()?.id, desk.me());
    let until = until(filter.which, &desk.voice);
    let unit = &mut *desk.work.unit;
    let mut shifts = match filter.which {
        Which::Mine => unit.shifts_of(group, me, desk.voice.now, until).await?,
        _ => unit.shifts_between(group, desk.voice.now, until).await?,
    };
    shifts.retain(|roster| {
        (team.is_none() || roster.shift.team == team) && (filter.which != Which::Open || !roster.is_full())
    });
    if filter.which == Which::Week && !shifts.is_empty() {
        return week::show(desk, &shifts, team.is_some()).await;
    }
    Ok(lines(&shifts, filter.which, me, &desk.voice).into())
}

/// The end of what is listed.
fn until(which: Which, voice: &Voice) -> Option<Instant> {
    let days = match which {
        Which::Today => 1,
        Which::Week => 7,
        _ => return None,
    };
    let today = voice.zone.to_local(voice.now).date();
    Some(Moment::midnight(today + TimeDelta::days(days), voice.zone.clone()).at)
}

fn lines(shifts: &[Roster], which: Which, me: PersonId, voice: &Voice) -> Card {
    let Some(first) = shifts.first() else {
        let none = match which {
            Which::Coming => phrase!("shift-list-none"),
            Which::Mine => phrase!("shift-list-none-mine", open = command "shift list open"),
            Which::Open => phrase!("shift-list-none-open"),
            Which::Today => phrase!("shift-list-none-today"),
            Which::Week => phrase!("shift-list-none-week"),
        };
        return voice.say(&none);
    };
    let entries = entries(shifts, which, voice);
    let mut card = Card::new().list(entries.iter().take(MOST).map(|entry| {
        let mine = mine(entry.roster, me, voice).filter(|_| which == Which::Mine);
        let parts = [line(entry.roster, voice), mine.unwrap_or_default(), entry.later(voice)];
        Line::joined(parts, " · ")
    }));
    let more = entries.len().saturating_sub(MOST);
    if more > 0 {
        let narrower = match which {
            Which::Coming => "shift list week",
            _ => "shift list team:<team>",
        };
        card = card.line(voice.line(&phrase!("shift-list-more", more = number more, narrower = command narrower)));
    }
    let is_open = |roster: &&Roster| roster.shift.opens_later(voice.now).is_none();
    let likeliest = shifts
        .iter()
        .find(|roster| !roster.is_full() && is_open(roster))
        .unwrap_or(first);
    let act = match which {
        Which::Mine => "drop",
        _ if is_open(&likeliest) => "claim",
        _ => "show",
    };
    card.actions(voice, [], format!("shift {act} {}", likeliest.shift.reference()))
}

/// A line of a list: a shift, and how many later dates of its series stand behind it, up to the last.
struct Entry<'a> {
    roster: &'a Roster,
    folded: Option<(usize, &'a Moment)>,
}

impl Entry<'_> {
    /// "and 3 more dates until Sat 19 Dec"; empty where none stand behind it.
    fn later(&self, voice: &Voice) -> Line {
        let Some((count, last)) = self.folded else {
            return Line::default();
        };
        let last = card::day(last, voice);
        voice.line(&phrase!("series-list-more", count = number count, last = word last))
    }
}

/// The lines of a list. Where it has no end, the dates of a series that are more than [`UNFOLDED`] ahead stand behind
/// the last one before, so that a few series do not push everything else away.
fn entries<'a>(shifts: &'a [Roster], which: Which, voice: &Voice) -> Vec<Entry<'a>> {
    let folds = matches!(which, Which::Coming | Which::Open);
    let mut entries: Vec<Entry<'a>> = Vec::new();
    for roster in shifts {
        let series = roster.shift.series.as_ref().map(|of| of.series);
        let far = roster.shift.start.at > voice.now + UNFOLDED;
        let before = entries
            .iter_mut()
            .rev()
            .find(|entry| series.is_some() && entry.roster.shift.series.as_ref().map(|of| of.series) == series);
        match before {
            Some(entry) if folds && far => {
                let count = entry.folded.map_or(0, |(count, _)| count) + 1;
                entry.folded = Some((count, &roster.shift.start));
            }
            _ => entries.push(Entry { roster, folded: None }),
        }
    }
    entries
}

/// "S12 · Sat 5 Dec, 10:00–13:00 · Canvass Ward 3 · 3 seats open"
pub(super) fn line(roster: &Roster, voice: &Voice) -> Line {
    let shift = &roster.shift;
    let title = Line::default().user(shift.title.as_str());
    let opens = shift.opens_later(voice.now);
    let opens = opens.map(|opens| voice.line(&phrase!("shift-list-opens", day = word card::day(&opens, voice))));
    let parts = [
        shift.reference().to_string().into(),
        hours(shift, voice).into(),
        title,
        card::open(roster, voice),
        opens.unwrap_or_default(),
    ];
    Line::joined(parts, " · ")
}

/// The hours in words; without the zone where it is the reader's own. Whole days are words and no more.
fn hours(shift: &Shift, voice: &Voice) -> Span {
    let when = shift.when();
    let words = words_of_when(&when, voice.now, voice.language);
    let zone = &shift.start.zone;
    let own = (*zone == voice.zone).then(|| zone.words(voice.language));
    let words = match own.and_then(|own| words.strip_suffix(own.as_str())) {
        Some(without) => without.trim_end().trim_end_matches(',').to_owned(),
        None => words,
    };
    if when.timed {
        let zone = voice.zone_of(&when);
        Span::Clock { words, zone }
    } else {
        Span::Text(words)
    }
}

/// "you are in as driver", "you wait"
fn mine(roster: &Roster, me: PersonId, voice: &Voice) -> Option<Line> {
    let seat: &Seat = roster.seat_of(&Holder::Member(me))?;
    Some(voice.line(&match roster.role_of(seat) {
        _ if !seat.is_in() => phrase!("shift-list-waiting"),
        Some(role) => phrase!("shift-list-in-as", role = user role),
        None => phrase!("shift-list-in"),
    }))
}

/// The shifts that have open seats and have not begun, earliest first and at most `most`, each with the command that takes
/// one.
pub(crate) async fn open_lines(work: &mut Work<'_>, group: GroupId, most: usize, voice: &Voice) -> StoreResult<Open> {
    let mut shifts = work.unit.shifts_between(group, voice.now, None).await?;
    shifts.retain(|roster| !roster.is_full() && roster.shift.start.at > voice.now);
    let entries = entries(&shifts, Which::Open, voice);
    let more = entries.len().saturating_sub(most);
    let lines = entries.iter().take(most).map(|entry| {
        let line = Line::joined([line(entry.roster, voice), entry.later(voice)], " · ");
        (line, format!("shift claim {}", entry.roster.shift.reference()))
    });
    Ok(Open {
        lines: lines.collect(),
        more,
    })
}

/// The shifts that a half-typed command may mean, earliest first, each with a line for the eye.
pub async fn completions(
    unit: &mut dyn UnitOfWork,
    group: GroupId,
    voice: &Voice,
) -> StoreResult<Vec<(Reference, String)>> {
    let shifts = unit.shifts_between(group, voice.now, None).await?;
    Ok(shifts
        .iter()
        .map(|roster| (roster.shift.reference(), short_line(roster, voice)))
        .collect())
}

/// "S12 · Sat 10:00 Canvass Ward 3 · 2 left": what tells shifts apart, in the [room](SHORT) there is. The day is told by
/// its weekday while no other of that name comes before it.
fn short_line(roster: &Roster, voice: &Voice) -> String {
    let shift = &roster.shift;
    let days = (shift.start.local.date() - voice.zone.to_local(voice.now).date()).num_days();
    let day = if (0..7).contains(&days) {
        weekday_words(shift.start.local.date(), voice.language).to_owned()
    } else {
        format!("{},", card::day(&shift.start, voice))
    };
    let zone = &shift.start.zone;
    let zone = (*zone != voice.zone).then(|| zone.words(voice.language) + " ");
    let head = format!(
        "{} · {day} {} {}",
        shift.reference(),
        hours_words(&shift.when(), voice.language),
        zone.unwrap_or_default()
    );
    let left = match roster.open() {
        Some(open @ 1..) => voice.line(&phrase!("shift-count-left", open = number open)),
        _ => card::open(roster, voice),
    };
    let left = format!(" · {left}");
    let room = SHORT.saturating_sub(head.chars().count() + left.chars().count());
    let title = clean::one_line(&shift.title);
    let title: String = if title.chars().count() <= room {
        title.into_owned()
    } else {
        title.chars().take(room.saturating_sub(1)).chain(['…']).collect()
    };
    format!("{head}{title}{left}")
}
