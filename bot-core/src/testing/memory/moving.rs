//! Places that go by another id, in memory.

use async_trait::async_trait;

use super::MemoryUnit;
use super::outbox::free_at;
use crate::clock::Instant;
use crate::reminder::Audience;
use crate::store::{Moving, People, StoreResult};
use crate::surface::{Address, Platform, RoomAddress};

#[async_trait]
impl Moving for MemoryUnit {
    async fn move_place(&mut self, platform: Platform, from: &str, to: &str, now: Instant) -> StoreResult<()> {
        if from == to {
            return Ok(());
        }
        let (old, new) = (self.place(platform, from).await?, self.place(platform, to).await?);
        let group = old.as_ref().or(new.as_ref()).map(|place| place.group);
        let rows = self.write()?;
        if let Some(mut place) = old {
            rows.people.places.remove(&(platform, from.to_owned()));
            to.clone_into(&mut place.place);
            rows.people.places.insert((platform, to.to_owned()), place);
        }
        let follow = |room: &mut RoomAddress| {
            let follows = room.platform == platform && room.place == from;
            if follows {
                *room = room.moved(from, to);
            }
            follows
        };
        if let Some(group) = group {
            rows.role_mappings.move_place(group, platform, from, to);
            for membership in rows.people.memberships.values_mut().filter(|it| it.group == group) {
                follow(&mut membership.room);
            }
            for reminder in rows.reminders.values_mut().filter(|it| it.group == group) {
                if let Audience::Room(room) = &mut reminder.audience {
                    follow(room);
                }
            }
            for poll in rows.polls.polls.values_mut().filter(|it| it.group == group) {
                follow(&mut poll.room);
            }
            for broadcast in rows.broadcasts.broadcasts.values_mut().filter(|it| it.group == group) {
                broadcast.room.as_mut().map(follow);
            }
            rows.live_cards
                .keep(|copy| copy.group != group || copy.room.platform != platform || copy.room.place != from);
        }
        for row in rows.outbox.messages.values_mut() {
            if free_at(row).is_some()
                && let Address::Room { room, answers, .. } = &mut row.to
                && follow(room)
            {
                *answers = None;
            }
        }
        rows.inbox.move_waiting(platform, from, to, now);
        Ok(())
    }
}
