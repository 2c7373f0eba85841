//! Who and what is there.
//!
//! - [`state`]: everything that changes
//! - [`user`]: people and bots; [`chat`]: groups, channels, topics; [`member`]: who is what in them
//! - [`access`]: where the bot may write
//! - [`posting`]: a message appears; [`hearing`]: which ones the bot is told of
//! - [`faces`]: messages, members and changes as the Bot API shows them

mod access;
mod chat;
mod faces;
mod hearing;
mod member;
mod posting;
mod state;
mod user;

pub(super) use member::permissions;
pub use member::{Rights, Status};

pub(super) use access::Deed;
pub(super) use chat::{Chat, Kind, Topic};
pub(super) use member::Member;
pub(super) use state::{State, Tap};
pub(super) use user::{Door, User};
