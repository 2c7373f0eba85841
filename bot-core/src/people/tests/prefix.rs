//! `group set prefix`: which sign calls the bot in a room that it shares with others.

use super::{Window, first_line};
use crate::app::{Handled, Lease};
use crate::clock::Clock;
use crate::door::Needs;
use crate::reply::plain;
use crate::surface::{Content, Inbound, Platform, Standing};
use crate::testing::World;

const ANA: Window = Window::new(Platform::Matrix, "space", "ana").administrator();
const BEN: Window = Window::new(Platform::Matrix, "space", "ben");

impl Window {
    /// Types a command behind a sign.
    fn calls(self, world: &mut World, prefix: &str, text: &str) -> Inbound {
        Inbound {
            prefix: Some(prefix.to_owned()),
            ..self.inbound(world, Content::Typed(text.to_owned()))
        }
    }

    /// The same; the answer's first line, or `None` where nothing is said.
    async fn is_answered(self, world: &mut World, prefix: &str, text: &str) -> Option<String> {
        let inbound = self.calls(world, prefix, text);
        heard(world, &inbound).await
    }
}

async fn heard(world: &World, inbound: &Inbound) -> Option<String> {
    let until = world.clock().now();
    let lease = Lease { owner: "world", until };
    match world.app().handle(inbound, lease).await.unwrap() {
        Handled::Answered(row) => Some(first_line(&plain::render(&row.card))),
        Handled::Silent => None,
        Handled::Repeated => panic!("it came once"),
    }
}

#[tokio::test]
async fn the_groups_own_sign_calls_the_bot_and_no_other_does() {
    let mut world = World::memory();
    assert_eq!(ANA.is_answered(&mut world, "?", "team list").await, None);
    assert!(
        ANA.is_answered(&mut world, "!", "team list").await.is_some(),
        "a group is founded"
    );
    assert_eq!(
        ANA.is_answered(&mut world, "!", "group set prefix ?!").await.unwrap(),
        "In the group's rooms a command begins with ?! now, where the app needs a sign."
    );
    for other in ["!", "?", "?!?"] {
        assert_eq!(BEN.is_answered(&mut world, other, "team list").await, None, "{other}");
        assert_eq!(BEN.is_answered(&mut world, other, "no command").await, None, "{other}");
    }
    assert!(BEN.is_answered(&mut world, "?!", "team list").await.is_some());
    let group = BEN.says(&mut world, "group").await;
    assert!(
        group.contains("Before a command, where the app needs a sign: ?!\n"),
        "{group}"
    );
    assert!(group.contains("2 members"), "{group}");
    assert_eq!(
        ANA.is_told(&mut world, "undo").await,
        "Taken back: the group's settings are as they were before."
    );
    assert!(BEN.is_answered(&mut world, "!", "team list").await.is_some());
}

#[tokio::test]
async fn alone_with_the_bot_any_sign_will_do() {
    let mut world = World::memory();
    ANA.says(&mut world, "group set prefix ?").await;
    for prefix in ["!", "?", "."] {
        let answer = ANA.private().is_answered(&mut world, prefix, "team list").await;
        assert!(answer.is_some(), "{prefix}");
    }
}

#[tokio::test]
async fn what_called_somebody_else_is_asked_nothing_for_and_may_be_edited_into_a_command() {
    let mut world = World::memory();
    let mut called = ANA.calls(&mut world, "?", "team list");
    called.author.standing = Standing::Untold;
    assert_eq!(world.app().asks(&called).await.unwrap(), Needs::default());
    assert_eq!(heard(&world, &called).await, None);
    let edited = Inbound {
        edits: Some(called.event),
        ..ANA.calls(&mut world, "!", "team list")
    };
    assert!(heard(&world, &edited).await.is_some());
}

#[tokio::test]
async fn nobody_is_told_off_for_calling_somebody_else() {
    let mut world = World::memory();
    let lease = Lease {
        owner: "world",
        until: world.clock().now(),
    };
    let called = ANA.calls(&mut world, "?", "team list");
    let declined = world.app().decline(&called, lease, chrono::TimeDelta::seconds(9)).await;
    assert_eq!(declined.unwrap(), Handled::Silent);
    let called = ANA.calls(&mut world, "?", "team list");
    let apologised = world.app().apologise(&called, lease, "00000000").await;
    assert_eq!(apologised.unwrap(), Handled::Silent);
}

#[tokio::test]
async fn letters_and_the_signs_of_others_are_no_prefix() {
    let mut world = World::memory();
    for typed in ["m", "7", "/", "@", "!!!!", "!m", "\"! !\""] {
        let answer = ANA.says(&mut world, &format!("group set prefix {typed}")).await;
        assert!(answer.contains("cannot stand before commands"), "{answer}");
        assert!(answer.contains("Type: group set prefix !"), "{answer}");
    }
    assert_eq!(
        ANA.says(&mut world, "team list").await.lines().next(),
        BEN.says(&mut world, "team list").await.lines().next()
    );
}
