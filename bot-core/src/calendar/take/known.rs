//! What was taken before with the same UID.

use serde::Serialize;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::calendar::{Entry, OWN_UIDS, hex};
use crate::error::Fault;
use crate::ids::{GroupId, Kind};
use crate::store::{Imported, Subject};
use crate::work::Work;

/// What is known of a UID.
pub(super) struct Known {
    /// What was taken with it, the whole first.
    pub(super) rows: Vec<Imported>,
    /// The id that it names, if the desk made it.
    pub(super) own: Option<Uuid>,
}

impl Known {
    pub(super) async fn load(work: &mut Work<'_>, group: GroupId, uid: &str) -> Result<Self, Fault> {
        let own = uid.strip_suffix(OWN_UIDS).and_then(|id| id.parse().ok());
        Ok(Self {
            rows: work.unit.imported(group, uid).await?,
            own,
        })
    }

    /// What was taken for that date; empty for the whole.
    pub(super) fn row(&self, date: &str) -> Option<&Imported> {
        self.rows.iter().find(|row| row.date == date)
    }
}

/// Whether an entry is older than what was taken before (RFC 5546, 2.1.5: SEQUENCE first).
pub(super) fn is_older(entry: &Entry, than: &Imported) -> bool {
    if entry.sequence != than.sequence {
        return entry.sequence < than.sequence;
    }
    matches!((entry.modified, than.modified), (Some(now), Some(then)) if now < then)
}

/// What is remembered of an entry that was taken.
pub(super) fn row(
    group: GroupId,
    entry: &Entry,
    date: String,
    (kind, id): (Kind, Uuid),
    fingerprint: String,
) -> Imported {
    Imported {
        group,
        uid: entry.uid.clone(),
        date,
        subject: Subject { kind, id },
        sequence: entry.sequence,
        modified: entry.modified,
        fingerprint,
    }
}

/// A hash of what is taken: the same means that nothing changed.
pub(super) fn fingerprint(of: &impl Serialize) -> Result<String, Fault> {
    let text = serde_json::to_vec(of).map_err(|source| Fault::Payload {
        what: "a calendar entry",
        source,
    })?;
    let digest = Sha256::digest(&text);
    Ok(hex(&digest))
}
