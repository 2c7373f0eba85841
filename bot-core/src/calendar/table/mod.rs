//! Tables (CSV, RFC 4180): a header row, then a shift a row.
//!
//! - here: rows and columns; `hours`: from the columns of a row to its start, end and repeat
//!
//! Separators are `,`, `;` or tab, whichever the header row has. Columns go by their names, in either language and in any
//! order; those with other names are left out, and said.

mod hours;
#[cfg(test)]
mod tests;

use csv::{ByteRecord, ReaderBuilder};

use self::hours::Hours;
use super::ics::entry::made_uid;
use super::once::once_each;
use super::{Entry, Event, MOST_ENTRIES, Reading, Remark, Remarks, UID_BYTES, What, fitted, shown};
use crate::calendar::ics::place_of;
use crate::delimited::{Lines, separator};
use crate::shift::{NOTE_CHARS, Needs, TITLE_CHARS};
use crate::time::{Frame, Zone};

/// What a column holds, and the names that it may have.
const COLUMNS: &[(Column, &[&str])] = &[
    (Column::Id, &["id", "uid"]),
    (
        Column::Title,
        &[
            "title", "summary", "subject", "name", "shift", "event", "título", "titulo", "nombre", "asunto", "turno",
            "evento",
        ],
    ),
    (Column::When, &["when", "cuándo", "cuando"]),
    (
        Column::Date,
        &["date", "day", "start date", "fecha", "día", "dia", "fecha de inicio"],
    ),
    (
        Column::Start,
        &[
            "start",
            "from",
            "begin",
            "start time",
            "time",
            "inicio",
            "desde",
            "hora",
            "hora de inicio",
            "comienzo",
        ],
    ),
    (Column::EndDate, &["end date", "fecha de fin", "fecha final"]),
    (
        Column::End,
        &["end", "to", "until", "end time", "fin", "hasta", "hora de fin", "final"],
    ),
    (Column::Zone, &["zone", "timezone", "time zone", "zona", "zona horaria"]),
    (
        Column::Place,
        &[
            "place",
            "location",
            "where",
            "at",
            "lugar",
            "sitio",
            "ubicación",
            "ubicacion",
            "dónde",
            "donde",
        ],
    ),
    (
        Column::Needs,
        &["needs", "seats", "people", "necesita", "plazas", "personas"],
    ),
    (Column::Team, &["team", "equipo"]),
    (
        Column::Note,
        &[
            "note",
            "notes",
            "description",
            "nota",
            "notas",
            "descripción",
            "descripcion",
        ],
    ),
    (
        Column::Repeat,
        &[
            "repeat",
            "repeats",
            "rrule",
            "repetir",
            "repite",
            "repetición",
            "repeticion",
        ],
    ),
    (Column::Except, &["except", "exdate", "excepto", "salvo"]),
    (Column::Status, &["status", "state", "estado"]),
];

/// A column that is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Column {
    Id,
    Title,
    When,
    Date,
    Start,
    EndDate,
    End,
    Zone,
    Place,
    Needs,
    Team,
    Note,
    Repeat,
    Except,
    Status,
}

/// A row by its columns.
struct Row {
    line: usize,
    cells: Vec<(Column, String)>,
}

impl Row {
    /// What a cell holds, if it holds something.
    fn get(&self, column: Column) -> Option<&str> {
        let (_, cell) = self.cells.iter().find(|(known, _)| *known == column)?;
        Some(cell.as_str()).filter(|cell| !cell.is_empty())
    }
}

/// Reads a table, for a group of that zone and language.
pub fn read(bytes: &[u8], frame: &Frame) -> Reading {
    let mut reading = Reading::default();
    if bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff") {
        reading
            .remarks
            .refused
            .push(Remark::new(1, "the file is in UTF-16: save it as CSV in UTF-8"));
        return reading;
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let mut rows = ReaderBuilder::new()
        .delimiter(separator(bytes))
        .flexible(true)
        .has_headers(false)
        .from_reader(bytes);
    let mut columns: Option<Vec<Option<Column>>> = None;
    let mut record = ByteRecord::new();
    let mut lines = Lines::new(bytes);
    loop {
        match rows.read_byte_record(&mut record) {
            Ok(true) => {}
            Ok(false) => break,
            Err(error) => {
                reading
                    .remarks
                    .refused
                    .push(Remark::new(1, format!("no table: {error}")));
                break;
            }
        }
        let line = lines.of(record.position().map_or(0, csv::Position::byte));
        let cells = texts(&record, line, &mut reading.remarks);
        if cells.iter().all(String::is_empty) {
            continue;
        }
        match &columns {
            None => match header(&cells, line, &mut reading.remarks) {
                Ok(header) => columns = Some(header),
                Err(refused) => {
                    reading.remarks.refused.push(refused);
                    return reading;
                }
            },
            Some(columns) => take(line, cells, columns, frame, &mut reading),
        }
    }
    if columns.is_none() && reading.remarks.refused.is_empty() {
        reading.remarks.refused.push(Remark::new(
            1,
            "the file is empty: a row of column names is expected, as in title,date,start,end",
        ));
    }
    once_each(
        &mut reading,
        "is the same shift, or has the same title and start: that one is taken",
    );
    reading
}

