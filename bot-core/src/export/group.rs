//! A group's whole desk.

use serde::Serialize;

use super::entries::{BroadcastEntry, PollEntry, ReminderEntry, ShiftEntry, TaskEntry, TemplateEntry};
use super::kept::{Kept, LeftOut};
use super::names::Names;
use super::{Bound, Document, json};
use crate::clock::Instant;
use crate::error::Fault;
use crate::ids::{GroupId, Kind};
use crate::locale::Language;
use crate::people::mapping::Gives;
use crate::people::{Group, Prefix, Role};
use crate::poll;
use crate::reminder::Audience;
use crate::store::{StoreResult, UnitOfWork};
use crate::surface::Platform;
use crate::task;
use crate::time::Zone;

/// The form of the document: a program that reads it knows by this what to expect.
const FORM: &str = "muster-group-1";

#[derive(Debug, Serialize)]
struct GroupDocument {
    form: &'static str,
    written_at: Instant,
    group: GroupEntry,
    members: Vec<MemberEntry>,
    teams: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    platform_roles: Vec<RoleEntry>,
    shifts: Vec<ShiftEntry>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    shift_templates: Vec<TemplateEntry>,
    tasks: Vec<TaskEntry>,
    reminders: Vec<ReminderEntry>,
    polls: Vec<PollEntry>,
    broadcasts: Vec<BroadcastEntry>,
    #[serde(skip_serializing_if = "LeftOut::is_empty")]
    left_out: LeftOut,
}

#[derive(Debug, Serialize)]
struct GroupEntry {
    name: String,
    zone: Zone,
    language: Language,
    prefix: Prefix,
    most_asks_a_week: u32,
    rest_seconds: Option<i64>,
    founded_at: Instant,
    places: Vec<PlaceEntry>,
}

#[derive(Debug, Serialize)]
struct PlaceEntry {
    platform: Platform,
    name: String,
}

/// What a platform's role gives.
#[derive(Debug, Serialize)]
struct RoleEntry {
    platform: Platform,
    place: String,
    role: String,
    name: String,
    captain: bool,
    team: Option<String>,
}

#[derive(Debug, Serialize)]
struct MemberEntry {
    name: String,
    role: Role,
    joined_at: Option<Instant>,
    teams: Vec<TeamPlace>,
}

#[derive(Debug, Serialize)]
struct TeamPlace {
    team: String,
    captain: bool,
}

/// A group's whole desk: members, teams, shifts with their rosters, tasks, reminders for rooms, polls with their results,
/// broadcasts with their reports.
pub async fn group(unit: &mut dyn UnitOfWork, group: &Group, now: Instant, bound: Bound) -> Result<Document, Fault> {
    let mut names = Names::of_group(unit, group.id).await?;
    let mut left_out = LeftOut::default();
    let document = GroupDocument {
        form: FORM,
        written_at: now,
        group: about(unit, group).await?,
        members: members(unit, group.id).await?,
        teams: unit.teams(group.id).await?.into_iter().map(|team| team.name).collect(),
        platform_roles: platform_roles(unit, &names, group.id).await?,
        shifts: shifts(unit, &mut names, group.id, bound, &mut left_out).await?,
        shift_templates: templates(unit, &names, group.id).await?,
        tasks: tasks(unit, &mut names, group.id, bound, &mut left_out).await?,
        reminders: reminders(unit, &mut names, group.id, bound, &mut left_out).await?,
        polls: polls(unit, &mut names, group.id, (now, bound), &mut left_out).await?,
        broadcasts: broadcasts(unit, &mut names, group.id, (now, bound), &mut left_out).await?,
        left_out,
    };
    Ok(Document {
        name: format!("{}.json", file_name(&group.name)),
        text: json::text(&document)?,
        is_cut: !document.left_out.is_empty(),
    })
}

async fn about(unit: &mut dyn UnitOfWork, group: &Group) -> StoreResult<GroupEntry> {
    let places = unit.places_of(group.id).await?.into_iter();
    Ok(GroupEntry {
        name: group.name.clone(),
        zone: group.zone.clone(),
        language: group.language,
        prefix: group.prefix.clone(),
        most_asks_a_week: group.asks,
        rest_seconds: group.rest.map(|rest| rest.num_seconds()),
        founded_at: group.founded_at,
        places: places
            .map(|place| PlaceEntry {
                platform: place.platform,
                name: place.name,
            })
            .collect(),
    })
}

async fn platform_roles(unit: &mut dyn UnitOfWork, names: &Names, group: GroupId) -> StoreResult<Vec<RoleEntry>> {
    let mappings = unit.role_mappings(group).await?.into_iter();
    Ok(mappings
        .map(|mapping| RoleEntry {
            platform: mapping.of.platform,
            place: mapping.of.place,
            role: mapping.of.role,
            name: mapping.name,
            captain: mapping.gives == Gives::Captain,
            team: match mapping.gives {
                Gives::Captain => None,
                Gives::Team(team) => names.team(Some(team)),
            },
        })
        .collect())
}

