//! The desk in Telegram: groups, topics and private chats, by the Bot API.

pub mod menu;
pub mod render;
