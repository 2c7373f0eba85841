//! Posted cards that are kept up to date: what a copy shall show is written when it is edited, so it is always the latest.

use super::post::{KEPT, card_for_room};
use super::{App, again_if_contended};
use crate::clock::Instant;
use crate::door;
use crate::error::Fault;
use crate::ids::CopyId;
use crate::locale::Language;
use crate::reply::Card;
use crate::store::CardCopy;
use crate::surface::{Inbound, Platform};
use crate::work::Work;

impl App {
    /// The copies on a platform that show something old and may be edited now, at most `limit`.
    pub async fn stale_cards(&self, platform: Platform, limit: u32) -> Result<Vec<CardCopy>, Fault> {
        let now = self.clock.now();
        Ok(self.store.read().await?.stale_cards(platform, now, limit).await?)
    }

    /// What a copy shall show: at least the changes that it was told of. `None` if there is nothing to show any more.
    pub async fn card_of(&self, copy: &CardCopy) -> Result<Option<(Card, Language)>, Fault> {
        let mut unit = self.store.read().await?;
        let mut work = self.work(&mut *unit, self.clock.now());
        card_for_room(&mut work, copy.group, copy.reference).await
    }

    /// Writes down that a copy shows that many changes, and is not edited again before `not_before`.
    pub async fn card_shown(&self, copy: &CardCopy, shown: u32, not_before: Instant) -> Result<(), Fault> {
        let show = async || {
            let mut unit = self.store.begin().await?;
            unit.card_shown(copy.id, shown, not_before).await?;
            unit.commit().await?;
            Ok(())
        };
        again_if_contended(show).await
    }

    /// Forgets a copy that is gone.
    pub async fn forget_card(&self, id: CopyId) -> Result<(), Fault> {
        let forget = async || {
            let mut unit = self.store.begin().await?;
            unit.forget_card(id).await?;
            unit.commit().await?;
            Ok(())
        };
        again_if_contended(forget).await
    }
}

/// Has the card that somebody acted on show what there is to show today, where it was not followed any more since later
/// copies were: as the latest of them it is followed again. Of a message that was never such a card nothing is known.
pub(super) async fn follow_again(work: &mut Work<'_>, inbound: &Inbound) -> Result<(), Fault> {
    let Some(message) = inbound.on.as_ref().filter(|_| !inbound.room.private) else {
        return Ok(());
    };
    let Some(copy) = work.unit.resting_card(&inbound.room, message).await? else {
        return Ok(());
    };
    // Whoever changes it meanwhile commits before this, and is seen when it is edited, or after this, and sees this copy.
    door::lock(work.unit, copy.group, copy.reference).await?;
    work.unit.forget_card(copy.id).await?;
    let again = CardCopy {
        id: CopyId::new(work.ids, work.now),
        changes: copy.shown + 1,
        not_before: copy.not_before.max(work.now),
        ..copy
    };
    Ok(work.unit.remember_card(&again, KEPT).await?)
}
