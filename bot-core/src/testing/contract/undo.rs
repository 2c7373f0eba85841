//! What every store does with what may be taken back.

use std::sync::Arc;

use super::fixtures::{at, begin, id, person, ward};
use crate::ids::{GroupId, PersonId};
use crate::people::undo::PeopleUndo;
use crate::store::{Store, UndoEntry};
use crate::undo::Undo;

const ANA: PersonId = PersonId(id(1));
const BEN: PersonId = PersonId(id(2));

fn act(group: GroupId, actor: PersonId, was: &str, minutes: i64) -> UndoEntry {
    UndoEntry {
        group,
        person: actor,
        at: at(minutes),
        undo: Undo::People(PeopleUndo::Person(Box::new(person(1, was)))),
    }
}

/// Only the last act is remembered, and asking for it forgets it.
pub async fn the_last_act_is_taken_once(store: Arc<dyn Store>) {
    let group = ward(&store).await.id;
    let mut unit = begin(&store).await;
    let (first, last, of_ben) = (
        act(group, ANA, "A", 1),
        act(group, ANA, "B", 2),
        act(group, BEN, "C", 1),
    );
    for entry in [&first, &of_ben, &last] {
        unit.remember_undo(entry).await.unwrap();
    }
    unit.commit().await.unwrap();
    let mut unit = begin(&store).await;
    assert_eq!(unit.take_undo(group, ANA).await.unwrap(), Some(last));
    assert_eq!(unit.take_undo(group, ANA).await.unwrap(), None);
    assert_eq!(unit.take_undo(group, BEN).await.unwrap(), Some(of_ben));
}

/// What is older than an instant is forgotten, and counted.
pub async fn old_acts_are_forgotten(store: Arc<dyn Store>) {
    let group = ward(&store).await.id;
    let mut unit = begin(&store).await;
    unit.remember_undo(&act(group, ANA, "A", 1)).await.unwrap();
    unit.remember_undo(&act(group, BEN, "B", 2)).await.unwrap();
    assert_eq!(unit.forget_undo(at(2)).await.unwrap(), 1);
    assert_eq!(unit.forget_undo(at(2)).await.unwrap(), 0);
    assert_eq!(unit.take_undo(group, ANA).await.unwrap(), None);
    assert!(unit.take_undo(group, BEN).await.unwrap().is_some());
}

/// What one person did is forgotten, what others did is not.
pub async fn the_acts_of_one_are_forgotten(store: Arc<dyn Store>) {
    let group = ward(&store).await.id;
    let mut unit = begin(&store).await;
    unit.remember_undo(&act(group, ANA, "A", 1)).await.unwrap();
    unit.remember_undo(&act(group, BEN, "B", 1)).await.unwrap();
    unit.forget_undo_of(ANA).await.unwrap();
    unit.commit().await.unwrap();
    let mut unit = begin(&store).await;
    assert_eq!(unit.take_undo(group, ANA).await.unwrap(), None);
    assert!(unit.take_undo(group, BEN).await.unwrap().is_some());
}
