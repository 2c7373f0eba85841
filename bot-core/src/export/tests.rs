//! What documents hold, and what they must not.

use crate::testing::World;

/// The JSON of an answer that carries a file.
fn document(answer: &str) -> serde_json::Value {
    let start = answer.find("\n{").expect("the answer carries a document");
    serde_json::from_str(&answer[start..]).expect("the document is JSON")
}

#[tokio::test]
async fn a_group_takes_its_whole_desk_along() {
    let mut world = World::memory();
    for (name, text) in [
        ("ana", "team add Drivers"),
        ("ben", "team join Drivers"),
        (
            "ana",
            "shift add Canvass sat 10am-1pm needs:driver=1,knocker=6 at:Library",
        ),
        ("ben", "shift claim S1 driver"),
        ("ana", "shift claim S1 knocker guest:Gus"),
        ("ana", "shift add Rain sun 10am"),
        ("ana", "shift cancel S2 it pours"),
        ("ben", "task add Print flyers due:fri 5pm"),
        ("ben", "task done T1 two boxes"),
        ("ana", "task add Nobody sees this"),
        ("ana", "task delete T2"),
        ("ana", "remind here in 2h doors open"),
        ("ben", "remind me in 2h my own affair"),
        ("ana", "poll new Lunch? pizza, tacos"),
        ("ben", "poll vote P1 tacos"),
    ] {
        world.say(name, text).await;
    }
    let answer = world.say("ana", "group export").await;
    assert!(
        answer.starts_with("(only ana sees this)\nEverything that \"console\" keeps"),
        "{answer}"
    );
    assert!(answer.contains("\nmuster-console.json · "), "{answer}");
    for absent in ["my own affair", "Nobody sees this", "\"account"] {
        assert!(!answer.contains(absent), "{absent}: {answer}");
    }
    let document = document(&answer);
    assert_eq!(document["members"][1]["name"], "ben");
    assert_eq!(document["members"][1]["teams"][0]["team"], "Drivers");
    let shift = &document["shifts"][0];
    assert_eq!(shift["start"]["at"], "2026-12-05T15:00:00Z");
    assert_eq!(shift["people"][0]["role"], "driver");
    assert_eq!(shift["people"][1]["guest_of"], "ana");
    assert_eq!(document["shifts"][1]["cancel_reason"], "it pours");
    assert_eq!(document["tasks"][0]["done_note"], "two boxes");
    assert_eq!(document["reminders"][0]["text"], "doors open");
    assert_eq!(document["polls"][0]["options"][1]["votes"], 1);
    assert_eq!(document["polls"][0]["ballots"][0]["name"], "ben");
    let log = world.say("ana", "group audit").await;
    assert!(log.contains("ana exported everything the group keeps."), "{log}");
}

#[tokio::test]
async fn only_organizers_take_the_desk_along() {
    let mut world = World::memory();
    world.say("ana", "team list").await;
    let refused = world.say("ben", "group export").await;
    assert!(refused.contains("Organizers can do this."), "{refused}");
}

#[tokio::test]
async fn what_does_not_fit_is_left_out_and_said() {
    let mut world = World::memory();
    let note = "n".repeat(400);
    for number in 0..40 {
        world
            .say("ana", &format!("task add Task {number} note:\"{note}\""))
            .await;
    }
    let mut unit = world.app().store().read().await.unwrap();
    let place = unit.place(crate::surface::Platform::Console, "console").await.unwrap();
    let group = unit.group(place.unwrap().group).await.unwrap().unwrap();
    let now = group.founded_at;
    let whole = super::group(&mut *unit, &group, now, super::Bound::NONE).await.unwrap();
    assert!(!whole.is_cut);
    assert!(whole.text.contains("\"Task 0\"") && whole.text.contains("\"Task 39\""));
    let cut = super::group(&mut *unit, &group, now, super::Bound::of(10_000))
        .await
        .unwrap();
    assert!(cut.is_cut && cut.text.len() < 20_000);
    assert!(cut.text.contains("\"Task 39\"") && !cut.text.contains("\"Task 0\""));
    assert!(cut.text.contains("and everything before it"), "{}", cut.text);
}

