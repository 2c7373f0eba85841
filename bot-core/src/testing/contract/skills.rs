//! What every store does with what people can do.

use std::sync::Arc;

use super::fixtures::{at, begin, id, membership, person, read, ward};
use crate::ids::PersonId;
use crate::people::{Departure, Role};
use crate::store::Store;

const ANA: PersonId = PersonId(id(1));
const BEN: PersonId = PersonId(id(2));
const CLEO: PersonId = PersonId(id(3));

fn words(words: &[&str]) -> Vec<String> {
    words.iter().map(|word| (*word).to_owned()).collect()
}

/// Skills come by their lower case, as they are spelled, and new ones take the place of all that were there.
pub async fn skills_read_back_and_are_replaced(store: Arc<dyn Store>) {
    ward(&store).await;
    let mut unit = begin(&store).await;
    unit.set_skills(ANA, &words(&["spanish", "Ñandú", "Driver"]))
        .await
        .unwrap();
    unit.set_skills(BEN, &words(&["driver"])).await.unwrap();
    unit.commit().await.unwrap();
    let mut unit = read(&store).await;
    assert_eq!(
        unit.skills_of(ANA).await.unwrap(),
        words(&["Driver", "spanish", "Ñandú"])
    );
    assert_eq!(unit.skills_of(CLEO).await.unwrap(), words(&[]));
    drop(unit);

    let mut unit = begin(&store).await;
    unit.set_skills(ANA, &words(&["DRIVER"])).await.unwrap();
    assert_eq!(unit.skills_of(ANA).await.unwrap(), words(&["DRIVER"]));
    unit.set_skills(ANA, &[]).await.unwrap();
    assert_eq!(unit.skills_of(ANA).await.unwrap(), words(&[]));
    assert_eq!(unit.skills_of(BEN).await.unwrap(), words(&["driver"]));
}

/// A skill finds the members of one group who name it, whatever its case, and nobody who is suspended.
pub async fn members_are_found_by_skill(store: Arc<dyn Store>) {
    let ward = ward(&store).await;
    let (stranger, elsewhere) = (person(9, "Zoe"), super::fixtures::group(101));
    let mut unit = begin(&store).await;
    unit.save_group(&elsewhere).await.unwrap();
    unit.save_person(&stranger).await.unwrap();
    unit.save_membership(&membership(&elsewhere, &stranger, Role::Member, 1))
        .await
        .unwrap();
    for (person, skill) in [
        (CLEO, "driver"),
        (ANA, "Driver"),
        (BEN, "driver"),
        (stranger.id, "driver"),
    ] {
        unit.set_skills(person, &words(&[skill, "cook"])).await.unwrap();
    }
    let ben = unit.membership(ward.id, BEN).await.unwrap().unwrap();
    unit.save_membership(&ben.suspended(Departure::Left, at(9)))
        .await
        .unwrap();
    assert_eq!(unit.members_with_skill(ward.id, "DRIVER").await.unwrap(), [ANA, CLEO]);
    assert_eq!(
        unit.members_with_skill(elsewhere.id, "driver").await.unwrap(),
        [stranger.id]
    );
    assert_eq!(unit.members_with_skill(ward.id, "drive").await.unwrap(), []);
}

/// Two persons who become one can do what both could, as the one who stays spells it.
pub async fn merging_unites_skills(store: Arc<dyn Store>) {
    let ward = ward(&store).await;
    let mut unit = begin(&store).await;
    unit.set_skills(ANA, &words(&["Driver", "cook"])).await.unwrap();
    unit.set_skills(BEN, &words(&["driver", "spanish"])).await.unwrap();
    unit.merge_people(BEN, ANA).await.unwrap();
    assert_eq!(
        unit.skills_of(ANA).await.unwrap(),
        words(&["cook", "Driver", "spanish"])
    );
    assert_eq!(unit.skills_of(BEN).await.unwrap(), words(&[]));
    assert_eq!(unit.members_with_skill(ward.id, "spanish").await.unwrap(), [ANA]);
}

/// Whoever is forgotten can do nothing that is known.
pub async fn skills_go_with_their_person(store: Arc<dyn Store>) {
    let ward = ward(&store).await;
    let mut unit = begin(&store).await;
    for person in [ANA, BEN] {
        unit.set_skills(person, &words(&["driver"])).await.unwrap();
    }
    unit.remove_person(BEN).await.unwrap();
    assert_eq!(unit.skills_of(BEN).await.unwrap(), words(&[]));
    assert_eq!(unit.members_with_skill(ward.id, "driver").await.unwrap(), [ANA]);
}
