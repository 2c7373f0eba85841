//! An entry stands once in a file.

use std::collections::HashMap;

use chrono::NaiveDateTime;

use super::{Entry, Reading, Remark};
use crate::time::Moment;

/// An entry stands once in a file: of two with the same UID and date the one with the higher SEQUENCE is taken, the first
/// if both have the same, and `refusal` is said of the other.
pub(super) fn once_each(reading: &mut Reading, refusal: &str) {
    let starts: HashMap<String, Moment> = reading
        .entries
        .iter()
        .filter(|entry| entry.date.is_none())
        .filter_map(|entry| Some((entry.uid.clone(), entry.start()?.clone())))
        .collect();
    let mut kept: Vec<Entry> = Vec::new();
    let mut known: HashMap<(String, Option<NaiveDateTime>), usize> = HashMap::new();
    let remarks = &mut reading.remarks;
    for mut entry in std::mem::take(&mut reading.entries) {
        if let (Some(date), Some(start)) = (&mut entry.date, starts.get(&entry.uid)) {
            // The date is told by the wall clock of what repeats, whatever the change is written in.
            date.moment = Moment::new(date.by(start), start.zone.clone());
            (date.whole_day, date.by_wall_clock) = (false, true);
        }
        let key = (entry.uid.clone(), entry.date.as_ref().map(|date| date.moment.local));
        let Some(&index) = known.get(&key) else {
            known.insert(key, kept.len());
            kept.push(entry);
            continue;
        };
        let other = &mut kept[index];
        if other.what == entry.what {
            remarks.warn(entry.line, format!("the same entry stands in line {} too", other.line));
            continue;
        }
        let older = if entry.sequence > other.sequence {
            std::mem::replace(other, entry)
        } else {
            entry
        };
        let text = format!("line {} {refusal}", other.line);
        remarks.refused.push(Remark::new(older.line, text));
    }
    reading.entries = kept;
}
