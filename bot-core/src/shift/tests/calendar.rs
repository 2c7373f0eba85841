//! A shift as a file for a calendar program.

use super::ward_with;

/// The event of a calendar, from its UID on; a file that is shown as text has no folded line here.
fn event(calendar: &str) -> String {
    let event = calendar
        .split("BEGIN:VEVENT")
        .nth(1)
        .unwrap_or_else(|| panic!("no event: {calendar}"));
    event
        .replace("\r\n", "\n")
        .split("END:VEVENT")
        .next()
        .unwrap()
        .to_owned()
}

#[tokio::test]
async fn a_shift_is_given_as_a_file_that_only_whoever_asks_sees() {
    let mut world = ward_with(&["Canvass sat 10am-1pm needs:1 at:Library note:Bring water"]).await;
    let answer = world.say("Ben", "shift calendar S1").await;
    let head: Vec<&str> = answer.lines().take(3).collect();
    assert_eq!(
        head[..2],
        [
            "(only Ben sees this)",
            "S1 as a file for a calendar. If it changes, ask for it again: shift calendar S1"
        ]
    );
    assert!(head[2].starts_with("S1.ics · "), "{answer}");
    for line in [
        "DTSTART;TZID=America/New_York:20261205T100000",
        "DTEND;TZID=America/New_York:20261205T130000",
        "SUMMARY:Canvass",
        "LOCATION:Library",
        "DESCRIPTION:Bring water\\n\\nS1 · console",
        "STATUS:TENTATIVE",
    ] {
        assert!(answer.lines().any(|shown| shown == line), "{line}: {answer}");
    }
    world.say("Ben", "shift claim S1").await;
    assert!(world.say("Ben", "shift calendar S1").await.contains("STATUS:CONFIRMED"));
    world.say("Cleo", "shift claim S1").await;
    assert!(
        world
            .say("Cleo", "shift calendar S1")
            .await
            .contains("STATUS:TENTATIVE")
    );
    world.say("Ana", "shift cancel S1").await;
    assert!(world.say("Ben", "shift calendar S1").await.contains("STATUS:CANCELLED"));
}

#[tokio::test]
async fn the_file_and_the_calendar_of_whoever_is_in_have_the_same_event() {
    let mut world = ward_with(&["Canvass sat 10am-1pm needs:1"]).await;
    world.reached_at("https://desk.example.org");
    world.say("Ben", "shift claim S1").await;
    let address = world.private("Ben", "me calendar").await;
    let secret = address
        .split("/calendar/")
        .nth(1)
        .and_then(|rest| rest.split(".ics").next())
        .unwrap()
        .to_owned();
    for change in ["shift edit S1 note:Bring water", "shift move S1 sun 10am-1pm"] {
        world.say("Ana", change).await;
        let file = world.private("Ben", "shift calendar S1").await;
        assert!(
            file.contains("A calendar of all that you are in follows by itself: me calendar"),
            "{file}"
        );
        let own = world.app().calendar(&secret).await.unwrap().unwrap();
        assert_eq!(event(&file), event(&own));
    }
}

#[tokio::test]
async fn what_is_no_shift_has_no_file() {
    let mut world = ward_with(&[]).await;
    assert_eq!(
        world.say("Ben", "shift calendar S7").await,
        "(only Ben sees this)\nThere is no shift S7 here.\nType: shift list"
    );
}
