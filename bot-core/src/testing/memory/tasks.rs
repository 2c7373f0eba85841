//! The tasks of every group, in memory.

use async_trait::async_trait;

use super::MemoryUnit;
use crate::store::Tasks;

#[async_trait]
impl Tasks for MemoryUnit {}
