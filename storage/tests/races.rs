//! What two people do at the same moment on PostgreSQL, and where it matters on SQLite, ends as if one had come after the other.

#![expect(
    clippy::unwrap_used,
    reason = "a test that cannot go on panics; that is how it fails"
)]

use std::sync::Arc;

use muster_core::app::{App, Attempted};
use muster_core::chrono::TimeDelta;
use muster_core::delivery::After;
use muster_core::people::Role;
use muster_core::reply::plain;
use muster_core::store::{Lease, OutboxKind, OutboxState, Store, UnitOfWork};
use muster_core::surface::{Content, Inbound, Platform, Standing};
use muster_core::testing::World;
use muster_core::testing::contract::fixtures::{at, id, person};
use muster_core::testing::world::answered;
use muster_storage::SqliteStore;
use muster_test_servers::postgres::{self, TestDatabase};
use muster_test_servers::scratch;

/// How often each race is run: a lost update shows up within a few.
const ROUNDS: usize = 12;

async fn world() -> (World, Arc<dyn Store>, TestDatabase) {
    let (store, database) = postgres::fresh().await;
    let store: Arc<dyn Store> = Arc::new(store);
    (World::on(store.clone()), store, database)
}

/// Carries events out all at once; the answers in the order of the events.
async fn at_once(app: &App, events: Vec<Inbound>) -> Vec<String> {
    let acts: Vec<_> = events
        .into_iter()
        .map(|event| {
            let app = app.clone();
            tokio::spawn(async move { plain::render(&answered(&app, &event).await.card) })
        })
        .collect();
    let mut answers = Vec::new();
    for act in acts {
        answers.push(act.await.unwrap());
    }
    answers
}

fn typed(world: &mut World, name: &str, text: &str) -> Inbound {
    world.inbound(name, "main".to_owned(), false, Content::Typed(text.to_owned()))
}

