//! Whole files.

use proptest::prelude::*;

use super::super::{Event, What};
use super::*;
use crate::locale::Language;
use crate::testing::contract::fixtures::zone;
use crate::time::Moment;

fn frame() -> Frame {
    Frame {
        now: "2026-12-01T09:00:00Z".parse().unwrap(),
        zone: zone("America/New_York"),
        language: Language::English,
    }
}

/// What a calendar of these lines says.
fn read_lines(lines: &str) -> Reading {
    let text = format!("BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:x\n{lines}\nEND:VCALENDAR\n");
    read(text.as_bytes(), &frame())
}

/// What an event of these lines says; its first line is the fifth of the file.
fn read_event(lines: &str) -> Reading {
    read_lines(&format!(
        "BEGIN:VEVENT\n{lines}\nUID:1\nDTSTAMP:20261101T000000Z\nEND:VEVENT"
    ))
}

fn event(reading: &Reading) -> &Event {
    match &reading.entries[0].what {
        What::Event(event) => event,
        What::Todo(_) => panic!("an event"),
    }
}

fn words(moment: &Moment) -> String {
    format!("{} {} {}", moment.local, moment.zone.name(), moment.at.format("%H:%MZ"))
}

fn hours(lines: &str) -> (String, Option<String>) {
    let reading = read_event(lines);
    assert!(reading.remarks.refused.is_empty(), "{lines}: {:?}", reading.remarks);
    let event = event(&reading);
    (words(&event.start), event.end.as_ref().map(words))
}

fn refusal(lines: &str) -> String {
    let reading = read_event(lines);
    assert!(reading.entries.is_empty(), "{lines}");
    let remark = &reading.remarks.refused[0];
    format!("{}: {}", remark.line, remark.text)
}

#[test]
fn times_are_read_with_their_zones() {
    let cases = [
        ("DTSTART:20261205T100000", "2026-12-05 10:00:00 America/New_York 15:00Z"),
        (
            "DTSTART:20261205T100000Z",
            "2026-12-05 05:00:00 America/New_York 10:00Z",
        ),
        (
            "DTSTART;TZID=Europe/Madrid:20261205T100000",
            "2026-12-05 10:00:00 Europe/Madrid 09:00Z",
        ),
        (
            "DTSTART;TZID=\"Romance Standard Time\":20261205T100000",
            "2026-12-05 10:00:00 Europe/Paris 09:00Z",
        ),
        (
            "DTSTART;TZID=/mozilla.org/20050126_1/Europe/Berlin:20261205T100000",
            "2026-12-05 10:00:00 Europe/Berlin 09:00Z",
        ),
        (
            "DTSTART;VALUE=DATE:20261205",
            "2026-12-05 00:00:00 America/New_York 05:00Z",
        ),
    ];
    for (lines, expected) in cases {
        assert_eq!(hours(lines).0, expected, "{lines}");
    }
}

#[test]
fn ends_are_read_by_date_and_by_length() {
    let start = "DTSTART;TZID=Europe/Madrid:20261024T220000\n";
    let end = |lines: &str| hours(&format!("{start}{lines}")).1.unwrap();
    assert_eq!(
        end("DTEND;TZID=Europe/Madrid:20261025T040000"),
        "2026-10-25 04:00:00 Europe/Madrid 03:00Z"
    );
    assert_eq!(end("DURATION:PT7H"), "2026-10-25 04:00:00 Europe/Madrid 03:00Z");
    assert_eq!(end("DURATION:P1D"), "2026-10-25 22:00:00 Europe/Madrid 21:00Z");
    assert_eq!(hours(start.trim()).1, None);
    assert_eq!(
        hours("DTSTART;VALUE=DATE:20261205\nDTEND;VALUE=DATE:20261207")
            .1
            .unwrap(),
        "2026-12-07 00:00:00 America/New_York 05:00Z"
    );
}

#[test]
fn a_custom_zone_is_known_by_its_offsets() {
    let zone = "BEGIN:VTIMEZONE\nTZID:Mine\nBEGIN:DAYLIGHT\nDTSTART:19700308T020000\nRRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU\nTZOFFSETFROM:-0500\nTZOFFSETTO:-0400\nEND:DAYLIGHT\nBEGIN:STANDARD\nDTSTART:19701101T020000\nRRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU\nTZOFFSETFROM:-0400\nTZOFFSETTO:-0500\nEND:STANDARD\nEND:VTIMEZONE";
    let event_lines = "BEGIN:VEVENT\nUID:1\nDTSTAMP:20261101T000000Z\nDTSTART;TZID=Mine:20260705T100000\nRRULE:FREQ=WEEKLY\nEND:VEVENT";
    for lines in [format!("{zone}\n{event_lines}"), format!("{event_lines}\n{zone}")] {
        let reading = read_lines(&lines);
        assert_eq!(
            words(&event(&reading).start),
            "2026-07-05 10:00:00 America/New_York 14:00Z"
        );
        assert!(
            reading.remarks.warnings[0]
                .text
                .contains("Mine is taken for America/New_York")
        );
    }
    let odd = zone.replace("-0400", "-0431").replace("-0500", "-0531");
    let single = event_lines.replace("\nRRULE:FREQ=WEEKLY", "");
    assert_eq!(
        words(&event(&read_lines(&format!("{odd}\n{single}"))).start),
        "2026-07-05 10:31:00 America/New_York 14:31Z"
    );
    let refused = read_lines(&format!("{odd}\n{event_lines}")).remarks.refused;
    assert!(
        refused[0].text.contains("whose offsets no known zone has"),
        "{refused:?}"
    );
}

