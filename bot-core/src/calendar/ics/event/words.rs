//! What an event says: its title, note and place, and its team.

use crate::calendar::ics::component::Component;
use crate::calendar::ics::entry::{self, File};
use crate::calendar::ics::value;
use crate::calendar::{Remarks, fit, fitted};
use crate::shift::PLACE_CHARS;

/// Its title and note, of at most so many characters.
pub(in crate::calendar::ics) fn words(
    component: &Component,
    file: &File,
    most: [usize; 2],
    remarks: &mut Remarks,
) -> (String, Option<String>) {
    let title = entry::text(component, "SUMMARY", remarks).unwrap_or_else(|| file.untitled());
    let mut note = entry::text(component, "DESCRIPTION", remarks).unwrap_or_default();
    if let Some(url) = component.value("URL").filter(|url| !note.contains(url)) {
        note = format!("{}\n{url}", note.trim_end());
    }
    let (title, note) = fitted(&title, &note, most, component.line, remarks);
    (if title.is_empty() { file.untitled() } else { title }, note)
}

/// A place of at most so many characters.
pub(in crate::calendar) fn place_of(text: &str, line: usize, remarks: &mut Remarks) -> Option<String> {
    let place = fit(text).split_whitespace().collect::<Vec<_>>().join(" ");
    if place.chars().count() <= PLACE_CHARS {
        return Some(place).filter(|place| !place.is_empty());
    }
    remarks.warn(
        line,
        format!("the place is longer than {PLACE_CHARS} characters, and is cut"),
    );
    let cut: String = place.chars().take(PLACE_CHARS - 1).collect();
    Some(format!("{}…", cut.trim_end()))
}

/// The name of the team, where the file says so.
pub(in crate::calendar::ics) fn team(component: &Component) -> Option<String> {
    let name = fit(&value::text(component.value("X-MUSTER-TEAM")?));
    Some(name).filter(|name| !name.is_empty())
}
