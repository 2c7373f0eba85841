//! Where the desk is: rooms that the bot is invited to and sent away from, who may found a group, spaces.

use muster_test_servers::matrix::{NewRoom, Person, RoomId, Shown, Synapse};
use serde_json::json;

use crate::scene::{Seal, Ward, bot, ends_well, in_private, privately};

const WELCOME: &str = "I keep a group's shifts";
const BACK: &str = "I am back. This place belongs to \"Ward 3\"";

#[test]
fn only_those_whom_the_rule_names_bring_the_bot() {
    let synapse = Synapse::shared();
    let (muster, ana, zoe) = (synapse.account("muster"), synapse.person("ana"), synapse.person("zoe"));
    let run = bot(synapse, &muster).with("MUSTER_MATRIX_INVITES", &ana.id().0).start();
    let square = zoe.creates(NewRoom::named("Square").inviting(&muster));
    // What was asked before is answered before.
    for name in ["Ward 3", "Ward 4"] {
        let room = ana.creates(NewRoom::named(name).inviting(&muster));
        ana.wait_until_with(&room, &muster);
    }
    let refused = zoe.state(&square, "m.room.member", &muster.id().0).unwrap();
    assert_eq!(refused["membership"], "leave");
    let reason = refused["reason"].as_str().unwrap_or_default();
    assert!(reason.contains("whom the operator of this bot has named"), "{reason}");
    ends_well(synapse, &muster, run);
}

#[test]
fn a_room_is_greeted_once_and_its_administrators_found_a_group() {
    let synapse = Synapse::shared();
    let (muster, ana) = (synapse.account("muster"), synapse.person("ana"));
    let run = bot(synapse, &muster).start();
    let room = ana.creates(NewRoom::named("Ward 3").inviting(&muster));
    let welcome = ana.wait_until_some(&room, "the welcome", |room| room.from(&muster).next().cloned());
    assert!(welcome.body().contains(WELCOME), "{}", welcome.body());
    let ben = synapse.person("ben");
    ana.invites(&room, &ben);
    ben.accepts(&room);
    ana.gives_power(&room, &ben, 50);
    let asks = |command: &str| reply(&ben, &room, command);
    let refused = asks("!group set timezone New York");
    assert!(refused.body().contains("dministrator"), "{}", refused.body());
    ana.gives_power(&room, &ben, 100);
    let founded = asks("!group set timezone New York");
    assert!(
        founded.body().contains("I founded the group \"Ward 3\""),
        "{}",
        founded.body()
    );
    let greeted = ana.look_at(&room, |room| {
        room.from(&muster)
            .filter(|shown| shown.body().contains(WELCOME))
            .count()
    });
    assert_eq!(greeted, 1);
    ends_well(synapse, &muster, run);
}

#[test]
fn whoever_made_the_room_founds_a_group_with_a_reaction() {
    let synapse = Synapse::shared();
    let (muster, ana) = (synapse.account("muster"), synapse.person("ana"));
    let run = bot(synapse, &muster).start();
    let room = ana.creates(NewRoom::named("Ward 3").encrypted().inviting(&muster));
    let welcome = ana.wait_until_some(&room, "the welcome", |room| room.from(&muster).next().cloned());
    ana.reacts(&room, &welcome.id, "1️⃣");
    ana.wait_until(&room, "the group is founded", |room| {
        room.from(&muster)
            .any(|shown| shown.body().contains("I founded the group \"Ward 3\""))
    });
    ends_well(synapse, &muster, run);
}

#[test]
fn another_room_joins_the_group_by_its_code_when_an_administrator_says_so() {
    let ward = Ward::founded(Seal::Plain);
    ward.asks(&ward.ana, "!shift add Canvass next sat 10am-1pm needs:1");
    ward.ana.says(&ward.room, "!group link");
    let (home, code) = in_private(&ward.ana, &ward.muster, "the code", "group link ");
    let (_, code) = code.body().rsplit_once("group link ").unwrap();
    let zoe = ward.synapse.person("zoe");
    let ben = ward.synapse.person("ben");
    let square = zoe.creates(NewRoom::named("Square").inviting(&ward.muster).inviting(&ben));
    zoe.wait_until_with(&square, &ward.muster);
    ben.accepts(&square);
    zoe.gives_power(&square, &ben, 50);
    ben.says(&square, &format!("!group link {code}"));
    in_private(&ben, &ward.muster, "that he may not", "Only an administrator");
    zoe.says(&square, &format!("!group link {code} yes"));
    in_private(&zoe, &ward.muster, "who has the last word", "confirm");
    ward.ana.says(&home, "group link confirm");
    zoe.wait_until(&square, "the room is told", |room| {
        let mut told = room.from(&ward.muster);
        told.any(|shown| shown.body().contains("belongs to the group \"Ward 3\""))
    });
    let list = reply(&zoe, &square, "!shift list");
    assert!(list.body().contains("S1"), "{}", list.body());
    ward.ends_well();
}

