//! What happens when something about a task falls due.

use crate::error::Fault;
use crate::store::Due;
use crate::work::Work;

/// Carries it out.
pub async fn run(_work: &mut Work<'_>, _due: &Due) -> Result<(), Fault> {
    Ok(())
}
