//! The shifts of every group, in memory.

use async_trait::async_trait;

use super::MemoryUnit;
use crate::store::Shifts;

#[async_trait]
impl Shifts for MemoryUnit {}
