//! The tasks of every group.

use async_trait::async_trait;
use muster_core::store::Tasks;

use crate::sqlite::SqliteUnit;

macro_rules! tasks {
    ($unit:ty) => {
        #[async_trait]
        impl Tasks for $unit {}
    };
}

tasks!(SqliteUnit);
