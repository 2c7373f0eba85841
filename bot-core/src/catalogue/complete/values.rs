//! What the argument at the cursor could be.

use super::cursor::AtCursor;
use super::{Choice, Typist};
use crate::catalogue::usage::option_usage;
use crate::catalogue::{ArgKind, ArgSpec, Shape, quoted};
use crate::door::onlooker::Onlooker;
use crate::error::UserError;
use crate::ids::{GroupId, Kind, Reference};
use crate::locale::Language;
use crate::people::Role;
use crate::people::settings::city;
use crate::store::{StoreResult, UnitOfWork};
use crate::time::{self, When, WhenError, Zone};

/// The values that fit what is begun, then the options that are not given yet.
pub(super) async fn at(
    unit: &mut dyn UnitOfWork,
    cursor: &AtCursor<'_>,
    typist: &Typist<'_>,
) -> StoreResult<Vec<Choice>> {
    let mut choices = values(unit, cursor, typist).await?;
    if cursor.key.is_empty() {
        let options = cursor.options.iter().filter(|arg| fits(arg.name, cursor.begun));
        choices.extend(options.map(|arg| Choice {
            value: format!("{}:", arg.name),
            label: option_usage(arg),
        }));
    }
    Ok(choices)
}

async fn values(unit: &mut dyn UnitOfWork, cursor: &AtCursor<'_>, typist: &Typist<'_>) -> StoreResult<Vec<Choice>> {
    let Some(arg) = cursor.arg else { return Ok(Vec::new()) };
    let values: Vec<(String, String)> = match (arg.kind, typist.group()) {
        (ArgKind::Choice(choices), _) => itself(choices.iter().copied()),
        (ArgKind::Zone, _) => zones(),
        (ArgKind::Text { .. }, _) if arg.name == "value" && cursor.after == "timezone" => zones(),
        (ArgKind::Text { .. }, _) if arg.name == "value" && cursor.after == "language" => {
            itself(Language::ALL.into_iter().map(Language::code))
        }
        (ArgKind::Group, _) => match typist.person() {
            Some(person) => crate::people::choosing::completions(unit, person).await?,
            None => Vec::new(),
        },
        (ArgKind::Reference(kind), Some(group)) => references(unit, group.id, kind, typist).await?,
        (ArgKind::Audience, Some(group)) => match typist.person() {
            Some(person) => {
                let runs_all = typist.onlooker.role >= Role::Captain;
                crate::broadcast::desk::audiences(unit, group.id, (person, runs_all), typist.voice()).await?
            }
            None => Vec::new(),
        },
        (ArgKind::Member, Some(group)) => {
            let members = unit.members(group.id).await?;
            itself(members.iter().map(|member| member.name.as_str()))
        }
        (ArgKind::Team, Some(group)) => {
            let teams = unit.teams(group.id).await?;
            itself(teams.iter().map(|team| team.name.as_str()))
        }
        (ArgKind::When | ArgKind::WhenOrNone, _) => {
            return Ok(meaning(cursor, false, typist));
        }
        (ArgKind::Text { .. }, Some(group)) if may_be_a_template(cursor, arg) => {
            let templates = unit.shift_templates(group.id).await?;
            let named = fitting(cursor, itself(templates.iter().map(|template| template.name.as_str())));
            let also = arg.name == "title" && !cursor.is_apart;
            let meant = if also {
                meaning(cursor, true, typist)
            } else {
                Vec::new()
            };
            return Ok(named.into_iter().chain(meant).collect());
        }
        (ArgKind::Text { .. }, _) if arg.shape == Shape::Required && !cursor.is_apart => {
            return Ok(meaning(cursor, true, typist));
        }
        _ => Vec::new(),
    };
    Ok(fitting(cursor, values))
}

/// Whether a template of shifts may be named there: as such, or as what a shift that is posted begins with.
fn may_be_a_template(cursor: &AtCursor<'_>, arg: &ArgSpec) -> bool {
    let begins = cursor.is_apart || cursor.phrase == cursor.begun;
    match arg.name {
        "template" => true,
        "title" => cursor.command == "shift add" && begins,
        _ => false,
    }
}

