//! How a shift went, and what it repeats.

use super::Sheet;
use crate::locale::{Arg, Phrase, Voice};
use crate::phrase;
use crate::reply::Line;
use crate::series;
use crate::shift::series::Field;

/// "42 conversations · 120 doors", and what else was told of how it went.
pub(super) fn went(sheet: &Sheet, voice: &Voice) -> Vec<Line> {
    let Some(report) = &sheet.report else {
        return Vec::new();
    };
    let conversations = report
        .conversations
        .map(|count| phrase!("shift-went-conversations", count = number count));
    let doors = report
        .doors
        .map(|count| phrase!("shift-went-doors", count = number count));
    let counts = [conversations, doors].into_iter().flatten();
    let counts = Line::joined(counts.map(|phrase| voice.line(&phrase)), " · ");
    let note = report.note.as_ref();
    let note = note.map(|note| voice.line(&phrase!("shift-went-note", note = user note)));
    [counts, note.unwrap_or_default()].into()
}

/// "↻ every Sat · next Sat 12 Dec, …", and what is this date's own.
pub(super) fn repeats(sheet: &Sheet, voice: &Voice) -> Vec<Line> {
    let Some((series, coming)) = &sheet.series else {
        return Vec::new();
    };
    let mut lines = vec![series::card::line(
        &series.dates.rule,
        &series.when(&series.dates.moment(series.dates.first)),
        coming,
        voice,
    )];
    let shift = &sheet.roster.shift;
    let own = Field::ALL.into_iter().filter(|field| shift.is_own(*field));
    let own: Vec<Arg> = own.map(|field| Arg::Phrase(field.name())).collect();
    if !own.is_empty() {
        lines.push(voice.line(&phrase!("series-own", fields = list own)));
    }
    lines
}

impl Field {
    /// What people call it.
    fn name(self) -> Phrase {
        match self {
            Self::Title => phrase!("series-field-title"),
            Self::Hours => phrase!("series-field-hours"),
            Self::Needs => phrase!("series-field-needs"),
            Self::Place => phrase!("series-field-place"),
            Self::Team => phrase!("series-field-team"),
            Self::Note => phrase!("series-field-note"),
            Self::Cutoff => phrase!("series-field-cutoff"),
            Self::Opens => phrase!("series-field-opens"),
        }
    }
}
