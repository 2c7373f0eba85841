//! The one connection that writes. Units of work take turns on it, in the order they came.
//!
//! Those that come while another one is at it share a transaction, and with it one wait for the disk (a group commit): each is
//! a savepoint in it, and is told that it is done when all of it is on the disk. So a later one may see what an earlier
//! one did before that is; if the disk then refuses, all of them are told so, and nothing of any has happened.
//!
//! What opens and ends a unit runs in tasks of its own: whoever waits for it may be cut off at any point, it is not.

use std::sync::Arc;

use muster_core::store::{StoreError, StoreResult};
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{ConnectOptions, Connection, SqliteConnection};
use tokio::runtime::Handle;
use tokio::sync::{Mutex, OwnedMutexGuard, oneshot};

use crate::failure::failed;

/// Where units of work wait for their turn. Clones share it.
#[derive(Clone)]
pub(super) struct Writer {
    line: Arc<Mutex<Line>>,
    runtime: Handle,
}

/// Whose turn it is has this.
pub(super) struct Line {
    options: SqliteConnectOptions,
    /// None while it is somebody's turn, and after a failure that nobody knows the depth of.
    connection: Option<SqliteConnection>,
    /// Whether a transaction is open.
    is_open: bool,
    /// Whether somebody is in the line to commit it.
    is_seen_to: bool,
    /// Those who ended well in it.
    ended: Vec<oneshot::Sender<StoreResult<()>>>,
}

/// Somebody's turn. Dropped, it is as if it had not been.
pub(super) struct Turn {
    writer: Writer,
    held: Option<Held>,
}

struct Held {
    line: OwnedMutexGuard<Line>,
    connection: SqliteConnection,
}

/// Why something is not done that ended well.
#[derive(Debug, thiserror::Error)]
#[error("what several did together was refused: {0}")]
struct Refused(String);

impl Writer {
    /// Connects. To be called on the runtime that units of work are used on.
    pub(super) async fn connect(options: SqliteConnectOptions) -> sqlx::Result<Self> {
        let line = Line {
            connection: Some(options.connect().await?),
            options,
            is_open: false,
            is_seen_to: false,
            ended: Vec::new(),
        };
        Ok(Self {
            line: Arc::new(Mutex::new(line)),
            runtime: Handle::current(),
        })
    }

    /// Waits for a turn.
    pub(super) async fn begin(&self) -> StoreResult<Turn> {
        let line = self.line.clone().lock_owned().await;
        let writer = self.clone();
        self.carry_out(async move {
            Ok(Turn {
                held: Some(open(line).await?),
                writer,
            })
        })
        .await
    }

    /// Waits until no transaction is open, and for the connection.
    pub(super) async fn alone(&self) -> StoreResult<OwnedMutexGuard<Line>> {
        let mut line = self.line.clone().lock_owned().await;
        self.carry_out(async move {
            line.commit().await;
            if line.connection.is_none() {
                line.connection = Some(line.options.connect().await.map_err(failed)?);
            }
            Ok(line)
        })
        .await
    }

    /// Carries it out to its end, whatever becomes of whoever waits for it.
    async fn carry_out<T: Send + 'static>(
        &self,
        act: impl Future<Output = StoreResult<T>> + Send + 'static,
    ) -> StoreResult<T> {
        let done = self.runtime.spawn(act).await;
        done.unwrap_or_else(|ended| Err(StoreError::Backend(Box::new(ended))))
    }

    /// Lets the next one have its turn, and sees to it that the transaction is committed after those who wait by now.
    async fn pass_on(self, mut line: OwnedMutexGuard<Line>) {
        let is_seen_to = std::mem::replace(&mut line.is_seen_to, true);
        drop(line);
        if is_seen_to {
            return;
        }
        let mut line = self.line.lock_owned().await;
        line.is_seen_to = false;
        line.commit().await;
    }
}

