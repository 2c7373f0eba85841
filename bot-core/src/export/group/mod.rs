//! A group's whole desk.
//!
//! - here: the document; who is in the group, where it meets, and what is set
//! - `numbered`: what has a reference, and how each kind of it is gathered

mod numbered;

use serde::Serialize;

use super::entries::{BroadcastEntry, PollEntry, ReminderEntry, ShiftEntry, TaskEntry, TemplateEntry};
use super::kept::LeftOut;
use super::names::Names;
use super::{Bound, Document, json};
use crate::clock::Instant;
use crate::error::Fault;
use crate::ids::GroupId;
use crate::locale::Language;
use crate::people::mapping::Gives;
use crate::people::{Group, Prefix, Role};
use crate::store::{StoreResult, UnitOfWork};
use crate::surface::Platform;
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
    let names = Names::of_group(unit, group.id).await?;
    let mut hall = Hall {
        unit,
        group: group.id,
        now,
        names,
        bound,
        left_out: LeftOut::default(),
    };
    let document = GroupDocument {
        form: FORM,
        written_at: now,
        group: hall.about(group).await?,
        members: hall.members().await?,
        teams: hall.teams().await?,
        platform_roles: hall.platform_roles().await?,
        shifts: hall.numbered::<ShiftEntry>().await?,
        shift_templates: hall.templates().await?,
        tasks: hall.numbered::<TaskEntry>().await?,
        reminders: hall.numbered::<ReminderEntry>().await?,
        polls: hall.numbered::<PollEntry>().await?,
        broadcasts: hall.numbered::<BroadcastEntry>().await?,
        left_out: hall.left_out,
    };
    Ok(Document {
        name: format!("{}.json", file_name(&group.name)),
        text: json::text(&document)?,
        is_cut: !document.left_out.is_empty(),
    })
}

/// Where everything is looked up.
struct Hall<'a> {
    unit: &'a mut dyn UnitOfWork,
    group: GroupId,
    now: Instant,
    names: Names,
    bound: Bound,
    left_out: LeftOut,
}

impl Hall<'_> {
    async fn about(&mut self, group: &Group) -> StoreResult<GroupEntry> {
        let places = self.unit.places_of(self.group).await?.into_iter();
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

    async fn members(&mut self) -> StoreResult<Vec<MemberEntry>> {
        let mut entries = Vec::new();
        for member in self.unit.members(self.group).await? {
            let membership = self.unit.membership(self.group, member.person).await?;
            let teams = self.unit.teams_of(self.group, member.person).await?.into_iter();
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

    async fn teams(&mut self) -> StoreResult<Vec<String>> {
        let teams = self.unit.teams(self.group).await?.into_iter();
        Ok(teams.map(|team| team.name).collect())
    }

    async fn platform_roles(&mut self) -> StoreResult<Vec<RoleEntry>> {
        let mappings = self.unit.role_mappings(self.group).await?.into_iter();
        Ok(mappings
            .map(|mapping| RoleEntry {
                platform: mapping.of.platform,
                place: mapping.of.place,
                role: mapping.of.role,
                name: mapping.name,
                captain: mapping.gives == Gives::Captain,
                team: match mapping.gives {
                    Gives::Captain => None,
                    Gives::Team(team) => self.names.team(Some(team)),
                },
            })
            .collect())
    }

    async fn templates(&mut self) -> StoreResult<Vec<TemplateEntry>> {
        let templates = self.unit.shift_templates(self.group).await?.into_iter();
        Ok(templates
            .map(|template| TemplateEntry::new(&self.names, template))
            .collect())
    }
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
