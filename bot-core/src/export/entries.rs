//! A shift, a task, a reminder, a poll and a broadcast as documents show them.

use chrono::NaiveDateTime;
use serde::Serialize;

use super::names::Names;
use crate::broadcast::{self, Broadcast, Counts, Reach, State as BroadcastState};
use crate::clock::Instant;
use crate::poll::result::Verdict;
use crate::poll::{self, Poll};
use crate::reminder::{self, Audience, Reminder};
use crate::series::Course;
use crate::shift::attendance::hours;
use crate::shift::template::ShiftTemplate;
use crate::shift::{Holder, Report, Roster, Seat, Shift};
use crate::store::{StoreResult, UnitOfWork};
use crate::surface::RoomAddress;
use crate::task::{State, Task};
use crate::time::{Moment, Zone};

/// A shift with everybody on it.
#[derive(Debug, Serialize)]
pub(super) struct ShiftEntry {
    reference: String,
    title: String,
    start: Moment,
    end: Option<Moment>,
    /// Whether it is whole days; the end is the midnight after the last.
    whole_days: bool,
    place: Option<String>,
    team: Option<String>,
    note: Option<String>,
    cutoff_seconds: Option<i64>,
    /// How long before the start sign-up opens.
    opens_seconds: Option<i64>,
    needs: String,
    cancelled_at: Option<Instant>,
    cancel_reason: Option<String>,
    people: Vec<SeatEntry>,
    /// How it went, where that was told.
    #[serde(skip_serializing_if = "Option::is_none")]
    went: Option<WentEntry>,
}

/// A shift that is saved to be posted again.
#[derive(Debug, Serialize)]
pub(super) struct TemplateEntry {
    name: String,
    title: String,
    /// By the wall clock.
    length_seconds: Option<i64>,
    whole_days: bool,
    place: Option<String>,
    team: Option<String>,
    note: Option<String>,
    cutoff_seconds: Option<i64>,
    opens_seconds: Option<i64>,
    needs: String,
}

impl TemplateEntry {
    pub(super) fn new(names: &Names, template: ShiftTemplate) -> Self {
        let shift = template.shift;
        let seconds = |length: chrono::TimeDelta| length.num_seconds();
        Self {
            name: template.name,
            title: shift.title,
            length_seconds: template.length.map(seconds),
            whole_days: template.whole_days,
            place: shift.place,
            team: names.team(shift.team),
            note: shift.note,
            cutoff_seconds: shift.cutoff.map(seconds),
            opens_seconds: shift.opens.map(seconds),
            needs: shift.needs.to_string(),
        }
    }
}

/// Somebody on a shift.
#[derive(Debug, Serialize)]
pub(super) struct SeatEntry {
    /// None for a former member.
    name: Option<String>,
    guest_of: Option<String>,
    role: Option<String>,
    waits: bool,
    turn: u32,
    /// When they said that they will come.
    confirmed_at: Option<Instant>,
    /// Since when they look for somebody to take their place.
    #[serde(skip_serializing_if = "Option::is_none")]
    cover_since: Option<Instant>,
    /// When they were asked whether they still want the seat that is kept for them.
    #[serde(skip_serializing_if = "Option::is_none")]
    offered_at: Option<Instant>,
    /// Who claimed it for them, where they did not themselves.
    #[serde(skip_serializing_if = "Option::is_none")]
    given_by: Option<String>,
    /// Whether they came beyond the plan.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    walk_in: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    checked_in_at: Option<Instant>,
    #[serde(skip_serializing_if = "Option::is_none")]
    checked_out_at: Option<Instant>,
    /// How long that counts: to the end, where nobody checked them out.
    #[serde(skip_serializing_if = "Option::is_none")]
    minutes: Option<i64>,
    /// When it was noted that they did not come.
    #[serde(skip_serializing_if = "Option::is_none")]
    noted_absent_at: Option<Instant>,
}

/// How a shift went.
#[derive(Debug, Serialize)]
struct WentEntry {
    conversations: Option<u32>,
    doors: Option<u32>,
    note: Option<String>,
    told_by: Option<String>,
    told_at: Instant,
}

