//! How events come in: pushed and gone, or fetched until they are acknowledged.

use std::convert::Infallible;

use muster_core::surface::{Author, Cut, Inbound, Intake, RoomAddress, Standing};
use tokio::time::{Instant, sleep_until};

use super::TestAdapter;
use super::lines::Line;
use crate::profile::Profile;
use crate::wire::{Chat, Event, Reply, Request};

/// How many times within the span before a deferral a store that takes no events is asked again.
const TRIES: u32 = 5;

impl TestAdapter {
    /// Hears events until it hears no more.
    pub(super) async fn hear(&self, intake: &dyn Intake) -> Result<Infallible, Cut> {
        let open = self.lines.open().await;
        let mut line = open.map_err(|error| cut(&format!("cannot be reached: {}", error.kind())))?;
        match self.address.profile {
            Profile::Deadline => self.listen(&mut line, intake).await,
            Profile::NoIdempotency | Profile::TransactionIds => self.fetch(&mut line, intake).await,
        }
    }

    /// What is pushed is not pushed again: while the store takes no events they wait here, as long as their people do.
    async fn listen(&self, line: &mut Line, intake: &dyn Intake) -> Result<Infallible, Cut> {
        write(line, &Request::Listen).await?;
        loop {
            let (events, _) = read(line).await?;
            let came = Instant::now();
            let events: Vec<_> = events.into_iter().map(|event| self.inbound(event)).collect();
            for event in &events {
                self.unanswered.came(&event.event);
            }
            let accepted = self.accept_in_time(&events, came, intake).await;
            for event in &events {
                match accepted {
                    Ok(()) => self
                        .unanswered
                        .accepted(&event.event, event.answer_only_for().is_some(), came),
                    Err(_) => self.unanswered.settled(&event.event),
                }
            }
            accepted?;
        }
    }

    async fn accept_in_time(&self, events: &[Inbound], came: Instant, intake: &dyn Intake) -> Result<(), Cut> {
        for attempt in 1..=TRIES {
            if intake.accept(events.to_vec()).await.is_ok() {
                return Ok(());
            }
            sleep_until(came + self.unanswered.after() * attempt / TRIES).await;
        }
        Err(cut("lost events: the store takes none"))
    }

    /// What is not accepted is not acknowledged, and so comes again.
    async fn fetch(&self, line: &mut Line, intake: &dyn Intake) -> Result<Infallible, Cut> {
        let mut acknowledged = None;
        loop {
            write(line, &Request::Poll { acknowledged }).await?;
            let (events, next) = read(line).await?;
            let events = events.into_iter().map(|event| self.inbound(event)).collect();
            let accepted = intake.accept(events).await;
            accepted.map_err(|_| cut("has to tell again: the store takes no events"))?;
            acknowledged = Some(next);
        }
    }

    fn inbound(&self, event: Event) -> Inbound {
        let standing = if self.address.profile.tells_standing() {
            standing(event.administrator)
        } else {
            Standing::Untold
        };
        Inbound {
            event: event.event,
            room: RoomAddress {
                platform: self.address.profile.platform(),
                place: event.place,
                room: event.chat.room(),
                private: matches!(event.chat, Chat::Private(_)),
            },
            place_name: event.place_name,
            author: Author::new(event.account, event.name, standing),
            content: event.content,
            on: event.on,
            edits: event.edits,
            answer_by: None,
            prefix: None,
            said_at: None,
            unseen: false,
            received_at: self.clock.now(),
        }
    }
}

/// What somebody is in a place, of whom it is known whether they administer it.
pub(super) const fn standing(administrator: bool) -> Standing {
    if administrator {
        Standing::Administrator
    } else {
        Standing::Member
    }
}

async fn write(line: &mut Line, request: &Request) -> Result<(), Cut> {
    line.write(request).await.map_err(|_| cut("ended the connection"))
}

/// The next events, and what acknowledges them.
async fn read(line: &mut Line) -> Result<(Vec<Event>, u64), Cut> {
    match line.read().await {
        Ok(Reply::Events { events, next }) => Ok((events, next)),
        Ok(Reply::Conflict) => Err(cut("tells somebody else of the events")),
        Ok(_) => Err(cut("answered something else")),
        Err(_) => Err(cut("ended the connection")),
    }
}

fn cut(what: &str) -> Cut {
    Cut(format!("the test platform {what}"))
}
