//! The desk on a database: the only user of sqlx.
//!
//! - [`Database`]: whichever of the two an operator configured by a [`DatabaseUrl`]
//! - [`SqliteStore`]: opens, locks and migrates a file, and begins units of work on it
//! - `sqlite`: what is SQLite's own: connections, the writer's queue, the unit of work
//! - [`PostgresStore`]: connects to a database and migrates it, and begins units of work on it
//! - `postgres`: what is PostgreSQL's own: connections, isolation, the unit of work
//! - `people`, `teams`, `shifts`, …: one file a repository, its SQL and its rows
//! - `privacy`: what is held on one person, and its end
//! - `joining`: what moves when two persons become one
//! - `course`: how a series is kept that is part of a row
//! - `column`: from a stored value to ours, or an error that names table, column and id
//! - `failure`: from a database's error to the core's
//! - [`backup`]: the whole desk in one file, and a desk made of it
//! - [`OpenError`], [`MigrationError`]: why a database cannot be used
//!
//! # One SQL text for every database
//!
//! Each repository is a macro over the type of the unit of work: `people!(SqliteUnit)` and `people!(PostgresUnit)` are one
//! text. sqlx 0.9 takes `$1`, `ON CONFLICT … excluded`, `WITH … AS MATERIALIZED` and `RETURNING` on both. What must differ
//! is an argument of the macro:
//!
//! | argument | SQLite | PostgreSQL | why |
//! | --- | --- | --- | --- |
//! | `lock` | `""` | `" FOR NO KEY UPDATE"` | one writer at a time needs no row lock; rows that refer to the locked one can still come |
//! | `skip_locked` | `""` | `" FOR UPDATE SKIP LOCKED"` | several nodes take messages and due work at once |
//!
//! The same on both: ids are bound as [`uuid::Uuid`], instants as whole microseconds in an `i64`, numbers as `i64`,
//! truth as `bool`, and enums as the word that serde writes. Nothing is sorted by text in SQL, and nothing is lower-cased
//! there: what must compare without case has a key that we make. An order that may meet NULL says where NULL goes.
//!
//! # To add a repository
//!
//! 1. the trait in `muster_core::store`, the rows in `muster_core::testing::memory`, the behaviours in
//!    `muster_core::testing::contract`;
//! 2. the tables in `migrations/sqlite/NNNN_name.sql`: `STRICT`, `group_id` first in the key of what a group owns, an index
//!    for each foreign key to `people` and for what is looked up by an instant; and the same in
//!    `migrations/postgres/NNNN_name.sql`, with `UUID` for the `BLOB` of an id and `BYTEA` for others, `BIGINT` for
//!    `INTEGER` and `BOOLEAN` where it is a truth;
//! 3. a file here: rows that derive [`sqlx::FromRow`] and turn into entities through `column::Origin`, and the macro. What
//!    a use case loads in order to change it has a loader that ends in `_for_update` and takes the argument `lock`; the
//!    plain one never locks, since units that only read use it;
//! 4. its lines at the end of that file, `shifts!(SqliteUnit, lock: "")` and
//!    `shifts!(PostgresUnit, lock: " FOR NO KEY UPDATE")`.

#![deny(missing_docs)]

mod agenda;
mod asks;
mod audit;
pub mod backup;
mod broadcasts;
mod calendar_feeds;
mod column;
mod course;
mod database;
mod failure;
mod find;
mod imports;
mod inbox;
mod instance;
mod joining;
mod keystores;
mod leases;
mod link_codes;
mod live_cards;
mod moving;
mod outbox;
mod people;
mod polls;
mod postgres;
mod privacy;
mod reminders;
mod role_mappings;
mod secret_ballots;
mod series;
mod shift_templates;
mod shifts;
mod skills;
mod sqlite;
mod tasks;
mod teams;
mod undo;

pub use database::{ConsoleSeat, Database, DatabaseUrl, PostgresUrl, UrlError};
pub use failure::{MigrationError, OpenError};
pub use postgres::PostgresStore;
pub use sqlite::SqliteStore;
