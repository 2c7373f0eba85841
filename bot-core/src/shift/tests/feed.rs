//! What calendar programs need of the calendar at somebody's address, beside what RFC 5545 says.

use super::ward_with;
use crate::testing::World;

/// The calendar at Ben's address, once he has asked for one.
struct Feed(String);

impl Feed {
    async fn of_ben(world: &mut World) -> Self {
        world.reached_at("https://desk.example.org");
        let address = world.private("Ben", "me calendar").await;
        let (_, secret) = address.split_once("/calendar/").unwrap();
        Self(secret.split(".ics").next().unwrap().to_owned())
    }

    async fn read(&self, world: &World) -> String {
        world.app().calendar(&self.0).await.unwrap().unwrap()
    }
}

/// The values of a property, in their order.
fn values<'a>(calendar: &'a str, name: &str) -> Vec<&'a str> {
    let named = |line: &'a str| line.strip_prefix(name)?.strip_prefix(':');
    calendar.lines().filter_map(named).collect()
}

#[tokio::test]
async fn it_is_written_as_calendar_programs_read_it() {
    let note = "Ring twice, wait for Ána; then go on ".repeat(6);
    let mut world = ward_with(&[
        &format!("Canvass sat 10am-1pm note:\"{note}\""),
        "Call dec 8 9:00-10:00 Asia/Kolkata",
        "Elsewhere dec 9 9:00-10:00 Europe/Madrid",
        "Fair dec 12-13",
    ])
    .await;
    for shift in ["S1", "S2", "S4"] {
        world.say("Ben", &format!("shift claim {shift}")).await;
    }
    let feed = Feed::of_ben(&mut world).await;
    let calendar = feed.read(&world).await;

    assert!(
        calendar.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Muster//"),
        "{calendar}"
    );
    assert!(calendar.ends_with("END:VCALENDAR\r\n"), "{calendar}");
    let lines: Vec<&str> = calendar.split("\r\n").collect();
    assert!(
        lines.iter().all(|line| line.len() <= 75 && !line.contains('\n')),
        "{lines:?}"
    );
    assert!(lines.iter().any(|line| line.starts_with(' ')), "the note is folded");

    // A feed is published: a METHOD would have programs take it for an invitation.
    assert_eq!(values(&calendar, "METHOD"), [""; 0]);
    assert_eq!(values(&calendar, "REFRESH-INTERVAL;VALUE=DURATION"), ["PT1H"]);
    assert_eq!(values(&calendar, "X-PUBLISHED-TTL"), ["PT1H"]);
    assert_eq!(values(&calendar, "X-WR-CALNAME"), ["My shifts"]);
    assert_eq!(values(&calendar, "X-WR-TIMEZONE"), ["America/New_York"]);

    // The zones that are used, and no other; each once, before it is named.
    assert_eq!(values(&calendar, "TZID"), ["America/New_York", "Asia/Kolkata"]);
    let zones_end = calendar.rfind("END:VTIMEZONE").unwrap();
    assert!(zones_end < calendar.find("BEGIN:VEVENT").unwrap(), "{calendar}");
    assert_eq!(calendar.matches("BEGIN:VEVENT").count(), 3);
    for once in ["UID", "DTSTAMP", "SEQUENCE", "SUMMARY", "STATUS"] {
        assert_eq!(values(&calendar, once).len(), 3, "{once}: {calendar}");
    }
    let mut uids = values(&calendar, "UID");
    uids.sort_unstable();
    uids.dedup();
    assert_eq!(uids.len(), 3);
}

#[tokio::test]
async fn its_events_keep_their_uid_and_count_every_change() {
    let mut world = ward_with(&["Canvass sat 10am-1pm"]).await;
    world.say("Ben", "shift claim S1").await;
    let feed = Feed::of_ben(&mut world).await;
    let mut calendar = feed.read(&world).await;
    for change in [
        "shift move S1 sun 10am-1pm",
        "undo",
        "shift edit S1 at:Library",
        "shift cancel S1",
        "undo",
    ] {
        let before = calendar;
        world.say("Ana", change).await;
        calendar = feed.read(&world).await;
        assert_eq!(values(&calendar, "UID"), values(&before, "UID"), "{change}");
        let sequence = |calendar: &str| values(calendar, "SEQUENCE")[0].parse::<u32>().unwrap();
        assert!(sequence(&calendar) > sequence(&before), "{change}: {before}{calendar}");
        let status = if change == "shift cancel S1" {
            "CANCELLED"
        } else {
            "CONFIRMED"
        };
        assert_eq!(values(&calendar, "STATUS"), [status], "{change}");
    }
}
