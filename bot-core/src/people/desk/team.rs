//! `team`: teams, and who is in them.

use crate::catalogue::{quoted, sought};
use crate::desk::{Answer, Desk};
use crate::error::{Outcome, UserError};
use crate::ids::{PersonId, TeamId};
use crate::people::card::team::{card, list_card};
use crate::people::mapping::{self, Gives};
use crate::people::undo::PeopleUndo;
use crate::people::{MOST_TEAM_NAME, Team};
use crate::phrase;
use crate::reply::clean;
use crate::undo::Undo;

pub(super) async fn add(desk: &mut Desk<'_>, name: &str) -> Outcome<Answer> {
    desk.must_run(None)?;
    let group = desk.group()?.id;
    let name = clean::one_line(name.trim()).into_owned();
    if name.is_empty() || name.chars().count() > MOST_TEAM_NAME {
        return Err(phrase!("team-name-length", most = number MOST_TEAM_NAME).into());
    }
    let teams = desk.work.unit.teams(group).await?;
    if let Some(team) = teams.iter().find(|team| sought(&team.name) == sought(&name)) {
        return Err(UserError::new(phrase!("team-exists", team = user team.name))
            .type_next(format!("team join {}", quoted(&team.name)))
            .into());
    }
    let team = Team {
        id: TeamId::new(desk.work.ids, desk.work.now),
        group,
        name,
    };
    desk.work.unit.save_team(&team).await?;
    desk.remember_undo(Undo::People(PeopleUndo::Team(team.id))).await?;
    let join = format!("team join {}", quoted(&team.name));
    Ok(desk.say(&phrase!("team-added", team = user team.name, join = command join)))
}

pub(super) async fn list(desk: &mut Desk<'_>) -> Outcome<Answer> {
    let group = desk.group()?.id;
    let mut teams = Vec::new();
    for team in desk.work.unit.teams(group).await? {
        let people = desk.work.unit.team_members(group, team.id).await?;
        teams.push((team, people));
    }
    Ok(list_card(&desk.voice, &teams).into())
}

pub(super) async fn show(desk: &mut Desk<'_>, name: &str) -> Outcome<Answer> {
    let team = desk.find_team(name).await?;
    let people = desk.work.unit.team_members(team.group, team.id).await?;
    Ok(card(&desk.voice, &team, &people).into())
}

pub(super) async fn join(desk: &mut Desk<'_>, name: &str) -> Outcome<Answer> {
    let team = desk.find_team(name).await?;
    let me = desk.me();
    // Who is in it for a role's sake is in it of their own from now on.
    let is_given = mapping::make_own(desk.work.unit, team.group, me, Gives::Team(team.id)).await?;
    if !is_given && place_of(desk, &team, me).await?.is_some() {
        return Err(UserError::new(phrase!("team-in-already", team = user team.name))
            .type_next(format!("team leave {}", quoted(&team.name)))
            .into());
    }
    if is_given {
        desk.remember_undo(Undo::Lasting).await?;
    } else {
        change_mine(desk, &team, None, Some(false)).await?;
    }
    Ok(desk.say(&phrase!("team-joined", member = person desk.actor.person.name, team = user team.name)))
}

pub(super) async fn leave(desk: &mut Desk<'_>, name: &str) -> Outcome<Answer> {
    let team = desk.find_team(name).await?;
    let me = desk.me();
    let Some(captain) = place_of(desk, &team, me).await? else {
        return Err(UserError::new(phrase!("team-not-in", team = user team.name))
            .type_next("team list")
            .into());
    };
    change_mine(desk, &team, Some(captain), None).await?;
    Ok(desk.say(&phrase!("team-left", member = person desk.actor.person.name, team = user team.name)))
}

async fn change_mine(desk: &mut Desk<'_>, team: &Team, before: Option<bool>, after: Option<bool>) -> Outcome<()> {
    let person = desk.me();
    place(desk, team, person, after).await?;
    desk.remember_undo(Undo::People(PeopleUndo::InTeam {
        team: team.id,
        person,
        before,
        after,
    }))
    .await
}

/// What somebody is in a team: `None` is out of it, `Some(true)` a captain of it.
pub(super) async fn place_of(desk: &mut Desk<'_>, team: &Team, person: PersonId) -> Outcome<Option<bool>> {
    let teams = desk.work.unit.teams_of(team.group, person).await?;
    Ok(teams
        .into_iter()
        .find(|(other, _)| other.id == team.id)
        .map(|(_, captain)| captain))
}

/// Makes somebody that in a team. A captaincy that is given or taken is on the audit log.
pub(in crate::people) async fn place(
    desk: &mut Desk<'_>,
    team: &Team,
    person: PersonId,
    place: Option<bool>,
) -> Outcome<()> {
    let was_captain = place_of(desk, team, person).await? == Some(true);
    mapping::make_own(desk.work.unit, team.group, person, Gives::Team(team.id)).await?;
    let now = desk.work.now;
    match place {
        Some(captain) => {
            desk.work
                .unit
                .join_team(team.group, team.id, person, captain, now)
                .await?;
        }
        None => {
            desk.work.unit.leave_team(team.group, team.id, person).await?;
        }
    }
    if was_captain != (place == Some(true)) {
        let me = desk.me();
        desk.work
            .audit(
                team.group,
                me,
                if was_captain {
                    "team.captain.ended"
                } else {
                    "team.captain"
                },
                None,
                Some(person),
            )
            .await?;
    }
    Ok(())
}

/// The word that sentences select somebody's place in a team by.
pub(in crate::people) const fn word(place: Option<bool>) -> &'static str {
    match place {
        None => "out",
        Some(false) => "member",
        Some(true) => "captain",
    }
}

/// The team of that id.
pub(in crate::people) async fn named(desk: &mut Desk<'_>, id: TeamId) -> Outcome<Team> {
    let group = desk.group()?.id;
    let teams = desk.work.unit.teams(group).await?;
    teams
        .into_iter()
        .find(|team| team.id == id)
        .ok_or_else(|| crate::undo::changed_since().into())
}
