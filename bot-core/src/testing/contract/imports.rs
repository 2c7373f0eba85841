//! What every store does with what was taken from calendar files.

use std::sync::Arc;

use super::fixtures::{at, begin, id, read, ward};
use crate::ids::{GroupId, Kind};
use crate::store::{Imported, Store, Subject};

fn imported(group: GroupId, uid: &str, date: &str, subject: u128) -> Imported {
    Imported {
        group,
        uid: uid.to_owned(),
        date: date.to_owned(),
        subject: Subject {
            kind: Kind::Shift,
            id: id(subject),
        },
        sequence: 3,
        modified: Some(at(5)),
        fingerprint: "f00d".to_owned(),
    }
}

/// Entries read back by UID, with their dates in order.
pub async fn an_entry_reads_back(store: Arc<dyn Store>) {
    let group = ward(&store).await.id;
    let whole = Imported {
        modified: None,
        ..imported(group, "a@example.org", "", 1)
    };
    let one_date = imported(group, "a@example.org", "2026-12-05T10:00:00", 2);
    let other = imported(group, "a", "", 3);
    let mut unit = begin(&store).await;
    for entry in [&one_date, &other, &whole] {
        unit.save_imported(entry).await.unwrap();
    }
    unit.commit().await.unwrap();
    let mut unit = read(&store).await;
    assert_eq!(
        unit.imported(group, "a@example.org").await.unwrap(),
        [whole.clone(), one_date.clone()]
    );
    assert_eq!(unit.imported(group, "b").await.unwrap(), []);
    assert_eq!(unit.all_imported(group).await.unwrap(), [other, whole, one_date]);
}

/// An entry that is saved again is replaced.
pub async fn an_entry_saved_again_is_replaced(store: Arc<dyn Store>) {
    let group = ward(&store).await.id;
    let first = imported(group, "a", "", 1);
    let second = Imported {
        sequence: 4,
        fingerprint: "beef".to_owned(),
        modified: Some(at(9)),
        subject: Subject {
            kind: Kind::Task,
            id: id(2),
        },
        ..first.clone()
    };
    let mut unit = begin(&store).await;
    unit.save_imported(&first).await.unwrap();
    unit.save_imported(&second).await.unwrap();
    assert_eq!(unit.imported(group, "a").await.unwrap(), [second]);
}
