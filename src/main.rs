//! The command line of Muster.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

use anyhow::{Context, Result, bail};
use clap::{Args, Parser, Subcommand};
use muster::adopt::{self, Adopted};
use muster::backup;
use muster::calendar::export::{self, ExportArgs};
use muster::calendar::import::{self, ImportArgs};
use muster::config::Config;
use muster::console::Console;
use muster::ending::Ending;
use muster::tally::{self, TallyArgs};
use muster_adapter_console::Seat;
use muster_adapter_console::session::MAIN_ROOM;
use muster_core::store::Store;
use muster_storage::{Database, DatabaseUrl};

/// A self-hosted organizing assistant for volunteers: shifts, tasks, reminders, broadcasts and polls inside the
/// chats people already use.
///
/// With nothing configured it opens the local console on the SQLite file muster.db; with a platform's token it runs the bots.
#[derive(Debug, Parser)]
#[command(name = "muster", version)]
struct Cli {
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Run the bots on the platforms that are configured.
    Run,
    /// Sit at the local console, or play a transcript.
    Console(ConsoleArgs),
    /// Bring the database to this version's schema, and say which version it has.
    Migrate,
    /// Take the events and tasks of a calendar file (iCalendar or CSV) into a group.
    Import(ImportArgs),
    /// Write a group's shifts and tasks as a file, for calendar programs or to take along.
    Export(ExportArgs),
    /// Write everything into a new file, while the desk goes on.
    Backup(BackupArgs),
    /// Make the configured database, which must not be there yet, of a backup.
    Restore(BackupArgs),
    /// Count the ballots of a file, stage by stage, so that anybody can check it by hand.
    Tally(TallyArgs),
    /// Serve a platform from the configured store of keys, where the one it was served from is lost for good.
    Adopt {
        /// The platform.
        platform: Adopted,
    },
}

#[derive(Debug, Args)]
struct BackupArgs {
    /// The backup.
    file: PathBuf,
}

#[derive(Debug, Default, Args)]
struct ConsoleArgs {
    /// Who sits at the console.
    #[arg(long = "as", value_name = "NAME")]
    name: Option<String>,
    /// The room to open; @NAME is that person's private room.
    #[arg(long, value_name = "ROOM", default_value = MAIN_ROOM)]
    room: String,
    /// Play this transcript and exit with an error where what people see differs from what it says.
    #[arg(long, value_name = "FILE")]
    script: Option<PathBuf>,
    /// With --script: write what people see into the file instead.
    #[arg(long, requires = "script")]
    record: bool,
}

fn main() -> ExitCode {
    let cli = Cli::parse();
    let ended = tokio::runtime::Runtime::new()
        .context("no runtime")
        .and_then(|runtime| {
            let ended = runtime.block_on(run(cli));
            // Whoever reads the keyboard may wait for a line that never comes.
            runtime.shutdown_background();
            ended
        });
    ended.unwrap_or_else(|error| {
        complain(&format!("muster: {error:#}"));
        ExitCode::FAILURE
    })
}

async fn run(cli: Cli) -> Result<ExitCode> {
    let config = Config::read(Path::new(""))?;
    #[cfg(feature = "failpoints")]
    muster::engine::fault::arm(config.faults.clone());
    tracing_subscriber::fmt()
        .with_env_filter(config.log.clone())
        .with_writer(std::io::stderr)
        .init();
    match cli.command {
        None if config.serves_platforms() => run_bots(config).await,
        None => {
            console(
                config,
                ConsoleArgs {
                    room: MAIN_ROOM.to_owned(),
                    ..ConsoleArgs::default()
                },
            )
            .await
        }
        Some(Command::Console(args)) => console(config, args).await,
        Some(Command::Migrate) => migrate(&config).await,
        Some(Command::Import(args)) => import(&config, &args).await,
        Some(Command::Export(args)) => export(&config, &args).await,
        Some(Command::Backup(args)) => tell(backup::back_up(&config, &args.file).await),
        Some(Command::Restore(args)) => tell(backup::restore(&config, &args.file).await),
        Some(Command::Tally(args)) => count(&args),
        Some(Command::Adopt { platform }) => adopt(&config, platform).await,
        Some(Command::Run) => run_bots(config).await,
    }
}

/// Says what was done.
fn tell(done: Result<String>) -> Result<ExitCode> {
    say(&done?);
    Ok(ExitCode::SUCCESS)
}

async fn migrate(config: &Config) -> Result<ExitCode> {
    open(config).await?.close().await;
    say(&format!("{}: schema {}", config.database, Database::newest_schema()));
    Ok(ExitCode::SUCCESS)
}

