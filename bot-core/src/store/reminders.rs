//! Stored reminders.

use async_trait::async_trait;

/// The reminders of every group.
#[async_trait]
pub trait Reminders {}
