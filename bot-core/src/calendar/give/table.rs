//! The desk's shifts as a table. Tasks are in the other forms only.

use super::{Desk, whole_days};
use crate::error::Fault;
use crate::shift::Shift;
use crate::time::Moment;

const HEADER: [&str; 10] = [
    "id", "title", "start", "end", "zone", "place", "needs", "team", "note", "status",
];

/// Writes the shifts as a table (RFC 4180): each is a row.
pub fn csv(desk: &Desk) -> Result<String, Fault> {
    let mut rows: Vec<[String; 10]> = Vec::new();
    for shift in &desk.shifts {
        rows.push(shift_row(desk, shift));
    }
    let broken = |_| Fault::Invariant("a table in memory can be written");
    let mut table = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .from_writer(Vec::new());
    table.write_record(HEADER).map_err(broken)?;
    for row in rows {
        table.write_record(row).map_err(broken)?;
    }
    let bytes = table
        .into_inner()
        .map_err(|_| Fault::Invariant("a table in memory can be written"))?;
    String::from_utf8(bytes).map_err(|_| Fault::Invariant("a table of texts is text"))
}

fn shift_row(desk: &Desk, shift: &Shift) -> [String; 10] {
    let (uid, _) = desk.key(shift.id.0, shift.version);
    let state = if shift.cancelled.is_some() { "cancelled" } else { "" };
    [
        uid,
        shift.title.clone(),
        point(&shift.start, whole_days(shift)),
        shift
            .end
            .as_ref()
            .map(|end| end_point(end, whole_days(shift)))
            .unwrap_or_default(),
        shift.start.zone.name().to_owned(),
        shift.place.clone().unwrap_or_default(),
        shift.needs.to_string(),
        desk.team(shift.team).unwrap_or_default().to_owned(),
        shift.note.clone().unwrap_or_default(),
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