/// Those values that fit what is begun.
fn fitting(cursor: &AtCursor<'_>, values: Vec<(String, String)>) -> Vec<Choice> {
    let begun = cursor.begun.trim_start_matches(['"', '@']);
    let fitting = values
        .into_iter()
        .filter(|(value, label)| fits(value, begun) || fits(label, begun) || cursor.is_apart && names(label, begun));
    fitting
        .map(|(value, label)| Choice {
            value: if cursor.is_apart {
                value
            } else {
                format!("{}{}", cursor.key, quoted(&value))
            },
            label,
        })
        .collect()
}

/// Zones by name; the label begins with the city, so that either may be typed.
fn zones() -> Vec<(String, String)> {
    let label = |zone: &Zone| format!("{} · {}", city(zone), zone.name());
    Zone::all().map(|zone| (zone.name().to_owned(), label(&zone))).collect()
}

/// Values that are their own label.
fn itself<'a>(values: impl Iterator<Item = &'a str>) -> Vec<(String, String)> {
    values.map(|value| (value.to_owned(), value.to_owned())).collect()
}

/// The references of that kind that a half-typed command may mean, each with a line for the eye.
async fn references(
    unit: &mut dyn UnitOfWork,
    group: GroupId,
    kind: Kind,
    typist: &Typist<'_>,
) -> StoreResult<Vec<(String, String)>> {
    let listed: Vec<(Reference, String)> = match kind {
        Kind::Poll => crate::poll::desk::completions(unit, group, typist.voice()).await?,
        Kind::Broadcast => crate::broadcast::desk::completions(unit, group, typist.voice()).await?,
        Kind::Shift => crate::shift::desk::completions(unit, group, typist.voice()).await?,
        Kind::Task => crate::task::desk::completions(unit, group, typist.voice()).await?,
        Kind::Reminder => match typist.person() {
            Some(person) => {
                crate::reminder::desk::completions(unit, group, person, typist.room, typist.voice()).await?
            }
            None => Vec::new(),
        },
    };
    Ok(listed
        .into_iter()
        .map(|(reference, label)| (reference.to_string(), label))
        .collect())
}

/// What the words of time at the cursor will mean, or why they mean nothing yet, and what they may mean; nothing where they
/// are part of a text that no words of time end.
fn meaning(cursor: &AtCursor<'_>, in_text: bool, typist: &Typist<'_>) -> Vec<Choice> {
    let Onlooker { frame, voice, .. } = &typist.onlooker;
    if cursor.begun.trim().is_empty() {
        return Vec::new();
    }
    let words: Vec<&str> = cursor.phrase.split_whitespace().collect();
    let read = time::parse_when(&cursor.phrase, frame).or_else(|refusal| {
        let split = time::split_trailing(&words, frame).filter(|_| !cursor.is_apart);
        split.map_or(Err(refusal), |split| split.when)
    });
    if in_text && matches!(read, Err(WhenError::NotATime { .. })) {
        return Vec::new();
    }
    let means = |when: &When| time::words_of_when(when, frame.now, voice.language);
    let mut choices = Vec::new();
    let label = match read {
        Ok(when) => means(&when),
        Err(refusal) => {
            if let (WhenError::Ambiguous { readings, .. }, true) = (&refusal, cursor.is_apart) {
                choices.extend(readings.iter().filter_map(|reading| {
                    let when = time::parse_when(reading, frame).ok()?;
                    Some(Choice {
                        value: reading.clone(),
                        label: means(&when),
                    })
                }));
            }
            voice.text(&UserError::from(refusal).message)
        }
    };
    let as_typed = Choice {
        value: format!("{}{}", cursor.key, cursor.begun),
        label,
    };
    choices.insert(0, as_typed);
    choices
}

/// Whether a word of the label begins so: whoever types in a field of its own looks for what they know of it, as the title of
/// a shift.
fn names(label: &str, begun: &str) -> bool {
    let mut words = label.match_indices(' ').map(|(space, _)| &label[space + 1..]);
    begun.starts_with(char::is_alphanumeric) && words.any(|from_word| fits(from_word, begun))
}

fn fits(value: &str, begun: &str) -> bool {
    let mut letters = value.chars().flat_map(char::to_lowercase);
    begun
        .chars()
        .flat_map(char::to_lowercase)
        .all(|letter| letters.next() == Some(letter))
}
