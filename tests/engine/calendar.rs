//! People's own calendars at their addresses, read by an independent library: Python's icalendar.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::path::Path;
use std::process::Command;

use muster_core::clock::Instant;
use muster_test_servers::bot::Run;
use muster_test_servers::bot::told::get;
use muster_test_servers::clock::ClockControl;
use muster_test_servers::platform::TestPlatform;
use muster_test_servers::profile::Profile;

use crate::scene::{ask, ask_private, connected, nine, square};
use crate::{bot, python};

/// The packages of the other side; tzdata is the release that is built in here.
const PACKAGES: [&str; 3] = ["icalendar==7.3.2", "python-dateutil==2.9.0.post0", "tzdata==2026.6"];

/// Where the world is told to find this desk; nobody listens there.
const DESK: &str = "https://desk.example.org";

/// What is added, and when that is: in zones with and without summer time, on both sides of the equator, with halves and
/// quarters of an hour, and over clock changes.
const SHIFTS: [(&str, &str, &str, &str); 9] = [
    (
        "Canvass",
        "dec 5 10:00-13:00 New York time",
        "2026-12-05T15:00:00Z",
        "2026-12-05T18:00:00Z",
    ),
    (
        "Skipped",
        "2027-03-14 1:00-4:00 New York time",
        "2027-03-14T06:00:00Z",
        "2027-03-14T08:00:00Z",
    ),
    (
        "Doubled",
        "2027-11-07 0:30-4:00 New York time",
        "2027-11-07T04:30:00Z",
        "2027-11-07T09:00:00Z",
    ),
    (
        "Madrid",
        "2027-03-28 1:30-3:30 Europe/Madrid",
        "2027-03-28T00:30:00Z",
        "2027-03-28T01:30:00Z",
    ),
    (
        "Kolkata",
        "dec 5 9:00-10:00 Asia/Kolkata",
        "2026-12-05T03:30:00Z",
        "2026-12-05T04:30:00Z",
    ),
    (
        "Kathmandu",
        "dec 5 9:00-10:00 Asia/Kathmandu",
        "2026-12-05T03:15:00Z",
        "2026-12-05T04:15:00Z",
    ),
    (
        "Sydney",
        "2027-04-04 1:00-4:00 Australia/Sydney",
        "2027-04-03T14:00:00Z",
        "2027-04-03T18:00:00Z",
    ),
    (
        "Lord Howe",
        "2027-04-04 1:00-4:00 Australia/Lord_Howe",
        "2027-04-03T14:00:00Z",
        "2027-04-03T17:30:00Z",
    ),
    (
        "Honolulu",
        "dec 5 23:00-23:30 Pacific/Honolulu",
        "2026-12-06T09:00:00Z",
        "2026-12-06T09:30:00Z",
    ),
];

/// An event as the other side reads it.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Event {
    title: String,
    uid: String,
    sequence: u32,
    status: String,
    start: String,
    end: String,
}

fn seconds(at: &str) -> String {
    at.parse::<Instant>().unwrap().timestamp().to_string()
}

