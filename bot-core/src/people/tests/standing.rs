//! When the platform is asked what somebody is in a place: only where a command looks at it.

use super::{Window, to_type};
use crate::app::Needs;
use crate::surface::{Content, Inbound, Platform, Standing};
use crate::testing::World;
use crate::testing::world::answered;

const ANA: Window = Window::new(Platform::Discord, "guild", "ana").administrator();
const BEN: Window = Window::new(Platform::Discord, "guild", "ben");
const ZOE: Window = Window::new(Platform::Matrix, "space", "zoe").administrator();

/// An event that does not say what its author is.
fn untold(world: &mut World, window: Window, text: &str) -> Inbound {
    let mut inbound = world.inbound(
        window.name,
        "main".to_owned(),
        window.private,
        Content::Typed(text.to_owned()),
    );
    inbound.room.platform = window.platform;
    window.place.clone_into(&mut inbound.room.place);
    window.place.clone_into(&mut inbound.place_name);
    inbound.author.standing = Standing::Untold;
    inbound
}

async fn asks(world: &mut World, window: Window, text: &str) -> bool {
    let inbound = untold(world, window, text);
    let Needs { standing, rights } = world.app().asks(&inbound).await.unwrap();
    assert_eq!(rights, text == "doctor" && !window.private, "{text}");
    standing
}

#[tokio::test]
async fn where_there_is_no_group_only_what_founds_one_asks() {
    let mut world = World::memory();
    for text in ["shift list", "task add Print flyers", "undo", "group link K7Q2-M9XT"] {
        assert!(asks(&mut world, ANA, text).await, "{text}");
        assert!(!asks(&mut world, ANA.private(), text).await, "{text}");
    }
    for text in [
        "help",
        "doctor",
        "me",
        "group link",
        "group link confirm",
        "group use",
        "no such command",
    ] {
        assert!(!asks(&mut world, ANA, text).await, "{text}");
    }
}

#[tokio::test]
async fn where_there_is_a_group_only_one_that_nobody_is_in_asks() {
    let mut world = World::memory();
    ANA.says(&mut world, "team list").await;
    assert!(!asks(&mut world, ANA, "shift list").await);
    assert!(!asks(&mut world, BEN, "shift list").await);
    assert!(asks(&mut world, BEN, "group link K7Q2-M9XT").await);
    ANA.says(&mut world, "group leave yes").await;
    assert!(asks(&mut world, ANA, "shift list").await);
    assert!(asks(&mut world, BEN, "shift list").await);
}

#[tokio::test]
async fn an_event_that_tells_or_is_anonymous_asks_nothing() {
    let mut world = World::memory();
    let mut inbound = untold(&mut world, ANA, "shift list");
    inbound.author.standing = Standing::Member;
    assert_eq!(world.app().asks(&inbound).await.unwrap(), Needs::default());
    inbound.author.standing = Standing::Untold;
    inbound.author.anonymous = true;
    assert_eq!(world.app().asks(&inbound).await.unwrap(), Needs::default());
}

#[tokio::test]
async fn what_is_not_told_is_no_right() {
    let mut world = World::memory();
    let founding = untold(&mut world, ANA, "team list");
    let refused = answered(world.app(), &founding).await;
    assert!(
        crate::reply::plain::render(&refused.card).starts_with("This place has no group yet."),
        "{refused:?}"
    );
    ANA.says(&mut world, "team list").await;
    let link = to_type(&ANA.private().says(&mut world, "group link").await, "group link ");
    let linking = untold(&mut world, ZOE, &link);
    let refused = answered(world.app(), &linking).await;
    assert!(
        crate::reply::plain::render(&refused.card).starts_with("Only an administrator of this place"),
        "{refused:?}"
    );
}
