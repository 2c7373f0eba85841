//! Those who were not reached, in a room, once.

use super::{blocks, ward};
use crate::reply::{Block, Line, Span};
use crate::surface::{Address, Content, Platform};
use crate::testing::world::answered;

#[tokio::test]
async fn those_who_were_not_reached_are_mentioned_once() {
    let mut world = ward().await;
    blocks(&mut world, "cleo");
    world
        .plays(
            r#"
            ana> broadcast everyone Rain tomorrow: meet inside ack:yes
            B1 · "Rain tomorrow: meet inside" · draft
            ana to everyone of console:
            Rain tomorrow: meet inside
            This goes to everyone: 3 people besides its author. Out of reach in private for now: 1 never pressed Start. It goes out when you send it. Everyone is asked to say "Got it".
            Send · Discard                        or type: broadcast send B1

            ana> broadcast mention B1
            B1 has not gone out, so there is nobody to mention.
            Type: broadcast show B1

            ana> broadcast send B1
            B1 · "Rain tomorrow: meet inside" · going out
            Reached 0 of 3 so far · 3 are on their way
            Stop                                  or type: broadcast stop B1
            [@ben] ana to everyone of console:
            Rain tomorrow: meet inside
            Got it                                or type: broadcast ack B1
            [#main] B1 · "Rain tomorrow: meet inside" · finished
            Reached 1 of 3 · 1 has blocked me (cleo) · 1 never pressed Start (dev)
            0 of 1 said "Got it".
            Mention the 2 here                    or type: broadcast mention B1

            ana> broadcast mention B1
            cleo and dev: ana to everyone of console:
            Rain tomorrow: meet inside
            I could not write to you in private. Write to me there once, and the next ones come to you.
            Got it                                or type: broadcast ack B1

            dev> broadcast ack B1
            (only dev sees this)
            Noted. ana sees how many said it.

            ana> broadcast mention B1
            Those whom B1 did not reach were mentioned Tue 1 Dec, 09:00 New York time, and are not mentioned twice. Not reached since: cleo.

            cleo> broadcast ack B1
            (only cleo sees this)
            Noted. ana sees how many said it.

            ana> broadcast mention B1
            Those whom B1 did not reach were mentioned Tue 1 Dec, 09:00 New York time, and nobody is left.

            ana> broadcast show B1
            B1 · "Rain tomorrow: meet inside" · finished
            Reached 1 of 3 · 1 has blocked me (cleo) · 1 never pressed Start (dev)
            2 of 3 said "Got it".
            Those who were not reached were mentioned Tue 1 Dec, 09:00 New York time.
            Type: broadcast mention B1
            "#,
        )
        .await;
}

#[tokio::test]
async fn in_private_it_is_posted_where_it_was_written() {
    let mut world = ward().await;
    world
        .plays(
            r#"
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
            [@ben] ana to everyone of console:
            Rain tomorrow: meet inside
            To pause messages like this: me pause
            [@cleo] ana to everyone of console:
            Rain tomorrow: meet inside
            To pause messages like this: me pause
            [#main] B1 · "Rain tomorrow: meet inside" · finished
            Reached 2 of 3 · 1 never pressed Start (dev)
            Mention that one person here          or type: broadcast mention B1

            @ana> broadcast mention B1
            I mentioned the one who was not reached in the group's room.
            [#main] dev: ana to everyone of console:
            Rain tomorrow: meet inside
            I could not write to you in private. Write to me there once, and the next one comes to you.

            @ana> broadcast mention B1
            Those whom B1 did not reach were mentioned Tue 1 Dec, 09:00 New York time, and are not mentioned twice. Not reached since: dev.
            "#,
        )
        .await;
}

#[tokio::test]
async fn where_everyone_was_reached_there_is_nobody_to_mention() {
    let mut world = ward().await;
    world.private("dev", "me").await;
    world
        .plays(
            r#"
            ana> broadcast everyone Hello
            B1 · "Hello" · draft
            ana to everyone of console:
            Hello
            This goes to everyone: 3 people besides its author. It goes out when you send it.
            Send · Discard                        or type: broadcast send B1

            ana> broadcast send B1
            B1 · "Hello" · going out
            Reached 0 of 3 so far · 3 are on their way
            Stop                                  or type: broadcast stop B1
            [@ben] ana to everyone of console:
            Hello
            To pause messages like this: me pause
            [@cleo] ana to everyone of console:
            Hello
            To pause messages like this: me pause
            [@dev] ana to everyone of console:
            Hello
            To pause messages like this: me pause
            [#main] B1 · "Hello" · finished
            Reached 3 of 3
            Type: broadcast list

            ana> broadcast mention B1
            B1 missed nobody whom a word here could reach, so there is nobody to mention.
            "#,
        )
        .await;
}

#[tokio::test]
async fn whoever_is_mentioned_is_called_by_the_account_that_the_rooms_platform_knows() {
    let mut world = ward().await;
    blocks(&mut world, "cleo");
    for text in ["broadcast everyone Rain tomorrow", "broadcast send B1"] {
        world.say("ana", text).await;
        world.post().await;
    }
    let asked = Content::Typed("broadcast mention B1".to_owned());
    let inbound = world.inbound("ana", "main".to_owned(), false, asked);
    let row = answered(world.app(), &inbound).await;
    let Some(Block::Line(Line(spans))) = row.card.blocks.first() else {
        panic!("{row:?}")
    };
    let called = |name: &str| Span::Mention {
        name: name.to_owned(),
        accounts: vec![(Platform::Console, name.to_owned())],
    };
    assert_eq!(
        spans[..3],
        [called("cleo"), Span::Text(" and ".to_owned()), called("dev")]
    );
}

#[tokio::test]
async fn whoever_is_forgotten_is_not_called_any_more() {
    let mut world = ward().await;
    blocks(&mut world, "cleo");
    for text in ["broadcast everyone Rain tomorrow", "broadcast send B1"] {
        world.say("ana", text).await;
        world.post().await;
    }
    world.private("ana", "broadcast mention B1").await;
    world.private("cleo", "me forget confirm:yes").await;
    let mut unit = world.app().store().begin().await.unwrap();
    let waiting = unit.unsettled_messages().await.unwrap();
    drop(unit);
    let mention = waiting
        .iter()
        .find(|row| matches!(row.to, Address::Room { .. }))
        .unwrap();
    let kept = serde_json::to_string(&mention.card).unwrap();
    assert!(!kept.contains("cleo") && kept.contains("a former member"), "{kept}");
    assert!(kept.contains("dev"), "{kept}");
}
