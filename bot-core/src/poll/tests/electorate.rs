//! Who may vote, how many must, and what it takes to win.

use uuid::Uuid;

use super::{first, group};
use crate::ids::GroupId;
use crate::locale::{Language, Voice};
use crate::poll::result::tally;
use crate::poll::secret::SecretBallot;
use crate::poll::terms::Quorum;
use crate::poll::{Poll, card};
use crate::reply::{Block, Line};
use crate::testing::World;
use crate::testing::contract::polls::poll as a_poll;
use crate::time::Zone;

const REFUSED: &str = "Who may vote in P1 was fixed when it opened, and you are not among them.\nType: poll show P1";

/// The group with that poll P1 by Ana.
async fn asked(terms: &str) -> World {
    let mut world = group().await;
    let card = world
        .say("ana", &format!("poll new Pizza or tacos? Pizza, Tacos {terms}"))
        .await;
    assert!(card.starts_with("P1"), "{card}");
    world
}

async fn all_vote(world: &mut World, votes: &[(&str, &str)]) {
    for (name, choice) in votes {
        let answer = world.say(name, &format!("poll vote P1 {choice}")).await;
        assert!(answer.starts_with("Your vote"), "{name}: {answer}");
    }
}

#[tokio::test]
async fn everyone_is_whoever_was_in_the_group_when_the_poll_opened() {
    let mut world = asked("who:everyone").await;
    let shown = world.say("ana", "poll show P1").await;
    assert!(shown.contains("0 of 4 voted"), "{shown}");
    all_vote(&mut world, &[("ana", "tacos"), ("dev", "pizza")]).await;
    assert_eq!(world.say("eva", "poll vote P1 tacos").await, REFUSED);
    let shown = world.say("ana", "poll show P1").await;
    assert!(shown.contains("2 of 4 voted"), "{shown}");
}

#[tokio::test]
async fn captains_alone_vote_where_it_says_so_and_a_role_given_later_does_not_let_one_in() {
    let mut world = group().await;
    world.say("ana", "group role ben captain").await;
    world
        .say("ana", "poll new Pizza or tacos? Pizza, Tacos who:captains")
        .await;
    all_vote(&mut world, &[("ana", "tacos"), ("ben", "pizza")]).await;
    assert_eq!(world.say("cleo", "poll vote P1 tacos").await, REFUSED);
    world.say("ana", "group role cleo captain").await;
    assert_eq!(world.say("cleo", "poll vote P1 tacos").await, REFUSED);
    world.say("ana", "group role ben member").await;
    let again = world.say("ben", "poll vote P1 tacos").await;
    assert!(again.starts_with("Your vote: Tacos."), "{again}");
}

#[tokio::test]
async fn a_team_votes_as_it_was_when_the_poll_opened() {
    let mut world = group().await;
    world.say("ana", "team add North").await;
    world.say("ben", "team join North").await;
    world
        .say("ana", "poll new Pizza or tacos? Pizza, Tacos who:team:North")
        .await;
    world.say("cleo", "team join North").await;
    world.say("ben", "team leave North").await;
    all_vote(&mut world, &[("ben", "pizza")]).await;
    assert_eq!(world.say("cleo", "poll vote P1 tacos").await, REFUSED);
    assert_eq!(world.say("ana", "poll vote P1 tacos").await, REFUSED);
}

#[tokio::test]
async fn a_roster_votes_as_it_was_when_the_poll_opened() {
    let mut world = group().await;
    world.say("ana", "shift add Canvass sat 10am-1pm needs:3").await;
    world.say("ben", "shift claim S1").await;
    world
        .say("ana", "poll new Pizza or tacos? Pizza, Tacos who:roster:S1")
        .await;
    world.say("cleo", "shift claim S1").await;
    all_vote(&mut world, &[("ben", "pizza")]).await;
    assert_eq!(world.say("cleo", "poll vote P1 tacos").await, REFUSED);
    let shown = world.say("ana", "poll show P1").await;
    assert!(shown.contains("1 of 1 voted"), "{shown}");
}

#[tokio::test]
async fn a_secret_poll_refuses_the_same_people_in_private() {
    let mut world = asked("who:captains secret:yes").await;
    assert_eq!(world.private("cleo", "poll vote P1 tacos").await, REFUSED);
    let voted = world.private("ana", "poll vote P1 tacos").await;
    assert!(voted.contains("1 of 1 voted"), "{voted}");
}

