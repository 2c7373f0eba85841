//! What is to be measured: the arguments.

use std::time::Duration;

use crate::ground::Kind;

/// How long a load lasts where nothing else is asked for.
const LOAD: Duration = Duration::from_secs(45);

/// What may stand after `--`.
const USAGE: &str = "type any of: lateness memory recovery cold Sqlite Postgres 20s small";

/// A part of the bench.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Part {
    Lateness,
    Memory,
    Recovery,
    Cold,
}

/// What is asked for.
#[derive(Debug)]
pub(crate) struct Asked {
    pub(crate) parts: Vec<Part>,
    /// The databases that are named.
    named: Vec<Kind>,
    /// How long a load lasts.
    pub(crate) load: Duration,
    /// A trial: a hundredth of the stock.
    small: bool,
}

impl Asked {
    pub(crate) fn read(arguments: impl Iterator<Item = String>) -> Self {
        let mut asked = Self {
            parts: Vec::new(),
            named: Vec::new(),
            load: LOAD,
            small: false,
        };
        for argument in arguments {
            match argument.as_str() {
                // Cargo says so to every bench.
                "--bench" => {}
                "lateness" => asked.parts.push(Part::Lateness),
                "memory" => asked.parts.push(Part::Memory),
                "recovery" => asked.parts.push(Part::Recovery),
                "cold" => asked.parts.push(Part::Cold),
                "Sqlite" => asked.named.push(Kind::Sqlite),
                "Postgres" => asked.named.push(Kind::Postgres),
                "small" => asked.small = true,
                seconds => {
                    let seconds = seconds.strip_suffix('s').and_then(|seconds| seconds.parse().ok());
                    asked.load = Duration::from_secs(seconds.unwrap_or_else(|| panic!("{argument:?}? {USAGE}")));
                }
            }
        }
        if asked.parts.is_empty() {
            asked.parts = vec![Part::Cold, Part::Recovery, Part::Memory, Part::Lateness];
        }
        asked
    }

    /// The databases to measure a part on: where none is named, what takes minutes is measured on SQLite alone.
    pub(crate) fn kinds(&self, part: Part) -> &[Kind] {
        match part {
            _ if !self.named.is_empty() => &self.named,
            Part::Lateness | Part::Memory => &[Kind::Sqlite],
            Part::Recovery | Part::Cold => &[Kind::Sqlite, Kind::Postgres],
        }
    }

    /// That many rows, or a hundredth of it.
    pub(crate) const fn stock(&self, rows: usize) -> usize {
        if self.small { rows / 100 } else { rows }
    }
}
