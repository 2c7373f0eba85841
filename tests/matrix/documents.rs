//! Files, what is pinned, and what doctor says of the room.

use muster_test_servers::bot::Bot;
use muster_test_servers::matrix::{RoomId, Shown};
use serde_json::Value;

use crate::scene::{Seal, Ward, bot, ends_well, privately};

#[test]
fn what_is_held_on_somebody_comes_as_a_file_however_their_room_is() {
    for seal in Seal::ALL {
        let ward = Ward::founded(Seal::Plain);
        let home = privately(&ward.ana, &ward.muster, seal);
        ward.ana.says(&home, "me export");
        let file = file_in(&ward, &home, ".json");
        assert_eq!(file.content["file"].is_null(), seal == Seal::Plain);
        assert_eq!(file.content["info"]["mimetype"], "application/json");
        assert!(file.content["m.mentions"].is_object(), "{}", file.content);
        let held: Value = serde_json::from_slice(&ward.ana.opens(&file)).unwrap();
        assert!(held.to_string().contains("ana"));
        ward.ends_well();
    }
}

#[test]
fn a_board_is_pinned_and_follows_what_is_open() {
    let ward = Ward::founded(Seal::Plain);
    ward.ana.gives_power(&ward.room, &ward.muster, 50);
    let board = ward.asks(&ward.ana, "!group board");
    ward.ana.says(&ward.room, "!shift add Canvass sat 10am-1pm needs:2");
    ward.card_says(&board, "Canvass");
    ward.asks(&ward.ana, "!task add Print walk lists");
    ward.card_says(&board, "Print walk lists");
    let pinned = ward.ana.state(&ward.room, "m.room.pinned_events", "").unwrap();
    assert_eq!(pinned["pinned"][0], board.id.0.as_str());
    ward.ends_well();
}

#[test]
fn where_nothing_may_be_pinned_the_room_is_told_who_can_change_that() {
    let ward = Ward::founded(Seal::Plain);
    ward.ana.says(&ward.room, "!group board");
    ward.ana.wait_until(&ward.room, "that it is not pinned", |room| {
        room.from(&ward.muster)
            .any(|shown| shown.body().contains("I may not pin messages here") && shown.body().contains("!doctor"))
    });
    ward.ends_well();
}

#[test]
fn doctor_names_the_level_that_is_missing() {
    let ward = Ward::founded(Seal::Plain);
    let told = ward.asks(&ward.ana, "!doctor");
    assert!(
        told.body()
            .contains("I have a power level of 0 here, and need 50 to pin the board"),
        "{}",
        told.body()
    );
    assert!(told.body().contains("ana can allow it"), "{}", told.body());
    ward.ana.gives_power(&ward.room, &ward.muster, 50);
    let told = ward.asks(&ward.ana, "!doctor");
    assert!(told.body().contains("I can pin the board here"), "{}", told.body());
    assert!(!told.body().contains("power level"), "{}", told.body());
    ward.ends_well();
}

#[test]
fn doctor_tells_how_the_server_holds_it_back_and_how_that_is_lifted() {
    let ward = Ward::with(Seal::Plain, |bot: Bot| bot.with("MUSTER_MATRIX_RATE_LIMIT", "synapse"));
    let told = ward.asks(&ward.ana, "!doctor");
    assert!(
        told.body().contains("no more than one message in 5 seconds") && told.body().contains("override_ratelimit"),
        "{}",
        told.body()
    );
    ward.ends_well();
}

#[test]
fn doctor_names_a_device_that_is_not_verified() {
    let ward = Ward::founded(Seal::Encrypted);
    let told = ward.asks(&ward.ana, "!doctor");
    assert!(!told.body().contains("not verified"), "{}", told.body());
    // A second device without the account's recovery key.
    let Ward {
        synapse,
        muster,
        ana,
        room,
        run,
    } = ward;
    assert_eq!(run.end(), Some(0));
    let run = bot(synapse, &muster).start();
    // It comes where it is invited once it listens.
    let other = ana.creates(Seal::Plain.room("Ward 4").inviting(&muster));
    ana.wait_until_with(&other, &muster);
    let said = ana.says(&room, "!doctor");
    let told = ana.wait_until_some(&room, "a reply", |room| room.reply_to(&said).cloned());
    assert!(told.body().contains("My device is not verified"), "{}", told.body());
    ends_well(synapse, &muster, run);
}

/// The file that came in a room.
fn file_in(ward: &Ward, room: &RoomId, kind: &str) -> Shown {
    ward.ana.wait_until_some(room, "a file", |room| {
        let mut said = room.from(&ward.muster);
        said.find(|shown| shown.file_name().is_some_and(|name| name.ends_with(kind)))
            .cloned()
    })
}
