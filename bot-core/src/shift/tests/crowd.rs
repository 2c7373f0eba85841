//! Many at once.

use std::collections::BTreeSet;

use crate::app::App;
use crate::reply::plain;
use crate::surface::{Content, Inbound};
use crate::testing::World;
use crate::testing::world::answered;

const CLAIMERS: u32 = 64;
const ROUNDS: u32 = 20;

async fn handle(app: App, inbound: Inbound) -> String {
    plain::render(&answered(&app, &inbound).await.card)
}

fn place_on_the_list(answer: &str) -> Option<u32> {
    let rest = answer.strip_prefix("S1 is full. You are ")?;
    let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
    digits.parse().ok()
}

#[tokio::test(flavor = "multi_thread")]
async fn of_sixty_four_who_claim_the_last_seat_one_has_it_and_the_others_are_queued() {
    for round in 0..ROUNDS {
        let mut world = World::memory();
        world.say("Ana", "shift add Canvass sat 10am needs:1").await;
        let claims: Vec<_> = (0..CLAIMERS)
            .map(|n| {
                let text = Content::Typed("shift claim S1".to_owned());
                let inbound = world.inbound(&format!("member {n}"), "main".to_owned(), false, text);
                tokio::spawn(handle(world.app().clone(), inbound))
            })
            .collect();
        let mut answers = Vec::new();
        for claim in claims {
            answers.push(claim.await.unwrap());
        }
        let is_in = |answer: &&String| answer.starts_with("You are in S1, Canvass.");
        assert_eq!(answers.iter().filter(is_in).count(), 1, "round {round}");
        let places: Vec<_> = answers.iter().filter_map(|answer| place_on_the_list(answer)).collect();
        assert_eq!(places.len(), 63, "round {round}: everyone else is told");
        let distinct: BTreeSet<u32> = places.into_iter().collect();
        assert_eq!(distinct, (1..=63).collect(), "round {round}");
        let card = world.say("Ana", "shift show S1").await;
        assert!(card.contains("\n1 of 1 · full\n"), "{card}");
    }
}