/// Opens a unit of work, in the transaction that is open or in a new one.
async fn open(mut line: OwnedMutexGuard<Line>) -> StoreResult<Held> {
    let opened = async {
        let mut connection = match line.connection.take() {
            Some(connection) => connection,
            None => line.options.connect().await?,
        };
        if !line.is_open {
            run(&mut connection, "BEGIN IMMEDIATE").await?;
            line.is_open = true;
        }
        run(&mut connection, "SAVEPOINT unit").await?;
        Ok(connection)
    };
    match opened.await {
        Ok(connection) => Ok(Held { line, connection }),
        Err(error) => Err(line.lose(error)),
    }
}

async fn run(connection: &mut SqliteConnection, statement: &'static str) -> sqlx::Result<()> {
    sqlx::query(statement).execute(connection).await.map(drop)
}

impl Line {
    /// The connection, for whoever has the line for themselves.
    pub(super) fn connection(&mut self) -> &mut SqliteConnection {
        self.connection.as_mut().expect("it was connected when nobody had it")
    }

    /// Closes the connection, unless it is lost.
    pub(super) async fn close(&mut self) {
        if let Some(connection) = self.connection.take() {
            // It is closed by the time this has failed, too.
            let _ = connection.close().await;
        }
    }

    /// Puts what was done on the disk, and tells those who did it.
    async fn commit(&mut self) {
        let Some(connection) = self.connection.as_mut().filter(|_| self.is_open) else {
            return;
        };
        if let Err(error) = run(connection, "COMMIT").await {
            self.lose(error);
            return;
        }
        self.is_open = false;
        for told in self.ended.drain(..) {
            // Whoever was cut off needs no telling.
            let _ = told.send(Ok(()));
        }
    }

    /// The connection is not used again, since nobody knows what of it is still open: dropped, it takes that back.
    fn lose(&mut self, why: sqlx::Error) -> StoreError {
        let why = failed(why);
        self.connection = None;
        self.is_open = false;
        for told in self.ended.drain(..) {
            let told_why = match why {
                StoreError::Contended => StoreError::Contended,
                _ => StoreError::Backend(Box::new(Refused(why.to_string()))),
            };
            let _ = told.send(Err(told_why));
        }
        why
    }
}

impl Turn {
    /// Where the statements of the unit of work go.
    pub(super) fn connection(&mut self) -> &mut SqliteConnection {
        let held = self.held.as_mut().expect("a turn is held until it is over");
        &mut held.connection
    }

    /// Ends it well: when this returns it is on the disk.
    pub(super) async fn commit(mut self) -> StoreResult<()> {
        let held = self.held.take().expect("a turn is held until it is over");
        let writer = self.writer.clone();
        let (told, hears) = oneshot::channel();
        self.writer
            .runtime
            .spawn(async move { writer.pass_on(held.release(told).await).await });
        hears
            .await
            .unwrap_or_else(|gone| Err(StoreError::Backend(Box::new(gone))))
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        if let Some(held) = self.held.take() {
            let writer = self.writer.clone();
            self.writer
                .runtime
                .spawn(async move { writer.pass_on(held.undo().await).await });
        }
    }
}

impl Held {
    async fn release(mut self, told: oneshot::Sender<StoreResult<()>>) -> OwnedMutexGuard<Line> {
        match run(&mut self.connection, "RELEASE unit").await {
            Ok(()) => {
                self.line.ended.push(told);
                self.line.connection = Some(self.connection);
            }
            Err(error) => {
                let _ = told.send(Err(self.line.lose(error)));
            }
        }
        self.line
    }

    async fn undo(mut self) -> OwnedMutexGuard<Line> {
        match sqlx::raw_sql("ROLLBACK TO unit; RELEASE unit")
            .execute(&mut self.connection)
            .await
        {
            Ok(_) => self.line.connection = Some(self.connection),
            Err(error) => drop(self.line.lose(error)),
        }
        self.line
    }
}

