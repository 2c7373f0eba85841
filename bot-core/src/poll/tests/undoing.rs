use super::{first, pizza_or_tacos};

#[tokio::test]
async fn a_new_poll_is_taken_back_while_nobody_else_voted() {
    let mut world = pizza_or_tacos().await;
    assert_eq!(
        first(&world.say("ben", "undo").await),
        "P1 is taken back: it is asked no more."
    );
    assert_eq!(
        first(&world.say("cleo", "poll vote P1 pizza").await),
        "P1 was taken back by whoever asked it."
    );
    assert_eq!(world.advance("7d").await, Vec::<String>::new());
}

#[tokio::test]
async fn a_new_poll_with_votes_stays() {
    let mut world = pizza_or_tacos().await;
    world.say("cleo", "poll vote P1 pizza").await;
    assert_eq!(
        world.say("ben", "undo").await,
        "Somebody else has voted in P1, so it cannot be taken back.\nType: poll close P1"
    );
}

#[tokio::test]
async fn an_undone_vote_gives_the_one_before_back() {
    let mut world = pizza_or_tacos().await;
    world.say("cleo", "poll vote P1 pizza").await;
    world.say("cleo", "poll vote P1 tacos").await;
    assert_eq!(
        first(&world.say("cleo", "undo").await),
        "Your vote in P1 is Pizza again."
    );
    world.say("dev", "poll vote P1 tacos").await;
    assert_eq!(first(&world.say("dev", "undo").await), "Your vote in P1 is taken back.");
    let shown = world.say("ana", "poll show P1").await;
    assert!(shown.contains("  Pizza: cleo\n1 voted"), "{shown}");
}

#[tokio::test]
async fn a_vote_stays_once_the_poll_closed() {
    let mut world = pizza_or_tacos().await;
    world.at("2026-12-04 17:55");
    world.say("cleo", "poll vote P1 pizza").await;
    world.at("2026-12-04 18:00");
    let refusal = world.say("cleo", "undo").await;
    assert!(refusal.contains("Pizza wins with 1 of 1."), "{refusal}");
}

#[tokio::test]
async fn a_closed_poll_opens_again_and_closes_at_its_time() {
    let mut world = pizza_or_tacos().await;
    world.say("ben", "poll close P1").await;
    assert_eq!(
        first(&world.say("ben", "undo").await),
        "P1 is open again, until Fri 4 Dec, 18:00 New York time."
    );
    let vote = world.say("cleo", "poll vote P1 pizza").await;
    assert!(vote.starts_with("Your vote: Pizza."), "{vote}");
    let heard = world.advance_to("2026-12-04 18:00").await;
    assert_eq!(heard.len(), 2, "{heard:?}");
}

#[tokio::test]
async fn a_closed_poll_stays_closed_once_its_time_has_passed() {
    let mut world = pizza_or_tacos().await;
    world.at("2026-12-04 17:55");
    world.say("ben", "poll close P1").await;
    world.at("2026-12-04 18:00");
    assert_eq!(
        first(&world.say("ben", "undo").await),
        "Fri 4 Dec, 18:00 New York time has passed, so P1 stays closed. Nobody voted."
    );
}

#[tokio::test]
async fn an_extension_is_taken_back() {
    let mut world = pizza_or_tacos().await;
    world.say("ben", "poll extend P1 sat 18:00").await;
    assert_eq!(
        first(&world.say("ben", "undo").await),
        "P1 closes Fri 4 Dec, 18:00 New York time again."
    );
    let heard = world.advance("7d").await;
    assert_eq!(heard.len(), 2, "{heard:?}");
    assert!(heard[1].contains("closed"), "{heard:?}");
}

#[tokio::test]
async fn what_somebody_else_changed_since_is_not_taken_back() {
    let mut world = pizza_or_tacos().await;
    world.say("ben", "poll extend P1 sat 18:00").await;
    world.say("ana", "poll close P1").await;
    let refusal = world.say("ben", "undo").await;
    assert!(refusal.contains("has changed since"), "{refusal}");
}
