//! The commands of tasks, as data.

use super::{NOTE_MAX, TITLE_MAX};
use crate::catalogue::{Access, ArgKind, ArgSpec, Args, Command, CommandSpec, Shape};
use crate::error::UserError;
use crate::ids::Kind;
use crate::reply::Visibility;
use crate::series::Scope;
use crate::series::course::target::{self, ON, Part};
use crate::time::When;

/// A command of tasks. Tasks go by the number of their reference.
#[derive(Debug, Clone, PartialEq)]
pub enum TaskCommand {
    /// `task add`
    Add(Box<Add>),
    /// `task list`
    List(Filter),
    /// `task show`
    Show(u32),
    /// `task claim`
    Claim(u32),
    /// `task release`
    Release(u32),
    /// `task assign`
    Assign {
        /// The task.
        task: u32,
        /// To whom, by name.
        member: String,
    },
    /// `task done`
    Done {
        /// The task.
        task: u32,
        /// What there is to say of it.
        note: Option<String>,
    },
    /// `task reopen`
    Reopen(u32),
    /// `task edit`
    Edit(Box<Edit>),
    /// `task delete`
    Delete {
        /// The task.
        task: u32,
        /// Which of its dates.
        dates: Box<target::Which>,
    },
}

/// `task add`
#[derive(Debug, Clone, PartialEq)]
pub struct Add {
    /// What is to be done.
    pub title: String,
    /// By when.
    pub due: Option<When>,
    /// Who has it, by name.
    pub owner: Option<String>,
    /// The team whose work it is, by name.
    pub team: Option<String>,
    /// How it repeats.
    pub repeat: Option<When>,
    /// More about it.
    pub note: Option<String>,
}

/// Which tasks to list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filter {
    /// Of which kind.
    pub which: Which,
    /// Of which team, by name.
    pub team: Option<String>,
}

/// Which tasks to list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Which {
    /// Those that are still to be done.
    Open,
    /// Of those, the ones that whoever asks has.
    Mine,
    /// Of those, the ones whose time has passed.
    Overdue,
    /// Those that are done.
    Done,
}

/// `task edit`: what is not given stays, and `none` takes a part away.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Edit {
    /// The task.
    pub task: u32,
    /// What is to be done.
    pub title: Option<String>,
    /// By when.
    pub due: Part<When>,
    /// The team whose work it is, by name.
    pub team: Part<String>,
    /// How it repeats.
    pub repeat: Part<When>,
    /// More about it.
    pub note: Part<String>,
    /// Which of its dates.
    pub dates: target::Which,
}

impl Edit {
    /// Whether nothing is to be changed.
    pub fn changes_nothing(&self) -> bool {
        let due = self.due == Part::Kept && self.repeat == Part::Kept;
        due && self.title.is_none() && self.team == Part::Kept && self.note == Part::Kept
    }
}

const TASK: ArgSpec = ArgSpec::new("task", "T3", ArgKind::Reference(Kind::Task), Shape::Required);
const DUE: ArgSpec = ArgSpec::new("due", "when", ArgKind::When, Shape::Keyed);
const NEW_DUE: ArgSpec = ArgSpec::new("due", "<when>|none", ArgKind::WhenOrNone, Shape::Keyed);
const FOR: ArgSpec = ArgSpec::new("for", "member", ArgKind::Member, Shape::Keyed);
const TEAM: ArgSpec = ArgSpec::new("team", "team", ArgKind::Team, Shape::Keyed);
const REPEAT: ArgSpec = ArgSpec::new("repeat", "rule", ArgKind::When, Shape::Keyed);
const NEW_REPEAT: ArgSpec = ArgSpec::new("repeat", "<rule>|none", ArgKind::WhenOrNone, Shape::Keyed);
const WHICH: ArgSpec = ArgSpec::new(
    "which",
    "mine|open|overdue|done",
    ArgKind::Choice(&["mine", "open", "overdue", "done"]),
    Shape::Optional,
);

