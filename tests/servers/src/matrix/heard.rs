//! What somebody has heard of: an event that came with a sync, once they ask for what comes after that sync.

use std::collections::{HashMap, HashSet};

use serde_json::Value;

use super::ids::EventId;

/// The syncs that went through a door, by one account.
#[derive(Debug, Default)]
pub(super) struct Heard {
    /// The tokens of what comes after the syncs that brought it: more than one where whoever asks lost the first.
    brought: HashMap<EventId, HashSet<String>>,
    /// The tokens that were asked for.
    asked: HashSet<String>,
}

impl Heard {
    /// An answer to a sync.
    pub(super) fn brings(&mut self, answer: &[u8]) {
        let Ok(answer) = serde_json::from_slice::<Value>(answer) else {
            return;
        };
        let next = answer["next_batch"].as_str().unwrap_or_default();
        let rooms = answer["rooms"]["join"]
            .as_object()
            .into_iter()
            .flat_map(|rooms| rooms.values());
        let events = rooms.filter_map(|room| room["timeline"]["events"].as_array()).flatten();
        for event in events.filter_map(|event| event["event_id"].as_str()) {
            self.brought.entry(event.into()).or_default().insert(next.to_owned());
        }
    }

    /// A sync is asked for.
    pub(super) fn asks(&mut self, query: &str) {
        let mut parameters = form_urlencoded::parse(query.as_bytes());
        if let Some((_, since)) = parameters.find(|(name, _)| name == "since") {
            self.asked.insert(since.into_owned());
        }
    }

    pub(super) fn has(&self, event: &EventId) -> bool {
        let brought = self.brought.get(event);
        brought.is_some_and(|next| !next.is_disjoint(&self.asked))
    }
}
