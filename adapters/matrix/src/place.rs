//! Which Matrix room is which room of the core. A thread is a room of its own in the same place: it goes by the room's id, a
//! slash, and the id of the thread's first event.

use muster_core::surface::{Platform, RoomAddress};

/// A room of the core.
pub(crate) fn address(place: &str, room: &str, private: bool) -> RoomAddress {
    RoomAddress {
        platform: Platform::Matrix,
        place: place.to_owned(),
        room: room.to_owned(),
        private,
    }
}

/// The room, or a thread in it.
pub(crate) fn in_thread(room: &RoomAddress, thread: Option<&str>) -> RoomAddress {
    match thread {
        Some(thread) if !room.private => RoomAddress {
            room: format!("{}/{thread}", room.room),
            ..room.clone()
        },
        _ => room.clone(),
    }
}

/// The Matrix room, and the thread in it.
pub(crate) fn parts(room: &RoomAddress) -> (&str, Option<&str>) {
    match room.room.split_once('/') {
        Some((room, thread)) => (room, Some(thread)),
        None => (&room.room, None),
    }
}

/// Whether a room is a place of its own, which belongs to no space and to nobody alone.
pub(crate) fn is_place(room: &RoomAddress) -> bool {
    room.place == parts(room).0 && !room.private
}

/// What somebody is called who has no name: `@ana:example.org` is `ana`.
pub(crate) fn localpart(account: &str) -> String {
    let name = account.strip_prefix('@').unwrap_or(account);
    name.split_once(':').map_or(name, |(localpart, _)| localpart).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_thread_is_a_room_of_its_own_in_the_same_place() {
        let room = address("!space:here", "!room:here", false);
        let thread = in_thread(&room, Some("$first"));
        assert_eq!(parts(&thread), ("!room:here", Some("$first")));
        assert_eq!(thread.place, room.place);
        assert_eq!(parts(&room), ("!room:here", None));
        assert!(!is_place(&room) && !is_place(&thread));
        assert!(is_place(&in_thread(
            &address("!room:here", "!room:here", false),
            Some("$first")
        )));
        let private = address("!dm:here", "!dm:here", true);
        assert_eq!(in_thread(&private, Some("$first")), private);
        assert!(!is_place(&private));
    }

    #[test]
    fn who_has_no_name_is_called_by_the_account() {
        assert_eq!(localpart("@ana:example.org"), "ana");
        assert_eq!(localpart("odd"), "odd");
    }
}
