//! Stored tasks.

use async_trait::async_trait;

/// The tasks of every group.
#[async_trait]
pub trait Tasks {}
