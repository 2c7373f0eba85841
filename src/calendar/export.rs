//! `muster export`: a group's desk as a file.

use std::path::PathBuf;

use anyhow::{Context, Result};
use clap::{Args, ValueEnum};
use muster_core::calendar::give::{Desk, csv, ics};
use muster_core::clock::Clock;
use muster_core::export::{self, Bound};
use muster_core::store::Store;

use super::group;
use crate::clock::DeskClock;

/// What is typed after `muster export`.
#[derive(Debug, Args)]
pub struct ExportArgs {
    /// The file to write; without one it goes to standard output.
    pub file: Option<PathBuf>,
    /// What to write.
    #[arg(long, value_name = "FORM")]
    pub format: Format,
    /// The group, where there are several.
    #[arg(long, value_name = "NAME")]
    pub group: Option<String>,
}

/// What a desk is written as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// Shifts, series and tasks for calendar programs (iCalendar, RFC 5545).
    Ics,
    /// Shifts and series as a table.
    Csv,
    /// Everything that the group's organizers may see, with rosters.
    Json,
}

/// What was written.
#[derive(Debug)]
pub struct Exported {
    /// The text.
    pub text: String,
    /// What to tell the operator.
    pub said: String,
}

/// Writes a desk; into the file, if one is named.
pub async fn export(store: &dyn Store, args: &ExportArgs) -> Result<Exported> {
    let mut unit = store.read().await?;
    let now = DeskClock::new(unit.hand_set_clock().await?).now();
    let group = group(&mut *unit, args.group.as_deref()).await?;
    let exported = match args.format {
        Format::Json => Exported {
            text: export::group(&mut *unit, &group, now, Bound::NONE).await?.text,
            said: format!("everything of \"{}\"", group.name),
        },
        Format::Ics | Format::Csv => {
            let desk = Desk::load(&mut *unit, &group).await?;
            let [shifts, series, tasks] = desk.counts();
            let counted = format!("\"{}\": {shifts} shifts, {series} series", group.name);
            if args.format == Format::Ics {
                let said = format!("{counted}, {tasks} tasks; nobody's name");
                Exported {
                    text: ics(&desk, now),
                    said,
                }
            } else {
                let said = format!("{counted}; nobody's name, and no tasks: those are in --format ics");
                Exported {
                    text: csv(&desk)?,
                    said,
                }
            }
        }
    };
    if let Some(file) = &args.file {
        std::fs::write(file, &exported.text).with_context(|| format!("{} cannot be written", file.display()))?;
    }
    Ok(exported)
}
