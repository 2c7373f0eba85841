//! When an event ends.

use crate::calendar::ics::component::Component;
use crate::calendar::ics::entry::{self, File, Point, only};
use crate::calendar::ics::value::{self, Length};
use crate::calendar::{Remark, Remarks, shown};
use crate::time::Moment;

/// DTEND, or DURATION after the start; a day without either is one day.
pub(super) fn end(
    component: &Component,
    start: &Point,
    file: &mut File,
    remarks: &mut Remarks,
) -> Result<Option<Moment>, Remark> {
    let by_date = match only(component, "DTEND", remarks)? {
        Some(line) => Some((line, file.point(line, false, remarks)?)),
        None => None,
    };
    let by_length = match only(component, "DURATION", remarks)? {
        Some(line) => {
            let length = value::length(&line.value).filter(|length| length.days >= 0 && length.seconds >= 0);
            let length = length.ok_or_else(|| {
                Remark::new(
                    line.number,
                    format!(
                        "\"{}\" is no DURATION of an event (RFC 5545, 3.3.6, 3.8.2.5)",
                        shown(&line.value)
                    ),
                )
            })?;
            Some((line, whole_days(length, start)))
        }
        None => None,
    };
    let after = |length| entry::later(&start.moment, length);
    let one_day = || after(Length { days: 1, seconds: 0 });
    let end = match (by_date, by_length) {
        (None, None) => return Ok(if start.whole_day { one_day() } else { None }),
        (None, Some((_, length))) => after(length),
        (Some((line, end)), length) => {
            if end.whole_day != start.whole_day {
                let text = "DTSTART and DTEND are not both dates or both times (RFC 5545, 3.8.2.2)";
                return Err(Remark::new(line.number, text));
            }
            if let Some((other, length)) = length {
                let text = format!(
                    "DTEND and, in line {}, DURATION exclude each other (RFC 5545, 3.6.1)",
                    other.number
                );
                if after(length).is_none_or(|by_length| by_length.at != end.moment.at) {
                    return Err(Remark::new(line.number, text));
                }
                remarks.warn(line.number, text);
            }
            if end.moment.at < start.moment.at {
                return Err(Remark::new(
                    line.number,
                    "the event ends before it begins (RFC 5545, 3.8.2.2)",
                ));
            }
            if end.moment.at == start.moment.at {
                remarks.warn(
                    line.number,
                    "the event ends as it begins (RFC 5545, 3.8.2.2: DTEND must be later)",
                );
            }
            // Both by one wall clock, as the group sees it.
            let end = end.moment;
            Some(if end.zone == start.moment.zone {
                end
            } else {
                Moment::at(end.at, start.moment.zone.clone())
            })
        }
    };
    match end {
        Some(end) if end.at > start.moment.at => Ok(Some(end)),
        _ if start.whole_day => Ok(one_day()),
        _ => Ok(None),
    }
}

/// A whole day lasts whole days.
fn whole_days(length: Length, start: &Point) -> Length {
    if !start.whole_day {
        return length;
    }
    Length {
        days: (length.days + length.seconds / 86_400).max(1),
        seconds: 0,
    }
}
