//! Stored polls.

use async_trait::async_trait;

/// The polls of every group.
#[async_trait]
pub trait Polls {}
