//! `muster import` and `muster export`.
//!
//! - [`import`]: a file into a group, all of it that can be taken or nothing
//! - [`export`]: a group's desk as a file
//! - `report`: what is said of it

pub mod export;
pub mod import;
mod report;

use std::path::Path;

use anyhow::{Result, bail};
use clap::ValueEnum;
use muster_core::people::Group;
use muster_core::store::UnitOfWork;

/// What a calendar file may be written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Form {
    /// iCalendar (RFC 5545).
    Ics,
    /// A table with a header row.
    Csv,
}

impl Form {
    /// The form that a file's name tells.
    fn of(file: &Path) -> Option<Self> {
        let ending = file.extension()?.to_str()?.to_lowercase();
        match ending.as_str() {
            "ics" | "ical" | "ifb" | "icalendar" | "vcs" => Some(Self::Ics),
            "csv" | "tsv" | "txt" => Some(Self::Csv),
            _ => None,
        }
    }
}

/// The group of that name; without a name the only one.
async fn group(unit: &mut dyn UnitOfWork, name: Option<&str>) -> Result<Group> {
    let mut groups = unit.groups().await?;
    let names: Vec<String> = groups.iter().map(|group| format!("\"{}\"", group.name)).collect();
    let names = names.join(", ");
    if groups.is_empty() {
        bail!("there is no group yet. To found one, type at the console (muster console): group");
    }
    if let Some(name) = name {
        groups.retain(|group| group.name.to_lowercase() == name.to_lowercase());
        if groups.is_empty() {
            bail!("no group is named \"{name}\": there is {names}");
        }
    }
    match groups.len() {
        1 => Ok(groups.remove(0)),
        _ if name.is_some() => bail!("several groups have that name: rename one at its console, with: group set name"),
        _ => bail!("there are several groups: say which one with --group: {names}"),
    }
}
