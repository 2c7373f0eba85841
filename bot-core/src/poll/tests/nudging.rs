//! The one word to those who have not voted.

use std::sync::Arc;

use super::{first, group_in};
use crate::testing::{MemoryStore, World};

/// What Cleo is sent of P1, which Ben asked.
const TO_CLEO: &str = "\
[@cleo] P1 · Pizza or tacos?                  open until Fri 4 Dec, 18:00 New York time
You have not voted yet. I remind you this once.
everyone here can see who chose what
Pizza · Tacos                         or type: poll vote P1 tacos";

/// A group whose members agreed to private messages, but for Dev, with P1, asked by Ben.
async fn asked(terms: &str) -> World {
    asked_in(World::memory(), terms).await
}

/// The same in that world.
async fn asked_in(world: World, terms: &str) -> World {
    let mut world = group_in(world).await;
    for name in ["ana", "ben", "cleo"] {
        world.private(name, "me").await;
    }
    let new = format!("poll new Pizza or tacos? Pizza, Tacos {terms}");
    world.say("ben", &new).await;
    world
}

/// Who was written to in private.
fn readers(sent: &[String]) -> Vec<&str> {
    let private = sent.iter().filter_map(|message| message.strip_prefix("[@"));
    private.filter_map(|message| message.split(']').next()).collect()
}

#[tokio::test]
async fn those_without_a_vote_are_written_to_once_and_nobody_is_named() {
    let mut world = asked("until:fri 18:00").await;
    for name in ["ana", "ben"] {
        world.say(name, "poll vote P1 tacos").await;
    }
    assert_eq!(
        world.say("ben", "poll nudge P1").await,
        "I'm writing to 1 person who has not voted. 1 person cannot be written to: no private messages, a pause, or quiet \
         hours until it closes."
    );
    assert_eq!(world.post().await, [TO_CLEO]);
    assert_eq!(
        world.say("ana", "poll nudge P1").await,
        "Those who had not voted in P1 were written to already, Tue 1 Dec, 09:00 New York time. That is done once.\nType: \
         poll show P1"
    );
    assert_eq!(readers(&world.advance_to("2026-12-04 18:00").await), [""; 0]);
}

#[tokio::test]
async fn captains_and_whoever_asked_have_people_reminded_and_nobody_else() {
    let mut world = asked("until:fri 18:00").await;
    assert_eq!(
        world.say("cleo", "poll nudge P1").await,
        "Whoever asked P1, and captains, can have those reminded who have not voted.\nType: poll show P1"
    );
    let nudged = world.say("ana", "poll nudge P1").await;
    assert!(nudged.starts_with("I'm writing to 3 people"), "{nudged}");
    let undone = world.say("ana", "undo").await;
    assert!(
        first(&undone).starts_with("Your last act cannot be taken back."),
        "{undone}"
    );
}

#[tokio::test]
async fn only_those_who_may_vote_are_written_to() {
    let mut world = asked("until:fri 18:00 who:captains").await;
    let nudged = world.say("ben", "poll nudge P1").await;
    assert_eq!(nudged, "I'm writing to 1 person who has not voted.");
    assert_eq!(readers(&world.post().await), ["ana"]);
}

#[tokio::test]
async fn nobody_is_written_to_where_all_have_voted_or_cannot_be() {
    let mut world = asked("until:fri 18:00").await;
    for name in ["ana", "ben", "cleo"] {
        world.say(name, "poll vote P1 tacos").await;
    }
    let nobody = world.say("ben", "poll nudge P1").await;
    assert!(
        nobody.starts_with("1 person has not voted in P1, and cannot be written to:"),
        "{nobody}"
    );
    world.say("dev", "poll vote P1 tacos").await;
    assert_eq!(
        first(&world.say("ben", "poll nudge P1").await),
        "Everybody who may vote in P1 has voted."
    );
    world.say("dev", "undo").await;
    world.private("dev", "me").await;
    let nudged = world.say("ben", "poll nudge P1").await;
    assert_eq!(
        nudged, "I'm writing to 1 person who has not voted.",
        "the one time is not used up"
    );
}

