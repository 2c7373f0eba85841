//! Coming and going.

use super::person::Person;
use crate::matrix::ids::{RoomId, UserId};
use crate::matrix::seen::{Invite, Room};

impl Person {
    /// Waits for an invitation to a room.
    pub async fn until_invited(&self, room: &RoomId) -> Invite {
        let what = format!("there is an invitation to {room}");
        self.until_seen(&what, |seen| seen.invites.get(room).cloned()).await
    }

    /// Waits until a user has come into a room.
    pub async fn until_with(&self, room: &RoomId, user: impl Into<UserId>) {
        let user = user.into();
        let what = format!("{user} is there");
        self.until(room, &what, |room| room.joined.contains(&user)).await;
    }

    /// [`until_invited`](Self::until_invited) for a test without a runtime.
    pub fn wait_until_invited(&self, room: &RoomId) -> Invite {
        self.blocks_on(self.until_invited(room))
    }

    /// [`until_with`](Self::until_with) for a test without a runtime.
    pub fn wait_until_with(&self, room: &RoomId, user: impl Into<UserId>) {
        self.blocks_on(self.until_with(room, user));
    }

    /// Comes into a room once they are invited, and sees it.
    pub async fn comes_into(&self, room: &RoomId) {
        self.until_invited(room).await;
        self.joins(room);
        self.until(room, "they are in", |room: &Room| room.is_in).await;
    }

    /// [`comes_into`](Self::comes_into) for a test without a runtime.
    pub fn accepts(&self, room: &RoomId) {
        self.blocks_on(self.comes_into(room));
    }
}
