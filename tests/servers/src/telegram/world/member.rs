//! Who is what in a group.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

use super::user::User;

/// The rights of an administrator, as `ChatMemberAdministrator` names them.
const RIGHTS: [&str; 12] = [
    "can_manage_chat",
    "can_delete_messages",
    "can_manage_video_chats",
    "can_restrict_members",
    "can_promote_members",
    "can_change_info",
    "can_invite_users",
    "can_post_stories",
    "can_edit_stories",
    "can_delete_stories",
    "can_pin_messages",
    "can_manage_topics",
];
/// Those that there are in channels only.
const CHANNEL_RIGHTS: [&str; 2] = ["can_post_messages", "can_edit_messages"];
/// What `ChatPermissions` and `ChatMemberRestricted` speak of, beside the pins.
const PERMISSIONS: [&str; 15] = [
    "can_send_messages",
    "can_send_audios",
    "can_send_documents",
    "can_send_photos",
    "can_send_videos",
    "can_send_video_notes",
    "can_send_voice_notes",
    "can_send_polls",
    "can_send_other_messages",
    "can_add_web_page_previews",
    "can_react_to_messages",
    "can_edit_tag",
    "can_change_info",
    "can_invite_users",
    "can_manage_topics",
];

/// What an administrator may do.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Rights(BTreeSet<&'static str>);

impl Rights {
    /// An administrator in name only.
    pub fn none() -> Self {
        Self::default()
    }

    /// Everything that there is.
    pub fn all() -> Self {
        Self(RIGHTS.iter().chain(&CHANNEL_RIGHTS).copied().collect())
    }

    /// This too, by the name that `ChatMemberAdministrator` gives it.
    #[must_use]
    pub fn and(mut self, right: &str) -> Self {
        let known = RIGHTS.iter().chain(&CHANNEL_RIGHTS).find(|known| **known == right);
        self.0
            .insert(known.unwrap_or_else(|| panic!("there is no right {right:?}")));
        self
    }

    pub(in crate::telegram) fn has(&self, right: &str) -> bool {
        self.0.contains(right)
    }
}

/// What somebody is in a group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Status {
    /// The owner.
    Creator,
    /// With what they may do.
    Administrator(Rights),
    /// One of the others.
    Member,
    /// A member who may not write.
    Restricted,
    /// Not there, by their own will or never.
    Left,
    /// Banned.
    Kicked,
}

/// Somebody in a group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::telegram) struct Member {
    pub(in crate::telegram) status: Status,
    /// Whether they post in the name of the group.
    pub(in crate::telegram) anonymous: bool,
}

impl From<Status> for Member {
    fn from(status: Status) -> Self {
        Self {
            status,
            anonymous: false,
        }
    }
}

impl Member {
    pub(in crate::telegram) const fn is_there(&self) -> bool {
        !matches!(self.status, Status::Left | Status::Kicked)
    }

    pub(in crate::telegram) const fn administers(&self) -> bool {
        matches!(self.status, Status::Creator | Status::Administrator(_))
    }

    pub(in crate::telegram) fn may(&self, right: &str) -> bool {
        match &self.status {
            Status::Creator => true,
            Status::Administrator(rights) => rights.has(right),
            _ => false,
        }
    }

    /// The type `ChatMember`.
    pub(in crate::telegram) fn json(&self, user: &User, in_channel: bool) -> Value {
        let mut fields = Map::new();
        let status = match &self.status {
            Status::Creator => {
                fields.insert("is_anonymous".to_owned(), self.anonymous.into());
                "creator"
            }
            Status::Administrator(rights) => {
                fields.insert("is_anonymous".to_owned(), self.anonymous.into());
                fields.insert("can_be_edited".to_owned(), false.into());
                let of_channels = CHANNEL_RIGHTS.iter().filter(|_| in_channel);
                for right in RIGHTS.iter().chain(of_channels) {
                    fields.insert((*right).to_owned(), rights.has(right).into());
                }
                "administrator"
            }
            Status::Member => "member",
            Status::Restricted => {
                fields = permissions(false, false);
                fields.insert("is_member".to_owned(), true.into());
                fields.insert("until_date".to_owned(), 0.into());
                "restricted"
            }
            Status::Left => "left",
            Status::Kicked => {
                fields.insert("until_date".to_owned(), 0.into());
                "kicked"
            }
        };
        fields.insert("status".to_owned(), json!(status));
        fields.insert("user".to_owned(), user.json());
        fields.into()
    }
}

/// The type `ChatPermissions`.
pub(in crate::telegram) fn permissions(may_write: bool, may_pin: bool) -> Map<String, Value> {
    let each = PERMISSIONS.iter().map(|name| ((*name).to_owned(), may_write.into()));
    each.chain([("can_pin_messages".to_owned(), may_pin.into())]).collect()
}
