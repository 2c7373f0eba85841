//! What rooms, events and users are called.

use std::fmt;

use serde::Deserialize;

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub String);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl From<&str> for $name {
            fn from(id: &str) -> Self {
                Self(id.to_owned())
            }
        }

        impl From<&$name> for $name {
            fn from(id: &$name) -> Self {
                id.clone()
            }
        }
    };
}

id!(
    /// A room: `!…`.
    RoomId
);
id!(
    /// An event: `$…`.
    EventId
);
id!(
    /// A user: `@ana-3:muster.test`.
    UserId
);

impl UserId {
    /// What stands between the `@` and the name of the server.
    pub fn localpart(&self) -> &str {
        let name = self.0.strip_prefix('@').unwrap_or(&self.0);
        name.split_once(':').map_or(name, |(localpart, _)| localpart)
    }

    /// What the test calls them: the same without the number that makes them somebody of their own.
    pub fn name(&self) -> &str {
        let localpart = self.localpart();
        localpart.rsplit_once('-').map_or(localpart, |(name, _)| name)
    }
}
