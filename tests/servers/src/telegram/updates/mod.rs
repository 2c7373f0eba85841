//! Updates on their way to the bot.
//!
//! - [`queue`]: those that the bot has not acknowledged
//! - [`poll`]: `getUpdates`, fetched
//! - [`webhook`]: which go to the bot's own server; [`courier`]: over the socket

mod courier;
mod poll;
mod queue;
mod webhook;

pub(super) use courier::deliver_all;
pub(super) use poll::get_updates;
pub(super) use queue::{Queue, Update};
pub(super) use webhook::Webhook;
