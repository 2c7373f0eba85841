//! How updates come in: fetched, or sent to a web address. Either way an update is acknowledged once its event is
//! accepted, and the library's own ways are not used: they acknowledge first.
//!
//! - [`polling`]: fetch, accept, acknowledge with the next fetch
//! - [`webhook`]: take, accept, answer 200
//! - here: from updates to events, whatever is wrong with one of them

pub(crate) mod polling;
pub(crate) mod webhook;

use std::panic::{AssertUnwindSafe, catch_unwind};

use muster_core::surface::{Inbound, Intake, Skipped};
use serde_json::Value;

use crate::inbound::{Read, Reader};

/// The events among updates. What is none is skipped and counted; an update that cannot be read is one of those, whatever
/// reading it does.
pub(crate) fn events(updates: &[Value], reader: &Reader, intake: &dyn Intake) -> Vec<Inbound> {
    updates
        .iter()
        .filter_map(|update| event(update, reader, intake))
        .collect()
}

fn event(update: &Value, reader: &Reader, intake: &dyn Intake) -> Option<Inbound> {
    match catch_unwind(AssertUnwindSafe(|| reader.read(update))) {
        Ok(Read::Event(event)) => return Some(*event),
        Ok(Read::Nothing) => {}
        Ok(Read::UnknownKind) => intake.skipped(Skipped::UnknownKind),
        Ok(Read::Malformed) => intake.skipped(Skipped::Malformed),
        Err(_) => intake.skipped(Skipped::Panicked),
    }
    None
}
