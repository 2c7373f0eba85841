//! Many people, some at a time.

use std::collections::BTreeSet;

use super::ward;
use crate::broadcast::due::AT_A_TIME;
use crate::ids::PersonId;
use crate::people::{Account, Membership, Person, Role};
use crate::surface::Platform;
use crate::testing::World;

/// So many more people in the group, who all agreed to private messages.
async fn crowd(world: &mut World, people: u32) {
    let mut unit = world.app().store().begin().await.unwrap();
    let group = unit.groups().await.unwrap().remove(0);
    let ana = unit.members(group.id).await.unwrap().remove(0);
    let model = unit.person(ana.person).await.unwrap().unwrap();
    let entry = unit.membership(group.id, ana.person).await.unwrap().unwrap();
    for n in 0..people {
        let id = PersonId(uuid::Uuid::from_u128(u128::from(n) << 64 | 7));
        let name = format!("p{n}");
        let person = Person {
            id,
            name: name.clone(),
            ..model.clone()
        };
        unit.save_person(&person).await.unwrap();
        let account = Account {
            platform: Platform::Console,
            account: name.clone(),
            person: id,
            name,
            handle: None,
            seen_at: entry.joined_at,
        };
        unit.save_account(&account).await.unwrap();
        let membership = Membership {
            person: id,
            role: Role::Member,
            ..entry.clone()
        };
        unit.save_membership(&membership).await.unwrap();
    }
    unit.commit().await.unwrap();
}

#[tokio::test]
async fn each_unit_of_work_writes_to_some_and_everybody_gets_it_once() {
    let mut world = ward().await;
    crowd(&mut world, 2 * AT_A_TIME).await;
    let draft = world.say("ana", "broadcast everyone Hello").await;
    assert!(draft.contains("403 people besides its author"), "{draft}");
    world.say("ana", "broadcast send B1").await;
    assert_eq!(world.app().tick(1).await.unwrap(), 1);
    let waiting = world
        .app()
        .store()
        .read()
        .await
        .unwrap()
        .unsettled_messages()
        .await
        .unwrap();
    assert_eq!(waiting.len(), AT_A_TIME as usize, "no more in one unit of work");
    let shown = world.say("ana", "broadcast show B1").await;
    assert!(
        shown.contains("Reached 0 of 403 so far · 403 are on their way"),
        "{shown}"
    );
    let sent = world.post().await;
    let to: BTreeSet<&str> = sent.iter().filter_map(|sent| sent.split(']').next()).collect();
    assert_eq!(sent.len(), 403, "402 copies and the report");
    assert_eq!(to.len(), 403, "nobody got two");
    assert!(
        sent.last()
            .unwrap()
            .contains("Reached 402 of 403 · 1 never pressed Start (dev)"),
        "{:?}",
        sent.last()
    );
    assert_eq!(world.advance("2d").await, Vec::<String>::new());
}

#[tokio::test]
async fn a_stop_in_the_middle_takes_away_what_was_not_tried_and_counts_the_rest() {
    let mut world = ward().await;
    crowd(&mut world, 2 * AT_A_TIME).await;
    world.say("ana", "broadcast everyone Hello").await;
    world.say("ana", "broadcast send B1").await;
    world.app().tick(1).await.unwrap();
    let stopped = world.say("ana", "broadcast stop B1").await;
    assert!(stopped.contains("Reached 0 of 403 · 403 were not sent"), "{stopped}");
    assert_eq!(world.post().await, Vec::<String>::new());
}
