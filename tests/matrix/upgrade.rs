//! Rooms that are upgraded: the desk goes on in the room that takes the old one's place, where both rooms say so.

use muster_core::chrono::TimeDelta;
use muster_test_servers::clock::ClockControl;
use muster_test_servers::matrix::{NewRoom, Person, RoomId, Shown, Synapse};
use serde_json::json;

use crate::scene::{Seal, Ward, bot, ends_well};

const WELCOME: &str = "I keep a group's shifts";
const BACK: &str = "I am back. This place belongs to";

/// What somebody gets for a command in a room.
fn reply(person: &Person, room: &RoomId, command: &str) -> Shown {
    let said = person.says(room, command);
    person.wait_until_some(room, "a reply", |room| room.reply_to(&said).cloned())
}

impl Ward {
    fn until_said(&self, room: &RoomId, words: &str) {
        self.ana.wait_until(room, &format!("it says {words:?}"), |room| {
            room.from(&self.muster).any(|shown| shown.body().contains(words))
        });
    }
}

/// How often the bot greets a room as one that it does not know.
fn greetings(person: &Person, room: &RoomId, ward: &Ward) -> usize {
    person.look_at(room, |room| {
        let said = room.from(&ward.muster);
        said.filter(|shown| shown.body().contains(WELCOME)).count()
    })
}

fn monday() -> ClockControl {
    ClockControl::start("2026-11-30T15:00:00Z".parse().unwrap())
}

#[test]
fn everything_of_the_old_room_goes_on_in_the_new_one() {
    for seal in Seal::ALL {
        let clock = monday();
        let ward = Ward::with(seal, |bot| bot.by(&clock));
        let ben = ward.member("ben");
        ward.ana.gives_power(&ward.room, &ward.muster, 50);
        ward.asks(&ward.ana, "!shift add Canvass next sat 10am-1pm needs:2");
        ward.asks(&ben, "!shift claim S1");
        ward.asks(&ward.ana, "!remind here in 2h doors open");

        let new = ward.ana.upgrades(&ward.room, "12");
        // Whoever goes along leaves the old room, and is still a member.
        ben.leaves(&ward.room);
        for user in [ward.muster.id(), ben.id()] {
            ward.ana.invites(&new, user.clone());
        }
        ben.accepts(&new);
        ward.until_said(&new, BACK);
        assert_eq!(greetings(&ward.ana, &new, &ward), 0);

        let board = reply(&ward.ana, &new, "!group board");
        let card = reply(&ward.ana, &new, "!shift show S1");
        assert!(card.body().contains("In: ben"), "{}", card.body());
        reply(&ward.ana, &new, "!shift claim S1");
        ward.ana.wait_until(&new, "the card there follows", |room| {
            room.message(&card.id).is_some_and(|card| card.body().contains("ana"))
        });
        let pinned = ward.ana.state(&new, "m.room.pinned_events", "").unwrap();
        assert_eq!(pinned["pinned"][0], board.id.0.as_str(), "its power came along");
        clock.set(clock.now() + TimeDelta::hours(2));
        ward.until_said(&new, "doors open");
        ward.ends_well();
    }
}

#[test]
fn the_bot_comes_by_itself_where_it_may() {
    let synapse = Synapse::shared();
    let (muster, ana) = (synapse.account("muster"), synapse.person("ana"));
    let run = bot(synapse, &muster).start();
    let open = NewRoom::named("Square").open().with("room_version", "11".into());
    let square = ana.creates(open.inviting(&muster));
    ana.wait_until_with(&square, &muster);
    reply(&ana, &square, "!shift add Canvass next sat 10am-1pm needs:2");
    let new = ana.upgrades(&square, "12");
    ana.wait_until(&new, "the desk is there", |room| {
        room.from(&muster).any(|shown| shown.body().contains(BACK))
    });
    let list = reply(&ana, &new, "!shift list");
    assert!(list.body().contains("S1"), "{}", list.body());
    ends_well(synapse, &muster, run);
}

