//! From a TZID to a zone (RFC 5545, 3.2.19): by its name, by what the file adds to it, or by the offsets that the file
//! gives it.

use std::collections::HashMap;

use super::component::Component;
use super::definition::Definition;
use super::windows;
use crate::calendar::{Remarks, shown};
use crate::time::Zone;

/// The zones of a file.
#[derive(Debug)]
pub(super) struct Zones {
    /// The group's zone: it is preferred where several have the same offsets.
    home: Zone,
    definitions: HashMap<String, Option<Definition>>,
    found: HashMap<(String, [i32; 2]), Found>,
}

/// What a TZID means.
#[derive(Debug, Clone)]
pub(super) enum Found {
    /// A zone.
    Zone(Zone),
    /// No zone that is known, but offsets that the file gives.
    Offsets(Definition),
    /// Nothing that is known.
    Nothing,
}

impl Zones {
    /// The zones that a file defines, wherever in it.
    pub(super) fn of(file: &Component, home: Zone, remarks: &mut Remarks) -> Self {
        let mut definitions = HashMap::new();
        let calendars = file.parts.iter().flat_map(|part| &part.parts);
        for zone in calendars.chain(&file.parts).filter(|part| part.name == "VTIMEZONE") {
            let Some(tzid) = zone.value("TZID") else {
                remarks.warn(zone.line, "a VTIMEZONE without TZID (RFC 5545, 3.6.5)");
                continue;
            };
            let definition = Definition::read(zone);
            if definition.is_none() {
                remarks.warn(
                    zone.line,
                    format!(
                        "the VTIMEZONE of {} gives no offsets that can be read (RFC 5545, 3.6.5)",
                        shown(tzid)
                    ),
                );
            }
            let known = definitions.entry(tzid.to_owned()).or_insert(None);
            if known.is_none() {
                *known = definition;
            }
        }
        Self {
            home,
            definitions,
            found: HashMap::new(),
        }
    }

    /// The zone of a TZID for something that happens in these years, and what is to be said of how it was found.
    pub(super) fn find(&mut self, tzid: &str, years: [i32; 2], line: usize, remarks: &mut Remarks) -> Found {
        let tzid = tzid.trim();
        let key = (tzid.to_owned(), years);
        if let Some(found) = self.found.get(&key) {
            return found.clone();
        }
        let found = self.look(tzid, years, line, remarks);
        self.found.insert(key, found.clone());
        found
    }

    fn look(&self, tzid: &str, years: [i32; 2], line: usize, remarks: &mut Remarks) -> Found {
        let definition = self.definitions.get(tzid).and_then(Option::as_ref);
        let location = definition.and_then(|definition| definition.location.as_deref());
        let named = Zone::named(tzid)
            .or_else(|| location.and_then(Zone::named))
            .or_else(|| within(tzid))
            .or_else(|| windows::iana(tzid).and_then(Zone::named));
        if let Some(zone) = named {
            if let Some(definition) = definition.filter(|definition| !definition.agrees(&zone, years)) {
                let tzid = shown(tzid);
                let text = format!(
                    "TZID {tzid} is taken by its name, {}: the VTIMEZONE has other clock changes then",
                    zone.name()
                );
                remarks.warn(definition.line, text);
            }
            return Found::Zone(zone);
        }
        let Some(definition) = definition else {
            return Found::Nothing;
        };
        let candidates = std::iter::once(self.home.clone())
            .chain(windows::well_known().filter_map(Zone::named))
            .chain(Zone::all());
        match candidates.into_iter().find(|zone| definition.agrees(zone, years)) {
            Some(zone) => {
                let text = format!(
                    "TZID {} is taken for {}, which has the offsets of its VTIMEZONE",
                    shown(tzid),
                    zone.name()
                );
                remarks.warn(line, text);
                Found::Zone(zone)
            }
            None => Found::Offsets(definition.clone()),
        }
    }
}

/// The IANA name within a longer one: `/mozilla.org/20050126_1/Europe/Berlin`, `custom_America/New_York_2`.
fn within(tzid: &str) -> Option<Zone> {
    if tzid.len() > 200 {
        return None;
    }
    let bounds = |other: fn(usize, &str) -> usize| {
        let inner = tzid.match_indices(|char: char| !char.is_ascii_alphanumeric());
        inner.map(move |(at, mark)| other(at, mark)).collect::<Vec<_>>()
    };
    let starts = std::iter::once(0).chain(bounds(|at, mark| at + mark.len()));
    let mut ends = bounds(|at, _| at);
    ends.push(tzid.len());
    for start in starts {
        for end in ends.iter().rev().filter(|end| **end > start) {
            let name = &tzid[start..*end];
            if let Some(zone) = Some(name).filter(|name| name.contains('/')).and_then(Zone::named) {
                return Some(zone);
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn iana_names_are_found_within_others() {
        let cases = [
            ("/freeassociation.sourceforge.net/Tzfile/Europe/Berlin", "Europe/Berlin"),
            ("custom_America/New_York_Forward_reference", "America/New_York"),
            (
                "/mozilla.org/20070129_1/America/Argentina/Buenos_Aires",
                "America/Argentina/Buenos_Aires",
            ),
            ("(UTC+01:00) Europe/Madrid", "Europe/Madrid"),
        ];
        for (tzid, name) in cases {
            assert_eq!(within(tzid).map(|zone| zone.name()), Some(name), "{tzid}");
        }
        for tzid in ["custom", "EST5", "a/b", "Köln/Ürzig"] {
            assert!(within(tzid).is_none(), "{tzid}");
        }
    }
}