async fn reading(store: &Arc<dyn Store>) -> Box<dyn UnitOfWork> {
    store.read().await.unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn two_who_claim_a_task_do_not_both_have_it() {
    let (mut world, _store, _database) = world().await;
    for task in 1..=ROUNDS {
        world.say("ana", "task add Print flyers").await;
        let claims = ["ben", "cleo", "dev"].map(|name| typed(&mut world, name, &format!("task claim T{task}")));
        let answers = at_once(world.app(), claims.into()).await;
        let refused = answers
            .iter()
            .filter(|answer| answer.contains("task list open"))
            .count();
        assert_eq!(refused, 2, "{answers:#?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_counted_at_the_closing_is_what_was_answered() {
    let (mut world, store, _database) = world().await;
    for poll in 1..=ROUNDS {
        world.say("ana", "poll new Lunch? pizza, tacos").await;
        let voters = ["ben", "cleo", "dev", "eva", "fay"];
        let mut events: Vec<_> = voters
            .map(|name| typed(&mut world, name, &format!("poll vote P{poll} pizza")))
            .into();
        events.insert(2, typed(&mut world, "ana", &format!("poll close P{poll}")));
        let answers = at_once(world.app(), events).await;
        let refused = answers.iter().filter(|answer| answer.contains("poll show P")).count();
        let mut unit = reading(&store).await;
        let group = unit.place(Platform::Console, "console").await.unwrap().unwrap().group;
        let number = u32::try_from(poll).unwrap();
        let id = unit.poll_by_number(group, number).await.unwrap().unwrap().id;
        let ballots = unit.ballots(group, id).await.unwrap().len();
        assert_eq!(ballots + refused, voters.len(), "{answers:#?}");
        tells(&answers[2], ballots);
    }
}

/// What the room is told of a poll in which everybody chose the same is what was counted.
fn tells(closing: &str, counted: usize) {
    let wins = format!("pizza wins with {counted} of {counted}.");
    assert!(
        closing.contains(&wins) || counted == 0,
        "{counted} are counted: {closing}"
    );
}

/// Votes in a secret poll and its closing at once: each vote is counted or refused, and nothing is left that links any.
async fn secret_votes_are_counted_or_refused(mut world: World) {
    let store = world.app().store().clone();
    for poll in 1..=ROUNDS {
        world.say("ana", "poll new Lunch? pizza, tacos secret:yes").await;
        let voters = ["ben", "cleo", "dev", "eva", "fay"];
        let mut events: Vec<_> = voters
            .map(|name| {
                let vote = Content::Typed(format!("poll vote P{poll} pizza"));
                world.inbound(name, format!("@{name}"), true, vote)
            })
            .into();
        events.insert(2, typed(&mut world, "ana", &format!("poll close P{poll} sure:yes")));
        let mut answers = at_once(world.app(), events).await;
        world.post().await;
        let closing = answers.remove(2);
        let counted = answers.iter().filter(|answer| answer.contains("Your vote:")).count();
        let refused = answers.iter().filter(|answer| answer.contains("poll show P")).count();
        assert_eq!(counted + refused, voters.len(), "{answers:#?}");
        let mut unit = reading(&store).await;
        let group = unit.place(Platform::Console, "console").await.unwrap().unwrap().group;
        let number = u32::try_from(poll).unwrap();
        let id = unit.poll_by_number(group, number).await.unwrap().unwrap().id;
        let left = unit.unlinked_ballots(group, id).await.unwrap();
        assert_eq!(left.len(), counted, "{closing}: {answers:#?}");
        tells(&closing, counted);
        assert_eq!(
            unit.secret_ballots(group, id).await.unwrap().len(),
            counted,
            "none is sealed"
        );
        assert!(unit.poll_key(group, id).await.unwrap().is_none());
        drop(unit);
        let mut unit = store.begin().await.unwrap();
        assert_eq!(
            unit.purge_votes(group, id).await.unwrap(),
            [],
            "no event of a vote is left"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_secret_vote_is_counted_or_refused_on_postgres() {
    let (mut world, _store, _database) = world().await;
    everybody_is_there(&mut world).await;
    secret_votes_are_counted_or_refused(world).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_secret_vote_is_counted_or_refused_on_sqlite() {
    let folder = scratch::folder();
    let store = SqliteStore::open(folder.path().join("muster.db")).await.unwrap();
    store.migrate().await.unwrap();
    let mut world = World::on(Arc::new(store));
    everybody_is_there(&mut world).await;
    secret_votes_are_counted_or_refused(world).await;
}

/// In private the bot knows only who has been in a room of the group.
async fn everybody_is_there(world: &mut World) {
    for name in ["ana", "ben", "cleo", "dev", "eva", "fay"] {
        world.say(name, "poll list").await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn two_organizers_who_demote_each_other_leave_one() {
    let (mut world, store, _database) = world().await;
    world.say("ana", "team list").await;
    world.say("ben", "team list").await;
    for _ in 0..ROUNDS {
        let mut unit = reading(&store).await;
        let group = unit.place(Platform::Console, "console").await.unwrap().unwrap().group;
        let members = unit.members(group).await.unwrap();
        drop(unit);
        let organizer = members.iter().find(|member| member.role == Role::Organizer);
        let organizer = &organizer.expect("somebody is an organizer").name.clone();
        for name in ["ana", "ben"] {
            world.say(organizer, &format!("group role {name} organizer")).await;
        }
        let demotions = [
            typed(&mut world, "ana", "group role ben member"),
            typed(&mut world, "ben", "group role ana member"),
        ];
        let answers = at_once(world.app(), demotions.into()).await;
        let members = reading(&store).await.members(group).await.unwrap();
        let organizers = members.iter().filter(|member| member.role == Role::Organizer).count();
        assert_eq!(organizers, 1, "{answers:#?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_first_acts_of_an_account_make_one_person() {
    let (mut world, store, _database) = world().await;
    world.say("ana", "team list").await;
    for round in 0..ROUNDS {
        let name = format!("new{round}");
        let acts: Vec<_> = (0..6).map(|_| typed(&mut world, &name, "team list")).collect();
        at_once(world.app(), acts).await;
        let mut unit = reading(&store).await;
        let group = unit.place(Platform::Console, "console").await.unwrap().unwrap().group;
        let members = unit.members(group).await.unwrap();
        let entered = members.iter().filter(|member| member.name == name).count();
        assert_eq!(entered, 1, "{name}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn two_first_commands_in_a_new_place_found_one_group() {
    let (mut world, store, _database) = world().await;
    for round in 0..ROUNDS {
        let place = format!("place{round}");
        let events = ["ana", "ben"].map(|name| {
            let mut event = typed(&mut world, name, "team list");
            event.room.place.clone_from(&place);
            event.author.standing = Standing::Administrator;
            event
        });
        let answers = at_once(world.app(), events.into()).await;
        let mut unit = reading(&store).await;
        let group = unit.place(Platform::Console, &place).await.unwrap().unwrap().group;
        let members = unit.members(group).await.unwrap();
        let mut roles: Vec<Role> = members.iter().map(|member| member.role).collect();
        roles.sort();
        assert_eq!(roles, [Role::Member, Role::Organizer], "{answers:#?}");
        let ana = unit.account(Platform::Console, "ana").await.unwrap().unwrap().person;
        assert_eq!(unit.groups_of(ana).await.unwrap().len(), round + 1);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_event_that_two_nodes_get_is_carried_out_once() {
    let (mut world, store, _database) = world().await;
    world.say("ana", "team list").await;
    for round in 1..=ROUNDS {
        let event = typed(&mut world, "ana", "task add Print flyers");
        let lease = || muster_core::app::Lease {
            owner: "node",
            until: at(1_000_000),
        };
        let app = world.app();
        let (one, other) = tokio::join!(app.handle(&event, lease()), app.handle(&event, lease()));
        one.unwrap();
        other.unwrap();
        let mut unit = reading(&store).await;
        let group = unit.place(Platform::Console, "console").await.unwrap().unwrap().group;
        assert_eq!(unit.open_tasks(group).await.unwrap().len(), round);
    }
}

#[tokio::test]
async fn showing_never_waits_for_who_changes() {
    let (store, _database) = postgres::fresh().await;
    let ana = person(1, "Ana");
    let mut unit = store.begin().await.unwrap();
    unit.save_person(&ana).await.unwrap();
    unit.commit().await.unwrap();
    let mut changing = store.begin().await.unwrap();
    let held = changing.person_for_update(ana.id).await.unwrap();
    assert_eq!(store.read().await.unwrap().person(ana.id).await.unwrap(), held);
    // Also where it is shown in a unit that writes something else.
    let mut other = store.begin().await.unwrap();
    assert_eq!(other.person(ana.id).await.unwrap(), held);
    other.save_person(&person(2, "Ben")).await.unwrap();
    other.commit().await.unwrap();
    changing.commit().await.unwrap();
    assert!(
        store
            .read()
            .await
            .unwrap()
            .person(muster_core::ids::PersonId(id(2)))
            .await
            .unwrap()
            .is_some()
    );
}

/// The copies of a broadcast settle at the same moment: it ends once, whoever was the last.
async fn a_broadcast_ends_once(mut world: World) {
    let store = world.app().store().clone();
    let names = ["ben", "cleo", "dev", "eva", "fay", "gil"];
    world.say("ana", "team list").await;
    for name in names {
        world.private(name, "me").await;
        world.say(name, "team list").await;
    }
    for number in 1..=ROUNDS {
        world.say("ana", "broadcast everyone Hello").await;
        world.say("ana", &format!("broadcast send B{number}")).await;
        while world.app().tick(100).await.unwrap() > 0 {}
        let hold = Lease {
            owner: "node",
            until: world.app().clock().now() + TimeDelta::minutes(9),
        };
        let mut unit = store.begin().await.unwrap();
        let copies = unit
            .lease(
                Platform::Console,
                OutboxKind::Broadcast,
                hold,
                world.app().clock().now(),
                99,
            )
            .await
            .unwrap();
        unit.commit().await.unwrap();
        assert_eq!(copies.len(), names.len());
        let settled: Vec<_> = copies
            .into_iter()
            .map(|row| {
                let app = world.app().clone();
                tokio::spawn(async move {
                    let attempted = Attempted {
                        row,
                        after: After::Settled(OutboxState::Delivered),
                        receipt: None,
                        edits: None,
                    };
                    app.settle_attempts("node", &[attempted]).await.unwrap();
                })
            })
            .collect();
        for one in settled {
            one.await.unwrap();
        }
        let told = world.post().await;
        let report = format!("[#main] B{number} · \"Hello\" · finished\nReached 6 of 6\nType: broadcast list");
        assert_eq!(told, [report]);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_broadcast_ends_once_on_postgres() {
    let (world, _store, _database) = world().await;
    a_broadcast_ends_once(world).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_broadcast_ends_once_on_sqlite() {
    let folder = scratch::folder();
    let store = SqliteStore::open(folder.path().join("muster.db")).await.unwrap();
    store.migrate().await.unwrap();
    a_broadcast_ends_once(World::on(Arc::new(store))).await;
}