impl ShiftEntry {
    pub(super) async fn new(unit: &mut dyn UnitOfWork, names: &mut Names, roster: Roster) -> StoreResult<Self> {
        let shift = roster.shift;
        let mut people = Vec::new();
        for seat in roster.seats {
            people.push(SeatEntry::new(unit, names, &shift, seat).await?);
        }
        let went = match unit.shift_report(shift.group, shift.id).await? {
            Some(report) => Some(WentEntry::new(unit, names, report).await?),
            None => None,
        };
        let (cancelled_at, cancel_reason) = shift
            .cancelled
            .map_or((None, None), |cancelled| (Some(cancelled.at), cancelled.reason));
        Ok(Self {
            reference: format!("S{}", shift.number),
            title: shift.title,
            start: shift.start,
            end: shift.end,
            whole_days: shift.whole_days,
            place: shift.place,
            team: names.team(shift.team),
            note: shift.note,
            cutoff_seconds: shift.cutoff.map(|cutoff| cutoff.num_seconds()),
            opens_seconds: shift.opens.map(|opens| opens.num_seconds()),
            needs: shift.needs.to_string(),
            cancelled_at,
            cancel_reason,
            people,
            went,
        })
    }
}

impl SeatEntry {
    async fn new(unit: &mut dyn UnitOfWork, names: &mut Names, shift: &Shift, seat: Seat) -> StoreResult<Self> {
        let waits = !seat.is_in();
        let minutes = hours::whole(shift, &seat.attendance).map(|length| length.num_minutes());
        let attendance = seat.attendance;
        let (name, guest_of) = match seat.holder {
            Holder::Member(person) => (names.person(unit, person).await?, None),
            Holder::Guest { name, host } => (Some(name), names.person(unit, host).await?),
        };
        Ok(Self {
            name,
            guest_of,
            role: seat.role,
            waits,
            turn: seat.turn,
            confirmed_at: seat.confirmed_at,
            cover_since: seat.cover_since,
            offered_at: seat.offered_at,
            given_by: names.person_if_any(unit, seat.given_by).await?,
            walk_in: attendance.walk_in,
            checked_in_at: attendance.came_at,
            checked_out_at: attendance.left_at,
            minutes,
            noted_absent_at: attendance.no_show_at,
        })
    }
}

impl WentEntry {
    async fn new(unit: &mut dyn UnitOfWork, names: &mut Names, report: Report) -> StoreResult<Self> {
        Ok(Self {
            conversations: report.conversations,
            doors: report.doors,
            note: report.note,
            told_by: names.person(unit, report.by).await?,
            told_at: report.at,
        })
    }
}

/// A task.
#[derive(Debug, Serialize)]
pub(super) struct TaskEntry {
    reference: String,
    title: String,
    note: Option<String>,
    team: Option<String>,
    due: Option<Moment>,
    /// Its rule, with the dates that are out of the ordinary.
    repeats: Option<Course>,
    /// The date of its rule that it is for, wherever its due time was moved.
    for_date: Option<NaiveDateTime>,
    /// What the tasks of its series are like, where this one is other than they are.
    usual_title: Option<String>,
    usual_note: Option<String>,
    usual_team: Option<String>,
    state: &'static str,
    added_at: Instant,
    added_by: Option<String>,
    owner: Option<String>,
    next_goes_to: Option<String>,
    done_at: Option<Instant>,
    done_by: Option<String>,
    done_note: Option<String>,
}

impl TaskEntry {
    pub(super) async fn new(unit: &mut dyn UnitOfWork, names: &mut Names, task: Task) -> StoreResult<Self> {
        let (state, done) = match task.state {
            State::Open => ("open", None),
            State::Done { by, at, note } => ("done", Some((by, at, note))),
            State::Deleted => ("deleted", None),
        };
        let (done_by, done_at, done_note) =
            done.map_or((None, None, None), |(by, at, note)| (Some(by), Some(at), note));
        let for_date = task.series.as_ref().map(|series| series.date);
        let (course, usual) = task
            .series
            .map_or((None, None), |series| (Some(series.course), series.usual));
        Ok(Self {
            reference: format!("T{}", task.number),
            title: task.title,
            note: task.note,
            team: names.team(task.team),
            due: task.due,
            repeats: course,
            for_date,
            usual_title: usual.as_ref().map(|usual| usual.title.clone()),
            usual_team: names.team(usual.as_ref().and_then(|usual| usual.team)),
            usual_note: usual.and_then(|usual| usual.note),
            state,
            added_at: task.created_at,
            added_by: names.person(unit, task.creator).await?,
            owner: names.person_if_any(unit, task.owner).await?,
            next_goes_to: names.person_if_any(unit, task.keeper).await?,
            done_at,
            done_by: names.person_if_any(unit, done_by).await?,
            done_note,
        })
    }
}

