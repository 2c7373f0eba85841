//! Everything that is held on one person, for themselves.

use serde::Serialize;
use serde_json::Value;

use super::entries::{BroadcastEntry, ReminderEntry, ShiftEntry, TaskEntry};
use super::kept::{Kept, LeftOut};
use super::names::Names;
use super::{Bound, Document, json};
use crate::broadcast::Reach;
use crate::clock::Instant;
use crate::error::Fault;
use crate::ids::{GroupId, Kind, PersonId, Reference};
use crate::locale::Language;
use crate::people::link::{LinkCode, LinkPurpose};
use crate::people::{Account, Pause, Person, Role, Suspension};
use crate::poll::{self, Poll};
use crate::reply::plain;
use crate::shift::Roster;
use crate::store::{DueAct, EventKey, OutboxKind, OutboxRow, OutboxState, StoreResult, UnitOfWork};
use crate::surface::{Address, Platform, RoomAddress};
use crate::time::{Moment, Zone};

/// The form of the document: a program that reads it knows by this what to expect.
const FORM: &str = "muster-person-1";
/// The most lines of the logs that are looked up.
const LOG_LINES: u32 = 10_000;

#[derive(Debug, Serialize)]
struct PersonDocument {
    form: &'static str,
    written_at: Instant,
    /// Instants are UTC; this is the person's own zone, or their group's where they have set none.
    zone: Zone,
    you: Profile,
    accounts: Vec<AccountEntry>,
    groups: Vec<Membership>,
    shifts: Vec<Of<ShiftEntry>>,
    asked_for_shifts: Vec<Of<AskEntry>>,
    tasks: Vec<Of<TaskEntry>>,
    reminders: Vec<Of<ReminderEntry>>,
    polls: Vec<Of<OwnPoll>>,
    broadcasts: Vec<Of<OwnBroadcast>>,
    coming: Vec<Of<Coming>>,
    log: Vec<Of<LogLine>>,
    undo: Vec<Of<OwnUndo>>,
    link_codes: Vec<Code>,
    calendar_addresses_made_at: Vec<Instant>,
    messages_waiting: Vec<Message>,
    events: Vec<EventEntry>,
    #[serde(skip_serializing_if = "LeftOut::is_empty")]
    left_out: LeftOut,
}

/// Something of a group.
#[derive(Debug, Serialize)]
struct Of<T> {
    group: String,
    #[serde(flatten)]
    entry: T,
}

#[derive(Debug, Serialize)]
struct Profile {
    name: String,
    zone: Option<Zone>,
    language: Option<Language>,
    quiet_hours: Option<String>,
    reminded_seconds_before_shifts: Vec<i64>,
    agreed_to_private_messages_at: Option<Instant>,
    /// The group that their private commands are about, where they chose one.
    chosen_group: Option<String>,
    /// Since when they want no messages, and until when, where that was said.
    pause: Option<Pause>,
    /// When, by their wall clock, they hear what the day holds.
    morning_digest_at: Option<String>,
    preferred: Option<Platform>,
    skills: Vec<String>,
}

#[derive(Debug, Serialize)]
struct AccountEntry {
    platform: Platform,
    account: String,
    name: String,
    handle: Option<String>,
    seen_at: Instant,
    /// How many wrong link codes were typed from it and are still counted.
    wrong_codes: u32,
}

#[derive(Debug, Serialize)]
struct Membership {
    group: String,
    role: Role,
    joined_at: Instant,
    last_acted_in: RoomAddress,
    /// Since when it is suspended, and whether they left or were removed.
    suspended: Option<Suspension>,
    teams: Vec<InTeam>,
    /// The roles of the group's places that give something, where their accounts held them when they last acted there.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    platform_roles: Vec<HeldRole>,
}

/// That they were asked whether they can take a shift.
#[derive(Debug, Serialize)]
struct AskEntry {
    shift: Reference,
    asked_at: Instant,
    declined_at: Option<Instant>,
}

#[derive(Debug, Serialize)]
struct HeldRole {
    platform: Platform,
    place: String,
    role: String,
    account: String,
    given: bool,
}

#[derive(Debug, Serialize)]
struct InTeam {
    team: String,
    captain: bool,
    joined_at: Option<Instant>,
}

