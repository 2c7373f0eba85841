//! The use cases of broadcasts: load, decide, save.
//!
//! - here: `broadcast show`, `broadcast list`, and what every use case begins with
//! - `drafting`: `broadcast <audience> <text>`; `sending`: `broadcast send`; `stopping`: `broadcast stop`
//! - `mentioning`: `broadcast mention`; `acknowledging`: `broadcast ack`
//! - `completing`: what a half-typed command may mean

mod acknowledging;
mod completing;
mod drafting;
mod mentioning;
mod sending;
mod stopping;

pub use completing::{audiences, completions};
pub(crate) use drafting::named;

use super::audience::runs_all;
use super::card::{self, Shown};
use super::command::BroadcastCommand;
use super::{Audience, Broadcast};
use crate::desk::{Answer, Desk};
use crate::error::{Outcome, UserError};
use crate::ids::{Kind, Reference, TeamId};
use crate::phrase;

/// How many are listed.
const LISTED: u32 = 10;

/// Carries out a command.
pub async fn run(desk: &mut Desk<'_>, command: BroadcastCommand) -> Outcome<Answer> {
    match command {
        BroadcastCommand::Draft(draft) => drafting::draft(desk, *draft).await,
        BroadcastCommand::List => list(desk).await,
        BroadcastCommand::Show(number) => show(desk, number).await,
        BroadcastCommand::Send(number) => sending::send(desk, number).await,
        BroadcastCommand::Stop(number) => stopping::stop(desk, number).await,
        BroadcastCommand::Mention(number) => mentioning::mention(desk, number).await,
        BroadcastCommand::Acknowledge(number) => acknowledging::acknowledge(desk, number).await,
    }
}

async fn list(desk: &mut Desk<'_>) -> Outcome<Answer> {
    let group = desk.group()?.id;
    let latest = desk.work.unit.latest_broadcasts(group, LISTED).await?;
    let mut shown = Vec::new();
    for broadcast in latest {
        if may_run(desk, &broadcast) {
            shown.push(Shown::load(&mut desk.work, broadcast).await?);
        }
    }
    Ok(card::list(&shown, &desk.voice).into())
}

async fn show(desk: &mut Desk<'_>, number: u32) -> Outcome<Answer> {
    let group = desk.group()?.id;
    let found = desk.work.unit.broadcast_by_number(group, number).await?;
    let broadcast = must_be_theirs(desk, found, number).await?;
    live(desk, broadcast).await
}

/// The whole card, which is kept up to date.
async fn live(desk: &mut Desk<'_>, broadcast: Broadcast) -> Outcome<Answer> {
    let reference = broadcast.reference();
    let shown = Shown::load(&mut desk.work, broadcast).await?;
    Ok(Answer::live(reference, shown.card(&desk.voice)))
}

/// The broadcast of that number to be changed, if whoever acts may run it.
async fn find_to_change(desk: &mut Desk<'_>, number: u32) -> Outcome<Broadcast> {
    let group = desk.group()?.id;
    let found = desk.work.unit.broadcast_by_number_for_update(group, number).await?;
    must_be_theirs(desk, found, number).await
}

fn unknown(number: u32) -> UserError {
    let reference = Reference::new(Kind::Broadcast, number);
    UserError::new(phrase!("broadcast-unknown", broadcast = command reference))
}

/// Whether somebody may send, stop and see it: its author, and whoever runs the whole group's work.
fn may_run(desk: &Desk<'_>, broadcast: &Broadcast) -> bool {
    broadcast.author == desk.me() || runs_all(desk.actor.role)
}

async fn must_be_theirs(desk: &mut Desk<'_>, found: Option<Broadcast>, number: u32) -> Outcome<Broadcast> {
    let broadcast = found.ok_or_else(|| unknown(number).type_next("broadcast list"))?;
    if may_run(desk, &broadcast) {
        return Ok(broadcast);
    }
    let author = desk.work.name_of(broadcast.author).await?;
    let refusal = phrase!("broadcast-not-yours", broadcast = command broadcast.reference(), author = person author);
    Err(UserError::new(refusal).type_next("broadcast list").into())
}

/// The team whose work it is to write to that audience; `None` for the whole group's.
async fn team_of(desk: &mut Desk<'_>, audience: Audience) -> Outcome<Option<TeamId>> {
    let group = desk.group()?.id;
    Ok(match audience {
        Audience::Everyone | Audience::Captains | Audience::Nonvoters(_) => None,
        Audience::Team(team) => Some(team),
        Audience::Roster(number) | Audience::Unconfirmed(number) => {
            let roster = desk.work.unit.shift(group, number).await?;
            roster.and_then(|roster| roster.shift.team)
        }
    })
}

/// Refuses a captain of a team whoever is not of that team, and says whom they can write to.
async fn must_write_to(desk: &mut Desk<'_>, audience: Audience) -> Outcome<()> {
    let team = team_of(desk, audience).await?;
    if desk.runs(team) {
        return Ok(());
    }
    let group = desk.group()?.id;
    let teams = desk.work.unit.teams(group).await?;
    let own = teams.iter().filter(|team| desk.actor.captain_of.contains(&team.id));
    let error = UserError::new(phrase!("broadcast-own-team-only"));
    let error = own.fold(error, |error, team| {
        let name = crate::catalogue::quoted(&team.name);
        error.type_next(format!("broadcast team:{name} <text>"))
    });
    Err(error.into())
}
