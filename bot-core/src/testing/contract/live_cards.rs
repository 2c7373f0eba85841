//! What every store does with cards that are kept up to date.

use std::sync::Arc;

use super::fixtures::{at, begin, group, id, read, room};
use crate::ids::{CopyId, GroupId, Kind, Reference};
use crate::store::{CardCopy, Kept, Store};
use crate::surface::{Platform, RoomAddress};

const SHIFT: Reference = Reference::new(Kind::Shift, 12);

const KEPT: Kept = Kept { followed: 3, known: 5 };

fn copy(n: u128) -> CardCopy {
    CardCopy {
        id: CopyId(id(n)),
        group: group(1).id,
        reference: SHIFT,
        room: room("main"),
        message: format!("message {n}"),
        changes: 0,
        shown: 0,
        not_before: at(1),
    }
}

async fn with_copies(store: &Arc<dyn Store>, copies: &[CardCopy]) {
    let mut unit = begin(store).await;
    unit.save_group(&group(1)).await.unwrap();
    for copy in copies {
        unit.remember_card(copy, KEPT).await.unwrap();
    }
    unit.commit().await.unwrap();
}

async fn stale(store: &Arc<dyn Store>, minutes: i64) -> Vec<CardCopy> {
    let mut unit = read(store).await;
    unit.stale_cards(Platform::Console, at(minutes), 9).await.unwrap()
}

/// A copy that is stale from the beginning comes back whole, once it may be edited, on its platform.
pub async fn a_copy_reads_back(store: Arc<dyn Store>) {
    let outdated = CardCopy {
        changes: 2,
        shown: 1,
        ..copy(1)
    };
    with_copies(&store, std::slice::from_ref(&outdated)).await;
    assert_eq!(stale(&store, 0).await, []);
    assert_eq!(stale(&store, 1).await, [outdated]);
    let mut unit = read(&store).await;
    assert_eq!(unit.next_stale(Platform::Console).await.unwrap(), Some(at(1)));
    assert_eq!(unit.next_stale(Platform::Matrix).await.unwrap(), None);
    assert_eq!(unit.stale_cards(Platform::Matrix, at(9), 9).await.unwrap(), []);
}

/// Changes are counted; showing some of them leaves the copy stale, an older edit takes nothing back, and a copy that is
/// gone is forgotten.
pub async fn a_changed_card_is_stale_until_it_is_shown(store: Arc<dyn Store>) {
    let other = CardCopy {
        reference: Reference::new(Kind::Shift, 13),
        ..copy(2)
    };
    with_copies(&store, &[copy(1), other]).await;
    assert_eq!(stale(&store, 9).await, []);
    let mut unit = begin(&store).await;
    unit.card_changed(group(1).id, SHIFT).await.unwrap();
    unit.card_changed(group(1).id, SHIFT).await.unwrap();
    unit.card_changed(GroupId(id(99)), SHIFT).await.unwrap();
    unit.card_shown(copy(1).id, 1, at(2)).await.unwrap();
    unit.commit().await.unwrap();
    let behind = CardCopy {
        changes: 2,
        shown: 1,
        not_before: at(2),
        ..copy(1)
    };
    assert_eq!(stale(&store, 9).await, [behind]);

    let mut unit = begin(&store).await;
    unit.card_shown(copy(1).id, 2, at(3)).await.unwrap();
    unit.card_shown(copy(1).id, 1, at(4)).await.unwrap();
    unit.commit().await.unwrap();
    assert_eq!(stale(&store, 9).await, []);

    let mut unit = begin(&store).await;
    unit.forget_card(copy(1).id).await.unwrap();
    unit.card_changed(group(1).id, SHIFT).await.unwrap();
    unit.commit().await.unwrap();
    assert_eq!(stale(&store, 9).await, []);
}

/// Of one card's copies in one room the latest are followed; other rooms keep theirs.
pub async fn the_latest_copies_of_a_room_are_followed(store: Arc<dyn Store>) {
    let elsewhere = CardCopy {
        room: room("kitchen"),
        ..copy(1)
    };
    with_copies(&store, &[elsewhere, copy(2), copy(3), copy(4), copy(5)]).await;
    let mut unit = begin(&store).await;
    unit.card_changed(group(1).id, SHIFT).await.unwrap();
    unit.commit().await.unwrap();
    let ids: Vec<_> = stale(&store, 9).await.iter().map(|copy| copy.id).collect();
    assert_eq!(ids, [1, 3, 4, 5].map(|n| CopyId(id(n))));
}

/// A copy that is not followed any more is known by its message until there are too many, and can be followed again.
pub async fn a_resting_copy_is_found_by_its_message(store: Arc<dyn Store>) {
    let copies = [1, 2, 3, 4, 5, 6].map(copy);
    with_copies(&store, &copies).await;
    let resting = async |name: &str, n: u128| {
        let mut unit = read(&store).await;
        let found = unit.resting_card(&room(name), &format!("message {n}")).await.unwrap();
        found.map(|copy| copy.id)
    };
    assert_eq!(resting("main", 1).await, None, "it is forgotten");
    assert_eq!(resting("main", 2).await, Some(CopyId(id(2))));
    assert_eq!(resting("main", 3).await, Some(CopyId(id(3))));
    assert_eq!(resting("main", 4).await, None, "it is followed");
    assert_eq!(resting("kitchen", 2).await, None);

    let again = CardCopy {
        id: CopyId(id(7)),
        changes: 1,
        ..copy(2)
    };
    let mut unit = begin(&store).await;
    unit.card_changed(group(1).id, SHIFT).await.unwrap();
    // The edit of a copy that has come to rest meanwhile.
    unit.card_shown(copy(3).id, 1, at(1)).await.unwrap();
    unit.forget_card(copy(2).id).await.unwrap();
    unit.remember_card(&again, KEPT).await.unwrap();
    unit.commit().await.unwrap();
    let ids: Vec<_> = stale(&store, 9).await.iter().map(|copy| copy.id).collect();
    assert_eq!(ids, [5, 6, 7].map(|n| CopyId(id(n))));
    assert_eq!(resting("main", 4).await, Some(CopyId(id(4))));
    assert_eq!(resting("main", 2).await, None);
}

/// The copies in a place are forgotten together, those that rest among them; those of other places stay.
pub async fn the_copies_in_a_place_are_forgotten(store: Arc<dyn Store>) {
    let elsewhere = CardCopy {
        room: RoomAddress {
            place: "elsewhere".to_owned(),
            ..room("main")
        },
        ..copy(5)
    };
    with_copies(&store, &[copy(1), copy(2), copy(3), copy(4), elsewhere]).await;
    let mut unit = begin(&store).await;
    unit.card_changed(group(1).id, SHIFT).await.unwrap();
    unit.forget_cards_in(group(1).id, Platform::Console, "console")
        .await
        .unwrap();
    unit.commit().await.unwrap();
    let ids: Vec<_> = stale(&store, 9).await.iter().map(|copy| copy.id).collect();
    assert_eq!(ids, [CopyId(id(5))]);
    let mut unit = read(&store).await;
    assert_eq!(unit.resting_card(&room("main"), "message 1").await.unwrap(), None);
}