#[test]
fn what_has_no_certain_meaning_is_refused_with_line_and_rule() {
    let cases = [
        ("SUMMARY:x", "4: the event has no DTSTART (RFC 5545, 3.6.1)"),
        (
            "DTSTART:20261205T100000\nDTSTART:20261205T110000",
            "5: DTSTART stands in line 5 and again, with another value, in line 6 (RFC 5545, 3.6: at most once)",
        ),
        (
            "DTSTART:tomorrow",
            "5: DTSTART: \"tomorrow\" is no date or time (RFC 5545, 3.3.5)",
        ),
        (
            "DTSTART;TZID=Mine:20261205T100000",
            "5: TZID Mine is no zone that this file defines, and none that is known (RFC 5545, 3.2.19)",
        ),
        (
            "DTSTART:20261205T100000\nDTEND:20261205T090000",
            "6: the event ends before it begins (RFC 5545, 3.8.2.2)",
        ),
        (
            "DTSTART:20261205T100000\nDTEND;VALUE=DATE:20261206",
            "6: DTSTART and DTEND are not both dates or both times (RFC 5545, 3.8.2.2)",
        ),
        (
            "DTSTART:20261205T100000\nDTEND:20261205T110000\nDURATION:PT2H",
            "6: DTEND and, in line 7, DURATION exclude each other (RFC 5545, 3.6.1)",
        ),
        (
            "DTSTART:20261205T100000\nRRULE:FREQ=LUNAR",
            "6: the RRULE cannot be read: FREQ=LUNAR (RFC 5545, 3.3.10)",
        ),
        (
            "DTSTART:20261205T100000\nRRULE:FREQ=DAILY;COUNT=2;UNTIL=20261231",
            "6: the RRULE has UNTIL with COUNT (forbidden by RFC 5545, 3.3.10)",
        ),
        (
            "DTSTART:20261205T100000\nRRULE:FREQ=HOURLY",
            "6: the RRULE has FREQ=HOURLY, which is not supported (RFC 5545, 3.3.10)",
        ),
    ];
    for (lines, expected) in cases {
        assert_eq!(refusal(lines), expected, "{lines}");
    }
}

#[test]
fn breaches_with_one_certain_meaning_are_taken_and_said() {
    let cases = [
        ("DTSTART:20261205", 5),
        ("DTSTART:2026-12-05T10:00:00", 5),
        ("DTSTART:20261205T100000\nDTSTART:20261205T100000", 6),
        ("DTSTART:20261205T100000\nDTEND:20261205T100000", 6),
        ("DTSTART:20261205T100000\nno property", 6),
        ("DTSTART:20261205T100000\nRRULE:FREQ=WEEKLY;BYDAY=SA, SU", 6),
        ("DTSTART:20261205T100000\nRRULE:FREQ=WEEKLY;BYDAY=TU;COUNT=3", 6),
    ];
    for (lines, line) in cases {
        let reading = read_event(lines);
        assert_eq!(reading.entries.len(), 1, "{lines}: {:?}", reading.remarks);
        assert_eq!(reading.remarks.warnings[0].line, line, "{lines}: {:?}", reading.remarks);
    }
}

#[test]
fn an_event_that_is_cut_off_is_not_taken() {
    let reading = read(
        b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nDTSTART:20261205T100000\n",
        &frame(),
    );
    assert!(reading.entries.is_empty());
    assert!(reading.remarks.refused[0].text.starts_with("VEVENT has no END:VEVENT"));
}

