//! What a synchronisation leaves out of a room where more happened than it tells at once: read from the room's history.

use matrix_sdk::deserialized_responses::TimelineEvent;
use matrix_sdk::room::MessagesOptions;
use matrix_sdk::ruma::uint;
use matrix_sdk::{Result, Room};

/// The most pages that are read. A hundred events each: what was said before them in a gap is older than anybody waits for.
const PAGES: usize = 20;

/// The events between `since` and where the told ones begin, in the order they happened.
pub(super) async fn events(room: &Room, since: &str, begin: &str) -> Result<Vec<TimelineEvent>> {
    let mut events = Vec::new();
    let mut from = begin.to_owned();
    for _ in 0..PAGES {
        let mut options = MessagesOptions::backward().from(from.as_str());
        options.to = Some(since.to_owned());
        options.limit = uint!(100);
        let page = room.messages(options).await?;
        let is_last = page.chunk.is_empty();
        events.extend(page.chunk);
        match page.end {
            Some(end) if !is_last && end != from => from = end,
            _ => break,
        }
    }
    events.reverse();
    Ok(events)
}
