//! The commands of shifts, as data.

use super::{Add, Edit, Filter, Repeated, ShiftCommand, Target, Which, Whom};
use crate::catalogue::{Access, ArgKind, ArgSpec, Args, Command, CommandSpec, Shape};
use crate::error::UserError;
use crate::ids::Kind;
use crate::reply::Visibility;
use crate::series::Scope;
use crate::shift::needs::ROLE_CHARS;
use crate::shift::search::MOST_AT_ONCE;
use crate::shift::{GUEST_CHARS, NOTE_CHARS, PLACE_CHARS, REASON_CHARS, TITLE_CHARS};

pub(super) const SHIFT: ArgSpec = ArgSpec::new("shift", "S12", ArgKind::Reference(Kind::Shift), Shape::Required);
const WHEN: ArgSpec = ArgSpec::new("when", "when", ArgKind::When, Shape::Required);
const NEEDS: ArgSpec = ArgSpec::new(
    "needs",
    "6|driver=2,knocker=6",
    ArgKind::Word { max: 300 },
    Shape::Keyed,
);
const PLACE: ArgSpec = ArgSpec::new("at", "place", ArgKind::Text { max: PLACE_CHARS }, Shape::Keyed);
pub(super) const TEAM: ArgSpec = ArgSpec::new("team", "team", ArgKind::Team, Shape::Keyed);
pub(super) const NOTE: ArgSpec = ArgSpec::new("note", "text", ArgKind::Text { max: NOTE_CHARS }, Shape::Keyed);
const CUTOFF: ArgSpec = ArgSpec::new("cutoff", "2h", ArgKind::Duration, Shape::Keyed);
const NEW_CUTOFF: ArgSpec = ArgSpec::new("cutoff", "2h|none", ArgKind::DurationOrNone, Shape::Keyed);
const OPENS: ArgSpec = ArgSpec::new("opens", "7d", ArgKind::Duration, Shape::Keyed);
const NEW_OPENS: ArgSpec = ArgSpec::new("opens", "7d|none", ArgKind::DurationOrNone, Shape::Keyed);
const REPEAT: ArgSpec = ArgSpec::new("repeat", "rule", ArgKind::When, Shape::Keyed);
const NEW_REPEAT: ArgSpec = ArgSpec::new("repeat", "<rule>|none", ArgKind::WhenOrNone, Shape::Keyed);
const ON: ArgSpec = ArgSpec::new("on", "date", ArgKind::When, Shape::Keyed);
const FOR: ArgSpec = ArgSpec::new("for", "member", ArgKind::Member, Shape::Keyed);
pub(super) const GUEST: ArgSpec = ArgSpec::new("guest", "name", ArgKind::Word { max: GUEST_CHARS }, Shape::Keyed);

const AS: ArgSpec = ArgSpec::new("as", "as <template>", ArgKind::Text { max: 100 }, Shape::Required);
const TEMPLATE: ArgSpec = ArgSpec::new("template", "template", ArgKind::Text { max: 100 }, Shape::Required);

const fn title(shape: Shape) -> ArgSpec {
    ArgSpec::new("title", "title", ArgKind::Text { max: TITLE_CHARS }, shape)
}