#[tokio::test]
async fn the_linked_accounts_of_one_person_are_one_voter() {
    let mut world = asked("who:everyone").await;
    all_vote(&mut world, &[("ana", "pizza"), ("dev", "tacos")]).await;
    let code = world.private("ana", "me link").await;
    let code = code.rsplit("me link ").next().unwrap().to_owned();
    world.private("dev", &format!("me link {code} yes")).await;
    world.private("ana", "me link confirm").await;
    let shown = world.say("ben", "poll show P1").await;
    assert!(shown.contains("1 of 3 voted"), "{shown}");
    let again = world.say("dev", "poll vote P1 tacos").await;
    assert!(
        again.starts_with("Your vote: Tacos. It replaces your earlier one: Pizza."),
        "{again}"
    );
}

#[tokio::test]
async fn whoever_leaves_stays_in_the_number_and_votes_again_once_they_are_back() {
    let mut world = asked("who:everyone").await;
    all_vote(&mut world, &[("cleo", "tacos"), ("ben", "tacos")]).await;
    world.say("cleo", "group leave yes").await;
    let shown = world.say("ana", "poll show P1").await;
    assert!(shown.contains("1 of 4 voted"), "{shown}");
    world.say("cleo", "poll list").await;
    all_vote(&mut world, &[("cleo", "pizza")]).await;
}

#[tokio::test]
async fn whoever_is_forgotten_stays_in_the_number() {
    let mut world = asked("who:everyone quorum:50%").await;
    all_vote(&mut world, &[("cleo", "tacos"), ("ben", "tacos")]).await;
    let gone = world.private("cleo", "me forget confirm:yes").await;
    assert!(!gone.contains("Usage"), "{gone}");
    let closed = world.say("ana", "poll close P1").await;
    assert!(closed.contains("1 of 4 voted · 2 must vote"), "{closed}");
}

#[tokio::test]
async fn only_those_who_may_vote_are_asked_for_their_vote() {
    let mut world = asked("who:captains").await;
    world.private("cleo", "me digest 8:00").await;
    world.private("ana", "me digest 8:00").await;
    let draft = world.say("ana", "broadcast nonvoters:P1 Two hours left").await;
    assert_eq!(first(&draft), "There is nobody there to write to besides you.");
    let morning = world.advance_to("2026-12-02 08:30").await;
    let digests: Vec<_> = morning.iter().filter(|sent| sent.contains("Your day in")).collect();
    assert!(digests.iter().all(|sent| sent.starts_with("[@ana]")), "{morning:?}");
    assert_eq!(digests.len(), 1, "{morning:?}");
}

#[tokio::test]
async fn a_quorum_is_so_many_people() {
    let mut world = asked("quorum:3").await;
    all_vote(&mut world, &[("ana", "tacos"), ("ben", "abstain")]).await;
    let shown = world.say("ana", "poll show P1").await;
    assert!(
        shown.contains("2 of 4 voted, 1 of them abstaining · 3 must vote"),
        "{shown}"
    );
    let closed = world.say("ana", "poll close P1").await;
    assert!(
        closed.contains("2 voted and 3 must: nothing is decided.") || closed.contains("nothing is decided"),
        "{closed}"
    );
    world.say("ana", "undo").await;
    all_vote(&mut world, &[("cleo", "tacos")]).await;
    let closed = world.say("ana", "poll close P1").await;
    assert!(closed.contains("Tacos wins with 2 of 3."), "{closed}");
}

#[tokio::test]
async fn a_quorum_by_share_counts_a_part_of_a_person_as_one_more() {
    let mut world = asked("quorum:51%").await;
    all_vote(&mut world, &[("ana", "tacos"), ("ben", "tacos")]).await;
    let closed = world.say("ana", "poll close P1").await;
    assert!(
        closed.contains("3 must vote") && closed.contains("nothing is decided"),
        "{closed}"
    );
    let mut world = asked("quorum:50%").await;
    all_vote(&mut world, &[("ana", "tacos"), ("ben", "tacos")]).await;
    let closed = world.say("ana", "poll close P1").await;
    assert!(closed.contains("Tacos wins with 2 of 2."), "{closed}");
}

#[tokio::test]
async fn exactly_the_share_passes_and_abstentions_are_not_in_it() {
    let mut world = asked("pass:60%").await;
    let votes = [
        ("ana", "tacos"),
        ("ben", "tacos"),
        ("cleo", "tacos"),
        ("dev", "pizza"),
        ("eva", "pizza"),
    ];
    all_vote(&mut world, &votes).await;
    all_vote(&mut world, &[("fay", "abstain")]).await;
    let closed = world.say("ana", "poll close P1").await;
    assert!(closed.contains("Tacos wins with 3 of 6."), "{closed}");
    world.say("ana", "undo").await;
    all_vote(&mut world, &[("fay", "pizza")]).await;
    let closed = world.say("ana", "poll close P1").await;
    assert!(!closed.contains("wins"), "{closed}");
    world.say("ana", "undo").await;
    all_vote(&mut world, &[("fay", "tacos"), ("ana", "pizza")]).await;
    let closed = world.say("ana", "poll close P1").await;
    assert!(!closed.contains("wins"), "{closed}");
}

