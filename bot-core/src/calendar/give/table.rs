//! The desk's shifts as a table. Tasks are in the other forms only.

use super::Desk;
use super::ics::is_own;
use crate::error::Fault;
use crate::shift::series::Series;
use crate::shift::{Hours, Shift};
use crate::time::Moment;

const HEADER: [&str; 12] = [
    "id", "title", "start", "end", "zone", "place", "needs", "team", "note", "repeat", "except", "status",
];

/// Writes the shifts as a table (RFC 4180): a series is one row, and a date that is another than its series has it is a
/// row of its own, left out of the series.
pub fn csv(desk: &Desk) -> Result<String, Fault> {
    let mut rows: Vec<[String; 12]> = Vec::new();
    for series in desk.series.values() {
        rows.push(series_row(desk, series));
    }
    for shift in &desk.shifts {
        if desk.series_of(shift).is_none() || is_own(shift) {
            rows.push(shift_row(desk, shift));
        }
    }
    written(HEADER, rows)
}

/// A table as text (RFC 4180).
pub(crate) fn written<const N: usize>(header: [&str; N], rows: Vec<[String; N]>) -> Result<String, Fault> {
    let broken = |_| Fault::Invariant("a table in memory can be written");
    let mut table = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .from_writer(Vec::new());
    table.write_record(header).map_err(broken)?;
    for row in rows {
        table.write_record(row).map_err(broken)?;
    }
    let bytes = table
        .into_inner()
        .map_err(|_| Fault::Invariant("a table in memory can be written"))?;
    String::from_utf8(bytes).map_err(|_| Fault::Invariant("a table of texts is text"))
}

fn series_row(desk: &Desk, series: &Series) -> [String; 12] {
    let Hours { start, end, .. } = series.hours(series.dates.moment(series.dates.first));
    let own = desk
        .shifts
        .iter()
        .filter(|shift| is_own(shift) && desk.series_of(shift).is_some_and(|of| of.id == series.id));
    let mut except: Vec<_> = own.filter_map(|shift| Some(shift.series.as_ref()?.local)).collect();
    except.extend(&series.dates.skipped);
    except.sort_unstable();
    let except: Vec<String> = except.iter().map(|local| local.date().to_string()).collect();
    let (uid, _) = desk.key(series.id.0, series.version);
    let template = &series.template;
    [
        uid,
        template.title.clone(),
        point(&start, series.whole_days),
        end.as_ref()
            .map(|end| end_point(end, series.whole_days))
            .unwrap_or_default(),
        start.zone.name().to_owned(),
        template.place.clone().unwrap_or_default(),
        template.needs.to_string(),
        desk.team(template.team).unwrap_or_default().to_owned(),
        template.note.clone().unwrap_or_default(),
        series.dates.rule.to_rrule(),
        except.join(" "),
        String::new(),
    ]
}

fn shift_row(desk: &Desk, shift: &Shift) -> [String; 12] {
    let (uid, _) = desk.key(shift.id.0, shift.version);
    let state = if shift.cancelled.is_some() { "cancelled" } else { "" };
    [
        uid,
        shift.title.clone(),
        point(&shift.start, shift.whole_days),
        shift
            .end
            .as_ref()
            .map(|end| end_point(end, shift.whole_days))
            .unwrap_or_default(),
        shift.start.zone.name().to_owned(),
        shift.place.clone().unwrap_or_default(),
        shift.needs.to_string(),
        desk.team(shift.team).unwrap_or_default().to_owned(),
        shift.note.clone().unwrap_or_default(),
        String::new(),
        String::new(),
        state.to_owned(),
    ]
}

fn point(moment: &Moment, whole_day: bool) -> String {
    let form = if whole_day { "%Y-%m-%d" } else { "%Y-%m-%d %H:%M:%S" };
    moment.local.format(form).to_string()
}

/// The end; of whole days the last one.
fn end_point(end: &Moment, whole_day: bool) -> String {
    match end.local.date().pred_opt().filter(|_| whole_day) {
        Some(last) => last.to_string(),
        None => point(end, whole_day),
    }
}
