//! What every store does with the addresses of calendars, and what stands in them.

use std::sync::Arc;

use super::fixtures::{at, begin, id, read, ward};
use super::shifts::{save, seat, shift};
use crate::ids::{GroupId, PersonId};
use crate::shift::{Cancelled, Holder, Roster, SeatStanding, Shift};
use crate::store::Store;

const ANA: PersonId = PersonId(id(1));
const BEN: PersonId = PersonId(id(2));

/// An address leads to one calendar until it is ended, and ending it spares those of others.
pub async fn an_address_leads_to_a_calendar_until_it_is_ended(store: Arc<dyn Store>) {
    ward(&store).await;
    let mut unit = begin(&store).await;
    for (person, hash, made_at) in [(BEN, 1, 5), (ANA, 2, 4), (BEN, 3, 3)] {
        unit.add_calendar_address(person, &[hash; 32], at(made_at))
            .await
            .unwrap();
    }
    unit.commit().await.unwrap();
    let mut unit = read(&store).await;
    assert_eq!(unit.calendar_at(&[1; 32]).await.unwrap(), Some(BEN));
    assert_eq!(unit.calendar_at(&[2; 32]).await.unwrap(), Some(ANA));
    assert_eq!(unit.calendar_at(&[9; 32]).await.unwrap(), None);
    assert_eq!(unit.calendar_addresses_of(BEN).await.unwrap(), [at(3), at(5)]);
    drop(unit);

    let mut unit = begin(&store).await;
    assert_eq!(unit.end_calendar_addresses(BEN).await.unwrap(), 2);
    assert_eq!(unit.end_calendar_addresses(BEN).await.unwrap(), 0);
    assert_eq!(unit.calendar_at(&[1; 32]).await.unwrap(), None);
    assert!(unit.calendar_addresses_of(BEN).await.unwrap().is_empty());
    assert_eq!(unit.calendar_at(&[2; 32]).await.unwrap(), Some(ANA));
}

/// No two calendars have one address.
pub async fn an_address_is_of_one_calendar(store: Arc<dyn Store>) {
    ward(&store).await;
    let mut unit = begin(&store).await;
    unit.add_calendar_address(ANA, &[1; 32], at(1)).await.unwrap();
    assert!(unit.add_calendar_address(BEN, &[1; 32], at(2)).await.is_err());
}

/// The addresses of two persons who become one lead to the calendar of that one.
pub async fn merging_keeps_both_addresses(store: Arc<dyn Store>) {
    ward(&store).await;
    let mut unit = begin(&store).await;
    unit.add_calendar_address(ANA, &[1; 32], at(1)).await.unwrap();
    unit.add_calendar_address(BEN, &[2; 32], at(2)).await.unwrap();
    unit.merge_people(BEN, ANA).await.unwrap();
    assert_eq!(unit.calendar_at(&[2; 32]).await.unwrap(), Some(ANA));
    assert_eq!(unit.calendar_addresses_of(ANA).await.unwrap(), [at(1), at(2)]);
}

/// Whoever is forgotten has no calendar.
pub async fn an_address_goes_with_its_person(store: Arc<dyn Store>) {
    ward(&store).await;
    let mut unit = begin(&store).await;
    unit.add_calendar_address(ANA, &[1; 32], at(1)).await.unwrap();
    unit.add_calendar_address(BEN, &[2; 32], at(2)).await.unwrap();
    unit.remove_person(BEN).await.unwrap();
    assert_eq!(unit.calendar_at(&[2; 32]).await.unwrap(), None);
    assert_eq!(unit.calendar_at(&[1; 32]).await.unwrap(), Some(ANA));
}

/// A calendar has the shifts that somebody is in or waits for, cancelled or not, from a time on.
pub async fn a_calendar_has_what_is_somebodys(store: Arc<dyn Store>) {
    let group = ward(&store).await.id;
    let of = |shift: Shift, holder: Holder, standing: SeatStanding| {
        let seats = vec![
            seat(shift.number.into(), holder, standing, 1),
            seat(100 + u128::from(shift.number), Holder::Member(ANA), SeatStanding::In, 2),
        ];
        Roster::new(shift, seats)
    };
    let cancelled = Shift {
        cancelled: Some(Cancelled {
            at: at(0),
            reason: None,
        }),
        ..shift(group, 2, 100)
    };
    let (ben, guest) = (
        Holder::Member(BEN),
        Holder::Guest {
            name: "Tom".to_owned(),
            host: BEN,
        },
    );
    let rosters = [
        of(shift(group, 1, 200), ben.clone(), SeatStanding::Waiting),
        of(cancelled.clone(), ben.clone(), SeatStanding::In),
        of(shift(group, 3, 100), guest, SeatStanding::In),
        of(shift(group, 4, 100), ben.clone(), SeatStanding::In),
        of(shift(group, 5, -500), ben, SeatStanding::In),
    ];
    save(&store, &rosters).await;
    let mut unit = read(&store).await;
    assert_eq!(
        unit.calendar_of(group, BEN, at(0)).await.unwrap(),
        [
            (cancelled, SeatStanding::In),
            (shift(group, 4, 100), SeatStanding::In),
            (shift(group, 1, 200), SeatStanding::Waiting),
        ]
    );
    assert_eq!(unit.calendar_of(group, BEN, at(-600)).await.unwrap().len(), 4);
    assert_eq!(unit.calendar_of(GroupId(id(999)), BEN, at(0)).await.unwrap(), []);
}
