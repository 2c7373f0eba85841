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
fn a_client_that_signs_nothing_is_not_vouched_for() {
    let pair = Pair::encrypted();
    let expected = Device {
        id: pair.ben.device().to_owned(),
        cross_signed: false,
    };
    assert_eq!(pair.ana.devices_of(&pair.ben), [expected]);
}