#[test]
fn who_opens_a_private_room_is_told_once_what_can_be_said() {
    for seal in Seal::ALL {
        let synapse = Synapse::shared();
        let (muster, ben) = (synapse.account("muster"), synapse.person("ben"));
        let run = bot(synapse, &muster).start();
        let room = ben.creates(seal.sealing(NewRoom::direct(&muster)));
        let help = ben.wait_until_some(&room, "the help", |room| room.from(&muster).next().cloned());
        assert!(help.body().contains("shift"), "{}", help.body());
        ben.says(&room, "help poll");
        ben.wait_until(&room, "an answer", |room| {
            room.from(&muster).any(|shown| shown.body().contains("poll new"))
        });
        assert_eq!(ben.look_at(&room, |room| room.from(&muster).count()), 2);
        ends_well(synapse, &muster, run);
    }
}

#[test]
fn being_sent_away_is_noticed_and_coming_back_goes_on() {
    let ward = Ward::founded(Seal::Plain);
    ward.asks(&ward.ana, "!shift add Canvass next sat 10am-1pm needs:1");
    let home = privately(&ward.ana, &ward.muster, Seal::Encrypted);
    let zoe = ward.member("zoe");
    ward.ana.gives_power(&ward.room, &zoe, 100);
    zoe.kicks(&ward.room, &ward.muster);
    ward.ana.wait_until(&home, "they hear of it", |room| {
        room.from(&ward.muster)
            .any(|shown| shown.body().contains("I was taken out of \"Ward 3\""))
    });
    // A card is stale where it cannot be edited, and a message for the room is refused.
    ward.ana.says(&home, "shift claim S1");
    ward.ana.wait_until(&home, "a seat", |room| {
        room.from(&ward.muster)
            .any(|shown| shown.body().contains("You are in S1"))
    });
    ward.run.wait_until_quiet();
    ward.ana.invites(&ward.room, &ward.muster);
    ward.ana.wait_until(&ward.room, "the bot is back", |room| {
        room.from(&ward.muster).any(|shown| shown.body().contains(BACK))
    });
    let list = ward.asks(&ward.ana, "!shift list mine");
    assert!(list.body().contains("S1"), "{}", list.body());
    let said = ward.ana.look_at(&ward.room, |room| {
        room.from(&ward.muster)
            .filter(|shown| shown.body().contains(WELCOME))
            .count()
    });
    assert_eq!(said, 1);
    ward.ends_well();
}

#[test]
fn whoever_leaves_the_room_leaves_the_register() {
    let ward = Ward::founded(Seal::Plain);
    let card = ward.asks(&ward.ana, "!shift add Canvass next sat 10am-1pm needs:1");
    let ben = ward.member("ben");
    ward.asks(&ben, "!shift claim S1");
    ward.card_says(&card, "In: ben");
    ben.leaves(&ward.room);
    ward.card_says(&card, "1 seat open");
    ward.ends_well();
}

#[test]
fn rooms_of_one_space_are_one_place_where_both_say_so() {
    let ward = Ward::founded(Seal::Plain);
    let space = NewRoom::named("Ward 5").with("creation_content", json!({ "type": "m.space" }));
    let space = ward.ana.creates(space.inviting(&ward.muster));
    ward.ana.wait_until_with(&space, &ward.muster);
    let [hall, yard, claims] = ["Hall", "Yard", "Claims"].map(|name| room_in(&ward, name, &space));
    for room in [&hall, &yard] {
        let via = json!({ "via": ["muster.test"] });
        ward.ana.sets_state(&space, "m.space.child", &room.0, &via);
    }
    let founded = reply(&ward.ana, &hall, "!group set timezone New York");
    assert!(
        founded.body().contains("I founded the group \"Ward 5\""),
        "{}",
        founded.body()
    );
    let card = reply(&ward.ana, &hall, "!shift add Canvass next sat 10am-1pm needs:2");
    let claimed = reply(&ward.ana, &yard, "!shift claim S1");
    assert!(claimed.body().contains("You are in S1"), "{}", claimed.body());
    ward.ana
        .wait_until(&hall, "the card in the other room follows", |room| {
            room.message(&card.id)
                .is_some_and(|card| card.body().contains("In: ana"))
        });
    let apart = reply(&ward.ana, &claims, "!group set timezone New York");
    assert!(
        apart.body().contains("I founded the group \"Claims\""),
        "{}",
        apart.body()
    );
    let greeted = ward.ana.look_at(&space, |room| room.from(&ward.muster).count());
    assert_eq!(greeted, 0, "nobody reads what is said in a space");
    ward.ends_well();
}

/// A room that says that it is in the space.
fn room_in(ward: &Ward, name: &str, space: &RoomId) -> RoomId {
    let room = ward.ana.creates(NewRoom::named(name).inviting(&ward.muster));
    ward.ana.wait_until_with(&room, &ward.muster);
    let parent = json!({ "via": ["muster.test"], "canonical": true });
    ward.ana.sets_state(&room, "m.space.parent", &space.0, &parent);
    room
}

/// What somebody gets for a command in a room.
fn reply(person: &Person, room: &RoomId, command: &str) -> Shown {
    let said = person.says(room, command);
    person.wait_until_some(room, "a reply", |room| room.reply_to(&said).cloned())
}
