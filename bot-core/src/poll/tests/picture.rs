//! The picture that goes with a closed poll.

use insta::assert_snapshot;

use super::group;
use crate::picture::{Picture, Theme, svg};
use crate::reply::Block;
use crate::testing::World;

/// The picture of what somebody is shown.
async fn picture(world: &mut World, name: &str, text: &str) -> Option<Picture> {
    let blocks = world.card(name, text).await.blocks;
    blocks.into_iter().find_map(|block| match block {
        Block::Picture(picture) => Some(picture),
        _ => None,
    })
}

/// What the picture of P1 says, once it was asked, voted on and closed.
async fn alt(asked: &str, votes: &[(&str, &str)]) -> String {
    let mut world = group().await;
    world.say("ben", asked).await;
    for (name, choice) in votes {
        let seen = world.say(name, &format!("poll vote P1 {choice}")).await;
        assert!(seen.starts_with("Your vote"), "{seen}");
    }
    assert_eq!(
        picture(&mut world, "ana", "poll show P1").await,
        None,
        "while it is open"
    );
    let closed = picture(&mut world, "ben", "poll close P1").await.unwrap();
    let shown = picture(&mut world, "ana", "poll show P1").await.unwrap();
    assert_eq!(shown, closed);
    closed.alt
}

#[tokio::test]
async fn a_closed_poll_is_drawn_with_the_winner_and_each_share() {
    let alt = alt(
        "poll new Pizza or tacos? Pizza, Tacos",
        &[
            ("ana", "pizza"),
            ("ben", "tacos"),
            ("cleo", "pizza"),
            ("dev", "abstain"),
        ],
    )
    .await;
    assert_eq!(
        alt,
        "The poll as a picture: P1 · Pizza or tacos? Pizza wins with 2 of 4. Pizza: 2 · 67 % ✓; Tacos: 1 · 33 %. \
         4 voted, 1 of them abstaining."
    );
}

#[tokio::test]
async fn what_was_not_decided_has_no_winner_on_the_picture() {
    let tied = alt(
        "poll new Pizza or tacos? Pizza, Tacos",
        &[("ana", "pizza"), ("ben", "tacos")],
    )
    .await;
    assert!(tied.contains("Pizza: 1 · 50 % =; Tacos: 1 · 50 % =."), "{tied}");
    let few = alt("poll new Pizza or tacos? Pizza, Tacos quorum:50%", &[("ana", "pizza")]).await;
    assert!(
        few.contains("Pizza: 1 · 100 %; Tacos: 0 · 0 %. 1 of 4 voted; 2 must vote."),
        "{few}"
    );
    let votes = [("ana", "pizza"), ("ben", "tacos"), ("cleo", "pizza")];
    let not_passed = alt("poll new Pizza or tacos? Pizza, Tacos pass:80%", &votes).await;
    assert!(
        not_passed.contains("Pizza: 2 · 67 %; Tacos: 1 · 33 %; passes with 80 %. 3 voted."),
        "{not_passed}"
    );
}

#[tokio::test]
async fn ranks_are_drawn_stage_by_stage() {
    let votes = [("ana", "b"), ("ben", "a"), ("cleo", "a > c"), ("dev", "a")];
    let by_stages = alt("poll new Who? a, b, c kind:ranked seats:2", &votes).await;
    assert!(
        by_stages
            .contains("Elected: a and b. Stage 1, 2, 3; a: 3.00 ✓, 2.00 ✓, 2.00 ✓; b: 1.00, 1.00, 1.00 ✓; c: 0.00, "),
        "{by_stages}"
    );
    let at_once = alt("poll new Who? a, b, c kind:ranked", &[("ana", "a > b"), ("ben", "a")]).await;
    assert!(
        at_once.contains("a: 2 first choices ✓; b: 0 first choices"),
        "{at_once}"
    );
}

#[tokio::test]
async fn a_group_that_speaks_spanish_sees_its_result_in_spanish() {
    let mut world = group().await;
    world.say("ana", "group set language es").await;
    let asked =
        "poll new ¿Cuándo limpiamos el río? \"sáb 5 dic 10:00\", \"dom 6 dic 17:00\" kind:availability quorum:50%";
    let seen = world.say("ben", asked).await;
    assert!(seen.starts_with("P1"), "{seen}");
    world.say("ana", "poll vote P1 1=yes 2=maybe").await;
    world.say("ben", "poll vote P1 1=yes 2=yes").await;
    world.say("cleo", "poll vote P1 1=maybe 2=no").await;
    let closed = picture(&mut world, "ben", "poll close P1").await.unwrap();
    assert_snapshot!(closed.alt, @"La votación en una imagen: P1 · ¿Cuándo limpiamos el río? Lo que mejor viene es sáb 5 dic 10:00: 2 de 3 pueden, y 1 si hace falta. sáb 5 dic 10:00: 2 sí, 1 si hace falta ✓; dom 6 dic 17:00: 1 sí, 1 si hace falta. han votado 3 de 4; tienen que votar 2.");
    assert_snapshot!("closed_in_spanish", svg(&closed.drawing, Theme::Light));
}

#[tokio::test]
async fn points_and_times_say_what_their_figures_are() {
    let points = alt(
        "poll new Who? a, b kind:score",
        &[("ana", "a=5 b=1"), ("ben", "a=2 b=0")],
    )
    .await;
    assert!(points.contains("a: 7 points ✓; b: 1 point."), "{points}");
    let mut world = group().await;
    world
        .say("ben", "poll new When? \"sat 10am\", \"sun 2pm\" kind:availability")
        .await;
    world.say("ana", "poll vote P1 1=yes 2=maybe").await;
    let times = picture(&mut world, "ben", "poll close P1").await.unwrap().alt;
    assert!(
        times.contains(": 1 can ✓; ") && times.contains(": 0 can, 1 if need be."),
        "{times}"
    );
}

#[tokio::test]
async fn a_proposal_that_passes_is_marked_and_one_that_is_blocked_is_not() {
    let passed = alt("poll new \"Move to Mondays\" kind:consent", &[("ana", "agree")]).await;
    assert!(passed.contains("Agree: 1 · 100 % ✓"), "{passed}");
    let mut world = group().await;
    world.say("ben", "poll new \"Move to Mondays\" kind:consent").await;
    world.say("ana", "poll vote P1 block \"I work on Mondays\"").await;
    let blocked = picture(&mut world, "ben", "poll close P1").await.unwrap().alt;
    assert!(
        blocked.contains("Block: 1 · 100 %") && !blocked.contains('✓'),
        "{blocked}"
    );
}

#[tokio::test]
async fn a_poll_in_which_nobody_voted_has_no_picture() {
    let mut world = group().await;
    world.say("ben", "poll new Pizza or tacos? Pizza, Tacos").await;
    assert_eq!(picture(&mut world, "ben", "poll close P1").await, None);
}

#[tokio::test]
async fn a_secret_poll_is_drawn_once_it_closed_and_names_nobody() {
    let mut world = group().await;
    world
        .say("ben", "poll new Pizza or tacos? Pizza, Tacos secret:yes")
        .await;
    world.private("cleo", "poll vote P1 tacos").await;
    assert_eq!(picture(&mut world, "ana", "poll show P1").await, None);
    let closed = picture(&mut world, "ben", "poll close P1 sure:yes").await.unwrap();
    assert!(closed.alt.contains("Tacos: 1 · 100 % ✓"), "{}", closed.alt);
    assert!(!closed.texts().any(|text| text.contains("cleo")), "{closed:?}");
}