#[tokio::test]
async fn below_the_share_nothing_is_decided() {
    let mut world = asked("pass:60%").await;
    all_vote(
        &mut world,
        &[
            ("ana", "tacos"),
            ("ben", "tacos"),
            ("cleo", "pizza"),
            ("dev", "pizza"),
            ("eva", "tacos"),
        ],
    )
    .await;
    all_vote(&mut world, &[("fay", "pizza"), ("gil", "tacos")]).await;
    let closed = world.say("ana", "poll close P1").await;
    assert!(
        closed.contains("Tacos is in front with 4 and needed 5: nothing is decided."),
        "{closed}"
    );
}

#[tokio::test]
async fn none_of_these_is_an_option_that_decides_nothing() {
    let mut world = asked("none:yes").await;
    all_vote(&mut world, &[("ana", "none of these"), ("ben", "3"), ("cleo", "pizza")]).await;
    let closed = world.say("ana", "poll close P1").await;
    assert!(
        closed.contains("None of these wins with 2 of 3: nothing is decided."),
        "{closed}"
    );
}

#[tokio::test]
async fn terms_that_are_none_are_asked_about() {
    let mut world = group().await;
    for (terms, refusal) in [
        ("quorum:half", "\"half\" is no quorum"),
        ("pass:101%", "\"101%\" is no share"),
        ("who:nonvoters:P1", "Who may vote is fixed when a poll opens"),
    ] {
        let asked = world.say("ana", &format!("poll new Tea? yes, no {terms}")).await;
        assert!(first(&asked).starts_with(refusal), "{terms}: {asked}");
    }
}

#[tokio::test]
async fn where_every_vote_counts_for_the_turnout_abstaining_has_a_button() {
    let mut world = asked("who:everyone").await;
    let shown = world.say("ana", "poll show P1").await;
    assert!(shown.contains("░░░░░░░░░░ 0 of 4 voted"), "{shown}");
    assert!(shown.contains("Pizza · Tacos · Abstain "), "{shown}");
    let token = match world.card("ben", "poll show P1").await.blocks.pop() {
        Some(Block::Actions(actions)) => actions.buttons[2].token.clone(),
        other => panic!("no buttons: {other:?}"),
    };
    let answer = world.press("ben", &token).await;
    assert!(answer.starts_with("Your vote: abstention."), "{answer}");
    let shown = world.say("ana", "poll show P1").await;
    assert!(
        shown.contains("██░░░░░░░░ 1 of 4 voted, 1 of them abstaining"),
        "{shown}"
    );
}

#[tokio::test]
async fn nobody_is_offered_to_abstain_where_it_says_nothing_or_names_an_option() {
    let mut world = group().await;
    let quick = world.say("ana", "poll new Pizza or tacos?").await;
    assert!(!quick.contains("Abstain"), "{quick}");
    let named = world
        .say("ana", "poll new How do we vote? For, Against, Abstain quorum:2")
        .await;
    assert!(named.contains("For · Against · Abstain  "), "{named}");
}

#[tokio::test]
async fn shortly_before_it_closes_the_turnout_is_drawn_and_nothing_of_the_votes() {
    let mut poll = a_poll(GroupId(Uuid::nil()), 1);
    let voice = Voice {
        language: Language::English,
        zone: Zone::utc(),
        now: poll.opened_at,
    };
    let drawn = |poll: &Poll, electorate| {
        let secret = |number| SecretBallot {
            chosen: vec![number],
            receipt: None,
        };
        let counted = tally(poll, electorate, &[1, 2].map(secret));
        let card = card::closes_soon(poll, &counted, &voice, Line::default());
        card.blocks.into_iter().find_map(|block| match block {
            Block::Picture(picture) => Some(picture),
            _ => None,
        })
    };
    assert_eq!(drawn(&poll, None), None);
    "What shall we eat?".clone_into(&mut poll.question);
    poll.terms.quorum = Quorum::read("3");
    let picture = drawn(&poll, Some(4)).unwrap();
    assert!(picture.alt.contains("2 of 4 voted; 3 must vote."), "{}", picture.alt);
    for option in &poll.options {
        assert!(!picture.texts().any(|text| text.contains(option)), "{picture:?}");
    }
}
