//! The commands of polls, as data.

use super::draft::{self, MOST_OPTIONS, OPTION_CHARS, QUESTION_CHARS};
use super::recount::FileKind;
use super::terms::{Method, Quorum};
use super::work::WorkKind;
use super::{PollKind, Secrecy};
use crate::broadcast::audience::Asked;
use crate::catalogue::forms::{Begins, FieldSpec, FormSpec};
use crate::catalogue::{Access, ArgKind, ArgSpec, Args, Command, CommandSpec, Shape};
use crate::error::UserError;
use crate::ids::{Kind, Reference};
use crate::reply::Visibility;
use crate::time::Moment;

/// A command about polls.
#[derive(Debug, Clone, PartialEq)]
pub enum PollCommand {
    /// `poll new <question> <option>… [kind:…] [until:…] [secret:yes] [hidden:yes]`
    New(Box<NewPoll>),
    /// `poll vote P4 <choice>…`
    Vote {
        /// The poll.
        poll: Reference,
        /// What was typed for the options.
        choices: Vec<String>,
    },
    /// `poll list`
    List,
    /// `poll show P4`
    Show {
        /// The poll.
        poll: Reference,
    },
    /// `poll close P4 [sure:yes]`
    Close {
        /// The poll.
        poll: Reference,
        /// Whether whoever closes it said that it is to stay closed.
        sure: bool,
    },
    /// `poll nudge P4`
    Nudge {
        /// The poll.
        poll: Reference,
    },
    /// `poll export P4 [csv|blt|stages]`
    Export {
        /// The poll.
        poll: Reference,
        /// Which file; without it the one that counts to the result.
        file: Option<FileKind>,
    },
    /// `poll receipt P4`
    Receipt {
        /// The poll.
        poll: Reference,
    },
    /// `poll extend P4 <when>`
    Extend {
        /// The poll.
        poll: Reference,
        /// Its new closing time.
        until: Moment,
    },
    /// `poll mint P4 [task|shift]`
    Mint {
        /// The poll.
        poll: Reference,
        /// What its decision becomes; without it what is usual for its kind.
        kind: Option<WorkKind>,
    },
}

/// What `poll new` asks for.
#[derive(Debug, Clone, PartialEq)]
pub struct NewPoll {
    /// What is asked.
    pub question: String,
    /// The options; none stands for yes and no.
    pub options: Vec<String>,
    /// How people choose; without it as the other terms say.
    pub kind: Option<PollKind>,
    /// How ranked ballots are counted.
    pub method: Option<Method>,
    /// How many options win.
    pub seats: Option<u32>,
    /// Whether "none of these" is an option.
    pub none: bool,
    /// How many must vote.
    pub quorum: Option<Quorum>,
    /// The percentage that the winner must have.
    pub pass: Option<u32>,
    /// Who may vote.
    pub who: Option<Asked>,
    /// When it closes.
    pub until: Option<Moment>,
    /// Who sees what.
    pub secrecy: Secrecy,
}

/// The path of the command that votes.
pub(crate) const VOTE: &str = "poll vote";
/// The path of the command that gives a voter the receipt of a secret ballot.
pub(crate) const RECEIPT: &str = "poll receipt";

const YES: ArgKind = ArgKind::Choice(&["yes"]);

/// The kinds as they are typed.
const KINDS: ArgKind = ArgKind::Choice(&[
    "single",
    "approval",
    "ranked",
    "score",
    "star",
    "availability",
    "consent",
]);
const KINDS_SAID: &str = "single|approval|ranked|score|star|availability|consent";

/// The methods as they are typed.
const METHODS: ArgKind = ArgKind::Choice(&["irv", "stv", "meek", "schulze", "pairs"]);
const METHODS_SAID: &str = "irv|stv|meek|schulze|pairs";

/// What a decision becomes, as it is typed.
const WORKS: ArgKind = ArgKind::Choice(&["task", "shift"]);

/// The most options that win: fewer than there are.
const MOST_SEATS: u32 = 19;

/// The most letters of a quorum or a share.
const SHORT: usize = 12;

const POLL: ArgSpec = ArgSpec::new("poll", "poll", ArgKind::Reference(Kind::Poll), Shape::Required);

/// The most words or groups of words of a vote: enough for every option to be named without quotes.
const CHOICE_WORDS: usize = 200;

const OPTION: ArgKind = ArgKind::Word { max: OPTION_CHARS };