#[test]
fn what_only_one_of_two_rooms_says_moves_nothing() {
    let ward = Ward::founded(Seal::Plain);
    ward.asks(&ward.ana, "!shift add Canvass next sat 10am-1pm needs:2");
    let zoe = ward.member("zoe");
    let claims = json!({ "predecessor": { "room_id": ward.room.0, "event_id": "$last" } });
    let claimed = NewRoom::named("Claims").with("creation_content", claims);
    let claimed = zoe.creates(claimed.inviting(&ward.muster));
    zoe.wait_until(&claimed, "it is a new place", |room| {
        room.from(&ward.muster).any(|shown| shown.body().contains(WELCOME))
    });
    let square = zoe.creates(NewRoom::named("Square").inviting(&ward.muster));
    zoe.wait_until_with(&square, &ward.muster);
    reply(&zoe, &square, "!group set timezone New York");
    let goes_on = json!({ "body": "it goes on", "replacement_room": ward.room.0 });
    zoe.sets_state(&square, "m.room.tombstone", "", &goes_on);
    let group = reply(&zoe, &square, "!group");
    assert!(group.body().starts_with("Group \"Square\""), "{}", group.body());
    let list = ward.asks(&ward.ana, "!shift list");
    assert!(list.body().contains("S1"), "{}", list.body());
    ward.ends_well();
}

/// A space that has a group, and a hall in it.
fn space(ward: &Ward) -> (RoomId, RoomId) {
    let space = NewRoom::named("Ward 5").with("creation_content", json!({ "type": "m.space" }));
    let space = ward.ana.creates(space.inviting(&ward.muster));
    ward.ana.wait_until_with(&space, &ward.muster);
    let hall = ward.ana.creates(NewRoom::named("Hall"));
    belongs(ward, &hall, &space);
    ward.ana.invites(&hall, &ward.muster);
    ward.ana.wait_until_with(&hall, &ward.muster);
    let founded = reply(&ward.ana, &hall, "!group set timezone New York");
    assert!(founded.body().contains("\"Ward 5\""), "{}", founded.body());
    (space, hall)
}

/// Both say that the room is in the space.
fn belongs(ward: &Ward, room: &RoomId, space: &RoomId) {
    let via = json!({ "via": ["muster.test"] });
    ward.ana.sets_state(room, "m.space.parent", &space.0, &via);
    ward.ana.sets_state(space, "m.space.child", &room.0, &via);
}

#[test]
fn a_room_of_a_space_goes_on_in_it_and_what_is_for_it_follows() {
    let clock = monday();
    let ward = Ward::with(Seal::Plain, |bot| bot.by(&clock));
    let (space, hall) = space(&ward);
    reply(&ward.ana, &hall, "!remind here in 2h doors open");
    let new = ward.ana.upgrades(&hall, "12");
    belongs(&ward, &new, &space);
    ward.ana.invites(&new, &ward.muster);
    ward.until_said(&new, BACK);
    clock.set(clock.now() + TimeDelta::hours(2));
    ward.until_said(&new, "doors open");
    ward.ends_well();
}

#[test]
fn a_space_goes_on_with_its_rooms() {
    let ward = Ward::founded(Seal::Plain);
    let (old, hall) = space(&ward);
    reply(&ward.ana, &hall, "!shift add Canvass next sat 10am-1pm needs:2");
    let new = ward.ana.upgrades(&old, "12");
    ward.ana.invites(&new, &ward.muster);
    ward.ana.wait_until_with(&new, &ward.muster);
    // In a space nothing is said by which it could be told when the bot knows.
    let mut asked = (0..50).map(|_| reply(&ward.ana, &hall, "!shift list"));
    assert!(asked.any(|list| list.body().contains("S1")));
    belongs(&ward, &hall, &new);
    let list = reply(&ward.ana, &hall, "!shift list");
    assert!(list.body().contains("S1"), "{}", list.body());
    ward.ends_well();
}
