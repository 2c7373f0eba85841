//! Polls as events of Matrix's own: one a room while the poll is open, ended when its card says that it is closed.

use matrix_sdk::Room;
use matrix_sdk::ruma::OwnedEventId;
use serde::{Deserialize, Serialize};
use tokio::sync::Mutex;

use super::turns::Turns;
use super::{Target, keyed};
use crate::kept;
use crate::render::{self, Ballot, Message};

const KEY: &[u8] = b"org.muster.polls";
const START: &str = "org.matrix.msc3381.poll.start";
const END: &str = "org.matrix.msc3381.poll.end";

/// The polls that are open in rooms.
#[derive(Debug, Default)]
pub(super) struct Polls(Mutex<()>);

/// A poll that is open in a room.
#[derive(Debug, Serialize, Deserialize)]
struct Open {
    room: String,
    /// Which poll.
    poll: String,
    /// The event that opened it.
    event: OwnedEventId,
    /// The card above it.
    card: String,
}

impl Polls {
    /// Opens a poll below its card, unless it is open in that room. The key is the card's: sent again it is the same event.
    pub(super) async fn opens(
        &self,
        turns: &Turns,
        target: &Target,
        ballot: &Ballot,
        card: &str,
        key: &str,
    ) -> matrix_sdk::Result<()> {
        let _one_at_a_time = self.0.lock().await;
        let (client, room) = (target.room.client(), target.room.room_id().as_str());
        let mut open: Vec<Open> = kept::load(&client, KEY).await;
        if open.iter().any(|one| one.room == room && one.poll == ballot.poll) {
            return Ok(());
        }
        let mut content = ballot.start();
        content.extend(target.in_thread());
        let event = turns
            .post(&target.room, START, content, keyed(&format!("{key}-poll")))
            .await?;
        open.push(Open {
            room: room.to_owned(),
            poll: ballot.poll.clone(),
            event,
            card: card.to_owned(),
        });
        kept::save(&client, KEY, &open).await
    }

    /// Ends the poll below that card, if there is one, with what the card says now.
    pub(super) async fn ends(&self, turns: &Turns, room: &Room, card: &str, says: &Message) -> matrix_sdk::Result<()> {
        let _one_at_a_time = self.0.lock().await;
        let client = room.client();
        let mut open: Vec<Open> = kept::load(&client, KEY).await;
        let Some(at) = open.iter().position(|one| one.card == card) else {
            return Ok(());
        };
        let poll = open.swap_remove(at).event;
        let key = keyed(&format!("{poll}-end"));
        let end = render::end(poll.as_str(), &says.body);
        turns.post(room, END, end, key).await?;
        kept::save(&client, KEY, &open).await
    }
}
