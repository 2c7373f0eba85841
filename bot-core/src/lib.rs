//! The whole bot without IO: no runtime, no database, no SDK, no file, no environment, no ambient clock or chance.
//!
//! - [`app`]: the four doors, `handle` · `complete` · `card` · `tick`
//! - [`door`], [`desk`], [`work`]: from an event to a use case, and what a use case works with
//! - [`shift`], [`task`], [`reminder`], [`poll`], [`broadcast`], [`people`], [`doctor`], [`help`], [`undo`]: one folder or file a domain
//! - [`series`]: what repeats, whatever it is
//! - [`calendar`]: calendar files in and out; `delimited`: what all CSV files have in common
//! - [`delivery`]: the rules of messages on their way out
//! - `board`: what is open in a group, pinned
//! - [`digest`]: what a day holds, every morning for whoever asks for it
//! - [`due`]: what happens when something falls due; [`retention`]: how long what has ended is kept
//! - [`catalogue`]: the commands as data; parser, help and completion are functions of it
//! - [`privacy`], [`export`]: what is held on whom, and what of it is handed out
//! - [`reply`], [`locale`], [`time`]: what people see, in which words, and when; [`picture`]: what they are shown beside it
//! - [`surface`]: what adapters see; [`store`]: what storage implements
//! - `base32`: codes as people read and type them
//! - [`ids`], [`clock`], [`error`]: ids and the two things handed in, and the two ways not to succeed
//! - `testing` (a feature): a clock set by hand, seeded ids, a store in memory, the contract of every store
//!
//! To add a command, see [`catalogue`]; a sentence, [`locale`]; an act that can be taken back, [`undo`]; a repository,
//! [`store`].

#![deny(missing_docs)]

pub mod app;
mod base32;
mod board;
pub mod broadcast;
pub mod calendar;
pub mod catalogue;
pub mod clock;
mod delimited;
pub mod delivery;
pub mod desk;
pub mod digest;
pub mod doctor;
pub mod door;
pub mod due;
pub mod error;
pub mod export;
pub mod help;
pub mod ids;
pub mod locale;
pub mod people;
pub mod picture;
pub mod poll;
pub mod privacy;
pub mod reminder;
pub mod reply;
pub mod retention;
pub mod series;
pub mod shift;
pub mod store;
pub mod surface;
pub mod task;
#[cfg(feature = "testing")]
pub mod testing;
pub mod time;
pub mod undo;
pub mod work;

pub use chrono;