/// The commands, in the order of help.
pub const SPECS: &[CommandSpec] = &[
    CommandSpec {
        path: "poll new",
        args: &[
            ArgSpec::new(
                "question",
                "question",
                ArgKind::Text { max: QUESTION_CHARS },
                Shape::Required,
            ),
            ArgSpec::new(
                "option",
                "option",
                OPTION,
                Shape::Many {
                    min: 0,
                    max: MOST_OPTIONS,
                },
            ),
            ArgSpec::new("kind", KINDS_SAID, KINDS, Shape::Keyed),
            ArgSpec::new("method", METHODS_SAID, METHODS, Shape::Keyed),
            ArgSpec::new("until", "when", ArgKind::When, Shape::Keyed),
            ArgSpec::new("secret", "yes", YES, Shape::Keyed),
            ArgSpec::new("hidden", "yes", YES, Shape::Keyed),
            ArgSpec::new("quorum", "10|50%", ArgKind::Word { max: SHORT }, Shape::Keyed),
            ArgSpec::new("pass", "60%", ArgKind::Word { max: SHORT }, Shape::Keyed),
            ArgSpec::new(
                "seats",
                "2",
                ArgKind::Number {
                    min: 1,
                    max: MOST_SEATS,
                },
                Shape::Keyed,
            ),
            ArgSpec::new("none", "yes", YES, Shape::Keyed),
            ArgSpec::new(
                "who",
                "everyone|captains|team:<team>|roster:S12",
                ArgKind::Audience,
                Shape::Keyed,
            ),
        ],
        access: Access::Member,
        visibility: Visibility::Public,
        build: new,
    },
    CommandSpec {
        path: VOTE,
        args: &[
            POLL,
            ArgSpec::new(
                "choice",
                "choice",
                OPTION,
                Shape::Many {
                    min: 1,
                    max: CHOICE_WORDS,
                },
            ),
        ],
        access: Access::Member,
        visibility: Visibility::Discreet,
        build: vote,
    },
    CommandSpec {
        path: "poll list",
        args: &[],
        access: Access::Member,
        visibility: Visibility::Public,
        build: |_| Ok(Command::Poll(PollCommand::List)),
    },
    CommandSpec {
        path: "poll show",
        args: &[POLL],
        access: Access::Member,
        visibility: Visibility::Public,
        build: show,
    },
    CommandSpec {
        path: "poll close",
        args: &[POLL, ArgSpec::new("sure", "yes", YES, Shape::Keyed)],
        access: Access::Member,
        visibility: Visibility::Public,
        build: close,
    },
    CommandSpec {
        path: "poll extend",
        args: &[POLL, ArgSpec::new("until", "when", ArgKind::When, Shape::Required)],
        access: Access::Member,
        visibility: Visibility::Public,
        build: extend,
    },
    CommandSpec {
        path: "poll nudge",
        args: &[POLL],
        access: Access::Member,
        visibility: Visibility::Public,
        build: nudge,
    },
    CommandSpec {
        path: "poll export",
        args: &[
            POLL,
            ArgSpec::new(
                "file",
                "csv|blt|stages",
                ArgKind::Choice(&["csv", "blt", "stages"]),
                Shape::Optional,
            ),
        ],
        access: Access::Member,
        visibility: Visibility::Public,
        build: |mut args| {
            Ok(Command::Poll(PollCommand::Export {
                poll: args.required_reference("poll")?,
                file: args.choice("file").and_then(FileKind::from_code),
            }))
        },
    },
    CommandSpec {
        path: RECEIPT,
        args: &[POLL],
        access: Access::Member,
        visibility: Visibility::Discreet,
        build: receipt,
    },
    CommandSpec {
        path: "poll mint",
        args: &[POLL, ArgSpec::new("as", "task|shift", WORKS, Shape::Optional)],
        access: Access::Captain,
        visibility: Visibility::Public,
        build: mint,
    },
];

/// Their forms.
pub const FORMS: &[FormSpec] = &[FormSpec {
    name: "poll-new",
    path: "poll new",
    begins: Begins::Empty,
    fields: &[
        FieldSpec::new("question").required(),
        FieldSpec::new("option").long(),
        FieldSpec::new("kind"),
        FieldSpec::new("until"),
        FieldSpec::new("secret"),
    ],
}];

fn new(mut args: Args) -> Result<Command, UserError> {
    Ok(Command::Poll(PollCommand::New(Box::new(NewPoll {
        question: args.required_text("question")?,
        options: draft::options(args.many("option").unwrap_or_default())?,
        kind: args.choice("kind").and_then(PollKind::from_code),
        method: args.choice("method").and_then(Method::from_code),
        seats: args.number("seats"),
        none: args.choice("none").is_some(),
        quorum: args.text("quorum").map(|typed| draft::quorum(&typed)).transpose()?,
        pass: args.text("pass").map(|typed| draft::pass(&typed)).transpose()?,
        who: args.audience("who").map(draft::who).transpose()?,
        until: args.when("until").as_ref().map(draft::closing).transpose()?,
        secrecy: match (args.choice("secret"), args.choice("hidden")) {
            (Some(_), _) => Secrecy::Secret,
            (None, Some(_)) => Secrecy::Hidden,
            (None, None) => Secrecy::Open,
        },
    }))))
}

fn vote(mut args: Args) -> Result<Command, UserError> {
    Ok(Command::Poll(PollCommand::Vote {
        poll: args.required_reference("poll")?,
        choices: args.required_many("choice")?,
    }))
}

fn show(mut args: Args) -> Result<Command, UserError> {
    let poll = args.required_reference("poll")?;
    Ok(Command::Poll(PollCommand::Show { poll }))
}

fn close(mut args: Args) -> Result<Command, UserError> {
    let poll = args.required_reference("poll")?;
    let sure = args.choice("sure").is_some();
    Ok(Command::Poll(PollCommand::Close { poll, sure }))
}

fn nudge(mut args: Args) -> Result<Command, UserError> {
    let poll = args.required_reference("poll")?;
    Ok(Command::Poll(PollCommand::Nudge { poll }))
}

fn receipt(mut args: Args) -> Result<Command, UserError> {
    let poll = args.required_reference("poll")?;
    Ok(Command::Poll(PollCommand::Receipt { poll }))
}

fn extend(mut args: Args) -> Result<Command, UserError> {
    Ok(Command::Poll(PollCommand::Extend {
        poll: args.required_reference("poll")?,
        until: draft::closing(&args.required_when("until")?)?,
    }))
}

fn mint(mut args: Args) -> Result<Command, UserError> {
    Ok(Command::Poll(PollCommand::Mint {
        poll: args.required_reference("poll")?,
        kind: args.choice("as").and_then(WorkKind::from_code),
    }))
}
