//! What a synchronisation brings, as events of the core.

use matrix_sdk::deserialized_responses::{TimelineEvent, TimelineEventKind};
use matrix_sdk::ruma::api::error::ErrorKind;
use matrix_sdk::ruma::{EventId, OwnedRoomId, UserId};
use matrix_sdk::sync::{SyncResponse, Timeline};
use matrix_sdk::{Client, Result, Room};
use muster_core::surface::{Content, Inbound, Intake, Notice, Skipped};
use serde_json::Value;

use super::gap;
use super::unread::Unread;
use crate::account::Account;
use crate::inbound::command::Me;
use crate::inbound::event::Event;
use crate::inbound::{About, Here, Read, Reader};
use crate::{place, rooms, upgrade};

/// Reads what comes.
pub(super) struct News<'a> {
    pub(super) account: &'a Account,
    pub(super) client: &'a Client,
    pub(super) intake: &'a dyn Intake,
    pub(super) me: Me,
}

impl News<'_> {
    /// The events since then, room by room in the order they happened.
    pub(super) async fn read(&self, response: &SyncResponse, since: &str, unread: &mut Unread) -> Result<Vec<Inbound>> {
        let mut events = Vec::new();
        for (id, joined) in &response.rooms.joined {
            self.read_room(id, &joined.timeline, Some(since), unread, &mut events)
                .await?;
        }
        for (id, left) in &response.rooms.left {
            self.read_room(id, &left.timeline, None, unread, &mut events).await?;
        }
        Ok(events)
    }

    async fn read_room(
        &self,
        id: &OwnedRoomId,
        timeline: &Timeline,
        since: Option<&str>,
        unread: &mut Unread,
        events: &mut Vec<Inbound>,
    ) -> Result<()> {
        let Some(room) = self.client.get_room(id) else {
            return Ok(());
        };
        let told = self.since_own_arrival(&timeline.events);
        let mut missed = Vec::new();
        let arrives =
            told.len() < timeline.events.len() || told.first().is_some_and(|event| self.is_own_arrival(event));
        if let (true, false, Some(since), Some(begin)) = (timeline.limited, arrives, since, &timeline.prev_batch) {
            missed = gap::events(&room, since, begin).await?;
        }
        let missed = self.since_own_arrival(&missed);
        if missed.is_empty() && told.is_empty() {
            return Ok(());
        }
        let here = rooms::here(&room).await;
        for event in missed.iter().chain(told) {
            events.extend(self.event((&room, &here), event, unread).await?);
        }
        Ok(())
    }

    /// What was said before the bot came is not for it.
    fn since_own_arrival<'e>(&self, events: &'e [TimelineEvent]) -> &'e [TimelineEvent] {
        let arrival = events.iter().rposition(|event| self.is_own_arrival(event));
        &events[arrival.unwrap_or_default()..]
    }

    fn is_own_arrival(&self, event: &TimelineEvent) -> bool {
        let Ok(event) = event.raw().deserialize_as_unchecked::<Event>() else {
            return false;
        };
        let before = event.unsigned.prev_content.as_ref();
        let was_in = before.is_some_and(|before| before["membership"] == "join");
        let is_own = event.kind == "m.room.member" && event.state_key.as_deref() == Some(self.me.id.as_str());
        is_own && event.content["membership"] == "join" && !was_in
    }

    /// What an event is for the core. An error means that the server does not say what is needed to know it at the moment.
    async fn event(
        &self,
        (room, here): (&Room, &Here),
        event: &TimelineEvent,
        unread: &mut Unread,
    ) -> Result<Vec<Inbound>> {
        if let TimelineEventKind::UnableToDecrypt { utd_info, .. } = &event.kind {
            let session = utd_info.session_id.as_deref();
            let told = self.unreadable((room, here), event, session, unread).await;
            return Ok(told.into_iter().collect());
        }
        let reader = self.reader(here);
        let Ok(json) = event.raw().deserialize_as_unchecked::<Value>() else {
            self.intake.skipped(Skipped::Malformed);
            return Ok(Vec::new());
        };
        let name = match event.sender() {
            Some(sender) => rooms::name_of(room, &sender).await,
            None => None,
        };
        match reader.read(&json, name.as_deref()) {
            Read::Event(inbound) => return Ok(self.happened(room, *inbound).await),
            Read::About(about) => return Ok(self.about(room, *about).await?.into_iter().collect()),
            Read::Closed(by) => return self.closed(room, &by).await,
            Read::Nothing => {}
            Read::UnknownKind => self.intake.skipped(Skipped::UnknownKind),
            Read::Malformed => self.intake.skipped(Skipped::Malformed),
        }
        Ok(Vec::new())
    }

    async fn happened(&self, room: &Room, event: Inbound) -> Vec<Inbound> {
        match event.content {
            Content::Noticed(Notice::Arrived) => {
                let moved = self.moved(room, &event.author.account).await;
                let arrived = rooms::arrived(room, event).await;
                moved.into_iter().chain(arrived).collect()
            }
            // They follow to where the room goes on.
            Content::Noticed(Notice::Gone) if room.is_tombstoned() => Vec::new(),
            _ => vec![event],
        }
    }

    /// The room is closed: the bot goes to where it goes on, or is there already.
    async fn closed(&self, room: &Room, by: &str) -> Result<Vec<Inbound>> {
        if let Ok(by) = UserId::parse(by) {
            upgrade::follow(self.account, room, &by).await?;
        }
        let moved = match upgrade::next(room) {
            Some(next) => self.moved(&next, by).await,
            None => None,
        };
        Ok(moved.into_iter().collect())
    }

    /// That a place goes on in that room, where it does.
    async fn moved(&self, room: &Room, by: &str) -> Option<Inbound> {
        let before = rooms::here(&upgrade::before(room)?).await.room;
        let here = rooms::here(room).await;
        let are_places = [&before, &here.room].iter().all(|room| place::is_place(room));
        are_places.then(|| self.reader(&here).moved(&before.place, by))
    }

    /// What is done to a message, where that is one of ours.
    async fn about(&self, room: &Room, about: About) -> Result<Option<Inbound>> {
        let Ok(id) = EventId::parse(&about.message) else {
            return Ok(None);
        };
        let offers = match room.event(&id, None).await {
            Ok(card) => match card.raw().deserialize_as_unchecked::<Event>() {
                Ok(card) if card.sender == self.me.id => card.offers(),
                _ => Vec::new(),
            },
            // There is no such message, or the bot may not see it.
            Err(error) if is_refused(&error) => Vec::new(),
            Err(error) => return Err(error),
        };
        Ok(about.settled(&offers))
    }

    /// Remembered until its key comes; who sent it is told once what to do.
    async fn unreadable(
        &self,
        (room, here): (&Room, &Here),
        event: &TimelineEvent,
        session: Option<&str>,
        unread: &mut Unread,
    ) -> Option<Inbound> {
        let (id, sender) = (event.event_id()?, event.sender()?);
        if sender.as_str() == self.me.id {
            return None;
        }
        let session = session.unwrap_or(id.as_str());
        let is_first = unread.remember(room.room_id(), &id, session);
        is_first.then_some(())?;
        let name = rooms::name_of(room, &sender).await;
        let told = format!("unreadable:{session}");
        Some(self.reader(here).unreadable(told, sender.as_str(), name.as_deref()))
    }

    fn reader<'r>(&'r self, here: &'r Here) -> Reader<'r> {
        Reader {
            me: &self.me,
            here,
            now: self.account.now(),
        }
    }

    /// Those of the events that could not be read before and can be now.
    pub(super) async fn read_late(&self, unread: &mut Unread) -> Vec<Inbound> {
        let mut events = Vec::new();
        for (room, id) in unread.all() {
            let Some(room) = self.client.get_room(&room) else {
                unread.forget(&id);
                continue;
            };
            let Ok(event) = room.event(&id, None).await else {
                continue;
            };
            if event.kind.is_utd() {
                continue;
            }
            let here = rooms::here(&room).await;
            if let Ok(read) = self.event((&room, &here), &event, unread).await {
                unread.forget(&id);
                events.extend(read);
            }
        }
        events
    }
}

/// Whether the server knows what it says no to.
fn is_refused(error: &matrix_sdk::Error) -> bool {
    matches!(
        error.client_api_error_kind(),
        Some(ErrorKind::NotFound | ErrorKind::Forbidden)
    )
}