/// A reminder.
#[derive(Debug, Serialize)]
pub(super) struct ReminderEntry {
    reference: String,
    text: String,
    /// None for whoever set it.
    room: Option<RoomAddress>,
    set_by: Option<String>,
    zone: Zone,
    next: Option<Moment>,
    /// Its rule, with the dates that are out of the ordinary.
    repeats: Option<Course>,
    last_said: Option<String>,
    snoozed: Option<Moment>,
    last_came_at: Option<Instant>,
    state: reminder::State,
    set_at: Instant,
}

impl ReminderEntry {
    pub(super) async fn new(unit: &mut dyn UnitOfWork, names: &mut Names, reminder: Reminder) -> StoreResult<Self> {
        Ok(Self {
            reference: format!("R{}", reminder.number),
            text: reminder.text,
            room: match reminder.audience {
                Audience::Creator => None,
                Audience::Room(room) => Some(room),
            },
            set_by: names.person(unit, reminder.creator).await?,
            zone: reminder.zone,
            next: reminder.next,
            repeats: reminder.course,
            last_said: reminder.said,
            snoozed: reminder.snoozed,
            last_came_at: reminder.fired_at,
            state: reminder.state,
            set_at: reminder.created_at,
        })
    }
}

/// A poll with what its ballots come to.
#[derive(Debug, Serialize)]
pub(super) struct PollEntry {
    reference: String,
    question: String,
    kind: &'static str,
    secrecy: poll::Secrecy,
    terms: poll::terms::Terms,
    nudged_at: Option<Instant>,
    /// The names of those who may vote, where that was fixed; nothing of a former member.
    electorate: Vec<String>,
    asked_by: Option<String>,
    room: RoomAddress,
    opened_at: Instant,
    closes: Moment,
    state: &'static str,
    closed_at: Option<Instant>,
    voted: u32,
    /// None while it is hidden.
    abstained: Option<u32>,
    options: Vec<OptionEntry>,
    /// The numbers of the options that won; several of a tie. None while votes still count.
    won: Option<Vec<u32>>,
    /// The tasks and shifts that it became.
    became: Vec<String>,
    /// None of a secret poll, ever, and of a hidden one that is open.
    ballots: Vec<BallotEntry>,
}

#[derive(Debug, Serialize)]
struct OptionEntry {
    number: u32,
    option: String,
    /// None while they are hidden.
    votes: Option<u32>,
}

#[derive(Debug, Serialize)]
struct BallotEntry {
    /// None for a former member.
    name: Option<String>,
    /// By the kind: numbers of options, in the voter's order where they rank; else a figure for each option.
    chose: Vec<u32>,
    /// Why they block.
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<String>,
    cast_at: Instant,
}

impl PollEntry {
    pub(super) async fn new(
        unit: &mut dyn UnitOfWork,
        names: &mut Names,
        poll: Poll,
        now: Instant,
    ) -> StoreResult<Self> {
        let tally = poll::count(unit, &poll).await?;
        let shown = poll.shows_counts(now);
        let ballots = if shown && !poll.is_secret() {
            unit.ballots(poll.group, poll.id).await?
        } else {
            Vec::new()
        };
        let (state, closed_at) = match poll.state(now) {
            poll::State::Open => ("open", None),
            poll::State::Closed { at } => ("closed", Some(at)),
            poll::State::Withdrawn => ("withdrawn", poll.withdrawn_at),
        };
        let won = closed_at.map(|_| match tally.verdict(&poll) {
            Verdict::Tied { options, elected, .. } if elected.is_empty() => options,
            _ => tally.decided(&poll),
        });
        let mut electorate = Vec::new();
        for elector in unit.electors(poll.group, poll.id).await? {
            electorate.extend(names.person(unit, elector).await?);
        }
        let mut entries = Vec::new();
        for ballot in ballots {
            entries.push(BallotEntry {
                name: names.person(unit, ballot.person).await?,
                chose: ballot.chosen,
                reason: ballot.reason,
                cast_at: ballot.cast_at,
            });
        }
        let works = unit.poll_works(poll.group, poll.id).await?;
        let counts = tally.counts.iter().map(|votes| shown.then_some(*votes));
        let votes = counts.chain(std::iter::repeat(None));
        let numbered = poll.numbered().map(|(number, option)| (number, option.to_owned()));
        let options = numbered
            .zip(votes)
            .map(|((number, option), votes)| OptionEntry { number, option, votes });
        Ok(Self {
            options: options.collect(),
            reference: format!("P{}", poll.number),
            kind: poll.kind.code(),
            secrecy: poll.secrecy,
            terms: poll.terms,
            nudged_at: poll.nudged_at,
            electorate,
            asked_by: names.person(unit, poll.creator).await?,
            question: poll.question,
            room: poll.room,
            opened_at: poll.opened_at,
            closes: poll.closes,
            state,
            closed_at,
            voted: tally.voted,
            abstained: shown.then_some(tally.abstained),
            won,
            became: works.iter().map(ToString::to_string).collect(),
            ballots: entries,
        })
    }
}

