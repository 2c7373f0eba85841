//! Where something is said, and by whose account.

use std::fmt;

/// Where something is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Place<'a> {
    /// By whose account: `Ben on Discord`.
    pub(crate) who: &'a str,
    /// In their private chat, or in the group's room on their platform.
    pub(crate) in_private: bool,
}

impl<'a> Place<'a> {
    /// `Ben on Discord`, or `Ben on Discord, in private`.
    pub(crate) fn read(place: &'a str) -> Option<Self> {
        let private = place.strip_suffix(", in private");
        let who = private.unwrap_or(place);
        who.contains(" on ").then_some(Self {
            who,
            in_private: private.is_some(),
        })
    }

    /// Somebody's private chat.
    pub(crate) const fn private(who: &'a str) -> Self {
        Self { who, in_private: true }
    }

    /// What stands above a message in the group's room on a platform.
    pub(crate) fn room_of(platform: &str) -> String {
        format!("[the room on {platform}]")
    }

    /// Somebody's name, and their platform.
    pub(crate) fn name_and_platform(&self) -> (&'a str, &'a str) {
        self.who.split_once(" on ").expect("an account is on a platform")
    }
}

impl fmt::Display for Place<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.in_private {
            write!(f, "[{}, in private]", self.who)
        } else {
            f.write_str(&Self::room_of(self.name_and_platform().1))
        }
    }
}