#[cfg(test)]
mod tests {
    use tempfile::TempDir;

    use super::*;

    /// A file with a table whose rows refer to each other: that is looked at when they are committed.
    async fn writer() -> (TempDir, Writer) {
        let folder = tempfile::tempdir().unwrap();
        let options = SqliteConnectOptions::new()
            .filename(folder.path().join("muster.db"))
            .create_if_missing(true)
            .foreign_keys(true);
        let writer = Writer::connect(options).await.unwrap();
        let table =
            "CREATE TABLE links (id INTEGER PRIMARY KEY, next INTEGER REFERENCES links DEFERRABLE INITIALLY DEFERRED)";
        let mut turn = writer.begin().await.unwrap();
        run(turn.connection(), table).await.unwrap();
        turn.commit().await.unwrap();
        (folder, writer)
    }

    /// Writes that link `id` leads to `next`, and waits for the disk.
    async fn link(writer: &Writer, id: i64, next: i64) -> StoreResult<()> {
        let mut turn = writer.begin().await?;
        let insert = sqlx::query("INSERT INTO links (id, next) VALUES ($1, $2)")
            .bind(id)
            .bind(next);
        insert.execute(turn.connection()).await.unwrap();
        turn.commit().await
    }

    async fn links(writer: &Writer) -> Vec<i64> {
        let mut line = writer.alone().await.unwrap();
        let ids = sqlx::query_scalar("SELECT id FROM links ORDER BY id");
        ids.fetch_all(line.connection()).await.unwrap()
    }

    #[tokio::test]
    async fn those_who_come_together_are_done_together() {
        let (_folder, writer) = writer().await;
        // Each alone would lead nowhere, and be refused.
        let (one, two, three) = tokio::join!(link(&writer, 1, 2), link(&writer, 2, 3), link(&writer, 3, 1));
        assert!(one.is_ok() && two.is_ok() && three.is_ok(), "{one:?} {two:?} {three:?}");
        assert_eq!(links(&writer).await, [1, 2, 3]);
    }

    #[tokio::test]
    async fn what_the_disk_refuses_is_refused_to_all_of_them_and_the_next_ones_go_on() {
        let (_folder, writer) = writer().await;
        let (one, two) = tokio::join!(link(&writer, 1, 1), link(&writer, 2, 9));
        assert!(one.is_err() && two.is_err(), "{one:?} {two:?}");
        assert!(links(&writer).await.is_empty());
        link(&writer, 3, 3).await.unwrap();
        assert_eq!(links(&writer).await, [3]);
    }

    #[tokio::test]
    async fn whoever_gives_up_takes_back_their_own_alone() {
        let (_folder, writer) = writer().await;
        let gives_up = async {
            let mut turn = writer.begin().await.unwrap();
            run(turn.connection(), "INSERT INTO links (id, next) VALUES (2, 9)")
                .await
                .unwrap();
        };
        let (one, (), three) = tokio::join!(link(&writer, 1, 3), gives_up, link(&writer, 3, 1));
        assert!(one.is_ok() && three.is_ok(), "{one:?} {three:?}");
        assert_eq!(links(&writer).await, [1, 3]);
    }

    #[tokio::test]
    async fn nobody_is_told_that_it_is_done_before_others_can_see_it() {
        let (folder, writer) = writer().await;
        let file = SqliteConnectOptions::new().filename(folder.path().join("muster.db"));
        let told_then_seen = async |id| {
            link(&writer, id, id).await.unwrap();
            let mut other = file.clone().connect().await.unwrap();
            let seen: bool = sqlx::query_scalar("SELECT EXISTS (SELECT 1 FROM links WHERE id = $1)")
                .bind(id)
                .fetch_one(&mut other)
                .await
                .unwrap();
            seen
        };
        let seen = tokio::join!(told_then_seen(1), told_then_seen(2), told_then_seen(3));
        assert_eq!(seen, (true, true, true));
    }
}
