//! The reminders of every group.

use async_trait::async_trait;
use muster_core::store::Reminders;

use crate::sqlite::SqliteUnit;

macro_rules! reminders {
    ($unit:ty) => {
        #[async_trait]
        impl Reminders for $unit {}
    };
}

reminders!(SqliteUnit);