async fn members(unit: &mut dyn UnitOfWork, group: GroupId) -> StoreResult<Vec<MemberEntry>> {
    let mut entries = Vec::new();
    for member in unit.members(group).await? {
        let membership = unit.membership(group, member.person).await?;
        let teams = unit.teams_of(group, member.person).await?.into_iter();
        entries.push(MemberEntry {
            name: member.name,
            role: member.role,
            joined_at: membership.map(|membership| membership.joined_at),
            teams: teams
                .map(|(team, captain)| TeamPlace {
                    team: team.name,
                    captain,
                })
                .collect(),
        });
    }
    Ok(entries)
}

async fn shifts(
    unit: &mut dyn UnitOfWork,
    names: &mut Names,
    group: GroupId,
    bound: Bound,
    left_out: &mut LeftOut,
) -> Result<Vec<ShiftEntry>, Fault> {
    let mut kept = Kept::new(bound);
    for number in (1..=unit.last_number(group, Kind::Shift).await?).rev() {
        let Some(mut roster) = unit.shift(group, number).await? else {
            continue;
        };
        // Noted for those who run the shift, and no part of what goes round.
        for seat in &mut roster.seats {
            seat.attendance.no_show_at = None;
        }
        if !kept.keep(ShiftEntry::new(unit, names, roster).await?)? {
            left_out.from(Kind::Shift, number);
            break;
        }
    }
    Ok(kept.in_order())
}

async fn tasks(
    unit: &mut dyn UnitOfWork,
    names: &mut Names,
    group: GroupId,
    bound: Bound,
    left_out: &mut LeftOut,
) -> Result<Vec<TaskEntry>, Fault> {
    let mut kept = Kept::new(bound);
    for number in (1..=unit.last_number(group, Kind::Task).await?).rev() {
        let task = unit.task_by_number(group, number).await?;
        let Some(task) = task.filter(|task| task.state != task::State::Deleted) else {
            continue;
        };
        if !kept.keep(TaskEntry::new(unit, names, task).await?)? {
            left_out.from(Kind::Task, number);
            break;
        }
    }
    Ok(kept.in_order())
}

async fn templates(unit: &mut dyn UnitOfWork, names: &Names, group: GroupId) -> StoreResult<Vec<TemplateEntry>> {
    let templates = unit.shift_templates(group).await?.into_iter();
    Ok(templates.map(|template| TemplateEntry::new(names, template)).collect())
}

/// Those for rooms that others are in: what somebody set for themselves is theirs alone.
async fn reminders(
    unit: &mut dyn UnitOfWork,
    names: &mut Names,
    group: GroupId,
    bound: Bound,
    left_out: &mut LeftOut,
) -> Result<Vec<ReminderEntry>, Fault> {
    let mut kept = Kept::new(bound);
    for number in (1..=unit.last_number(group, Kind::Reminder).await?).rev() {
        let reminder = unit.reminder_by_number(group, number).await?;
        let of_room = reminder.filter(|one| matches!(&one.audience, Audience::Room(room) if !room.private));
        let Some(reminder) = of_room else { continue };
        if !kept.keep(ReminderEntry::new(unit, names, reminder).await?)? {
            left_out.from(Kind::Reminder, number);
            break;
        }
    }
    Ok(kept.in_order())
}

async fn polls(
    unit: &mut dyn UnitOfWork,
    names: &mut Names,
    group: GroupId,
    (now, bound): (Instant, Bound),
    left_out: &mut LeftOut,
) -> Result<Vec<PollEntry>, Fault> {
    let mut kept = Kept::new(bound);
    for number in (1..=unit.last_number(group, Kind::Poll).await?).rev() {
        let poll = unit.poll_by_number(group, number).await?;
        let Some(poll) = poll.filter(|poll| poll.state(now) != poll::State::Withdrawn) else {
            continue;
        };
        if !kept.keep(PollEntry::new(unit, names, poll, now).await?)? {
            left_out.from(Kind::Poll, number);
            break;
        }
    }
    Ok(kept.in_order())
}

/// Those that were confirmed: a draft is its author's alone.
async fn broadcasts(
    unit: &mut dyn UnitOfWork,
    names: &mut Names,
    group: GroupId,
    (now, bound): (Instant, Bound),
    left_out: &mut LeftOut,
) -> Result<Vec<BroadcastEntry>, Fault> {
    let mut kept = Kept::new(bound);
    for number in (1..=unit.last_number(group, Kind::Broadcast).await?).rev() {
        let broadcast = unit.broadcast_by_number(group, number).await?;
        let Some(broadcast) = broadcast.filter(|broadcast| broadcast.confirmed_at.is_some()) else {
            continue;
        };
        if !kept.keep(BroadcastEntry::new(unit, names, broadcast, now).await?)? {
            left_out.from(Kind::Broadcast, number);
            break;
        }
    }
    Ok(kept.in_order())
}

/// A name as a file may be called on any machine.
fn file_name(name: &str) -> String {
    let letters = name.chars().map(|char| if char.is_alphanumeric() { char } else { '-' });
    let name: String = letters.take(40).collect();
    let parts: Vec<&str> = name.split('-').filter(|part| !part.is_empty()).collect();
    format!("muster-{}", parts.join("-"))
        .trim_end_matches('-')
        .to_lowercase()
}
