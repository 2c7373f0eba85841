//! What the form of a shift begins with: the shift as it stands, as people would type it.

use super::{Needs, Shift};
use crate::ids::GroupId;
use crate::locale::Language;
use crate::store::{StoreResult, UnitOfWork};
use crate::time::{Duration, Frame, When, duration_words, parse_duration, parse_when, words_of_when};

/// A shift as people would type it.
#[derive(Debug)]
pub(crate) struct Written {
    pub(crate) shift: Shift,
    /// Its arguments by name; those that it does not have are left out.
    pub(crate) named: Vec<(&'static str, String)>,
}

/// The shift of that number, in the words of whoever types; `None` if there is none.
pub(crate) async fn written(
    unit: &mut dyn UnitOfWork,
    group: GroupId,
    number: u32,
    frame: &Frame,
) -> StoreResult<Option<Written>> {
    let Some(roster) = unit.shift(group, number).await? else {
        return Ok(None);
    };
    let shift = roster.shift;
    let teams = unit.teams(group).await?;
    let team = teams.into_iter().find(|team| Some(team.id) == shift.team);
    let needs = (shift.needs != Needs::Anyone).then(|| shift.needs.to_string());
    let named = [
        ("title", Some(shift.title.clone())),
        ("when", when(&shift.when(), frame)),
        ("needs", needs),
        ("at", shift.place.clone()),
        ("team", team.map(|team| team.name)),
        ("note", shift.note.clone()),
        (
            "cutoff",
            shift.cutoff.and_then(|cutoff| duration(cutoff, frame.language)),
        ),
        ("opens", shift.opens.and_then(|opens| duration(opens, frame.language))),
    ];
    let named = named.into_iter().filter_map(|(name, value)| Some((name, value?)));
    Ok(Some(Written {
        named: named.collect(),
        shift,
    }))
}

/// The shortest words that read back as the same hours: of one's own zone, with the zone, with the year. `None` where none
/// do: hours that have passed, of which no words of ours say the year.
fn when(hours: &When, frame: &Frame) -> Option<String> {
    let words = words_of_when(hours, frame.now, frame.language);
    let zone = hours.start.zone.words(frame.language);
    let own = words.strip_suffix(zone.as_str());
    let own = own.map(|words| words.trim_end().trim_end_matches(',').to_owned());
    let candidates = own.into_iter().chain([words, in_figures(hours)]);
    let same = |read: &When| {
        let at = |when: &When| (when.start.at, when.end.as_ref().map(|end| end.at), when.timed);
        read.repeat.is_none() && at(read) == at(hours) && read.start.zone == hours.start.zone
    };
    candidates
        .into_iter()
        .find(|words| parse_when(words, frame).is_ok_and(|read| same(&read)))
}

/// "2026-12-05 10:00-13:00 `America/New_York`"
fn in_figures(hours: &When) -> String {
    let (start, zone) = (&hours.start, hours.start.zone.name());
    let day = start.local.format("%Y-%m-%d");
    match (&hours.end, hours.timed) {
        (Some(end), true) if end.local.date() == start.local.date() => {
            let (from, to) = (start.local.format("%H:%M"), end.local.format("%H:%M"));
            format!("{day} {from}-{to} {zone}")
        }
        (Some(end), true) => {
            let end = end.local.format("%Y-%m-%d %H:%M");
            format!("{day} {} - {end} {zone}", start.local.format("%H:%M"))
        }
        (None, true) => format!("{day} {} {zone}", start.local.format("%H:%M")),
        (_, false) => format!("{day} all day {zone}"),
    }
}

/// Words that read back as the same length of time.
fn duration(length: Duration, language: Language) -> Option<String> {
    let words = duration_words(length, language);
    parse_duration(&words).is_ok_and(|read| read == length).then_some(words)
}
