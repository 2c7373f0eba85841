//! Commands that were said while the bot was away.

use chrono::TimeDelta;

use crate::app::{Handled, Lease};
use crate::catalogue::RawInvocation;
use crate::clock::Clock;
use crate::door::Needs;
use crate::reply::{Block, Card, plain};
use crate::surface::{Content, Inbound, Standing};
use crate::testing::World;

const MAIN: (&str, bool) = ("main", false);
const ALONE: (&str, bool) = ("@ben", true);

/// Ben does something that reaches the bot as many minutes later.
fn said(world: &mut World, (room, private): (&str, bool), content: Content, minutes: i64) -> Inbound {
    let inbound = world.inbound("ben", room.to_owned(), private, content);
    Inbound {
        said_at: Some(inbound.received_at - TimeDelta::minutes(minutes)),
        ..inbound
    }
}

fn typed(world: &mut World, text: &str, minutes: i64) -> Inbound {
    said(world, MAIN, Content::Typed(text.to_owned()), minutes)
}

async fn handle(world: &World, inbound: &Inbound) -> Handled {
    let until = world.clock().now();
    let lease = Lease { owner: "world", until };
    world.app().handle(inbound, lease).await.unwrap()
}

async fn card(world: &World, inbound: &Inbound) -> Card {
    match handle(world, inbound).await {
        Handled::Answered(row) => row.card,
        other => panic!("it is answered, not {other:?}"),
    }
}

async fn told(world: &World, inbound: &Inbound) -> String {
    plain::render(&card(world, inbound).await)
}

/// The token of the only button.
fn token(card: &Card) -> String {
    let buttons = card.blocks.iter().filter_map(|block| match block {
        Block::Actions(actions) => Some(&actions.buttons),
        _ => None,
    });
    let [button] = &buttons.flatten().collect::<Vec<_>>()[..] else {
        panic!("one button in {card:?}");
    };
    button.token.clone()
}

/// A group of Ana with a shift.
async fn ward() -> World {
    let mut world = World::memory();
    world.say("ana", "shift add Canvass sat 10am-1pm needs:2").await;
    world
}

async fn roster(world: &mut World) -> String {
    world.say("ana", "shift show S1").await
}

#[tokio::test]
async fn what_was_said_long_ago_is_offered_again_and_done_once_by_a_tap() {
    let mut world = ward().await;
    let late = typed(&mut world, "shift claim S1", 61);
    let offer = card(&world, &late).await;
    assert_eq!(
        plain::render(&offer),
        "This was sent Tue 1 Dec, 07:59 New York time, while I was away. Send it again?\n\
         Send it again                         or type: shift claim S1"
    );
    assert!(!roster(&mut world).await.contains("ben"));
    assert!(
        world.say("ana", "group").await.contains("1 member ·"),
        "nobody is entered"
    );
    assert_eq!(handle(&world, &late).await, Handled::Repeated);

    let tap = said(&mut world, MAIN, Content::Action(token(&offer)), 0);
    assert!(told(&world, &tap).await.contains("You are in"));
    assert_eq!(handle(&world, &tap).await, Handled::Repeated);
    assert!(roster(&mut world).await.contains("In: ben"));
}

#[tokio::test]
async fn an_hour_is_still_meant_and_so_is_what_no_platform_dates() {
    let mut world = ward().await;
    for (minutes, title) in [(60, "Flyers"), (-5, "Posters")] {
        let inbound = typed(&mut world, &format!("task add {title}"), minutes);
        assert!(told(&world, &inbound).await.contains(title));
    }
    let undated = Inbound {
        said_at: None,
        ..typed(&mut world, "task add Stickers", 600)
    };
    assert!(told(&world, &undated).await.contains("T3"));
}

#[tokio::test]
async fn what_came_in_time_is_carried_out_however_long_it_waited_here() {
    let mut world = ward().await;
    let inbound = typed(&mut world, "shift claim S1", 1);
    world.at("2026-12-01 15:00");
    assert!(told(&world, &inbound).await.contains("You are in"));
}

