//! What events and tasks share: properties that stand once, moments with their zones, the key of an entry.

use chrono::{Datelike, NaiveTime, TimeDelta};
use sha2::{Digest, Sha256};

use super::component::Component;
use super::line::Line;
use super::value::{self, Length, Stamp};
use super::zone::{Found, Zones};
use crate::calendar::{Remark, Remarks, UID_BYTES, hex, shown};
use crate::clock::Instant;
use crate::locale::{Language, Voice};
use crate::phrase;
use crate::time::{Moment, Repeat, RuleError, Zone};

/// What is known of the file while its entries are read.
#[derive(Debug)]
pub(super) struct File {
    /// The group's zone: that of floating times.
    pub(super) zone: Zone,
    /// The group's language.
    pub(super) language: Language,
    pub(super) zones: Zones,
    /// The METHOD of the calendar that is read.
    pub(super) method: String,
}

/// A property whose value changes the meaning: two that differ have no certain one.
pub(super) fn only<'a>(
    component: &'a Component,
    name: &'a str,
    remarks: &mut Remarks,
) -> Result<Option<&'a Line>, Remark> {
    let mut lines = component.all(name);
    let Some(first) = lines.next() else { return Ok(None) };
    for other in lines {
        let (one, two) = (first.number, other.number);
        let text = format!("{name} stands twice, also in line {one} (RFC 5545, 3.6)");
        if other.value.trim() != first.value.trim() || other.param("TZID") != first.param("TZID") {
            let text = format!(
                "{name} stands in line {one} and again, with another value, in line {two} (RFC 5545, 3.6: at most once)"
            );
            return Err(Remark::new(one, text));
        }
        remarks.warn(two, text);
    }
    Ok(Some(first))
}

/// The text of a property of which the first is taken.
pub(super) fn text(component: &Component, name: &str, remarks: &mut Remarks) -> Option<String> {
    let mut lines = component.all(name);
    let first = lines.next()?;
    for other in lines.filter(|other| other.value != first.value) {
        remarks.warn(
            other.number,
            format!(
                "{name} stands twice: that of line {} is taken (RFC 5545, 3.6)",
                first.number
            ),
        );
    }
    Some(value::text(&first.value)).filter(|text| !text.trim().is_empty())
}

/// A point in time as a property gives it.
#[derive(Debug, Clone)]
pub(super) struct Point {
    pub(super) moment: Moment,
    /// Whether it is a day without a clock time.
    pub(super) whole_day: bool,
    /// Whether it is in UTC, and not by a wall clock of some zone.
    pub(super) utc: bool,
    /// Whether the file gives offsets that no zone has, so that a rule could not be followed.
    pub(super) of_no_zone: bool,
}

impl File {
    /// Reads a property whose value is a date or a time. `repeats`: its zone must hold for years to come.
    pub(super) fn point(&mut self, line: &Line, repeats: bool, remarks: &mut Remarks) -> Result<Point, Remark> {
        self.point_of(line, &line.value, repeats, remarks)
    }

    /// The same of one of the values of a line.
    pub(super) fn point_of(
        &mut self,
        line: &Line,
        text: &str,
        repeats: bool,
        remarks: &mut Remarks,
    ) -> Result<Point, Remark> {
        let name = &line.name;
        let unreadable = |section: &str| {
            let text = format!("{name}: \"{}\" is no date or time (RFC 5545, {section})", shown(text));
            Err(Remark::new(line.number, text))
        };
        let Some(formed) = value::stamp(text) else {
            return unreadable("3.3.5");
        };
        if !formed.by_the_standard {
            remarks.warn(
                line.number,
                format!("{name} is not written as 20261205T100000 (RFC 5545, 3.3.5)"),
            );
        }
        let says_date = line
            .param("VALUE")
            .is_some_and(|kind| kind.eq_ignore_ascii_case("DATE"));
        let stamp = match formed.value {
            Stamp::Local(local) | Stamp::Utc(local) if says_date => {
                if local.time() != NaiveTime::MIN {
                    return unreadable("3.3.4");
                }
                remarks.warn(
                    line.number,
                    format!("{name} says VALUE=DATE and has a time (RFC 5545, 3.3.4)"),
                );
                Stamp::Day(local.date())
            }
            Stamp::Day(day) => {
                if !says_date {
                    remarks.warn(
                        line.number,
                        format!("{name} is a date and does not say VALUE=DATE (RFC 5545, 3.2.20)"),
                    );
                }
                Stamp::Day(day)
            }
            stamp => stamp,
        };
        let year = match stamp {
            Stamp::Day(day) => day.year(),
            Stamp::Local(local) | Stamp::Utc(local) => local.year(),
        };
        if !(1..=9990).contains(&year) {
            return unreadable("3.3.4");
        }
        self.placed(line, stamp, year, repeats, remarks)
    }

