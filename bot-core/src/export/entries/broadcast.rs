//! A broadcast with its report.

use serde::Serialize;

use crate::broadcast::{Audience, Broadcast, Counts, Reach, State};
use crate::clock::Instant;
use crate::export::names::Names;
use crate::store::{StoreResult, UnitOfWork};
use crate::surface::RoomAddress;
use crate::time::Moment;

/// A broadcast with its report.
#[derive(Debug, Serialize)]
pub(in crate::export) struct BroadcastEntry {
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
    state: State,
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
    pub(in crate::export) async fn new(
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
    pub(in crate::export) fn without_report(self) -> Self {
        Self { report: None, ..self }
    }
}

/// An audience as it is typed.
fn audience(names: &Names, broadcast: &Broadcast) -> String {
    match broadcast.audience {
        Audience::Everyone => "everyone".to_owned(),
        Audience::Captains => "captains".to_owned(),
        Audience::Team(team) => format!("team:{}", names.team(Some(team)).unwrap_or_default()),
        Audience::Roster(number) => format!("roster:S{number}"),
        Audience::Unconfirmed(number) => format!("unconfirmed:S{number}"),
        Audience::Nonvoters(number) => format!("nonvoters:P{number}"),
    }
}