#[tokio::test]
async fn quiet_hours_hold_it_until_morning_and_a_pause_drops_it() {
    let mut world = asked("until:fri 18:00").await;
    world.private("cleo", "me quiet 21:00-08:00").await;
    world.private("ana", "me pause").await;
    world.say("ben", "poll vote P1 tacos").await;
    world.at("2026-12-01 22:00");
    let nudged = world.say("ben", "poll nudge P1").await;
    assert!(
        nudged.starts_with("1 person hears it when their quiet hours are over. 2 people cannot"),
        "{nudged}"
    );
    let heard = world.advance_to("2026-12-02 08:00").await;
    assert_eq!(readers(&heard), ["cleo"]);
    assert!(
        heard[0].contains("I kept this until your quiet hours were over."),
        "{heard:?}"
    );
}

#[tokio::test]
async fn whoever_votes_or_goes_meanwhile_hears_nothing() {
    let mut world = asked("until:fri 18:00 who:everyone").await;
    for name in ["ana", "ben", "cleo"] {
        world.private(name, "me quiet 21:00-08:00").await;
    }
    world.at("2026-12-01 22:00");
    let nudged = world.say("ana", "poll nudge P1").await;
    assert!(nudged.starts_with("3 people hear it when"), "{nudged}");
    world.say("cleo", "poll vote P1 tacos").await;
    world.say("ben", "group leave yes").await;
    assert_eq!(readers(&world.advance_to("2026-12-02 09:00").await), ["ana"]);
}

#[tokio::test]
async fn quiet_hours_until_the_closing_are_not_broken() {
    let mut world = asked("until:\"tue 23:00\"").await;
    for name in ["ana", "ben", "cleo"] {
        world.private(name, "me quiet 21:00-08:00").await;
    }
    world.at("2026-12-01 21:30");
    let nobody = world.say("ben", "poll nudge P1").await;
    assert!(
        nobody.starts_with("4 people have not voted in P1, and none of them"),
        "{nobody}"
    );
    assert_eq!(readers(&world.advance_to("2026-12-02 09:00").await), [""; 0]);
}

#[tokio::test]
async fn what_is_held_outlives_a_later_closing_time_and_not_the_closing() {
    let mut world = asked("until:fri 18:00").await;
    for name in ["ana", "cleo"] {
        world.private(name, "me quiet 21:00-08:00").await;
    }
    world.say("ben", "poll vote P1 tacos").await;
    world.at("2026-12-01 22:00");
    world.say("ben", "poll nudge P1").await;
    world.say("ben", "poll extend P1 sat 18:00").await;
    world.say("ben", "undo").await;
    world.say("ben", "poll extend P1 sat 18:00").await;
    let mut heard = world.advance_to("2026-12-02 09:00").await;
    heard.sort();
    assert_eq!(readers(&heard), ["ana", "cleo"]);
    assert!(heard[1].contains("open until Sat 5 Dec, 18:00"), "{heard:?}");

    let mut world = asked("until:fri 18:00").await;
    world.private("cleo", "me quiet 21:00-08:00").await;
    world.at("2026-12-01 22:00");
    world.say("ben", "poll nudge P1").await;
    world.say("ben", "poll close P1").await;
    assert_eq!(readers(&world.advance_to("2026-12-02 09:00").await), [""; 0]);
}

#[tokio::test]
async fn a_fixed_electorate_is_reminded_a_day_before_a_long_poll_closes() {
    let mut world = asked("until:fri 18:00 who:everyone").await;
    world.say("ana", "poll vote P1 tacos").await;
    assert_eq!(readers(&world.advance_to("2026-12-03 17:59").await), [""; 0]);
    let mut heard = world.advance_to("2026-12-03 18:00").await;
    heard.sort();
    assert_eq!(readers(&heard), ["ben", "cleo"]);
    let with_abstain = TO_CLEO.replace("Pizza · Tacos          ", "Pizza · Tacos · Abstain");
    assert_eq!(heard[1], with_abstain);
    let refused = world.say("ben", "poll nudge P1").await;
    assert!(
        refused.starts_with("Those who had not voted in P1 were written to already, Thu 3 Dec"),
        "{refused}"
    );
    assert_eq!(readers(&world.advance_to("2026-12-04 18:00").await), [""; 0]);
}

