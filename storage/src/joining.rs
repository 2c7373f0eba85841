//! What moves from one person to another when the two turn out to be one: each repository knows its own columns.

use muster_core::ids::PersonId;
use muster_core::store::StoreResult;
use sqlx::query;

use crate::failure::failed;
use crate::postgres::PostgresUnit;
use crate::sqlite::SqliteUnit;

macro_rules! joining {
    ($unit:ty) => {
        impl $unit {
            /// Runs statements, in their order, that move what is of person `$1` to person `$2`.
            pub(crate) async fn reassign(
                &mut self,
                from: PersonId,
                into: PersonId,
                statements: &[&'static str],
            ) -> StoreResult<()> {
                for &statement in statements {
                    query(statement)
                        .bind(from.0)
                        .bind(into.0)
                        .execute(self.connection())
                        .await
                        .map_err(failed)?;
                }
                Ok(())
            }
        }
    };
}

joining!(SqliteUnit);
joining!(PostgresUnit);
