//! One console a database: an advisory lock, on a connection that does nothing else.

use std::fmt;

use sqlx::postgres::PgConnectOptions;
use sqlx::{Connection, PgConnection};

use super::connect;
use crate::failure::{OpenError, is_lock_not_available};

/// Any number will do as long as nobody else uses it in this database: these are the letters of "muster".
const KEY: i64 = 0x6d75_7374_6572;

/// How long to wait for a console that ends at this moment: the server frees a killed process's locks when it notices.
const PATIENCE: &str = "SET lock_timeout = '3s'";

/// A lock that lasts as long as this value, and not longer than the process.
pub(crate) struct SeatLock(PgConnection);

impl SeatLock {
    pub(super) async fn take(options: &PgConnectOptions) -> Result<Self, OpenError> {
        let mut connection = connect(options).await?;
        let refused = |source: sqlx::Error| {
            if is_lock_not_available(&source) {
                OpenError::Occupied
            } else {
                OpenError::Server {
                    source: Box::new(source),
                }
            }
        };
        sqlx::raw_sql(PATIENCE)
            .execute(&mut connection)
            .await
            .map_err(refused)?;
        sqlx::query("SELECT pg_advisory_lock($1)")
            .bind(KEY)
            .execute(&mut connection)
            .await
            .map_err(refused)?;
        Ok(Self(connection))
    }

    pub(crate) async fn release(self) {
        // A connection that is lost has lost the lock with it.
        let _ = self.0.close().await;
    }
}

impl fmt::Debug for SeatLock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SeatLock")
    }
}