#[tokio::test]
async fn a_fixed_electorate_is_reminded_an_hour_before_a_short_poll_closes() {
    let mut world = asked("quorum:2 until:\"wed 18:00\"").await;
    assert_eq!(readers(&world.advance_to("2026-12-02 16:59").await), [""; 0]);
    let mut heard = world.advance_to("2026-12-02 17:00").await;
    heard.retain(|message| message.starts_with("[@"));
    heard.sort();
    assert_eq!(readers(&heard), ["ana", "ben", "cleo"]);
}

#[tokio::test]
async fn a_poll_without_a_fixed_electorate_or_one_that_was_nudged_reminds_nobody_by_itself() {
    let mut world = asked("until:fri 18:00").await;
    assert_eq!(readers(&world.advance_to("2026-12-04 18:00").await), [""; 0]);
    let mut world = asked("until:fri 18:00 who:everyone").await;
    world.say("ben", "poll nudge P1").await;
    assert_eq!(world.post().await.len(), 3);
    assert_eq!(readers(&world.advance_to("2026-12-04 18:00").await), [""; 0]);
}

#[tokio::test]
async fn the_clock_reminds_late_after_a_time_down_and_not_after_the_closing() {
    let mut world = asked("until:fri 18:00 who:everyone").await;
    let mut heard = world.sleep_through("3d1h").await;
    heard.sort();
    assert_eq!(
        readers(&heard),
        [""; 0]
            .as_slice()
            .iter()
            .copied()
            .chain(["ana", "ben", "cleo"])
            .collect::<Vec<_>>()
    );
    let mut world = asked("until:fri 18:00 who:everyone").await;
    assert_eq!(readers(&world.sleep_through("4d").await), [""; 0]);
}

#[tokio::test]
async fn of_a_secret_poll_nothing_says_afterwards_who_was_reminded() {
    let store = MemoryStore::default();
    let mut world = asked_in(
        World::on(Arc::new(store.clone())),
        "until:fri 18:00 who:everyone secret:yes",
    )
    .await;
    world.private("ana", "poll vote P1 tacos").await;
    let nudged = world.say("ben", "poll nudge P1").await;
    assert!(
        nudged.starts_with("I'm writing to 2 people who have not voted."),
        "{nudged}"
    );
    let heard = world.post().await;
    let mut to = readers(&heard);
    to.sort_unstable();
    assert_eq!(to, ["ben", "cleo"]);
    assert!(
        heard[0].contains("Pizza · Tacos") && heard[0].contains("secret: nobody in the group sees"),
        "{heard:?}"
    );
    assert!(tells_of_a_nudge(&store));
    world.advance_to("2026-12-04 18:00").await;
    assert!(!tells_of_a_nudge(&store));
}

#[tokio::test]
async fn a_reminder_of_a_secret_poll_that_still_waits_at_the_closing_is_never_sent() {
    let store = MemoryStore::default();
    let mut world = asked_in(World::on(Arc::new(store.clone())), "until:fri 18:00 secret:yes").await;
    for name in ["ana", "ben", "cleo"] {
        world.private(name, "me quiet 21:00-08:00").await;
    }
    world.at("2026-12-01 22:00");
    world.say("ben", "poll nudge P1").await;
    assert!(tells_of_a_nudge(&store));
    world.say("ben", "poll close P1 sure:yes").await;
    assert_eq!(readers(&world.advance_to("2026-12-02 09:00").await), [""; 0]);
    assert!(!tells_of_a_nudge(&store));
}

/// Whether the store can still tell who had not voted: by a message, or by a line of the agenda.
fn tells_of_a_nudge(store: &MemoryStore) -> bool {
    let rows = format!("{store:?}");
    ["nudge/", "act: Nudge", "act: Held"]
        .iter()
        .any(|trace| rows.contains(trace))
}

#[tokio::test]
async fn a_reminder_reads_in_spanish() {
    let mut world = asked("until:fri 18:00").await;
    world.say("ana", "group set language es").await;
    let nudged = world.say("ana", "poll nudge P1").await;
    assert!(
        nudged.starts_with("Escribo a 3 personas que no han votado. A 1 persona no se le puede"),
        "{nudged}"
    );
    let heard = world.post().await;
    assert!(
        heard[0].contains("Aún no has votado. Te lo recuerdo solo esta vez."),
        "{heard:?}"
    );
}