    fn placed(
        &mut self,
        line: &Line,
        stamp: Stamp,
        year: i32,
        repeats: bool,
        remarks: &mut Remarks,
    ) -> Result<Point, Remark> {
        let tzid = line.param("TZID").filter(|tzid| !tzid.trim().is_empty());
        let years = [year, if repeats { year + 10 } else { year }];
        let plain = |moment, whole_day, utc| Point {
            moment,
            whole_day,
            utc,
            of_no_zone: false,
        };
        let local = match stamp {
            Stamp::Day(day) => {
                return Ok(plain(Moment::midnight(day, self.zone.clone()), true, false));
            }
            Stamp::Utc(utc) => {
                let at = utc.and_utc();
                let Some(tzid) = tzid else {
                    let zone = if repeats { Zone::utc() } else { self.zone.clone() };
                    return Ok(plain(Moment::at(at, zone), false, true));
                };
                remarks.warn(
                    line.number,
                    format!("{} has a TZID though it is in UTC (RFC 5545, 3.2.19)", line.name),
                );
                let zone = match self.zones.find(tzid, years, line.number, remarks) {
                    Found::Zone(zone) => zone,
                    _ => self.zone.clone(),
                };
                return Ok(plain(Moment::at(at, zone), false, true));
            }
            Stamp::Local(local) => local,
        };
        let Some(tzid) = tzid else {
            return Ok(plain(Moment::new(local, self.zone.clone()), false, false));
        };
        match self.zones.find(tzid, years, line.number, remarks) {
            Found::Zone(zone) => Ok(plain(Moment::new(local, zone), false, false)),
            Found::Offsets(definition) => Ok(Point {
                of_no_zone: true,
                ..plain(Moment::at(definition.resolve(local), self.zone.clone()), false, false)
            }),
            Found::Nothing => Err(Remark::new(
                line.number,
                format!(
                    "TZID {} is no zone that this file defines, and none that is known (RFC 5545, 3.2.19)",
                    shown(tzid)
                ),
            )),
        }
    }
}

impl File {
    /// What an entry without a title is called.
    pub(super) fn untitled(&self) -> String {
        let voice = Voice {
            language: self.language,
            zone: self.zone.clone(),
            now: Instant::default(),
        };
        voice.text(&phrase!("calendar-untitled"))
    }
}

/// The moment that much later: days by the wall clock, the rest exactly.
pub(super) fn later(start: &Moment, length: Length) -> Option<Moment> {
    let local = start.local.checked_add_signed(TimeDelta::try_days(length.days)?)?;
    let by_days = Moment::new(local, start.zone.clone());
    if length.seconds == 0 {
        return Some(by_days);
    }
    let at = by_days.at.checked_add_signed(TimeDelta::try_seconds(length.seconds)?)?;
    Some(Moment::at(at, start.zone.clone()))
}

