//! What is held on people, what they get to see of it, and what is left when they want to be forgotten.
//!
//! - [`map`]: every column of every table, with what `me export` and `me forget` do to it
//! - `forget`: `me forget`, carried out
//! - `page`: the same as a page, `docs/privacy.md`
//!
//! To add a table or a column: its line in [`map`], in the file of its area. The test `storage/tests/privacy_map.rs`
//! holds the lines against the migrated schema of every database, and says what to add. If the column is a person's:
//! `export/person/` shows it, `forget` here and `store::Privacy` let it go; the tests in `storage/tests/` find what
//! they miss. A table with a `group_id` also goes with its group, in `Privacy::remove_group`.

pub(crate) mod forget;
pub mod map;
mod page;
#[cfg(test)]
mod tests;

pub use map::{Care, Column, Export, Forget, Table, tables};
pub use page::page;