#[tokio::test]
async fn a_document_moves_no_cursor_and_reorders_nothing() {
    let written = super::json::text(&"a\u{202e}b\u{9b}c\u{2028}d\ne").unwrap();
    assert_eq!(written, "\"a\\u202eb\\u009bc\\u2028d\\ne\"");
    assert_eq!(
        serde_json::from_str::<String>(&written).unwrap(),
        "a\u{202e}b\u{9b}c\u{2028}d\ne"
    );
}

#[tokio::test]
async fn nobody_takes_along_what_they_may_not_see() {
    let mut world = World::memory();
    for (name, text) in [
        ("ana", "poll new Who? Ben, Cleo secret:yes"),
        ("ana", "poll new Lunch? pizza, tacos hidden:yes"),
    ] {
        world.say(name, text).await;
    }
    world.say("ben", "poll vote P2 tacos").await;
    world.private("ben", "poll vote P1 cleo").await;
    let open = document(&world.say("ana", "group export").await);
    for poll in 0..2 {
        let poll = &open["polls"][poll];
        assert_eq!(poll["voted"], 1);
        assert_eq!(poll["options"][1]["votes"], serde_json::Value::Null);
        assert_eq!(poll["ballots"], serde_json::json!([]));
    }
    for poll in ["P1", "P2"] {
        world.say("ana", &format!("poll close {poll} sure:yes")).await;
    }
    let closed = document(&world.say("ana", "group export").await);
    assert_eq!(closed["polls"][0]["secrecy"], "secret");
    assert_eq!(closed["polls"][0]["options"][1]["votes"], 1);
    assert_eq!(closed["polls"][0]["ballots"], serde_json::json!([]));
    assert_eq!(closed["polls"][1]["ballots"][0]["name"], "ben");
}

#[tokio::test]
async fn everybody_gets_what_is_held_on_them_and_nothing_of_others() {
    let mut world = World::memory();
    for (name, text) in [
        ("ana", "team add Drivers"),
        ("ben", "team join Drivers"),
        ("ben", "me quiet 21:00-08:00"),
        ("ana", "shift add Canvass sat 10am-1pm"),
        ("ana", "shift claim S1"),
        ("ben", "shift claim S1"),
        ("ben", "task add Print flyers"),
        ("ana", "task add Sweep the hall"),
        ("ben", "remind me in 2h my own affair"),
        ("ana", "remind me in 2h an affair of hers"),
        ("ana", "poll new Lunch? pizza, tacos"),
        ("ana", "poll vote P1 pizza"),
        ("ben", "poll vote P1 tacos"),
    ] {
        world.say(name, text).await;
    }
    let answer = world.say("ben", "me export").await;
    assert!(
        answer.starts_with("(only ben sees this)\nEverything I keep about you"),
        "{answer}"
    );
    for absent in ["Sweep", "affair of hers", "Pizza", "\"ana\""] {
        assert!(!answer.contains(absent), "{absent}: {answer}");
    }
    let document = document(&answer);
    assert_eq!(document["zone"], "America/New_York");
    assert_eq!(document["you"]["quiet_hours"], "21:00-08:00");
    assert_eq!(document["accounts"][0]["account"], "ben");
    assert_eq!(document["groups"][0]["teams"][0]["team"], "Drivers");
    assert_eq!(document["shifts"][0]["people"][0]["name"], "ben");
    assert_eq!(document["tasks"][0]["title"], "Print flyers");
    assert_eq!(document["reminders"][0]["text"], "my own affair");
    assert_eq!(document["polls"][0]["your_ballot"]["chose"][0], "tacos");
    assert_eq!(document["log"][0]["act"], "member.joined");
    assert!(document["undo"][0]["takes_back"]["poll"].is_object(), "{document}");
    assert_eq!(
        document["events"].as_array().unwrap().len(),
        6,
        "as many as Ben typed before"
    );
}
