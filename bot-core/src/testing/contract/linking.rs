//! What every store does with link codes, and when two people turn out to be one.

use std::sync::Arc;

use super::fixtures::{at, begin, group, id, membership, person, read, room, ward};
use super::people::{account, team};
use crate::ids::PersonId;
use crate::people::link::{Joining, LinkCode, LinkPurpose};
use crate::people::{Departure, Role};
use crate::store::Store;
use crate::surface::Platform;

const ANA: PersonId = PersonId(id(1));
const BEN: PersonId = PersonId(id(2));

/// The `n`th code, which ends after `minutes`.
pub(super) fn code(n: u8, purpose: LinkPurpose, minutes: i64) -> LinkCode {
    LinkCode {
        hash: [n; 32],
        purpose,
        expires_at: at(minutes),
        claimed_by: None,
        joining: None,
        used_at: None,
    }
}

/// A code is found by its hash alone, and keeps who claimed it and when it was used.
pub async fn a_link_code_reads_back(store: Arc<dyn Store>) {
    let group = ward(&store).await.id;
    let purpose = LinkPurpose::Group { group, organizer: ANA };
    let mut unit = begin(&store).await;
    for mut wanted in [code(1, LinkPurpose::Person(ANA), 10), code(2, purpose, 10)] {
        unit.save_link_code(&wanted).await.unwrap();
        assert_eq!(unit.link_code(&wanted.hash).await.unwrap(), Some(wanted.clone()));
        wanted.claimed_by = Some(BEN);
        wanted.used_at = Some(at(3));
        wanted.joining = Some(Joining {
            room: room("hall"),
            name: "Hall".to_owned(),
        });
        unit.save_link_code(&wanted).await.unwrap();
        assert_eq!(unit.link_code(&wanted.hash).await.unwrap(), Some(wanted));
    }
    assert_eq!(unit.link_code(&[9; 32]).await.unwrap(), None);
}

/// Of the codes that somebody asked for, the one that was claimed and not used, and of several the one that ends last.
pub async fn the_claimed_code_ends_last(store: Arc<dyn Store>) {
    let group = ward(&store).await.id;
    let claimed = |n, minutes| LinkCode {
        claimed_by: Some(BEN),
        ..code(n, LinkPurpose::Person(ANA), minutes)
    };
    let mut unit = begin(&store).await;
    unit.save_link_code(&code(1, LinkPurpose::Person(ANA), 90))
        .await
        .unwrap();
    assert_eq!(unit.claimed_code(ANA).await.unwrap(), None);
    let used = LinkCode {
        used_at: Some(at(1)),
        ..claimed(2, 80)
    };
    let of_the_group = LinkCode {
        purpose: LinkPurpose::Group { group, organizer: ANA },
        ..claimed(3, 70)
    };
    for other in [&used, &of_the_group, &claimed(4, 20), &claimed(5, 30), &claimed(6, 10)] {
        unit.save_link_code(other).await.unwrap();
    }
    assert_eq!(unit.claimed_code(ANA).await.unwrap(), Some(claimed(5, 30)));
    assert_eq!(unit.claimed_code(BEN).await.unwrap(), None);
    assert_eq!(
        unit.claimed_place_code_for_update(ANA).await.unwrap(),
        Some(of_the_group)
    );
    assert_eq!(unit.claimed_place_code_for_update(BEN).await.unwrap(), None);
}

/// Revoking takes the unused codes of exactly that purpose.
pub async fn revoking_spares_other_codes(store: Arc<dyn Store>) {
    let group = ward(&store).await.id;
    let own = LinkPurpose::Person(ANA);
    let of_the_group = LinkPurpose::Group { group, organizer: ANA };
    let used = LinkCode {
        used_at: Some(at(1)),
        ..code(2, own, 10)
    };
    let others = [used, code(3, of_the_group, 10), code(4, LinkPurpose::Person(BEN), 10)];
    let mut unit = begin(&store).await;
    unit.save_link_code(&code(1, own, 10)).await.unwrap();
    for other in &others {
        unit.save_link_code(other).await.unwrap();
    }
    unit.revoke_link_codes(own).await.unwrap();
    assert_eq!(unit.link_code(&[1; 32]).await.unwrap(), None);
    for other in others {
        assert_eq!(unit.link_code(&other.hash).await.unwrap(), Some(other));
    }
}

/// Wrong codes are counted for each account, from an instant on.
pub async fn wrong_codes_are_counted(store: Arc<dyn Store>) {
    let mut unit = begin(&store).await;
    for (minutes, counted) in [(0, 1), (5, 2), (5, 3), (11, 3)] {
        let (now, since) = (at(minutes), at(minutes - 10));
        let typed = unit.count_wrong_code(Platform::Console, "ben", now, since).await;
        assert_eq!(typed.unwrap(), counted);
    }
    unit.commit().await.unwrap();
    let mut unit = read(&store).await;
    assert_eq!(unit.wrong_codes(Platform::Console, "ben", at(0)).await.unwrap(), 4);
    assert_eq!(unit.wrong_codes(Platform::Console, "ben", at(12)).await.unwrap(), 0);
    assert_eq!(unit.wrong_codes(Platform::Matrix, "ben", at(0)).await.unwrap(), 0);
}