const fn title(shape: Shape) -> ArgSpec {
    ArgSpec::new("title", "title", ArgKind::Text { max: TITLE_MAX }, shape)
}

const fn note(shape: Shape) -> ArgSpec {
    ArgSpec::new("note", "text", ArgKind::Text { max: NOTE_MAX }, shape)
}

const fn command(
    path: &'static str,
    args: &'static [ArgSpec],
    build: fn(Args) -> Result<Command, UserError>,
) -> CommandSpec {
    CommandSpec {
        path,
        args,
        access: Access::Member,
        visibility: Visibility::Public,
        build,
    }
}

/// The commands, in the order of help.
pub const SPECS: &[CommandSpec] = &[
    command(
        "task add",
        &[title(Shape::Required), DUE, FOR, TEAM, REPEAT, note(Shape::Keyed)],
        |mut args| {
            Ok(Command::Task(TaskCommand::Add(Box::new(Add {
                title: args.required_text("title")?,
                due: args.when("due"),
                owner: args.text("for"),
                team: args.text("team"),
                repeat: args.when("repeat"),
                note: args.text("note"),
            }))))
        },
    ),
    command("task list", &[WHICH, TEAM], |mut args| {
        let which = match args.choice("which") {
            Some("mine") => Which::Mine,
            Some("overdue") => Which::Overdue,
            Some("done") => Which::Done,
            _ => Which::Open,
        };
        let team = args.text("team");
        Ok(Command::Task(TaskCommand::List(Filter { which, team })))
    }),
    command("task show", &[TASK], |args| about(args, TaskCommand::Show)),
    command("task claim", &[TASK], |args| about(args, TaskCommand::Claim)),
    command("task release", &[TASK], |args| about(args, TaskCommand::Release)),
    command(
        "task assign",
        &[TASK, ArgSpec::new("member", "member", ArgKind::Member, Shape::Required)],
        |mut args| {
            Ok(Command::Task(TaskCommand::Assign {
                task: number(&mut args)?,
                member: args.required_text("member")?,
            }))
        },
    ),
    command("task done", &[TASK, note(Shape::Optional)], |mut args| {
        Ok(Command::Task(TaskCommand::Done {
            task: number(&mut args)?,
            note: args.text("note"),
        }))
    }),
    command("task reopen", &[TASK], |args| about(args, TaskCommand::Reopen)),
    command(
        "task edit",
        &[
            TASK,
            title(Shape::Keyed),
            NEW_DUE,
            TEAM,
            NEW_REPEAT,
            note(Shape::Keyed),
            Scope::ARG,
            ON,
        ],
        |mut args| {
            Ok(Command::Task(TaskCommand::Edit(Box::new(Edit {
                task: number(&mut args)?,
                title: args.text("title"),
                due: Part::given(args.when_or_none("due")),
                team: text_part(args.text("team")),
                repeat: Part::given(args.when_or_none("repeat")),
                note: text_part(args.text("note")),
                dates: target::Which::take(&mut args),
            }))))
        },
    ),
    command("task delete", &[TASK, Scope::ARG, ON], |mut args| {
        Ok(Command::Task(TaskCommand::Delete {
            task: number(&mut args)?,
            dates: Box::new(target::Which::take(&mut args)),
        }))
    }),
];

/// A command that takes a task and nothing else.
fn about(mut args: Args, build: fn(u32) -> TaskCommand) -> Result<Command, UserError> {
    Ok(Command::Task(build(number(&mut args)?)))
}

fn number(args: &mut Args) -> Result<u32, UserError> {
    Ok(args.required_reference("task")?.number)
}

fn text_part(given: Option<String>) -> Part<String> {
    match given {
        None => Part::Kept,
        Some(text) if text.eq_ignore_ascii_case("none") => Part::Removed,
        Some(text) => Part::Set(text),
    }
}