async fn adopt(config: &Config, platform: Adopted) -> Result<ExitCode> {
    let database = open(config).await?;
    let adoption = adopt::adopt(config, &*database.store(), platform).await;
    database.close().await;
    tell(adoption.map(|adoption| adoption.to_string()))
}

async fn import(config: &Config, args: &ImportArgs) -> Result<ExitCode> {
    let database = open(config).await?;
    let report = import::import(&*database.store(), args).await;
    database.close().await;
    let report = report?;
    say(&report.to_string());
    Ok(if report.refused() {
        ExitCode::FAILURE
    } else {
        ExitCode::SUCCESS
    })
}

async fn export(config: &Config, args: &ExportArgs) -> Result<ExitCode> {
    let database = open(config).await?;
    let exported = export::export(&*database.store(), args).await;
    database.close().await;
    let exported = exported?;
    match &args.file {
        Some(file) => say(&format!("{}: {}", file.display(), exported.said)),
        None => write_out(&exported.text)?,
    }
    Ok(ExitCode::SUCCESS)
}

fn count(args: &TallyArgs) -> Result<ExitCode> {
    let counted = tally::run(args)?;
    write_out(&format!("{counted}\n"))?;
    Ok(ExitCode::SUCCESS)
}

async fn run_bots(config: Config) -> Result<ExitCode> {
    let ending = Ending::listen().context("signals")?;
    let database = open(&config).await?;
    let ended = Box::pin(muster::running::run(config, database.store(), ending)).await;
    database.close().await;
    ended?;
    Ok(ExitCode::SUCCESS)
}

async fn console(config: Config, args: ConsoleArgs) -> Result<ExitCode> {
    let ending = Ending::listen().context("signals")?;
    let database = open(&config).await?;
    let seat = database.take_seat().await.with_context(|| place(&config))?;
    // The future of a whole sitting is large: it lives on the heap.
    let ended = Box::pin(sit(config, args, database.store(), ending)).await;
    // Closing folds the write-ahead log into the file: what was blanked there is gone from the disk.
    database.close().await;
    seat.leave().await;
    ended
}

async fn sit(config: Config, args: ConsoleArgs, store: Arc<dyn Store>, mut ending: Ending) -> Result<ExitCode> {
    let seat = Seat {
        name: args.name.unwrap_or_else(|| config.console_name.clone()),
        room: args.room,
    };
    let console = Console {
        store,
        defaults: config.defaults,
        retention: config.retention,
        seat,
    };
    let Some(script) = args.script else {
        console.run(history(&config.database), ending).await?;
        return Ok(ExitCode::SUCCESS);
    };
    let text = std::fs::read_to_string(&script).with_context(|| format!("{} cannot be read", script.display()))?;
    let played = tokio::select! {
        played = console.play(&text) => played?,
        () = ending.asked() => bail!("{}: ended by a signal before its end", script.display()),
    };
    if args.record {
        std::fs::write(
            &script,
            muster_adapter_console::transcript::rewritten(&text, &played.seen),
        )?;
    } else if !played.differences.is_empty() {
        say(&played.to_string());
        return Ok(ExitCode::FAILURE);
    }
    say(&format!("{}: {} acts", script.display(), played.acts));
    Ok(ExitCode::SUCCESS)
}

/// Opens the database and brings it to this version's schema.
async fn open(config: &Config) -> Result<Database> {
    let database = Database::open(&config.database).await.with_context(|| place(config))?;
    database.migrate().await.with_context(|| place(config))?;
    Ok(database)
}

/// What an error says first: which database it is about, and where that is configured.
fn place(config: &Config) -> String {
    format!("the database {} (key database_url)", config.database)
}

/// The history of typed lines stands beside the database; where that is a server, in the working directory.
fn history(database: &DatabaseUrl) -> PathBuf {
    let mut path = match database {
        DatabaseUrl::Sqlite(path) => path.as_os_str().to_owned(),
        DatabaseUrl::Postgres(_) => "muster".into(),
    };
    path.push(".history");
    path.into()
}

#[expect(clippy::print_stderr, reason = "the command line's last word")]
fn complain(text: &str) {
    eprintln!("{text}");
}

/// Writes a file to standard output, as it is.
fn write_out(text: &str) -> Result<()> {
    use std::io::Write;
    let mut out = std::io::stdout().lock();
    out.write_all(text.as_bytes())
        .and_then(|()| out.flush())
        .context("standard output")
}

#[expect(clippy::print_stdout, reason = "the command line's answer")]
fn say(text: &str) {
    println!("{text}");
}
