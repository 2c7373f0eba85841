//! Stored shifts.

use async_trait::async_trait;

/// The shifts of every group.
#[async_trait]
pub trait Shifts {}
