//! What only one person may see: their private room with the bot.

use muster_test_servers::matrix::{Account, NewRoom, Person, RoomId};

use crate::scene::{Seal, Ward, in_private, privately};

#[test]
fn one_room_is_made_for_somebody_encrypted_and_marked_as_direct() {
    let ward = Ward::founded(Seal::Plain);
    let ben = ward.member("ben");
    ward.asks(&ben, "!shift list");
    for _ in 0..10 {
        ben.says(&ward.room, "!me");
    }
    let (home, _) = in_private(&ben, &ward.muster, "what I am", "Accounts: ben (Matrix)");
    ben.wait_until(&home, "ten answers", |room| room.from(&ward.muster).count() == 10);
    assert!(ben.look_at(&home, |room| room.encrypted));
    let made = rooms_with(&ward.muster, &ben, &ward.room);
    assert_eq!(direct_rooms(&ward.muster, &ben), made);
    assert_eq!(made, [home]);
    let told = ben.look_at(&ward.room, |room| {
        room.from(&ward.muster)
            .filter(|shown| shown.body().contains("Accounts"))
            .count()
    });
    assert_eq!(told, 0, "nobody else sees it");
    ward.ends_well();
}

#[test]
fn who_left_their_room_is_written_to_no_more_until_they_open_one() {
    let ward = Ward::founded(Seal::Plain);
    let ben = ward.member("ben");
    ward.asks(&ben, "!shift list");
    let home = privately(&ben, &ward.muster, Seal::Encrypted);
    ben.leaves(&home);
    ben.says(&ward.room, "!me");
    let draft = ward.asks(&ward.ana, "!broadcast everyone Rain tomorrow: meet inside");
    ward.ana.reacts(&ward.room, &draft.id, "📣");
    let report = ward.ana.wait_until_some(&ward.room, "the report", |room| {
        let mut said = room.from(&ward.muster);
        said.find(|shown| shown.body().contains("finished") && shown.body().contains("Reached"))
            .cloned()
    });
    assert!(report.body().contains("Reached 0 of 1"), "{}", report.body());
    assert_eq!(direct_rooms(&ward.muster, &ben), [home]);
    let new = ben.creates(NewRoom::direct(&ward.muster).encrypted());
    ben.wait_until(&new, "the help", |room| room.from(&ward.muster).next().is_some());
    ben.says(&ward.room, "!me");
    ben.wait_until(&new, "what I am", |room| {
        room.from(&ward.muster).any(|shown| shown.body().contains("Accounts"))
    });
    ward.ends_well();
}

#[test]
fn who_refuses_to_come_is_written_to_no_more() {
    let ward = Ward::founded(Seal::Plain);
    let ben = ward.member("ben");
    ward.asks(&ben, "!shift list");
    ben.says(&ward.room, "!me");
    let home = ben.wait_until_seen("an invitation", |seen| {
        let mut invites = seen.invites.iter();
        invites
            .find(|(_, invite)| invite.by == *ward.muster.id() && invite.direct)
            .map(|(room, _)| room.clone())
    });
    ben.leaves(&home);
    ben.says(&ward.room, "!me");
    ward.asks(&ben, "!shift list");
    ward.run.wait_until_quiet();
    assert_eq!(direct_rooms(&ward.muster, &ben), [home]);
    assert!(ben.look(|seen| seen.invites.is_empty()));
    ward.ends_well();
}

/// The rooms that the bot has marked as for that person alone.
fn direct_rooms(muster: &Account, person: &Person) -> Vec<RoomId> {
    let path = format!("v3/user/{}/account_data/m.direct", muster.id());
    let direct = muster.asks("GET", &path, None);
    let rooms = direct[person.id().0.as_str()].as_array().into_iter().flatten();
    rooms.filter_map(|room| room.as_str()).map(RoomId::from).collect()
}

/// The rooms that the bot is in with that person, but for one.
fn rooms_with(muster: &Account, person: &Person, but: &RoomId) -> Vec<RoomId> {
    let joined = muster.asks("GET", "v3/joined_rooms", None);
    let rooms = joined["joined_rooms"].as_array().into_iter().flatten();
    let rooms = rooms.filter_map(|room| room.as_str()).map(RoomId::from);
    rooms
        .filter(|room| room != but && muster.state(room, "m.room.member", &person.id().0).is_some())
        .collect()
}
