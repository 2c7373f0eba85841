//! `muster import`: all of a file that can be taken, or, where the database fails, nothing.

use std::fmt;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use clap::Args;
use muster_core::calendar::take::{Taken, take};
use muster_core::calendar::{MOST_BYTES, Reading, ics, table};
use muster_core::clock::Clock;
use muster_core::store::{Store, StoreError};
use muster_core::time::Frame;
use muster_core::work::Work;

use super::report::Report;
use super::{Form, group};
use crate::clock::DeskClock;
use crate::ids::MachineIds;

/// How often a unit of work that met another one is run again.
const ATTEMPTS: u32 = 5;

/// What is typed after `muster import`.
#[derive(Debug, Args)]
pub struct ImportArgs {
    /// An iCalendar file (.ics) or a table (.csv).
    pub file: PathBuf,
    /// The group that it is for, where there are several.
    #[arg(long, value_name = "NAME")]
    pub group: Option<String>,
    /// What the file is, where its name does not tell.
    #[arg(long = "as", value_name = "FORM")]
    pub form: Option<Form>,
    /// Say what would be taken, and take nothing.
    #[arg(long)]
    pub dry_run: bool,
}

/// Takes a file; the report, which says whether something was refused.
pub async fn import(store: &dyn Store, args: &ImportArgs) -> Result<Report> {
    let bytes = read(&args.file)?;
    let Some(form) = args.form.or_else(|| Form::of(&args.file)) else {
        bail!("{}: say what it is with --as ics or --as csv", args.file.display());
    };
    let mut attempt = 1;
    loop {
        match once(store, args, form, &bytes).await {
            Err(error) if attempt < ATTEMPTS && is_contended(&error) => attempt += 1,
            done => return done,
        }
    }
}

async fn once(store: &dyn Store, args: &ImportArgs, form: Form, bytes: &[u8]) -> Result<Report> {
    let mut unit = store.begin().await?;
    let clock = DeskClock::new(unit.hand_set_clock().await?);
    let group = group(&mut *unit, args.group.as_deref()).await?;
    let frame = Frame {
        now: clock.now(),
        zone: group.zone.clone(),
        language: group.language,
    };
    let Reading { entries, remarks } = match form {
        Form::Ics => ics::read(bytes, &frame),
        Form::Csv => table::read(bytes, &frame),
    };
    let ids = MachineIds::default();
    let mut work = Work {
        unit: &mut *unit,
        ids: &ids,
        now: frame.now,
        public_url: None,
    };
    let taken: Vec<Taken> = take(&mut work, &group, &entries).await?;
    if !args.dry_run {
        unit.commit().await?;
    }
    Ok(Report {
        file: args.file.display().to_string(),
        group: group.name,
        dry_run: args.dry_run,
        taken,
        remarks,
    })
}

fn is_contended(error: &anyhow::Error) -> bool {
    error
        .chain()
        .any(|cause| matches!(cause.downcast_ref::<StoreError>(), Some(StoreError::Contended)))
}

fn read(file: &Path) -> Result<Vec<u8>> {
    let place = || format!("{} cannot be read", file.display());
    let length = std::fs::metadata(file).with_context(place)?.len();
    if length > MOST_BYTES as u64 {
        bail!(
            "{} is larger than {} MB, which is the most that is taken",
            file.display(),
            MOST_BYTES >> 20
        );
    }
    std::fs::read(file).with_context(place)
}

impl fmt::Display for Form {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Ics => "ics",
            Self::Csv => "csv",
        })
    }
}