#[test]
fn dates_beyond_and_left_out_of_a_rule_are_read() {
    let reading = read_event(
        "DTSTART;TZID=Europe/Madrid:20261205T100000\nRRULE:FREQ=WEEKLY;UNTIL=20270101T000000Z\nEXDATE;TZID=Europe/Madrid:20261212T100000\nEXDATE:20261219T090000Z\nRDATE;VALUE=PERIOD:20261224T170000Z/PT3H",
    );
    let event = event(&reading);
    let repeats = event.repeats.as_ref().unwrap();
    assert_eq!(
        repeats.rule.as_ref().unwrap().to_rrule(),
        "FREQ=WEEKLY;UNTIL=20270101T010000"
    );
    let skipped: Vec<String> = repeats.skipped.iter().map(ToString::to_string).collect();
    assert_eq!(skipped, ["2026-12-12 10:00:00", "2026-12-19 10:00:00"]);
    assert_eq!(words(&repeats.extra[0].0), "2026-12-24 18:00:00 Europe/Madrid 17:00Z");
    let hourly = read_event("DTSTART:20261205T100000Z\nRRULE:FREQ=HOURLY;INTERVAL=2;COUNT=3");
    let hourly = &self::event(&hourly).repeats.as_ref().unwrap().extra;
    assert_eq!(hourly.len(), 2);
}

#[test]
fn tasks_are_read_and_other_components_are_said() {
    let reading = read_lines(
        "BEGIN:VTODO\nUID:1\nDTSTAMP:20261101T000000Z\nSUMMARY:Print\\, fold\nDUE;VALUE=DATE:20261205\nSTATUS:COMPLETED\nCOMPLETED:20261204T120000Z\nBEGIN:VALARM\nEND:VALARM\nEND:VTODO\nBEGIN:VJOURNAL\nEND:VJOURNAL",
    );
    let What::Todo(todo) = &reading.entries[0].what else {
        panic!("a task")
    };
    assert_eq!(todo.title, "Print, fold");
    assert_eq!(
        words(todo.due.as_ref().unwrap()),
        "2026-12-05 23:59:00 America/New_York 04:59Z"
    );
    assert_eq!(todo.done, Some(Some("2026-12-04T12:00:00Z".parse().unwrap())));
    let lines: Vec<usize> = reading.remarks.passed_over.iter().map(|remark| remark.line).collect();
    assert_eq!(lines, [11, 14]);
}

#[test]
fn texts_are_fit_for_the_desk() {
    let long = "word ".repeat(40);
    let reading = read_event(&format!(
        "DTSTART:20261205T100000\nSUMMARY:{long}\nDESCRIPTION:one\\n\u{202e}two\\nURL\nURL:https://example.org"
    ));
    let event = event(&reading);
    assert_eq!(event.title.chars().count(), 100);
    assert!(
        event
            .note
            .as_ref()
            .unwrap()
            .starts_with(&format!("{}\none\ntwo\n", long.trim()))
    );
    assert!(event.note.as_ref().unwrap().ends_with("https://example.org"));
    assert_eq!(self::event(&read_event("DTSTART:20261205T100000")).title, "Untitled");
}

#[test]
fn an_entry_stands_once() {
    let one = "BEGIN:VEVENT\nUID:1\nDTSTAMP:20261101T000000Z\nDTSTART:20261205T100000\nSUMMARY:a\nEND:VEVENT\n";
    let two = one.replace("SUMMARY:a", "SUMMARY:b\nSEQUENCE:1");
    let reading = read_lines(&format!("{one}{one}{two}"));
    assert_eq!(event(&reading).title, "b");
    assert_eq!(reading.remarks.refused[0].line, 4);
}

/// Lines that calendars are made of, whole and broken.
fn scraps() -> impl Strategy<Value = String> {
    let lines = [
        "BEGIN:VCALENDAR",
        "END:VCALENDAR",
        "BEGIN:VEVENT",
        "END:VEVENT",
        "BEGIN:VTODO",
        "END:VTODO",
        "BEGIN:VTIMEZONE",
        "END:VTIMEZONE",
        "BEGIN:STANDARD",
        "END:STANDARD",
        "TZID:Mine",
        "TZOFFSETFROM:-0500",
        "TZOFFSETTO:+0545",
        "UID:1",
        "DTSTART:20261205T100000",
        "DTSTART;VALUE=DATE:99991231",
        "DTSTART;TZID=Mine:00010101T000000",
        "DTEND:99991231T235959Z",
        "DURATION:P36600D",
        "DURATION:-PT1S",
        "RRULE:FREQ=DAILY;COUNT=9",
        "RRULE:FREQ=YEARLY;BYMONTHDAY=31;BYMONTH=2",
        "RRULE:FREQ=SECONDLY;COUNT=900",
        "EXDATE:20261206T100000",
        "RDATE;VALUE=PERIOD:20261206T100000/P1D",
        "RECURRENCE-ID:20261206T100000",
        "SUMMARY:\\n\\,\\",
        "DUE:20261206",
        "COMPLETED:x",
        " folded",
        "\tfolded",
        "",
        "é;=:\u{0}",
    ];
    proptest::collection::vec(proptest::sample::select(lines.to_vec()), 0..40).prop_map(|lines| lines.join("\r\n"))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn no_bytes_are_too_odd(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        read(&bytes, &frame());
        super::super::table::read(&bytes, &frame());
    }

    #[test]
    fn no_calendar_is_too_odd(text in scraps()) {
        read(text.as_bytes(), &frame());
    }
}
