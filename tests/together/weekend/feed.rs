//! Somebody's calendar, as it is read over the network.

use std::fmt::Write as _;
use std::net::SocketAddr;

use muster_test_servers::bot::told::get;

/// What of an event is shown.
const SHOWN: [&str; 5] = ["SUMMARY", "DTSTART", "DTEND", "SEQUENCE", "STATUS"];

/// Its events, a line each, by when they begin.
pub(super) fn read(public: SocketAddr, path: &str) -> String {
    let (status, text) = get(public, path);
    assert_eq!(status, 200, "{path} is read");
    let unfolded = text.replace("\r\n ", "");
    let events = unfolded.split("BEGIN:VEVENT").skip(1);
    let mut events: Vec<(String, String)> = events.map(event).collect();
    events.sort();
    events.into_iter().map(|(_, event)| event).collect()
}

/// When it begins, and its line.
fn event(text: &str) -> (String, String) {
    let mut line = String::from(" ");
    for name in SHOWN {
        let value = value(text, name);
        let _ = write!(line, " {value}");
    }
    (value(text, "DTSTART"), format!("{line}\n"))
}

/// What is said of a property; of a time its zone too.
fn value(text: &str, name: &str) -> String {
    let line = text
        .lines()
        .find_map(|line| line.strip_prefix(name).filter(|rest| rest.starts_with([':', ';'])));
    let line = line.unwrap_or_else(|| panic!("an event has a {name}: {text}"));
    line.trim_start_matches([':', ';'])
        .replace("TZID=", "")
        .replace(':', " ")
}
