//! What a half-typed command of broadcasts may mean.

use crate::broadcast::card::heading;
use crate::ids::{GroupId, PersonId, Reference, TeamId};
use crate::locale::{Phrase, Voice};
use crate::store::{StoreResult, UnitOfWork};

/// The most references that are offered.
const OFFERED: u32 = 25;

/// The latest broadcasts, each with a line for the eye.
pub async fn completions(
    unit: &mut dyn UnitOfWork,
    group: GroupId,
    voice: &Voice,
) -> StoreResult<Vec<(Reference, String)>> {
    let latest = unit.latest_broadcasts(group, OFFERED).await?;
    let entry = |broadcast: &crate::broadcast::Broadcast| {
        let line = heading(broadcast, broadcast.state(voice.now), voice);
        (broadcast.reference(), line.to_string())
    };
    Ok(latest.iter().map(entry).collect())
}

/// The audiences that somebody may write to, each with a line for the eye: all, for whoever runs the whole group's work;
/// else those of the teams whose captain they are.
pub async fn audiences(
    unit: &mut dyn UnitOfWork,
    group: GroupId,
    (person, runs_all): (PersonId, bool),
    voice: &Voice,
) -> StoreResult<Vec<(String, String)>> {
    let own = unit.teams_of(group, person).await?;
    let own: Vec<TeamId> = own
        .into_iter()
        .filter(|(_, captain)| *captain)
        .map(|(team, _)| team.id)
        .collect();
    let runs = |team: Option<TeamId>| runs_all || team.is_some_and(|team| own.contains(&team));
    let mut offered = Vec::new();
    if runs_all {
        for word in ["everyone", "captains"] {
            let sentence = Phrase::keyed(format!("broadcast-to-{word}"));
            offered.push((word.to_owned(), format!("{word} · {}", voice.text(&sentence))));
        }
    }
    for team in unit.teams(group).await?.iter().filter(|team| runs(Some(team.id))) {
        let value = format!("team:{}", team.name);
        offered.push((value.clone(), value));
    }
    for (shift, line) in crate::shift::desk::completions(unit, group, voice).await? {
        let roster = unit.shift(group, shift.number).await?;
        if roster.is_some_and(|roster| runs(roster.shift.team)) {
            for key in ["roster", "unconfirmed"] {
                offered.push((format!("{key}:{shift}"), format!("{key}:{shift} · {line}")));
            }
        }
    }
    if runs_all {
        for (poll, line) in crate::poll::desk::completions(unit, group, voice).await? {
            offered.push((format!("nonvoters:{poll}"), format!("nonvoters:{poll} · {line}")));
        }
    }
    Ok(offered)
}
