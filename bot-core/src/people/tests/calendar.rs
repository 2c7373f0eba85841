//! `me calendar`, and what stands at the address that it gives.

use crate::testing::World;

/// What opens an address of this desk.
const DESK: &str = "https://desk.example.org/calendar/";

/// A desk that the world reaches, with a group of Ana's.
async fn reached() -> World {
    let mut world = World::memory();
    world.reached_at("https://desk.example.org");
    world.say("ana", "team list").await;
    world
}

/// The secret in the address that an answer shows.
fn secret(answer: &str) -> String {
    let line = answer.lines().find_map(|line| line.strip_prefix(DESK));
    let name = line.unwrap_or_else(|| panic!("no address: {answer}"));
    name.strip_suffix(".ics").unwrap().to_owned()
}

async fn has_calendar(world: &World, secret: &str) -> bool {
    world.app().calendar(secret).await.unwrap().is_some()
}

/// The calendar at that address, its folded lines whole.
async fn calendar(world: &World, secret: &str) -> String {
    let text = world.app().calendar(secret).await.unwrap().expect("a calendar");
    assert!(text.lines().all(|line| line.len() <= 75), "{text}");
    text.replace("\r\n ", "").replace("\r\n", "\n")
}

/// The events of a calendar, without what differs from time to time.
fn events(calendar: &str) -> Vec<String> {
    let events = calendar.split("BEGIN:VEVENT\n").skip(1);
    let varies = |line: &&str| !["UID:", "DTSTAMP:", "END:"].iter().any(|name| line.starts_with(name));
    events
        .map(|event| event.lines().filter(varies).collect::<Vec<_>>().join("\n"))
        .collect()
}

#[tokio::test]
async fn an_address_is_shown_once_replaced_and_ended() {
    let mut world = reached().await;
    let answer = world.say("ben", "me calendar").await;
    let first = secret(&answer);
    let wanted = "(only ben sees this)
At this address your own calendar finds your shifts, those you wait for too. Whoever has it sees them: give it to nobody.
https://desk.example.org/calendar/….ics
Subscribe to it: in Google Calendar under \"Other calendars\", \"From URL\"; in Apple Calendar as a \"New Calendar Subscription\"; in Thunderbird as a \"New Calendar\", \"On the Network\".
It is shown this once, since I keep only a hash of it. For another one in its place: me calendar new · to end it: me calendar revoke";
    assert_eq!(answer.replace(&first, "…"), wanted);
    assert_eq!(first.replace('-', "").len(), 26, "128 bits");

    world.advance("1d").await;
    assert_eq!(
        world.private("ben", "me calendar").await,
        "Your calendar has had an address since Tue 1 Dec, 09:00 New York time. I keep only a hash of it and cannot show \
         it again. For another one in its place: me calendar new · to end it: me calendar revoke"
    );
    assert!(has_calendar(&world, &first).await);

    let second = secret(&world.private("ben", "me calendar new").await);
    assert_ne!(first, second);
    assert!(!has_calendar(&world, &first).await, "it was replaced");
    assert!(has_calendar(&world, &second).await);

    assert_eq!(
        world.private("ben", "me calendar revoke").await,
        "The address of your calendar is worth nothing any more."
    );
    assert!(!has_calendar(&world, &second).await, "it was ended");
    assert_eq!(
        world.private("ben", "me calendar revoke").await,
        "Your calendar has no address. To have one: me calendar"
    );
}

#[tokio::test]
async fn it_is_given_in_the_language_of_whoever_asks() {
    let mut world = reached().await;
    world.private("ana", "me language es").await;
    let answer = world.private("ana", "me calendar").await;
    assert!(
        answer.starts_with("En esta dirección tu propio calendario encuentra tus turnos"),
        "{answer}"
    );
    let calendar = calendar(&world, &secret(&answer)).await;
    assert!(calendar.contains("\nX-WR-CALNAME:Mis turnos\n"), "{calendar}");
}

#[tokio::test]
async fn a_desk_without_an_address_of_its_own_says_who_can_give_it_one() {
    let mut world = World::memory();
    world.say("ana", "team list").await;
    for typed in ["me calendar", "me calendar new"] {
        assert_eq!(
            world.private("ana", typed).await,
            "Here I have no address on the web, so neither can your calendar. Whoever runs the bot gives it one with \
             MUSTER_PUBLIC_LISTEN and MUSTER_PUBLIC_URL, for as long as \"muster run\" is on; the console has none. One \
             shift as a file: shift calendar S12"
        );
    }
}

