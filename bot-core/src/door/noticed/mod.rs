//! What happens in a place without anybody asking for something. Nobody is entered in a register by it, and nothing is
//! founded.
//!
//! - here: whose place it is, and a place that moved
//! - `arrived`, `removed`: the bot came, or was taken out · `gone`: somebody else was
//! - `unreadable`: somebody wrote what could not be decrypted

mod arrived;
mod gone;
mod removed;
mod unreadable;

use super::entry::{self, Defaults};
use super::{Said, person};
use crate::error::Fault;
use crate::surface::{Inbound, Notice};
use crate::work::Work;

/// Takes note, and says what the room is to see; `None` where nothing is said.
pub(super) async fn take(
    work: &mut Work<'_>,
    inbound: &Inbound,
    notice: &Notice,
    defaults: &Defaults,
) -> Result<Option<Said>, Fault> {
    match notice {
        Notice::Arrived => arrived::take(work, inbound, defaults).await.map(Some),
        Notice::Removed => removed::take(work, inbound).await.map(|()| None),
        Notice::Moved { from } => {
            let room = &inbound.room;
            work.unit.move_place(room.platform, from, &room.place, work.now).await?;
            Ok(None)
        }
        Notice::Gone => gone::take(work, inbound).await.map(|()| None),
        Notice::Unreadable => unreadable::take(work, inbound, defaults).await.map(Some),
    }
}
