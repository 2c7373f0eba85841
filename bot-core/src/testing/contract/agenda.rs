//! What every store does with due work.

use std::sync::Arc;

use super::fixtures::{at, begin, group, id, read, ward};
use crate::ids::{GroupId, Kind, PersonId};
use crate::store::{Due, DueAct, Store, Subject};

const ANA: PersonId = PersonId(id(1));
const BEN: PersonId = PersonId(id(2));

const fn shift(n: u128) -> Subject {
    Subject {
        kind: Kind::Shift,
        id: id(n),
    }
}

/// A reminder of the `n`th shift, due after `minutes`.
fn remind(group: GroupId, n: u128, person: Option<PersonId>, minutes: i64) -> Due {
    Due {
        at: at(minutes),
        group,
        subject: shift(n),
        act: DueAct::Remind,
        person,
    }
}

async fn schedule(store: &Arc<dyn Store>, lines: &[Due]) {
    let mut unit = begin(store).await;
    for line in lines {
        unit.schedule(line).await.unwrap();
    }
    unit.commit().await.unwrap();
}

async fn standing(store: &Arc<dyn Store>) -> Vec<Due> {
    read(store).await.due(at(10_000), 100).await.unwrap()
}

/// The earliest come first, then by group, subject, person and act, and no more than asked for.
pub async fn due_work_comes_in_order(store: Arc<dyn Store>) {
    let (ward, other) = (ward(&store).await.id, group(101));
    let mut unit = begin(&store).await;
    unit.save_group(&other).await.unwrap();
    unit.commit().await.unwrap();
    let poll = Subject {
        kind: Kind::Poll,
        id: id(3),
    };
    let of_the_poll = |act| Due {
        subject: poll,
        act,
        ..remind(ward, 0, None, 5)
    };
    let wanted = [
        remind(ward, 9, None, 4),
        of_the_poll(DueAct::Close),
        of_the_poll(DueAct::Warn),
        remind(ward, 8, None, 5),
        remind(ward, 8, Some(ANA), 5),
        remind(ward, 8, Some(BEN), 5),
        remind(other.id, 1, None, 5),
        remind(ward, 1, None, 6),
    ];
    let mut shuffled = wanted.clone();
    shuffled.reverse();
    schedule(&store, &shuffled).await;

    let mut unit = read(&store).await;
    assert_eq!(unit.due(at(5), 100).await.unwrap(), wanted[..7]);
    assert_eq!(unit.due(at(5), 3).await.unwrap(), wanted[..3]);
    assert_eq!(unit.due(at(3), 100).await.unwrap(), []);
    assert_eq!(unit.next_due().await.unwrap(), Some(at(4)));
}

/// A line that stands already is not put down again, whether it names a person or not.
pub async fn a_line_stands_once(store: Arc<dyn Store>) {
    let group = ward(&store).await.id;
    let lines = [remind(group, 1, None, 5), remind(group, 1, Some(ANA), 5)];
    schedule(&store, &lines).await;
    schedule(&store, &lines).await;
    assert_eq!(standing(&store).await, lines);
}

/// Settling takes one line off, once.
pub async fn a_line_is_settled_once(store: Arc<dyn Store>) {
    let group = ward(&store).await.id;
    let lines = [remind(group, 1, None, 5), remind(group, 1, Some(ANA), 5)];
    schedule(&store, &lines).await;
    for line in &lines {
        let mut unit = begin(&store).await;
        assert!(unit.settle(line).await.unwrap());
        assert!(!unit.settle(line).await.unwrap());
        unit.commit().await.unwrap();
    }
    assert_eq!(standing(&store).await, []);
    assert_eq!(read(&store).await.next_due().await.unwrap(), None);
}

/// Everything about a subject goes, or only what concerns one person.
pub async fn unscheduling_spares_the_rest(store: Arc<dyn Store>) {
    let group = ward(&store).await.id;
    let of_ana = [remind(group, 1, Some(ANA), 5), remind(group, 1, Some(ANA), 6)];
    let others = [remind(group, 1, None, 7), remind(group, 1, Some(BEN), 7)];
    let elsewhere = remind(group, 2, Some(ANA), 8);
    schedule(&store, &of_ana).await;
    schedule(&store, &others).await;
    schedule(&store, std::slice::from_ref(&elsewhere)).await;

    let mut unit = begin(&store).await;
    unit.unschedule(group, shift(1), Some(ANA)).await.unwrap();
    unit.commit().await.unwrap();
    assert_eq!(
        standing(&store).await,
        [&others[..], std::slice::from_ref(&elsewhere)].concat()
    );

    let mut unit = begin(&store).await;
    unit.unschedule(group, shift(1), None).await.unwrap();
    unit.commit().await.unwrap();
    assert_eq!(standing(&store).await, [elsewhere]);
}

/// What two people had of the same becomes one line of the one who stays.
pub async fn reassigned_lines_do_not_double(store: Arc<dyn Store>) {
    let group = ward(&store).await.id;
    let of = |person| [remind(group, 1, Some(person), 5), remind(group, 2, Some(person), 6)];
    schedule(&store, &of(ANA)).await;
    schedule(&store, &of(BEN)[..1]).await;
    let mut unit = begin(&store).await;
    unit.reassign_agenda(ANA, BEN).await.unwrap();
    unit.commit().await.unwrap();
    assert_eq!(standing(&store).await, of(BEN));
}

/// What was held for somebody is due at once, each thing once; nothing else moves.
pub async fn held_lines_are_released(store: Arc<dyn Store>) {
    let group = ward(&store).await.id;
    let held = |n, person, minutes| Due {
        act: DueAct::Held,
        ..remind(group, n, Some(person), minutes)
    };
    let others = [held(4, ANA, 2), remind(group, 1, Some(ANA), 50), held(1, BEN, 60)];
    let of_ana = [held(1, ANA, 60), held(1, ANA, 70), held(2, ANA, 60)];
    schedule(&store, &others).await;
    schedule(&store, &of_ana).await;
    let mut unit = begin(&store).await;
    unit.release_held_lines(ANA, at(9)).await.unwrap();
    unit.commit().await.unwrap();
    let [early, reminder, of_ben] = others;
    assert_eq!(
        standing(&store).await,
        [early, held(1, ANA, 9), held(2, ANA, 9), reminder, of_ben]
    );
}
