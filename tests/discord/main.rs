//! The desk in Discord, end to end: the whole binary on a Discord of the tests' own, with the people on its other side.
//!
//! - `commands`: slash commands, mentions, cards and taps; `forms`: what is filled in; `completion`: what could come next
//! - `places`: servers that the bot comes to, leaves and is taken out of; threads, channels, roles
//! - `rooms`: channels, threads and rights that change; `openings`: private chats that are opened
//! - `private`: private messages, and answers that only one person may see; `documents`: files, and what is pinned
//! - `crash`: killed and cut off
//! - `hostile`: text that would be markup or a mention; `log`: what is never logged
//! - `faults`, `gateway`: what goes wrong between the bot and Discord; `slow`: answers that take their time
//! - `shards`: many connections of one node; `nodes`: many nodes that share them
//! - [`scenarios`]: the transcripts of `tests/scenarios`
//! - [`scene`]: how most tests begin and end

#![expect(
    clippy::unwrap_used,
    reason = "a test that cannot go on panics; that is how it fails"
)]

mod commands;
mod completion;
mod crash;
mod documents;
mod faults;
mod forms;
mod gateway;
mod hostile;
mod log;
mod nodes;
mod openings;
mod places;
mod private;
mod rooms;
mod scenarios;
mod scene;
mod shards;
mod slow;
