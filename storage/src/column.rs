//! From a stored value to ours and back. What cannot be what we wrote is an error with its address.

use std::fmt::Display;

use muster_core::chrono::{DateTime, TimeDelta};
use muster_core::clock::Instant;
use muster_core::store::{StoreError, StoreResult};
use muster_core::time::Moment;
use serde::de::value::StrDeserializer;
use serde::de::{DeserializeOwned, IntoDeserializer};
use serde::{Deserialize, Serialize};

/// Where a value comes from: a table, and the row's key as an error names it.
#[derive(Clone, Copy)]
pub(crate) struct Origin<'a> {
    pub(crate) table: &'static str,
    pub(crate) id: &'a dyn Display,
}

impl<'a> Origin<'a> {
    pub(crate) const fn new(table: &'static str, id: &'a dyn Display) -> Self {
        Self { table, id }
    }

    /// The error that names a column of this row.
    pub(crate) fn corrupt(self, column: &'static str) -> StoreError {
        StoreError::Corrupt {
            table: self.table,
            column,
            id: self.id.to_string(),
        }
    }

    /// An instant that [`micros`] wrote.
    pub(crate) fn instant(self, column: &'static str, micros: i64) -> StoreResult<Instant> {
        DateTime::from_timestamp_micros(micros).ok_or_else(|| self.corrupt(column))
    }

    /// The same where there may be none.
    pub(crate) fn instant_if_any(self, column: &'static str, micros: Option<i64>) -> StoreResult<Option<Instant>> {
        micros.map(|micros| self.instant(column, micros)).transpose()
    }

    /// A length of time in whole seconds, where there is one.
    pub(crate) fn length_if_any(self, column: &'static str, seconds: Option<i64>) -> StoreResult<Option<TimeDelta>> {
        let length = seconds.map(|seconds| TimeDelta::try_seconds(seconds).ok_or_else(|| self.corrupt(column)));
        length.transpose()
    }

    /// A number that was wider in the database.
    pub(crate) fn number<T: TryFrom<i64>>(self, column: &'static str, number: i64) -> StoreResult<T> {
        T::try_from(number).map_err(|_| self.corrupt(column))
    }

    /// A word that [`word`] wrote, or a zone's name.
    pub(crate) fn word<'de, T: Deserialize<'de>>(self, column: &'static str, word: &'de str) -> StoreResult<T> {
        let stored: StrDeserializer<'_, serde::de::value::Error> = word.into_deserializer();
        T::deserialize(stored).map_err(|_| self.corrupt(column))
    }

    /// The same where there may be none.
    pub(crate) fn word_if_any<'de, T: Deserialize<'de>>(
        self,
        column: &'static str,
        word: Option<&'de String>,
    ) -> StoreResult<Option<T>> {
        word.map(|word| self.word(column, word)).transpose()
    }

    /// What [`json`] wrote.
    pub(crate) fn json<T: DeserializeOwned>(self, column: &'static str, text: &str) -> StoreResult<T> {
        serde_json::from_str(text).map_err(|_| self.corrupt(column))
    }

    /// A moment, from its three columns: the instant that [`micros`] wrote, the wall clock and the zone.
    pub(crate) fn moment(self, columns: [&'static str; 3], at: i64, local: &str, zone: &str) -> StoreResult<Moment> {
        let [at_column, local_column, zone_column] = columns;
        Ok(Moment {
            at: self.instant(at_column, at)?,
            local: self.word(local_column, local)?,
            zone: self.word(zone_column, zone)?,
        })
    }

    /// A value that must be there.
    pub(crate) fn present<T>(self, column: &'static str, value: Option<T>) -> StoreResult<T> {
        value.ok_or_else(|| self.corrupt(column))
    }
}

/// An instant in whole microseconds since 1970.
pub(crate) const fn micros(at: Instant) -> i64 {
    at.timestamp_micros()
}

/// The word that serde has for a variant without contents.
pub(crate) fn word<T: Serialize>(variant: &T) -> StoreResult<String> {
    match serde_json::to_value(variant) {
        Ok(serde_json::Value::String(word)) => Ok(word),
        Ok(other) => Err(StoreError::Backend(format!("{other} is not stored as one word").into())),
        Err(error) => Err(StoreError::Backend(Box::new(error))),
    }
}

/// A payload as JSON text.
pub(crate) fn json<T: Serialize>(payload: &T) -> StoreResult<String> {
    serde_json::to_string(payload).map_err(|error| StoreError::Backend(Box::new(error)))
}
