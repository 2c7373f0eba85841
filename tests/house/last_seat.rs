//! Many members claim the last seat at once: exactly one has it, every other one is told or queued.

use std::collections::BTreeSet;
use std::sync::Arc;

use muster_core::app::App;
use muster_core::reply::plain;
use muster_core::surface::{Content, Inbound};
use muster_core::testing::World;
use muster_core::testing::world::answered;
use muster_storage::SqliteStore;

const MEMBERS: usize = 64;
const ROUNDS: usize = 200;

async fn answer(app: App, inbound: Inbound) -> String {
    plain::render(&answered(&app, &inbound).await.card)
}

/// The place on the waiting list that an answer tells, as in "You are 2nd on the waiting list".
fn waiting_place(answer: &str) -> Option<&str> {
    answer.split_once(" is full. You are ")?.1.split(' ').next()
}

#[tokio::test(flavor = "multi_thread")]
async fn one_of_64_has_the_last_seat_200_times() {
    let folder = tempfile::tempdir().unwrap();
    let store = SqliteStore::open(folder.path().join("muster.db")).await.unwrap();
    store.migrate().await.unwrap();
    let mut world = World::on(Arc::new(store));
    for round in 1..=ROUNDS {
        world.say("ana", "shift add Canvass sat 10am-1pm needs:1").await;
        let mut claims = Vec::new();
        for member in 0..MEMBERS {
            let typed = Content::Typed(format!("shift claim S{round}"));
            let inbound = world.inbound(&format!("member{member}"), "main".to_owned(), false, typed);
            claims.push(tokio::spawn(answer(world.app().clone(), inbound)));
        }
        let mut places = BTreeSet::new();
        for claim in claims {
            if let Some(place) = waiting_place(&claim.await.unwrap()) {
                assert!(
                    places.insert(place.to_owned()),
                    "round {round}: {place} on the waiting list twice"
                );
            }
        }
        assert_eq!(places.len(), MEMBERS - 1, "round {round}: everyone but one waits");
        let card = world.say("ana", &format!("shift show S{round}")).await;
        let seated = card
            .lines()
            .find_map(|line| line.strip_prefix("In: "))
            .unwrap_or_default();
        assert!(
            seated.starts_with("member") && !seated.contains(','),
            "round {round}: {card}"
        );
    }
}
