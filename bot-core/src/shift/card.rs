//! What people see of a shift.

use crate::error::Fault;
use crate::ids::{GroupId, Reference};
use crate::locale::Voice;
use crate::reply::Card;
use crate::work::Work;

/// The card of a shift, loaded and written for a reader of that voice; `None` if there is none of that number.
pub async fn load(
    _work: &mut Work<'_>,
    _group: GroupId,
    _reference: Reference,
    _voice: &Voice,
) -> Result<Option<Card>, Fault> {
    Ok(None)
}