#[derive(Debug, Serialize)]
struct OwnPoll {
    reference: String,
    question: String,
    kind: &'static str,
    secrecy: poll::Secrecy,
    terms: poll::terms::Terms,
    nudged_at: Option<Instant>,
    among_those_who_may_vote: bool,
    asked_by_you: bool,
    room: RoomAddress,
    opened_at: Instant,
    closes: Moment,
    closed_at: Option<Instant>,
    withdrawn_at: Option<Instant>,
    options: Vec<String>,
    your_ballot: Option<OwnBallot>,
}

#[derive(Debug, Serialize)]
struct OwnBallot {
    /// The words of the options, in order of preference where they rank; with the figure behind each where they give points or
    /// say when they can come.
    chose: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<String>,
    cast_at: Instant,
    platform: Option<Platform>,
}

#[derive(Debug, Serialize)]
struct OwnBroadcast {
    written_by_you: bool,
    /// None where it was not for them.
    your_copy: Option<OwnCopy>,
    #[serde(flatten)]
    broadcast: BroadcastEntry,
}

#[derive(Debug, Serialize)]
struct OwnCopy {
    came_to: Reach,
    said_got_it_at: Option<Instant>,
}

#[derive(Debug, Serialize)]
struct Coming {
    at: Instant,
    about: Kind,
    act: DueAct,
}

#[derive(Debug, Serialize)]
struct LogLine {
    at: Instant,
    act: String,
    subject: Option<String>,
    by_you: bool,
    about_you: bool,
}

#[derive(Debug, Serialize)]
struct OwnUndo {
    at: Instant,
    takes_back: Value,
}

#[derive(Debug, Serialize)]
struct Code {
    for_group: Option<String>,
    asked_by: Option<String>,
    agreed_by: Option<String>,
    expires_at: Instant,
    used_at: Option<Instant>,
}

#[derive(Debug, Serialize)]
struct Message {
    key: String,
    kind: OutboxKind,
    to: Address,
    state: OutboxState,
    not_before: Instant,
    created_at: Instant,
    text: String,
}

#[derive(Debug, Serialize)]
struct EventEntry {
    room: RoomAddress,
    received_at: Instant,
    done_at: Option<Instant>,
}

/// Everything that is held on that person: their settings and accounts, what they are in every group, what they wrote, and
/// the events and messages on their way. Others are named only as the group's own cards name them.
pub async fn person(
    unit: &mut dyn UnitOfWork,
    person: &Person,
    zone: &Zone,
    now: Instant,
    bound: Bound,
) -> Result<Document, Fault> {
    let mut hall = Hall {
        unit,
        person: person.id,
        names: Names::default(),
        bound,
        left_out: LeftOut::default(),
    };
    let accounts = hall.unit.accounts_of(person.id).await?;
    let document = PersonDocument {
        form: FORM,
        written_at: now,
        zone: zone.clone(),
        you: hall.profile(person).await?,
        groups: hall.memberships().await?,
        shifts: hall.shifts().await?,
        asked_for_shifts: hall.asks().await?,
        tasks: hall.tasks().await?,
        reminders: hall.reminders().await?,
        polls: hall.polls().await?,
        broadcasts: hall.broadcasts(now).await?,
        coming: hall.coming().await?,
        log: hall.log().await?,
        undo: hall.undo().await?,
        link_codes: hall.codes().await?,
        calendar_addresses_made_at: hall.unit.calendar_addresses_of(person.id).await?,
        messages_waiting: hall.messages(&accounts).await?,
        events: hall.events(&accounts).await?,
        accounts: hall.accounts(accounts).await?,
        left_out: hall.left_out,
    };
    Ok(Document {
        name: "muster-me.json".to_owned(),
        text: json::text(&document)?,
        is_cut: !document.left_out.is_empty(),
    })
}

/// Where everything is looked up.
struct Hall<'a> {
    unit: &'a mut dyn UnitOfWork,
    person: PersonId,
    names: Names,
    bound: Bound,
    left_out: LeftOut,
}

