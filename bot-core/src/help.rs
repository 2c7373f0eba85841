//! `help [topic]`: the areas, an area's commands, or one command with its arguments.

use crate::catalogue::{
    Access, ArgKind, ArgSpec, Command, CommandSpec, Shape, areas, by_area, example, nearest, specs, usage,
};
use crate::desk::{Answer, Desk};
use crate::error::{Hint, Outcome, UserError};
use crate::ids::Reference;
use crate::locale::{Arg, Phrase, Voice};
use crate::phrase;
use crate::reply::{Card, Line, Visibility};

/// `help`
#[derive(Debug, Clone, PartialEq)]
pub struct HelpCommand {
    /// A command or an area.
    pub topic: Option<String>,
}

/// The command.
pub const SPECS: &[CommandSpec] = &[CommandSpec {
    path: "help",
    args: &[ArgSpec::new(
        "topic",
        "topic",
        ArgKind::Text { max: 80 },
        Shape::Optional,
    )],
    access: Access::Anyone,
    visibility: Visibility::Private,
    build: |mut args| {
        Ok(Command::Help(HelpCommand {
            topic: args.text("topic"),
        }))
    },
}];

/// Carries it out.
#[expect(clippy::unused_async, reason = "every use case is awaited alike")]
pub async fn run(desk: &mut Desk<'_>, command: HelpCommand) -> Outcome<Answer> {
    let card = match command.topic {
        None => contents(&desk.voice),
        Some(topic) => about(&topic, &desk.voice)?,
    };
    Ok(card.into())
}

/// Every area with one line, and how to go on.
fn contents(voice: &Voice) -> Card {
    let items = areas().map(|area| entry(command(area), &area_sentence(area), voice));
    Card::new()
        .heading(voice.line(&phrase!("help-title")))
        .list(items)
        .line(voice.line(&phrase!("help-go-on")))
        .actions(voice, [], "help shift")
}

/// What an area is for: its own sentence, or that of its only command.
pub fn area_sentence(area: &str) -> Phrase {
    match by_area(area).collect::<Vec<_>>()[..] {
        [only] if only.path == area => Phrase::keyed(only.summary_key()),
        _ => Phrase::keyed(format!("area-{area}")),
    }
}

fn about(topic: &str, voice: &Voice) -> Result<Card, UserError> {
    let topic = topic.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    if let Some(area) = areas().find(|area| *area == topic && by_area(area).count() > 1) {
        return Ok(area_card(area, voice));
    }
    if let Some(spec) = specs().find(|spec| spec.path == topic) {
        return Ok(command_card(spec, voice));
    }
    let error = UserError::new(phrase!("help-unknown", topic = user topic));
    Err(match nearest(&topic, areas().chain(specs().map(|spec| spec.path))) {
        Some(meant) => error.hint(Hint::DidYouMean(format!("help {meant}"))),
        None => error.type_next("help"),
    })
}

fn area_card(area: &str, voice: &Voice) -> Card {
    let items = by_area(area).map(|spec| entry(command(&usage(spec)), &Phrase::keyed(spec.summary_key()), voice));
    let first = by_area(area).find(|spec| spec.path != area);
    Card::new()
        .heading(voice.line(&area_sentence(area)))
        .list(items)
        .actions(voice, [], format!("help {}", first.map_or(area, |spec| spec.path)))
}

fn command_card(spec: &'static CommandSpec, voice: &Voice) -> Card {
    let mut card = Card::new()
        .heading(voice.line(&Phrase::keyed(spec.summary_key())))
        .line(voice.line(&phrase!("hint-usage", usage = command usage(spec))))
        .list(
            spec.args
                .iter()
                .map(|arg| entry(arg.name.into(), &kind_sentence(arg), voice)),
        );
    if let Some(sentence) = access_sentence(spec) {
        card = card.line(voice.line(&sentence));
    }
    card.actions(voice, [], example(spec))
}

/// Who may use a command, where not everybody may.
pub fn access_sentence(spec: &CommandSpec) -> Option<Phrase> {
    match spec.access {
        Access::Anyone | Access::Member => None,
        Access::Captain => Some(phrase!("forbidden-captains")),
        Access::Organizer => Some(phrase!("forbidden-organizers")),
    }
}

/// `shift claim S12 · Take a seat.`
fn entry(named: Line, sentence: &Phrase, voice: &Voice) -> Line {
    Line::joined([named, voice.line(sentence)], " · ")
}

fn command(typed: &str) -> Line {
    Line::default().command(typed)
}

/// What an argument may be.
pub fn kind_sentence(arg: &ArgSpec) -> Phrase {
    match arg.kind {
        ArgKind::Reference(kind) => phrase!("help-reference", example = command Reference::new(kind, 12)),
        ArgKind::When | ArgKind::WhenOrNone => phrase!("help-when"),
        ArgKind::Duration | ArgKind::DurationOrNone => phrase!("help-duration"),
        ArgKind::Text { max } => phrase!("help-text", max = number max),
        ArgKind::Word { max } => phrase!("help-word", max = number max),
        ArgKind::Choice(choices) => {
            let choices = choices
                .iter()
                .map(|choice| Arg::Command((*choice).to_owned()))
                .collect();
            phrase!("help-choice", choices = list choices)
        }
        ArgKind::Number { min, max } => phrase!("help-number", min = number min, max = number max),
        ArgKind::Member => phrase!("help-member"),
        ArgKind::Team => phrase!("help-team"),
        ArgKind::Group => phrase!("help-group"),
        ArgKind::Zone => phrase!("help-zone"),
        ArgKind::Audience => phrase!("help-audience"),
    }
}