fn texts(record: &ByteRecord, line: usize, remarks: &mut Remarks) -> Vec<String> {
    let text = |cell: &[u8]| {
        if let Ok(text) = std::str::from_utf8(cell) {
            text.trim().to_owned()
        } else {
            remarks.warn(
                line,
                "characters that are no UTF-8 are shown as �: save the file as CSV in UTF-8",
            );
            String::from_utf8_lossy(cell).trim().to_owned()
        }
    };
    record.iter().map(text).collect()
}

fn header(cells: &[String], line: usize, remarks: &mut Remarks) -> Result<Vec<Option<Column>>, Remark> {
    let mut columns = Vec::new();
    for cell in cells {
        let name = cell.to_lowercase().replace('_', " ");
        let found = COLUMNS.iter().find(|(_, names)| names.contains(&name.trim()));
        let column = found.map(|(column, _)| *column);
        if column.is_none() && !cell.is_empty() {
            remarks.warn(
                line,
                format!("the column \"{}\" is none that is known, and is left out", shown(cell)),
            );
        }
        if column.is_some() && columns.contains(&column) {
            return Err(Remark::new(
                line,
                format!("two columns say the same: \"{}\"", shown(cell)),
            ));
        }
        columns.push(column);
    }
    let has = |column| columns.contains(&Some(column));
    if !has(Column::Title) || !(has(Column::When) || has(Column::Date) || has(Column::Start)) {
        let text = "the first row must name the columns: a title, and a date and start, as in title,date,start,end,place,needs";
        return Err(Remark::new(line, text));
    }
    Ok(columns)
}

fn take(line: usize, cells: Vec<String>, columns: &[Option<Column>], frame: &Frame, reading: &mut Reading) {
    if cells.len() > columns.len() && cells[columns.len()..].iter().any(|cell| !cell.is_empty()) {
        let text = format!(
            "the row has {} cells and the header {}: a cell with a separator in it needs quotes",
            cells.len(),
            columns.len()
        );
        reading.remarks.refused.push(Remark::new(line, text));
        return;
    }
    let cells = columns
        .iter()
        .zip(cells)
        .filter_map(|(column, cell)| Some(((*column)?, cell)));
    let row = Row {
        line,
        cells: cells.collect(),
    };
    let read = if reading.entries.len() >= MOST_ENTRIES {
        Err(format!("a file may hold at most {MOST_ENTRIES} entries"))
    } else {
        event(&row, frame, &mut reading.remarks)
    };
    match read {
        Ok(entry) => reading.entries.push(entry),
        Err(text) => reading.remarks.refused.push(Remark::new(line, text)),
    }
}

fn event(row: &Row, frame: &Frame, remarks: &mut Remarks) -> Result<Entry, String> {
    let title = row.get(Column::Title).ok_or("the row has no title")?;
    let most = [TITLE_CHARS, NOTE_CHARS];
    let (title, note) = fitted(
        title,
        row.get(Column::Note).unwrap_or_default(),
        most,
        row.line,
        remarks,
    );
    let zone = match row.get(Column::Zone) {
        Some(name) => Zone::parse(name).ok_or_else(|| format!("no time zone is named \"{}\"", shown(name)))?,
        None => frame.zone.clone(),
    };
    let frame = Frame { zone, ..frame.clone() };
    let Hours {
        start,
        end,
        whole_days,
        repeats,
    } = hours::read(row, &frame)?;
    let needs = match row.get(Column::Needs) {
        Some(text) => {
            let needs = Needs::parse(text);
            Some(needs.map_err(|_| format!("needs: \"{}\" is not like 6 or driver=1,knocker=4", shown(text)))?)
        }
        None => None,
    };
    let cancelled = match row.get(Column::Status).map(str::to_lowercase).as_deref() {
        Some("cancelled" | "canceled" | "cancelado" | "cancelada") => true,
        Some("open" | "confirmed" | "abierto" | "confirmado" | "confirmada") | None => false,
        Some(other) => {
            remarks.warn(
                row.line,
                format!("the status \"{}\" is none that is known", shown(other)),
            );
            false
        }
    };
    let uid = match row.get(Column::Id) {
        Some(id) if id.len() > UID_BYTES => return Err(format!("the id is longer than {UID_BYTES} bytes")),
        Some(id) => id.to_owned(),
        None => made_uid(&[&title, &start.local.to_string()]),
    };
    Ok(Entry {
        line: row.line,
        uid,
        date: None,
        sequence: 0,
        modified: None,
        what: What::Event(Event {
            title,
            note,
            place: row
                .get(Column::Place)
                .and_then(|place| place_of(place, row.line, remarks)),
            start,
            end,
            whole_days,
            repeats,
            cancelled,
            needs,
            team: row.get(Column::Team).map(str::to_owned),
            cutoff: None,
            opens: None,
        }),
    })
}
