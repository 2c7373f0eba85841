//! A state as people read it.

use std::fmt::Write as _;

use super::node::{Node, Slot};
use super::{State, UNIT};
use crate::BEGINNING;

pub(super) fn state(state: &State) -> String {
    let mut shown = format!("t={:<2}", (state.now - BEGINNING).num_seconds() / UNIT.num_seconds());
    for node in &state.nodes {
        let _ = write!(shown, " | {}", self::node(node));
    }
    for (message, seen) in state.seen.iter().enumerate() {
        let row = state.row(message).map_or_else(
            || "gone".to_owned(),
            |row| {
                let owner = row.owner.map(|owner| format!(" by {owner}")).unwrap_or_default();
                let doubt = if row.doubtful_since.is_some() { ", doubtful" } else { "" };
                format!("{:?}{owner}, {} attempts{doubt}", row.state, row.attempts)
            },
        );
        let _ = write!(shown, " | {row}; shown {} + {} marked", seen.plain, seen.marked);
    }
    shown
}

fn node(node: &Node) -> String {
    let owner = node.owner();
    let Some(up) = &node.up else {
        return format!("{owner} is down");
    };
    let serves = if up.serves { " serves" } else { "" };
    let slots = up.slots.iter().map(|slot| match slot {
        Slot::Empty => "",
        Slot::Queued(_) => " queued",
        Slot::Ready { .. } => " ready",
        Slot::UnderWay(_) => " under way",
        Slot::Ended { .. } => " ended",
    });
    format!("{owner}{serves}{}", slots.collect::<String>())
}
