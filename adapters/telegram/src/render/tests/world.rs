//! The bot's own cards, as its commands make them.

use insta::assert_snapshot;
use muster_core::reply::Card;
use muster_core::surface::Content;
use muster_core::testing::World;
use muster_core::testing::world::answered;

use super::english;

async fn card(world: &mut World, name: &str, text: &str) -> Card {
    let inbound = world.inbound(name, "main".to_owned(), false, Content::Typed(text.to_owned()));
    answered(world.app(), &inbound).await.card
}

/// The last card of what was typed, as Telegram shows it.
async fn played(lines: &[(&str, &str)]) -> String {
    let mut world = World::memory();
    let mut last = Card::new();
    for (name, text) in lines {
        last = card(&mut world, name, text).await;
    }
    english(&last)
}

#[tokio::test]
async fn a_shift_with_people_in_it() {
    assert_snapshot!(played(&[
        ("ana", "shift add Canvass Ward 3 sat 10am-1pm needs:driver=2,knocker=6 at:\"Main Library\""),
        ("ben", "shift claim S1 driver"),
        ("@cleo", "shift claim S1 knocker"),
        ("ana", "shift show S1"),
    ]).await, @r#"
    **S1 · Canvass Ward 3**
    [Sat 5 Dec, 10:00–13:00 New York time|1796482800] · Main Library
    driver 1 of 2 · knocker 1 of 6 · 6 seats open
    In: ben (driver), `@cleo` (knocker)
    or type: `/shift claim S1`
    [Claim](shift claim S1) [Can't make it](shift drop S1) [Who's in](shift roster S1)
    "#);
}

#[tokio::test]
async fn a_roster() {
    assert_snapshot!(played(&[
        ("ana", "shift add Canvass sat 10am-1pm needs:2"),
        ("ben", "shift claim S1"),
        ("ben", "shift claim S1 guest:\"/tom\""),
        ("eva", "shift claim S1"),
        ("ana", "shift roster S1"),
    ]).await, @r#"
    **S1 · Canvass**
    [Sat 5 Dec, 10:00–13:00 New York time|1796482800]
    2 of 2 · full
    • ben
    • `/tom` (guest of ben)
    Waiting:
    1. eva
    or type: `/shift claim S1`
    [Claim](shift claim S1) [Can't make it](shift drop S1)
    "#);
}

#[tokio::test]
async fn a_poll() {
    assert_snapshot!(played(&[
        ("ana", "poll new Pizza or tacos? pizza, tacos, \"something else, as long as it is warm\""),
        ("ben", "poll vote P1 tacos"),
        ("ana", "poll show P1"),
    ]).await, @r#"
    **P1 · Pizza or tacos?**
    open until [Wed 2 Dec, 09:00 New York time|1796220000]
    ```pizza
      0
    tacos
      1 █
    something else, as long as it is warm
      0```
    • tacos: ben
    1 voted · everyone here can see who chose what
    or type: `/poll vote P1 tacos`
    [pizza](poll vote P1 #1) [tacos](poll vote P1 #2)
    [something else, as long as it is warm](poll vote P1 #3)
    "#);
}

#[tokio::test]
async fn a_broadcast_and_its_report() {
    let mut world = World::memory();
    world.private("ana", "me").await;
    world.say("ana", "shift list").await;
    for name in ["ben", "@cleo"] {
        world.say(name, "shift list").await;
    }
    world.private("ben", "me").await;
    let draft = card(
        &mut world,
        "ana",
        "broadcast everyone Rain tomorrow: meet inside, says @ben",
    )
    .await;
    assert_snapshot!(english(&draft), @r#"
    **B1 · "Rain tomorrow: meet inside, says** `@ben`**" · draft**
    ana to everyone of console:
    Rain tomorrow: meet inside, says `@ben`
    This goes to everyone: 2 people besides its author. Out of reach in private for now: 1 never pressed Start. It goes out when you send it.
    or type: `/broadcast send B1`
    [Send](broadcast send B1) [Discard](broadcast stop B1)
    "#);
    world.say("ana", "broadcast send B1").await;
    world.advance("1h").await;
    let report = card(&mut world, "ana", "broadcast show B1").await;
    assert_snapshot!(english(&report), @r#"
    **B1 · "Rain tomorrow: meet inside, says** `@ben`**" · finished**
    Reached 1 of 2 · 1 never pressed Start (`@cleo`)
    or type: `/broadcast mention B1`
    [Mention that one person here](broadcast mention B1)
    "#);
}

#[tokio::test]
async fn what_is_held_on_somebody_is_a_file() {
    let shown = played(&[("ana", "me"), ("ana", "me export")]).await;
    let (text, file) = shown.rsplit_once('\n').unwrap();
    assert_snapshot!(text, @"Everything I keep about you, as of now. To have it removed: `/me forget`");
    assert!(file.starts_with("<muster-"), "{file}");
}

#[tokio::test]
async fn help() {
    assert_snapshot!(played(&[("ana", "help")]).await, @r#"
    **What I can do here**
    • `/shift` · Shifts: post them, take a seat, see who is in.
    • `/task` · Tasks: what is to be done, and who has it.
    • `/remind` · Reminders, for you or for this room.
    • `/broadcast` · Broadcasts: write to many people at once, and learn who was reached.
    • `/poll` · Polls: put a question to the group and count the answers.
    • `/me` · What I know of you, and your settings.
    • `/group` · The group: who is in it, its roles and settings, the places where it meets.
    • `/team` · The teams of the group.
    • `/doctor` · Check what I may do in this room, and who can let me do more.
    • `/help` · Say what I can do, or how one command works.
    • `/undo` · Take back your last act, within ten minutes.
    Type "help" and one of these words to see its commands, or a whole command to see how it works.
    Type: `/help shift`
    "#);
    assert_snapshot!(played(&[("ana", "help shift claim")]).await, @r#"
    **Take a seat, or a place on the waiting list.**
    Usage: `/shift claim S12 [role] [for:<member>] [guest:<name>]`
    • shift · a reference, such as S12
    • role · a word, or several in quotes, of up to 16 characters
    • for · a member: a mention, or the name, in quotes if it has several words
    • guest · a word, or several in quotes, of up to 60 characters
    Type: `/shift claim S12`
    "#);
    assert_snapshot!(played(&[("ana", "shift clame S1")]).await, @r#"I don't know "shift clame". Did you mean: `/shift claim S1`"#);
}
