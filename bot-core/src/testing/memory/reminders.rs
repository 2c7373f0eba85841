//! The reminders of every group, in memory.

use async_trait::async_trait;

use super::MemoryUnit;
use crate::store::Reminders;

#[async_trait]
impl Reminders for MemoryUnit {}
