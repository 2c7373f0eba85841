//! Who can read what, and when.

use muster_test_servers::matrix::{Device, Sealed};

use crate::scene::Pair;

#[test]
fn a_late_key_makes_readable_what_came_before_it() {
    let pair = Pair::encrypted();
    pair.ana.says(&pair.room, "Hello");
    pair.read("ana> Hello\n");
    pair.ana.withholds_keys(&pair.room, &pair.ben);
    let said = pair.ana.says(&pair.room, "Rain tomorrow");
    let sealed = || {
        pair.ben
            .look_at(&pair.room, |room| room.message(&said).map(|shown| shown.sealed))
    };
    pair.ben
        .wait_until(&pair.room, "it has come", |room| room.message(&said).is_some());
    assert_eq!(sealed(), Some(Sealed::Unreadable));
    pair.ben.says(&pair.room, "What?");
    pair.ana.hands_over_keys(&pair.room, &pair.ben);
    pair.read("ana> Hello\nana> Rain tomorrow\nben> What?\n");
    assert_eq!(sealed(), Some(Sealed::Read));
    pair.ana.says(&pair.room, "Never mind");
    pair.read("ana> Hello\nana> Rain tomorrow\nben> What?\nana> Never mind\n");
}

#[test]
fn who_vouches_for_their_device_is_known_to() {
    let pair = Pair::encrypted();
    let bens = |cross_signed| Device {
        id: pair.ben.device().to_owned(),
        cross_signed,
    };
    assert_eq!(pair.ana.devices_of(&pair.ben), [bens(false)]);
    pair.ben.vouches_for_device();
    assert_eq!(pair.ana.devices_of(&pair.ben), [bens(true)]);
    pair.ana.says(&pair.room, "Is it you?");
    pair.ben.says(&pair.room, "It is");
    pair.read("ana> Is it you?\nben> It is\n");
}
