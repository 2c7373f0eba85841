//! What every store does with the audit log.

use std::sync::Arc;

use super::fixtures::{at, begin, group, id, read, ward};
use crate::ids::{AuditId, GroupId, PersonId};
use crate::store::{AuditEntry, Store};

fn entry(n: u128, group: GroupId, minutes: i64) -> AuditEntry {
    AuditEntry {
        id: AuditId(id(n)),
        group,
        at: at(minutes),
        actor: PersonId(id(1)),
        act: "role.captain".to_owned(),
        subject: Some("S12".to_owned()).filter(|_| n.is_multiple_of(2)),
        person: Some(PersonId(id(2))).filter(|_| n.is_multiple_of(3)),
    }
}

/// The latest lines of the group come first, and no more than asked for.
pub async fn the_log_comes_newest_first(store: Arc<dyn Store>) {
    let (ward, other) = (ward(&store).await.id, group(101));
    let mut unit = begin(&store).await;
    unit.save_group(&other).await.unwrap();
    let newest_first = [
        entry(1, ward, 9),
        entry(6, ward, 5),
        entry(4, ward, 5),
        entry(3, ward, 2),
    ];
    for line in newest_first.iter().rev().chain(&[entry(5, other.id, 7)]) {
        unit.record(line).await.unwrap();
    }
    unit.commit().await.unwrap();
    let mut unit = read(&store).await;
    assert_eq!(unit.audit_log(ward, 100).await.unwrap(), newest_first);
    assert_eq!(unit.audit_log(ward, 2).await.unwrap(), newest_first[..2]);
}

/// Old lines go, in every group; what was written at the instant itself or later stays.
pub async fn old_lines_are_forgotten(store: Arc<dyn Store>) {
    let (ward, other) = (ward(&store).await.id, group(101));
    let mut unit = begin(&store).await;
    unit.save_group(&other).await.unwrap();
    for line in [
        entry(1, ward, 4),
        entry(2, ward, 5),
        entry(3, ward, 6),
        entry(4, other.id, 2),
    ] {
        unit.record(&line).await.unwrap();
    }
    assert_eq!(unit.forget_audit(at(5)).await.unwrap(), 2);
    assert_eq!(unit.forget_audit(at(5)).await.unwrap(), 0);
    unit.commit().await.unwrap();
    let mut unit = read(&store).await;
    assert_eq!(
        unit.audit_log(ward, 100).await.unwrap(),
        [entry(3, ward, 6), entry(2, ward, 5)]
    );
    assert_eq!(unit.audit_log(other.id, 100).await.unwrap(), []);
}

/// Who is merged into somebody else stands in the log as them.
pub async fn reassigned_lines_name_who_stays(store: Arc<dyn Store>) {
    let group = ward(&store).await.id;
    let (ana, ben, cleo) = (PersonId(id(1)), PersonId(id(2)), PersonId(id(3)));
    let mut unit = begin(&store).await;
    unit.record(&entry(3, group, 1)).await.unwrap();
    unit.reassign_audit(ana, cleo).await.unwrap();
    unit.reassign_audit(ben, cleo).await.unwrap();
    let log = unit.audit_log(group, 1).await.unwrap();
    assert_eq!((log[0].actor, log[0].person), (cleo, Some(cleo)));
}
