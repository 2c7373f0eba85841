//! The task and its rules.

pub mod card;
pub mod command;
pub mod desk;
pub mod due;