#[test]
fn another_library_reads_the_same_instants_until_the_address_is_ended() {
    let platform = square(Profile::TransactionIds);
    let clock = ClockControl::start(nine());
    let run = bot::on_sqlite(&[&platform])
        .by(&clock)
        .with("MUSTER_PUBLIC_LISTEN", "127.0.0.1:0")
        .with("MUSTER_PUBLIC_URL", DESK)
        .with("MUSTER_LOG", "trace")
        .start();
    connected(&platform);
    for (number, (title, when, ..)) in SHIFTS.iter().enumerate() {
        let added = ask(&platform, "main", "ana", &format!("shift add \"{title}\" {when}"));
        assert!(added.text.contains(title), "{}", added.text);
        ask(&platform, "main", "ben", &format!("shift claim S{}", number + 1));
    }
    ask(&platform, "main", "ana", "shift add Fair dec 12-13");
    ask(&platform, "main", "ben", "shift claim S10");
    let (public, path) = (public(&run), address(&platform, "me calendar"));

    let first = events(public, &path);
    // A shift's own file has the event of the calendar, so that a program that is given both keeps one.
    let file = ask_private(&platform, "ben", "shift calendar S1").files.remove(0);
    assert_eq!(file.name, "S1.ics");
    let alone = read(&file.text);
    assert!(alone.len() == 1 && first.contains(&alone[0]), "{alone:?}");
    let mut wanted: Vec<_> = SHIFTS
        .iter()
        .map(|(title, _, start, end)| ((*title).to_owned(), seconds(start), seconds(end)))
        .collect();
    wanted.push(("Fair".to_owned(), "2026-12-12".to_owned(), "2026-12-14".to_owned()));
    let mut read: Vec<_> = first
        .iter()
        .map(|event| (event.title.clone(), event.start.clone(), event.end.clone()))
        .collect();
    wanted.sort();
    read.sort();
    assert_eq!(read, wanted);
    assert!(first.iter().all(|event| event.status == "CONFIRMED"), "{first:#?}");
    let head = head(public, &path);
    for line in [
        "HTTP/1.1 200",
        "\r\ncontent-type: text/calendar; charset=utf-8\r\n",
        "\r\ncache-control: no-store\r\n",
    ] {
        assert!(head.contains(line), "{head}");
    }
    assert!(head.ends_with("\r\n\r\n"), "no body: {head}");

    ask(&platform, "main", "ana", "shift move S5 dec 6 9:00-10:00 Asia/Kolkata");
    ask(&platform, "main", "ana", "shift cancel S6");
    let second = events(public, &path);
    for (title, status) in [("Kolkata", "CONFIRMED"), ("Kathmandu", "CANCELLED")] {
        let (before, after) = (event(&first, title), event(&second, title));
        assert_eq!((&after.uid, after.status.as_str()), (&before.uid, status));
        assert!(after.sequence > before.sequence, "{before:?} {after:?}");
    }
    assert_eq!(event(&second, "Kolkata").start, seconds("2026-12-06T03:30:00Z"));
    assert_eq!(event(&second, "Canvass"), event(&first, "Canvass"), "it did not change");

    let another = address(&platform, "me calendar new");
    assert_eq!(get(public, &path), (404, String::new()));
    assert_eq!(events(public, &another), second);
    ask_private(&platform, "ben", "me calendar revoke");
    let wrong = "/calendar/0000-0000-0000-0000-0000-0000-0A.ics";
    for nothing in [&another, wrong, "/calendar/x.ics", "/calendar/x", "/calendar/%ff.ics"] {
        assert_eq!(get(public, nothing), (404, String::new()), "{nothing}");
    }
    nothing_is_logged(&run, &[&path, &another]);
    assert_eq!(run.end(), Some(0));
}

/// Neither the addresses nor their secrets, in whatever form, are in a log of everything.
fn nothing_is_logged(run: &Run, paths: &[&str]) {
    let log = run.log().with("");
    assert!(
        log.iter().any(|line| line.contains("calendar_feeds")),
        "everything is logged"
    );
    for path in paths {
        let secret = path.strip_prefix("/calendar/").unwrap().strip_suffix(".ics").unwrap();
        for word in [secret.to_lowercase(), secret.replace('-', "").to_lowercase()] {
            let told = log.iter().find(|line| line.to_lowercase().contains(&word));
            assert_eq!(told, None, "an address is in the log");
        }
    }
}

/// Where the world is listened to.
fn public(run: &Run) -> SocketAddr {
    let line = run.log().wait_for("the world is listened to address=");
    line.rsplit_once('=').unwrap().1.parse().unwrap()
}

/// The path of the address that Ben is given.
fn address(platform: &TestPlatform, command: &str) -> String {
    let shown = ask_private(platform, "ben", command).text;
    let (_, rest) = shown.split_once(DESK).unwrap_or_else(|| panic!("no address: {shown}"));
    rest.split_whitespace().next().unwrap().to_owned()
}

/// What is answered to whoever asks for the head alone.
fn head(public: SocketAddr, path: &str) -> String {
    let mut stream = TcpStream::connect(public).unwrap();
    write!(
        stream,
        "HEAD {path} HTTP/1.1\r\nHost: desk\r\nConnection: close\r\n\r\n"
    )
    .unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    answer
}

fn event<'a>(events: &'a [Event], title: &str) -> &'a Event {
    let mut of_that_title = events.iter().filter(|event| event.title == title);
    let event = of_that_title.next();
    assert_eq!(of_that_title.next(), None);
    event.unwrap_or_else(|| panic!("no {title}: {events:#?}"))
}

/// The events at that address, as the other side reads them.
fn events(public: SocketAddr, path: &str) -> Vec<Event> {
    let (status, calendar) = get(public, path);
    assert_eq!(status, 200);
    read(&calendar)
}

/// The events of a calendar, as the other side reads them.
fn read(calendar: &str) -> Vec<Event> {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/engine/calendar_reader.py");
    let python = python::with("calendar-library", &PACKAGES);
    let read = python::run(Command::new(python).arg(script), calendar);
    let event = |line: &str| {
        let fields: Vec<&str> = line.split('\t').collect();
        let [title, uid, sequence, status, start, end] = fields.try_into().unwrap();
        Event {
            title: title.to_owned(),
            uid: uid.to_owned(),
            sequence: sequence.parse().unwrap(),
            status: status.to_owned(),
            start: start.to_owned(),
            end: end.to_owned(),
        }
    };
    read.lines().map(event).collect()
}
