//! Coming and going.

use muster_test_servers::matrix::{Invite, NewRoom, Synapse};

use crate::scene::Pair;

#[test]
fn a_chat_of_two_is_known_as_one() {
    let synapse = Synapse::shared();
    let (ana, ben) = (synapse.person("ana"), synapse.person("ben"));
    let chat = ana.creates(NewRoom::direct(&ben).encrypted());
    let expected = Invite {
        by: ana.id().clone(),
        direct: true,
    };
    assert_eq!(ben.wait_until_invited(&chat), expected);
    ben.accepts(&chat);
    ana.wait_until_with(&chat, &ben);
    let chats = ana.look(|seen| seen.chats_with(&ben).map(|(id, _)| id.clone()).collect::<Vec<_>>());
    assert_eq!(chats, [chat]);
}

#[test]
fn who_is_sent_away_is_out() {
    let pair = Pair::encrypted();
    pair.ana.kicks(&pair.room, &pair.ben);
    pair.ben.wait_until(&pair.room, "ben is out", |room| !room.is_in);
    pair.ana
        .wait_until(&pair.room, "ben is gone", |room| !room.joined.contains(pair.ben.id()));
    pair.ana.gives_power(&pair.room, &pair.ben, 50);
    let levels = pair.ana.state(&pair.room, "m.room.power_levels", "").unwrap();
    assert_eq!(levels["users"][&pair.ben.id().0], 50);
}

#[test]
fn devices_come_and_go() {
    let synapse = Synapse::shared();
    let account = synapse.account("ana");
    assert_eq!(account.devices().len(), 1);
    let ana = synapse.client_of(account.clone());
    assert!(account.devices().contains(&ana.device().to_owned()));
    synapse.deletes_device(&account, ana.device());
    assert_eq!(account.devices().len(), 1);
}
