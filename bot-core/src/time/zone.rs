//! IANA time zones, from the database that is built in: the machine's own files are never read.

use std::fmt;
use std::hash::{Hash, Hasher};

use chrono::{NaiveDateTime, TimeDelta};
use jiff::Timestamp;
use jiff::civil;
use jiff::tz::AmbiguousOffset;
use serde::{Deserialize, Serialize};

use super::atlas::{self, Place};
use super::words::Words;
use crate::clock::Instant;
use crate::locale::Language;

/// An IANA time zone that the built-in database knows, such as `America/New_York`.
#[derive(Clone, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Zone(&'static Place);

/// A name that the built-in database does not know.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("no time zone is named {0:?}")]
pub struct UnknownZone(pub String);

impl Zone {
    /// Coordinated Universal Time.
    pub fn utc() -> Self {
        Self(atlas::utc())
    }

    /// The zone of an IANA name or of a city ("new york", "Mexico City", "Nueva York"), upper or lower case; `None` where
    /// nothing has that name, or several zones that differ have a city of that name.
    pub fn parse(text: &str) -> Option<Self> {
        let city = |city| atlas::by_city(city);
        let found = atlas::by_name(text).or_else(|| city(text));
        found.or_else(|| Words::database_city(text).and_then(city)).map(Self)
    }

    /// The zone of an IANA name, upper or lower case.
    pub fn named(name: &str) -> Option<Self> {
        atlas::by_name(name).map(Self)
    }

    /// Every zone, in the order of the names.
    pub fn all() -> impl Iterator<Item = Self> {
        atlas::places().iter().map(Self)
    }

    /// The IANA name.
    pub fn name(&self) -> &'static str {
        self.0.name
    }

    /// The city of the name ("New York"), or the whole name where no city tells the zone.
    pub fn city(&self) -> String {
        self.0
            .city()
            .filter(|city| Self::parse(city).is_some_and(|found| atlas::same_rules(found.0, self.0)))
            .unwrap_or_else(|| self.name().to_owned())
    }

    /// The zone as it stands in a sentence: "New York time", "hora de Nueva York", "UTC".
    pub fn words(&self, language: Language) -> String {
        if self.name() == "UTC" {
            return "UTC".to_owned();
        }
        let words = Words::of(language);
        words.zone.replace("{}", words.city(&self.city()))
    }

    /// What the wall clocks of the zone show at that instant.
    pub fn to_local(&self, at: Instant) -> NaiveDateTime {
        let utc = at.naive_utc();
        utc.checked_add_signed(self.offset(at)).unwrap_or(utc)
    }

    /// How far the zone's wall clocks are ahead of UTC at that instant.
    pub(crate) fn offset(&self, at: Instant) -> TimeDelta {
        let seconds =
            Timestamp::from_second(at.timestamp()).map_or(0, |timestamp| self.0.rules().to_offset(timestamp).seconds());
        TimeDelta::seconds(seconds.into())
    }

    /// Whether the zone's clocks are set to summer time at that instant.
    pub(crate) fn is_summer(&self, at: Instant) -> bool {
        let timestamp = Timestamp::from_second(at.timestamp());
        timestamp.is_ok_and(|timestamp| self.0.rules().to_offset_info(timestamp).dst().is_dst())
    }

    /// The changes of the zone's offset after `from` and before `until`: when, to which, and whether that is summer time.
    pub(crate) fn changes(&self, from: Instant, until: Instant) -> Vec<(Instant, TimeDelta, bool)> {
        let Ok(start) = Timestamp::from_second(from.timestamp()) else {
            return Vec::new();
        };
        let changes = self.0.rules().following(start).map_while(|change| {
            let at = Instant::from_timestamp(change.timestamp().as_second(), 0)?;
            let offset = TimeDelta::seconds(change.offset().seconds().into());
            (at < until).then_some((at, offset, change.dst().is_dst()))
        });
        changes.collect()
    }

    /// The instant at which the wall clocks of the zone show that time. A time that a clock change skips moves
    /// forward by the gap (02:30 becomes 03:30); of a time that comes twice the first is meant.
    pub fn resolve(&self, local: NaiveDateTime) -> Instant {
        let before_the_change =
            to_civil(local).map_or(0, |civil| match self.0.rules().to_ambiguous_timestamp(civil).offset() {
                AmbiguousOffset::Unambiguous { offset } => offset.seconds(),
                AmbiguousOffset::Gap { before, .. } | AmbiguousOffset::Fold { before, .. } => before.seconds(),
            });
        local
            .checked_sub_signed(TimeDelta::seconds(before_the_change.into()))
            .unwrap_or(local)
            .and_utc()
    }
}

/// The same wall clock for jiff, or `None` outside the years that it knows (-9999 to 9999).
fn to_civil(local: NaiveDateTime) -> Option<civil::DateTime> {
    use chrono::{Datelike, Timelike};
    let small = |number: u32| i8::try_from(number).ok();
    civil::DateTime::new(
        i16::try_from(local.year()).ok()?,
        small(local.month())?,
        small(local.day())?,
        small(local.hour())?,
        small(local.minute())?,
        small(local.second())?,
        0,
    )
    .ok()
}

impl PartialEq for Zone {
    fn eq(&self, other: &Self) -> bool {
        self.name() == other.name()
    }
}

impl Eq for Zone {}

impl Hash for Zone {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.name().hash(state);
    }
}

impl fmt::Debug for Zone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Zone").field(&self.name()).finish()
    }
}

impl fmt::Display for Zone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl From<Zone> for String {
    fn from(zone: Zone) -> Self {
        zone.name().to_owned()
    }
}

impl TryFrom<String> for Zone {
    type Error = UnknownZone;

    fn try_from(name: String) -> Result<Self, UnknownZone> {
        atlas::by_name(&name).map(Self).ok_or(UnknownZone(name))
    }
}
