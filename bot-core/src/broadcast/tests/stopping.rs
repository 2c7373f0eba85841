//! Discarded, taken back, stopped in the middle.

use super::ward;
use crate::broadcast::Reach;

#[tokio::test]
async fn a_draft_is_discarded_and_a_scheduled_one_taken_back() {
    let mut world = ward().await;
    world
        .plays(
            r#"
            ana> broadcast everyone Hello
            B1 · "Hello" · draft
            ana to everyone of console:
            Hello
            This goes to everyone: 3 people besides its author. Out of reach in private for now: 1 never pressed Start. It goes out when you send it.
            Send · Discard                        or type: broadcast send B1

            ana> broadcast stop B1
            B1 is discarded. Nobody got it.

            ana> broadcast send B1
            B1 was taken back. Nobody got it.
            Type: broadcast <audience> <text>

            ana> broadcast everyone Hello at:noon
            B2 · "Hello" · draft
            ana to everyone of console:
            Hello
            This goes to everyone: 3 people besides its author. Out of reach in private for now: 1 never pressed Start. Once you send it, it waits until Tue 1 Dec, 12:00 New York time.
            Send · Discard                        or type: broadcast send B2

            ana> broadcast send B2
            B2 · "Hello" · scheduled
            ana to everyone of console:
            Hello
            This goes to everyone: 3 people besides its author. Out of reach in private for now: 1 never pressed Start. It goes out Tue 1 Dec, 12:00 New York time.
            Take it back                          or type: broadcast stop B2

            ana> broadcast stop B2
            B2 is taken back. Nobody got it.

            ana> broadcast stop B2
            B2 was taken back. Nobody got it.
            Type: broadcast list

            ... 4h

            ana> broadcast mention B2
            B2 has not gone out, so there is nobody to mention.
            Type: broadcast show B2

            ana> undo
            There is nothing of yours from the last ten minutes to take back here.
            Usage: undo
            "#,
        )
        .await;
}

#[tokio::test]
async fn what_no_attempt_was_made_to_send_is_not_sent() {
    let mut world = ward().await;
    world.private("ben", "me quiet 21:00-08:00").await;
    world
        .plays(
            r#"
            ... until 2026-12-01 22:00

            ana> broadcast everyone Rain tomorrow: meet inside
            B1 · "Rain tomorrow: meet inside" · draft
            ana to everyone of console:
            Rain tomorrow: meet inside
            This goes to everyone: 3 people besides its author. Out of reach in private for now: 1 never pressed Start. It goes out when you send it.
            Send · Discard                        or type: broadcast send B1

            ana> broadcast send B1
            B1 · "Rain tomorrow: meet inside" · going out
            Reached 0 of 3 so far · 3 are on their way
            Stop                                  or type: broadcast stop B1
            [@cleo] ana to everyone of console:
            Rain tomorrow: meet inside
            To pause messages like this: me pause

            ana> broadcast stop B1
            B1 · "Rain tomorrow: meet inside" · stopped
            Reached 1 of 3 · 1 never pressed Start (dev) · 1 was not sent
            Mention that one person here          or type: broadcast mention B1

            ana> broadcast stop B1
            B1 has gone out, and there is nothing left to stop.
            Type: broadcast show B1

            ... 1d
            "#,
        )
        .await;
}

#[tokio::test]
async fn whoever_was_not_written_to_yet_is_counted_as_not_sent() {
    let mut world = ward().await;
    world.say("ana", "broadcast everyone Hello").await;
    world.say("ana", "broadcast send B1").await;
    let stopped = world.say("ana", "broadcast stop B1").await;
    assert_eq!(
        stopped,
        "B1 · \"Hello\" · stopped\nReached 0 of 3 · 3 were not sent\nType: broadcast list"
    );
    assert_eq!(world.post().await, Vec::<String>::new());
    let mut unit = world.app().store().read().await.unwrap();
    let group = unit.groups().await.unwrap().remove(0);
    let broadcast = unit.broadcast_by_number(group.id, 1).await.unwrap().unwrap();
    let counts = unit.count_copies(group.id, broadcast.id).await.unwrap();
    assert_eq!(counts.of(Reach::NotSent), 0, "nobody was written to");
    assert_eq!(broadcast.unwritten, 3);
}

#[tokio::test]
async fn a_stop_typed_elsewhere_is_told_in_the_room_where_it_was_written() {
    let mut world = ward().await;
    world
        .plays(
            r#"
            ana> broadcast everyone Hello at:noon
            B1 · "Hello" · draft
            ana to everyone of console:
            Hello
            This goes to everyone: 3 people besides its author. Out of reach in private for now: 1 never pressed Start. Once you send it, it waits until Tue 1 Dec, 12:00 New York time.
            Send · Discard                        or type: broadcast send B1

            ana> broadcast send B1
            B1 · "Hello" · scheduled
            ana to everyone of console:
            Hello
            This goes to everyone: 3 people besides its author. Out of reach in private for now: 1 never pressed Start. It goes out Tue 1 Dec, 12:00 New York time.
            Take it back                          or type: broadcast stop B1

            #kitchen

            ana> broadcast show B1
            B1 · "Hello" · scheduled
            ana to everyone of console:
            Hello
            This goes to everyone: 3 people besides its author. Out of reach in private for now: 1 never pressed Start. It goes out Tue 1 Dec, 12:00 New York time.
            Take it back                          or type: broadcast stop B1

            ... late 3h
            [@ben] ana to everyone of console:
            Hello
            To pause messages like this: me pause
            [@cleo] ana to everyone of console:
            Hello
            To pause messages like this: me pause
            [#main] B1 · "Hello" · finished
            Reached 2 of 3 · 1 never pressed Start (dev)
            Mention that one person here          or type: broadcast mention B1
            "#,
        )
        .await;
}
