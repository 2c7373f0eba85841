//! Who and what is there.
//!
//! - [`State`]: everything that changes
//! - [`user`], [`guild`], [`channel`]: people, guilds with roles and members, channels of every kind
//! - [`access`]: who may do what where
//! - [`interaction`]: what people asked of the bot, and what became of it
//! - [`faces`], [`messages`]: what these look like on the wire
//! - [`posting`], [`pings`]: messages that come to be, and whom they call

mod access;
mod channel;
mod deadlines;
mod faces;
mod guild;
mod interaction;
mod messages;
mod pings;
mod posting;
mod state;
mod user;

pub(super) use channel::{Channel, Kind, Whose};
pub(super) use deadlines::keep;
pub(super) use faces::timestamp;
pub(super) use guild::{Guild, Member, Role};
pub(super) use interaction::{Asked, Interaction, Question};
pub(super) use messages::{COMPONENTS_ONLY, EPHEMERAL, embed, numbered};
pub(super) use pings::Allowed;
pub(super) use state::State;
pub(super) use user::User;
