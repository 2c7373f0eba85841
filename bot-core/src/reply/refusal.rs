//! What a person sees when they can mend what went wrong: the sentence, then what to type next.

use super::{Block, Card};
use crate::error::UserError;
use crate::locale::Voice;

/// The card of an error.
pub fn card(error: &UserError, voice: &Voice) -> Card {
    Card {
        blocks: vec![Block::Line(voice.line(&error.message))],
    }
}
