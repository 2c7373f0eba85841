//! What every store does with reminders.

use std::sync::Arc;

use chrono::NaiveDateTime;

use super::fixtures::{at, begin, id, read, room, ward, zone};
use crate::ids::{GroupId, PersonId, ReminderId};
use crate::people::Group;
use crate::reminder::{Audience, Reminder, State};
use crate::series::Course;
use crate::store::Store;
use crate::time::Moment;

/// The `n`th reminder of a group, which Ana (person 1) set for herself.
pub(super) fn reminder(group: &Group, n: u32) -> Reminder {
    Reminder {
        id: ReminderId(id(600 + u128::from(n))),
        group: group.id,
        number: n,
        creator: PersonId(id(1)),
        audience: Audience::Creator,
        text: format!("Reminder {n}"),
        zone: zone("Europe/Madrid"),
        next: Some(Moment::at(at(60), zone("Europe/Madrid"))),
        course: None,
        said: None,
        snoozed: None,
        fired_at: None,
        state: State::Waiting,
        created_at: at(0),
        version: 1,
    }
}

/// A course with everything that it may have.
pub(super) fn course(first: NaiveDateTime) -> Course {
    let mut course = Course::new(
        "every 2 weeks on mon and thu".parse().unwrap(),
        first,
        zone("Europe/Madrid"),
    );
    let [moved, skipped, said] = [1, 2, 3].map(|n| course.coming(n).pop().unwrap());
    let later = Moment::at(at(90), zone("America/New_York"));
    course.set_apart(&moved, Some(later), Some("Own".to_owned())).unwrap();
    course.set_apart(&said, None, Some("Own too".to_owned())).unwrap();
    course.skip(&skipped).unwrap();
    course.past = Some(first);
    course
}

async fn save(store: &Arc<dyn Store>, reminders: &[Reminder]) {
    let mut unit = begin(store).await;
    for reminder in reminders {
        unit.save_reminder(reminder).await.unwrap();
    }
    unit.commit().await.unwrap();
}

fn numbers(reminders: &[Reminder]) -> Vec<u32> {
    reminders.iter().map(|reminder| reminder.number).collect()
}

/// A reminder reads back whole, by its id and by its number, and only in its own group.
pub async fn a_reminder_reads_back_whole(store: Arc<dyn Store>) {
    let group = ward(&store).await;
    let skipped = "2027-03-28T02:30:00".parse().unwrap();
    let full = Reminder {
        audience: Audience::Room(room("main")),
        next: Some(Moment::new(skipped, zone("Europe/Madrid"))),
        course: Some(course(skipped)),
        said: Some("Bring keys".to_owned()),
        snoozed: Some(Moment::at(at(90), zone("Europe/Madrid"))),
        fired_at: Some(at(30)),
        ..reminder(&group, 1)
    };
    save(&store, std::slice::from_ref(&full)).await;
    let mut unit = read(&store).await;
    assert_eq!(unit.reminder(group.id, full.id).await.unwrap(), Some(full.clone()));
    assert_eq!(unit.reminder_by_number(group.id, 1).await.unwrap(), Some(full.clone()));
    assert_eq!(unit.reminder_by_number(group.id, 2).await.unwrap(), None);
    assert_eq!(unit.reminder(GroupId(id(999)), full.id).await.unwrap(), None);
}

/// What is saved again replaces what was there, in every state.
pub async fn a_reminder_saved_again_is_replaced(store: Arc<dyn Store>) {
    let group = ward(&store).await;
    let waiting = reminder(&group, 1);
    let paused = Reminder {
        state: State::Paused,
        version: 2,
        ..waiting.clone()
    };
    let over = Reminder {
        state: State::Over,
        next: None,
        fired_at: Some(at(60)),
        version: 3,
        ..waiting.clone()
    };
    let cancelled = Reminder {
        state: State::Cancelled,
        version: 4,
        ..waiting.clone()
    };
    let repeating = Reminder {
        text: "Other".to_owned(),
        zone: zone("Europe/Madrid"),
        course: Some(course("2027-03-28T02:30:00".parse().unwrap())),
        said: Some("Own".to_owned()),
        version: 5,
        ..waiting.clone()
    };
    let plain = Reminder {
        version: 6,
        ..waiting.clone()
    };
    for reminder in [waiting, paused, over, cancelled, repeating, plain] {
        save(&store, std::slice::from_ref(&reminder)).await;
        let mut unit = read(&store).await;
        assert_eq!(unit.reminder_by_number(group.id, 1).await.unwrap(), Some(reminder));
    }
}

/// Live reminders are found by who set them and by their room; those that are over or cancelled are not.
pub async fn live_reminders_are_found_by_person_and_room(store: Arc<dyn Store>) {
    let group = ward(&store).await;
    let of = |n, person, audience, state| Reminder {
        creator: PersonId(id(person)),
        audience,
        state,
        ..reminder(&group, n)
    };
    let main = || Audience::Room(room("main"));
    let reminders = [
        of(10, 1, Audience::Creator, State::Waiting),
        of(2, 1, main(), State::Paused),
        of(3, 2, main(), State::Waiting),
        of(4, 2, Audience::Room(room("kitchen")), State::Waiting),
        of(5, 1, Audience::Creator, State::Over),
        of(6, 1, main(), State::Cancelled),
    ];
    save(&store, &reminders).await;
    let mut unit = read(&store).await;
    let anas = unit.live_reminders_of(group.id, PersonId(id(1))).await.unwrap();
    assert_eq!(numbers(&anas), [2, 10]);
    let mains = unit.live_reminders_in(group.id, &room("main")).await.unwrap();
    assert_eq!(numbers(&mains), [2, 3]);
    let elsewhere = unit.live_reminders_in(GroupId(id(999)), &room("main")).await.unwrap();
    assert!(elsewhere.is_empty());
}

/// What somebody set is another's after a merge.
pub async fn reminders_move_to_another_person(store: Arc<dyn Store>) {
    let group = ward(&store).await;
    save(&store, &[reminder(&group, 1)]).await;
    let mut unit = begin(&store).await;
    unit.reassign_reminders(PersonId(id(1)), PersonId(id(2))).await.unwrap();
    unit.commit().await.unwrap();
    let mut unit = read(&store).await;
    let moved = unit.reminder_by_number(group.id, 1).await.unwrap().unwrap();
    assert_eq!(moved.creator, PersonId(id(2)));
}