/// A broadcast with its report.
#[derive(Debug, Serialize)]
pub(super) struct BroadcastEntry {
    reference: String,
    text: String,
    audience: String,
    asks_for_got_it: bool,
    written_by: Option<String>,
    /// The room that hears the report; none for its author alone.
    room: Option<RoomAddress>,
    written_at: Instant,
    goes_at: Option<Moment>,
    confirmed_at: Option<Instant>,
    begun_at: Option<Instant>,
    all_written_to_at: Option<Instant>,
    stopped_at: Option<Instant>,
    finished_at: Option<Instant>,
    mentioned_at: Option<Instant>,
    state: BroadcastState,
    /// What became of it; none for whoever only got it.
    report: Option<ReportEntry>,
}

#[derive(Debug, Serialize)]
struct ReportEntry {
    /// How many people it was for.
    people: u32,
    /// How many said that they got it.
    said_got_it: u32,
    /// What became of the copies.
    copies: Vec<CopiesEntry>,
}

#[derive(Debug, Serialize)]
struct CopiesEntry {
    came_to: Reach,
    count: u32,
}

impl BroadcastEntry {
    pub(super) async fn new(
        unit: &mut dyn UnitOfWork,
        names: &mut Names,
        broadcast: Broadcast,
        now: Instant,
    ) -> StoreResult<Self> {
        let Counts { of, acknowledged } = unit.count_copies(broadcast.group, broadcast.id).await?;
        let mut copies: Vec<CopiesEntry> = of
            .into_iter()
            .map(|(came_to, count)| CopiesEntry { came_to, count })
            .collect();
        if broadcast.unwritten > 0 {
            copies.push(CopiesEntry {
                came_to: Reach::NotSent,
                count: broadcast.unwritten,
            });
        }
        let state = broadcast.state(now);
        Ok(Self {
            reference: broadcast.reference().to_string(),
            audience: audience(names, &broadcast),
            asks_for_got_it: broadcast.asks,
            written_by: names.person(unit, broadcast.author).await?,
            room: broadcast.room,
            written_at: broadcast.created_at,
            goes_at: broadcast.at,
            confirmed_at: broadcast.confirmed_at,
            begun_at: broadcast.begun_at,
            all_written_to_at: broadcast.written_at,
            stopped_at: broadcast.stopped_at,
            finished_at: broadcast.finished_at,
            mentioned_at: broadcast.mentioned_at,
            state,
            report: Some(ReportEntry {
                people: if broadcast.begun_at.is_some() {
                    copies.iter().map(|copies| copies.count).sum()
                } else {
                    broadcast.people
                },
                said_got_it: acknowledged,
                copies,
            }),
            text: broadcast.text,
        })
    }

    /// The same for whoever only got it.
    pub(super) fn without_report(self) -> Self {
        Self { report: None, ..self }
    }
}

/// An audience as it is typed.
pub(super) fn audience(names: &Names, broadcast: &Broadcast) -> String {
    match broadcast.audience {
        broadcast::Audience::Everyone => "everyone".to_owned(),
        broadcast::Audience::Captains => "captains".to_owned(),
        broadcast::Audience::Team(team) => format!("team:{}", names.team(Some(team)).unwrap_or_default()),
        broadcast::Audience::Roster(number) => format!("roster:S{number}"),
        broadcast::Audience::Unconfirmed(number) => format!("unconfirmed:S{number}"),
        broadcast::Audience::Nonvoters(number) => format!("nonvoters:P{number}"),
    }
}