impl Hall<'_> {
    async fn profile(&mut self, person: &Person) -> StoreResult<Profile> {
        let chosen = match person.chosen_group {
            Some(group) => self.unit.group(group).await?,
            None => None,
        };
        let quiet = person.quiet;
        Ok(Profile {
            name: person.name.clone(),
            zone: person.zone.clone(),
            language: person.language,
            quiet_hours: quiet.map(|quiet| format!("{}-{}", quiet.from.format("%H:%M"), quiet.to.format("%H:%M"))),
            reminded_seconds_before_shifts: person.ladder.iter().map(chrono::TimeDelta::num_seconds).collect(),
            agreed_to_private_messages_at: person.agreed_at,
            chosen_group: chosen.map(|group| group.name),
            pause: person.pause.clone(),
            morning_digest_at: person.digest.map(|time| time.format("%H:%M").to_string()),
            preferred: person.preferred,
            skills: self.unit.skills_of(self.person).await?,
        })
    }

    /// Something of a group, with the group's name; the names of its teams are known from here on.
    async fn of<T>(&mut self, group: GroupId, entry: T) -> StoreResult<Of<T>> {
        let group = self.unit.group(group).await?;
        Ok(Of {
            group: group.map(|group| group.name).unwrap_or_default(),
            entry,
        })
    }

    /// What the person is part of, the latest first.
    async fn part_of(&mut self, kind: Kind) -> StoreResult<Vec<(GroupId, u32)>> {
        let mut part = self.unit.part_of(self.person, kind).await?;
        part.reverse();
        for (group, _) in &part {
            self.names.learn_teams(self.unit, *group).await?;
        }
        Ok(part)
    }

    async fn accounts(&mut self, accounts: Vec<Account>) -> StoreResult<Vec<AccountEntry>> {
        let mut entries = Vec::new();
        for account in accounts {
            let ever = Instant::UNIX_EPOCH;
            let wrong = self.unit.wrong_codes(account.platform, &account.account, ever).await?;
            entries.push(AccountEntry {
                platform: account.platform,
                account: account.account,
                name: account.name,
                handle: account.handle,
                seen_at: account.seen_at,
                wrong_codes: wrong,
            });
        }
        Ok(entries)
    }

    async fn memberships(&mut self) -> StoreResult<Vec<Membership>> {
        let joined = self.unit.teams_joined(self.person).await?;
        let mut memberships = Vec::new();
        for id in self.unit.registers_of(self.person).await? {
            let group = self.unit.group(id).await?;
            let membership = self.unit.register_entry(id, self.person).await?;
            let (Some(group), Some(membership)) = (group, membership) else {
                continue;
            };
            let teams = self.unit.teams_of(id, self.person).await?.into_iter();
            let when = |team| {
                joined
                    .iter()
                    .find(|(_, joined, _)| *joined == team)
                    .map(|(_, _, at)| *at)
            };
            memberships.push(Membership {
                group: group.name,
                role: membership.role,
                joined_at: membership.joined_at,
                last_acted_in: membership.room,
                suspended: membership.suspended,
                teams: teams
                    .map(|(team, captain)| InTeam {
                        joined_at: when(team.id),
                        team: team.name,
                        captain,
                    })
                    .collect(),
                platform_roles: self.platform_roles(id).await?,
            });
        }
        Ok(memberships)
    }

    async fn platform_roles(&mut self, group: GroupId) -> StoreResult<Vec<HeldRole>> {
        let holds = self.unit.role_holds_of(group, self.person).await?.into_iter();
        Ok(holds
            .map(|hold| HeldRole {
                platform: hold.of.platform,
                place: hold.of.place,
                role: hold.of.role,
                account: hold.account,
                given: hold.given,
            })
            .collect())
    }

    async fn shifts(&mut self) -> Result<Vec<Of<ShiftEntry>>, Fault> {
        let mut kept = Kept::new(self.bound);
        let part = self.part_of(Kind::Shift).await?;
        for (index, (group, number)) in part.iter().enumerate() {
            let Some(roster) = self.unit.shift(*group, *number).await? else {
                continue;
            };
            let own = roster.seats.into_iter();
            let own = own.filter(|seat| seat.holder.answerable() == self.person).collect();
            let roster = Roster::new(roster.shift, own);
            let entry = ShiftEntry::new(self.unit, &mut self.names, roster).await?;
            if !kept.keep(self.of(*group, entry).await?)? {
                self.left_out.older("shifts", part.len() - index);
                break;
            }
        }
        Ok(kept.in_order())
    }

    async fn tasks(&mut self) -> Result<Vec<Of<TaskEntry>>, Fault> {
        let mut kept = Kept::new(self.bound);
        let part = self.part_of(Kind::Task).await?;
        for (index, (group, number)) in part.iter().enumerate() {
            let Some(task) = self.unit.task_by_number(*group, *number).await? else {
                continue;
            };
            let entry = TaskEntry::new(self.unit, &mut self.names, task).await?;
            if !kept.keep(self.of(*group, entry).await?)? {
                self.left_out.older("tasks", part.len() - index);
                break;
            }
        }
        Ok(kept.in_order())
    }

    async fn reminders(&mut self) -> Result<Vec<Of<ReminderEntry>>, Fault> {
        let mut kept = Kept::new(self.bound);
        let part = self.part_of(Kind::Reminder).await?;
        for (index, (group, number)) in part.iter().enumerate() {
            let Some(reminder) = self.unit.reminder_by_number(*group, *number).await? else {
                continue;
            };
            let entry = ReminderEntry::new(self.unit, &mut self.names, reminder).await?;
            if !kept.keep(self.of(*group, entry).await?)? {
                self.left_out.older("reminders", part.len() - index);
                break;
            }
        }
        Ok(kept.in_order())
    }

    async fn polls(&mut self) -> Result<Vec<Of<OwnPoll>>, Fault> {
        let mut kept = Kept::new(self.bound);
        let part = self.part_of(Kind::Poll).await?;
        for (index, (group, number)) in part.iter().enumerate() {
            let Some(poll) = self.unit.poll_by_number(*group, *number).await? else {
                continue;
            };
            let entry = self.poll(poll).await?;
            if !kept.keep(self.of(*group, entry).await?)? {
                self.left_out.older("polls", part.len() - index);
                break;
            }
        }
        Ok(kept.in_order())
    }

    async fn poll(&mut self, poll: Poll) -> StoreResult<OwnPoll> {
        let ballot = self.unit.ballot(poll.group, poll.id, self.person).await?;
        let may_vote = self.unit.electors(poll.group, poll.id).await?.contains(&self.person);
        let words = |ballot: poll::ballot::Ballot| OwnBallot {
            chose: chose(&poll, &ballot.chosen),
            reason: ballot.reason,
            cast_at: ballot.cast_at,
            platform: ballot.platform,
        };
        Ok(OwnPoll {
            your_ballot: ballot.map(words),
            reference: poll.reference().to_string(),
            question: poll.question,
            kind: poll.kind.code(),
            secrecy: poll.secrecy,
            terms: poll.terms,
            nudged_at: poll.nudged_at,
            among_those_who_may_vote: may_vote,
            asked_by_you: poll.creator == self.person,
            room: poll.room,
            opened_at: poll.opened_at,
            closes: poll.closes,
            closed_at: poll.closed_at,
            withdrawn_at: poll.withdrawn_at,
            options: poll.options,
        })
    }

    /// What they wrote, with its report; of what they got, the report is the group's.
    async fn broadcasts(&mut self, now: Instant) -> Result<Vec<Of<OwnBroadcast>>, Fault> {
        let mut kept = Kept::new(self.bound);
        let part = self.part_of(Kind::Broadcast).await?;
        for (index, (group, number)) in part.iter().enumerate() {
            let Some(broadcast) = self.unit.broadcast_by_number(*group, *number).await? else {
                continue;
            };
            let copy = self.unit.copy_of(*group, broadcast.id, self.person).await?;
            let written_by_you = broadcast.author == self.person;
            let mut entry = BroadcastEntry::new(self.unit, &mut self.names, broadcast, now).await?;
            if !written_by_you {
                entry = entry.without_report();
            }
            let own = OwnBroadcast {
                written_by_you,
                your_copy: copy.map(|(came_to, said_got_it_at)| OwnCopy {
                    came_to,
                    said_got_it_at,
                }),
                broadcast: entry,
            };
            if !kept.keep(self.of(*group, own).await?)? {
                self.left_out.older("broadcasts", part.len() - index);
                break;
            }
        }
        Ok(kept.in_order())
    }

    async fn coming(&mut self) -> StoreResult<Vec<Of<Coming>>> {
        let mut coming = Vec::new();
        for due in self.unit.agenda_of(self.person).await? {
            let entry = Coming {
                at: due.at,
                about: due.subject.kind,
                act: due.act,
            };
            coming.push(self.of(due.group, entry).await?);
        }
        Ok(coming)
    }

    async fn log(&mut self) -> Result<Vec<Of<LogLine>>, Fault> {
        let mut kept = Kept::new(self.bound);
        let lines = self.unit.audit_about(self.person, LOG_LINES).await?;
        let count = lines.len();
        for (index, line) in lines.into_iter().enumerate() {
            let entry = LogLine {
                at: line.at,
                act: line.act,
                subject: line.subject,
                by_you: line.actor == self.person,
                about_you: line.person == Some(self.person),
            };
            if !kept.keep(self.of(line.group, entry).await?)? {
                self.left_out.older("lines of the log", count - index);
                break;
            }
        }
        Ok(kept.in_order())
    }

    async fn undo(&mut self) -> Result<Vec<Of<OwnUndo>>, Fault> {
        let mut acts = Vec::new();
        for act in self.unit.undo_of(self.person).await? {
            let takes_back = serde_json::to_value(&act.undo).map_err(|source| Fault::Payload {
                what: "an undo",
                source,
            })?;
            let entry = OwnUndo { at: act.at, takes_back };
            acts.push(self.of(act.group, entry).await?);
        }
        Ok(acts)
    }

    async fn asks(&mut self) -> StoreResult<Vec<Of<AskEntry>>> {
        let mut asks = Vec::new();
        for (group, number, ask) in self.unit.asks_of_person(self.person).await? {
            let entry = AskEntry {
                shift: Reference::new(Kind::Shift, number),
                asked_at: ask.asked_at,
                declined_at: ask.declined_at,
            };
            asks.push(self.of(group, entry).await?);
        }
        Ok(asks)
    }

    async fn codes(&mut self) -> StoreResult<Vec<Code>> {
        let mut codes = Vec::new();
        for code in self.unit.link_codes_of(self.person).await? {
            codes.push(self.code(code).await?);
        }
        Ok(codes)
    }

    async fn code(&mut self, code: LinkCode) -> StoreResult<Code> {
        let (asked_by, group) = match code.purpose {
            LinkPurpose::Person(person) => (person, None),
            LinkPurpose::Group { group, organizer } => (organizer, Some(group)),
        };
        let group = match group {
            Some(group) => self.unit.group(group).await?,
            None => None,
        };
        Ok(Code {
            for_group: group.map(|group| group.name),
            asked_by: self.names.person(self.unit, asked_by).await?,
            agreed_by: self.names.person_if_any(self.unit, code.claimed_by).await?,
            expires_at: code.expires_at,
            used_at: code.used_at,
        })
    }

    /// What is on its way to them, and to rooms as the answer to their act. Of what is settled only keys are left, which
    /// tell a repetition.
    async fn messages(&mut self, accounts: &[Account]) -> Result<Vec<Message>, Fault> {
        let mut kept = Kept::new(self.bound);
        let mut unsettled = self.unit.unsettled_messages().await?;
        unsettled.retain(|row| row.person == Some(self.person) || accounts.iter().any(|account| row.is_for(account)));
        let count = unsettled.len();
        for (index, row) in unsettled.into_iter().rev().enumerate() {
            if !kept.keep(message(row))? {
                self.left_out.older("messages", count - index);
                break;
            }
        }
        Ok(kept.in_order())
    }

    async fn events(&mut self, accounts: &[Account]) -> Result<Vec<EventEntry>, Fault> {
        let mut kept = Kept::new(self.bound);
        for account in accounts {
            let events = self.unit.events_of(account.platform, &account.account).await?;
            let count = events.len();
            for (index, event) in events.into_iter().rev().enumerate() {
                if !kept.keep(entry(event))? {
                    self.left_out.older("events", count - index);
                    break;
                }
            }
        }
        Ok(kept.in_order())
    }
}

fn message(row: OutboxRow) -> Message {
    Message {
        text: plain::render(&row.card),
        key: row.key,
        kind: row.kind,
        to: row.to,
        state: row.state,
        not_before: row.not_before,
        created_at: row.created_at,
    }
}

fn entry(event: EventKey) -> EventEntry {
    EventEntry {
        room: event.room,
        received_at: event.received_at,
        done_at: event.done_at,
    }
}

/// What a ballot chooses, by the words of the options.
fn chose(poll: &Poll, chosen: &[u32]) -> Vec<String> {
    if poll.kind.gives_figures() {
        let figures = poll.options.iter().zip(chosen);
        return figures.map(|(option, figure)| format!("{option} = {figure}")).collect();
    }
    chosen.iter().map(|number| poll.option(*number).to_owned()).collect()
}
