//! What a request asks, by its path.

use super::ids::RoomId;

/// What is asked, and of which room.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Asked {
    /// `send`, `sync`, `keys/upload` …
    pub(super) what: String,
    pub(super) room: Option<RoomId>,
}

impl Asked {
    /// By a path of the client-server API.
    pub(super) fn by(path: &str) -> Self {
        let segments: Vec<_> = path.split('/').filter(|segment| !segment.is_empty()).collect();
        // `_matrix/client/v3/…`, `_matrix/client/unstable/org.matrix.msc…/…`
        let rest = match segments.as_slice() {
            ["_matrix", "client", "unstable", _, rest @ ..] | ["_matrix", _, _, rest @ ..] => rest,
            other => other,
        };
        let (what, room) = match rest {
            ["rooms", room, what, ..] => ((*what).to_owned(), Some(room_id(room))),
            ["join", room] => ("join".to_owned(), Some(room_id(room))),
            ["keys", what, ..] => (format!("keys/{what}"), None),
            [what, ..] => ((*what).to_owned(), None),
            [] => (String::new(), None),
        };
        Self { what, room }
    }

    /// Whether it is what happened since the last time.
    pub(super) fn is_sync(&self) -> bool {
        self.what == "sync"
    }
}

fn room_id(segment: &str) -> RoomId {
    let decoded = form_urlencoded::parse(segment.as_bytes()).next();
    RoomId(decoded.map_or_else(String::new, |(room, _)| room.into_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(what: &str, room: Option<&str>) -> Asked {
        Asked {
            what: what.to_owned(),
            room: room.map(RoomId::from),
        }
    }

    #[test]
    fn a_path_tells_what_is_asked_and_of_which_room() {
        let cases = [
            ("/_matrix/client/v3/sync", asked("sync", None)),
            ("/_matrix/client/v3/keys/upload", asked("keys/upload", None)),
            (
                "/_matrix/client/v3/rooms/%21a%3Amuster.test/send/m.room.message/1",
                asked("send", Some("!a:muster.test")),
            ),
            ("/_matrix/client/v3/join/!a", asked("join", Some("!a"))),
            (
                "/_matrix/client/unstable/org.matrix.simplified_msc3575/sync",
                asked("sync", None),
            ),
            ("/_matrix/media/v3/upload", asked("upload", None)),
        ];
        for (path, expected) in cases {
            assert_eq!(Asked::by(path), expected, "{path}");
        }
    }
}
