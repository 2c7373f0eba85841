//! The desk on the tests' own platform.

use std::sync::Arc;

use muster_core::clock::Clock;
use muster_core::store::Store;
use muster_core::surface::{Platform, RoomAddress};
use muster_test_servers::crowd::{Crowd, Town, member};

use super::Size;

/// The place of the tests' own platforms.
pub(crate) const PLACE: &str = "square";
/// After how many minutes reminders fall due: half an hour ago.
const DUE: u32 = 30;

struct Square(Platform);

/// Makes the desk.
pub(crate) async fn fill(store: Arc<dyn Store>, platform: Platform, size: Size) {
    let town = Square(platform);
    let ids = Arc::new(muster::ids::MachineIds::default());
    let mut crowd = Crowd::new(store, ids, muster::clock::DeskClock::default().now(), &town);
    crowd.found(size.people).await;
    for n in 0..size.reminders {
        crowd.remind(n, DUE).await;
    }
}

impl Square {
    fn room(&self, room: String) -> RoomAddress {
        RoomAddress {
            platform: self.0,
            place: PLACE.to_owned(),
            private: room.starts_with('@'),
            room,
        }
    }
}

impl Town for Square {
    fn organizer(&self) -> String {
        "ana".to_owned()
    }

    fn account(&self, n: usize) -> String {
        member(n)
    }

    fn square(&self) -> RoomAddress {
        self.room("main".to_owned())
    }

    fn home(&self, account: &str) -> RoomAddress {
        self.room(format!("@{account}"))
    }
}
