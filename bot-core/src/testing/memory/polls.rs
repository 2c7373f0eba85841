//! The polls of every group, in memory.

use async_trait::async_trait;

use super::MemoryUnit;
use crate::store::Polls;

#[async_trait]
impl Polls for MemoryUnit {}
