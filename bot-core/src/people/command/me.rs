//! `me`: my own settings and accounts. Whoever writes may use them, in a group or not.

use super::{PeopleCommand, bare};
use crate::catalogue::{Access, ArgKind, ArgSpec, Args, Command, CommandSpec, Shape};
use crate::error::UserError;
use crate::reply::Visibility;

/// A command about the person who acts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MeCommand {
    /// `me`
    Show,
    /// `me timezone <zone or city>`
    Timezone(String),
    /// `me language <code>`
    Language(String),
    /// `me reminders 24h,2h`
    Reminders(String),
    /// `me quiet 21:00-08:00`
    Quiet(String),
    /// `me pause`, `me pause <until>`, `me pause off`
    Pause(Option<String>),
    /// `me digest <time>`, `me digest off`
    Digest(String),
    /// `me prefer <platform>`, `me prefer last`
    Prefer(String),
    /// `me skills`, `me skills <skill>…`, `me skills none`
    Skills(Option<String>),
    /// `me calendar`, `me calendar new`, `me calendar revoke`
    Calendar(CalendarAct),
    /// `me export`
    Export,
    /// `me forget [confirm:yes]`
    Forget {
        /// Whether they said that they mean it.
        confirmed: bool,
    },
    /// `me link`, `me link <code>`, `me link confirm`
    Link(Option<String>),
}

/// What is to become of the address of somebody's calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CalendarAct {
    /// It is made, unless there is one.
    Have,
    /// Another one takes its place.
    Renew,
    /// It ends.
    End,
}

pub(super) const SHOW: CommandSpec = bare("me", Access::Anyone, Visibility::Private, |_| me(MeCommand::Show));

pub(super) const TIMEZONE: CommandSpec = CommandSpec {
    path: "me timezone",
    args: &[ArgSpec::new("zone", "zone or city", ArgKind::Zone, Shape::Required)],
    access: Access::Anyone,
    visibility: Visibility::Private,
    build: |mut args: Args| me(MeCommand::Timezone(args.required_text("zone")?)),
};

pub(super) const LANGUAGE: CommandSpec = CommandSpec {
    path: "me language",
    args: &[ArgSpec::new(
        "language",
        "en|es",
        ArgKind::Word { max: 32 },
        Shape::Required,
    )],
    access: Access::Anyone,
    visibility: Visibility::Private,
    build: |mut args: Args| me(MeCommand::Language(args.required_text("language")?)),
};

pub(super) const REMINDERS: CommandSpec = CommandSpec {
    path: "me reminders",
    args: &[ArgSpec::new(
        "ladder",
        "24h,2h|off",
        ArgKind::Text { max: 80 },
        Shape::Required,
    )],
    access: Access::Anyone,
    visibility: Visibility::Private,
    build: |mut args: Args| me(MeCommand::Reminders(args.required_text("ladder")?)),
};

pub(super) const QUIET: CommandSpec = CommandSpec {
    path: "me quiet",
    args: &[ArgSpec::new(
        "hours",
        "21:00-08:00|off",
        ArgKind::Text { max: 40 },
        Shape::Required,
    )],
    access: Access::Anyone,
    visibility: Visibility::Private,
    build: |mut args: Args| me(MeCommand::Quiet(args.required_text("hours")?)),
};

pub(super) const PAUSE: CommandSpec = CommandSpec {
    path: "me pause",
    args: &[ArgSpec::new(
        "until",
        "until|off",
        ArgKind::Text { max: 60 },
        Shape::Optional,
    )],
    access: Access::Anyone,
    visibility: Visibility::Private,
    build: |mut args: Args| me(MeCommand::Pause(args.text("until"))),
};

pub(super) const DIGEST: CommandSpec = CommandSpec {
    path: "me digest",
    args: &[ArgSpec::new(
        "time",
        "8:00|off",
        ArgKind::Text { max: 20 },
        Shape::Required,
    )],
    access: Access::Anyone,
    visibility: Visibility::Private,
    build: |mut args: Args| me(MeCommand::Digest(args.required_text("time")?)),
};

pub(super) const PREFER: CommandSpec = CommandSpec {
    path: "me prefer",
    args: &[ArgSpec::new(
        "platform",
        "last|platform",
        ArgKind::Word { max: 32 },
        Shape::Required,
    )],
    access: Access::Anyone,
    visibility: Visibility::Private,
    build: |mut args: Args| me(MeCommand::Prefer(args.required_text("platform")?)),
};

pub(super) const SKILLS: CommandSpec = CommandSpec {
    path: "me skills",
    args: &[ArgSpec::new(
        "skills",
        "driver, spanish|none",
        ArgKind::Text { max: 400 },
        Shape::Optional,
    )],
    access: Access::Anyone,
    visibility: Visibility::Private,
    build: |mut args: Args| me(MeCommand::Skills(args.text("skills"))),
};

pub(super) const LINK: CommandSpec = CommandSpec {
    path: "me link",
    args: &[ArgSpec::new(
        "code",
        "code|confirm",
        ArgKind::Text { max: 64 },
        Shape::Optional,
    )],
    access: Access::Anyone,
    visibility: Visibility::Private,
    build: |mut args: Args| me(MeCommand::Link(args.text("code"))),
};

pub(super) const CALENDAR: CommandSpec = CommandSpec {
    path: "me calendar",
    args: &[ArgSpec::new(
        "act",
        "new|revoke",
        ArgKind::Choice(&["new", "revoke"]),
        Shape::Optional,
    )],
    access: Access::Anyone,
    visibility: Visibility::Private,
    build: |mut args: Args| {
        me(MeCommand::Calendar(match args.choice("act") {
            Some("new") => CalendarAct::Renew,
            Some("revoke") => CalendarAct::End,
            _ => CalendarAct::Have,
        }))
    },
};

pub(super) const EXPORT: CommandSpec = bare("me export", Access::Anyone, Visibility::Private, |_| {
    me(MeCommand::Export)
});

/// Whoever is not known is not made known by it.
pub(crate) const FORGET: CommandSpec = CommandSpec {
    path: "me forget",
    args: &[ArgSpec::new("confirm", "yes", ArgKind::Choice(&["yes"]), Shape::Keyed)],
    access: Access::Anyone,
    visibility: Visibility::Private,
    build: |mut args: Args| {
        me(MeCommand::Forget {
            confirmed: args.choice("confirm").is_some(),
        })
    },
};

#[expect(clippy::unnecessary_wraps, reason = "the shape of a build function")]
const fn me(command: MeCommand) -> Result<Command, UserError> {
    Ok(Command::People(PeopleCommand::Me(command)))
}
