//! `muster import` and `muster export`, as an operator meets them.

use std::fs;
use std::io::Write;
use std::path::Path;

use muster_test_servers::desk::DeskFolder;

use crate::desk;

/// Calendars that real programs wrote. They are not part of this repository: where the folder is missing the test says so.
const FROM_THE_WILD: &str = "../shared/calendars";

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

/// A desk with a group.
fn founded() -> DeskFolder {
    let desk = desk();
    desk.seen("ana", "main", ":clock 2026-12-01 09:00\ngroup\n");
    desk
}

/// The report and the exit code of an import.
fn import(desk: &DeskFolder, name: &str, file: &str, more: &[&str]) -> (String, Option<i32>) {
    fs::write(desk.path().join(name), file).unwrap();
    let arguments = [&["import", name], more].concat();
    let output = desk.run(&arguments, "");
    assert!(output.stderr.is_empty(), "{}", text(&output.stderr));
    (text(&output.stdout), output.status.code())
}

const CALENDAR: &str = "\
BEGIN:VCALENDAR
VERSION:2.0
PRODID:test
BEGIN:VEVENT
UID:weekly
DTSTAMP:20261101T000000Z
DTSTART:20261205T100000
DTEND:20261205T130000
RRULE:FREQ=WEEKLY
SUMMARY:Canvass
END:VEVENT
BEGIN:VEVENT
UID:broken
DTSTAMP:20261101T000000Z
SUMMARY:No start
END:VEVENT
BEGIN:VTODO
UID:task
DTSTAMP:20261101T000000Z
SUMMARY:Print flyers
END:VTODO
END:VCALENDAR
";

#[test]
fn a_file_is_taken_once_and_what_is_broken_is_named() {
    let desk = founded();
    let (report, code) = import(&desk, "a.ics", CALENDAR, &["--dry-run"]);
    assert!(report.contains("if it were taken"), "{report}");
    assert_eq!(code, Some(1));
    assert!(!desk.seen("ana", "main", "shift list\n").contains("Canvass"));
    let (report, code) = import(&desk, "a.ics", CALENDAR, &[]);
    assert_eq!(
        report,
        "a.ics into \"console\":\ntaken: 2 (S1–S4, T1)\nrefused: 1\n  line 12: the event has no DTSTART (RFC 5545, 3.6.1)\n"
    );
    assert_eq!(code, Some(1));
    let seen = desk.seen("ana", "main", "shift show S1\ntask list\n");
    assert!(
        seen.contains("Sat 5 Dec, 10:00–13:00 New York time") && seen.contains("Print flyers"),
        "{seen}"
    );
    let (report, _) = import(&desk, "a.ics", CALENDAR, &[]);
    assert!(report.contains("taken: 0\nknown and unchanged: 2"), "{report}");
}

#[test]
fn the_console_gives_no_address_that_nothing_answers_at() {
    let desk = founded();
    let settings = "public_listen = '127.0.0.1:0'\npublic_url = 'https://desk.example.org'\n";
    fs::write(desk.path().join("muster.toml"), settings).unwrap();
    let seen = desk.seen("ana", "main", "me calendar\n");
    assert!(
        seen.contains("the console has none") && !seen.contains("desk.example.org"),
        "{seen}"
    );
}

#[test]
fn a_table_is_taken_and_the_whole_exit_code_is_0() {
    let desk = founded();
    let (report, code) = import(
        &desk,
        "a.csv",
        "title;date;start;end;needs\nCanvass;2026-12-05;10:00;13:00;3\n",
        &[],
    );
    assert_eq!(
        (report.as_str(), code),
        ("a.csv into \"console\":\ntaken: 1 (S1)\nrefused: 0\n", Some(0))
    );
    assert!(desk.seen("ana", "main", "shift show S1\n").contains("3 seats open"));
}

#[test]
fn what_is_exported_is_known_when_it_comes_back() {
    let desk = founded();
    desk.seen(
        "ana",
        "main",
        "shift add Canvass sat 10am-1pm needs:2\nshift add Doors every sun 10am-1pm\nben: shift claim S1\ntask add Print due:fri 5pm\n",
    );
    let said = text(&desk.run(&["export", "--format", "ics", "out.ics"], "").stdout);
    assert!(said.starts_with("out.ics: \"console\": "), "{said}");
    let file = fs::read_to_string(desk.path().join("out.ics")).unwrap();
    assert!(!file.contains("ben") && !file.contains("ana"), "{file}");
    let (report, code) = import(&desk, "out.ics", &file, &[]);
    assert!(
        report.contains("taken: 0\nknown and unchanged: 3") && code == Some(0),
        "{report}"
    );
    let other = founded();
    let (report, code) = import(&other, "out.ics", &file, &[]);
    assert!(report.contains("taken: 3") && code == Some(0), "{report}");
    let table = text(&desk.run(&["export", "--format", "csv"], "").stdout);
    assert!(table.starts_with("id,title,start,end,"), "{table}");
    let document = text(&desk.run(&["export", "--format", "json"], "").stdout);
    assert!(document.contains("\"ben\""), "{document}");
}

#[test]
fn without_a_group_and_beside_a_running_desk_nothing_is_taken() {
    let desk = desk();
    fs::write(desk.path().join("a.ics"), CALENDAR).unwrap();
    let output = desk.run(&["import", "a.ics"], "");
    assert!(
        text(&output.stderr).contains("there is no group yet"),
        "{}",
        text(&output.stderr)
    );
    let mut running = desk.start("ana");
    let mut keyboard = running.keyboard();
    writeln!(keyboard, "group").unwrap();
    running.next_line().expect("the desk has the database open");
    let output = desk.run(&["import", "a.ics"], "");
    assert!(!output.status.success(), "{}", text(&output.stdout));
    assert!(
        text(&output.stderr).contains("in use by another process"),
        "{}",
        text(&output.stderr)
    );
}

#[test]
fn calendars_from_the_wild_are_taken_where_they_keep_to_the_standard() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(FROM_THE_WILD);
    let Ok(files) = fs::read_dir(&folder) else {
        println!(
            "{} is not there: no calendars from the wild were tried",
            folder.display()
        );
        return;
    };
    let desk = founded();
    for file in files
        .map(|file| file.unwrap().path())
        .filter(|file| file.extension().is_some_and(|end| end == "ics"))
    {
        let name = file.file_name().unwrap().to_str().unwrap();
        let output = desk.run(&["import", file.to_str().unwrap()], "");
        let report = text(&output.stdout);
        assert!(output.stderr.is_empty(), "{name}: {}", text(&output.stderr));
        // Two of them say twice, and differently, when their event begins.
        let broken = ["america_new_york_forward_reference.ics", "pacific_fiji.ics"].contains(&name);
        if broken {
            assert!(
                report.contains("refused: 1") && report.contains("DTSTART stands in line"),
                "{name}: {report}"
            );
        } else {
            assert!(
                report.contains("refused: 0") && !report.contains("taken: 0\nrefused"),
                "{name}: {report}"
            );
        }
        assert_eq!(output.status.success(), !broken, "{name}");
    }
}