#[tokio::test]
async fn a_tap_keeps_its_group_and_an_invocation_is_offered_as_typed() {
    let mut world = ward().await;
    let card_of_shift = world.card("ana", "shift show S1").await;
    let Some(Block::Actions(actions)) = card_of_shift.blocks.last() else {
        panic!("a shift can be claimed");
    };
    let tap = said(&mut world, MAIN, Content::Action(actions.buttons[0].token.clone()), 90);
    assert_eq!(token(&card(&world, &tap).await), actions.buttons[0].token);

    let raw = RawInvocation {
        text: "task add".to_owned(),
        named: vec![("title".to_owned(), "Print flyers".to_owned())],
    };
    let invoked = said(&mut world, MAIN, Content::Invoked(raw), 90);
    let offer = told(&world, &invoked).await;
    assert!(offer.ends_with("or type: task add \"Print flyers\""), "{offer}");
}

#[tokio::test]
async fn a_form_is_offered_as_the_command_that_it_is_and_a_long_one_has_no_button() {
    let mut world = ward().await;
    let inbound = world.inbound(
        "ana",
        "main".to_owned(),
        false,
        Content::Typed("shift edit S1".to_owned()),
    );
    let form = world.app().form(&inbound).await.unwrap().unwrap();
    let title = form.fields.iter().find(|field| field.name == "title").unwrap();
    let named = vec![(
        title.name.to_owned(),
        "Canvass the whole of Ward 3 and Ward 4".to_owned(),
    )];
    let content = Content::Filled {
        token: form.token,
        named,
    };
    let filled = Inbound {
        said_at: Some(inbound.received_at - TimeDelta::hours(3)),
        ..world.inbound("ana", "main".to_owned(), false, content)
    };
    let offer = told(&world, &filled).await;
    assert!(offer.contains("Type: shift edit S1 "), "{offer}");
    assert!(offer.contains("\"Canvass the whole of Ward 3 and Ward 4\""), "{offer}");
    assert!(!offer.contains("Send it again  "), "{offer}");
}

#[tokio::test]
async fn what_nobody_understands_is_refused_as_ever() {
    let mut world = ward().await;
    let late = typed(&mut world, "shift clame S1", 90);
    let answer = told(&world, &late).await;
    assert!(answer.contains("Did you mean: shift claim"), "{answer}");
}

#[tokio::test]
async fn a_late_message_may_be_edited_into_a_command() {
    let mut world = ward().await;
    let late = typed(&mut world, "shift claim S1", 90);
    told(&world, &late).await;
    let edited = Inbound {
        edits: Some(late.event),
        ..typed(&mut world, "shift claim S1", 0)
    };
    assert!(told(&world, &edited).await.contains("You are in"));
}

#[tokio::test]
async fn a_late_vote_is_not_repeated_where_others_read_it() {
    let mut world = ward().await;
    world
        .say("ana", "poll new Pizza or tacos? pizza, tacos secret:yes")
        .await;
    world.say("ben", "team list").await;
    let vote = Content::Typed("poll vote P1 tacos".to_owned());
    let late = said(&mut world, MAIN, vote.clone(), 90);
    let answer = told(&world, &late).await;
    assert!(
        answer.contains("Usage: poll vote") && !answer.contains("tacos"),
        "{answer}"
    );
    let late = said(&mut world, ALONE, vote, 90);
    let answer = told(&world, &late).await;
    assert!(answer.contains("or type: poll vote P1 tacos"), "{answer}");
    let owed = world.app().store().read().await.unwrap().scrubs_owed().await.unwrap();
    assert!(!owed.is_empty(), "what was typed may be a secret");
}

#[tokio::test]
async fn a_platform_is_asked_nothing_for_what_is_not_carried_out() {
    let mut world = World::memory();
    let mut late = typed(&mut world, "shift list", 90);
    late.author.standing = Standing::Untold;
    assert_eq!(world.app().asks(&late).await.unwrap(), Needs::default());
}