/// What was used or had ended before an instant is forgotten, and so are wrong codes typed before it; all are counted.
pub async fn old_codes_are_forgotten(store: Arc<dyn Store>) {
    ward(&store).await;
    let own = LinkPurpose::Person(ANA);
    let used = |n, minute, ends| LinkCode {
        used_at: Some(at(minute)),
        ..code(n, own, ends)
    };
    let codes = [code(1, own, 4), used(2, 4, 10), code(3, own, 5), used(4, 5, 10)];
    let mut unit = begin(&store).await;
    for code in &codes {
        unit.save_link_code(code).await.unwrap();
    }
    for minutes in [3, 4, 5] {
        let typed = unit
            .count_wrong_code(Platform::Console, "ben", at(minutes), at(0))
            .await;
        typed.unwrap();
    }
    assert_eq!(unit.forget_codes(at(5)).await.unwrap(), 4);
    assert_eq!(unit.forget_codes(at(5)).await.unwrap(), 0);
    unit.commit().await.unwrap();
    let mut unit = read(&store).await;
    for code in &codes[..2] {
        assert_eq!(unit.link_code(&code.hash).await.unwrap(), None);
    }
    for code in &codes[2..] {
        assert_eq!(unit.link_code(&code.hash).await.unwrap().as_ref(), Some(code));
    }
    assert_eq!(unit.wrong_codes(Platform::Console, "ben", at(0)).await.unwrap(), 1);
}

/// Two people become one: accounts, memberships with the higher role, teams with the captaincy, codes.
pub async fn merging_keeps_the_higher_role(store: Arc<dyn Store>) {
    let ward = ward(&store).await;
    let (elsewhere, twin) = (group(101), person(9, "ana@work"));
    let kitchen = team(ward.id, 50, "Kitchen");
    let mut unit = begin(&store).await;
    unit.save_group(&elsewhere).await.unwrap();
    unit.save_person(&twin).await.unwrap();
    unit.save_account(&account(Platform::Matrix, "@ana", twin.id, at(1)))
        .await
        .unwrap();
    unit.save_membership(&membership(&ward, &twin, Role::Organizer, 0))
        .await
        .unwrap();
    unit.save_membership(&membership(&elsewhere, &twin, Role::Captain, 9))
        .await
        .unwrap();
    unit.save_team(&kitchen).await.unwrap();
    unit.join_team(ward.id, kitchen.id, BEN, false, at(4)).await.unwrap();
    unit.join_team(ward.id, kitchen.id, twin.id, true, at(5)).await.unwrap();
    let mut asked = code(1, LinkPurpose::Person(twin.id), 10);
    asked.claimed_by = Some(BEN);
    let mut typed = code(2, LinkPurpose::Person(BEN), 10);
    typed.claimed_by = Some(twin.id);
    for code in [&asked, &typed] {
        unit.save_link_code(code).await.unwrap();
    }

    unit.merge_people(twin.id, BEN).await.unwrap();
    unit.commit().await.unwrap();

    let mut unit = read(&store).await;
    assert_eq!(unit.person(twin.id).await.unwrap(), None);
    assert_eq!(
        unit.account(Platform::Matrix, "@ana").await.unwrap().unwrap().person,
        BEN
    );
    let shared = unit.membership(ward.id, BEN).await.unwrap().unwrap();
    assert_eq!((shared.role, shared.joined_at), (Role::Organizer, at(0)));
    let moved = unit.membership(elsewhere.id, BEN).await.unwrap().unwrap();
    assert_eq!((moved.role, moved.joined_at), (Role::Captain, at(9)));
    assert_eq!(unit.members(ward.id).await.unwrap().len(), 3);
    assert_eq!(unit.teams_of(ward.id, BEN).await.unwrap(), [(kitchen.clone(), true)]);
    assert_eq!(unit.team_members(ward.id, kitchen.id).await.unwrap().len(), 1);
    let asked = unit.link_code(&asked.hash).await.unwrap().unwrap();
    assert_eq!(asked.purpose, LinkPurpose::Person(BEN));
    assert_eq!(
        unit.link_code(&typed.hash).await.unwrap().unwrap().claimed_by,
        Some(BEN)
    );
}

/// The lower role of the one who goes does not lower that of the one who stays.
pub async fn merging_lowers_nobody(store: Arc<dyn Store>) {
    let group = ward(&store).await.id;
    let (cleo, ana) = (PersonId(id(3)), PersonId(id(1)));
    let mut unit = begin(&store).await;
    unit.merge_people(cleo, ana).await.unwrap();
    let kept = unit.membership(group, ana).await.unwrap().unwrap();
    assert_eq!((kept.role, kept.joined_at), (Role::Organizer, at(1)));
    assert_eq!(unit.membership(group, cleo).await.unwrap(), None);
}

/// Of two memberships the one that is not suspended stays; of two suspended ones a removal weighs more than having left.
pub async fn merging_ends_a_suspension(store: Arc<dyn Store>) {
    let (ana, ben, cleo) = (PersonId(id(1)), BEN, PersonId(id(3)));
    let ward = ward(&store).await;
    let twin = person(9, "cleo@work");
    let mut unit = begin(&store).await;
    unit.save_person(&twin).await.unwrap();
    let entered = membership(&ward, &twin, Role::Member, 0);
    unit.save_membership(&entered.suspended(Departure::Left, at(20)))
        .await
        .unwrap();
    for (person, departure) in [(ben, Departure::Removed), (cleo, Departure::Removed)] {
        let entry = unit.membership(ward.id, person).await.unwrap().unwrap();
        unit.save_membership(&entry.suspended(departure, at(10))).await.unwrap();
    }
    unit.merge_people(ben, ana).await.unwrap();
    let merged = unit.membership(ward.id, ana).await.unwrap().unwrap();
    assert_eq!((merged.role, merged.suspended), (Role::Organizer, None));
    unit.merge_people(twin.id, cleo).await.unwrap();
    assert_eq!(unit.membership(ward.id, cleo).await.unwrap(), None);
    let removed = unit.register_entry(ward.id, cleo).await.unwrap().unwrap().suspended;
    assert_eq!(removed.unwrap().departure, Departure::Removed);
}
