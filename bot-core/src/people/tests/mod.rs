//! Transcripts of the people desk.

mod groups;
mod settings;