#[tokio::test]
async fn it_has_what_they_are_in_and_wait_for_and_what_was_cancelled() {
    let mut world = reached().await;
    for (name, text) in [
        (
            "ana",
            "shift add Canvass sat 10am-1pm needs:1 at:Library note:\"Bring water\"",
        ),
        ("ana", "shift add Doors sun 10am needs:1"),
        ("ana", "shift add Fair dec 12-13"),
        ("ana", "shift add Phones mon 6pm-8pm"),
        ("ana", "shift add Others tue 6pm"),
        ("ben", "shift claim S1"),
        ("cleo", "shift claim S2"),
        ("ben", "shift claim S2"),
        ("ben", "shift claim S3"),
        ("ben", "shift claim S4"),
    ] {
        world.say(name, text).await;
    }
    let secret = secret(&world.private("ben", "me calendar").await);
    let first = calendar(&world, &secret).await;
    assert_eq!(
        events(&first),
        [
            "SEQUENCE:1\nDTSTART;TZID=America/New_York:20261205T100000\nDTEND;TZID=America/New_York:20261205T130000\n\
             SUMMARY:Canvass\nLOCATION:Library\nDESCRIPTION:Bring water\\n\\nS1 · console\nSTATUS:CONFIRMED",
            "SEQUENCE:1\nDTSTART;TZID=America/New_York:20261206T100000\nSUMMARY:Doors\nDESCRIPTION:S2 · console\n\
             STATUS:TENTATIVE",
            "SEQUENCE:1\nDTSTART;TZID=America/New_York:20261207T180000\nDTEND;TZID=America/New_York:20261207T200000\n\
             SUMMARY:Phones\nDESCRIPTION:S4 · console\nSTATUS:CONFIRMED",
            "SEQUENCE:1\nDTSTART;VALUE=DATE:20261212\nDTEND;VALUE=DATE:20261214\nSUMMARY:Fair\n\
             DESCRIPTION:S3 · console\nSTATUS:CONFIRMED",
        ]
    );
    for name in ["ana", "ben", "cleo"] {
        assert!(!first.contains(name), "{name} is in it: {first}");
    }

    for (name, text) in [
        ("ana", "shift move S1 sat 11am-2pm"),
        ("ana", "shift cancel S4"),
        ("ben", "shift drop S3"),
    ] {
        world.say(name, text).await;
    }
    let events = events(&calendar(&world, &secret).await);
    assert_eq!(events.len(), 3, "what was dropped is gone: {events:#?}");
    assert!(
        events[0].starts_with("SEQUENCE:2\nDTSTART;TZID=America/New_York:20261205T110000\n"),
        "{events:#?}"
    );
    assert!(
        events[2].starts_with("SEQUENCE:2\n") && events[2].ends_with("STATUS:CANCELLED"),
        "{events:#?}"
    );
}

#[tokio::test]
async fn what_was_lately_stands_for_thirty_days() {
    let mut world = reached().await;
    world.say("ana", "shift add Canvass sat 10am-1pm").await;
    world.say("ben", "shift claim S1").await;
    let secret = secret(&world.private("ben", "me calendar").await);
    world.advance_to("2027-01-04 12:59").await;
    assert_eq!(events(&calendar(&world, &secret).await).len(), 1);
    world.advance_to("2027-01-04 13:00").await;
    assert_eq!(events(&calendar(&world, &secret).await).len(), 0);
}

#[tokio::test]
async fn the_dates_of_a_series_stand_each_by_itself() {
    let mut world = reached().await;
    world.say("ana", "shift add Doors every sun 10am-1pm").await;
    world.say("ben", "shift claim S1").await;
    world.say("ben", "shift claim S2").await;
    let secret = secret(&world.private("ben", "me calendar").await);
    let calendar = calendar(&world, &secret).await;
    let uids: std::collections::BTreeSet<&str> = calendar.lines().filter(|line| line.starts_with("UID:")).collect();
    assert_eq!(uids.len(), 2, "{calendar}");
    assert!(
        !calendar.contains("RRULE") && !calendar.contains("RECURRENCE-ID"),
        "{calendar}"
    );
}

#[tokio::test]
async fn what_is_no_address_leads_nowhere() {
    let mut world = reached().await;
    world.private("ana", "me calendar").await;
    for secret in ["", "x", "0000-0000-0000-0000-0000-0000-0A", "../../etc/passwd", "ñ"] {
        assert!(!has_calendar(&world, secret).await, "{secret}");
    }
}

#[tokio::test]
async fn whoever_left_or_was_forgotten_shows_nothing_there() {
    let mut world = reached().await;
    world.say("ana", "shift add Canvass sat 10am-1pm").await;
    world.say("ben", "shift claim S1").await;
    let secret = secret(&world.private("ben", "me calendar").await);
    let document = world.private("ben", "me export").await;
    assert!(
        document.contains("\"calendar_addresses_made_at\": [\n    \"2026-12-01T14:00:00Z\"\n  ]"),
        "{document}"
    );
    assert!(!document.contains(&secret), "{document}");
    world.say("ben", "group leave yes").await;
    assert_eq!(events(&calendar(&world, &secret).await).len(), 0);
    world.private("ben", "me forget confirm:yes").await;
    assert!(!has_calendar(&world, &secret).await);
}