/// The commands, in the order of help.
pub const SPECS: &[CommandSpec] = &[
    CommandSpec {
        path: "shift add",
        args: &[
            title(Shape::Required),
            WHEN,
            REPEAT,
            NEEDS,
            PLACE,
            TEAM,
            NOTE,
            CUTOFF,
            OPENS,
        ],
        access: Access::Captain,
        visibility: Visibility::Public,
        build: |mut args| {
            Ok(shift(ShiftCommand::Add(Add {
                title: args.required_text("title")?,
                when: args.required_when("when")?,
                repeat: args.when("repeat"),
                needs: args.text("needs"),
                place: args.text("at"),
                team: args.text("team"),
                note: args.text("note"),
                cutoff: args.duration("cutoff"),
                opens: args.duration("opens"),
            })))
        },
    },
    CommandSpec {
        path: "shift list",
        args: &[
            ArgSpec::new(
                "which",
                "mine|open|today|week",
                ArgKind::Choice(&["mine", "open", "today", "week"]),
                Shape::Optional,
            ),
            TEAM,
        ],
        access: Access::Member,
        visibility: Visibility::Public,
        build: |mut args| {
            let which = match args.choice("which") {
                Some("mine") => Which::Mine,
                Some("open") => Which::Open,
                Some("today") => Which::Today,
                Some("week") => Which::Week,
                _ => Which::Coming,
            };
            let team = args.text("team");
            Ok(shift(ShiftCommand::List(Filter { which, team })))
        },
    },
    CommandSpec {
        path: "shift show",
        args: &[SHIFT],
        access: Access::Member,
        visibility: Visibility::Public,
        build: |mut args| Ok(shift(ShiftCommand::Show(number(&mut args)?))),
    },
    CommandSpec {
        path: "shift claim",
        args: &[
            SHIFT,
            ArgSpec::new("role", "role", ArgKind::Word { max: ROLE_CHARS }, Shape::Optional),
            FOR,
            GUEST,
        ],
        access: Access::Member,
        visibility: Visibility::Public,
        build: |mut args| {
            Ok(shift(ShiftCommand::Claim {
                shift: number(&mut args)?,
                role: args.text("role"),
                whom: whom(&mut args)?,
            }))
        },
    },
    CommandSpec {
        path: "shift drop",
        args: &[
            SHIFT,
            ArgSpec::new("sure", "now", ArgKind::Choice(&["now"]), Shape::Optional),
            FOR,
            GUEST,
        ],
        access: Access::Member,
        visibility: Visibility::Public,
        build: |mut args| {
            Ok(shift(ShiftCommand::Drop {
                shift: number(&mut args)?,
                whom: whom(&mut args)?,
                sure: args.choice("sure").is_some(),
            }))
        },
    },
    CommandSpec {
        path: "shift cover",
        args: &[SHIFT],
        access: Access::Member,
        visibility: Visibility::Public,
        build: |mut args| Ok(shift(ShiftCommand::Cover(number(&mut args)?))),
    },
    CommandSpec {
        path: "shift ask",
        args: &[
            SHIFT,
            ArgSpec::new(
                "n",
                "n",
                ArgKind::Number {
                    min: 1,
                    max: MOST_AT_ONCE,
                },
                Shape::Optional,
            ),
        ],
        access: Access::Captain,
        visibility: Visibility::Public,
        build: |mut args| {
            Ok(shift(ShiftCommand::Ask {
                shift: number(&mut args)?,
                at_once: args.number("n"),
            }))
        },
    },
    CommandSpec {
        path: "shift decline",
        args: &[SHIFT],
        access: Access::Member,
        visibility: Visibility::Private,
        build: |mut args| Ok(shift(ShiftCommand::Decline(number(&mut args)?))),
    },
    CommandSpec {
        path: "shift confirm",
        args: &[SHIFT, FOR],
        access: Access::Member,
        visibility: Visibility::Public,
        build: |mut args| {
            Ok(shift(ShiftCommand::Confirm {
                shift: number(&mut args)?,
                member: args.text("for"),
            }))
        },
    },
    CommandSpec {
        path: "shift roster",
        args: &[SHIFT],
        access: Access::Member,
        visibility: Visibility::Public,
        build: |mut args| Ok(shift(ShiftCommand::Roster(number(&mut args)?))),
    },
    CommandSpec {
        path: "shift calendar",
        args: &[SHIFT],
        access: Access::Member,
        visibility: Visibility::Private,
        build: |mut args| Ok(shift(ShiftCommand::Calendar(number(&mut args)?))),
    },
    CommandSpec {
        path: "shift edit",
        args: &[
            SHIFT,
            title(Shape::Keyed),
            NEEDS,
            PLACE,
            TEAM,
            NOTE,
            NEW_CUTOFF,
            NEW_OPENS,
            NEW_REPEAT,
            Scope::ARG,
            ON,
        ],
        access: Access::Captain,
        visibility: Visibility::Public,
        build: |mut args| {
            Ok(shift(ShiftCommand::Edit(Edit {
                target: target(&mut args)?,
                title: args.text("title"),
                needs: args.text("needs"),
                place: args.text("at"),
                team: args.text("team"),
                note: args.text("note"),
                cutoff: args.duration_or_none("cutoff"),
                opens: args.duration_or_none("opens"),
                repeat: args
                    .when_or_none("repeat")
                    .map(|rule| rule.map_or(Repeated::Not, |rule| Repeated::By(Box::new(rule)))),
            })))
        },
    },
    CommandSpec {
        path: "shift move",
        args: &[SHIFT, WHEN, Scope::ARG, ON],
        access: Access::Captain,
        visibility: Visibility::Public,
        build: |mut args| {
            Ok(shift(ShiftCommand::Move {
                target: target(&mut args)?,
                when: args.required_when("when")?,
            }))
        },
    },
    CommandSpec {
        path: "shift cancel",
        args: &[
            SHIFT,
            ArgSpec::new("reason", "reason", ArgKind::Text { max: REASON_CHARS }, Shape::Optional),
            Scope::ARG,
            ON,
        ],
        access: Access::Captain,
        visibility: Visibility::Public,
        build: |mut args| {
            Ok(shift(ShiftCommand::Cancel {
                target: target(&mut args)?,
                reason: args.text("reason"),
            }))
        },
    },
    CommandSpec {
        path: "shift save",
        args: &[SHIFT, AS],
        access: Access::Captain,
        visibility: Visibility::Public,
        build: |mut args| {
            let named = args.required_text("as")?;
            Ok(shift(ShiftCommand::Save {
                shift: number(&mut args)?,
                template: without_as(&named).to_owned(),
            }))
        },
    },
    CommandSpec {
        path: "shift templates",
        args: &[],
        access: Access::Captain,
        visibility: Visibility::Public,
        build: |_| Ok(shift(ShiftCommand::Templates)),
    },
    CommandSpec {
        path: "shift forget",
        args: &[TEMPLATE],
        access: Access::Captain,
        visibility: Visibility::Public,
        build: |mut args| Ok(shift(ShiftCommand::Forget(args.required_text("template")?))),
    },
    CommandSpec {
        path: "shift copy",
        args: &[
            ArgSpec::new("span", "week", ArgKind::Choice(&["week"]), Shape::Required),
            WHEN,
        ],
        access: Access::Captain,
        visibility: Visibility::Public,
        build: |mut args| Ok(shift(ShiftCommand::CopyWeek(args.required_when("when")?))),
    },
];

/// The name behind "as", where that was typed.
fn without_as(named: &str) -> &str {
    let rest = named
        .trim()
        .split_once(' ')
        .filter(|(word, _)| word.eq_ignore_ascii_case("as"));
    rest.map_or(named, |(_, name)| name).trim()
}

pub(super) fn shift(command: ShiftCommand) -> Command {
    Command::Shift(Box::new(command))
}

pub(super) fn number(args: &mut Args) -> Result<u32, UserError> {
    Ok(args.required_reference("shift")?.number)
}

fn target(args: &mut Args) -> Result<Target, UserError> {
    Ok(Target {
        shift: number(args)?,
        dates: Scope::take(args),
        on: args.when("on"),
    })
}

fn whom(args: &mut Args) -> Result<Whom, UserError> {
    match (args.text("for"), args.text("guest")) {
        (None, None) => Ok(Whom::Me),
        (Some(name), None) => Ok(Whom::Member(name)),
        (None, Some(name)) => Ok(Whom::Guest(name)),
        (Some(_), Some(_)) => Err(crate::phrase!("shift-for-or-guest").into()),
    }
}