/// Reads a rule for something that begins at `start`. A clock in it that is that of the start says nothing new.
pub(super) fn rule(line: &Line, start: &Moment, remarks: &mut Remarks) -> Result<Repeat, Remark> {
    let mut parts = Vec::new();
    let bare: String = line.value.chars().filter(|char| !char.is_whitespace()).collect();
    if bare.len() != line.value.trim().len() {
        remarks.warn(line.number, "the RRULE has blanks in it (RFC 5545, 3.3.10)");
    }
    for part in bare.split(';').filter(|part| !part.is_empty()) {
        let (name, value) = part.split_once('=').unwrap_or((part, ""));
        let own = match name.trim().to_ascii_uppercase().as_str() {
            "BYHOUR" => start.local.format("%-H").to_string(),
            "BYMINUTE" => start.local.format("%-M").to_string(),
            "BYSECOND" => start.local.format("%-S").to_string(),
            "RSCALE" if value.eq_ignore_ascii_case("GREGORIAN") => continue,
            name if name.starts_with("X-") => {
                remarks.warn(
                    line.number,
                    format!("{} in the RRULE is not taken (RFC 5545, 3.3.10)", shown(name)),
                );
                continue;
            }
            _ => {
                parts.push(format!("{}={}", name.trim(), value.trim()));
                continue;
            }
        };
        if value.trim().trim_start_matches('0') != own.trim_start_matches('0') {
            let text = format!(
                "the rule has several clock times a day: {} (no support for this part of RFC 5545, 3.3.10)",
                shown(part)
            );
            return Err(Remark::new(line.number, text));
        }
    }
    let text = parts.join(";");
    Repeat::from_rrule_in(&text, &start.zone).map_err(|error| {
        let text = match error {
            RuleError::Malformed(part) => format!("the RRULE cannot be read: {} (RFC 5545, 3.3.10)", shown(&part)),
            RuleError::Forbidden(part) => format!("the RRULE has {} (forbidden by RFC 5545, 3.3.10)", shown(&part)),
            RuleError::Unsupported(part) => format!(
                "the RRULE has {}, which is not supported (RFC 5545, 3.3.10)",
                shown(&part)
            ),
        };
        Remark::new(line.number, text)
    })
}

/// The UID; where there is none, one made of what tells the entry from others.
pub(super) fn uid(component: &Component, otherwise: &[&str], remarks: &mut Remarks) -> Result<String, Remark> {
    let name = &component.name;
    match only(component, "UID", remarks)? {
        Some(line) if line.value.trim().len() > UID_BYTES => {
            let text = format!("the UID is longer than {UID_BYTES} bytes (RFC 7986, 5.3 advises fewer than 255)");
            Err(Remark::new(line.number, text))
        }
        Some(line) if !line.value.trim().is_empty() => Ok(line.value.trim().to_owned()),
        _ => {
            remarks.warn(
                component.line,
                format!("{name} has no UID: title and start tell it from others (RFC 5545, 3.8.4.7)"),
            );
            Ok(made_uid(otherwise))
        }
    }
}

/// A UID made of what tells an entry from others.
pub(crate) fn made_uid(of: &[&str]) -> String {
    let digest = Sha256::digest(of.join("\n").as_bytes());
    format!("made-{}", hex(&digest))
}

/// The SEQUENCE, 0 where there is none.
pub(super) fn sequence(component: &Component, remarks: &mut Remarks) -> u32 {
    let Some(line) = component.first("SEQUENCE") else {
        return 0;
    };
    line.value.trim().parse().unwrap_or_else(|_| {
        remarks.warn(
            line.number,
            "the SEQUENCE is no number, and taken for 0 (RFC 5545, 3.8.7.4)",
        );
        0
    })
}

/// The LAST-MODIFIED, where it can be read.
pub(super) fn modified(component: &Component) -> Option<Instant> {
    match value::stamp(component.value("LAST-MODIFIED")?)?.value {
        Stamp::Utc(at) | Stamp::Local(at) => Some(at.and_utc()),
        Stamp::Day(_) => None,
    }
}

/// Says that the DTSTAMP is missing, where it is.
pub(super) fn needs_stamp(component: &Component, remarks: &mut Remarks) {
    if component.first("DTSTAMP").is_none() {
        remarks.warn(
            component.line,
            format!("{} has no DTSTAMP (RFC 5545, 3.6)", component.name),
        );
    }
}
